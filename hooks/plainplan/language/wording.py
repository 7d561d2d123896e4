"""Small joints of sentences, as each language makes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from babel.lists import format_list
from babel.numbers import format_decimal

from plainplan.language.marks import END, Mark
from plainplan.language.speaking import spoken

_FIRST_LETTER = re.compile(f"^([{''.join(Mark)}{END}]*)(\\S)")
_WELSH_AND = re.compile(f"(?<= )a\\(c\\) ([{''.join(Mark)}{END}]*)(\\S)")
_WELSH_VOWELS = "aeiouwy"


def listed(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return _WELSH_AND.sub(_welsh_and, format_list(list(items), locale=spoken().locale))


def _welsh_and(found: re.Match[str]) -> str:
    """CLDR writes `a(c)` and leaves the choice: it is `ac` before a vowel."""
    letter = unicodedata.normalize("NFD", found[2].casefold())[0]
    return f"{'ac' if letter in _WELSH_VOWELS else 'a'} {found[1]}{found[2]}"


def capital(words: str) -> str:
    """The words with a capital at their beginning, as at the beginning of a sentence."""
    return _FIRST_LETTER.sub(lambda match: match[1] + match[2].upper(), words)


def whole_number(number: int) -> str:
    """`1,250`."""
    return format_decimal(number, spoken().number, locale=spoken().locale)
