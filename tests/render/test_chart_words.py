"""What is said of figures that a chart lacks, and of figures that are made in another way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from plainplan.charts.chart import Point
from plainplan.render.chart_words import breaks, gaps

_DAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        ((), []),
        (("Year to March 2026",), ["There is no figure for year to March 2026."]),
        (
            ("March 2026", "Summer 2026", "At 31 March 2026"),
            ["There is no figure for March 2026, summer 2026, at 31 March 2026."],
        ),
        (("A", "B", "C", "D"), ["There is no figure for 4 periods."]),
    ],
)
def test_periods_without_a_figure(periods: tuple[str, ...], said: list[str]) -> None:
    points = [Point("June 2026", _DAY, Decimal(1)), *(Point(period, _DAY, None) for period in periods)]
    assert gaps(points) == said


def test_the_period_of_a_break_stands_inside_the_sentence() -> None:
    assert breaks([Point("Year to March 2026", _DAY, Decimal(1), breaks=True)]) == [
        "Do not compare figures from year to March 2026 on with earlier ones."
    ]
