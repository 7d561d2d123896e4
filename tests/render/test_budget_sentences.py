"""Sentences about money are whole in each tense, and in each language."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup
from plainplan.language import Catalogue, Language, bare, speaking
from plainplan.model import BudgetYear
from plainplan.model.money import BudgetStatus, Recipient
from plainplan.render import amounts, budget_sentences
from plainplan.render.budget_sentences import Sentence, told
from plainplan.views.change import Change
from plainplan.views.tense import Tense

SENTENCES: dict[str, Sentence] = {
    name: value
    for name, value in vars(budget_sentences).items()
    if isinstance(value, dict) and name.isupper()
}
_VALUE = re.compile(r"%\((\w+)\)s")


def _year(status: str) -> BudgetYear:
    return BudgetYear.model_validate({"id": "2026-27", "status": status})


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_is_there_in_each_tense_with_the_same_values(sentence: Sentence) -> None:
    assert set(sentence) == set(Tense)
    assert len({tuple(sorted(_VALUE.findall(words))) for words in sentence.values()}) == 1


def test_there_are_sentences() -> None:
    assert len(SENTENCES) > 20


@pytest.mark.parametrize(
    ("sentence", "forms"),
    [
        ("COSTS", ["costs", "cost", "will cost", "was to cost", "would cost"]),
        ("COMES_IN", ["comes", "came", "will come", "was to come", "would come"]),
        ("HOME_PAYS", ["pays", "paid", "will pay", "was to pay", "would pay"]),
        ("SPENT", ["is to be", "was", "is to be", "was to be", "would be"]),
        ("PASSES", ["passes", "passed", "will pass", "was to pass", "would pass"]),
        ("PASSES", ["decides", "decided", "will decide", "was to decide", "would decide"]),
        ("STAYS", ["stays", "stayed", "will stay", "was to stay", "would stay"]),
        ("SERVES_EVERY", ["serves", "served", "will serve", "was to serve", "would serve"]),
        ("RESERVES_STAND", ["stands", "stood", "will stand", "was to stand", "would stand"]),
        ("RESERVES_PAY", ["is left", "was left", "will be left", "was to be left", "would be left"]),
        ("FUNDING_IS", ["is", "was", "will be", "was to be", "would be"]),
    ],
)
def test_what_is_approved_is_what_is_over_was_what_is_proposed_would_be(
    sentence: str, forms: list[str]
) -> None:
    for tense, form in zip(Tense, forms, strict=True):
        assert f" {form} " in SENTENCES[sentence][tense]


@pytest.mark.parametrize(
    ("status", "on", "words"),
    [
        ("outturn", date(2027, 6, 1), "A Band D home paid £5."),
        ("approved", date(2026, 3, 31), "A Band D home will pay £5 a year."),
        ("approved", date(2026, 11, 23), "A Band D home pays £5 a year."),
        ("approved", date(2027, 4, 1), "A Band D home was to pay £5 a year."),
        ("proposed", date(2026, 11, 23), "A Band D home would pay £5 a year."),
    ],
)
def test_a_sentence_is_told_as_it_fits_the_year(status: str, on: date, words: str) -> None:
    assert told(budget_sentences.HOME_PAYS, _year(status), on=on, amount="£5") == words


def test_values_are_escaped_and_markup_is_not() -> None:
    said = told(
        budget_sentences.COSTS,
        _year("outturn"),
        on=date.max,
        year="<i>",
        amount=Markup("<strong>£5</strong>"),
    )
    assert said == Markup("In &lt;i&gt; policing cost <strong>£5</strong>.")


def test_a_sentence_is_told_in_the_language_that_is_spoken() -> None:
    message = budget_sentences.COMES_IN[Tense.WAS]
    welsh = Language("cy", interface=Catalogue({("", message): "Daeth %(amount)s i mewn."}))
    with speaking(welsh):
        assert told(budget_sentences.COMES_IN, _year("outturn"), on=date.max, amount="£5") == (
            "Daeth £5 i mewn."
        )
        missing = told(budget_sentences.COMES_IN, _year("proposed"), on=date.max, amount="£5")
        assert missing != bare(missing) == "£5 would come in."


@pytest.mark.parametrize(
    ("amount", "percent", "words", "said"),
    [
        ("5.50", "2.5", amounts.ALONE, "up £5.50 (2.5%)"),
        ("-5", "-2.5", amounts.ALONE, "down £5 (2.5%)"),
        ("-5", "0.0", amounts.ALONE, "down £5 (less than 0.1%)"),
        ("5", None, amounts.ALONE, "up £5"),
        ("0", "0.0", amounts.ALONE, "no change"),
        ("5", "2.5", amounts.ON_YEAR_BEFORE, "up £5 (2.5%) on the year before"),
        ("-5", None, amounts.ON_YEAR_BEFORE, "down £5 on the year before"),
        ("5", "2.5", amounts.ON_AMOUNT_BEFORE, "up £5 (2.5%) on the year before (£200)"),
        ("0", None, amounts.ON_NAMED_YEAR, "no change on £200"),
    ],
)
def test_a_change_is_told_in_one_piece(
    amount: str, percent: str | None, words: amounts.Words, said: str
) -> None:
    change = Change(Decimal(amount), None if percent is None else Decimal(percent))
    assert amounts.changed(change, words, before="£200") == said


def test_a_change_is_rounded_where_the_sentence_is() -> None:
    assert amounts.changed_about(Change(Decimal("1234567"), Decimal("0.1"))) == "up £1.2 million (0.1%)"


def test_years_of_two_kinds_have_a_warning_whichever_they_are() -> None:
    kinds = [_year(status.value) for status in BudgetStatus]
    said = {amounts.compared(one, other) for one in kinds for other in kinds if one is not other}
    assert len(said) == 6
    assert all(words.startswith("Compare with care: the figures of 2026 to 2027 are ") for words in said)
    assert len({amounts.firmness(year) for year in kinds}) == 3


def test_a_recipient_is_known_by_its_numbers() -> None:
    recipient = Recipient(name="Snug", charity_number="12", identifier="GB-X-1")
    assert amounts.numbers_of(recipient) == ["charity number 12", "identifier GB-X-1"]
