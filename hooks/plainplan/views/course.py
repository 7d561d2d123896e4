"""Whether a measure is on course for its target, and how that is judged.

The rule: a straight line runs from the baseline, on the last day of its period, to the target on its date.
The latest figure is held against the place of the line on the last day of its own period.

A level to stay at ("at or above", "at or below") is to be kept from the target's date on; from the start,
where the target has no date or the baseline was there already. Until then it is a target like any other.
Where no line can be drawn to such a level, the figure is held against the level itself, good or bad.

A figure of another time of year than the baseline says nothing of the course, good or bad.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from plainplan.model.measure import Better, Measure
from plainplan.views.series import EXACT, Figure, Start, break_since, latest_of, out_of_season, start_of


class Standing(StrEnum):
    """How a measure stands to its target. Readers get the words in their language, from `named`."""

    MET = "target met"
    KEPT = "meets the standard"
    ON_COURSE = "on course"
    BEHIND = "behind"
    BELOW = "below the standard"
    ABOVE = "above the limit"
    MISSED = "target missed"
    NOT_JUDGED = "not judged"


class Reason(StrEnum):
    """Why the course of a measure is not judged. A template has a whole sentence for each."""

    NO_FIGURE = "no figure is published"
    NO_TARGET = "it has no target"
    TARGET_UNKNOWN = "no value is published for its target"
    NO_DIRECTION = "the plan does not say which way is better"
    NO_BASELINE = "it has no baseline to start from"
    BASELINE_UNKNOWN = "no value is published for its baseline"
    BASELINE_UNDATED = "the plan does not say on what day the baseline was reached"
    NO_DATE = "its target has no date"
    BREAK = "the figures are made in another way now than when the baseline was set"
    SEASON = "the baseline is from another time of year"
    AWAITED = "the date of the target is past, and the figure for that date is not published yet"
    TOO_SOON = "no figure is newer than the baseline"


@dataclass(frozen=True)
class Line:
    """The straight line from baseline to target, and where it stands on the last day of a figure's period.

    `stands_at` has a place more than the figures, and as many as it takes to lie on the true side of them.
    """

    start: Decimal
    start_day: date
    target: Decimal
    target_day: date
    day: date
    stands_at: Decimal


@dataclass(frozen=True)
class Course:
    """A judgement. `line` is given where the straight line decided, `reason` where the course is not judged.

    A level to stay at can be met or not met (KEPT, BELOW, ABOVE) without any course being judged.
    """

    standing: Standing
    reason: Reason | None = None
    line: Line | None = None


KEEP = frozenset({Better.AT_OR_ABOVE, Better.AT_OR_BELOW})
"""Measures whose target is a level: it is to be kept once it is reached."""


def wants_more(better: Better | None) -> bool:
    """Whether a higher figure is the better one."""
    return better in (Better.HIGHER, Better.AT_OR_ABOVE)


def is_met(better: Better, value: Decimal, target: Decimal) -> bool:
    """Whether a figure is at the target or on its better side."""
    return value >= target if wants_more(better) else value <= target


def judge(measure: Measure, on: date) -> Course:
    """How a measure stands to its target, as seen on the day `on`. What is missing is said, never guessed."""
    latest, target = latest_of(measure.series), measure.target
    missing = _missing(measure, latest)
    if missing or latest is None or target is None or measure.better is None:
        return _not(missing or Reason.NO_TARGET)
    assert isinstance(target.value, Decimal)  # noqa: S101  # _missing has seen to it
    met = is_met(measure.better, latest.value, target.value)
    due = target.date is not None and latest.observation.end >= target.date
    if measure.better in KEEP:
        to_keep = due or target.date is None or _was_there(measure, measure.better, target.value)
        return _level(measure, latest, on, met=met, to_keep=to_keep)
    start = start_of(measure)
    if start is not None and break_since(measure, start, latest) is not None:
        return _not(Reason.BREAK)  # the target was set for figures made in the old way
    if due:
        return Course(Standing.MET if met else Standing.MISSED)
    course = _on_the_way(measure, latest, on)
    return Course(Standing.MET) if met and course.reason is not Reason.SEASON else course


def _not(reason: Reason) -> Course:
    return Course(Standing.NOT_JUDGED, reason)


def _level(measure: Measure, latest: Figure, on: date, *, met: bool, to_keep: bool) -> Course:
    """The judgement of a level to stay at. Before it is to be kept, the line is asked first."""
    unmet = Standing.BELOW if wants_more(measure.better) else Standing.ABOVE
    standing = Standing.KEPT if met else unmet
    if to_keep:
        return Course(standing)
    course = _on_the_way(measure, latest, on)
    if met:
        return Course(standing, course.reason if course.reason is Reason.SEASON else None)
    return course if course.reason in (None, Reason.TOO_SOON) else Course(standing, course.reason)


def _missing(measure: Measure, latest: Figure | None) -> Reason | None:
    """What a figure and a target need to be compared at all."""
    target = measure.target
    if target is None or not isinstance(target.value, Decimal):
        return Reason.TARGET_UNKNOWN if target else Reason.NO_TARGET
    if latest is None:
        return Reason.NO_FIGURE
    return None if measure.better else Reason.NO_DIRECTION


def was_ever_there(measure: Measure) -> bool:
    """Whether any figure or the baseline reached the target."""
    target = measure.target.value if measure.target else None
    if measure.better is None or not isinstance(target, Decimal):
        return False
    values = [figure.value for figure in measure.series]
    reached = any(isinstance(one, Decimal) and is_met(measure.better, one, target) for one in values)
    return reached or _was_there(measure, measure.better, target)


def _was_there(measure: Measure, better: Better, target: Decimal) -> bool:
    """Whether the measure stood at its target at first: such a level is to be kept from then on."""
    start = start_of(measure)
    return start is not None and is_met(better, start.value, target)


def _on_the_way(measure: Measure, latest: Figure, on: date) -> Course:
    """The judgement before the target's date: that of the line, where one can be drawn."""
    start = start_of(measure)
    obstacle = _obstacle(measure, start, latest, on)
    if obstacle or start is None or start.end is None:
        return _not(obstacle or Reason.BASELINE_UNDATED)
    return _held_against(measure, start, start.end, latest)


