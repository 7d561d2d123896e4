"""Shares of a whole that add up, whatever the amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.views.hundred import apportion, of_each_hundred

_MONEY = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
_AMOUNTS = st.lists(_MONEY, min_size=1, max_size=30).filter(any)


@given(amounts=_AMOUNTS, units=st.integers(0, 10_000))
def test_shares_add_up_and_none_is_a_whole_unit_off(amounts: list[Decimal], units: int) -> None:
    shares = apportion(amounts, units)
    whole = sum(amounts)
    assert sum(shares) == units
    for amount, share in zip(amounts, shares, strict=True):
        assert abs(share * whole - amount * units) < whole


@given(amounts=_AMOUNTS, units=st.integers(0, 10_000))
def test_who_gets_more_is_given_no_less(amounts: list[Decimal], units: int) -> None:
    pairs = sorted(zip(amounts, apportion(amounts, units), strict=True))
    assert [share for _, share in pairs] == sorted(share for _, share in pairs)


@given(amounts=_AMOUNTS, units=st.integers(0, 10_000), factor=st.integers(1, 1000))
def test_shares_do_not_depend_on_the_size_of_the_amounts(
    amounts: list[Decimal], units: int, factor: int
) -> None:
    assert apportion([amount * factor for amount in amounts], units) == apportion(amounts, units)


@pytest.mark.parametrize(
    ("amounts", "units", "shares"),
    [
        ("47 16 15.8 12 6.1 3.1", 10, [5, 2, 1, 1, 1, 0]),  # Hamilton's own arithmetic
        ("1 1 1", 100, [34, 33, 33]),
        ("1 1", 1, [1, 0]),
        ("0 5", 100, [0, 100]),
    ],
)
def test_largest_remainder(amounts: str, units: int, shares: list[int]) -> None:
    assert apportion([Decimal(amount) for amount in amounts.split()], units) == shares


@pytest.mark.parametrize("amounts", [(), ("0",), ("5", "-1")])
def test_nothing_to_share_by_is_refused(amounts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="at least one above"):
        apportion([Decimal(amount) for amount in amounts], 100)


@given(amounts=_AMOUNTS)
def test_each_hundred_pounds_is_whole(amounts: list[Decimal]) -> None:
    shares = of_each_hundred(amounts)
    assert shares is not None
    assert sum(shares) == 100


@pytest.mark.parametrize(
    ("amounts", "shares"),
    [
        ("60 39 1", "60 39 1"),
        ("600 399.5 0.5", "60.00 39.95 0.05"),
        ("60 40 0", "60 40 0"),
        ("0 0", None),
        ("", None),
        ("5 -1", None),
    ],
)
def test_pence_are_said_where_a_part_would_be_nothing(amounts: str, shares: str | None) -> None:
    found = of_each_hundred([Decimal(amount) for amount in amounts.split()])
    assert found == (shares and [Decimal(share) for share in shares.split()])
