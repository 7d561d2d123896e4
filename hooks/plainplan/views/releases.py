"""When figures of a measure came out and when they were put right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plainplan.model import Measure
from plainplan.model.base import Unknown
from plainplan.model.dated import all_figures, came_out
from plainplan.model.measure import Breakdown, Observation


@dataclass(frozen=True)
class Figure:
    """A figure of the whole as it came out, and the one before it, as it stood that day.

    `before` is None where there is none, or none that can be compared.
    """

    figure: Observation
    value: Decimal
    before: tuple[Observation, Decimal] | None


@dataclass(frozen=True)
class NewFigures:
    """What came out on one day: figures of the whole, the oldest first, and the names of the breakdowns."""

    measure: Measure
    figures: tuple[Figure, ...]
    breakdowns: tuple[str, ...]


@dataclass(frozen=True)
class Revised:
    """A figure of the whole that was put right."""

    period: str
    was: Decimal
    now: Decimal | Unknown
    why: str | None


@dataclass(frozen=True)
class RevisedFigures:
    """What was put right on one day: figures of the whole, the oldest first, and names of breakdowns."""

    measure: Measure
    figures: tuple[Revised, ...]
    breakdowns: tuple[str, ...]


def published(measure: Measure) -> dict[date, NewFigures]:
    """What came out, by day: the whole and its parts together. A figure without a day is left out."""
    days = {day for figure in all_figures(measure) if (day := came_out(figure))}
    return {day: _published_on(measure, day) for day in sorted(days)}


def _published_on(measure: Measure, day: date) -> NewFigures:
    figures = tuple(
        Figure(figure, value, _comparable(measure.series[:place], figure, day))
        for place, figure in enumerate(measure.series)
        if came_out(figure) == day and isinstance(value := value_on(figure, day), Decimal)
    )
    breakdowns = tuple(
        breakdown.title
        for breakdown in measure.breakdowns
        if any(came_out(figure) == day for figure in _figures_of(breakdown))
    )
    return NewFigures(measure, figures, breakdowns)


def value_on(figure: Observation, day: date) -> Decimal | Unknown:
    """The figure as it stood at the end of a day: before the first revision that came later."""
    return next((later.was for later in figure.revisions if later.date > day), figure.value)


def _comparable(
    earlier: tuple[Observation, ...], figure: Observation, day: date
) -> tuple[Observation, Decimal] | None:
    """The newest earlier figure, unless something broke the series since."""
    broken = figure.break_before
    for other in reversed(earlier):
        value = value_on(other, day)
        if broken:
            return None
        if isinstance(value, Decimal):
            return other, value
        broken = other.break_before
    return None


def revised(measure: Measure) -> dict[date, RevisedFigures]:
    """What was put right, by day: the whole and its parts together."""
    days = {revision.date for figure in all_figures(measure) for revision in figure.revisions}
    return {day: _revised_on(measure, day) for day in sorted(days)}


def _revised_on(measure: Measure, day: date) -> RevisedFigures:
    figures = tuple(one for figure in measure.series for one in _revisions(figure, day))
    breakdowns = tuple(
        breakdown.title
        for breakdown in measure.breakdowns
        if any(revision.date == day for figure in _figures_of(breakdown) for revision in figure.revisions)
    )
    return RevisedFigures(measure, figures, breakdowns)


def _revisions(figure: Observation, day: date) -> Iterator[Revised]:
    """What each revision of a day put in its place: what the next one found, or what it is now."""
    for place, revision in enumerate(figure.revisions):
        later = figure.revisions[place + 1 :]
        now = later[0].was if later else figure.value
        if revision.date == day:
            yield Revised(figure.period, revision.was, now, revision.why)


def _figures_of(breakdown: Breakdown) -> Iterator[Observation]:
    for part in breakdown.parts:
        yield from part.series
