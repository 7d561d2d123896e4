"""Which charts a plan has, by their names. One is made where there are at least 2 values to compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from plainplan.model import BudgetYear, Measure, Plan
from plainplan.model.measure import Breakdown, Observation
from plainplan.model.walk import walk_actions

FEWEST = 2


def chart_names(plan: Plan) -> frozenset[str]:
    """The name of every chart: `measures/public-confidence`, `budget/2026-27/spending`, `progress`."""
    return frozenset((*_measures(plan), *_budget(plan), *_precept(plan), *_progress(plan)))


def band_d_by_year(plan: Plan) -> dict[str, Decimal]:
    """What a Band D home pays by financial year, from the year before the first one where that is stated."""
    found: dict[str, Decimal] = {}
    for year in sorted(plan.budget, key=lambda year: year.id):
        if year.precept and year.precept.band_d_before is not None:
            first = year.start.year - 1
            found.setdefault(f"{first}-{(first + 1) % 100:02}", year.precept.band_d_before)
        if year.precept:
            found[year.id] = year.precept.band_d
    return found


def _measures(plan: Plan) -> Iterator[str]:
    for measure in plan.measures:
        if _is_compared(measure):
            yield f"measures/{measure.id}"
        for breakdown in measure.breakdowns:
            if sum(1 for part in breakdown.parts if _published(part.series)) >= FEWEST:
                yield breakdown_name(measure, breakdown)


def breakdown_name(measure: Measure, breakdown: Breakdown) -> str:
    """The name of the chart of a breakdown."""
    return f"measures/{measure.id}/{breakdown.id}"


def _is_compared(measure: Measure) -> bool:
    """Whether there is a figure, and something beside it: another one, an interval, a baseline, a target."""
    known = _published(measure.series)
    intervals = [one for one in known if one.low is not None and one.high is not None]
    levels = [one for one in (measure.baseline, measure.target) if one and isinstance(one.value, Decimal)]
    return bool(known) and len(known) + len(intervals) + len(levels) >= FEWEST


def _published(series: Iterable[Observation]) -> list[Observation]:
    return [figure for figure in series if isinstance(figure.value, Decimal)]


def _budget(plan: Plan) -> Iterator[str]:
    for year in plan.budget:
        for kind, lines in (
            ("funding", year.funding),
            ("spending", year.spending),
            ("capital", year.capital),
        ):
            if sum(1 for line in lines if isinstance(line.amount, Decimal)) >= FEWEST:
                yield f"budget/{year.id}/{kind}"
        if len(_priorities_paid_for(year) & {priority.id for priority in plan.priorities}) >= FEWEST:
            yield f"budget/{year.id}/priorities"


def _priorities_paid_for(year: BudgetYear) -> set[str]:
    return {share.priority for line in year.spending for share in line.priorities}


def _precept(plan: Plan) -> Iterator[str]:
    if len(band_d_by_year(plan)) >= FEWEST:
        yield "precept"


def _progress(plan: Plan) -> Iterator[str]:
    reported = {update.action for report in plan.progress for update in report.updates}
    groups: dict[str, list[str]] = {}
    for item in walk_actions(plan):
        for name in ("progress", f"progress/{item.priority.id}"):
            groups.setdefault(name, []).append(item.action.id)
    for name, actions in groups.items():
        if len(actions) >= FEWEST and reported & set(actions):
            yield name
