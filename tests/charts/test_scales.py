"""Scales of values: do they tell the truth, and can they be read?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.charts.scales import scale_of


def _numbers(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


@pytest.mark.parametrize(
    ("values", "ticks", "begins"),
    [
        (("3.59", "4.18"), ("3.4", "3.6", "3.8", "4", "4.2"), "3.4"),  # more than 4 times their range from 0
        (("3.59", "4.18", "2"), ("0", "1", "2", "3", "4", "5"), None),
        (("78", "95"), ("75", "80", "85", "90", "95"), "75"),
        (("-95", "-78"), ("-95", "-90", "-85", "-80", "-75"), "-75"),
        (("-4", "6"), ("-4", "-2", "0", "2", "4", "6"), None),
        (("-8", "-2"), ("-8", "-6", "-4", "-2", "0"), None),
        (("7",), ("0", "2", "4", "6", "8"), None),  # one value only
        (("5", "5", "5"), ("0", "1", "2", "3", "4", "5"), None),  # all equal
        (("0", "0"), ("0", "1"), None),
        (("0", "3"), ("0", "1", "2", "3"), None),
        (("100", "25"), ("0", "20", "40", "60", "80", "100"), None),
    ],
)
def test_a_scale_begins_at_0_unless_nothing_could_be_read(
    values: tuple[str, ...], ticks: tuple[str, ...], begins: str | None
) -> None:
    scale = scale_of(_numbers(*values))
    assert scale.ticks == tuple(_numbers(*ticks))
    assert scale.begins == (Decimal(begins) if begins else None)


@given(st.lists(st.decimals(-(10**9), 10**9, places=3), min_size=1, max_size=12))
def test_every_value_is_on_its_scale(values: list[Decimal]) -> None:
    scale = scale_of(values)
    assert all(-1e-9 <= scale.share(value) <= 1 + 1e-9 for value in values)
    assert 2 <= len(scale.ticks) <= 6
    assert (scale.begins is None) == (scale.low <= 0 <= scale.high)
