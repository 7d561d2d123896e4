"""Tables of other shapes, turned into one with a row for each period: years across, areas across, 2 columns
that say the period together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.measure_columns import KNOWN, WHEN, holds_figures
from plainplan.imports.periods import parse_period
from plainplan.imports.table import Row, Table, cell, plain_title
from plainplan.model import Measure

_PART_OF_A_YEAR = frozenset({"quarter", "month"})
_YEAR = frozenset({"year", "financialyear", "calendaryear"})
WHOLE = frozenset({"all", "total", "whole", "allareas", "forcearea", "wholearea", "overall"})
"""What tables call the whole, where they have its parts too; without case and spaces."""


@dataclass(frozen=True)
class Known:
    """What the plan knows of the parts: the measure that is there, and the name of the whole area."""

    measure: Measure | None
    area: str | None

    def is_whole(self, words: str) -> bool:
        """Whether words name the whole, and not one part."""
        plain = plain_title(words)
        return plain in WHOLE or bool(self.area and plain == plain_title(self.area))

    def part_of(self, words: str) -> tuple[str, str] | None:
        """The ids of the breakdown and of the part of it that words name."""
        for breakdown in self.measure.breakdowns if self.measure else ():
            for part in breakdown.parts:
                if plain_title(words) in (plain_title(part.title), plain_title(part.id)):
                    return breakdown.id, part.id
        return None


def refuse_years_across(table: Table, notes: Notebook) -> bool:
    """Note as a problem that the periods stand in the row of titles. Says whether they do."""
    titles = table.titles or (table.rows[0].cells if table.rows else ())
    across = [title for title in titles if _is_period(title)]
    if len(across) < 2:
        return False
    shown = ", ".join(f'"{title}"' for title in across[:4])
    mend = (
        'Turn the table (in a spreadsheet: copy, then "Paste special", "Transpose"), and write Period above.'
    )
    line = table.line if table.titles else table.rows[0].line
    notes.refuse(line, f"the periods stand side by side, and each needs a row of its own: {shown}.", mend)
    return True


def _is_period(title: str) -> bool:
    if not re.search(r"[0-9]{4}|[0-9]/[0-9]", title):
        return False
    try:
        parse_period(title)
    except UnclearError as unclear:
        return "may be" in unclear.message
    return True


def with_joined_periods(table: Table, notes: Notebook) -> Table:
    """The table with one column for the period, where a quarter or month stands beside its year."""
    plain = [plain_title(title) for title in table.titles]
    parts = [place for place, title in enumerate(plain) if title in _PART_OF_A_YEAR]
    years = [place for place, title in enumerate(plain) if title in _YEAR]
    if len(parts) != 1 or len(years) != 1:
        return table
    part, year = parts[0], years[0]
    titles = list(table.titles)
    notes.took(table.line, f'took "{titles[part]}" and "{titles[year]}" together as the period.')
    titles[part], titles[year] = "Period", ""
    return Table(tuple(titles), tuple(_row_joined(row, part, year) for row in table.rows), table.line)


def _row_joined(row: Row, part: int, year: int) -> Row:
    cells = [cell(row, place) for place in range(max(len(row.cells), part + 1, year + 1))]
    first = f"Q{cells[part]}" if re.fullmatch("[1-4]", cells[part]) else cells[part]
    cells[part], cells[year] = f"{first} {cells[year]}".strip(), ""
    return Row(row.line, tuple(cells))


def with_rows_of_parts(table: Table, known: Known, value: str | None, notes: Notebook) -> Table:
    """The table with a row for each part and period, where the parts stand side by side.

    Every column of figures must be named as a part that the measure has, or as the whole.
    """
    fields = [KNOWN.get(plain_title(title)) for title in table.titles]
    if value is not None or "value" in fields or "part" in fields:
        return table
    wide = [
        place
        for place, title in enumerate(table.titles)
        if title and fields[place] is None and holds_figures(table.rows, place)
    ]
    named = [table.titles[place] for place in wide]
    parts = [title for title in named if known.part_of(title)]
    if not parts or not all(known.part_of(title) or known.is_whole(title) for title in named):
        return table
    notes.took(table.line, f"took the columns {', '.join(named)} as figures of parts and of the whole.")
    kept = [place for place, field in enumerate(fields) if field in (*WHEN, "note", "published")]
    titles = (*(table.titles[place] for place in kept), "Part", "Value")
    rows = [
        Row(
            row.line, (*(cell(row, place) for place in kept), table.titles[wide_place], cell(row, wide_place))
        )
        for wide_place in wide
        for row in table.rows
    ]
    return replace(table, titles=titles, rows=tuple(rows))
