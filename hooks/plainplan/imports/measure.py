"""A table of figures (CSV) as the series of a measure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.days import is_iso, parse_day, parse_edge, settle_order, spoken
from plainplan.imports.measure_columns import find_columns, titles_known
from plainplan.imports.measure_marks import Marked, split_marks, status_of
from plainplan.imports.numbers import parse_number, settle_point
from plainplan.imports.periods import Settled, Span, parse_period
from plainplan.imports.records import build
from plainplan.imports.table import Row, Table, cell, read_table
from plainplan.load.yaml_source import Keys
from plainplan.model import Measure

_NOT_ROWS = re.compile(r"(grand )?total|average|mean|all years|change\b.*", re.IGNORECASE)
_KEPT = ("published", "revisions", "break_before", "base", "note", "low", "high")
"""What a figure that is there already keeps, where the file says nothing of it."""


@dataclass(frozen=True)
class Asked:
    """What the editor says: which measure, and what to do with what may be read two ways."""

    measure: str
    settled: Settled = field(default_factory=Settled)
    value: str | None = None


def read_measure(text: str, asked: Asked, before: Measure | None, notes: Notebook) -> Measure | None:
    """The measure with the figures of the file. `before` is the one that the plan has already.

    None, with the problems noted, where any row cannot be taken.
    """
    table = read_table(text, notes, titles_known)
    if table is None:
        return None
    more = (before.title, before.unit, before.id) if before else (asked.measure,)
    places = find_columns(table, asked.value, more, notes)
    if places is None:
        return None
    rows = _Rows(table, places, asked.settled, before, notes)
    figures = rows.read()
    if not figures and not notes.problems:
        notes.refuse(table.line, "there is no figure in the file.", "Check that it is the right file.")
    if notes.problems:
        return None
    figures = _joined(figures, before, notes)
    series = [figure for _, figure in figures]
    lines: dict[Keys, int] = {("series", place): line for place, (line, _) in enumerate(figures)}
    data = (
        before.model_dump(exclude={"series"}, by_alias=True) if before else _new(asked.measure, rows, notes)
    )
    return build(Measure, data | {"series": series}, lines, notes)


class _Rows:
    """Reads the rows of one table."""

    def __init__(
        self, table: Table, places: dict[str, int], settled: Settled, before: Measure | None, notes: Notebook
    ) -> None:
        self.rows = table.rows
        self.places = places
        self.before = before
        self.notes = notes
        self.percent = False
        when = [self._text(row, name) for row in self.rows for name in ("period", "start", "end", "year_to")]
        order = settled.order or settle_order(when)
        self.settled = Settled(order, settled.quarters, settled.hyphens_are_years).with_column(when)
        values = [
            split_marks(self._text(row, name)).text for row in self.rows for name in ("value", "low", "high")
        ]
        self.point = settle_point(values)

    def _text(self, row: Row, name: str) -> str:
        return cell(row, self.places.get(name)) if name in self.places else ""

    def read(self) -> list[tuple[int, dict[str, Any]]]:
        """The figures in the order of their periods, each with its line."""
        found: dict[tuple[str, str], tuple[int, dict[str, Any]]] = {}
        parts = self._parts()
        for row in self.rows:
            if row in parts or self._is_other(row):
                continue
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

    def _parts(self) -> list[Row]:
        """The rows that are of parts, such as one district, and not of the whole."""
        named = [row for row in self.rows if self._text(row, "part")]
        names = sorted({self._text(row, "part") for row in named})
        if len(names) < 2 and len(named) == len(self.rows):
            return []
        if len(named) == len(self.rows):
            message = f"no row is of the whole: the rows are of {', '.join(names)}."
            self.notes.refuse(named[0].line, message, "Keep the rows of one of them.")
        elif named:
            self.notes.took(named[0].line, f"left out {len(named)} rows that are of parts, not of the whole.")
        return named

    def _is_other(self, row: Row) -> bool:
        """Whether a row is a total or a note, and no figure of a period."""
        words = next((text for text in row.cells if text), "")
        alone = sum(bool(text) for text in row.cells) == 1
        period = self._text(row, "period") or self._text(row, "year_to") or self._text(row, "start")
        if _NOT_ROWS.fullmatch(period.strip()) or (not period and not self._text(row, "end")):
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
        return parse_period(words, self.settled), words

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
        self.percent = self.percent or figure.percent
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
        if other["value"] == figure["value"]:
            self.notes.took(row.line, f"left out {figure['period']}, which line {line} says already.")
            return
        both = f"{other['value']} in line {line}, and {figure['value']}"
        message = f"there are 2 figures for {figure['period']}: {both}."
        self.notes.refuse(row.line, message, "Keep one of them; the parts of a measure need a file each.")


def _joined(
    figures: list[tuple[int, dict[str, Any]]], before: Measure | None, notes: Notebook
) -> list[tuple[int, dict[str, Any]]]:
    """The figures of the file together with what the plan has already: nothing of it is lost unsaid."""
    if before is None:
        return figures
    there = {(str(item.start), str(item.end)): item for item in before.series}
    joined = []
    for line, read in figures:
        figure = read
        old = there.pop((figure["start"], figure["end"]), None)
        if old is not None:
            kept = old.model_dump(include=set(_KEPT), exclude_defaults=True)
            given = {name: value for name, value in figure.items() if value}
            if str(old.value) != figure["value"]:
                words = f"{figure['value']} takes the place of {old.value}, for {old.period}."
                notes.took(line, f"{words} If it was published, add it under revisions.")
            figure = {**kept, **given, "period": old.period}
        joined.append((line, figure))
    if there:
        names = ", ".join(item.period for item in there.values())
        notes.took(0, f"kept what the measure has and the file does not: {names}.")
    rest = [(0, item.model_dump(exclude_defaults=True)) for item in there.values()]
    return sorted([*joined, *rest], key=lambda entry: (str(entry[1]["start"]), str(entry[1]["end"])))


def _new(name: str, rows: _Rows, notes: Notebook) -> dict[str, Any]:
    """A measure of which only the figures are known."""
    title = name.replace("-", " ").capitalize()
    unit = "%" if rows.percent else "number"
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
