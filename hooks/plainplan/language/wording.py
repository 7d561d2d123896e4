"""Small joints of sentences, as each language makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from plainplan.language.marks import END, Mark
from plainplan.language.speaking import pgettext, spoken

_WELSH_AND = re.compile(r" a\(c\) ")  # as CLDR has it, and Babel leaves it
_VOWEL = re.compile(
    f"[{''.join(Mark)}{END}]*(?:[aeiouwyâêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ]|(?:1|1[1-9])(?![\\d,])|8)",
    re.IGNORECASE,
)
_FIRST_LETTER = re.compile(f"^([{''.join(Mark)}{END}]*)(\\S)")


def listed(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    said = format_list(list(items), locale=spoken().locale)
    return _WELSH_AND.sub(_welsh_and, said) if spoken().locale.startswith("cy") else said


def with_commas(items: Iterable[str]) -> str:
    """`a, b, c`: where nothing says that these are all."""
    between, found = pgettext("between the items of a list", ", "), list(items)
    return (
        escape(between).join(found) if any(isinstance(one, Markup) for one in found) else between.join(found)
    )


def _welsh_and(found: re.Match[str]) -> str:
    """`a` before a consonant, `ac` before a vowel; numbers as they are said: 1 is `un`, 8 is `wyth`."""
    return " ac " if _VOWEL.match(found.string[found.end() :]) else " a "


def capital(words: str) -> str:
    """The words with a capital at their beginning, as at the beginning of a sentence."""
    return _FIRST_LETTER.sub(lambda match: match[1] + match[2].upper(), words)


def whole_number(number: int) -> str:
    """`1,250`."""
    return format_decimal(number, spoken().number, locale=spoken().locale)


_LEFT_TO_RIGHT, _AS_BEFORE = "\u2066", "\u2069"
"""LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE (UAX 9)."""
_LEFT_ALONE = (
    r"\u2066[^\u2069]*\u2069",  # the translator saw to it
    r"<[^<>]*>",
    r"`[^`]*`",
    r"\]\([^()\s]*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)",  # where a link in Markdown leads
    r"(?:https?://|www\.)[^\s<>\"]+",
    r"[\w.+-]+@[\w.-]+",
)
_NUMBER = r"\d+(?:[.,:]\d+)*"
_NAMED = r"%\(\w+\)[sd]"
_PERCENT = r"[ \u00a0]?(?:%%?|٪)(?!\()"
_FIGURES = (
    r"(?:\+\d{1,3}|\(0\d{2,4}\)|0\d{2,4})(?:[ \u00a0-]\d{2,}){1,4}(?![\w/-])",  # 01632 960101
    rf"£?{_NUMBER}(?:[-\u2013/]£?{_NUMBER})+(?:{_PERCENT})?(?!\w)",  # 2026-27, 2026-06-30, 10-20%
    r"\d+[A-Z]{0,2}(?:\([0-9A-Za-z]{1,4}\))+",  # section 7(1)(a)
    rf"£(?:{_NUMBER}|{_NAMED})",
    rf"(?:{_NUMBER}|{_NAMED}){_PERCENT}",
)
_IN_ORDER = re.compile(
    f"(?P<kept>{'|'.join(_LEFT_ALONE)}|{_NAMED}(?!{_PERCENT}))|(?<![\\w£.,/-])(?:{'|'.join(_FIGURES)})"
)


def together(figure: str) -> str:
    """A figure with its sign, kept in order: between words from right to left the sign would change sides."""
    return f"{_LEFT_TO_RIGHT}{figure}{_AS_BEFORE}"


def in_order(words: str) -> str:
    """Words of a language from right to left, with every figure of several parts kept in order.

    Tags, addresses and what a translator has set apart stay as they are.
    """
    return _IN_ORDER.sub(lambda found: found[0] if found["kept"] else together(found[0]), words)
