# ruff: noqa: E501 (one case, one line)
"""Bands that follow from Band D, and years side by side."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.load import load_plan
from plainplan.model import BudgetYear
from plainplan.model.base import Unknown
from plainplan.model.council_tax import NINTHS, band_amount, band_amounts, bands_up_to
from plainplan.model.money import Band, BandAmount, Precept
from plainplan.model.totals import is_share
from plainplan.render.text import rounded_pounds
from plainplan.views.budget_year import YearMoney
from plainplan.views.change import Change, change
from plainplan.views.comparison import comparison, priorities_by_year
from plainplan.views.precept import precept_of
from plainplan.views.tense import Tense, tense

from tests.conftest import Change as Edit

BUDGET, GRANTS = "data/budget.yml", "data/grants.yml"
_MONEY = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


@given(band_d=_MONEY, band=st.sampled_from(list(Band)))
def test_each_band_is_its_ninths_to_the_nearest_penny(band_d: Decimal, band: Band) -> None:
    amount = band_amount(band_d, band)
    exact_ninths = band_d * NINTHS[band]
    assert amount == amount.quantize(Decimal("0.01"))
    assert abs(amount * 9 - exact_ninths) * 2 <= Decimal("0.09")
    if abs(amount * 9 - exact_ninths) * 2 == Decimal("0.09"):
        assert amount * 9 > exact_ninths  # half a penny goes up
    assert (band is not Band.D) or amount == band_d


def test_bands_are_those_of_the_act() -> None:
    assert list(NINTHS.values()) == [6, 7, 8, 9, 11, 13, 15, 18, 21]
    assert [str(band) for band in bands_up_to(Band.H)] == list("ABCDEFGH")
    assert [str(band) for band in bands_up_to(Band.I)] == list("ABCDEFGHI")


def test_a_stated_band_is_shown_as_stated() -> None:
    stated = BandAmount(band=Band.A, amount=Decimal(60))
    amounts = band_amounts(Precept(band_d=Decimal(90), highest_band=Band.I, bands=(stated,)))
    assert [amounts[band] for band in (Band.A, Band.B, Band.I)] == [Decimal(60), Decimal(70), Decimal(210)]


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("110", "100", ("10", "10.0")),
        ("90", "100", ("-10", "-10.0")),
        ("100", "100", ("0", "0.0")),
        ("5", "0", ("5", None)),
        ("5", "-5", ("10", None)),
        ("100.01", "100", ("0.01", "0.0")),
    ],
)
def test_change(now: str, before: str, expected: tuple[str, str | None]) -> None:
    amount, percent = expected
    assert change(Decimal(now), Decimal(before)) == Change(
        Decimal(amount), Decimal(percent) if percent else None
    )


@pytest.mark.parametrize("gap", [None, Unknown.NOT_PUBLISHED])
def test_what_was_not_published_does_not_change(gap: Unknown | None) -> None:
    assert change(gap, Decimal(1)) is None
    assert change(Decimal(1), gap) is None


@given(part=_MONEY, whole=_MONEY.filter(bool), digits=st.integers(0, 3))
def test_a_rounded_share_is_a_share(part: Decimal, whole: Decimal, digits: int) -> None:
    exact = part * 100 / whole
    unit = Decimal(1).scaleb(-digits)
    rounded = exact.quantize(unit, ROUND_HALF_UP)
    assert is_share(rounded, part, whole)
    assert not is_share(rounded + 2 * unit, part, whole)
    assert not is_share(rounded - 2 * unit, part, whole)


def _year(folder: Path) -> YearMoney:
    plan = load_plan(folder).plan
    return YearMoney(plan, plan.budget[-1])


def test_the_year_before_is_compared(small_plan: Path, change: Edit) -> None:
    change(
        BUDGET,
        "years:\n",
        "years:\n  - id: 2025-26\n    status: outturn\n    spending: [{id: roads, title: R, amount: 80, priorities: "
        "[{priority: safer-roads, amount: 75}]}]\n    precept: {band_d: 100}\n",
    )
    change(BUDGET, "    reserves:\n", "    precept: {band_d: 110}\n    reserves:\n")
    money = _year(small_plan)
    assert money.spending[0].change == Change(Decimal("0.25"), Decimal("0.3"))
    assert money.funding[0].change is None
    assert not money.funding[0].is_new  # the year before says nothing of funding
    assert [(row.priority, row.amount, row.change) for row in money.by_priority] == [
        ("safer-roads", 80, Change(Decimal(5), Decimal("6.7"))),
        (None, Decimal("0.25"), Change(Decimal("-4.75"), Decimal("-95.0"))),
    ]
    assert money.precept
    assert money.precept.rows[0].change == Change(Decimal("6.66"), Decimal("10.0"))
    assert [column.id for column in comparison(money.plan)] == [
        "funding",
        "spending",
        "passed_on",
        "band_d",
        "reserves",
    ]
    assert comparison(money.plan)[0].figures[0].amount is Unknown.NOT_PUBLISHED
    assert priorities_by_year(money.plan) == [("safer-roads", [Decimal(75), Decimal(80)])]


def test_without_the_year_before_the_precept_is_compared_with_what_is_stated(
    small_plan: Path, change: Edit
) -> None:
    change(BUDGET, "    reserves:\n", "    precept: {band_d: 110, band_d_before: 100}\n    reserves:\n")
    money = _year(small_plan)
    found = precept_of(money.plan, money.year)
    assert found
    assert found.change == Change(Decimal(10), Decimal("10.0"))
    assert [row.change.amount for row in found.rows if row.change][:2] == [Decimal("6.66"), Decimal("7.78")]


def test_grants_are_counted_where_their_money_is(small_plan: Path, change: Edit) -> None:
    rows = _year(small_plan).by_priority
    assert [[grant.id for grant in row.grants] for row in rows] == [["village-watch"], []]
    change(GRANTS, "    priority: safer-roads\n", "")
    rows = _year(small_plan).by_priority
    assert [[grant.id for grant in row.grants] for row in rows] == [[], ["village-watch"]]


@pytest.mark.parametrize(
    ("old", "new", "percent", "of"),
    [
        ("", "", "100.0", "spending"),
        ("      amount: 80.25\n    reserves", "      amount: 80.25\n      percent: 100\n    reserves", "100", "spending"),
        ("      amount: 80.25\n    reserves", "      amount: 80.25\n      percent: 88.7\n    reserves", "88.7", "funding"),
        ("      amount: 80.25\n    reserves", "      amount: not published\n      percent: 96\n    reserves", "96", ""),
    ],
)  # fmt: skip
def test_share_that_passes_on_says_of_what(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path, change: Edit, old: str, new: str, percent: str, of: str
) -> None:
    if old:
        change(BUDGET, old, new)
    if not of:
        change(BUDGET, "        passed_to_chief_constable: true\n", "")
    passed = _year(small_plan).passed_on
    assert passed
    assert (str(passed.percent), passed.of) == (percent, of)


@pytest.mark.parametrize(
    ("status", "on", "expected"),
    [
        ("outturn", date(2026, 11, 23), Tense.WAS),
        ("proposed", date(2026, 11, 23), Tense.WOULD_BE),
        ("approved", date(2026, 3, 31), Tense.WILL_BE),
        ("approved", date(2026, 4, 1), Tense.IS),
        ("approved", date(2027, 3, 31), Tense.IS),
        ("approved", date(2027, 4, 1), Tense.WAS_TO_BE),
    ],
)
def test_tense(status: str, on: date, expected: Tense) -> None:
    assert tense(BudgetYear.model_validate({"id": "2026-27", "status": status}), on=on) is expected


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "£0"),
        ("99999.49", "£99,999"),
        ("100000", "£100,000"),
        ("616599.20", "£617,000"),
        ("-616599.20", "minus £617,000"),
        ("999499.99", "£999,000"),
        ("999500", "£1 million"),
        ("1000000", "£1 million"),
        ("149040000", "£149 million"),
    ],
)
def test_an_amount_in_a_sentence_is_rounded_in_one_way(amount: str, words: str) -> None:
    assert rounded_pounds(Decimal(amount)) == words


@pytest.mark.parametrize(("year", "before"), [("2026-27", "2025-26"), ("2000-01", "1999-00")])
def test_the_financial_year_before(year: str, before: str) -> None:
    assert BudgetYear.model_validate({"id": year, "status": "approved"}).before == before
