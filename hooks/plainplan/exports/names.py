"""Names in a workbook, as Excel takes them: no two alike but for capitals, and some signs nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plainplan.language import bare

_LONGEST = 31
_NOT_IN_SHEETS = re.compile(r"[\[\]:*?/\\]")
_ESCAPED, _APOSTROPHE = re.compile(r"(['\[\]#@])"), r"'\1"


def sheets(titles: Iterable[str]) -> list[str]:
    """The names of sheets with these titles."""
    return _told_apart((_NOT_IN_SHEETS.sub(" ", bare(title)).strip("'") for title in titles), _LONGEST)


def heads(titles: Iterable[str]) -> list[str]:
    """The names of the columns of one table."""
    return _told_apart((bare(title) for title in titles), 255)


def quoted(sheet: str) -> str:
    """A sheet as a link or a formula names it."""
    return "'" + sheet.replace("'", "''") + "'"


def column(table: str, head: str) -> str:
    """A column of a table as a formula names it: `actions[Status]`, `actions[[Due, in words]]`."""
    if re.fullmatch(r"\w+", head):
        return f"{table}[{head}]"
    return f"{table}[[{_ESCAPED.sub(_APOSTROPHE, head)}]]"


def _told_apart(names: Iterable[str], longest: int) -> list[str]:
    """The names, shortened, with a number after those that stand before already."""
    made: dict[str, str] = {}
    for name in names:
        found, number = name[:longest], 1
        while found.casefold() in made:
            number += 1
            end = f" {number}"
            found = name[: longest - len(end)] + end
        made[found.casefold()] = found
    return list(made.values())
