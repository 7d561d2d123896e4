"""Sums over a financial year. All amounts in pounds; None where a part was not published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plainplan.model import BudgetYear, Grant, Plan
from plainplan.model.totals import published, stated_or_sum


@dataclass(frozen=True)
class Totals:
    """The totals of a year: as stated where the plan states them, else the sums of the lines."""

    funding: Decimal | None
    spending: Decimal | None
    capital: Decimal | None
    savings: Decimal | None
    precept_change: Decimal | None


def totals(year: BudgetYear) -> Totals:
    """The totals of one year, and the change of the Band D precept on the year before."""
    change = None
    if year.precept and year.precept.band_d_before is not None:
        change = year.precept.band_d - year.precept.band_d_before
    return Totals(
        funding=stated_or_sum(year.funding_total, year.funding),
        spending=stated_or_sum(year.spending_total, year.spending),
        capital=stated_or_sum(year.capital_total, year.capital),
        savings=stated_or_sum(year.savings_total, year.savings),
        precept_change=change,
    )


def by_priority(year: BudgetYear) -> dict[str, Decimal]:
    """What the lines of a year give to each priority, for the priorities that get something."""
    found: dict[str, Decimal] = {}
    for line in year.spending:
        for share in line.priorities:
            found[share.priority] = found.get(share.priority, Decimal(0)) + share.amount
    return found


def years_newest_first(plan: Plan) -> list[BudgetYear]:
    """All financial years, the newest first."""
    return sorted(plan.budget, key=lambda year: year.id, reverse=True)


def year_before(plan: Plan, year: BudgetYear) -> BudgetYear | None:
    """The financial year just before, where the plan has it."""
    return next((other for other in plan.budget if other.id == year.before), None)


def grants_total(grants: Iterable[Grant]) -> Decimal:
    """The sum of the grants whose amount is published."""
    return sum(published(grants), Decimal(0))
