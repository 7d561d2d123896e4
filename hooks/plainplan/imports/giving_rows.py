"""Reads 360Giving files, JSON or CSV, into flat rows: the way to a field, such as
`recipientOrganization.name`, and its text. What the rows mean is for `giving` to say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from plainplan.exports.giving_columns import COLUMNS, LISTS
from plainplan.imports.choices import Notebook
from plainplan.imports.table import Row, Table, plain_title, read_table

_ONE_ONLY = frozenset({"recipientOrganization", "fundingOrganization"})
"""Several of these are refused, not cut down to the first."""
_MORE = {
    "Actual Dates:Duration (months)": "actualDates.duration",
    "Recipient Individual:Identifier": "recipientIndividual.id",
    "Recipient Individual:Name": "recipientIndividual.name",
    "Last Modified": "dateModified",
    "Funding Org:Department": "fundingOrganization.department",
    "Grant Programme:Code": "grantProgramme.code",
    "Grant Programme:URL": "grantProgramme.url",
}


@dataclass(frozen=True)
class GivingRow:
    """One grant as it stands in the file. Numbers of JSON are in `exact`: they have one meaning."""

    line: int
    texts: dict[str, str]
    exact: frozenset[str] = frozenset()
    classifications: tuple[dict[str, str], ...] = ()
    several: dict[str, list[str]] = field(default_factory=dict)
    """The names under a field that stands for several, such as recipients."""


@dataclass
class _Titles:
    """Every way to write a title: as the standard does, or as the JSON calls it."""

    known: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for title, path in COLUMNS.items():
            way = ".".join(
                str(step) for step in path if not isinstance(step, int) or path[0] == "classifications"
            )
            self.known[self._plain(title)] = way
            self.known[self._plain(way)] = way
        for title, way in _MORE.items():
            self.known[self._plain(title)] = way
            self.known[self._plain(way)] = way

    def way(self, title: str) -> str | None:
        """The way that a title stands for."""
        return self.known.get(self._plain(title))

    def _plain(self, title: str) -> str:
        numbered = "classification" in title.lower()
        return plain_title(title if numbered else re.sub(r"[:/.]0(?=[:/.])", "", title))


_TITLES = _Titles()
_NEEDED = {
    "Identifier": ("id",),
    "Title": ("title",),
    "Amount Awarded": ("amountAwarded",),
    "Award Date": ("awardDate",),
    "Recipient Org:Name": ("recipientOrganization.name", "recipientIndividual.name"),
}
"""A title of the standard → the ways, one of which a table of grants must have."""
_ADD = "Add them, or check that the file follows the 360Giving standard."
_OURS = "This is the grants.csv of a site like this one: take its grants.360giving.csv instead."


def rows_of(text: str, notes: Notebook) -> list[GivingRow]:
    """Every row of a file; problems and choices are noted."""
    if text.lstrip()[:1] in ("{", "["):
        return _from_json(text, notes)
    table = read_table(text, notes, lambda cells: sum(_TITLES.way(cell) is not None for cell in cells))
    if table is None:
        return []
    if not table.titles:
        mend = "It begins with a row of titles such as Identifier, Title, Amount Awarded."
        notes.refuse(1, "this is not a 360Giving file.", mend)
        return []
    return _from_table(table, notes)


def _from_table(table: Table, notes: Notebook) -> list[GivingRow]:
    ways: dict[str, int] = {}
    held = {_TITLES.way(title) for title in table.titles}
    if missing := [title for title, any_of in _NEEDED.items() if not held.intersection(any_of)]:
        message = f"the file lacks the columns {', '.join(missing)}."
        if len(missing) == 1:
            message = f"the file lacks the column {missing[0]}."
        notes.refuse(table.line, message, _OURS if _is_our_own(table) else _ADD)
        return []
    for place, title in enumerate(table.titles):
        way = _TITLES.way(title)
        if way is None:
            if title:
                notes.took(table.line, f'left out the column "{title}": a plan has no place for it.')
        elif way in ways:
            message = f'2 columns are called "{title}".'
            notes.refuse(table.line, message, "Delete one of them, or give it another title.")
        else:
            ways[way] = place
    return [_from_row(row, ways) for row in table.rows]


def _is_our_own(table: Table) -> bool:
    """Whether it is the grants.csv that a site offers, which is for spreadsheets."""
    return {"budget_year", "budget_line", "recipient_is_person"} <= set(table.titles)


def _from_row(row: Row, ways: dict[str, int]) -> GivingRow:
    texts = {
        way: row.cells[place] for way, place in ways.items() if place < len(row.cells) and row.cells[place]
    }
    entries: dict[str, dict[str, str]] = {}
    for way in [way for way in texts if way.startswith("classifications.")]:
        _, number, name = way.split(".")
        entries.setdefault(number, {})[name] = texts.pop(way)
    return GivingRow(row.line, texts, frozenset(), tuple(entries[number] for number in sorted(entries)))


def _from_json(text: str, notes: Notebook) -> list[GivingRow]:
    try:
        found = list(_grants(text))
    except RecursionError:
        notes.refuse(1, "lists stand inside lists too deeply.", "Check that it is the right file.")
    except json.JSONDecodeError as error:
        mend = "Look there for a missing comma, quote or bracket."
        notes.refuse(error.lineno, f"the file is not JSON: {error.msg[:1].lower()}{error.msg[1:]}.", mend)
    except ValueError:
        notes.refuse(1, "a number in the file cannot be read.", "Check that it is the right file.")
    else:
        rows = [_flat(line, grant, notes) for line, grant in found]
        return [row for row in rows if row is not None]
    return []


class _Exact(str):
    """A number of JSON, as written."""


def _number(text: str) -> _Exact:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if abs(value.adjusted()) > 30:
        raise ValueError(text)
    return _Exact(format(value, "f"))


def _refuse_constant(text: str) -> str:
    raise ValueError(text)


_DECODER = json.JSONDecoder(parse_float=_number, parse_int=_number, parse_constant=_refuse_constant)


def _grants(text: str) -> Iterator[tuple[int, Any]]:
    """Every grant with its line. A file is a package with `grants`, or a list. Raises ValueError."""
    whole = _DECODER.decode(text)
    grants = whole.get("grants") if isinstance(whole, dict) else whole
    if not isinstance(grants, list):
        raise json.JSONDecodeError("There is no list called grants", text, 0)
    start = _start_of_list(text, isinstance(whole, dict))
    for _ in grants:
        start = _after(text, start, ",")
        grant, end = _DECODER.raw_decode(text, start)
        yield text[:start].count("\n") + 1, grant
        start = end


def _start_of_list(text: str, in_package: bool) -> int:
    """Where the entries of the list begin."""
    start = _after(text, 0, "")
    if not in_package:
        return start + 1
    at, last = start + 1, -1
    while True:
        at = _after(text, at, ",")
        if text[at] == "}":
            return last
        key, at = _DECODER.raw_decode(text, at)
        at = _after(text, at, ":")
        if key == "grants":
            last = at + 1
        _, at = _DECODER.raw_decode(text, at)


def _after(text: str, at: int, signs: str) -> int:
    """The next place that is neither white nor one of `signs`."""
    while at < len(text) - 1 and (text[at].isspace() or text[at] in signs):
        at += 1
    return at


def _flat(line: int, grant: Any, notes: Notebook) -> GivingRow | None:
    if not isinstance(grant, dict):
        notes.refuse(line, "an entry of the list is not a grant.", "Write each grant in { }.")
        return None
    texts: dict[str, str] = {}
    exact: set[str] = set()
    known = set(_TITLES.known.values())
    entries: tuple[dict[str, str], ...] = ()
    several: dict[str, list[str]] = {}
    for name, given in grant.items():
        if name == "classifications" and isinstance(given, list):
            entries = tuple(
                {key: str(text) for key, text in entry.items()} for entry in given if isinstance(entry, dict)
            )
            continue
        if isinstance(given, list) and len(given) > 1 and name in LISTS:
            several[name] = [_said(entry) for entry in given]
            if name not in _ONE_ONLY:
                others = "; ".join(several[name][1:])
                notes.took(line, f'took the first of {len(given)} under "{name}", and left out: {others}.')
        value = next(iter(given), None) if isinstance(given, list) else given
        inside = value.items() if isinstance(value, dict) else [("", value)]
        for key, text in inside:
            way = f"{name}.{key}" if key else name
            if isinstance(text, dict | list | bool) or text is None or way not in known:
                if text not in (None, "", [], {}):
                    said = _said(text)
                    notes.took(line, f'left out "{way}", a plan has no place for it: "{said}".')
                continue
            texts[way] = str(text).strip()
            if isinstance(text, _Exact):
                exact.add(way)
    filled = {way: text for way, text in texts.items() if text}
    return GivingRow(line, filled, frozenset(exact), entries, several)


def _said(entry: Any) -> str:
    """The words of an entry, to be shown."""
    if isinstance(entry, dict):
        return str(entry.get("name") or ", ".join(_said(value) for value in entry.values()))
    return ", ".join(_said(value) for value in entry) if isinstance(entry, list) else str(entry)
