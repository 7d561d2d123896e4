"""Figures: the same, however they are grouped, in whichever digits, and in whichever direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.translation.check_marks import numbers
from plainplan.translation.pair import Pair, Setting

SAME = {
    "in another order": ("From 12 to 400.", "400 o 12."),
    "grouped with a full stop": ("£1,250", "1.250 £"),
    "grouped with a space": ("£1,250,000", "1 250 000 £"),
    "grouped with a narrow space": ("£1,250", "1\u202f250 £"),
    "grouped in lakhs": ("£1,250,000", "£12,50,000"),
    "not grouped": ("1,250", "1250"),
    "a decimal comma": ("12.5%", "12,5%"),
    "three decimal places": ("1.125 miles", "1,125 mila"),
    "digits of Urdu": ("£1,250 (12.5%)", "۱٬۲۵۰ پاؤنڈ (٪۱۲٫۵)"),
    "digits of Bengali": ("400 people", "৪০০ জন"),
    "digits of Punjabi": ("in 2026", "੨੦੨੬ ਵਿੱਚ"),
    "signs of direction inside of the figure": ("£1,250 in 2025-26", "\u2066£1,250\u2069 \u200f2025-26"),
    "a date": ("on 4 June 2026", "ar 4 Mehefin 2026"),
    "a date with the month as a number": ("on 4 June 2026", "2026年6月4日"),
    "a day with its nought": ("on 4/6/2026", "04.06.2026"),
    "a time": ("at 9.30am", "am 9:30"),
    "an ordinal": ("the 4th report", "y 4ydd adroddiad"),
    "a list of years": ("in 2026 300 people", "300 osoby w 2026"),
    "figures of a placeholder and a tag": ("<1>a</1> %(n1)s", "<1>b</1> %(n1)s"),
    "figures of an address": ("See https://example.org/2026", "Gweler https://example.org/2027"),
}


@pytest.mark.parametrize("source, said", SAME.values(), ids=SAME)
def test_the_same_figures(source: str, said: str) -> None:
    assert list(numbers(Pair(source, said))) == []


WRONG = {
    "another figure": ("400 people", "40 o bobl", "the figure 400 is missing. The translation has 40."),
    "a lost decimal sign": (
        "£1.5 million",
        "£15 miliwn",
        "the figure 1.5 is missing. The translation has 15",
    ),
    "a moved decimal sign": ("12.5%", "1.25%", "the figure 12.5 is missing."),
    "decimal places that became thousands": ("1.125 miles", "1125 mila", "the figure 1.125 is missing."),
    "a lost figure": ("4 June 2026", "4 Mehefin", "the figure 2026 is missing. Write figures in digits"),
    "another day": ("4 June 2026", "5 Mehefin 2026", "the figure 4 is missing. The translation has 5."),
    "another figure for the month": ("4 June 2026", "2026年7月4日", "the figure 7 is not in the source."),
    "an added figure": ("Roads", "Ffyrdd 24", "the figure 24 is not in the source."),
    "a figure in words": ("2 roads", "dwy ffordd", "the figure 2 is missing."),
    "a figure that was in words": ("two roads", "2 ffordd", "the figure 2 is not in the source."),
    "once instead of twice": ("10 of 10", "10", "the figure 10 is missing."),
    "a nought of a telephone number": ("Ring 01632 960 001", "Dzwoń 1632 960 001", "the figure 01632 is"),
    "other digits of Urdu": (
        "£1,250",
        "۱٬۲۰۵ پاؤنڈ",
        "the figure 1250 is missing. The translation has 1205.",
    ),
    "a span turned round by hand": (
        "in 2025-26",
        "26-2025 میں",
        "26-2025 stands the other way round. Write them in the order in which they are read",
    ),
}


@pytest.mark.parametrize("source, said, expected", WRONG.values(), ids=WRONG)
def test_wrong_figures(source: str, said: str, expected: str) -> None:
    found = [f"{message} {mend}" for message, mend in numbers(Pair(source, said))]
    assert len(found) == 1
    assert found[0].startswith(expected)


PLURALS = {
    "the form for one without its number": (1, "un ffordd newydd yn 2026", []),
    "the form for one with its number": (1, "1 ffordd newydd yn 2026", []),
    "the form for two in words": (2, "dwy ffordd newydd yn 2026", []),
    "the form for two without the year": (2, "dwy ffordd", ["the figure 2026 is missing."]),
    "a form for several": (None, "%(n)s ffordd newydd yn 2025", ["the figure 2026 is missing."]),
}


@pytest.mark.parametrize("only, said, expected", PLURALS.values(), ids=PLURALS)
def test_plural_forms(only: int | None, said: str, expected: list[str]) -> None:
    pair = Pair("1 new road in 2026", said, Setting("cy"), many="%(n)s new roads in 2026", only=only)
    assert [message for message, _ in numbers(pair)] == expected


@given(st.text("0123456789.,: /-–'\u00a0٬٫۱۲", max_size=20))
def test_figures_agree_with_themselves(text: str) -> None:
    assert list(numbers(Pair(text, text))) == []


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_one_whole_number_is_not_another(first: int, second: int) -> None:
    found = list(numbers(Pair(f"about {first:,} people", f"tua {second:,} o bobl".replace(",", "."))))
    assert (found == []) is (first == second)
