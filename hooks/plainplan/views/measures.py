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


def read(measure: Measure) -> Reading:
    """Compare the latest available figure with the baseline and the target.

    Values and not percents of the way: a share is undefined where target and baseline are equal.
    """
    latest = next((figure for figure in reversed(measure.series) if isinstance(figure.value, Decimal)), None)
    if latest is None or not isinstance(latest.value, Decimal):
        return Reading(None, None, None, None)
    baseline = measure.baseline.value if measure.baseline else None
    target = measure.target.value if measure.target else None
    movement = _movement(latest.value, baseline) if isinstance(baseline, Decimal) else None
    met = None
    if isinstance(target, Decimal) and measure.better is not None:
        met = latest.value >= target if _wants_more(measure.better) else latest.value <= target
    improved = _improved(measure.better, movement, met)
    return Reading(latest, movement, improved, met)


def _movement(value: Decimal, baseline: Decimal) -> Movement:
    if value == baseline:
        return Movement.UNCHANGED
    return Movement.UP if value > baseline else Movement.DOWN


def _wants_more(better: Better | None) -> bool:
    return better in (Better.HIGHER, Better.AT_OR_ABOVE)


def _improved(better: Better | None, movement: Movement | None, met: bool | None) -> bool | None:
    """Whether the figure moved the right way. One to be kept at a level, and there, may move either way."""
    if better is None or movement in (None, Movement.UNCHANGED):
        return None
    if met and better in (Better.AT_OR_ABOVE, Better.AT_OR_BELOW):
        return None
    return (movement is Movement.UP) == _wants_more(better)
