"""Scales of values: where they begin and end, and which values are named at the side."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_ZERO = Decimal(0)
_QUARTER = Decimal("2.5")
_STEPS = (Decimal(1), Decimal(2), _QUARTER, Decimal(5))
_MOST_STEPS = 5
_FAR = 4
"""A scale leaves out 0 only if all values are more than this many times their range away from it."""


@dataclass(frozen=True)
class Scale:
    """From the first of `ticks` to the last. `begins` is the end nearer to 0, if 0 is not on the scale."""

    ticks: tuple[Decimal, ...]
    begins: Decimal | None

    @property
    def low(self) -> Decimal:
        """The lowest value on the scale."""
        return self.ticks[0]

    @property
    def high(self) -> Decimal:
        """The highest value on the scale."""
        return self.ticks[-1]

    def share(self, value: Decimal) -> float:
        """How far up the scale a value stands: 0 at its foot, 1 at its top."""
        return float((value - self.low) / (self.high - self.low))


def scale_of(values: Collection[Decimal]) -> Scale:
    """A scale on which all values are, with 0 unless that would make their differences unreadable."""
    low, high = min(values), max(values)
    span = high - low
    without_zero = span > 0 and (low > _FAR * span or high < -_FAR * span)
    if not without_zero:
        low, high = min(low, _ZERO), max(high, _ZERO)
        high = high if high > low else low + 1
    whole = all(value == value.to_integral_value() for value in values)
    ticks = _ticks(low, high, whole)
    if not without_zero or ticks[0] <= 0 <= ticks[-1]:
        return Scale(ticks, None)
    return Scale(ticks, ticks[0] if ticks[0] > 0 else ticks[-1])


def _ticks(low: Decimal, high: Decimal, whole: bool) -> tuple[Decimal, ...]:
    """At most 6 round values, from at or below `low` to at or above `high`.

    Whole ones for what is counted.
    """
    exponent = (high - low).adjusted() - 1
    while True:
        for factor in _STEPS:
            step = factor.scaleb(exponent)
            is_broken = step != step.to_integral_value()
            if is_broken and (whole or factor == _QUARTER):
                continue
            first = (low / step).to_integral_value(ROUND_FLOOR)
            last = (high / step).to_integral_value(ROUND_CEILING)
            if last - first <= _MOST_STEPS:
                return tuple(step * place for place in range(int(first), int(last) + 1))
        exponent += 1


def places(ticks: Collection[Decimal]) -> int:
    """How many digits after the point tell the ticks apart."""
    return max(max(0, -int(tick.normalize().as_tuple().exponent)) for tick in ticks)
