"""Names under an axis."""

from __future__ import annotations

from itertools import pairwise

import pytest
from plainplan.charts.periods import names_of
from plainplan.charts.widths import width

_QUARTERS = tuple(f"{quarter} {year}" for year in (2024, 2025) for quarter in ("Jan to Mar", "Jul to Sep"))


@pytest.mark.parametrize(
    ("periods", "room", "named", "shared"),
    [
        (("Year to June 2021", "Year to June 2022"), 400, [("2021",), ("2022",)], "Year to June"),
        (("2021 inspection", "2022 inspection"), 400, [("2021",), ("2022",)], ""),
        (("At 31 March 2023", "At 30 September 2023"), 400, [("31 March",), ("30 September",)], "At … 2023"),
        (("At 31 March 2023", "At 30 September 2024"), 80, [("31 Mar", "2023"), ("30 Sep", "2024")], ""),
        (("2020 to 2021", "2021 to 2022"), 400, [("2020 to 2021",), ("2021 to 2022",)], ""),
        (("2020 to 2021", "2021 to 2022"), 92, [("2020 to", "2021"), ("2021 to", "2022")], ""),
        (_QUARTERS, 720, [(period,) for period in _QUARTERS], ""),
        (_QUARTERS, 120, [("Jul to", "Sep", "2024"), ("Jul to", "Sep", "2025")], ""),
        (("2026",), 100, [("2026",)], ""),
        (("2021 i 2022", "2022 i 2023"), 400, [("2021 i 2022",), ("2022 i 2023",)], ""),
        (("اپریل 2024", "اپریل 2025"), 400, [("2024",), ("2025",)], "اپریل"),
    ],
)
def test_names_are_as_published_or_shorter(
    periods: tuple[str, ...], room: float, named: list[tuple[str, ...]], shared: str
) -> None:
    step = room / max(len(periods) - 1, 1)
    names = names_of(periods, [step * place for place in range(len(periods))], 15, (-30, room + 30))
    assert [one.lines for one in names.named] == named
    assert names.shared == shared


@pytest.mark.parametrize("count", [1, 2, 5, 9, 16, 40])
@pytest.mark.parametrize("room", [90, 180, 480])
def test_names_never_meet_and_the_newest_is_there(count: int, room: float) -> None:
    periods = [f"Year to September {2000 + place}" for place in range(count)]
    at = [room * place / max(count - 1, 1) for place in range(count)]
    named = names_of(periods, at, 14, (-40, room + 40)).named
    ends = [(one.middle, max(width(line, 14) for line in one.lines) / 2) for one in named]
    assert all(left + half <= right - other for (left, half), (right, other) in pairwise(ends))
    assert named[-1].place == count - 1
