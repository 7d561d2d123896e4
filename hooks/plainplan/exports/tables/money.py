"""The money of the plan, year by year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plainplan import addresses
from plainplan.exports.fields import Dataset, Field, Kind, Reference, Row, pick
from plainplan.exports.tables.common import NOTE, PAGE, YEAR, amount, identifier, title, under
from plainplan.model import BudgetYear
from plainplan.model.money import Band, BudgetStatus
from plainplan.views.index import Index
from plainplan.views.money import years_newest_first
from plainplan.views.precept import precept_of

_OF_YEAR = Reference(("year",), "budget-years", ("id",))
_PERCENT = Field("percent", "Percent", Kind.NUMBER, "Its share of the whole, as published.")
_FROM_RESERVES = Field(
    "from_reserves", "From reserves", Kind.YES_NO, "Whether it is drawn from the reserves.", required=True
)
_FUNDING = ("id", "title", "amount", "percent", "from_reserves", "note")
_STATED = "As the plan states it; the lines are in"


def _years(index: Index) -> Iterator[Row]:
    for year in years_newest_first(index.plan):
        passed, precept, reserves = year.passed_to_chief_constable, year.precept, year.reserves
        yield {
            **pick(year, "id", "start", "end", "status", "summary"),
            **pick(year, "funding_total", "spending_total", "capital_total", "savings_total"),
            "passed_to_chief_constable": passed.amount if passed else None,
            "passed_percent": passed.percent if passed else None,
            "band_d": precept.band_d if precept else None,
            "band_d_before": precept.band_d_before if precept else None,
            "tax_base": precept.tax_base if precept else None,
            "reserves_opening": reserves.opening if reserves else None,
            "reserves_movement": reserves.movement if reserves else None,
            "reserves_closing": reserves.closing if reserves else None,
            **under(index, addresses.BUDGET, year.id),
        }


def _lines(of: Callable[[BudgetYear], Iterable[object]], *names: str) -> Callable[[Index], Iterator[Row]]:
    """The rows of lines that each year has."""

    def rows(index: Index) -> Iterator[Row]:
        for year in years_newest_first(index.plan):
            for line in of(year):
                yield {"year": year.id, **pick(line, *names)}

    return rows


def _shares(index: Index) -> Iterator[Row]:
    for year in years_newest_first(index.plan):
        for line in year.spending:
            for share in line.priorities:
                yield {
                    "year": year.id,
                    "line": line.id,
                    "line_title": line.title,
                    "priority_title": index.priorities[share.priority].title,
                    **pick(share, "priority", "amount"),
                }


def _bands(index: Index) -> Iterator[Row]:
    for year in years_newest_first(index.plan):
        precept = precept_of(index.plan, year)
        for one in precept.rows if precept else ():
            yield {
                "year": year.id,
                "stated": precept is not None and precept.stated,
                **pick(one, "band", "amount"),
            }


BUDGET_YEARS = Dataset(
    "budget-years",
    "Budget years",
    "Each financial year: the totals as the plan states them, council tax and reserves.",
    ("id",),
    (
        Field("id", "Financial year", Kind.YEAR, "The financial year, such as 2026-27.", required=True),
        Field("start", "First day", Kind.DAY, "The first day of the year.", required=True),
        Field("end", "Last day", Kind.DAY, "The last day of the year.", required=True),
        Field("status", "Status", Kind.WORDS, "How firm the figures are.", True, tuple(BudgetStatus)),
        Field("summary", "Summary", Kind.PROSE, "What the plan says about the year."),
        Field("funding_total", "Funding (£)", Kind.MONEY, f"{_STATED} funding."),
        Field("spending_total", "Spending (£)", Kind.MONEY, f"{_STATED} spending."),
        Field("capital_total", "Capital (£)", Kind.MONEY, f"{_STATED} capital."),
        Field("savings_total", "Savings (£)", Kind.MONEY, f"{_STATED} savings."),
        Field("passed_to_chief_constable", "Passed on (£)", Kind.MONEY, "What passes to the police force."),
        Field("passed_percent", "Passed on (%)", Kind.NUMBER, "The same as a share of the spending."),
        Field("band_d", "Band D (£)", Kind.MONEY, "What a Band D home pays in the year towards policing."),
        Field("band_d_before", "Band D the year before (£)", Kind.MONEY, "What it paid the year before."),
        Field("tax_base", "Tax base", Kind.NUMBER, "The number of homes, counted as Band D."),
        Field("reserves_opening", "Reserves at the start (£)", Kind.MONEY, "Money put by at the start."),
        Field("reserves_movement", "Reserves, change (£)", Kind.MONEY, "What goes in, or out if below 0."),
        Field("reserves_closing", "Reserves at the end (£)", Kind.MONEY, "Money put by at the end."),
        PAGE,
    ),
    _years,
)

FUNDING = Dataset(
    "funding",
    "Funding",
    "Where the money comes from, line by line.",
    ("year", "id"),
    (YEAR, identifier("line"), title("line"), amount("What comes in."), _PERCENT, _FROM_RESERVES, NOTE),
    _lines(lambda year: year.funding, *_FUNDING),
    (_OF_YEAR,),
)

SPENDING = Dataset(
    "spending",
    "Spending",
    "What the money is spent on, line by line.",
    ("year", "id"),
    (
        YEAR,
        identifier("line"),
        title("line"),
        amount("What is spent."),
        _PERCENT,
        Field(
            "passed_to_chief_constable",
            "Passed on",
            Kind.YES_NO,
            "Whether the police force spends it.",
            required=True,
        ),
        NOTE,
    ),
    _lines(
        lambda year: year.spending, "id", "title", "amount", "percent", "passed_to_chief_constable", "note"
    ),
    (_OF_YEAR,),
)

SHARES = Dataset(
    "spending-by-priority",
    "Spending by priority",
    "The part of each spending line that serves one priority. What serves all of them has no row.",
    ("year", "line", "priority"),
    (
        YEAR,
        Field("line", "Line", Kind.ID, "The spending line.", required=True),
        Field("line_title", "Title of line", Kind.WORDS, "What the line is called.", required=True),
        Field("priority", "Priority", Kind.ID, "The priority that it serves.", required=True),
        Field("priority_title", "Title of priority", Kind.WORDS, "What the priority is called.", True),
        amount("The part that serves it."),
    ),
    _shares,
    (
        Reference(("year", "line"), "spending", ("year", "id")),
        Reference(("priority",), "priorities", ("id",)),
    ),
)

BANDS = Dataset(
    "precept-bands",
    "Council tax by band",
    "What a home of each band pays in the year towards policing.",
    ("year", "band"),
    (
        YEAR,
        Field("band", "Band", Kind.WORDS, "The valuation band of the home.", True, tuple(Band)),
        amount("What such a home pays in the year."),
        Field(
            "stated",
            "Stated",
            Kind.YES_NO,
            "Whether the plan states the amounts. If not, they are worked out from Band D as the law says.",
            required=True,
        ),
    ),
    _bands,
    (_OF_YEAR,),
)

RESERVES = Dataset(
    "reserves",
    "Reserves",
    "Money put by for a purpose. The sums for each year are in budget years.",
    ("year", "id"),
    (
        YEAR,
        identifier("reserve"),
        title("reserve"),
        Field(
            "opening", "At the start (£)", Kind.MONEY, "What is there when the year starts.", required=True
        ),
        Field("movement", "Change (£)", Kind.MONEY, "What goes in, or out if below 0.", required=True),
        Field("closing", "At the end (£)", Kind.MONEY, "What is there when the year ends.", required=True),
        NOTE,
    ),
    _lines(
        lambda year: year.reserves.lines if year.reserves else (),
        *("id", "title", "opening", "movement", "closing", "note"),
    ),
    (_OF_YEAR,),
)

SAVINGS = Dataset(
    "savings",
    "Savings",
    "Money that the same work will not cost any more.",
    ("year", "id"),
    (YEAR, identifier("saving"), title("saving"), amount("What is saved."), NOTE),
    _lines(lambda year: year.savings, "id", "title", "amount", "note"),
    (_OF_YEAR,),
)

CAPITAL = Dataset(
    "capital",
    "Capital spending",
    "What is spent on buildings, vehicles, equipment and the like.",
    ("year", "id"),
    (YEAR, identifier("line"), title("line"), amount("What is spent."), NOTE),
    _lines(lambda year: year.capital, "id", "title", "amount", "note"),
    (_OF_YEAR,),
)

CAPITAL_FUNDING = Dataset(
    "capital-funding",
    "Funding of capital",
    "What pays for the capital spending.",
    ("year", "id"),
    (YEAR, identifier("line"), title("line"), amount("What comes in."), _PERCENT, _FROM_RESERVES, NOTE),
    _lines(lambda year: year.capital_funding, *_FUNDING),
    (_OF_YEAR,),
)
