"""What the rules of plain English find in standard chapters, and what they leave alone."""

from __future__ import annotations

import pytest
from plainplan.plain import Known, Paragraph, plain_faults, readability
from plainplan.plain.sentences import bare, sentences


def found(text: str, known: Known | None = None) -> list[tuple[str, str]]:
    return [(fault.rule, fault.words) for fault in plain_faults([Paragraph(text)], known or Known())]


@pytest.mark.parametrize(
    "text",
    [
        "The panel met on 4 June 2026, from 10am to noon.",
        "The plan runs from 2025 to 2029.",
        "The report was published by June.",
        "Contact us by email. It must be paid by law.",
        "The action is done by 2027 and will be reviewed by the end of the year.",
        "Call 01632 960-000 or see section A-1.",
        "See [the budget](budget/2025-26.md) or https://example.org/2025-26.",
        "The file is dated 24/7, as it is open 24/7.",
        "May 4 officers come? They may.",
        "The key is under the mat.",
        "The etching is old.",
        "Staff were trained and the service was opened.",
        "Nurses deliver babies.",
        "{{ plan.area }} has a commissioner.",
    ],
)
def test_plain_english_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("In order to help, we pay.", "plain-wordy", "In order to"),
        ("We utilise vans.", "plain-wordy", "utilise"),
        ("The majority of people agree.", "plain-wordy", "The majority of"),
        ("These are our key priorities.", "plain-jargon", "key priorities"),
        ("We deliver improved outcomes.", "plain-jargon", "deliver improved outcomes"),
        ("A holistic view.", "plain-jargon", "holistic"),
        ("The budget is set by the panel.", "plain-passive", "is set by the panel"),
        ("Open to all, ie free.", "plain-abbreviation", "ie"),
        ("Parks, roads etc. are safe.", "plain-abbreviation", "etc."),
        ("The years 2025–26 were hard.", "plain-range", "2025–26"),
        ("It costs £5-£10.", "plain-range", "£5-£10"),
        ("It is open 10am - 4pm.", "plain-range", "10am - 4pm"),
        ("On 4th June 2026 we met.", "plain-date", "4th June 2026"),
        ("On 4 Jun 2026 we met.", "plain-date", "4 Jun 2026"),
        ("On 04/06/2026 we met.", "plain-date", "04/06/2026"),
        ("On 2026-06-04 we met.", "plain-date", "2026-06-04"),
        ("On 4 June, 2026 we met.", "plain-date", "4 June, 2026"),
    ],
)
def test_what_could_be_plainer_is_found(text: str, rule: str, words: str) -> None:
    assert (rule, words) in found(text)


def test_a_date_is_mended_as_it_should_be() -> None:
    [fault] = plain_faults([Paragraph("On Jan 4th, 2026 we met.", 3)], Known())
    assert (fault.line, fault.mend) == (3, 'Write "4 January 2026".')


def test_a_fault_is_on_the_line_of_its_words() -> None:
    text = "We met people\nin the hall, prior\nto the vote. The\nbudget is **set** by the panel."
    told = [(fault.rule, fault.line) for fault in plain_faults([Paragraph(text, 10)], Known())]
    assert told == [("plain-wordy", 11), ("plain-passive", 13)]


def test_jargon_that_the_glossary_explains_is_a_term() -> None:
    assert found("The multi-agency hub is open.") == [("plain-jargon", "multi-agency")]
    assert found("The multi-agency hub is open.", Known(terms=frozenset({"Multi-agency hub"}))) == []


def test_25_words_are_enough() -> None:
    assert found("we " * 24 + "go.") == []
    assert [rule for rule, _ in found("we " * 25 + "go.")] == ["plain-long-sentence"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We met Mr. Smith. He was kind.", 2),
        ("It cost £1.5 million. We paid.", 2),
        ("See e.g. the plan. Then vote!", 2),
        ("“Is it late?” she asked.", 1),
        ("Is it late? No.", 2),
        ("See www.example.org. Then call.", 2),
        ("ہم سنتے ہیں۔ کیا آپ آئیں گے؟ ہاں۔", 3),
        ("", 0),
    ],
)
def test_sentences_end_where_readers_stop(text: str, count: int) -> None:
    assert len(sentences(bare(text))) == count


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Bold** and *lean* and __bold__ words", "Bold and lean and bold words"),
        ("a [link](to/somewhere.md){ .button } here", "a link here"),
        ("2 * 3 and snake_case_name", "2 * 3 and snake_case_name"),
        ("{{ plan.area }} and {number} people", "… and … people"),
        ("a picture ![of us](us.png) stands", "a picture stands"),
    ],
)
def test_markdown_is_no_word(text: str, plain: str) -> None:
    assert bare(text) == plain


EASY = ["The police help you. You can call them. They will come to your home. We like to help."] * 8
HARD = [
    "Implementation of organisational accountability necessitates comprehensive consideration of"
    " interdependent responsibilities, notwithstanding administrative complexity."
] * 8


def test_easy_words_have_a_better_figure() -> None:
    easy, hard = readability(EASY), readability(HARD)
    assert easy and hard
    assert easy.ease > 90 and easy.age <= 9
    assert hard.ease < 20 and hard.age > 18


def test_a_few_words_have_no_figure() -> None:
    assert readability(["We help."]) is None
