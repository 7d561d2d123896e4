"""The statuses of one action over time: a row for each that it has had, a mark for each report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plainplan.charts.lines import line_height
from plainplan.charts.months import short_month
from plainplan.charts.shapes import role_of, shape_of
from plainplan.charts.svg import short
from plainplan.charts.widths import width
from plainplan.language import capital, named
from plainplan.model.progress import Status
from plainplan.views.progress import Reported

_WIDTH = 300
_TEXT = 14
_ROW = 24
_FEWEST = 2
_MARK = 9
_DOWN = (
    Status.COMPLETE,
    Status.ON_TRACK,
    Status.NOT_STARTED,
    Status.AT_RISK,
    Status.DELAYED,
    Status.STOPPED,
)
"""The rows from above: the lower a line goes, the worse. Not to have started is no bad news by itself."""
_MONTH = 66.0
"""Room for the name of a month with its year, as `Sep 2026`, where that is short."""
_APART = 2.2


@dataclass(frozen=True)
class StatusRow:
    """A status and the middle of its row."""

    status: Status
    y: str

    @property
    def words(self) -> str:
        """What stands there: `On track`."""
        return _said(self.status)


@dataclass(frozen=True)
class Mark:
    """One report: its place, and the class and outline of its status."""

    x: str
    y: str
    role: str
    shape: str


@dataclass(frozen=True)
class History:
    """A small picture. `line` joins the marks; the first and last day stand below at `left` and `right`."""

    width: int
    height: int
    rows: tuple[StatusRow, ...]
    marks: tuple[Mark, ...]
    line: str
    left: str
    right: str
    first: date
    last: date

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all rows."""
        return tuple(row.words for row in self.rows)

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last month in few letters."""
        return short_month(self.first), short_month(self.last)


def history_of(newest_first: Sequence[Reported]) -> History | None:
    """The picture of what was reported on an action; None where fewer than 2 reports speak of it."""
    told = sorted(newest_first, key=lambda one: one.on)
    if len(told) < _FEWEST:
        return None
    had = [status for status in _DOWN if any(one.update.status is status for one in told)]
    row = max(_ROW, round(_TEXT * line_height()))
    middle = {status: row * (number + 0.5) for number, status in enumerate(had)}
    left = max(width(_said(status), _TEXT) for status in had) + 2 * _MARK
    right = _WIDTH - _MARK
    first, last = told[0].on, told[-1].on
    month = max(_MONTH, *(width(short_month(day), _TEXT) / 1.1 for day in (first, last)))
    days = max((last - first).days, 1)
    at = [left + (one.on - first).days / days * (right - left) for one in told]
    marks = tuple(
        Mark(short(x), short(middle[status]), role_of(status), shape_of(status))
        for x, status in zip(at, (one.update.status for one in told), strict=True)
    )
    steps = [f"H{mark.x}V{mark.y}" for mark in marks[1:]]
    return History(
        width=_WIDTH,
        height=row * len(had) + row + 2,
        rows=tuple(StatusRow(status, short(middle[status] + _TEXT * 0.35)) for status in had),
        marks=marks,
        line=f"M{marks[0].x},{marks[0].y}{''.join(steps)}",
        left=short(max(0, min(left - _MARK, _WIDTH - _APART * month))),
        right=short(_WIDTH),
        first=first,
        last=last,
    )


def _said(status: Status) -> str:
    return capital(named(status))
