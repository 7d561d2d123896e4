"""What is late on a day: reports that should have come, and actions that should be complete."""

from __future__ import annotations

from datetime import date, timedelta

from plainplan.model import About
from plainplan.model.days import months_later
from plainplan.model.priority import Action
from plainplan.model.progress import Status

GRACE_DAYS = 14
"""Days after which a report that was due counts as overdue. Reports are written after what they tell of."""
ENDED = (Status.COMPLETE, Status.STOPPED)
"""What nothing more is to come of: neither a report nor a day to keep."""


def report_due(action: Action, status: Status | None, reported: date | None, about: About) -> date | None:
    """The day by which the next report on an action is due; None where none is.

    That is the plan's own interval after the last report (`reported`), or after the day on which the
    action begins where that is later. None is due of what has ended, nor after the end of the plan.
    """
    if not about.reporting_months or status in ENDED:
        return None
    begins = max(action.start or date.min, about.period.first)
    counted_from = max(begins, reported or date.min)
    if counted_from == date.min:  # nothing is published to count from
        return None
    due = months_later(counted_from, about.reporting_months)
    return due if due <= about.period.last else None


def is_report_overdue(due: date | None, on: date) -> bool:
    """Whether a report that was due by a day has still not come, and the days of grace are past."""
    return due is not None and on > due + timedelta(days=GRACE_DAYS)


def is_past_due_date(action: Action, status: Status | None, on: date) -> bool:
    """Whether the day by which an action was promised is past, and it is neither complete nor stopped."""
    return isinstance(action.due, date) and action.due < on and status not in ENDED
