"""Breaks words into lines, and keeps them in order in both directions of writing (UAX 9)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from plainplan.formats.spoken import Words

WIDTH = 72
"""Short enough for a window of 80 columns, and for a quotation mark before it in an email."""
_RIGHT_TO_LEFT_MARK = "\u200f"
_ISOLATES = "\u2066\u2067\u2068"
_BY_DIRECTION = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"
_NO_BREAK = "\u00a0"


@cache
def direction(language: str) -> str:
    """Where the lines of a language begin: `ltr` or `rtl`."""
    try:
        return Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):  # a tag that Babel does not know, as of the pseudo-locale
        return "ltr"


def width(text: str) -> int:
    """How many columns a terminal gives to a text: none to marks, two to wide signs (UAX 11)."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def in_order(words: Words, around: str) -> str:
    """The words, those of the other direction set apart, so that signs beside them keep their side."""
    return "".join(
        run.text
        if direction(run.language) == around
        else f"{_BY_DIRECTION[direction(run.language)]}{run.text}{_END}"
        for run in words
    )


def wrap(text: str, first: str = "", rest: str = "", columns: int = WIDTH) -> list[str]:
    """Lines of at most `columns`; only what has no space in it may be longer. Indents as given."""
    lines: list[list[str]] = []
    room = 0
    for word in text.split(" "):
        needed = width(word)
        if not lines or needed + 1 > room:
            lines.append([])
            room = columns - width(rest if len(lines) > 1 else first) + 1
        lines[-1].append(word)
        room -= needed + 1
    joined = (" ".join(line).replace(_NO_BREAK, " ") for line in lines)
    return [f"{rest if number else first}{line}" for number, line in enumerate(_isolated(joined))]


def _isolated(lines: Iterable[str]) -> Iterator[str]:
    """Each line with its own isolates: they end where a line ends, as every line is a paragraph of text."""
    open_: list[str] = []
    for line in lines:
        begun = "".join(open_)
        for sign in line:
            if sign in _ISOLATES:
                open_.append(sign)
            elif sign == _END and open_:
                open_.pop()
        yield f"{begun}{line}{_END * len(open_)}"


def directed(line: str, towards: str) -> str:
    """A line that begins on the side of its language, whatever sign stands first in it (UAX 9, rule P2)."""
    if towards == "ltr" or not line.strip() or _first_strong(line) in ("R", "AL"):
        return line
    indent = len(line) - len(line.lstrip(" "))
    return f"{line[:indent]}{_RIGHT_TO_LEFT_MARK}{line[indent:]}"


def _first_strong(line: str) -> str:
    isolated = 0
    for sign in line:
        isolated = max(0, isolated + (sign in _ISOLATES) - (sign == _END))
        if not isolated and (kind := unicodedata.bidirectional(sign)) in ("L", "R", "AL"):
            return kind
    return ""
