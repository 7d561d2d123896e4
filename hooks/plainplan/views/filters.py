"""The ways to ask for some of the actions only: each is a page, and a choice above the list of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plainplan import addresses
from plainplan.language import capital, named
from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_  # the name that translators know
from plainplan.model.facets import NO_REPORT, NOT_NAMED, Facet, Late, facet_values, status_slug
from plainplan.model.organisation import Responsibility
from plainplan.model.plan import Label
from plainplan.model.progress import Status
from plainplan.views.going import Going
from plainplan.views.index import Index

_STATUS_TITLES = {
    # Translators: in these, %(actions)s is "Actions", in the words of the plan: each is the title of a page.
    "complete": N_("%(actions)s that are complete"),
    "on-track": N_("%(actions)s that are on track"),
    "at-risk": N_("%(actions)s that are at risk"),
    "delayed": N_("%(actions)s that are delayed"),
    "not-started": N_("%(actions)s that have not started"),
    "stopped": N_("%(actions)s that have stopped"),
    NO_REPORT: N_("%(actions)s with no report yet"),
}
_OTHERS = {
    # Translators: in these, %(actions)s is "actions". They lead on from one of them.
    "complete": N_("Other %(actions)s that are complete"),
    "on-track": N_("Other %(actions)s that are on track"),
    "at-risk": N_("Other %(actions)s that are at risk"),
    "delayed": N_("Other %(actions)s that are delayed"),
    "not-started": N_("Other %(actions)s that have not started"),
    "stopped": N_("Other %(actions)s that have stopped"),
    NO_REPORT: N_("Other %(actions)s with no report yet"),
}
_KINDS = {
    Responsibility.STRATEGIC.value: (
        N_("Strategic bodies"),
        N_("%(actions)s for which strategic bodies answer"),
    ),
    Responsibility.OPERATIONAL.value: (
        N_("Operational bodies"),
        N_("%(actions)s for which operational bodies answer"),
    ),
    Responsibility.PARTNER.value: (N_("Partners"), N_("%(actions)s for which partners answer")),
    NOT_NAMED: (N_("Nobody is named"), N_("%(actions)s for which no kind of body is named")),
}
_LATE = {
    Late.REPORT_OVERDUE.value: (N_("Report overdue"), N_("%(actions)s whose report is overdue")),
    Late.PAST_DUE_DATE.value: (N_("Past its due date"), N_("%(actions)s past their due date")),
}


@dataclass(frozen=True)
class Filter:
    """Some of the actions: those that are `value` by a facet. `name` stands in lists, `title` on its page.

    `others` leads on from one action to those of the same status. Other facets have none.
    """

    facet: Facet
    value: str
    name: str
    title: str
    others: str = ""

    @property
    def address(self) -> str:
        """The address of its page."""
        return addresses.progress_filter(self.facet, self.value)

    def among(self, group: Iterable[Going]) -> list[Going]:
        """The actions of a group that it shows."""
        return [one for one in group if self.value in one.values(self.facet)]


def filters(index: Index) -> dict[Facet, list[Filter]]:
    """Every filter that has a page, by facet, in the order of the pages. None before the first report."""
    values, label = facet_values(index.plan), index.plan.about.labels.action
    if not values:
        return {}
    found = {
        Facet.STATUS: _of_statuses(label),
        Facet.PRIORITY: _of_priorities(index, label),
        Facet.ORGANISATION: _of_organisations(index, label),
        Facet.KIND: _with_words(Facet.KIND, _KINDS, label),
        Facet.LATE: _with_words(Facet.LATE, _LATE, label),
    }
    return {facet: [one for one in some if one.value in values[facet]] for facet, some in found.items()}


def _of_statuses(label: Label) -> list[Filter]:
    return [
        Filter(
            Facet.STATUS,
            slug := status_slug(status),
            capital(named(status)) if status else _("No report yet"),
            _(_STATUS_TITLES[slug]) % {"actions": label.many},
            _(_OTHERS[slug]) % {"actions": label.many.lower()},
        )
        for status in (*Status, None)
    ]


def _of_priorities(index: Index, label: Label) -> list[Filter]:
    # Translators: %(actions)s is "Actions", %(priority)s is the title of one
    words = _("%(actions)s under %(priority)s")
    return [
        Filter(Facet.PRIORITY, one.id, one.title, words % {"actions": label.many, "priority": one.title})
        for one in index.priorities.values()
    ]


def _of_organisations(index: Index, label: Label) -> list[Filter]:
    # Translators: %(actions)s is "Actions", %(organisation)s is the name of one
    words = _("%(actions)s for which %(organisation)s answers")
    nobody = _("%(actions)s for which nobody is named") % {"actions": label.many}
    return [
        *(
            Filter(
                Facet.ORGANISATION,
                one.id,
                one.name,
                words % {"actions": label.many, "organisation": one.name},
            )
            for one in index.plan.organisations
        ),
        Filter(Facet.ORGANISATION, NOT_NAMED, _("Nobody is named"), nobody),
    ]


def _with_words(facet: Facet, words: Mapping[str, tuple[str, str]], label: Label) -> list[Filter]:
    """The filters of a facet whose values are the same in every plan."""
    return [
        Filter(facet, value, _(name), _(title) % {"actions": label.many})
        for value, (name, title) in words.items()
    ]
