"""What a chart shows. How it looks is worked out elsewhere, once for wide and once for narrow places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from plainplan.model.base import Unknown


class Kind(StrEnum):
    """What a chart is about. The sentence beside it goes by this."""

    MEASURE = "measure"
    BREAKDOWN = "breakdown"
    FUNDING = "funding"
    SPENDING = "spending"
    PRIORITIES = "priorities"
    CAPITAL = "capital"
    PRECEPT = "precept"
    PROGRESS = "progress"


class Words(Protocol):
    """How readers see numbers, money and years."""

    def number(self, value: Decimal | int | Unknown | None, /) -> str:
        """`1,250`."""

    def quantity(self, value: Decimal | Unknown | None, unit: str, /) -> str:
        """`74%`, `£75`, `4.2 incidents`."""

    def pounds(self, value: Decimal | Unknown | None, /) -> str:
        """`£1,250.50`."""

    def rounded_pounds(self, value: Decimal | Unknown | None, /) -> str:
        """`£1.2 million`."""

    def financial_year(self, name: str, /) -> str:
        """`2026 to 2027`."""


@dataclass(frozen=True)
class Point:
    """One figure. `day` is the last of its period; `value` is None where it is not available."""

    period: str
    day: date
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    provisional: bool = False
    breaks: bool = False


@dataclass(frozen=True)
class Level:
    """A value to hold the line against. `role` is its class in the drawing."""

    word: str
    role: str
    value: Decimal


@dataclass(frozen=True)
class Line:
    """A measure over time, the oldest figure first."""

    unit: str
    points: tuple[Point, ...]
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True)
class Part:
    """One of several that are drawn side by side."""

    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Parts:
    """Small charts of the parts of a measure, all on one scale."""

    unit: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Bar:
    """One bar. `value` is None where it is not published; `said` is what stands at its end.

    `role` is its class in the drawing, and `shape` the outline of a mark beside the label, or None.
    """

    label: str
    value: Decimal | None
    said: str
    role: str = "bar"
    shape: str | None = None


@dataclass(frozen=True)
class Bars:
    """Amounts, one bar each, from the top down."""

    bars: tuple[Bar, ...]


Plot = Line | Parts | Bars


def words_of(plot: Plot) -> tuple[str, ...]:
    """The words that a picture of a plot shows."""
    if isinstance(plot, Bars):
        return tuple(words for bar in plot.bars for words in (bar.label, bar.said))
    lines = (plot,) if isinstance(plot, Line) else plot.parts
    periods = (point.period for line in lines for point in line.points)
    names = [part.title for part in plot.parts] if isinstance(plot, Parts) else []
    levels = [level.word for level in plot.levels] if isinstance(plot, Line) else []
    return (plot.unit, *names, *levels, *periods)


@dataclass(frozen=True)
class Chart:
    """A chart: its name in addresses, the page that it belongs to, what it shows and its rows as published.

    `subject` is the id of the measure, financial year or priority, and empty for the whole plan.
    `newest` is the day on which the newest of its figures was published or reported, where that is known.
    `begins` is where the scale of values begins (for negative values: ends), if that is not at 0.
    """

    name: str
    kind: Kind
    title: str
    page: str
    subject: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    plot: Plot
    begins: Decimal | None = None
    newest: date | None = None
