"""data/budget.yml and data/grants.yml. All money is in pounds, exact (Decimal)."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from plainplan.model.base import (
    Day,
    Line,
    Money,
    MoneyIfPublished,
    PercentIfPublished,
    Prose,
    Record,
    Slug,
    refuse,
    text_of,
)
from plainplan.model.priority import BudgetLineReference


def _financial_year(value: Any) -> str:
    text = text_of(value)
    match = re.fullmatch(r"((?:19|20)[0-9]{2})-([0-9]{2})", text)
    if match and (int(match[1]) + 1) % 100 == int(match[2]):
        return text
    refuse(f'"{text}" is not a financial year.', "Write it as 2026-27: the second year follows the first.")


FinancialYear = Annotated[str, BeforeValidator(_financial_year)]


class BudgetStatus(StrEnum):
    """How firm a year's figures are."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    OUTTURN = "outturn"


class FundingLine(Record):
    """Money that comes in."""

    id: Slug
    title: Line
    amount: MoneyIfPublished
    percent: PercentIfPublished | None = Field(None, description="share of the funding, as published")
    note: Line | None = None


class PriorityShare(Record):
    """The part of a spending line that serves one priority."""

    priority: Slug
    amount: Money


class SpendingLine(Record):
    """Money that goes out."""

    id: Slug
    title: Line
    amount: MoneyIfPublished
    percent: PercentIfPublished | None = Field(None, description="share of the spending, as published")
    passed_to_chief_constable: bool = False
    priorities: tuple[PriorityShare, ...] = ()
    note: Line | None = None


class Precept(Record):
    """What council taxpayers pay towards policing, for a Band D home (Local Government Finance Act 1992)."""

    band_d: Money
    band_d_before: Money | None = Field(None, description="the year before")


class Reserves(Record):
    """Savings at the start and end of the year; `movement` is put in (positive) or drawn out (negative)."""

    opening: Money
    movement: Money
    closing: Money


class CapitalLine(Record):
    """Buildings, vehicles, equipment and the like."""

    id: Slug
    title: Line
    amount: MoneyIfPublished


class PassedOn(Record):
    """What passes to the chief constable, as stated."""

    amount: MoneyIfPublished
    percent: PercentIfPublished | None = None


class BudgetYear(Record):
    """One financial year, 1 April to 31 March. The totals are as stated, and are held against the lines."""

    id: FinancialYear
    status: BudgetStatus
    summary: Prose | None = None
    funding: tuple[FundingLine, ...] = ()
    funding_total: MoneyIfPublished | None = None
    spending: tuple[SpendingLine, ...] = ()
    spending_total: MoneyIfPublished | None = None
    passed_to_chief_constable: PassedOn | None = None
    precept: Precept | None = None
    reserves: Reserves | None = None
    capital: tuple[CapitalLine, ...] = ()
    capital_total: MoneyIfPublished | None = None

    @property
    def start(self) -> date:
        """1 April of the first year."""
        return date(int(self.id[:4]), 4, 1)

    @property
    def end(self) -> date:
        """31 March of the second year."""
        return date(int(self.id[:4]) + 1, 3, 31)


class BudgetFile(Record):
    """data/budget.yml, whole."""

    years: tuple[BudgetYear, ...]


class Recipient(Record):
    """Who got a grant."""

    name: Line
    charity_number: Line | None = None
    company_number: Line | None = None
    description: Prose | None = None


class Grant(Record):
    """Money to a recipient (Specified Information Order 2011, Schedule, paragraph 3(f))."""

    id: Slug
    title: Line
    description: Prose
    recipient: Recipient
    amount: MoneyIfPublished
    awarded: Day
    start: Day | None = None
    end: Day | None = None
    priority: Slug | None = None
    budget_line: BudgetLineReference | None = None
    conditions: Prose | None = None
    reasons: Prose | None = None


class GrantsFile(Record):
    """data/grants.yml, whole."""

    grants: tuple[Grant, ...]
