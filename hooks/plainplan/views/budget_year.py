"""The money of one financial year, as its page tells it. All amounts in pounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from plainplan.model import BudgetYear, Grant, Plan
from plainplan.model.base import Unknown
from plainplan.model.money import CapitalLine, FundingLine, Saving, SpendingLine
from plainplan.model.totals import is_share, stated_or_sum, sum_of, sum_or_stated
from plainplan.views.change import Change, change, percent_of
from plainplan.views.hundred import of_each_hundred
from plainplan.views.money import Totals, by_priority, totals, year_before
from plainplan.views.precept import PreceptOfYear, precept_of

Line = FundingLine | SpendingLine | CapitalLine | Saving


@dataclass(frozen=True)
class Row:
    """A line of a table: `share` in percent, as published where it was; `change` on the year before."""

    title: str
    note: str | None
    amount: Decimal | Unknown
    share: Decimal | None
    change: Change | None
    is_new: bool


@dataclass(frozen=True)
class PriorityRow:
    """What a priority is given (None as `priority`: what serves them all), and the grants in it."""

    priority: str | None
    amount: Decimal | None
    share: Decimal | None
    change: Change | None
    grants: tuple[Grant, ...]


@dataclass(frozen=True)
class PassedOn:
    """What passes to the chief constable, and what stays. `of` says of what `percent` is a share."""

    amount: Decimal | Unknown | None
    percent: Decimal | Unknown | None
    of: str
    lines: tuple[SpendingLine, ...]
    kept: tuple[SpendingLine, ...]
    kept_total: Decimal | None


@dataclass(frozen=True)
class YearMoney:
    """One year of the plan's budget, seen beside the year before where the plan has it."""

    plan: Plan
    year: BudgetYear

    @cached_property
    def before(self) -> BudgetYear | None:
        """The year before."""
        return year_before(self.plan, self.year)

    @cached_property
    def totals(self) -> Totals:
        """The totals of the year."""
        return totals(self.year)

    @cached_property
    def funding(self) -> list[Row]:
        """Where the money comes from."""
        return _rows(self.year.funding, self.totals.funding, self.before.funding if self.before else ())

    @cached_property
    def spending(self) -> list[Row]:
        """Where the money goes."""
        return _rows(self.year.spending, self.totals.spending, self.before.spending if self.before else ())

    @cached_property
    def capital(self) -> list[Row]:
        """What is bought or built."""
        return _rows(self.year.capital, self.totals.capital, self.before.capital if self.before else ())

    @cached_property
    def capital_funding(self) -> list[Row]:
        """What pays for it."""
        earlier = self.before.capital_funding if self.before else ()
        return _rows(self.year.capital_funding, self.capital_funding_total, earlier)

    @cached_property
    def capital_funding_total(self) -> Decimal | None:
        """The sum of what pays for the capital spending."""
        return sum_of(self.year.capital_funding)

    @cached_property
    def savings(self) -> list[Row]:
        """What the same work will not cost any more. Not compared: savings are other ones each year."""
        return _rows(self.year.savings, self.totals.savings, ())

    @cached_property
    def funding_change(self) -> Change | None:
        """The change of the funding on the year before."""
        return change(self.totals.funding, totals(self.before).funding if self.before else None)

    @cached_property
    def spending_change(self) -> Change | None:
        """The change of the spending on the year before."""
        return change(self.totals.spending, totals(self.before).spending if self.before else None)

    @cached_property
    def capital_change(self) -> Change | None:
        """The change of the capital spending on the year before."""
        return change(self.totals.capital, totals(self.before).capital if self.before else None)

    @cached_property
    def capital_funding_change(self) -> Change | None:
        """The change of what pays for it on the year before."""
        return change(
            self.capital_funding_total, sum_of(self.before.capital_funding) if self.before else None
        )

    @cached_property
    def reserves_share(self) -> Decimal | None:
        """The closing reserves in percent of the year's spending."""
        return percent_of(self.year.reserves.closing if self.year.reserves else None, self.totals.spending)

    @cached_property
    def precept(self) -> PreceptOfYear | None:
        """What each band pays."""
        return precept_of(self.plan, self.year)

    @cached_property
    def of_each_hundred(self) -> list[tuple[SpendingLine, Decimal]]:
        """Each spending line with its pounds of £100, the largest first; empty where that cannot be said."""
        lines = self.year.spending
        amounts = [line.amount for line in lines if isinstance(line.amount, Decimal)]
        shares = of_each_hundred(amounts) if len(amounts) == len(lines) else None
        pairs = zip(lines, shares or (), strict=False)
        return sorted(pairs, key=lambda pair: -pair[1])

    @cached_property
    def passed_on(self) -> PassedOn | None:
        """What passes to the chief constable; None where the plan says nothing of it."""
        lines = tuple(line for line in self.year.spending if line.passed_to_chief_constable)
        stated = self.year.passed_to_chief_constable
        if not lines and not stated:
            return None
        amount = stated_or_sum(stated.amount if stated else None, lines)
        percent, of = self._share_passed_on(amount)
        kept = tuple(line for line in self.year.spending if not line.passed_to_chief_constable)
        said: Decimal | Unknown = Unknown.NOT_PUBLISHED if amount is None else amount
        return PassedOn(said, percent, of, lines, kept, sum_of(kept))

    def _share_passed_on(self, amount: Decimal | None) -> tuple[Decimal | Unknown | None, str]:
        """The share as published where it is, with what it is a share of (empty: unclear)."""
        stated = self.year.passed_to_chief_constable
        published = stated.percent if stated else None
        if not isinstance(published, Decimal):
            worked_out = percent_of(amount, self.totals.spending)
            return (published, "") if worked_out is None else (worked_out, "spending")
        for of, whole in (("spending", self.totals.spending), ("funding", self.totals.funding)):
            if is_share(published, amount, whole):
                return published, of
        return published, ""

    @cached_property
    def by_priority(self) -> list[PriorityRow]:
        """What each priority is given, in the plan's order, and last what serves them all."""
        now, earlier = by_priority(self.year), by_priority(self.before) if self.before else {}
        if not now:
            return []
        order = sorted(self.plan.priorities, key=lambda one: (one.order, one.id))
        rows = [
            self._priority_row(one.id, now[one.id], earlier.get(one.id)) for one in order if one.id in now
        ]
        rest = _rest(self.year, now)
        if rest is None or rest:
            rest_before = _rest(self.before, earlier) if self.before and earlier else None
            rows.append(self._priority_row(None, rest, rest_before))
        return rows

    def _priority_row(
        self, priority: str | None, amount: Decimal | None, before: Decimal | None
    ) -> PriorityRow:
        grants = tuple(grant for grant in self.grants if self._serves(grant) == priority)
        share = percent_of(amount, self.totals.spending)
        return PriorityRow(priority, amount, share, change(amount, before), grants)

    def _serves(self, grant: Grant) -> str | None:
        """The priority in whose amount a grant is: None where its line shares nothing out to that one."""
        line = grant.budget_line.line if grant.budget_line else ""
        shared = {(one.id, share.priority) for one in self.year.spending for share in one.priorities}
        return grant.priority if (line, grant.priority) in shared else None

    @cached_property
    def grants(self) -> list[Grant]:
        """The grants that name a line of this year's budget, the newest first."""
        named = [one for one in self.plan.grants if one.budget_line and one.budget_line.year == self.year.id]
        return sorted(named, key=lambda grant: (grant.awarded, grant.id), reverse=True)


def _rest(year: BudgetYear, shares: dict[str, Decimal]) -> Decimal | None:
    spending = sum_or_stated(year.spending, year.spending_total)
    return None if spending is None else spending - sum(shares.values(), Decimal(0))


def _rows(lines: Sequence[Line], total: Decimal | None, before: Iterable[Line]) -> list[Row]:
    earlier = {line.id: line.amount for line in before}
    return [
        Row(
            line.title,
            line.note,
            line.amount,
            _share(line, total),
            change(line.amount, earlier.get(line.id)),
            bool(earlier) and line.id not in earlier,
        )
        for line in lines
    ]


def _share(line: Line, total: Decimal | None) -> Decimal | None:
    stated = getattr(line, "percent", None)
    return stated if isinstance(stated, Decimal) else percent_of(line.amount, total)
