"""What a reader would miss: gaps in promises, reports that are late, duties met nowhere."""

from __future__ import annotations

from datetime import date

from plainplan.check.rules import Findings
from plainplan.model.days import months_later
from plainplan.model.progress import Status
from plainplan.model.walk import walk_actions


def check_promises(findings: Findings, today: date) -> None:
    """Gaps in actions, unused measures, missing or late reports (as of `today`), unmet duties."""
    _check_gaps(findings)
    _check_unused_measures(findings)
    _check_reports(findings)
    _check_staleness(findings, today)
    for index, duty in enumerate(findings.plan.requirements):
        if not (duty.met_by or duty.does_not_apply or duty.not_met):
            mend = "Add met_by with a page, or does_not_apply or not_met with the reason."
            findings.add(
                "unmet-duty", ("requirements", index), "the plan does not say where it meets this duty.", mend
            )


def _check_gaps(findings: Findings) -> None:
    for item in walk_actions(findings.plan):
        action = item.action
        missing = [
            name
            for name, value in (
                ("owner", action.owner),
                ("due", action.due),
                ("measures or measured_by", action.measures or action.measured_by),
            )
            if not value
        ]
        if missing:
            message = f"a reader cannot hold anybody to it: it has no {', no '.join(missing)}."
            mend = "Add it; where the plan does not say, write `not published` (under measured_by, in words)."
            findings.add("action-gap", item.keys, message, mend)


def _check_unused_measures(findings: Findings) -> None:
    used = {name for item in walk_actions(findings.plan) for name in item.action.measures}
    used |= {name for priority in findings.plan.priorities for name in priority.measures}
    for index, measure in enumerate(findings.plan.measures):
        if measure.id not in used:
            mend = "Name it under an action or a priority, or delete the file."
            findings.add(
                "unused-measure", ("measures", index), "no action or priority uses this measure.", mend
            )


def _check_reports(findings: Findings) -> None:
    reported = {update.action for report in findings.plan.progress for update in report.updates}
    if findings.plan.progress:
        for item in walk_actions(findings.plan):
            if item.action.id not in reported:
                mend = "Add it to the newest file in data/progress."
                findings.add("never-reported", item.keys, "no report says how this action is going.", mend)
    for index, report in enumerate(findings.plan.progress):
        for number, update in enumerate(report.updates):
            if update.status is Status.STOPPED and not update.reason:
                keys = ("progress", index, "updates", number)
                mend = "Add `reason: …`."
                findings.add(
                    "stopped-without-reason", keys, "it was stopped, and the report gives no reason.", mend
                )


def _check_staleness(findings: Findings, today: date) -> None:
    about, reports = findings.plan.about, findings.plan.progress
    if not about.reporting_months or not about.period.first <= today <= about.period.last:
        return
    newest = max((report.date for report in reports), default=about.period.first)
    if newest == date.min:  # neither a report nor a first day is published: nothing to count from
        return
    due = months_later(newest, about.reporting_months)
    if today > due:
        message = f"a report was due by {due}; the newest is of {newest}."
        findings.add("stale-report", ("progress", 0), message, f"Add data/progress/{today}.yml.")
