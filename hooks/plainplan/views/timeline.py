"""The plan's own dates, year by year: what is done, what is planned, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plainplan.model import Milestone, Plan
from plainplan.model.dated import milestone_year
from plainplan.model.law import MilestoneState


class Stage(StrEnum):
    """How a milestone stands on a day, in the words that readers get."""

    DONE = "Done"
    NEXT = "Next"
    PLANNED = "Planned"
    PASSED = "Planned, date passed"


@dataclass(frozen=True)
class Step:
    """A milestone as seen on a day. `stage` is None where the plan does not say how it stands."""

    milestone: Milestone
    stage: Stage | None


@dataclass(frozen=True)
class Year:
    """The milestones of a year. `year` is None for those of which no year is published."""

    year: int | None
    steps: tuple[Step, ...]


def timeline(plan: Plan, on: date) -> tuple[Year, ...]:
    """The years in order, each with its milestones in the editor's order; last, what has no year."""
    following = _next(plan, on)
    years: dict[int | None, list[Step]] = {}
    for milestone in plan.milestones:
        step = Step(milestone, _stage(milestone, milestone is following, on))
        years.setdefault(milestone_year(milestone), []).append(step)
    order = sorted(years, key=lambda year: (year is None, year or 0))
    return tuple(Year(year, tuple(years[year])) for year in order)


def _next(plan: Plan, on: date) -> Milestone | None:
    """The planned milestone whose day comes first, today or later."""
    coming = [
        (milestone.date, place, milestone)
        for place, milestone in enumerate(plan.milestones)
        if milestone.state is MilestoneState.PLANNED
        if isinstance(milestone.date, date) and milestone.date >= on
    ]
    return min(coming)[2] if coming else None


def _stage(milestone: Milestone, is_next: bool, on: date) -> Stage | None:
    if milestone.state is None:
        return None
    if milestone.state is MilestoneState.DONE:
        return Stage.DONE
    passed = isinstance(milestone.date, date) and milestone.date < on
    return Stage.NEXT if is_next else Stage.PASSED if passed else Stage.PLANNED
