"""The plurals of the language, for scripts: they learn the number only in the browser."""

from __future__ import annotations

from babel import Locale

from plainplan.language.speaking import spoken

_FURTHEST = 1_000_001
"""Some languages have a form for millions alone."""


def samples() -> dict[str, int]:
    """The forms that whole numbers take, by the names that `Intl.PluralRules` has for them, each with a
    number that takes it. `other` is among them always, and last."""
    rule = Locale.parse(spoken().locale).plural_form
    found: dict[str, int] = {}
    for number in (*range(1, 201), 0, *range(1_000, _FURTHEST, 1_000)):
        found.setdefault(rule(number), number)
    last = found.pop("other", None)
    return found | {"other": last if last is not None else next(reversed(found.values()))}
