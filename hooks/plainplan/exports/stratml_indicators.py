"""Measures, what was reported on actions, and how actions are measured in words: performance indicators."""

from __future__ import annotations

from plainplan.exports.prose import unwrapped
from plainplan.exports.stratml_nodes import Maker, Node
from plainplan.exports.stratml_notes import Notes
from plainplan.exports.stratml_words import (
    BASELINE,
    BREAKDOWN,
    EVIDENCE,
    FIGURE,
    MEASURE,
    PERCENT_DONE,
    PERIOD,
    PROGRESS,
    REASON,
    REVISED,
    STATUS,
    UNIT_OF_WORDS,
)
from plainplan.model import Measure
from plainplan.model.measure import Breakdown, BreakdownSeries, Observation, ObservationStatus
from plainplan.model.priority import Action
from plainplan.views.index import Index


class Indicators:
    """Writes the indicators of one document. A measure is written whole once, and then named."""

    def __init__(self, make: Maker, index: Index) -> None:
        self.make = make
        self.index = index
        self.written: dict[str, int] = {}

    def of_action(self, node: Node, action: Action) -> None:
        """Everything that says how an action is measured and how it is going."""
        for measure in action.measures:
            self.of_measure(node, measure)
        if action.measured_by:
            name = f"{action.id}/words"
            self._start(
                node, "Qualitative", unwrapped(action.measured_by), UNIT_OF_WORDS, ("indicator", name)
            )
        self._progress(node, action)

    def of_measure(self, node: Node, measure_id: str) -> None:
        """A measure. One that stands elsewhere in the document is only named, as a peer of the other."""
        measure = self.index.measures.get(measure_id)
        if measure is None:
            return
        times = self.written.get(measure_id, 0)
        self.written[measure_id] = times + 1
        if times:
            own = ("indicator", f"{measure_id}/{times}")
            again = self._start(node, "Quantitative", measure.title, measure.unit, own)
            self._relation(again, "Peer_To", measure)
            return
        self._whole(node, measure)
        for breakdown in measure.breakdowns:
            for part in breakdown.parts:
                self._part(node, measure, breakdown, part)

    def _start(self, node: Node, kind: str, dimension: str, unit: str, own: tuple[str, str]) -> Node:
        indicator = self.make.add(node, "PerformanceIndicator")
        indicator.set("PerformanceIndicatorType", kind)
        self.make.add(indicator, "MeasurementDimension", dimension)
        self.make.add(indicator, "UnitOfMeasurement", unit)
        self.make.identify(indicator, *own)
        return indicator

    def _relation(self, node: Node, kind: str, measure: Measure) -> None:
        relation = self.make.add(node, "Relationship")
        relation.set("RelationshipType", kind)
        self.make.add(relation, "ReferentIdentifier", self.make.identifier("measure", measure.id))
        self.make.add(relation, "Name", measure.title)

    def _whole(self, node: Node, measure: Measure) -> None:
        make = self.make
        indicator = self._start(node, "Quantitative", measure.title, measure.unit, ("measure", measure.id))
        if baseline := measure.baseline:
            result = self._result(indicator, "ActualResult")
            own = next((figure for figure in measure.series if figure.period == baseline.period), None)
            make.day(result, "StartDate", own.start if own else None)
            make.day(result, "EndDate", own.end if own else baseline.end)
            make.number(result, baseline.value)
            make.descriptor(result, BASELINE, baseline.period)
        if target := measure.target:
            result = self._result(indicator, "TargetResult")
            make.day(result, "EndDate", target.date)
            make.number(result, target.value)
            make.add_if(result, "Description", target.note)
        for figure in measure.series:
            self._figure(indicator, figure)
        notes = Notes()
        owner = self.index.organisations.get(measure.owner)
        for label, way in MEASURE.items():
            if way == "owner":
                notes.add(label, owner.name if owner else measure.owner)
            else:
                notes.add_fields(measure, {label: way})
        make.notes(indicator, "OtherInformation", notes)

    def _part(self, node: Node, measure: Measure, breakdown: Breakdown, part: BreakdownSeries) -> None:
        own = ("part", f"{measure.id}/{breakdown.id}/{part.id}")
        dimension = f"{measure.title}: {part.title}"
        indicator = self._start(node, "Quantitative", dimension, measure.unit, own)
        self._relation(indicator, "Narrower_Than", measure)
        for figure in part.series:
            self._figure(indicator, figure)
        notes = Notes()
        for label, way in BREAKDOWN.items():
            inside = way.removeprefix("breakdown.")
            notes.add_fields(breakdown if inside != way else part, {label: inside})
        self.make.notes(indicator, "OtherInformation", notes)

    def _result(self, indicator: Node, name: str) -> Node:
        return self.make.add(self.make.add(indicator, "MeasurementInstance"), name)

    def _figure(self, indicator: Node, figure: Observation) -> None:
        result = self._result(indicator, "ActualResult")
        self.make.day(result, "StartDate", figure.start)
        self.make.day(result, "EndDate", figure.end)
        self.make.number(result, figure.value)
        self.make.descriptor(result, PERIOD, figure.period)
        notes = Notes()
        firm = figure.status is ObservationStatus.FINAL
        notes.add_fields(figure, {label: way for label, way in FIGURE.items() if way != "status" or not firm})
        for revision in figure.revisions:
            why = f"; {revision.why}" if revision.why else ""
            notes.add(REVISED, f"{revision.date}; {revision.was}{why}")
        self.make.notes(result, "Description", notes)

    def _progress(self, node: Node, action: Action) -> None:
        reports = sorted(self.index.plan.progress, key=lambda report: report.date)
        told = [(report, item) for report in reports for item in report.updates if item.action == action.id]
        if not told:
            return
        own = ("indicator", f"{action.id}/progress")
        counted = any(update.percent is not None for _, update in told)
        kind, unit = ("Quantitative", PERCENT_DONE) if counted else ("Qualitative", STATUS)
        indicator = self._start(node, kind, PROGRESS, unit, own)
        for report, update in told:
            result = self._result(indicator, "ActualResult")
            self.make.day(result, "EndDate", report.date)
            self.make.number(result, update.percent)
            self.make.descriptor(result, STATUS, update.status.value)
            notes = Notes(unwrapped(update.words))
            notes.add_prose(REASON, update.reason)
            for link in update.evidence:
                notes.add(EVIDENCE, f"{link.title} <{link.url}>")
            self.make.notes(result, "Description", notes)
