"""The plan's own dates, year by year: what is done, what is planned, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plainplan.model import Milestone, Plan
from plainplan.model.dated import milestone_year
from plainplan.model.law import MilestoneState


@dataclass(frozen=True)
class Step:
    """A milestone as seen on a day. `words` say how it stands; empty where the plan does not say."""

    milestone: Milestone
    words: str


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
        step = Step(milestone, _words(milestone, milestone is following, on))
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


def _words(milestone: Milestone, is_next: bool, on: date) -> str:
    if milestone.state is None:
        return ""
    if milestone.state is MilestoneState.DONE:
        return "Done"
    passed = isinstance(milestone.date, date) and milestone.date < on
    return "Next" if is_next else "Planned, date passed" if passed else "Planned"
