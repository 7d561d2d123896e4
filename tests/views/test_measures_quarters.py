"""A figure of a part of the year is put beside the same part of the year before."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from plainplan.model import Measure
from plainplan.views.measures import read

from tests.views.measured import ON, measure


def quarters(values: list[str], **more: Any) -> Measure:
    """Figures of the quarters of 2024 and later."""
    days = [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")]
    figures = [
        {
            "start": f"{2024 + place // 4}-{days[place % 4][0]}",
            "end": f"{2024 + place // 4}-{days[place % 4][1]}",
        }
        for place in range(len(values))
    ]
    for place, extra in more.pop("extra", {}).items():
        figures[place] |= extra
    return measure(values, figures=figures, **more)


@pytest.mark.parametrize(
    ("values", "extra", "before"),
    [
        (["1", "2", "3", "4", "5", "6"], {}, "2"),
        (["1", "not available", "3", "4", "5", "6"], {}, None),
        (["1", "2", "3", "4", "5"], {}, None),  # that is the baseline, which the sentence names anyhow
        (["1", "2", "3", "4"], {}, None),
        (["1", "2", "3", "4", "5", "6"], {3: {"break_before": "Counted anew."}}, None),
        (["1", "2", "3", "4", "5", "6"], {1: {"break_before": "Counted anew."}}, "2"),
    ],
)
def test_a_quarter_is_put_beside_the_same_quarter_of_the_year_before(
    values: list[str], extra: dict[int, dict[str, str]], before: str | None
) -> None:
    found = read(quarters(values, extra=extra), ON).year_before
    assert (found.value if found else None) == (Decimal(before) if before else None)


def test_years_are_not_put_beside_years() -> None:
    assert read(measure(["1", "2", "3"]), ON).year_before is None
