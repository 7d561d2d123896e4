"""Numbers, dates and periods: what has one meaning is taken, what has two is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plainplan.imports.choices import UnclearError
from plainplan.imports.days import Order, parse_day, parse_month, settle_order
from plainplan.imports.measure_marks import split_marks
from plainplan.imports.numbers import parse_number, settle_point
from plainplan.imports.periods import Settled, Years, parse_period

NUMBERS = {
    "1200": "1200",
    "£1,200.00": "1200.00",
    "1,234": "1234",
    "12.5%": "12.5",
    "0.123": "0.123",
    ".5": "0.5",
    "(300)": "-300",
    "-£5": "-5",
    "−4": "-4",
    "1 234 567": "1234567",
    "1.234.567": "1234567",
    "1.234,50": "1234.50",
    "12,5": "12.5",
    "£1.2 million": "1200000",
    "5k": "5000",
    "GBP 12": "12",
    "12 per cent": "12",
    "12 percent": "12",
}
NO_NUMBERS = ["", "£", "1.234", "1,00,000", "1.2E+06", "about 5", "3 x", "1..2", "9" * 40, "٣", "--5"]


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_a_number(text: str, value: str) -> None:
    assert parse_number(text, settle_point([text])).value == Decimal(value)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number_or_two(text: str) -> None:
    with pytest.raises(UnclearError):
        parse_number(text, settle_point([text]))


@pytest.mark.parametrize(
    ("others", "text", "value"),
    [
        (["12.5"], "1.234", "1.234"),
        (["1,200.50"], "1.234", "1.234"),
        (["12,5"], "1.234,5", "1234.5"),
        (["12.5", "7,25"], "1.234", None),
        (["12,5"], "1,234", None),
        (["12,5"], "1.234", None),
        (["12"], "1.234", None),
        (["1200"], "1,2", None),
        (["1.3k"], "1,2", None),
        (["1200", "1.234,5"], "1,2", "1.2"),
    ],
)
def test_other_figures_settle_the_sign(others: list[str], text: str, value: str | None) -> None:
    point = settle_point([*others, text])
    if value is None:
        with pytest.raises(UnclearError, match="may be"):
            parse_number(text, point)
    else:
        assert parse_number(text, point).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-14", "2025-03-14"),
        ("2025-03-14T10:00:00Z", "2025-03-14"),
        ("2025/03/14", "2025-03-14"),
        ("14/03/2025", "2025-03-14"),
        ("03/14/2025", "2025-03-14"),
        ("14.3.2025", "2025-03-14"),
        ("04/04/2025", "2025-04-04"),
        ("14 March 2025", "2025-03-14"),
        ("Friday 14th Mar 2025", "2025-03-14"),
        ("March 14, 2025", "2025-03-14"),
        ("14-Mar-25", "2025-03-14"),
    ],
)
def test_a_day(text: str, day: str) -> None:
    assert parse_day(text).isoformat() == day


@pytest.mark.parametrize(
    "text", ["03/04/2025", "14/03/25", "45730", "31/02/2025", "0001-01-01", "soon", "14 Smarch 2025", ""]
)
def test_no_day_or_two(text: str) -> None:
    with pytest.raises(UnclearError):
        parse_day(text)


@pytest.mark.parametrize(
    ("others", "order", "day"),
    [
        (["14/03/2025"], Order.DAY_FIRST, "2025-04-03"),
        (["03/14/2025"], Order.MONTH_FIRST, "2025-03-04"),
        (["14/03/2025", "03/14/2025"], None, None),
        (["01/02/2025"], None, None),
    ],
)
def test_other_rows_settle_the_order(others: list[str], order: Order | None, day: str | None) -> None:
    assert settle_order([*others, "03/04/2025"]) is order
    if day is None:
        with pytest.raises(UnclearError, match="3 April 2025 or 4 March 2025"):
            parse_day("03/04/2025", order)
    else:
        assert parse_day("03/04/2025", order).isoformat() == day


@pytest.mark.parametrize(
    "text", ["08/2013", "8/2013", "Aug 2013", "August 2013", "Aug-13", "2013-08", "2013 Aug"]
)
def test_a_month(text: str) -> None:
    first, last = parse_month(text)
    assert (first.isoformat(), last.isoformat()) == ("2013-08-01", "2013-08-31")


PERIODS = {
    "2011/12": "2011-04-01 2012-03-31",
    "2017-18": "2017-04-01 2018-03-31",
    "1999-00": "1999-04-01 2000-03-31",
    "FY 2024/25": "2024-04-01 2025-03-31",
    "2024/2025": "2024-04-01 2025-03-31",
    "2007/08 to 2008/09": "2007-04-01 2009-03-31",
    "17 May to 11 June 2023": "2023-05-17 2023-06-11",
    "17 May 2022 to 11 June 2023": "2022-05-17 2023-06-11",
    "1 to 30 June 2023": "2023-06-01 2023-06-30",
    "29 Dec to 3 Jan 2024": "2023-12-29 2024-01-03",
    "08/2013": "2013-08-01 2013-08-31",
    "Q1 2024/25": "2024-04-01 2024-06-30",
    "2024-25 Q4": "2025-01-01 2025-03-31",
    "Jan to Mar 2024": "2024-01-01 2024-03-31",
    "Oct to Jan 2024": "2023-10-01 2024-01-31",
    "April 2023 to March 2024": "2023-04-01 2024-03-31",
    "Year to September 2025": "2024-10-01 2025-09-30",
    "Year ending 31 March 2024": "2023-04-01 2024-03-31",
    "YE Mar-22": "2021-04-01 2022-03-31",
    "12 months to Sept 2025": "2024-10-01 2025-09-30",
    "Year to 29 February 2024": "2023-03-01 2024-02-29",
    "Year to 28 February 2025": "2024-03-01 2025-02-28",
    "2023–24": "2023-04-01 2024-03-31",
    "2024—25": "2024-04-01 2025-03-31",
    "2011–12": "2011-04-01 2012-03-31",
    "2026/7": "2026-04-01 2027-03-31",
    "Jan-Mar 2024": "2024-01-01 2024-03-31",
    "Apr–Jun 2024": "2024-04-01 2024-06-30",
    "2024-03-31": "2024-03-31 2024-03-31",
}


@pytest.mark.parametrize(("text", "days"), PERIODS.items())
def test_a_period(text: str, days: str) -> None:
    span = parse_period(text)
    assert f"{span.start} {span.end}" == days


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Q1 2024", "--quarters"),
        ("2024", "--years"),
        ("2026/8", "Start and End"),
        ("2011-12", "2011/12 or December 2011"),
        ("2024 to 2025", "2024/25"),
        ("2024-2025", "2024/25"),
        ("03/04/2025", "--dates"),
        ("some time", "Start and End"),
        ("June 2023 to May 2023", "Start and End"),
        ("1 to June 2023", "Start and End"),
        ("0000/01", "Start and End"),
    ],
)
def test_no_period_or_two(text: str, mend: str) -> None:
    with pytest.raises(UnclearError) as caught:
        parse_period(text)
    assert mend in caught.value.mend


@pytest.mark.parametrize(
    ("others", "days"),
    [
        (["2017-18"], "2011-04-01 2012-03-31"),
        (["2013-08"], "2011-12-01 2011-12-31"),
        (["2013-08", "2017-18"], None),
        (["2009-10"], None),
    ],
)
def test_other_rows_settle_what_a_hyphen_means(others: list[str], days: str | None) -> None:
    settled = Settled().with_column([*others, "2011-12"])
    if days is None:
        with pytest.raises(UnclearError):
            parse_period("2011-12", settled)
    else:
        span = parse_period("2011-12", settled)
        assert f"{span.start} {span.end}" == days


@pytest.mark.parametrize(
    ("quarters", "start"), [(Years.CALENDAR, "2024-01-01"), (Years.FINANCIAL, "2024-04-01")]
)
def test_the_editor_says_where_quarters_begin(quarters: Years, start: str) -> None:
    assert parse_period("Q1 2024", Settled(quarters=quarters)).start.isoformat() == start


@pytest.mark.parametrize(
    ("text", "bare", "status", "missing"),
    [
        ("309", "309", None, False),
        ("309 p", "309", "provisional", False),
        ("309p", "309", "provisional", False),
        ("56% (r)", "56%", "revised", False),
        ("327 [r]", "327", "revised", False),
        ("1.2 million", "1.2 million", None, False),
        ("5k", "5k", None, False),
        ("n/a", "", None, True),
        ("..", "", None, True),
        ("[c]", "", None, True),
        ("", "", None, True),
        ("-", "-", None, False),
    ],
)
def test_marks(text: str, bare: str, status: str | None, missing: bool) -> None:
    marked = split_marks(text)
    assert (marked.text, marked.status, marked.reason is not None) == (bare, status, missing)
