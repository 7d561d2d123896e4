"""How far lines of text stand apart."""

from __future__ import annotations

from babel import Locale

from plainplan.language import spoken

_TALL = frozenset({"ar", "bn", "ckb", "fa", "gu", "hi", "ks", "mr", "ne", "pa", "ps", "sd", "ur"})
"""Languages whose letters reach far up and down."""
_SLOPING = frozenset({"ks", "ur"})
"""Languages in Nastaliq, whose words slope down over one another."""
LINE = 1.3
_TALL_LINE = 1.6
_SLOPING_LINE = 2.2


def line_height() -> float:
    """The height of a line as a part of the size of its text."""
    language = Locale.parse(spoken().locale).language
    if language in _SLOPING:
        return _SLOPING_LINE
    return _TALL_LINE if language in _TALL else LINE
