"""data/measures/<id>.yml: numbers watched over time."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from plainplan.model.base import (
    Day,
    Line,
    Number,
    NumberIfAvailable,
    NumberIfPublished,
    Prose,
    Record,
    SharedLine,
    Slug,
    SlugIfPublished,
    Url,
    Whole,
)
from plainplan.model.easy import EasyMeasure


class MeasureKind(StrEnum):
    """How the number is made."""

    SURVEY = "survey"
    PERFORMANCE_METRIC = "performance metric"
    SERVICE_STANDARD = "service standard"
    INSPECTION = "inspection"


class Better(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    AT_OR_ABOVE = "at or above"
    AT_OR_BELOW = "at or below"


class ObservationStatus(StrEnum):
    """How firm a figure is."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REVISED = "revised"


class Revision(Record):
    """A figure that was published before and then put right. What it is now stands in the observation."""

    date: Day = Field(description="the day on which the new figure took the place of the old one")
    was: Number
    why: Line | None = None


class Observation(Record):
    """One figure. `period` is as published; `start` and `end` say it for machines, both days inside."""

    period: SharedLine
    start: Day
    end: Day
    value: NumberIfAvailable
    reason: SharedLine | None = Field(None, description="why the value is not available")
    low: Number | None = Field(None, description="lower end of the 95% confidence interval")
    high: Number | None = Field(None, description="upper end of the 95% confidence interval")
    status: ObservationStatus = ObservationStatus.FINAL
    published: Day | None = Field(None, description="the day on which the figure first came out")
    revisions: tuple[Revision, ...] = Field((), description="what it was before, the oldest first")
    break_before: SharedLine | None = Field(
        None, description="why this figure and later ones cannot be compared with those before it"
    )
    base: Whole | None = Field(None, description="how many cases or answers the figure rests on")
    note: SharedLine | None = None


class Baseline(Record):
    """Where the measure stood when the plan began."""

    period: SharedLine
    value: NumberIfPublished
    end: Day | None = Field(None, description="last day of the period, where the series does not have it")


class Target(Record):
    """Where the measure is to be, and by when."""

    value: NumberIfPublished
    date: Day | None = None
    note: Line | None = None


class Source(Record):
    """Where the figures come from."""

    title: SharedLine
    url: Url | None = None


class BreakdownSeries(Record):
    """The series of one part of the whole, such as one district."""

    id: Slug
    title: SharedLine
    series: tuple[Observation, ...]


class Breakdown(Record):
    """The measure split by one dimension, such as area."""

    id: Slug
    title: SharedLine
    parts: tuple[BreakdownSeries, ...]


class Measure(Record):
    """A number watched over time. Its id is the name of its file."""

    id: Slug
    title: Line
    tells_you: Prose
    kind: MeasureKind
    unit: SharedLine = Field(description="'%', '£', or words such as 'incidents per 1,000 people'")
    unit_one: SharedLine | None = Field(None, description="the words for exactly 1, such as 'incident'")
    better: Better | None = Field(None, description="left out where the plan does not say")
    baseline: Baseline | None = None
    target: Target | None = None
    source: Source
    licence: SharedLine | None = None
    licence_url: Url | None = None
    frequency: SharedLine
    owner: SlugIfPublished
    next_release: Day | None = None
    caveats: Prose | None = None
    small_below: Whole | None = Field(
        None, description="a figure that rests on fewer cases or answers is marked as a small number"
    )
    seasonal: bool = Field(
        False, description="true: it goes up and down with the time of year, so only the same time compares"
    )
    series: tuple[Observation, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    easy: EasyMeasure | None = Field(None, description="what easy read says of it")
