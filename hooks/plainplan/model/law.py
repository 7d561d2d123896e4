"""data/milestones.yml and data/requirements.yml: the plan's own dates, and the duties that it meets."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from plainplan.model.base import Day, DayIfPublished, Line, Prose, Record, SharedLine, Slug, Url, Verbatim


class MilestoneState(StrEnum):
    """Whether a milestone has been reached."""

    DONE = "done"
    PLANNED = "planned"


class Milestone(Record):
    """A dated step in making or carrying out the plan."""

    id: Slug
    title: Line
    date: DayIfPublished
    date_as_published: Line | None = Field(None, description="such as 'early June 2019'")
    state: MilestoneState | None = Field(None, description="left out where it is not known")
    description: Prose | None = None
    organisation: Slug | None = None


class MilestonesFile(Record):
    """data/milestones.yml, whole."""

    milestones: tuple[Milestone, ...]


class MetBy(Record):
    """Where the plan meets a duty: a page (as its file, or its address) and a heading on it."""

    page: Verbatim
    heading: Verbatim | None = None
    note: Line | None = None


class Requirement(Record):
    """A duty in law or guidance. `read_on` is the day on which the source was read."""

    id: Slug
    title: Line
    duty: Prose
    instrument: SharedLine = Field(description="the Act, Order or guidance")
    provision: SharedLine | None = Field(None, description="such as 'section 7(1)(a)'")
    source: Url | None = None
    read_on: Day
    met_by: tuple[MetBy, ...] = ()
    does_not_apply: Prose | None = Field(None, description="why the duty does not apply to this plan")
    not_met: Prose | None = Field(None, description="why the plan does not meet it yet")


class RequirementsFile(Record):
    """data/requirements.yml, whole."""

    requirements: tuple[Requirement, ...]
