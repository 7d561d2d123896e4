"""The ways to ask for some of the actions only: each is a page, and a choice above the list of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plainplan import addresses
from plainplan.model.facets import NO_REPORT, NOT_NAMED, Facet, Late, facet_values
from plainplan.model.organisation import Responsibility
from plainplan.views.going import Going
from plainplan.views.index import Index

_STATUS_TITLES = {
    "complete": "that are complete",
    "on-track": "that are on track",
    "at-risk": "that are at risk",
    "delayed": "that are delayed",
    "not-started": "that have not started",
    "stopped": "that have stopped",
    "no-report": "with no report yet",
}
_KINDS = {
    Responsibility.STRATEGIC.value: ("Strategic bodies", "for which strategic bodies answer"),
    Responsibility.OPERATIONAL.value: ("Operational bodies", "for which operational bodies answer"),
    Responsibility.PARTNER.value: ("Partners", "for which partners answer"),
    NOT_NAMED: ("Nobody is named", "for which no kind of body is named"),
}
_LATE = {
    Late.REPORT_OVERDUE.value: ("Report overdue", "whose report is overdue"),
    Late.PAST_DUE_DATE.value: ("Past its due date", "past their due date"),
}


@dataclass(frozen=True)
class Filter:
    """Some of the actions: those that are `value` by a facet. `name` stands in lists, `title` on its page."""

    facet: Facet
    value: str
    name: str
    title: str

    @property
    def address(self) -> str:
        """The address of its page."""
        return addresses.progress_filter(self.facet, self.value)

    def among(self, group: Iterable[Going]) -> list[Going]:
        """The actions of a group that it shows."""
        return [one for one in group if self.value in one.values(self.facet)]


def filters(index: Index) -> dict[Facet, list[Filter]]:
    """Every filter that has a page, by facet, in the order of the pages. None before the first report."""
    values, many = facet_values(index.plan), index.plan.about.labels.action.many
    if not values:
        return {}
    names: dict[Facet, dict[str, tuple[str, str]]] = {
        Facet.STATUS: {
            slug: ("No report yet" if slug == NO_REPORT else slug.replace("-", " ").capitalize(), words)
            for slug, words in _STATUS_TITLES.items()
        },
        Facet.PRIORITY: {one.id: (one.title, f"under {one.title}") for one in index.priorities.values()},
        Facet.ORGANISATION: {
            **{one.id: (one.name, f"for which {one.name} answers") for one in index.plan.organisations},
            NOT_NAMED: ("Nobody is named", "for which nobody is named"),
        },
        Facet.KIND: _KINDS,
        Facet.LATE: _LATE,
    }
    return {
        facet: [
            Filter(facet, value, name, f"{many} {words}")
            for value, (name, words) in named.items()
            if value in values[facet]
        ]
        for facet, named in names.items()
    }
