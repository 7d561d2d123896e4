"""The kinds that search results are told apart by, in the plan's own words."""

from __future__ import annotations

from dataclasses import dataclass

from plainplan.language import gettext as _
from plainplan.model import Plan
from plainplan.model.plan import Labels

OTHER = "other"
_OF_PAGES = frozenset({"priority", "action", "previous-action", "measure", "chapter"})


@dataclass(frozen=True)
class Kind:
    """A kind of result: `id` stands in addresses and in the index, the rest is for readers."""

    id: str
    one: str
    many: str


def kind_id(page_kind: str) -> str:
    """The kind of a page in search, from its `Page.kind`. A grant is a section of a page: see search.py."""
    return page_kind if page_kind in _OF_PAGES else OTHER


def named(labels: Labels) -> dict[str, Kind]:
    """Every kind by its id, in the order in which readers are offered them."""
    kinds = (
        Kind("priority", labels.priority.one, labels.priority.many),
        Kind("action", labels.action.one, labels.action.many),
        Kind("previous-action", _("From the plan before"), _("The plan before")),
        Kind("measure", labels.measure.one, labels.measure.many),
        Kind("grant", _("Grant"), _("Grants")),
        Kind("chapter", _("Chapter"), _("Chapters")),
        Kind(OTHER, _("Page"), _("Other pages")),
    )
    return {kind.id: kind for kind in kinds}


def kinds_of(plan: Plan) -> tuple[Kind, ...]:
    """The kinds that a plan has: what it lacks is not offered."""
    has = {
        "priority": plan.priorities,
        "action": any(objective.actions for priority in plan.priorities for objective in priority.objectives),
        "previous-action": plan.previous and plan.previous.actions,
        "measure": plan.measures,
        "grant": plan.grants,
        "chapter": plan.chapters,
    }
    return tuple(kind for kind in named(plan.about.labels).values() if has.get(kind.id, True))
