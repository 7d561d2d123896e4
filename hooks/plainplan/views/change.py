"""How an amount changed, and what share of a whole it is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from plainplan.model.base import Unknown

_TENTH = Decimal("0.1")

Published = Decimal | Unknown | None


@dataclass(frozen=True)
class Change:
    """Pounds more (positive) or less than before, and the same in percent, to a tenth.

    `percent` is None where the amount before was nothing or less: a percentage of it says nothing.
    """

    amount: Decimal
    percent: Decimal | None


def change(now: Published, before: Published) -> Change | None:
    """How `now` differs from `before`; None where either was not published."""
    if not isinstance(now, Decimal) or not isinstance(before, Decimal):
        return None
    difference = now - before
    return Change(difference, percent_of(difference, before))


def percent_of(part: Published, whole: Published) -> Decimal | None:
    """The share in percent, to a tenth; None where one is unknown or the whole is not above 0."""
    if not isinstance(part, Decimal) or not isinstance(whole, Decimal) or whole <= 0:
        return None
    return (part * 100 / whole).quantize(_TENTH, ROUND_HALF_UP)
