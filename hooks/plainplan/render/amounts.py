"""How an amount changed, how firm the figures of a year are, and what a grant is known by: in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_  # the name that the extractor knows
from plainplan.model import BudgetYear
from plainplan.model.money import BudgetStatus, Recipient
from plainplan.render.text import financial_year, pounds, quantity, rounded_pounds
from plainplan.views.change import Change


@dataclass(frozen=True)
class Words:
    """What is said of a change. `up_by` and `down_by` say it in percent, too."""

    none: str
    up: str
    up_by: str
    down: str
    down_by: str


ALONE = Words(
    N_("no change"),
    # Translators: how an amount of money changed on the year before, in a table. %(percent)s is "4.9%".
    N_("up %(amount)s"),
    N_("up %(amount)s (%(percent)s)"),
    N_("down %(amount)s"),
    N_("down %(amount)s (%(percent)s)"),
)
ON_YEAR_BEFORE = Words(
    # Translators: this and those after it end sentences such as
    # "In %(year)s policing costs %(amount)s, %(change)s."
    N_("no change on the year before"),
    N_("up %(amount)s on the year before"),
    N_("up %(amount)s (%(percent)s) on the year before"),
    N_("down %(amount)s on the year before"),
    N_("down %(amount)s (%(percent)s) on the year before"),
)
ON_AMOUNT_BEFORE = Words(
    # Translators: this and those after it end "A Band D home pays %(amount)s a year, %(change)s."
    # %(before)s is what it paid the year before.
    N_("no change on the year before (%(before)s)"),
    N_("up %(amount)s on the year before (%(before)s)"),
    N_("up %(amount)s (%(percent)s) on the year before (%(before)s)"),
    N_("down %(amount)s on the year before (%(before)s)"),
    N_("down %(amount)s (%(percent)s) on the year before (%(before)s)"),
)
ON_NAMED_YEAR = Words(
    # Translators: this and those after it end sentences such as
    # "In %(year)s policing costs %(amount)s, %(change)s."
    # %(before)s is the financial year before, such as "2025 to 2026".
    N_("no change on %(before)s"),
    N_("up %(amount)s on %(before)s"),
    N_("up %(amount)s (%(percent)s) on %(before)s"),
    N_("down %(amount)s on %(before)s"),
    N_("down %(amount)s (%(percent)s) on %(before)s"),
)


def changed(change: Change, words: Words = ALONE, *, before: str = "") -> str:
    """How an amount changed, exact."""
    return _changed(change, words, pounds(abs(change.amount)), before)


def changed_about(change: Change, words: Words = ALONE, *, before: str = "") -> str:
    """The same, rounded."""
    return _changed(change, words, rounded_pounds(abs(change.amount)), before)


def _changed(change: Change, words: Words, amount: str, before: str) -> str:
    if not change.amount:
        return _(words.none) % {"before": before}
    if change.percent is None:
        message = words.up if change.amount > 0 else words.down
        return _(message) % {"amount": amount, "before": before}
    message = words.up_by if change.amount > 0 else words.down_by
    return _(message) % {"amount": amount, "percent": _percent(change.percent), "before": before}


def _percent(percent: Decimal) -> str:
    if percent:
        return quantity(abs(percent), "%")
    # Translators: stands for %(percent)s in "up %(amount)s (%(percent)s)".
    return _("less than 0.1%")


_FIRMNESS: Mapping[BudgetStatus, str] = {
    BudgetStatus.PROPOSED: N_("These figures are proposed, and may still change."),
    BudgetStatus.APPROVED: N_("These figures are the approved budget."),
    BudgetStatus.OUTTURN: N_("These figures are what was really received and spent."),
}
_COMPARED: Mapping[tuple[BudgetStatus, BudgetStatus], str] = {
    (BudgetStatus.PROPOSED, BudgetStatus.APPROVED): N_(
        "Compare with care: the figures of %(year)s are proposed, and may still change, "
        "those of %(before)s are the approved budget."
    ),
    (BudgetStatus.PROPOSED, BudgetStatus.OUTTURN): N_(
        "Compare with care: the figures of %(year)s are proposed, and may still change, "
        "those of %(before)s are what was really received and spent."
    ),
    (BudgetStatus.APPROVED, BudgetStatus.PROPOSED): N_(
        "Compare with care: the figures of %(year)s are the approved budget, "
        "those of %(before)s are proposed, and may still change."
    ),
    (BudgetStatus.APPROVED, BudgetStatus.OUTTURN): N_(
        "Compare with care: the figures of %(year)s are the approved budget, "
        "those of %(before)s are what was really received and spent."
    ),
    (BudgetStatus.OUTTURN, BudgetStatus.PROPOSED): N_(
        "Compare with care: the figures of %(year)s are what was really received and spent, "
        "those of %(before)s are proposed, and may still change."
    ),
    (BudgetStatus.OUTTURN, BudgetStatus.APPROVED): N_(
        "Compare with care: the figures of %(year)s are what was really received and spent, "
        "those of %(before)s are the approved budget."
    ),
}


def firmness(year: BudgetYear) -> str:
    """What the figures of a year are worth."""
    return _(_FIRMNESS[year.status])


def compared(year: BudgetYear, before: BudgetYear) -> str:
    """What a reader should know who compares figures of two years that are not of one kind."""
    values = {"year": financial_year(year.id), "before": financial_year(before.id)}
    return _(_COMPARED[year.status, before.status]) % values


def numbers_of(recipient: Recipient) -> list[str]:
    """The numbers by which the recipient of a grant is known: `charity number 1234567`."""
    numbers = (
        (recipient.charity_number, N_("charity number %(number)s")),
        (recipient.company_number, N_("company number %(number)s")),
        (recipient.identifier, N_("identifier %(number)s")),
    )
    return [_(message) % {"number": number} for number, message in numbers if number]
