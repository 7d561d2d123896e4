"""How to speak of the money of a year: what is over was, what is approved is, what is proposed would be."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from plainplan.model import BudgetYear
from plainplan.model.money import BudgetStatus


class Tense(StrEnum):
    """The ways to speak of a year. A budget is no more than intended."""

    IS = "is"
    """Approved, in a year that runs: it costs."""
    WAS = "was"
    """The outturn is here: it cost."""
    WILL_BE = "will be"
    """Approved, before the year: it will cost."""
    WAS_TO_BE = "was to be"
    """Approved, and the year is over without its outturn: it was to cost."""
    WOULD_BE = "would be"
    """Proposed: it would cost."""


def tense(year: BudgetYear, *, on: date) -> Tense:
    """How to speak of a year on the day `on`."""
    if year.status is BudgetStatus.OUTTURN:
        return Tense.WAS
    if year.status is BudgetStatus.PROPOSED:
        return Tense.WOULD_BE
    if on < year.start:
        return Tense.WILL_BE
    return Tense.IS if on <= year.end else Tense.WAS_TO_BE
