"""Words beside lines: apart from one another, in their order, and near what they name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.charts.ends import keep_apart


@pytest.mark.parametrize(
    ("wanted", "middles"),
    [
        ([(10, 20), (50, 20)], [10, 50]),
        ([(50, 20), (50, 20)], [40, 60]),
        ([(60, 20), (50, 20), (40, 20)], [70, 50, 30]),
        ([(95, 20), (96, 20)], [70, 90]),
        ([(2, 20), (3, 20)], [10, 30]),
    ],
)
def test_words_make_room_for_one_another(wanted: list[tuple[float, float]], middles: list[float]) -> None:
    assert keep_apart(wanted, 0, 100) == middles


@given(st.lists(st.tuples(st.floats(0, 200), st.sampled_from([20.0, 36.0])), min_size=1, max_size=4))
def test_words_never_meet(wanted: list[tuple[float, float]]) -> None:
    middles = keep_apart(wanted, -20, 220)
    placed = sorted((middle, height) for middle, (_, height) in zip(middles, wanted, strict=True))
    assert all(low + high / 2 <= other - size / 2 + 1e-6 for (low, high), (other, size) in pairwise(placed))
    assert all(middle - height / 2 >= -20 and middle + height / 2 <= 220 + 1e-6 for middle, height in placed)
