"""How the plan is going, from the dated reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from plainplan.model import Plan, Report
from plainplan.model.progress import Status, Update


@dataclass(frozen=True)
class Reported:
    """What was said of an action on a date."""

    on: date
    update: Update


@dataclass(frozen=True)
class Standing:
    """Where the actions of a group stand: how many in each status, and how many no report has spoken of."""

    total: int
    by_status: dict[Status, int]
    unreported: int


@dataclass(frozen=True)
class Change:
    """An action whose status differs from the one reported before (`before` is None in its first report)."""

    action_id: str
    before: Status | None
    now: Reported


def reports_newest_first(plan: Plan) -> list[Report]:
    """All reports, the newest first."""
    return sorted(plan.progress, key=lambda report: report.date, reverse=True)


def histories(plan: Plan) -> dict[str, list[Reported]]:
    """What was reported on each action that any report speaks of, the newest first."""
    found: dict[str, list[Reported]] = {}
    for report in reports_newest_first(plan):
        for update in report.updates:
            found.setdefault(update.action, []).append(Reported(report.date, update))
    return found


def since(told: Sequence[Reported]) -> date:
    """The day of the report that gave an action its status first, with no other status after it.

    `told` is what was reported on the action, the newest first, and not empty. A report that does not speak
    of the action changes nothing.
    """
    status = told[0].update.status
    return list(takewhile(lambda one: one.update.status is status, told))[-1].on


def standing(action_ids: Iterable[str], history: dict[str, list[Reported]]) -> Standing:
    """Count the newest status of each action."""
    names = list(action_ids)
    counts = Counter(history[name][0].update.status for name in names if name in history)
    by_status = {status: counts[status] for status in Status if counts[status]}
    return Standing(len(names), by_status, len(names) - sum(counts.values()))


def changes_in(report: Report, history: dict[str, list[Reported]]) -> list[Change]:
    """The actions whose status changed in a report, leaving out those reported on for the first time."""
    changes = []
    for update in report.updates:
        past = [told for told in history[update.action] if told.on < report.date]
        if past and past[0].update.status is not update.status:
            changes.append(Change(update.action, past[0].update.status, Reported(report.date, update)))
    return changes
