"""Where a series stands: its latest figure, where it started from, and whether the two can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal

from plainplan.model.measure import Measure, Observation

_LONGEST_PART = 200  # days: half a year
EXACT = Context(prec=80)
"""The model takes numbers of 25 signs: sums and differences of two of these have fewer than 80 digits."""


@dataclass(frozen=True)
class Figure:
    """A published figure: an observation that has a value."""

    observation: Observation
    value: Decimal
    place: int

    @property
    def low(self) -> Decimal:
        """The lower end of its confidence interval, or itself."""
        return self.value if self.observation.low is None else self.observation.low

    @property
    def high(self) -> Decimal:
        """The upper end of its confidence interval, or itself."""
        return self.value if self.observation.high is None else self.observation.high

    @property
    def has_interval(self) -> bool:
        """Whether it was published with a confidence interval."""
        return self.low != self.high


@dataclass(frozen=True)
class Start:
    """The baseline. `end` is the last day of its period, where that is known; `place` is in the series."""

    value: Decimal
    end: date | None
    place: int | None


def latest_of(series: Sequence[Observation]) -> Figure | None:
    """The last figure that has a value; the series has its oldest period first."""
    for place in reversed(range(len(series))):
        value = series[place].value
        if isinstance(value, Decimal):
            return Figure(series[place], value, place)
    return None


def start_of(measure: Measure) -> Start | None:
    """Where the measure stood at first, or None where no value is published for it."""
    baseline = measure.baseline
    if baseline is None or not isinstance(baseline.value, Decimal):
        return None
    for place, figure in enumerate(measure.series):
        if figure.period == baseline.period:
            return Start(baseline.value, figure.end, place)
    return Start(baseline.value, baseline.end, None)


def is_newer(latest: Figure, start: Start) -> bool:
    """Whether a figure came after the baseline; one that nobody dated was there before the series."""
    if start.place is not None:
        return latest.place > start.place
    return start.end is None or latest.observation.end > start.end


def break_since(measure: Measure, start: Start, latest: Figure) -> Observation | None:
    """The first figure that cannot be compared with the baseline, up to the latest one."""
    for place, figure in enumerate(measure.series[: latest.place + 1]):
        if figure.break_before and _is_after(figure, place, start):
            return figure
    return None


def _is_after(figure: Observation, place: int, start: Start) -> bool:
    if start.place is not None:
        return place > start.place
    # A baseline that is not in the series was before it, unless its own last day says otherwise.
    return start.end is None or figure.end > start.end


def out_of_season(measure: Measure, start: Start, latest: Figure) -> bool:
    """Whether the latest figure is from another time of year than the baseline, where that matters."""
    return measure.seasonal and (start.end is None or start.end.month != latest.observation.end.month)


def year_before(measure: Measure, latest: Figure) -> Figure | None:
    """The figure of the same part of the year before, where figures are of less than a year."""
    now = latest.observation
    if (now.end - now.start).days > _LONGEST_PART:
        return None
    for place, figure in enumerate(measure.series[: latest.place]):
        same = (figure.end.year + 1, figure.end.month) == (now.end.year, now.end.month)
        later = measure.series[place + 1 : latest.place + 1]
        if same and isinstance(figure.value, Decimal) and not any(one.break_before for one in later):
            return Figure(figure, figure.value, place)
    return None


def is_small(measure: Measure, figure: Observation) -> bool:
    """Whether a figure rests on so few cases or answers that it moves by chance."""
    return measure.small_below is not None and figure.base is not None and figure.base < measure.small_below


def difference(value: Decimal, other: Decimal) -> Decimal:
    """`value` less `other`, to the last digit."""
    return EXACT.subtract(value, other)
