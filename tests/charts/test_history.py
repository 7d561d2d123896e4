"""The small picture of an action's statuses."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from plainplan.charts.history import history_of
from plainplan.model.progress import Status, Update
from plainplan.views.progress import Reported


def _told(*statuses: Status) -> list[Reported]:
    """Reports 3 months apart, the newest first."""
    days = [date(2026 + number // 4, 1 + 3 * (number % 4), 20) for number in range(len(statuses))]
    told = [
        Reported(day, Update(action="x", status=status, words="Said."))
        for day, status in zip(days, statuses, strict=True)
    ]
    return told[::-1]


@pytest.mark.parametrize("statuses", [(), (Status.ON_TRACK,)])
def test_one_report_is_no_history(statuses: tuple[Status, ...]) -> None:
    assert history_of(_told(*statuses)) is None


def test_each_report_has_its_mark_in_the_row_of_its_status() -> None:
    found = history_of(_told(Status.NOT_STARTED, Status.ON_TRACK, Status.DELAYED, Status.ON_TRACK))
    assert found
    assert [row.status for row in found.rows] == [Status.ON_TRACK, Status.NOT_STARTED, Status.DELAYED]
    assert [mark.role for mark in found.marks] == ["not-started", "on-track", "delayed", "on-track"]
    heights = [mark.y for mark in found.marks]
    assert heights[1] == heights[3] != heights[0]
    assert [float(mark.x) for mark in found.marks] == sorted(float(mark.x) for mark in found.marks)
    assert (found.first, found.last) == (date(2026, 1, 20), date(2026, 10, 20))


def test_a_line_that_falls_is_worse_news() -> None:
    found = history_of(_told(*Status))
    assert found
    rows = {row.status: float(row.y) for row in found.rows}
    assert set(rows) == set(Status), "each status has a row"
    assert rows[Status.COMPLETE] < rows[Status.ON_TRACK] < rows[Status.NOT_STARTED], "not begun is no delay"
    assert rows[Status.NOT_STARTED] < rows[Status.AT_RISK] < rows[Status.DELAYED] < rows[Status.STOPPED]


def test_16_reports_find_room() -> None:
    found = history_of(_told(*[Status.NOT_STARTED, Status.STOPPED] * 8))
    assert found
    places = [float(mark.x) for mark in found.marks]
    assert max(places) < found.width
    assert min(second - first for first, second in pairwise(places)) > 10
