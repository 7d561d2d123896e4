"""How each £100 is shared out, so that the shares add up to exactly £100.

The method of the largest remainder (Hamilton's): each amount gets its share rounded down, and the units left
over go one each to the amounts that lost most by it. Of equal losses the larger amount goes first, then the
one that stands first. So no share is a whole unit away from the true one, and the sum is always right.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

HUNDRED = 100
_PENCE = 100


def apportion(amounts: Sequence[Decimal], units: int) -> list[int]:
    """Share `units` out by `amounts`; the answer adds up to `units`.

    Raises ValueError for an amount below 0, or where there is nothing to share by.
    """
    whole = sum((Fraction(amount) for amount in amounts), Fraction(0))
    if whole <= 0 or any(amount < 0 for amount in amounts):
        raise ValueError("Amounts to share by are none below 0, and at least one above.")
    exact = [Fraction(amount) * units / whole for amount in amounts]
    shares = [int(share) for share in exact]
    losses = [share - given for share, given in zip(exact, shares, strict=True)]
    order = sorted(range(len(shares)), key=lambda place: (-losses[place], -amounts[place], place))
    for place in order[: units - sum(shares)]:
        shares[place] += 1
    return shares


def of_each_hundred(amounts: Sequence[Decimal]) -> list[Decimal] | None:
    """Pounds of each £100: whole ones where each amount then has at least £1, else to the penny.

    None where £100 cannot be shared out: an amount is below 0, or all are 0.
    """
    if not any(amounts) or any(amount < 0 for amount in amounts):
        return None
    pounds = apportion(amounts, HUNDRED)
    if all(share or not amount for share, amount in zip(pounds, amounts, strict=True)):
        return [Decimal(share) for share in pounds]
    return [Decimal(share) / _PENCE for share in apportion(amounts, HUNDRED * _PENCE)]
