"""Every figure of a measure, as rows of tables: all with the same number of places after the point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plainplan.model.measure import Breakdown, Measure, Observation, ObservationStatus
from plainplan.views.series import EXACT, is_small


@dataclass(frozen=True)
class Row:
    """One figure in a table. `value`, `low` and `high` have the places of the whole table."""

    figure: Observation
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    small: bool
    is_baseline: bool


@dataclass(frozen=True)
class Table:
    """Every figure of a series, and which columns have anything to say."""

    rows: tuple[Row, ...]
    with_interval: bool
    with_base: bool

    @property
    def provisional(self) -> bool:
        """Whether any figure may still change."""
        return any(row.figure.status is ObservationStatus.PROVISIONAL for row in self.rows)

    @property
    def revised(self) -> bool:
        """Whether any figure was put right after it came out."""
        return any(row.figure.status is ObservationStatus.REVISED for row in self.rows)

    @property
    def breaks(self) -> tuple[Observation, ...]:
        """The figures that cannot be compared with those before them."""
        return tuple(row.figure for row in self.rows if row.figure.break_before)

    @property
    def small(self) -> bool:
        """Whether any figure rests on few cases or answers."""
        return any(row.small for row in self.rows)

    @property
    def all_small(self) -> bool:
        """Whether every figure that there is rests on few cases or answers."""
        return _all_small(self.rows)


@dataclass(frozen=True)
class Across:
    """One period of a breakdown: a row for each part (None where the part has no such period), and the whole.

    `common` is the status of every figure in it, where all have the same one.
    """

    period: str
    cells: tuple[Row | None, ...]
    whole: Row | None
    common: ObservationStatus | None


@dataclass(frozen=True)
class Parts:
    """A breakdown: a column for each part, a row for each period."""

    breakdown: Breakdown
    rows: tuple[Across, ...]
    with_whole: bool

    @property
    def small(self) -> bool:
        """Whether any figure rests on few cases or answers."""
        return any(cell is not None and cell.small for row in self.rows for cell in row.cells)

    @property
    def all_small(self) -> bool:
        """Whether every figure of a part rests on few cases or answers."""
        return _all_small(cell for row in self.rows for cell in row.cells if cell is not None)


def _all_small(rows: Iterable[Row]) -> bool:
    smalls = [row.small for row in rows if row.value is not None]
    return bool(smalls) and all(smalls)


def table(measure: Measure) -> Table:
    """Every figure of the whole."""
    rows = _rows(measure, measure.series, _places(measure.series))
    baseline = measure.baseline.period if measure.baseline else None
    rows = tuple(_marked(row) if row.figure.period == baseline else row for row in rows)
    return Table(
        rows,
        with_interval=any(row.low is not None or row.high is not None for row in rows),
        # Where the figure is itself a count, what it rests on says nothing more.
        with_base=any(row.figure.base not in (None, row.figure.value) for row in rows),
    )


def parts(measure: Measure, breakdown: Breakdown) -> Parts:
    """The figures of the parts side by side, and of the whole where it has these periods."""
    every = [figure for part in breakdown.parts for figure in part.series]
    periods = _periods(every)
    whole = {figure.period: figure for figure in measure.series if figure.period in periods}
    places = _places([*every, *whole.values()])
    columns = [
        {row.figure.period: row for row in _rows(measure, part.series, places)} for part in breakdown.parts
    ]
    beside = {row.figure.period: row for row in _rows(measure, tuple(whole.values()), places)}
    rows = tuple(_across(period, columns, beside.get(period)) for period in periods)
    return Parts(breakdown, rows, with_whole=bool(beside))


def _across(period: str, columns: Sequence[dict[str, Row]], whole: Row | None) -> Across:
    cells = tuple(column.get(period) for column in columns)
    said = {row.figure.status for row in (*cells, whole) if row}
    return Across(period, cells, whole, said.pop() if len(said) == 1 else None)


def _periods(figures: Iterable[Observation]) -> list[str]:
    """The names of the periods, the oldest first, each once."""
    days: dict[str, tuple[date, date]] = {}
    for figure in figures:
        days.setdefault(figure.period, (figure.start, figure.end))
    return sorted(days, key=lambda name: days[name])


def _places(figures: Iterable[Observation]) -> int:
    """How many digits after the point the most exact of the figures has."""
    numbers = [number for one in figures for number in (one.value, one.low, one.high)]
    return max((_after_point(number) for number in numbers if isinstance(number, Decimal)), default=0)


def _after_point(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))


def _rows(measure: Measure, figures: Sequence[Observation], places: int) -> tuple[Row, ...]:
    return tuple(
        Row(
            figure,
            _at(figure.value, places),
            _at(figure.low, places),
            _at(figure.high, places),
            is_small(measure, figure),
            is_baseline=False,
        )
        for figure in figures
    )


def _at(number: object, places: int) -> Decimal | None:
    if not isinstance(number, Decimal):
        return None
    return number.quantize(Decimal(1).scaleb(-places), context=EXACT)


def _marked(row: Row) -> Row:
    return Row(row.figure, row.value, row.low, row.high, row.small, is_baseline=True)
