"""Finds out what the columns of a table of figures are."""

from __future__ import annotations

import re

from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.measure_marks import split_marks
from plainplan.imports.numbers import parse_number, settle_point
from plainplan.imports.table import Row, Table, cell, columns, plain_title

_NAMES = {
    "period": "period, time period, reporting period, year, financial year, calendar year, quarter, month,"
    " date, time, when",
    "year_to": "year ending, year to, 12 months to, year ended",
    "start": "start, start date, from, period start, begins",
    "end": "end, end date, to, until, period end, ends",
    "value": "value, figure, result, actual, actual result, number, count, rate, %, percent, percentage,"
    " score, observation, obs value, total, amount, data",
    "part": "part, area, district, group, breakdown part",
    "part_title": "part title",
    "breakdown": "breakdown",
    "breakdown_title": "breakdown title",
    "low": "low, lower, lower ci, lower limit, lower confidence limit, lci, lower 95% ci, ci lower,"
    " lower bound",
    "high": "high, upper, upper ci, upper limit, upper confidence limit, uci, upper 95% ci, ci upper,"
    " upper bound",
    "status": "status, marker, flag, observation status, obs status, provisional or revised",
    "reason": "reason, why not available",
    "note": "note, notes, comment, comments, footnote, remarks",
    "base": "base, n, sample, sample size, respondents, responses, cases, denominator",
    "published": "published, first published, publication date, release date",
    "break_before": "break, break before, break in series",
}
KNOWN = {plain_title(name): field for field, names in _NAMES.items() for name in names.split(",")}
"""A plain title → the field of a figure that it stands for; `part`: what a row is of, if not of the whole."""
WHEN = ("period", "year_to", "start", "end")


def titles_known(cells: tuple[str, ...]) -> int:
    """How many cells of a row are titles of columns; a row with none that says when is no header."""
    found = [KNOWN[plain_title(text)] for text in cells if plain_title(text) in KNOWN]
    filled = sum(bool(text) for text in cells)
    return len(found) if any(name in WHEN for name in found) and filled > 1 else 0


def find_columns(
    table: Table, value: str | None, more: tuple[str, ...], notes: Notebook
) -> dict[str, int] | None:
    """The place of each column, by field. None, with the problem noted, where that is not clear.

    `value` is the title of the figures' column, where the editor says it; `more` are other names that it may
    have, such as the title of the measure.
    """
    if not table.titles:
        return _without_titles(table, notes)
    known = KNOWN | {plain_title(name): "value" for name in more if plain_title(name) not in KNOWN}
    certain = plain_title(value) if value is not None else "value"
    if value is not None or certain in map(plain_title, table.titles):
        known = {title: field for title, field in known.items() if field != "value"} | {certain: "value"}
    found = columns(table, known, notes)
    if value is not None and "value" not in found:
        titles = ", ".join(f'"{title}"' for title in table.titles if title)
        notes.refuse(table.line, f'there is no column "{value}".', f"The columns are: {titles}.")
        return None
    if "value" not in found:
        found |= _only_figures(table, found, notes)
    if "value" not in found or not any(name in found for name in WHEN):
        return None
    for place, title in enumerate(table.titles):
        if title and place not in found.values():
            notes.took(table.line, f'left out the column "{title}".')
    return found


def _without_titles(table: Table, notes: Notebook) -> dict[str, int] | None:
    width = max((len(row.cells) for row in table.rows), default=0)
    if width != 2:
        mend = "Begin the file with a row of titles, such as Period and Value."
        notes.refuse(1, "the columns have no titles.", mend)
        return None
    notes.took(
        table.line, "the columns have no titles: took the first as the period, and the second as the value."
    )
    return {"period": 0, "value": 1}


def _only_figures(table: Table, found: dict[str, int], notes: Notebook) -> dict[str, int]:
    """The one column without a known title in which there are figures."""
    left = [place for place in range(len(table.titles)) if place not in found.values()]
    figures = [place for place in left if holds_figures(table.rows, place)]
    if len(figures) == 1:
        notes.took(table.line, f'took the column "{table.titles[figures[0]]}" as the figures.')
        return {"value": figures[0]}
    if figures:
        names = ", ".join(f'"{table.titles[place]}"' for place in figures)
        mend = (
            'Say which one: --value "…". Or give each part rows of its own, and a column Area that names it.'
        )
        notes.refuse(table.line, f"{len(figures)} columns hold figures: {names}.", mend)
    else:
        notes.refuse(table.line, "no column holds figures.", "Call the column of the figures Value.")
    return {}


def holds_figures(rows: tuple[Row, ...], place: int) -> bool:
    """Whether most cells of a column are figures or say that there is none."""
    texts = [cell(row, place) for row in rows if cell(row, place)]
    good = 0
    point = settle_point(split_marks(text).text for text in texts)
    for text in texts:
        marked = split_marks(text)
        try:
            parse_number(marked.text or "0", point)
        except UnclearError:
            good += bool(re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", marked.text))
        else:
            good += 1
    return bool(texts) and good * 2 > len(texts)
