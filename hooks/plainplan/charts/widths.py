"""How wide words are, near enough to keep them apart, in every script.

Widths are in thousandths of the size. Those of Latin letters are of Liberation Sans (and Arial). Letters of
other scripts join and change their form, so each has the width that it adds to words on average. These were
measured in Chromium on the names of countries, languages and months in Unicode's CLDR, in the widest of the
Noto fonts and DejaVu Sans (tests/charts/test_widths.py has some of the words). Readers' own fonts differ, so
all is taken a little wider.
"""

from __future__ import annotations

from functools import cache
from unicodedata import category, combining, normalize

from plainplan.language import bare

_BY_WIDTH = {
    222: "ijl|'",
    278: " ft!,./:;I[]\\",
    333: "r()-`",
    355: '"',
    500: "ckvxyzsJ",
    556: "abdeghnopqu0123456789L$£_?#",
    584: "+<=>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1015: "@",
}
# Arabic script, with the letters of Urdu.
_ARABIC = {
    260: "اأإٱ",
    330: "آءة",
    460: "ئبتثيىیےنںلٹپہۂڈۓ",
    560: "وؤدذزرژڑۃھهفگ",
    640: "كکغعقمخ",
    800: "جچح",
    1000: "سشصضطظ",
}
_GURMUKHI = {800: "ਅਐਗਇਈ", 1000: "ਆ"}
_GUJARATI = {800: "ભળણ", 900: "અએઍ", 1100: "ઓઔઑઆ"}
# Bengali vowel signs are wider than those of other scripts, and stand alone badly: by their numbers.
_OTHER_INDIAN = {450: "\u09be\u09bf\u09c0\u09c7\u09c8", 750: "\u09cb\u09cc", 900: "ऊঅএও", 1100: "आओऔআ"}
_WIDTHS = {
    sign: width
    for table in (_BY_WIDTH, _ARABIC, _GURMUKHI, _GUJARATI, _OTHER_INDIAN)
    for width, signs in table.items()
    for sign in signs
}
_LIKE = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i"}
"""Letters with a stroke through them, which have no parts in Unicode."""
_OTHER = 620
_WIDE = 1000
_FROM_WIDE = 0x2E80
"""From here on, signs are as wide as they are high, as Chinese ones are."""
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
"""Marks above and below letters, and signs that only steer how words are set."""
_BESIDE = 300
"""Vowel signs of Indian scripts that stand beside their letter."""
_JOINS = -150
"""The sign of Indian scripts that joins two letters to one makes them narrower."""
_VIRAMA = 9  # its class in Unicode
_ROOM = 1.12
_BOLD = 1.07


def width(words: str, size: float, weight: float = 1.0) -> float:
    """The width of one line of text of `size`, in the same unit."""
    units = sum(map(_units, normalize("NFC", bare(words))))
    return units / 1000 * size * _ROOM * weight


@cache
def _units(sign: str) -> int:
    base = normalize("NFD", _LIKE.get(sign, sign))[0]
    for known in (sign, base):
        if known in _WIDTHS:
            return _WIDTHS[known]
    if combining(sign) == _VIRAMA:
        return _JOINS
    if category(sign) in _UNSEEN:
        return 0
    if category(sign) == "Mc":
        return _BESIDE
    return _WIDE if ord(sign) >= _FROM_WIDE else _OTHER


def bold(words: str, size: float) -> float:
    """The width of one line of bold text."""
    return width(words, size, _BOLD)


def wrap(words: str, size: float, room: float, weight: float = 1.0) -> list[str]:
    """The words on lines no wider than `room`, but for single words that are wider."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def wrap_bold(words: str, size: float, room: float) -> list[str]:
    """The same for bold text."""
    return wrap(words, size, room, _BOLD)