def _obstacle(measure: Measure, start: Start | None, latest: Figure, on: date) -> Reason | None:
    """Why no line can be drawn, or why it would say nothing."""
    if start is None:
        return Reason.BASELINE_UNKNOWN if measure.baseline else Reason.NO_BASELINE
    day = measure.target.date if measure.target else None
    reasons = (
        (break_since(measure, start, latest) is not None, Reason.BREAK),
        (day is None, Reason.NO_DATE),
        (day is not None and on > day, Reason.AWAITED),
        (start.end is None, Reason.BASELINE_UNDATED),
        (start.end is not None and latest.observation.end <= start.end, Reason.TOO_SOON),
        (out_of_season(measure, start, latest), Reason.SEASON),
    )
    return next((reason for holds, reason in reasons if holds), None)


def _held_against(measure: Measure, start: Start, start_day: date, latest: Figure) -> Course:
    target = measure.target
    assert target and target.date and isinstance(target.value, Decimal)  # noqa: S101  # _on_the_way has seen to it
    way = Fraction(target.value) - Fraction(start.value)
    passed = (latest.observation.end - start_day).days
    exact = Fraction(start.value) + way * passed / (target.date - start_day).days
    value = Fraction(latest.value)
    good = value >= exact if wants_more(measure.better) else value <= exact
    places = max(map(_after_point, (start.value, latest.value, target.value))) + 1
    at = _rounded(exact, latest.value, places)
    line = Line(start.value, start_day, target.value, target.date, latest.observation.end, at)
    return Course(Standing.ON_COURSE if good else Standing.BEHIND, line=line)


def _after_point(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))


def _rounded(exact: Fraction, beside: Decimal, places: int) -> Decimal:
    """`exact` to so many `places`, and to more where it would otherwise look equal to `beside`.

    `places` are at least those of `beside`, so that rounding never moves it to the other side.
    """
    while True:
        shift = 10**places
        whole = (abs(exact) * shift * 2 + 1) // 2  # half away from nought
        found = Decimal(int(whole) if exact >= 0 else -int(whole)).scaleb(-places, EXACT)
        if exact == Fraction(beside) or found != beside:
            return found
        places += 1
