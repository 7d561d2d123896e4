"""Sums of the lines of a budget, in pounds. What was not published is never taken for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from plainplan.model.base import Unknown


class HasAmount(Protocol):
    """A line of a budget, or a grant."""

    @property
    def amount(self) -> Decimal | Unknown:
        """In pounds, where it is published."""


def published(lines: Iterable[HasAmount]) -> list[Decimal]:
    """The amounts that are published."""
    return [line.amount for line in lines if isinstance(line.amount, Decimal)]


def sum_of(lines: Iterable[HasAmount]) -> Decimal | None:
    """The sum of the lines; None where there are none, or where an amount was not published."""
    found = list(lines)
    known = published(found)
    return sum(known, Decimal(0)) if known and len(known) == len(found) else None


def stated_or_sum(stated: Decimal | Unknown | None, lines: Iterable[HasAmount]) -> Decimal | None:
    """The total as the plan states it, else the sum of the lines."""
    return stated if isinstance(stated, Decimal) else sum_of(lines)


def sum_or_stated(lines: Iterable[HasAmount], stated: Decimal | Unknown | None) -> Decimal | None:
    """The sum of the lines, else the total as the plan states it."""
    found = sum_of(lines)
    return found if found is not None or not isinstance(stated, Decimal) else stated


def is_share(percent: Decimal, part: Decimal | None, whole: Decimal | None) -> bool:
    """Whether `percent`, rounded to the digits it has, is the share of `part` in `whole`."""
    if part is None or whole is None or whole <= 0:
        return False
    return abs(percent - part * 100 / whole) <= rounding_of(percent)


def rounding_of(number: Decimal) -> Decimal:
    """By how much a rounded number may be off: 0.05 for 95.9."""
    digits = int(number.as_tuple().exponent)
    return Decimal(5).scaleb(min(digits, 0) - 1)
