"""The pages of budgets and grants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.render.text import financial_year
from plainplan.views import grants
from plainplan.views.budget_year import YearMoney
from plainplan.views.grants import Group
from plainplan.views.index import Index
from plainplan.views.money import years_newest_first


def money(index: Index) -> Iterator[Page]:
    """Where the money comes from and where it goes."""
    plan = index.plan
    if plan.budget:
        yield Page(addresses.BUDGET, _("Budget"), Section.MONEY, "budget.html")
    for year in years_newest_first(plan):
        yield Page(
            addresses.under(addresses.BUDGET, year.id),
            _("Budget for %(year)s") % {"year": financial_year(year.id)},
            Section.MONEY,
            "budget_year.html",
            {"year": year, "money": YearMoney(plan, year)},
            parent=addresses.BUDGET,
        )
    if plan.grants:
        yield from _grants(index)


@dataclass(frozen=True)
class Facet:
    """A way to tell grants apart: its name in the form, and what a page of one of its groups is called."""

    name: str
    title: str
    groups: Sequence[Group]


def _grants(index: Index) -> Iterator[Page]:
    """The list of grants, then those of each priority, year and recipient: ways, which stand in no list."""
    facets = _facets(index)
    yield Page(
        addresses.GRANTS, _("Grants"), Section.MONEY, "grants.html", {"facets": facets}, script="filter.js"
    )
    for kind, facet in facets.items():
        for group in facet.groups:
            if group.page:
                name = financial_year(group.name) if kind == "year" else group.name
                yield Page(
                    group.page,
                    facet.title % {kind: name},
                    Section.MONEY,
                    "grants_filter.html",
                    {"kind": kind, "group": group, "facet": facet},
                    parent=addresses.GRANTS,
                    in_navigation=False,
                    in_search=False,
                    in_reading_order=False,
                )


def _facets(index: Index) -> Mapping[str, Facet]:
    plan = index.plan
    priority = plan.about.labels.priority.one
    return {
        # Translators: %(priority)s is the title of a priority.
        "priority": Facet(priority, _("Grants for %(priority)s"), grants.by_priority(plan)),
        "year": Facet(_("Year"), _("Grants in %(year)s"), grants.by_year(plan)),
        "recipient": Facet(_("Recipient"), _("Grants to %(recipient)s"), grants.by_recipient(plan)),
    }
