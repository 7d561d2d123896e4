"""Reads a CSV file into rows that know their lines, whatever parts its columns and wherever its header is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plainplan.imports.choices import Notebook

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_HEADER_WITHIN = 20
"""Rows. Above the header there may be a title and a note, never a page of them."""


@dataclass(frozen=True)
class Row:
    """One row: the line on which it begins, and its cells."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


@dataclass(frozen=True)
class Table:
    """The titles of the columns, as written, and the rows below them that are not blank."""

    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    line: int


def plain_title(title: str) -> str:
    """A title without case, spaces and signs, to compare it with others."""
    return re.sub(r"[^a-z0-9%]+", "", title.lower())


def read_table(text: str, notes: Notebook, score: Callable[[tuple[str, ...]], int]) -> Table | None:
    """The table in a text. `score` counts the cells of a row that are titles: the best row is the header.

    None, with the problem noted, where the text is no table. Titles are empty where no row is a header.
    """
    read: dict[str, list[Row]] = {}
    line = 1
    for sign in _DELIMITERS:
        rows = _rows(text, sign)
        if isinstance(rows, list):
            read[sign] = rows
        elif sign == ",":
            line = rows
    if not read:
        mend = 'Look for a " that is opened and not closed, or words between a closing " and a comma.'
        notes.refuse(line, "the file cannot be read as a table.", mend)
        return None
    best = max(
        read, key=lambda sign: max((score(row.cells) for row in read[sign][:_HEADER_WITHIN]), default=0)
    )
    if not any(score(row.cells) for row in read[best][:_HEADER_WITHIN]):
        best = max(
            read, key=lambda sign: max((len(row.cells) for row in read[sign][:_HEADER_WITHIN]), default=0)
        )
    if best != ",":
        notes.took(1, f"the columns are parted by {_DELIMITERS[best]}.")
    return _table(read[best], notes, score)


def _rows(text: str, delimiter: str) -> list[Row] | int:
    """The rows, or the line on which they cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, line = [], 1
    try:
        for cells in reader:
            rows.append(Row(line, tuple(cell.strip() for cell in cells)))
            line = reader.line_num + 1
    except csv.Error:
        return line
    return rows


def _table(rows: list[Row], notes: Notebook, score: Callable[[tuple[str, ...]], int]) -> Table:
    filled = [row for row in rows if not row.is_blank]
    scores = [score(row.cells) for row in filled[:_HEADER_WITHIN]]
    if not any(scores):
        return Table((), tuple(filled), filled[0].line if filled else 1)
    header = scores.index(max(scores))
    for row in filled[:header]:
        notes.took(row.line, f'left out what stands above the table: "{" ".join(row.cells)}".')
    blank = [row.line for row in rows if row.is_blank and row.line > filled[header].line]
    trailing = filled[-1].line
    inside = [line for line in blank if line < trailing]
    if inside:
        notes.took(inside[0], _blank(inside))
    titles = filled[header].cells
    below = [row for row in filled[header + 1 :] if not _is_parted_otherwise(row, len(titles), notes)]
    return Table(titles, tuple(below), filled[header].line)


def _is_parted_otherwise(row: Row, columns: int, notes: Notebook) -> bool:
    """Whether a row is parted by another sign than the titles are, which is noted as a problem."""
    first, *others = row.cells
    told = [name for sign, name in _DELIMITERS.items() if first.count(sign) == columns - 1]
    if not told or columns < 2 or any(others):
        return False
    mend = "Part all rows by the same sign, as one spreadsheet saves them."
    notes.refuse(row.line, f"this row is parted by {told[0]}, and the row of titles is not.", mend)
    return True


def _blank(lines: list[int]) -> str:
    return "left out a blank row." if len(lines) == 1 else f"left out {len(lines)} blank rows from here on."


def columns(table: Table, known: Mapping[str, str], notes: Notebook) -> dict[str, int]:
    """The place of each known column, by the name that `known` gives to its plain title."""
    found: dict[str, int] = {}
    for place, title in enumerate(table.titles):
        name = known.get(plain_title(title))
        if name is None:
            continue
        if name in found:
            other = table.titles[found[name]]
            message = f'2 columns say the same: "{other}" and "{title}".'
            notes.refuse(table.line, message, "Delete one of them, or give it another title.")
        found.setdefault(name, place)
    return found


def cell(row: Row, place: int | None) -> str:
    """The text of a cell; empty where the row ends before it."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""
