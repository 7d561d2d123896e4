"""The years of the budget side by side. All amounts in pounds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plainplan.model import BudgetYear, Plan
from plainplan.model.base import Unknown
from plainplan.model.totals import stated_or_sum
from plainplan.views.change import Change, Published, change
from plainplan.views.money import by_priority, totals, year_before


@dataclass(frozen=True)
class Figure:
    """An amount of a year, and its change on the year before where both are known."""

    amount: Decimal | Unknown
    change: Change | None


@dataclass(frozen=True)
class Column:
    """One figure, year by year: `figures` are in the order of the years."""

    id: str
    figures: tuple[Figure, ...]


def oldest_first(plan: Plan) -> list[BudgetYear]:
    """The financial years, the oldest first."""
    return sorted(plan.budget, key=lambda year: year.id)


def comparison(plan: Plan) -> list[Column]:
    """Funding, spending, what passes on, Band D and reserves, as far as a year of the plan says them."""
    years = oldest_first(plan)
    amounts = [_amounts(year) for year in years]
    earlier = [_amounts(before) if (before := year_before(plan, year)) else {} for year in years]
    columns = []
    for name in ("funding", "spending", "passed_on", "band_d", "reserves"):
        if any(isinstance(found[name], Decimal) for found in amounts):
            pairs = zip(amounts, earlier, strict=True)
            figures = tuple(_figure(now[name], before.get(name)) for now, before in pairs)
            columns.append(Column(name, figures))
    return columns


def priorities_by_year(plan: Plan) -> list[tuple[str, list[Decimal | Unknown]]]:
    """What each priority is given, year by year; empty where no year shares its money out."""
    years = oldest_first(plan)
    shares = [by_priority(year) for year in years]
    order = sorted(plan.priorities, key=lambda one: (one.order, one.id))
    named = [one.id for one in order if any(one.id in share for share in shares)]
    return [
        (name, [share.get(name, Decimal(0)) if share else Unknown.NOT_PUBLISHED for share in shares])
        for name in named
    ]


def _figure(now: Published, before: Published) -> Figure:
    return Figure(now if isinstance(now, Decimal) else Unknown.NOT_PUBLISHED, change(now, before))


def _amounts(year: BudgetYear) -> dict[str, Published]:
    sums = totals(year)
    flagged = [line for line in year.spending if line.passed_to_chief_constable]
    stated = year.passed_to_chief_constable
    return {
        "funding": sums.funding,
        "spending": sums.spending,
        "passed_on": stated_or_sum(stated.amount if stated else None, flagged),
        "band_d": year.precept.band_d if year.precept else None,
        "reserves": year.reserves.closing if year.reserves else None,
    }
