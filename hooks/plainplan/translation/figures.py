"""The figures in a text, however a language groups their digits and whichever digits it has."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from plainplan.translation.pieces import plain

_SPACES = "\u00a0\u2009\u202f"
_RUN = re.compile(rf"\d+(?:[.,'’٬٫:{_SPACES}]\d+)*")
_RUN_WITH_SPACES = re.compile(rf"\d+(?:[.,'’٬٫: {_SPACES}]\d+)*")
_SIGN = re.compile(r"\D")
_DIGIT = re.compile(r"\d")
_DIGIT_OF_OTHERS = re.compile(r"[^\D0-9]")
_RANGE = re.compile(r"(\d+)\s?([-–—/])\s?(\d+)(?!\s?[-–—/]?\d)")
_DECIMAL = ".,٫:"
Readings = frozenset[str]
"""What a run of digits may mean: `1.250` is 1250 in one language and 1.25 in another."""


def differences(source: str, translation: str) -> tuple[list[str], list[str]]:
    """The figures that the translation lacks, and those that only it has.

    A space between digits may group them or part two figures: what fits is taken.
    """
    if not (_DIGIT.search(source) or _DIGIT.search(translation)):
        return [], []
    ways = [_compared(wanted, found) for wanted in _groupings(source) for found in _groupings(translation)]
    return min(ways, key=lambda way: len(way[0]) + len(way[1]))


def turned_round(source: str, translation: str) -> list[str]:
    """The pairs, such as 2025-26, whose figures stand the other way round in the translation."""
    if not (first := _pairs(source)):
        return []
    second = _pairs(translation)
    return [
        f"{b}{sign}{a}"
        for (a, b), sign in first.items()
        if a != b and (b, a) in second and (b, a) not in first and (a, b) not in second
    ]


def _pairs(text: str) -> dict[tuple[str, str], str]:
    if not _DIGIT.search(text):
        return {}
    return {(found[1], found[3]): found[2] for found in _RANGE.finditer(_in_latin_digits(plain(text)))}


def _compared(source: Counter[str], translation: Counter[str]) -> tuple[list[str], list[str]]:
    """What is missing and what is more. Runs of digits that are the same in both need no reading."""
    wanted = [figure for run in (source - translation).elements() for figure in _english(run)]
    left = [readings for run in (translation - source).elements() for readings in _foreign(run)]
    left.sort(key=len)
    missing = []
    for figure in wanted:
        match = next((readings for readings in left if figure in readings), None)
        if match is None:
            missing.append(figure)
        else:
            left.remove(match)
    return missing, [max(sorted(readings), key=len) for readings in left]


def _english(run: str) -> Iterator[str]:
    """The figures in a run of the source, which is written as in English: `1,250.5`."""
    for decimal in (".", "٫"):
        whole, point, part = run.rpartition(decimal)
        if point and part.isdigit() and "." not in whole and (figure := _grouped(whole)):
            yield _number(figure, part)
            return
    if figure := _grouped(run):
        yield figure
        return
    yield from (_short(part) for part in _SIGN.split(run))


def _foreign(run: str) -> Iterator[Readings]:
    """The figures in a run of a translation, each with all that it may mean."""
    readings = frozenset(_readings(run))
    if readings:
        yield readings
    else:
        yield from (frozenset([_short(part)]) for part in _SIGN.split(run))


def _readings(run: str) -> Iterator[str]:
    if figure := _grouped(run):
        yield figure
    signs = _SIGN.findall(run)
    if signs and signs[-1] in _DECIMAL and signs[-1] not in signs[:-1]:
        whole, _, part = run.rpartition(signs[-1])
        if figure := _grouped(whole):
            yield _number(figure, part)


def _grouped(run: str) -> str | None:
    """A whole number with or without signs between its groups, of three digits or (lakh) of two."""
    if run.isdigit():
        return _short(run)
    signs, groups = set(_SIGN.findall(run)), _SIGN.split(run)
    regular = all(len(group) in (2, 3) for group in groups[1:-1]) and len(groups[-1]) == 3
    if len(signs) == 1 and ":" not in signs and regular and 1 <= len(groups[0]) <= 3:
        return "".join(groups)
    return None


def _number(whole: str, part: str) -> str:
    part = part.rstrip("0")
    return f"{whole}.{part}" if part else whole


def _short(digits: str) -> str:
    """A day or an hour with or without its nought: `04` is 4. Longer ones are numbers of telephones."""
    return digits.lstrip("0") or "0" if len(digits) <= 2 else digits


def _groupings(text: str) -> tuple[Counter[str], Counter[str]]:
    """The runs of digits in a text: with spaces between groups, and without."""
    read = _in_latin_digits(plain(text))
    return Counter(_RUN_WITH_SPACES.findall(read)), Counter(_RUN.findall(read))


def _in_latin_digits(text: str) -> str:
    return _DIGIT_OF_OTHERS.sub(lambda sign: str(unicodedata.digit(sign[0])), text)


def listed_figures(figures: Iterable[str]) -> str:
    """`400, 12.5`, each once."""
    return ", ".join(dict.fromkeys(figures))
