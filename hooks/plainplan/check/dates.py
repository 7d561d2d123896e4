"""Dates inside the period and in order."""

from __future__ import annotations

from datetime import date

from plainplan.check.rules import Findings
from plainplan.model.measure import Observation
from plainplan.model.plan import Period
from plainplan.model.walk import Keys, walk_actions


def check_dates(findings: Findings) -> None:
    """Every end is after its start, actions and targets are inside the planning period, versions in order."""
    plan, period = findings.plan, findings.plan.about.period
    _in_order(findings, period.first, period.last, ("about", "period", "end"))
    _check_versions(findings)
    for item in walk_actions(plan):
        due = item.action.due if isinstance(item.action.due, date) else None
        _in_order(findings, item.action.start, due, (*item.keys, "due"))
        _in_period(findings, period, due, (*item.keys, "due"))
    for index, grant in enumerate(plan.grants):
        _in_order(findings, grant.start, grant.end, ("grants", index, "end"))
    for index, exercise in enumerate(plan.consultation):
        start = exercise.start if isinstance(exercise.start, date) else None
        end = exercise.end if isinstance(exercise.end, date) else None
        _in_order(findings, start, end, ("consultation", index, "end"))
    for index, measure in enumerate(plan.measures):
        target = measure.target.date if measure.target else None
        _in_period(findings, period, target, ("measures", index, "target", "date"))
        _check_series(findings, measure.series, ("measures", index, "series"))
        for place, breakdown in enumerate(measure.breakdowns):
            for number, part in enumerate(breakdown.parts):
                way: Keys = ("measures", index, "breakdowns", place, "parts", number, "series")
                _check_series(findings, part.series, way)


def _in_order(findings: Findings, start: date | None, end: date | None, keys: Keys) -> None:
    if start and end and end < start:
        findings.add(
            "dates", keys, f"it ends on {end}, before it starts on {start}.", "Change one of the dates."
        )


def _in_period(findings: Findings, period: Period, day: date | None, keys: Keys) -> None:
    if day and not period.first <= day <= period.last:
        message = f"{day} is outside the planning period ({period.start} to {period.end})."
        findings.add("dates", keys, message, "Check the year, or the period in plan.yml.")


def _check_versions(findings: Findings) -> None:
    versions = findings.plan.about.versions
    for index in range(1, len(versions)):
        if versions[index].number in {version.number for version in versions[:index]}:
            message = f"there is another version {versions[index].number} above."
            findings.add(
                "duplicate-id", ("about", "versions", index, "number"), message, "Give each its own number."
            )
        if versions[index].date < versions[index - 1].date:
            message = f"version {versions[index].number} is dated before the version above it."
            findings.add(
                "dates", ("about", "versions", index, "date"), message, "List the oldest version first."
            )


def _check_series(findings: Findings, series: tuple[Observation, ...], keys: Keys) -> None:
    for index, figure in enumerate(series):
        way = (*keys, index)
        _in_order(findings, figure.start, figure.end, (*way, "end"))
        if index and figure.start < series[index - 1].start:
            message = f'the period "{figure.period}" begins before the one above it.'
            findings.add("dates", (*way, "start"), message, "List the oldest period first.")
