"""How a measure moved in a financial year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plainplan.model import Measure
from plainplan.model.dated import came_out
from plainplan.model.measure import Observation
from plainplan.views.course import Course, judge
from plainplan.views.year_span import Span


@dataclass(frozen=True)
class Achievement:
    """A measure before and in the year; `course` judges the figure of the year.

    `at_end` is the last figure of a period that ended in the year. `at_start` is the last one of a period
    that had ended before, and of a measure that goes up and down with the time of year, the one of the same
    time of the year before. `broken` says why the two cannot be compared.
    """

    measure: Measure
    at_start: Observation | None
    at_end: Observation | None
    course: Course | None
    broken: str | None

    @property
    def days(self) -> Iterator[date]:
        """When its figures came out and were put right."""
        for figure in (self.at_start, self.at_end):
            if figure:
                yield from (day for day in [came_out(figure)] if day)
                yield from (revision.date for revision in figure.revisions)


def achievement(measure: Measure, span: Span, on: date) -> Achievement:
    """What the figures that had come out by the day `on` say of the year."""
    figures = [figure for figure in measure.series if (came_out(figure) or date.min) <= on]
    known = [figure for figure in figures if isinstance(figure.value, Decimal)]
    at_end = next((figure for figure in reversed(known) if span.has(figure.end)), None)
    at_start = _before(measure, known, at_end, span)
    if at_end is None:
        return Achievement(measure, at_start, None, None, None)
    past = tuple(figure for figure in figures if figure.end <= at_end.end)
    course = judge(measure.model_copy(update={"series": past}), span.until)
    since = [figure for figure in past if at_start is None or figure.end > at_start.end]
    broken = next((figure.break_before for figure in since if figure.break_before), None)
    return Achievement(measure, at_start, at_end, course, broken if at_start else None)


def _before(
    measure: Measure, known: Sequence[Observation], at_end: Observation | None, span: Span
) -> Observation | None:
    """The newest figure from before the year that can stand beside the one of the year."""
    months = None
    if measure.seasonal and at_end:
        months = (at_end.end.year - 1, at_end.end.month)
    return next(
        (
            figure
            for figure in reversed(known)
            if figure.end < span.start
            if months is None or (figure.end.year, figure.end.month) == months
        ),
        None,
    )
