"""A table of figures (CSV) as the series of a measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.days import is_iso, parse_day, parse_edge, settle_order, spoken
from plainplan.imports.measure_columns import find_columns, titles_known
from plainplan.imports.measure_join import Figures, joined
from plainplan.imports.measure_marks import Marked, split_marks, status_of
from plainplan.imports.measure_parts import Part, Parts, breakdowns_of, is_of_parts
from plainplan.imports.measure_periods import OwnPeriods
from plainplan.imports.measure_shape import (
    Known,
    refuse_years_across,
    with_joined_periods,
    with_rows_of_parts,
)
from plainplan.imports.numbers import parse_number, settle_point
from plainplan.imports.periods import Settled, Span, parse_period
from plainplan.imports.records import NO_UNIT, build
from plainplan.imports.table import Row, Table, cell, read_table
from plainplan.load.yaml_source import Keys
from plainplan.model import Measure

_NOT_ROWS = re.compile(r"(grand )?total|average|mean|all years|change\b.*", re.IGNORECASE)
_PERCENT = re.compile(r"% *$|per ?cent *$|pct *$", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """What the editor says: which measure, and what to do with what may be read two ways."""

    measure: str
    settled: Settled = field(default_factory=Settled)
    value: str | None = None
    area: str | None = None
    """The area of the plan: rows of it are of the whole."""


def read_measure(text: str, asked: Asked, before: Measure | None, notes: Notebook) -> Measure | None:
    """The measure with the figures of the file. `before` is the one that the plan has already.

    None, with the problems noted, where any row cannot be taken.
    """
    table = read_table(text, notes, titles_known)
    if table is None or (not titles_known(table.titles) and refuse_years_across(table, notes)):
        return None
    known = Known(before, asked.area)
    table = with_rows_of_parts(with_joined_periods(table, notes), known, asked.value, notes)
    more = (before.title, before.unit, before.id) if before else (asked.measure,)
    places = find_columns(table, asked.value, more, notes)
    if places is None:
        return None
    rows = _Rows(table, places, asked.settled, known, notes)
    figures = rows.read()
    if not figures and not notes.problems:
        notes.refuse(table.line, "there is no figure in the file.", "Check that it is the right file.")
    if notes.problems:
        return None
    return _built(figures, asked.measure, rows, before, notes)


def _built(
    figures: dict[Part, Figures], name: str, rows: _Rows, before: Measure | None, notes: Notebook
) -> Measure | None:
    """The measure of the plan, or a new one, with the figures that were read."""
    whole = figures.pop(Part(), [])
    series = joined(whole, before.series if before else (), "", notes)
    if not whole:
        notes.took(0, "the file has parts only: the figures of the whole stay as they are.")
    lines: dict[Keys, int] = {("series", place): line for place, (line, _) in enumerate(series)}
    breakdowns, more = breakdowns_of(figures, rows.parts, before.breakdowns if before else (), notes)
    made = {"series", "breakdowns"}
    data = before.model_dump(exclude=made, by_alias=True) if before else _new(name, rows, notes)
    data |= {"series": [figure for _, figure in series], "breakdowns": breakdowns}
    return build(Measure, data, lines | more, notes)


class _Rows:
    """Reads the rows of one table."""

    def __init__(
        self, table: Table, places: dict[str, int], settled: Settled, known: Known, notes: Notebook
    ) -> None:
        self.rows = table.rows
        self.places = places
        self.before = known.measure
        self.notes = notes
        self.parts = Parts(self._text, known, is_of_parts(table.titles), notes)
        self.own = OwnPeriods(known.measure)
        when = [self._text(row, name) for row in self.rows for name in ("period", "start", "end", "year_to")]
        order = settled.order or settle_order(when)
        self.settled = replace(settled, order=order).with_column([*when, *self.own.pairs])
        self.settled = self.own.settle(self.settled, _title(table, places), table.line, notes)
        values = [
            split_marks(self._text(row, name)).text for row in self.rows for name in ("value", "low", "high")
        ]
        self.point = settle_point(values)
        self.percent = self._is_of_percentages()

    def _text(self, row: Row, name: str) -> str:
        return cell(row, self.places.get(name)) if name in self.places else ""

    def _is_of_percentages(self) -> bool:
        """Whether the figures have a sign %. Some with and some without are refused."""
        marked = [(row, split_marks(self._text(row, "value")).text) for row in self.rows]
        filled = [(row, text) for row, text in marked if re.search("[0-9]", text) and not self._is_total(row)]
        percent = [(row, text) for row, text in filled if _PERCENT.search(text)]
        if percent and len(percent) < len(filled) and (self.before is None or self.before.unit != "%"):
            row, text = percent[0]
            words = f'"{text}" is a percentage, and not all of the figures are.'
            self.notes.refuse(row.line, f"value: {words}", "Give all of them in one unit.")
        return bool(percent)

    def read(self) -> dict[Part, Figures]:
        """The figures of the whole and of each part, in the order of their periods, each with its line."""
        rows = [row for row in self.rows if not self._is_other(row)]
        by_part = self.parts.sorted_by_part(rows) if rows else {}
        return {part: self._series(found) for part, found in by_part.items()}

    def _series(self, rows: Sequence[Row]) -> Figures:
        found: dict[tuple[str, str], tuple[int, dict[str, Any]]] = {}
        for row in rows:
            figure = self._figure(row)
            if figure is None:
                continue
            key = (figure["start"], figure["end"])
            if key in found:
                self._again(row, found[key], figure)
            found.setdefault(key, (row.line, figure))
        ordered = sorted(found.values(), key=lambda entry: (entry[1]["start"], entry[1]["end"]))
        if ordered != list(found.values()):
            self.notes.took(0, "put the figures in the order of time.")
        return ordered

    def _is_total(self, row: Row) -> bool:
        period = self._text(row, "period") or self._text(row, "year_to") or self._text(row, "start")
        return bool(_NOT_ROWS.fullmatch(period)) or (not period and not self._text(row, "end"))

    def _is_other(self, row: Row) -> bool:
        """Whether a row is a total or a note, and no figure of a period."""
        words = next((text for text in row.cells if text), "")
        alone = sum(bool(text) for text in row.cells) == 1
        if self._is_total(row):
            self.notes.took(row.line, f'left out a row that is no period: "{" ".join(row.cells)}".')
            return True
        if alone and not self._has_period(row):
            self.notes.took(row.line, f'left out a note: "{words}".')
            return True
        return False

    def _has_period(self, row: Row) -> bool:
        try:
            self._span(row)
        except UnclearError as unclear:
            return "may be" in unclear.message
        return True

    def _figure(self, row: Row) -> dict[str, Any] | None:
        try:
            span, period = self._span(row)
        except UnclearError as unclear:
            self.notes.refuse_unclear(row.line, "period", unclear)
            return None
        if span.how:
            words = f"took {period} as {span.how}: {spoken(span.start)} to {spoken(span.end)}."
            self.notes.took(row.line, words.replace(f": {spoken(span.end)} to", ":"))
        figure: dict[str, Any] = {
            "period": period,
            "start": span.start.isoformat(),
            "end": span.end.isoformat(),
        }
        figure |= self._value(row)
        for name in ("low", "high", "base"):
            if text := self._text(row, name):
                figure[name] = self._number(row, name, text)
        if text := self._text(row, "published"):
            figure["published"] = self._day(row, text)
        figure |= {name: text for name in ("note", "break_before") if (text := self._text(row, name))}
        return figure

    def _span(self, row: Row) -> tuple[Span, str]:
        """The days of a row, and what its period is called."""
        period, start, end = (self._text(row, name) for name in ("period", "start", "end"))
        if ending := self._text(row, "year_to"):
            period = period or f"Year to {ending}"
        if start and end:
            first = parse_edge(start, self.settled.order, last=False)
            last = parse_edge(end, self.settled.order, last=True)
            if last < first:
                raise UnclearError(f'it ends on "{end}", before it begins on "{start}".', "Check both dates.")
            own = spoken(first) if first == last else f"{spoken(first)} to {spoken(last)}"
            plain = is_iso(start) and is_iso(end)
            return Span(first, last, "" if plain else "these days"), period or own
        words = period or start or end
        return self.own.span(words) or parse_period(words, self.settled), words

    def _value(self, row: Row) -> dict[str, Any]:
        marked = split_marks(self._text(row, "value"))
        found: dict[str, Any] = {"status": marked.status, "note": marked.note}
        if text := self._text(row, "status"):
            found["status"] = status_of(text) or marked.status
            if status_of(text) is None:
                self.notes.took(row.line, f'left out the status "{text}", which is not known.')
        reason = self._text(row, "reason")
        if not marked.text:
            return found | {"value": "not available", "reason": reason or self._missing(row, marked)}
        return found | {"value": self._number(row, "value", marked.text)}

    def _missing(self, row: Row, marked: Marked) -> str:
        text = self._text(row, "value") or "an empty cell"
        self.notes.took(row.line, f'took {text} as "not available": {marked.reason}')
        return marked.reason or ""

    def _number(self, row: Row, name: str, text: str) -> str | None:
        try:
            figure = parse_number(text, self.point)
        except UnclearError as unclear:
            self.notes.refuse_unclear(row.line, name, unclear)
            return None
        unit = self.before.unit if self.before else "%"
        if figure.percent and unit != "%":
            message = f'{name}: "{text}" is a percentage, and the unit of the measure is "{unit}".'
            self.notes.refuse(row.line, message, "Check that it is the right file.")
        written = format(figure.value, "f")
        if not figure.plain:
            self.notes.took(row.line, f'took "{text}" as {written}.')
        return written

    def _day(self, row: Row, text: str) -> str | None:
        try:
            day: date = parse_day(text, self.settled.order)
        except UnclearError as unclear:
            self.notes.refuse_unclear(row.line, "published", unclear)
            return None
        if not is_iso(text):
            self.notes.took(row.line, f"took {text} as {spoken(day)}.")
        return day.isoformat()

    def _again(self, row: Row, first: tuple[int, dict[str, Any]], figure: dict[str, Any]) -> None:
        line, other = first
        first_part = self._text(row, "part")
        if other["value"] == figure["value"]:
            self.notes.took(row.line, f"left out {figure['period']}, which line {line} says already.")
            return
        both = f"{other['value']} in line {line}, and {figure['value']}"
        about = f" of {first_part}" if first_part else ""
        message = f"there are 2 figures{about} for {figure['period']}: {both}."
        self.notes.refuse(
            row.line, message, "Keep one of them; for parts, add a column Area that names them."
        )


def _title(table: Table, places: dict[str, int]) -> str:
    """The title of the column of periods."""
    return table.titles[places["period"]] if table.titles and "period" in places else ""


def _new(name: str, rows: _Rows, notes: Notebook) -> dict[str, Any]:
    """A measure of which only the figures are known."""
    title = name.replace("-", " ").capitalize()
    unit = "%" if rows.percent else NO_UNIT
    words = (
        f'there is no measure "{name}" yet: took "{title}" as its title, "{unit}" as its unit, "performance '
        'metric" as its kind, and "not published" for source, frequency and owner.'
    )
    notes.took(0, f"{words} Write them in data/measures/{name}.yml.")
    return {
        "id": name,
        "title": title,
        "tells_you": title,
        "kind": "performance metric",
        "unit": unit,
        "source": {"title": "Not published"},
        "frequency": "Not published",
        "owner": "not published",
    }
