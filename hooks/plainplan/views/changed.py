"""The day on which a plan, a measure or a group of measures changed last, as seen on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plainplan.model import Measure, Plan
from plainplan.model.dated import all_figures, came_out, days_of_change, first_day


def plan_changed(plan: Plan, on: date = date.max) -> date | None:
    """The day of the newest event that readers are told of, up to the day `on`.

    A version, a report, a figure that came out or was put right, a decision or an award of grants.
    """
    return next((day for day in days_of_change(plan) if day <= on), None)


def measures_changed(plan: Plan, measures: Iterable[Measure], on: date = date.max) -> date | None:
    """The day on which a figure of one of the measures came out or was put right last, up to the day `on`.

    None where nothing did since the first version of the plan.
    """
    first = first_day(plan)
    days = (day for measure in measures for day in _days(measure))
    return max((day for day in days if first <= day <= on), default=None)


def _days(measure: Measure) -> Iterator[date]:
    for figure in all_figures(measure):
        if day := came_out(figure):
            yield day
        yield from (revision.date for revision in figure.revisions)
