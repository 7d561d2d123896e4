"""What one report says, action by action: by status, and what it should have spoken of and did not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plainplan.model import Report
from plainplan.model.facets import status_slug
from plainplan.model.progress import Status, Update
from plainplan.model.walk import ActionInPlan
from plainplan.views.index import Index
from plainplan.views.overdue import GRACE_DAYS, report_due
from plainplan.views.progress import Reported


def by_status(report: Report) -> dict[str, list[Update]]:
    """The updates of a report by status, as it stands in addresses, in the order of the pages."""
    found = {
        status_slug(status): [one for one in report.updates if one.status is status] for status in Status
    }
    return {slug: updates for slug, updates in found.items() if updates}


@dataclass(frozen=True)
class Missing:
    """An action on which a report was due by a day. `reported` is the day of the one before, if any."""

    item: ActionInPlan
    due: date
    reported: date | None


def missing_from(report: Report, index: Index, history: Mapping[str, Sequence[Reported]]) -> list[Missing]:
    """The actions that a report does not speak of although one on them was due.

    Reports come out together and not to the day, so the days of grace count here too.
    """
    spoken, last_day = {update.action for update in report.updates}, report.date + timedelta(days=GRACE_DAYS)
    found = []
    for name, item in index.actions.items():
        before = [told for told in history.get(name, ()) if told.on < report.date]
        newest = before[0] if before else None
        reported = newest.on if newest else None
        due = report_due(item.action, newest.update.status if newest else None, reported, index.plan.about)
        if name not in spoken and due and due <= last_day:
            found.append(Missing(item, due, reported))
    return found
