"""Writes words as a voice must be given them: short forms, money, percentages, ranges, numbers, addresses.

The text to speech of today reads a page in English well, and stumbles in smaller languages: eSpeak NG leaves
out the sign £ in Welsh, Urdu, Punjabi and Gujarati. So all that has a sign is written out here, in words of
the catalogue of each language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache

from babel import Locale
from babel.numbers import NumberFormatError, parse_decimal

from plainplan.formats.audio.voice import Part
from plainplan.formats.spoken import Words
from plainplan.language import ENGLISH, bare, npgettext, pgettext, speaking, spoken
from plainplan.language import gettext as _
from plainplan.model import Pronunciation

_JOINERS = "\u200c\u200d"
_DIGITS = r"\d+(?:[.,\u00a0\u202f]\d+)*"
_MONEY = re.compile(rf"£\s?({_DIGITS})")
_PERCENT = re.compile(rf"({_DIGITS})[ \u00a0]?[%٪]")
_YEARS = re.compile(r"(?<!\d)(\d{4})[-\u2013](\d{2})(?![\d/-])")
_RANGE = re.compile(rf"(?<![\w\u2013-])({_DIGITS})[-\u2013]({_DIGITS})(?![\w\u2013-])")
_PHONE = re.compile(r"(?<![\w.,£])(?:\+\d{1,3} ?|\(?0)[\d() \u00a0-]{6,}\d(?![\w.,]*\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[\w/]")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[,\u00a0\u202f]\d{2,3})+(?!\d)")
_CAPITALS = re.compile(r"(?<!\w)(?=[A-Z]*[A-Z][A-Z])[A-Z]{2,7}(?!\w)")


def parts_of(words: Words, pronunciation: Pronunciation) -> tuple[Part, ...]:
    """The words as a voice is given them."""
    parts: list[Part] = []
    for run in words:
        parts += _parts(run.text, run.language, pronunciation)
    return tuple(parts)


def _parts(text: str, language: str, pronunciation: Pronunciation) -> Iterator[Part]:
    """Known words stand for themselves; what is between is written out, and capitals are spelled."""
    known = pronunciation.of(language)
    place = 0
    for found in _words(tuple(known)).finditer(text):
        if _is_alone(text, found):
            yield from _spelled(written_out(text[place : found.start()], language), language)
            yield Part(known[found[0]], language)
            place = found.end()
    yield from _spelled(written_out(text[place:], language), language)


@cache
def _words(known: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?<![\w£+])(?:{listed})(?!\w)" if known else r"(?!)")


def _is_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a number stands by itself: 101 is not said as that of the police inside of 101.5 or 101%."""
    if not found[0].isdecimal():
        return True
    around = text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + 2]
    return not re.search(r"\d[.,\u00a0/-]$|£$|\u2066$", around[0]) and not re.match(
        r"[.,\u00a0/-]\d|[%٪]|[ \u00a0]?[%٪]", around[1]
    )


def _spelled(text: str, language: str) -> Iterator[Part]:
    place = 0
    for found in _CAPITALS.finditer(text):
        if found.start() > place:
            yield Part(text[place : found.start()], language)
        yield Part(found[0], language, spelled=True)
        place = found.end()
    if text[place:]:
        yield Part(text[place:], language)


def written_out(text: str, language: str) -> str:
    """Everything with a sign in words, as that language says it."""
    clean = "".join(sign for sign in text if unicodedata.category(sign) != "Cf" or sign in _JOINERS)
    if language != spoken().tag and language.partition("-")[0] != "en":
        return clean
    with speaking(spoken() if language == spoken().tag else ENGLISH):
        for pattern, say in _rules():
            clean = pattern.sub(say, clean)
    return bare(clean).replace("\u00a0", " ").replace("\u202f", " ")


def _rules() -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]]:
    yield _EMAIL, lambda found: _address(found[0])
    yield _ADDRESS, lambda found: _address(re.sub("^https?://", "", found[0]).rstrip("/"))
    yield _PHONE, lambda found: " ".join(re.sub(r"\D", "", found[0]))
    yield _millions(), lambda found: _say_millions(found[1])
    yield _MONEY, lambda found: _say_money(found[1])
    yield _YEARS, lambda found: _to(found[1], found[2])
    yield _RANGE, lambda found: _to(found[1], found[2])
    yield _PERCENT, lambda found: _say_percent(found[1])
    yield _GROUPED, lambda found: _digits(found[0])


def _millions() -> re.Pattern[str]:
    """`£1.2 million` as the language writes it."""
    written = (re.escape(part) for part in bare(_("%(amount)s million")).split("%(amount)s"))
    pattern = f"£({_DIGITS})".join(written)
    return re.compile(re.sub(r"\\?[ \u00a0]", lambda space: r"[ \u00a0]", pattern))


def _say_millions(amount: str) -> str:
    return pgettext("spoken", "%(number)s million pounds") % {"number": amount}


def _say_money(amount: str) -> str:
    value = _number(amount)
    if value is None:
        return amount
    pounds, pence = int(value), int(value * 100 % 100)
    said = npgettext("spoken", "%(number)s pound", "%(number)s pounds", pounds) % {"number": pounds}
    if not pence:
        return said
    rest = npgettext("spoken", "%(number)s penny", "%(number)s pence", pence) % {"number": pence}
    return pgettext("spoken, of money", "%(pounds)s %(pence)s") % {"pounds": said, "pence": rest}


def _say_percent(number: str) -> str:
    return pgettext("spoken", "%(number)s per cent") % {"number": _digits(number)}


def _to(first: str, last: str) -> str:
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _address(text: str) -> str:
    """An address on the web or of email, with its signs as words."""
    signs = {
        "@": pgettext("spoken, in an address", "at"),
        ".": pgettext("spoken, in an address", "dot"),
        "/": pgettext("spoken, in an address", "slash"),
        "-": pgettext("spoken, in an address", "hyphen"),
    }
    return " ".join(re.sub(r"[@./-]", lambda found: f" {signs[found[0]]} ", text).split())


def _number(text: str) -> Decimal | None:
    try:
        return parse_decimal(re.sub(r"[\u00a0\u202f]", "", text), locale=spoken().locale)
    except (NumberFormatError, InvalidOperation):
        return None


def _digits(text: str) -> str:
    """A number without the signs between its thousands: voices of some languages take them for a point."""
    symbols = Locale.parse(spoken().locale).number_symbols["latn"]
    return text.translate({ord(sign): None for sign in f"{symbols['group']}\u00a0\u202f"})
