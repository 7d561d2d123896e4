"""Small joints of sentences, as each language makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel.lists import format_list
from babel.numbers import format_decimal

from plainplan.language.marks import END, Mark
from plainplan.language.speaking import spoken

_FIRST_LETTER = re.compile(f"^([{''.join(Mark)}{END}]*)(\\S)")


def listed(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return format_list(list(items), locale=spoken().locale)


def capital(words: str) -> str:
    """The words with a capital at their beginning, as at the beginning of a sentence."""
    return _FIRST_LETTER.sub(lambda match: match[1] + match[2].upper(), words)


def whole_number(number: int) -> str:
    """`1,250`."""
    return format_decimal(number, spoken().number, locale=spoken().locale)
