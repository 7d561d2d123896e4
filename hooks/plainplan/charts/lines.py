"""How far lines of text stand apart."""

from __future__ import annotations

from babel import Locale

from plainplan.language import spoken

_TALL = frozenset({"ar", "bn", "ckb", "fa", "gu", "hi", "ks", "mr", "ne", "pa", "ps", "sd", "ur"})
"""Languages whose letters reach far up and down."""
LINE = 1.3
_TALL_LINE = 1.6


def line_height() -> float:
    """The height of a line as a part of the size of its text."""
    return _TALL_LINE if Locale.parse(spoken().locale).language in _TALL else LINE
