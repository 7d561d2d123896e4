"""When grants were awarded, and from when to when they run."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.days import Order, is_iso, parse_day, parse_edge, settle_order, spoken
from plainplan.imports.giving_rows import GivingRow

_START, _END, _LASTS = (f"plannedDates.{name}" for name in ("startDate", "endDate", "duration"))
_AWARDED = "awardDate"
_DAYS = (_AWARDED, _START, _END)
_MOST = 600
"""Months. Nobody pays a grant for longer than 50 years."""


class Dates:
    """Reads the dates of the grants of one file."""

    WAYS: ClassVar = (*_DAYS, _LASTS)

    def __init__(self, rows: Sequence[GivingRow], order: Order | None, notes: Notebook) -> None:
        self.notes = notes
        self.orders = {way: order or settle_order(row.texts.get(way, "") for row in rows) for way in _DAYS}

    def of(self, row: GivingRow) -> dict[str, str | None]:
        """The fields of a grant that are dates. A start and a duration give an end."""
        days = {
            name: self._day(row, way) for name, way in zip(("awarded", "start", "end"), _DAYS, strict=True)
        }
        if _LASTS in row.texts:
            days["end"] = self._end(row, days["start"], days["end"])
        return {name: day.isoformat() if day else None for name, day in days.items()}

    def _day(self, row: GivingRow, way: str) -> date | None:
        text = row.texts.get(way)
        if text is None:
            return None
        order = self.orders[way]
        try:
            day = parse_day(text, order) if way == _AWARDED else parse_edge(text, order, way == _END)
        except UnclearError as unclear:
            self.notes.refuse_unclear(row.line, way, unclear)
            return None
        if not is_iso(text):
            self.notes.took(row.line, f"took {text} under {way} as {spoken(day)}.")
        return day

    def _end(self, row: GivingRow, start: date | None, end: date | None) -> date | None:
        text = row.texts[_LASTS]
        if end is not None:
            self.notes.took(row.line, f'left out the duration "{text}": the end is given too.')
            return end
        months = int(text) if re.fullmatch(r"[0-9]{1,3}", text) else 0
        if not 0 < months <= _MOST:
            mend = "Write whole months, or the day on which it ends."
            self.notes.refuse(row.line, f'{_LASTS}: "{text}" is no number of months.', mend)
        elif start is None:
            self.notes.took(row.line, f'left out the duration "{text}": no start is given.')
        else:
            end = _after(start, months)
            words = f"{text} months from {spoken(start)} end on {spoken(end)}: took that as the end."
            self.notes.took(row.line, words)
        return end


def _after(start: date, months: int) -> date:
    """The last day of so many months."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    if start.day > last:
        return date(year, month + 1, last)
    return date(year, month + 1, start.day) - timedelta(days=1)
