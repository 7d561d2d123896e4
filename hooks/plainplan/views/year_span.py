"""The days of a financial year that its annual report speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plainplan.model import Plan
from plainplan.model.dated import days_of_change


@dataclass(frozen=True)
class Span:
    """A financial year. `until` is the last day that its report speaks of."""

    year: str
    until: date
    is_over: bool

    @property
    def start(self) -> date:
        """1 April of the first year."""
        return date(int(self.year[:4]), 4, 1)

    @property
    def end(self) -> date:
        """31 March of the second year."""
        return date(int(self.year[:4]) + 1, 3, 31)

    @property
    def next_end(self) -> date:
        """31 March a year later."""
        return self.end.replace(year=self.end.year + 1)

    @property
    def horizon(self) -> date:
        """Up to when it tells what is due: the end of the year, or once that is over, of the next one."""
        return self.next_end if self.is_over else self.end

    def has(self, day: object) -> bool:
        """Whether a day is in the year; what has no date is in none."""
        return isinstance(day, date) and self.start <= day <= self.until


def span_of(plan: Plan, year: str, on: date) -> Span:
    """The year is over where something later is told: a report, a figure, a decision, a grant, a version.

    Judged by the newest of these and not by the day `on` of the build, so that what is published does not
    change by itself. Until then the report speaks of everything up to that newest one, and of nothing later.
    Only where the year has none, the day of the build says whether it is over.
    """
    whole = Span(year, date.max, True)
    days = [day for day in days_of_change(plan) if day <= on]
    inside = [day for day in days if whole.start <= day <= whole.end]
    newest = days[0] if inside else on
    is_over = newest >= whole.end
    return Span(year, whole.end if is_over else newest, is_over)
