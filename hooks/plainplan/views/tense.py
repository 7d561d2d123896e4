"""How to speak of the money of a year: what is over was, what is approved is, what is proposed would be."""

from __future__ import annotations

from datetime import date

from plainplan.model import BudgetYear
from plainplan.model.money import BudgetStatus

_FORMS = {
    "be": ("is", "was"),
    "come": ("comes", "came"),
    "cost": ("costs", "cost"),
    "decide": ("decides", "decided"),
    "pass": ("passes", "passed"),
    "pay": ("pays", "paid"),
    "serve": ("serves", "served"),
    "stand": ("stands", "stood"),
    "stay": ("stays", "stayed"),
}
"""Verbs with their forms for one thing, now and in the past."""


def tense(year: BudgetYear, verb: str = "cost", *, on: date) -> str:
    """A verb as it fits one thing in a year, on the day `on`: a budget is no more than intended.

    `costs` in a year that runs, `will cost` before it, `was to cost` after it until its outturn is here, then
    `cost`. `would cost` as long as the budget is proposed. Raises KeyError for a verb that it does not know.
    """
    now, past = _FORMS[verb]
    if year.status is BudgetStatus.OUTTURN:
        return past
    if year.status is BudgetStatus.PROPOSED:
        return f"would {verb}"
    if on < year.start:
        return f"will {verb}"
    return now if on <= year.end else f"was to {verb}"
