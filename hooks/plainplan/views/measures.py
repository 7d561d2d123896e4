"""What a series of figures says: the latest, the change since the baseline, the way to the target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from plainplan.model.measure import Better, Measure, Observation


class Movement(StrEnum):
    """Which way a figure went, in the words of the sentence."""

    UP = "up"
    DOWN = "down"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Reading:
    """What a reader wants of a measure first. Parts that cannot be said are None."""

    latest: Observation | None
    movement: Movement | None
    improved: bool | None
    target_met: bool | None
    distance: Decimal | None


def read(measure: Measure) -> Reading:
    """Compare the latest available figure with the baseline and the target.

    Values and not percents of the way: a share is undefined where target and baseline are equal.
    """
    latest = next((figure for figure in reversed(measure.series) if isinstance(figure.value, Decimal)), None)
    if latest is None or not isinstance(latest.value, Decimal):
        return Reading(None, None, None, None, None)
    baseline = measure.baseline.value if measure.baseline else None
    target = measure.target.value if measure.target else None
    movement = _movement(latest.value, baseline) if isinstance(baseline, Decimal) else None
    improved = _improved(measure.better, movement)
    if not isinstance(target, Decimal) or measure.better is None:
        return Reading(latest, movement, improved, None, None)
    met = latest.value >= target if _wants_more(measure.better) else latest.value <= target
    return Reading(latest, movement, improved, met, abs(target - latest.value))


def _movement(value: Decimal, baseline: Decimal) -> Movement:
    if value == baseline:
        return Movement.UNCHANGED
    return Movement.UP if value > baseline else Movement.DOWN


def _wants_more(better: Better | None) -> bool:
    return better in (Better.HIGHER, Better.AT_OR_ABOVE)


def _improved(better: Better | None, movement: Movement | None) -> bool | None:
    """Whether the figure moved the right way; one to be kept at a level is judged by its target alone."""
    if movement in (None, Movement.UNCHANGED) or better in (None, Better.AT_OR_ABOVE, Better.AT_OR_BELOW):
        return None
    return (movement is Movement.UP) == _wants_more(better)
