"""data/previous_plan.yml: what became of each action of the plan before this one."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from plainplan.model.base import Line, Prose, Record, Slug, Url


class Fate(StrEnum):
    """What became of an action, in the order in which pages list them."""

    CARRIED_FORWARD = "carried forward"
    FINISHED = "finished"
    DROPPED = "dropped"


class PreviousAction(Record):
    """An action of the plan before. Its id is the one that its address had, so that the address stays."""

    id: Slug
    title: Line
    priority: Line | None = Field(None, description="what it stood under then, in the words of that plan")
    fate: Fate
    why: Prose
    actions: tuple[Slug, ...] = Field((), description="the actions of this plan that carry it on")


class PreviousPlan(Record):
    """The plan before this one."""

    title: Line
    period: Line
    url: Url | None = Field(None, description="where that plan can still be read")
    summary: Prose | None = None
    actions: tuple[PreviousAction, ...]
