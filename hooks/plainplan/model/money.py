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
    MoneyToPay,
    Number,
    PercentIfPublished,
    Prose,
    Record,
    SharedLine,
    Slug,
    Url,
    Verbatim,
    refuse,
    text_of,
)
from plainplan.model.easy import Easy
from plainplan.model.priority import BudgetLineReference

APRIL = 4


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
    title: SharedLine
    amount: MoneyIfPublished
    percent: PercentIfPublished | None = Field(None, description="share of the funding, as published")
    from_reserves: bool = Field(False, description="true: drawn from the reserves of the same year")
    note: Line | None = None
    easy: Easy | None = Field(None, description="what easy read says of it")


class PriorityShare(Record):
    """The part of a spending line that serves one priority."""

    priority: Slug
    amount: Money


class SpendingLine(Record):
    """Money that goes out."""

    id: Slug
    title: SharedLine
    amount: MoneyIfPublished
    percent: PercentIfPublished | None = Field(None, description="share of the spending, as published")
    passed_to_chief_constable: bool = False
    priorities: tuple[PriorityShare, ...] = ()
    note: Line | None = None
    easy: Easy | None = Field(None, description="what easy read says of it: what it buys")


class Band(StrEnum):
    """Valuation bands of homes; I is of Wales only (Local Government Finance Act 1992, section 5)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    G = "G"
    H = "H"
    I = "I"  # noqa: E741  # its name in law


class BandAmount(Record):
    """What a home of one band pays in the year, as published."""

    band: Band
    amount: MoneyToPay


class Precept(Record):
    """What council taxpayers pay towards policing, for a Band D home (Local Government Finance Act 1992)."""

    band_d: MoneyToPay
    band_d_before: MoneyToPay | None = Field(None, description="the year before")
    highest_band: Band = Field(Band.H, description="I in Wales")
    bands: tuple[BandAmount, ...] = Field((), description="left out, they are worked out from Band D")
    tax_base: Number | None = Field(None, description="homes, counted as Band D")
    funding_line: Slug | None = Field(None, description="the funding line that the precept is")


class ReserveLine(Record):
    """One reserve, for a purpose. `movement` as in Reserves."""

    id: Slug
    title: SharedLine
    opening: Money
    movement: Money
    closing: Money
    note: Line | None = None


class Reserves(Record):
    """Money put by at the start and end of the year; `movement` goes in (positive) or out (negative)."""

    opening: Money
    movement: Money
    closing: Money
    lines: tuple[ReserveLine, ...] = ()


class Saving(Record):
    """Money that the same work will not cost any more, as planned for or found in the year."""

    id: Slug
    title: SharedLine
    amount: MoneyIfPublished
    note: Line | None = None


class CapitalLine(Record):
    """Buildings, vehicles, equipment and the like."""

    id: Slug
    title: SharedLine
    amount: MoneyIfPublished
    note: Line | None = None


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
    capital_funding: tuple[FundingLine, ...] = Field((), description="what pays for the capital spending")
    savings: tuple[Saving, ...] = ()
    savings_total: MoneyIfPublished | None = None

    @property
    def before(self) -> str:
        """The id of the financial year before: `2025-26` for 2026-27."""
        first = int(self.id[:4])
        return f"{first - 1}-{first % 100:02}"

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

    name: Verbatim
    identifier: Verbatim | None = Field(
        None, description="an identifier of org-id.guide, where it is neither of the numbers below"
    )
    person: bool = Field(False, description="true: an individual, not an organisation")
    charity_number: Verbatim | None = None
    company_number: Verbatim | None = None
    description: Prose | None = None
    _called: str = ""  # its name in a translation, where it is an organisation of the plan

    @property
    def called(self) -> str:
        """What readers are told. Addresses are made from `name`, which is the same in every language."""
        return self._called or self.name

    def in_translation(self, name: str) -> Recipient:
        """The same recipient, which readers know by another name."""
        made = self.model_copy()
        made._called = name
        return made


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
    programme: SharedLine | None = Field(None, description="the scheme that the grant is part of")
    location: SharedLine | None = Field(None, description="the place that it is for")
    url: Url | None = Field(None, description="a page about this grant")
    applied: Money | None = Field(None, description="the amount applied for")
    disbursed: Money | None = Field(None, description="the amount paid out so far")
    open_call: bool | None = Field(None, description="whether anybody could apply")
    conditions: Prose | None = None
    reasons: Prose | None = None

    @property
    def year(self) -> str:
        """The financial year whose budget pays for it, or where none is named, in which it was awarded."""
        if self.budget_line:
            return self.budget_line.year
        first = self.awarded.year - (self.awarded.month < APRIL)
        return f"{first}-{(first + 1) % 100:02}"


class GrantsFile(Record):
    """data/grants.yml, whole."""

    grants: tuple[Grant, ...]
