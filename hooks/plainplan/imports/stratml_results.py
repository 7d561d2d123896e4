"""Targets and actual results of an indicator as baseline, target and figures of a measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from plainplan.exports import stratml_notes
from plainplan.exports.stratml_words import BASELINE, FIGURE, PERIOD, REVISED, STATUS
from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.days import Order, is_iso, parse_edge, spoken
from plainplan.imports.numbers import parse_number, settle_point
from plainplan.imports.periods import Settled, parse_period
from plainplan.imports.stratml_fields import fields_of
from plainplan.imports.stratml_left import all_words, say_left_out
from plainplan.imports.stratml_xml import Element

_NO_FIGURE = "The document gives no figure."


class Results:
    """Reads the results of indicators."""

    def __init__(self, notes: Notebook, order: Order | None) -> None:
        self.notes = notes
        self.order = order
        self.words: dict[int, str] = {}

    def of(self, indicator: Element) -> dict[str, Any]:
        """Baseline, target and series, as far as the indicator has them."""
        results = [node for instance in indicator.all("MeasurementInstance") for node in instance.children]
        point = settle_point(node.words("NumberOfUnits") for node in results)
        found: dict[str, Any] = {}
        series: list[tuple[date, dict[str, Any]]] = []
        for node in results:
            if node.is_empty:
                continue
            if node.name == "TargetResult":
                self._target(node, point, found)
            elif node.words("Descriptor", "DescriptorName") == BASELINE:
                found["baseline"] = self._baseline(node, point)
            elif figure := self._figure(node, point):
                series.append(figure)
        found["series"] = [figure for _, figure in sorted(series, key=lambda entry: entry[0])]
        if "target" in found and "baseline" not in found:
            self._need_baseline(indicator, found)
        return found

    def reported(self, indicator: Element) -> Iterator[tuple[int, str, str, str, str]]:
        """Line, day, percent, status and words of each result of the indicator of progress."""
        for instance in indicator.all("MeasurementInstance"):
            for node in instance.all("ActualResult"):
                day = self._day(node, "EndDate") or self._day(node, "StartDate")
                status = node.words("Descriptor", "DescriptorValue")
                if day is None or node.words("Descriptor", "DescriptorName") != STATUS:
                    say_left_out(node, "a result that has no date or no status", self.notes)
                    continue
                percent = node.words("NumberOfUnits")
                yield node.line, day.isoformat(), percent, status, node.words("Description")

    def _target(self, node: Element, point: str | None, found: dict[str, Any]) -> None:
        day = self._day(node, "EndDate") or self._day(node, "StartDate")
        target = {
            "value": self._number(node, point) or "not published",
            "date": day.isoformat() if day else None,
            "note": node.words("Description") or node.words("Descriptor", "DescriptorValue"),
        }
        before = found.get("target")
        if before and str(before["date"] or "") > str(target["date"] or ""):
            before, target = target, before
        if before:
            figures = ", ".join(str(words) for words in (before["value"], before["note"]) if words)
            told = f'left out that of {before["date"] or "no date"}: "{figures}"'
            self.notes.took(node.line, f"a measure has one target: {told}.")
        found["target"] = target

    def _baseline(self, node: Element, point: str | None) -> dict[str, Any]:
        # With both its days it is a figure of the series, which says them; else its end is stated alone.
        of_the_series = bool(node.words("StartDate"))
        day = self._day(node, "EndDate")
        return {
            "period": node.words("Descriptor", "DescriptorValue")
            or (spoken(day) if day else "not published"),
            "value": self._number(node, point) or "not published",
            "end": day.isoformat() if day and not of_the_series else None,
        }

    def _need_baseline(self, indicator: Element, found: dict[str, Any]) -> None:
        """A target says little without what it is compared with."""
        first = next((item for item in found["series"] if item["value"] != "not available"), None)
        if first:
            found["baseline"] = {"period": first["period"], "value": first["value"]}
            words = f"there is a target and no baseline: took the first figure, of {first['period']}."
        else:
            found["baseline"] = {"period": "not published", "value": "not published"}
            words = 'there is a target and no baseline: took "not published".'
        self.notes.took(indicator.line, words)

    def _figure(self, node: Element, point: str | None) -> tuple[date, dict[str, Any]] | None:
        said = stratml_notes.read(node.words("Description"), [*FIGURE, REVISED])
        start, end = self._day(node, "StartDate"), self._day(node, "EndDate")
        named = node.words("Descriptor", "DescriptorName") == PERIOD
        period = node.words("Descriptor", "DescriptorValue") if named else ""
        named_by = "" if named else node.words("Descriptor", "DescriptorName")
        for words in (period, said.head, named_by) if not (start or end) else ():
            try:
                span = parse_period(words, Settled(self.order))
            except UnclearError:
                continue
            start, end = span.start, span.end
            if words != period:
                days = f"{spoken(start)} to {spoken(end)}"
                self.notes.took(node.line, f'a result has no dates: took "{words}" as its period, {days}.')
            period = words
            break
        first, last = start or end, end or start
        if first is None or last is None:
            if not (node.words("StartDate") or node.words("EndDate")):
                self._without_date(node, said.head)
            return None
        if not (start and end):
            self.notes.took(node.line, f"a result has one date only: took {spoken(first)} as its period.")
        figure = fields_of(said, FIGURE)
        figure |= {"period": period or _spoken_period(first, last), "start": str(first), "end": str(last)}
        figure["value"] = self._number(node, point)
        if not figure["value"]:
            figure["value"] = "not available"
            figure.setdefault("reason", _NO_FIGURE)
        name, descriptor = (node.words("Descriptor", f"Descriptor{part}") for part in ("Name", "Value"))
        if named or name == period:
            descriptor = descriptor if name == period else ""
        elif name:
            descriptor = f"{name}: {descriptor}" if descriptor else name
        note = " ".join(words for words in (descriptor, said.head) if words and words != period)
        if note:
            figure.setdefault("note", note)
        figure["revisions"] = [_revision(text) for text in said.all(REVISED)]
        return first, figure

    def undated(self, indicator: Element) -> list[str]:
        """The words of results that have no date, which belong to the caveats."""
        instances = indicator.all("MeasurementInstance")
        return [self.words[id(node)] for one in instances for node in one.children if id(node) in self.words]

    def _without_date(self, node: Element, words: str) -> None:
        if words:
            self.words[id(node)] = all_words(node)
            self.notes.took(node.line, f'a result has no date: put its words among the caveats, "{words}".')
        else:
            say_left_out(node, "a result that has no date", self.notes)

    def _day(self, node: Element, name: str) -> date | None:
        text = node.words(name)
        if not text:
            return None
        try:
            day = parse_edge(text, self.order, name == "EndDate")
        except UnclearError as unclear:
            self.notes.refuse_unclear(node.line, name, unclear)
            return None
        if not is_iso(text):
            self.notes.took(node.line, f"took {text} as {spoken(day)}.")
        return day

    def _number(self, node: Element, point: str | None) -> str:
        """The figure as the model writes it; empty where there is none. xsd:decimal always has a point."""
        text = node.words("NumberOfUnits")
        if not text:
            return ""
        try:
            figure = parse_number(text, point or ".")
        except UnclearError as unclear:
            self.notes.refuse_unclear(node.line, "NumberOfUnits", unclear)
            return ""
        if not figure.plain:
            self.notes.took(node.line, f'took "{text}" as {figure.value:f}.')
        return format(figure.value, "f")


def _spoken_period(start: date, end: date) -> str:
    return spoken(start) if start == end else f"{spoken(start)} to {spoken(end)}"


def _revision(text: str) -> dict[str, str]:
    day, _, rest = text.partition("; ")
    was, _, why = rest.partition("; ")
    return {"date": day, "was": was, "why": why}
