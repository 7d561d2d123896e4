"""Months in few letters, as each language shortens them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale

from plainplan.language import spoken

_ENGLISH = Locale("en")
_LETTER = r"[^\s\d.,:;/()–-]"


def short_month(day: date) -> str:
    """`Sep 2026`."""
    locale = _plain(Locale.parse(spoken().locale))
    return f"{locale.months['stand-alone']['abbreviated'][day.month]} {day.year}"


def shortened(words: str) -> str:
    """The words with the names of months shorter, those of the language that is spoken and English ones."""
    names = {**_short_names(_ENGLISH), **_short_names(_plain(Locale.parse(spoken().locale)))}
    return _pattern(tuple(names)).sub(lambda found: names[found[0]], words)


def _plain(locale: Locale) -> Locale:
    """English as it is everywhere: British `Sept` is longer than it need be."""
    return _ENGLISH if locale.language == "en" else locale


@cache
def _short_names(locale: Locale) -> Mapping[str, str]:
    """What each month is called in few letters, by its whole name alone and inside a date."""
    return {
        whole: locale.months[kind]["abbreviated"][number]
        for kind in ("stand-alone", "format")
        for number, whole in locale.months[kind]["wide"].items()
    }


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The names as whole words. `\\b` would find ends inside the words of Indian scripts."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(f"(?<!{_LETTER})({'|'.join(map(re.escape, longest_first))})(?!{_LETTER})")
