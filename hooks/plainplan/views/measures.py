"""What a measure says first: the latest figure, the change since the baseline, the way to the target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from plainplan.model.measure import Better, Measure, Observation, ObservationStatus
from plainplan.views.course import KEEP, Course, Standing, is_met, judge, wants_more, was_ever_there
from plainplan.views.index import Index
from plainplan.views.series import (
    Figure,
    Start,
    break_since,
    difference,
    is_newer,
    is_small,
    latest_of,
    out_of_season,
    start_of,
    year_before,
)


class Movement(StrEnum):
    """Which way a figure went. Templates have a whole sentence for each."""

    UP = "up"
    DOWN = "down"
    UNCHANGED = "unchanged"


class Caution(StrEnum):
    """What a reader must know before trusting a comparison."""

    PROVISIONAL = "provisional"
    BREAK = "break"
    SEASON = "season"
    MARGIN = "margin"
    SMALL = "small"


@dataclass(frozen=True)
class Change:
    """From the baseline to the latest figure.

    `amount` is in the unit, percentage points for %. `percent` is the relative change, without a sign and to
    the whole percent: None where it means nothing (unit %, baseline not above nought, small numbers).
    """

    amount: Decimal
    percent: Decimal | None
    movement: Movement
    improved: bool | None
    within_margin: bool


@dataclass(frozen=True)
class Reading:
    """What a reader wants of a measure first. Parts that cannot be said are None.

    `to_target` is how far the latest figure is from the target, on either side of it. `change` is None too
    where no figure is newer than the baseline, or where the two cannot be compared.
    `broken` is the figure from which on nothing can be compared with the baseline. `out_of_season` says that
    the baseline is of another time of year, where that matters; `year_before` is the same part of last year.
    `was_there` says that the baseline or any figure reached the target.
    """

    latest: Observation | None
    change: Change | None
    target_met: bool | None
    to_target: Decimal | None
    course: Course
    broken: Observation | None
    out_of_season: bool
    year_before: Observation | None
    was_there: bool
    cautions: tuple[Caution, ...]


@dataclass(frozen=True)
class Release:
    """When the next figure comes, or should have come."""

    day: date
    late: bool


@dataclass(frozen=True)
class Group:
    """The measures of one priority, or those of none (`priority_id` is None)."""

    priority_id: str | None
    title: str
    measures: tuple[Measure, ...]


def read(measure: Measure, on: date) -> Reading:
    """Compare the latest figure with the baseline and the target, as seen on the day `on`.

    Values, and no percents of the way: such a share is undefined where target and baseline are equal, and
    runs over 100 or under nought where figures do what they like.
    """
    course, latest = judge(measure, on), latest_of(measure.series)
    if latest is None:
        return Reading(None, None, None, None, course, None, False, None, was_ever_there(measure), ())
    start = start_of(measure)
    broken = break_since(measure, start, latest) if start else None
    met, to_target = _against_target(measure, latest)
    newer = start is not None and is_newer(latest, start)
    off = start is not None and newer and not broken and out_of_season(measure, start, latest)
    change = None
    if start and newer and not broken and not off:
        change = _change(measure, start, latest, met)
    before = year_before(measure, latest)
    return Reading(
        latest=latest.observation,
        change=change,
        target_met=met,
        to_target=to_target,
        course=course,
        broken=broken,
        out_of_season=off,
        year_before=before.observation if before and not (start and before.place == start.place) else None,
        was_there=was_ever_there(measure),
        cautions=tuple(_cautions(measure, latest, change, broken)),
    )


def _against_target(measure: Measure, latest: Figure) -> tuple[bool | None, Decimal | None]:
    target = measure.target.value if measure.target else None
    if not isinstance(target, Decimal):
        return None, None
    met = is_met(measure.better, latest.value, target) if measure.better else None
    return met, abs(difference(latest.value, target))


def _change(measure: Measure, start: Start, latest: Figure, met: bool | None) -> Change:
    amount = difference(latest.value, start.value)
    movement = Movement.UNCHANGED if not amount else Movement.UP if amount > 0 else Movement.DOWN
    return Change(
        amount=amount,
        percent=_percent(measure, start, latest, amount),
        movement=movement,
        improved=_improved(measure.better, movement, met),
        within_margin=bool(amount) and _overlap(measure, start, latest),
    )


def _percent(measure: Measure, start: Start, latest: Figure, amount: Decimal) -> Decimal | None:
    few = any(is_small(measure, figure) for figure in _compared(measure, start, latest))
    if measure.unit == "%" or start.value <= 0 or latest.value < 0 or not amount or few:
        return None
    share = abs(Fraction(amount)) / Fraction(start.value) * 100
    return Decimal(int((share * 2 + 1) // 2))


def _compared(measure: Measure, start: Start, latest: Figure) -> list[Observation]:
    before = [measure.series[start.place]] if start.place is not None else []
    return [*before, latest.observation]


def _overlap(measure: Measure, start: Start, latest: Figure) -> bool:
    """Whether the confidence intervals meet, so that the change may be chance."""
    then = Figure(measure.series[start.place], start.value, start.place) if start.place is not None else None
    low, high = (then.low, then.high) if then else (start.value, start.value)
    if not (latest.has_interval or (then and then.has_interval)):
        return False
    return latest.low <= high and low <= latest.high


def _improved(better: Better | None, movement: Movement, met: bool | None) -> bool | None:
    """Whether the figure moved the right way. One to be kept at a level, and there, may move either way."""
    if better is None or movement is Movement.UNCHANGED:
        return None
    if met and better in KEEP:
        return None
    return (movement is Movement.UP) == wants_more(better)


def _cautions(
    measure: Measure, latest: Figure, change: Change | None, broken: Observation | None
) -> Iterable[Caution]:
    if latest.observation.status is ObservationStatus.PROVISIONAL:
        yield Caution.PROVISIONAL
    if broken:
        yield Caution.BREAK
    if measure.seasonal:
        yield Caution.SEASON
    if change and change.within_margin:
        yield Caution.MARGIN
    start = start_of(measure)
    compared = _compared(measure, start, latest) if start else [latest.observation]
    if any(is_small(measure, figure) for figure in compared):
        yield Caution.SMALL


def next_release(measure: Measure, on: date) -> Release | None:
    """When the next figure comes. None where no day is named, or where the figure of that day is there."""
    day = measure.next_release
    if day is None or any(figure.published and figure.published >= day for figure in measure.series):
        return None
    return Release(day, on > day)


def standings(measures: Iterable[Measure], on: date) -> Mapping[Standing, int]:
    """How many measures stand how, each kind that there is, the best first."""
    found = Counter(judge(measure, on).standing for measure in measures)
    return {standing: found[standing] for standing in Standing if found[standing]}


def grouped(index: Index) -> tuple[Group, ...]:
    """The measures by priority. One of two priorities stands under both, one of none last."""
    groups = [
        Group(priority.id, priority.title, tuple(index.measures_of(priority.id)))
        for priority in index.priorities.values()
    ]
    groups = [group for group in groups if group.measures]
    named = {measure.id for group in groups for measure in group.measures}
    rest = tuple(measure for measure in index.plan.measures if measure.id not in named)
    if rest:
        groups.append(Group(None, "", rest))
    return tuple(groups)
