"""data/priorities/<id>.yml: what the plan promises.

vision → priority → aim → shared outcome → objective → action, and for plans that are written that way
focus areas, which hold objectives, actions and further focus areas of their own.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from plainplan.model.base import (
    Day,
    DayIfPublished,
    Line,
    MoneyIfPublished,
    Prose,
    Record,
    SharedLine,
    Slug,
    SlugIfPublished,
    refuse,
    text_of,
)
from plainplan.model.easy import Easy, EasyTitled


def _cost_is(value: Any) -> str:
    text = " ".join(text_of(value).split())
    match = re.fullmatch(r"in ((?:19|20)[0-9]{2})-([0-9]{2})", text)
    if text in ("in all", "a year") or (match and (int(match[1]) + 1) % 100 == int(match[2])):
        return text
    refuse(
        f'"{text}" does not say what the cost is for.',
        "Write `in all`, `a year`, or `in 2026-27` for one financial year.",
    )


CostIs = Annotated[str, BeforeValidator(_cost_is)]
"""What a cost covers: `in all`, `a year`, or one financial year: `in 2026-27`."""


class BudgetLineReference(Record):
    """A spending line of a financial year, such as year 2026-27, line victims-services."""

    year: Slug
    line: Slug


class Action(Record):
    """A promise: what, who answers for it, by when, and how it is measured."""

    id: Slug
    title: Line
    description: Prose | None = None
    owner: SlugIfPublished | None = Field(None, description="the organisation that answers for it")
    office: SharedLine | None = Field(None, description="the office or post within the owner, where known")
    partners: tuple[Slug, ...] = ()
    start: Day | None = None
    due: DayIfPublished | None = None
    due_as_published: SharedLine | None = Field(None, description="such as 'by the end of the plan'")
    measures: tuple[Slug, ...] = ()
    measured_by: Prose | None = Field(None, description="in words, where no measure has a number")
    cost: MoneyIfPublished | None = None
    cost_is: CostIs | None = Field(None, description="'in all', 'a year', or 'in 2026-27' for one year")
    budget_line: BudgetLineReference | None = None
    requirements: tuple[Slug, ...] = ()
    outcomes: tuple[Slug, ...] = ()
    easy: Easy | None = Field(None, description="what easy read says of it")


class Outcome(Record):
    """What all who share the priority want to see."""

    id: Slug
    title: Line


class Objective(Record):
    """What a priority sets out to do."""

    id: Slug
    title: Line
    description: Prose | None = None
    outcomes: tuple[Slug, ...] = ()
    actions: tuple[Action, ...] = ()
    easy: EasyTitled | None = Field(None, description="what easy read says of it")


class FocusArea(Record):
    """A subject under a priority, with its own objectives, actions and narrower subjects."""

    id: Slug
    title: Line
    description: Prose | None = None
    objectives: tuple[Objective, ...] = ()
    actions: tuple[Action, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()


class Priority(Record):
    """A theme of the plan. Its id is the name of its file."""

    id: Slug
    title: Line
    short_title: Line | None = None
    order: int = 0
    summary: Prose
    aim: Prose | None = None
    why: Prose | None = None
    outcomes: tuple[Outcome, ...] = ()
    objectives: tuple[Objective, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()
    measures: tuple[Slug, ...] = Field((), description="measures of the priority as a whole")
    easy: EasyTitled | None = Field(None, description="what easy read says of it")
