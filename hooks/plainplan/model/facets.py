"""By what readers tell the actions of a plan apart: status, priority, organisation, who has to deliver."""

from __future__ import annotations

from enum import StrEnum

from plainplan.model import Plan
from plainplan.model.progress import Status
from plainplan.model.walk import walk_actions

NO_REPORT = "no-report"
"""Stands for a status where no report has spoken of an action yet."""
NOT_NAMED = "not_named"
"""Stands for an organisation where the plan names none, or does not publish it. No id has a low line."""


class Facet(StrEnum):
    """What actions are told apart by. The words stand in addresses: `progress/status/at-risk/`."""

    STATUS = "status"
    PRIORITY = "priority"
    ORGANISATION = "organisation"
    KIND = "kind"
    LATE = "late"


class Late(StrEnum):
    """What can be late about an action. It hangs on the day, and so is no part of `facets`."""

    REPORT_OVERDUE = "report-overdue"
    PAST_DUE_DATE = "past-due-date"


def status_slug(status: Status | None) -> str:
    """A status as it stands in an address: `at-risk`; `no-report` for None."""
    return status.value.replace(" ", "-") if status else NO_REPORT


STATUS_SLUGS = (*map(status_slug, Status), NO_REPORT)
"""Every status as it stands in an address, in the order of the pages."""


def facets(plan: Plan) -> dict[str, dict[Facet, str]]:
    """What every action is, by its id, in the order of the pages."""
    newest: dict[str, Status] = {}
    for report in sorted(plan.progress, key=lambda report: report.date):
        newest |= {update.action: update.status for update in report.updates}
    levels = {one.id: one.responsibility.value for one in plan.organisations}
    return {
        item.action.id: {
            Facet.STATUS: status_slug(newest.get(item.action.id)),
            Facet.PRIORITY: item.priority.id,
            Facet.ORGANISATION: str(item.action.owner) if item.action.owner in levels else NOT_NAMED,
            Facet.KIND: levels.get(str(item.action.owner), NOT_NAMED),
        }
        for item in walk_actions(plan)
    }


def facet_values(plan: Plan) -> dict[Facet, set[str]]:
    """What readers can ask for: each facet with what at least 1 action is. Nothing before the first report.

    What is late hangs on the day of the build, but its addresses stay: none is an answer as well.
    """
    found = facets(plan)
    if not plan.progress or not found:
        return {}
    values = {facet: {one[facet] for one in found.values()} for facet in Facet if facet is not Facet.LATE}
    late = {Late.PAST_DUE_DATE.value} | (
        {Late.REPORT_OVERDUE.value} if plan.about.reporting_months else set()
    )
    return values | {Facet.LATE: late}
