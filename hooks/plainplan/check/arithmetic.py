"""Sums in words: a problem shows the whole sum, so that an editor can follow it with a pencil."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from plainplan.check.rules import Findings
from plainplan.model.totals import HasAmount, published, sum_of
from plainplan.model.walk import Keys

_SHOWN = 12  # amounts that can still be followed in one sum


def pounds(amount: Decimal) -> str:
    """£1,250,000 or £1,250.50: exact, for the words of a problem."""
    sign = "-" if amount < 0 else ""
    digits = f"{abs(amount):,.2f}".removesuffix(".00")
    return f"{sign}£{digits}"


def written_sum(amounts: Sequence[Decimal]) -> str:
    """`£5 + £3 - £2 = £6`. Of a long sum the middle is left out, and how many amounts stood there is said."""
    if len(amounts) < 2:
        return pounds(sum(amounts, Decimal(0)))
    terms = [pounds(amounts[0])]
    terms += [f"{'-' if amount < 0 else '+'} {pounds(abs(amount))}" for amount in amounts[1:]]
    if len(terms) > _SHOWN:
        left_out = len(terms) - _SHOWN + 1
        terms = [*terms[: _SHOWN - 2], f"+ … ({left_out} more amounts) …", terms[-1]]
    return f"{' '.join(terms)} = {pounds(sum(amounts, Decimal(0)))}"


def apart(one: Decimal, other: Decimal) -> str:
    """`£0.01 apart`."""
    return f"{pounds(abs(one - other))} apart"


def check_lines(  # noqa: PLR0913, PLR0917  # one sum has as many parts
    findings: Findings, keys: Keys, what: str, lines: Iterable[HasAmount], stated: object, who: str
) -> None:
    """The lines add up to what is stated, where all of it is published. `who` says it: "the total says"."""
    found = list(lines)
    worked_out = sum_of(found)
    if not isinstance(stated, Decimal) or worked_out is None or stated == worked_out:
        return
    message = (
        f"{what}: {written_sum(published(found))}, but {who} {pounds(stated)}: {apart(stated, worked_out)}."
    )
    findings.add("sum", keys, message, "Correct the total or the line that is wrong.")
