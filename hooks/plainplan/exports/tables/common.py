"""Fields that several datasets have, and the way to a page."""

from __future__ import annotations

from plainplan import addresses
from plainplan.exports.fields import Cell, Field, Kind
from plainplan.model import Plan
from plainplan.model.priority import BudgetLineReference
from plainplan.views.index import Index


def identifier(what: str) -> Field:
    """The field `id`."""
    return Field("id", "Identifier", Kind.ID, f"Identifier of the {what}. It does not change.", required=True)


def title(what: str) -> Field:
    """The field `title`."""
    return Field("title", "Title", Kind.WORDS, f"What the {what} is called.", required=True)


PAGE = Field(
    "page",
    "Page",
    Kind.URL,
    "Where the website says it. Whole, if the plan says where its site is; else from the root of the site.",
    required=True,
)
YEAR = Field("year", "Financial year", Kind.YEAR, "The financial year, such as 2026-27.", required=True)
NOTE = Field("note", "Note", Kind.WORDS, "What a reader needs to know about this line.")

COUNTED_ON = Field(
    "counted_on",
    "Counted on",
    Kind.DAY,
    "The day of the website's data. What is late, or behind a target, is so as seen on this day.",
    required=True,
)


def amount(description: str) -> Field:
    """The field `amount`, in pounds. It may be not published."""
    return Field("amount", "Amount (£)", Kind.MONEY, f"{description} In pounds, exact.")


def page_of(plan: Plan, address: str) -> str:
    """The address of a page in full where the plan says where its site is."""
    site = plan.about.site_url
    return f"{site.rstrip('/')}/{address}" if site else address


def under(index: Index, section: str, name: object) -> dict[str, Cell]:
    """The field `page` of a record that has a page of its own."""
    return {"page": page_of(index.plan, addresses.under(section, name))}


def owner_name(index: Index, owner: str | None) -> str | None:
    """The name of an organisation; None where it is not published."""
    found = index.owner(owner)
    return found.name if found else None


def priority_title(index: Index, priority: str | None) -> str | None:
    """The title of a priority; None where there is none."""
    return index.priorities[priority].title if priority else None


def budget_line(reference: BudgetLineReference | None) -> dict[str, Cell]:
    """The fields `budget_year` and `budget_line`."""
    return {
        "budget_year": reference.year if reference else None,
        "budget_line": reference.line if reference else None,
    }


BUDGET_LINE = (
    Field("budget_year", "Budget year", Kind.YEAR, "The financial year of the budget line that pays for it."),
    Field("budget_line", "Budget line", Kind.ID, "The spending line that pays for it."),
)
