"""Numbers, money, dates and names of periods, as each language writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from plainplan.language import Catalogue, Language, Mark, bare, marked, speaking
from plainplan.model.base import Unknown
from plainplan.render.text import (
    begun_small,
    day,
    month,
    number,
    percentage_points,
    pounds,
    quantity,
    rounded_pounds,
    within,
)

_DAY = date(2026, 6, 4)
_SPACE = "\xa0"  # Polish parts thousands by a space that does not break


@dataclass(frozen=True)
class Written:
    day: str
    million: str
    decimal: str
    money: str
    pence: str


WRITTEN = {
    "en": Written("4 June 2026", "1,250,000", "12.5", "£1,250,000", "£1,250.50"),
    "cy": Written("4 Mehefin 2026", "1,250,000", "12.5", "£1,250,000", "£1,250.50"),
    "ur": Written("4 جون 2026", "1,250,000", "12.5", "£1,250,000", "£1,250.50"),
    "pl": Written(
        "4 czerwca 2026",
        f"1{_SPACE}250{_SPACE}000",
        "12,5",
        f"£1{_SPACE}250{_SPACE}000",
        f"£1{_SPACE}250,50",
    ),
    "pa": Written("4 ਜੂਨ 2026", "1,250,000", "12.5", "£1,250,000", "£1,250.50"),
    "gu": Written("4 જૂન 2026", "1,250,000", "12.5", "£1,250,000", "£1,250.50"),
}
"""Thousands by threes and Latin digits in all of them: the figures are those of the official sources."""


@pytest.fixture(params=WRITTEN)
def tag(request: pytest.FixtureRequest) -> Iterator[str]:
    """A language that is spoken during the test."""
    with speaking(_language(request.param)):
        yield request.param


def _language(tag: str) -> Language:
    return Language(tag=tag, locale="en_GB" if tag == "en" else tag)


def test_days_and_months(tag: str) -> None:
    assert day(_DAY) == WRITTEN[tag].day
    assert month(_DAY) == WRITTEN[tag].day.removeprefix("4 ")


def test_a_month_alone_has_the_form_that_the_language_asks_for() -> None:
    with speaking(Language(tag="pl", locale="pl", month="LLLL y")):
        assert (day(_DAY), month(_DAY)) == ("4 czerwca 2026", "czerwiec 2026")


def test_numbers(tag: str) -> None:
    assert number(1_250_000) == number(Decimal(1_250_000)) == WRITTEN[tag].million
    assert number(Decimal("12.5")) == WRITTEN[tag].decimal


def test_money_has_its_sign_and_pence(tag: str) -> None:
    assert pounds(Decimal(1_250_000)) == WRITTEN[tag].money
    assert pounds(Decimal("1250.5")) == WRITTEN[tag].pence
    assert quantity(Decimal("1250.5"), "£") == WRITTEN[tag].pence
    assert bare(pounds(Decimal("-1250.5"))) == f"minus {WRITTEN[tag].pence}"


def test_rounded_money_is_never_of_another_size(tag: str) -> None:
    assert rounded_pounds(Decimal("617400")) == pounds(Decimal(617_000))
    assert bare(rounded_pounds(Decimal(12_500_000))) == f"£{WRITTEN[tag].decimal} million"


def test_percentages_keep_their_places(tag: str) -> None:
    assert quantity(Decimal("12.5"), "%") == f"{WRITTEN[tag].decimal}%"
    assert quantity(Decimal("12.50"), "%") == f"{WRITTEN[tag].decimal}0%"
    assert quantity(Decimal(1_250_000), "%") == f"{WRITTEN[tag].million}%"


@pytest.mark.parametrize(("tag", "written"), [("fr", f"12,5{_SPACE}%"), ("tr", "%12,5")])
def test_the_sign_of_percent_stands_where_the_language_has_it(tag: str, written: str) -> None:
    with speaking(_language(tag)):
        assert quantity(Decimal("12.5"), "%") == written


def test_a_figure_and_its_unit_are_one_message() -> None:
    words = Catalogue({("a figure with its unit", "%(number)s %(unit)s"): "%(unit)s: %(number)s"})
    with speaking(Language(tag="ur", locale="ur", interface=words)):
        assert quantity(Decimal("4.20"), "منٹ") == "منٹ: 4.20"


@pytest.mark.parametrize(
    ("value", "said"), [("1", "1 minute"), ("-1", "-1 minute"), ("1.0", "1.0 minutes"), ("2", "2 minutes")]
)
def test_one_is_one(value: str, said: str) -> None:
    assert quantity(Decimal(value), "minutes", "minute") == said


def test_a_gap_is_said_in_the_language_too() -> None:
    words = Catalogue({("Unknown", "not available"): "ddim ar gael"})
    with speaking(Language(tag="cy", locale="cy", interface=words)):
        assert quantity(Unknown.NOT_AVAILABLE, "%") == number(Unknown.NOT_AVAILABLE) == "ddim ar gael"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1", "1 percentage point"),
        ("1.0", "1.0 percentage points"),
        ("5", "5 percentage points"),
        ("0", "0 percentage points"),
    ],
)
def test_percentage_points(value: str, said: str) -> None:
    assert percentage_points(Decimal(value)) == said


POLISH = Catalogue(
    {("with digits after the point", "%(number)s percentage points"): "%(number)s punktu procentowego"},
    {
        ("", "%(number)s percentage point"): (
            "%(number)s punkt procentowy",
            "%(number)s punkty procentowe",
            "%(number)s punktów procentowych",
        )
    },
    lambda number: 0 if number == 1 else 1 if number in (2, 3, 4) else 2,
)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1", "1 punkt procentowy"),
        ("2", "2 punkty procentowe"),
        ("5", "5 punktów procentowych"),
        ("1.5", "1,5 punktu procentowego"),
    ],
)
def test_percentage_points_have_all_the_forms_of_a_language(value: str, said: str) -> None:
    with speaking(Language(tag="pl", locale="pl", interface=POLISH)):
        assert percentage_points(Decimal(value)) == said


UNTRANSLATED = (Mark.MISSING, Mark.STALE)


@pytest.mark.parametrize("mark", UNTRANSLATED)
def test_an_english_period_begins_small_among_other_languages(tag: str, mark: Mark) -> None:
    assert within(marked("Year to June 2026", mark)) == marked("year to June 2026", mark)
    assert within(marked("June 2026", mark)) == marked("June 2026", mark)
    assert begun_small(marked("Age", mark)) == marked("age", mark)


@pytest.mark.parametrize(
    ("tag", "period", "inside"),
    [
        ("cy", "Y flwyddyn hyd at Fehefin 2026", "y flwyddyn hyd at Fehefin 2026"),
        ("cy", "Mehefin 2026", "Mehefin 2026"),  # months have a capital in Welsh
        ("cy", "Meh 2026", "Meh 2026"),
        ("cy", "Hyd at Fawrth 2026", "hyd at Fawrth 2026"),  # Hyd alone is October
        ("cy", "Hyd 2026", "Hyd 2026"),
        ("cy", "GIG Cymru", "GIG Cymru"),
        ("cy", "Oedran", "oedran"),
        ("ur", "جون 2026 تک کا سال", "جون 2026 تک کا سال"),
        ("pl", "Rok do czerwca 2026", "rok do czerwca 2026"),
        ("pl", "Czerwiec 2026", "czerwiec 2026"),
        ("pl", "HMRC i VAT", "HMRC i VAT"),
        ("pa", "ਜੂਨ 2026 ਤੱਕ ਦਾ ਸਾਲ", "ਜੂਨ 2026 ਤੱਕ ਦਾ ਸਾਲ"),
        ("gu", "જૂન 2026 સુધીનું વર્ષ", "જૂન 2026 સુધીનું વર્ષ"),
    ],
)
def test_a_translated_period_begins_small_unless_it_is_a_name(tag: str, period: str, inside: str) -> None:
    with speaking(_language(tag)):
        assert within(period) == begun_small(period) == inside


@pytest.mark.parametrize(
    ("say", "expected"),
    [
        (lambda: pounds(Decimal(1250)), "\u2066£1,250\u2069"),
        (lambda: rounded_pounds(Decimal(617_400)), "\u2066£617,000\u2069"),
        (lambda: quantity(Decimal("56.6"), "%"), "\u206656.6%\u2069"),
    ],
)
def test_a_sign_stays_on_its_side_between_words_from_right_to_left(
    say: Callable[[], str], expected: str
) -> None:
    with speaking(Language("ur", direction="rtl", locale="ur")):
        assert say() == expected


def test_in_a_plan_written_in_welsh_what_is_marked_is_welsh() -> None:
    with speaking(Language(tag="en", source="cy")):
        assert within(marked("At Fawrth 2026", Mark.MISSING)) == marked("At Fawrth 2026", Mark.MISSING)
        assert within("At 31 March 2026") == "at 31 March 2026"
