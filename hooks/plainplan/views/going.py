"""How each action is going, as seen on a day, and how many of a group go which way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plainplan.language import gettext as _
from plainplan.language import listed, ngettext, whole_number
from plainplan.model import Organisation
from plainplan.model.facets import STATUS_SLUGS, Facet, Late, facets
from plainplan.model.plan import Label
from plainplan.model.progress import Status
from plainplan.model.walk import ActionInPlan
from plainplan.views.index import Index
from plainplan.views.overdue import is_past_due_date, is_report_overdue, report_due
from plainplan.views.progress import Reported, histories, since


@dataclass(frozen=True)
class Going:
    """An action on a day. `told` is what was reported on it, the newest first; `is_` what it is by facet."""

    item: ActionInPlan
    owner: Organisation | None
    told: tuple[Reported, ...]
    is_: Mapping[Facet, str]
    report_due: date | None
    late: tuple[Late, ...]

    @property
    def status(self) -> Status | None:
        """The newest status; None where no report has spoken of the action."""
        return self.told[0].update.status if self.told else None

    @property
    def since(self) -> date | None:
        """The day of the report that gave it this status first, with no other status since."""
        return since(self.told) if self.told else None

    @property
    def report_overdue(self) -> bool:
        """Whether a report should have come."""
        return Late.REPORT_OVERDUE in self.late

    @property
    def past_due_date(self) -> bool:
        """Whether it should have been complete."""
        return Late.PAST_DUE_DATE in self.late

    def values(self, facet: str) -> tuple[str, ...]:
        """What it is by a facet. Of what is late it may be nothing, or both."""
        return tuple(self.late) if facet == Facet.LATE else (self.is_[Facet(facet)],)


def goings(index: Index, on: date) -> dict[str, Going]:
    """How every action is going on the day `on`, by its id, in the order of the pages."""
    history, about, every = histories(index.plan), index.plan.about, facets(index.plan)
    found = {}
    for name, item in index.actions.items():
        told = tuple(history.get(name, ()))
        status = told[0].update.status if told else None
        due = report_due(item.action, status, told[0].on if told else None, about)
        late = [Late.REPORT_OVERDUE] if is_report_overdue(due, on) else []
        late += [Late.PAST_DUE_DATE] if is_past_due_date(item.action, status, on) else []
        found[name] = Going(item, index.owner(item.action.owner), told, every[name], due, tuple(late))
    return found


@dataclass(frozen=True)
class Counts:
    """How a group of actions is going. `by_status` has every status, also those of no action.

    `report_overdue` is None where the plan does not say how often it reports, and `past_due_date` where
    no action of the group has a day by which it is due: there is then nothing to be late for.
    """

    total: int
    by_status: dict[str, int]
    report_overdue: int | None
    past_due_date: int | None


def counts(group: Iterable[Going], reporting_months: int | None) -> Counts:
    """Count the actions of a group."""
    found = list(group)
    statuses = [one.is_[Facet.STATUS] for one in found]
    dated = any(isinstance(one.item.action.due, date) for one in found)
    return Counts(
        total=len(found),
        by_status={slug: statuses.count(slug) for slug in STATUS_SLUGS},
        report_overdue=sum(one.report_overdue for one in found) if reporting_months else None,
        past_due_date=sum(one.past_due_date for one in found) if dated else None,
    )


def in_words(counted: Counts, action: Label) -> str:
    """`Of 9 actions, 7 are on track and 2 are at risk.` `action` is what the plan calls one.

    Empty where there is no action.
    """
    some = {slug: number for slug, number in counted.by_status.items() if number}
    if not some:
        return ""
    if len(some) == 1:
        return _all_in_words(next(iter(some)), counted.total, action)
    # Translators: %(actions)s is "9 actions", %(list)s is "7 are on track and 2 are at risk"
    return _("Of %(actions)s, %(list)s.") % {
        "actions": action.counted(counted.total),
        "list": listed(_some_in_words(slug, number) for slug, number in some.items()),
    }


def _all_in_words(slug: str, n: int, action: Label) -> str:
    """Every action is of one status: `All 9 actions are on track.`"""
    # Translators: in these seven, %(action)s is "action", %(actions)s is "9 actions"
    words = {
        "complete": ngettext("The only %(action)s is complete.", "All %(actions)s are complete.", n),
        "on-track": ngettext("The only %(action)s is on track.", "All %(actions)s are on track.", n),
        "at-risk": ngettext("The only %(action)s is at risk.", "All %(actions)s are at risk.", n),
        "delayed": ngettext("The only %(action)s is delayed.", "All %(actions)s are delayed.", n),
        "not-started": ngettext(
            "The only %(action)s has not started.", "All %(actions)s have not started.", n
        ),
        "stopped": ngettext("The only %(action)s has stopped.", "All %(actions)s have stopped.", n),
        "no-report": ngettext(
            "The only %(action)s has no report yet.", "All %(actions)s have no report yet.", n
        ),
    }
    return words[slug] % {"action": action.of(1), "actions": action.counted(n)}


def _some_in_words(slug: str, n: int) -> str:
    """A part of the sentence: `7 are on track`."""
    # Translators: in these seven, %(number)s counts actions: "Of 9 actions, 7 are on track and 2 at risk."
    words = {
        "complete": ngettext("%(number)s is complete", "%(number)s are complete", n),
        "on-track": ngettext("%(number)s is on track", "%(number)s are on track", n),
        "at-risk": ngettext("%(number)s is at risk", "%(number)s are at risk", n),
        "delayed": ngettext("%(number)s is delayed", "%(number)s are delayed", n),
        "not-started": ngettext("%(number)s has not started", "%(number)s have not started", n),
        "stopped": ngettext("%(number)s has stopped", "%(number)s have stopped", n),
        "no-report": ngettext("%(number)s has no report yet", "%(number)s have no report yet", n),
    }
    return words[slug] % {"number": whole_number(n)}
