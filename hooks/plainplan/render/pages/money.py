"""The pages of budgets and grants."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.views.index import Index
from plainplan.views.money import years_newest_first


def money(index: Index) -> Iterator[Page]:
    """Where the money comes from and where it goes."""
    plan = index.plan
    if plan.budget:
        yield Page(addresses.BUDGET, "Budget", Section.MONEY, "budget.html")
    for year in years_newest_first(plan):
        yield Page(
            addresses.under(addresses.BUDGET, year.id),
            f"Budget for {year.id[:4]} to {int(year.id[:4]) + 1}",
            Section.MONEY,
            "budget_year.html",
            {"year": year},
            parent=addresses.BUDGET,
        )
    if plan.grants:
        yield Page(addresses.GRANTS, "Grants", Section.MONEY, "grants.html")
