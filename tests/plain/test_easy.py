"""What the rules of easy read find, and what they leave alone."""

from __future__ import annotations

import time

import pytest
from plainplan.plain import Block, Fault, Known, Sentence, document_faults, easy_faults, page_faults

from tests.plain.reading import blocks_of, bold_in

NOTHING = Known()


def faults(text: str, known: Known = NOTHING, language: str = "en-GB") -> list[Fault]:
    lines = tuple(Sentence(line, number, bold_in(line)) for number, line in enumerate(text.split("\n"), 1))
    return list(easy_faults([Block("any", lines)], known, language))


def found(text: str, known: Known = NOTHING, language: str = "en-GB") -> list[tuple[str, str]]:
    return [(fault.rule, fault.words) for fault in faults(text, known, language)]


@pytest.mark.parametrize(
    "text",
    [
        "People are worried about crime.",
        "You are disabled or very tired.",
        "She was born in 1990.",
        "You are allowed to ask.",
        "The office is closed on Sunday.",
        "The police are meant to help.",
        "We want fewer people to be hurt on the roads.",
        "This is called a crime.",
        "The teams need more people and more speed.",
        "7 out of every 10 people feel safe.",
        "We will spend £1 million.",
        "We will spend £75.50 on food.",
        "The plan ends in 2029.",
        "Call 101 or 01632 960 000.",
        "Call 116 123 for help.",
        "Come to AM1 2ZZ at 10.30am.",
        "The A38 is a busy road.",
        "About 4,200 people called us.",
        "About 120,000 people live here.",
        "Look at the A to Z of words.",
        "One of us will call you.",
        "No, you do not have to pay.",
        "You do not have to come, and nothing will happen.",
        "No one has to go alone.",
        "Brackwater is a town.",
        "We meet in Holmsea and Stonelow.",
        "Holmsea’s streets are busy.",
        "We need well-trained officers.",
        "The commissioner’s job is to listen.",
        "Tell us which bus you take.",
        "Which bus do you take?",
        "Wait for a while.",
        "You can get help because you are a victim.",
        "Ask Dr Smith.",
        "Read more at www.ashmarch.example/easy-read.",
        "Write to help@ashmarch.example today.",
        "Read [our plan](../plan.md) and tell us.",
        "{number} people feel safe.",
        "The NHS and the UK can help.",
        "Do you like TV?",
        "I am here.",
        "Text 60066 or call 999.",
    ],
)
def test_good_easy_read_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("The plan is checked each year.", "easy-passive", "is checked"),
        ("People were not told.", "easy-passive", "were not told"),
        ("The money has been spent.", "easy-passive", "been spent"),
        ("The work was led by us.", "easy-passive", "was led by"),
        ("12.5% of people said no.", "easy-percentage", "12.5%"),
        ("70 per cent of people said no.", "easy-percentage", "70 per cent"),
        ("Hundreds of people came.", "easy-number-word", "Hundreds of"),
        ("We asked two thirds of people.", "easy-number-word", "two thirds"),
        ("Ten people came.", "easy-number-word", "Ten"),
        ("It cost £1,234,567.", "easy-large-number", "£1,234,567"),
        ("There were 4217 calls.", "easy-large-number", "4217"),
        ("We need 2.5 hours.", "easy-decimal", "2.5"),
        ("The PCSO helps.", "easy-acronym", "PCSO"),
        ("Bring a friend (or friends).", "easy-brackets", "(or friends)"),
        ("It is not uncommon.", "easy-double-negative", "not uncommon"),
        ("Nobody is never late.", "easy-double-negative", "Nobody is never"),
        ("Read part III first.", "easy-roman-numeral", "III"),
        ("He/she can help.", "easy-abbreviation", "He/she"),
        ("Ask friends & family.", "easy-abbreviation", "friends & family"),
        ("You MUST call us.", "easy-capitals", "MUST"),
        ("The APACS helps.", "easy-acronym", "APACS"),
        ("You must NOT WAIT here.", "easy-capitals", "NOT WAIT"),
        ("We’re here to help.", "easy-contraction", "We’re"),
        ("It's late.", "easy-contraction", "It's"),
        ("The police ensure this.", "easy-wordy", "ensure"),
        ("They tackle radicalisation.", "easy-hard-word", "radicalisation"),
        ("Safeguarding helps.", "easy-hard-word", "Safeguarding"),
        ("Go home; it is late.", "easy-joined-ideas", ";"),
        ("We gave it to people, which helped.", "easy-joined-ideas", "which"),
        ("This is _ours_.", "easy-italics", "_ours_"),
        ("This is <em>ours</em>.", "easy-italics", "ours"),
    ],
)
def test_what_is_hard_is_found(text: str, rule: str, words: str) -> None:
    assert (rule, words) in found(text)


def test_a_fault_quotes_the_words_and_says_what_to_write() -> None:
    fault = faults("We asked.\n4,217 people called us.")[0]
    assert (fault.line, fault.words) == (2, "4,217")
    assert '"4,217"' in fault.message
    assert '"about 4,200"' in fault.mend


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("It cost £57,250,000.", "about £57 million"),
        ("It cost £57.8 million.", "about £58 million"),
        ("It took 2.4 hours.", "about 2"),
        ("It cost £4,217.", "about £4,200"),
    ],
)
def test_a_number_is_mended_with_a_round_one(text: str, instead: str) -> None:
    assert f'"{instead}"' in faults(text)[0].mend


@pytest.mark.parametrize(
    "following",
    [
        "A burglary is when someone breaks into a home.",
        "This means someone broke into a home.",
        "Burglaries are when people break into homes.",
    ],
)
def test_a_hard_word_may_be_explained_in_the_next_sentence(following: str) -> None:
    assert found(f"We want less **burglary**.\n{following}") == []
    assert found("We want less **burglary**.\nWe want more police.") == [("easy-unexplained", "burglary")]


def test_the_explanation_may_stand_beside_the_next_picture() -> None:
    page = blocks_of("![a]\nThis is the **budget**.\n\n![b]\nA budget is a plan for money.")
    assert list(easy_faults(page, NOTHING, "en-GB")) == []


def test_a_hard_word_is_told_once_a_page() -> None:
    text = "Radicalisation is bad.\nStop radicalisation."
    assert found(text).count(("easy-hard-word", "Radicalisation")) == 1
    assert ("easy-hard-word", "radicalisation") not in found(text)


def test_words_that_have_a_plain_one_are_told_once() -> None:
    assert found("They utilise vans.") == [("easy-wordy", "utilise")]


def test_words_of_the_list_and_of_the_house_are_known() -> None:
    text = "We stop radicalisation and exploitation."
    known = Known(terms=frozenset({"Radicalisation"}), allowed=frozenset({"exploitation"}))
    assert found(text, known) == []
    assert found("The PCSO helps.", Known(terms=frozenset({"PCSO"}))) == []


def test_a_short_form_that_was_explained_may_be_used() -> None:
    assert found("The PSNI is the police.\nCall the PSNI.") == []


def test_a_sentence_is_counted_by_its_words() -> None:
    def of(count: int) -> list[str]:
        return [fault.rule for fault in faults("we " * (count - 1) + "go.")]

    assert of(15) == []
    assert of(16) == ["easy-long-sentence"]
    assert of(20) == ["easy-long-sentence"]
    assert of(21) == ["easy-too-long"]


@pytest.mark.parametrize(("count", "faulty"), [(0, True), (1, False), (4, False), (5, True)])
def test_a_block_has_1_to_4_sentences(count: int, faulty: bool) -> None:
    block = Block("any", tuple(Sentence("We help.", line) for line in range(count)))
    assert [fault.rule for fault in page_faults([block], NOTHING, "cy")] == [
        "easy-too-many-sentences"
    ] * faulty


def test_a_heading_needs_no_picture() -> None:
    assert list(easy_faults(blocks_of("## What do we do?"), NOTHING, "en-GB")) == []


@pytest.mark.parametrize(
    ("text", "language", "rules"),
    [
        ("ہم مدد کریں گے۔ ہم سنتے ہیں۔", "ur", ["easy-one-sentence-a-line"]),
        ("ہم مدد کریں گے۔", "ur", []),
        ("ਅਸੀਂ ਮਦਦ ਕਰਾਂਗੇ। ਅਸੀਂ ਸੁਣਦੇ ਹਾਂ।", "pa", ["easy-one-sentence-a-line"]),
        ("আমরা ৭০% মানুষকে জিজ্ঞাসা করেছি।", "bn", ["easy-percentage"]),
        ("Rydym yn gwario £1.2 miliwn.", "cy", ["easy-decimal"]),
        ("Wydamy 1,5 miliona funtów.", "pl", ["easy-decimal"]),
        ("Mae 4,217 o bobl wedi ffonio.", "cy", ["easy-large-number"]),
        ("Rydym yn gwrando (bob amser).", "cy", ["easy-brackets"]),
        ("Rydym yn diogelu cymunedau.", "cy", []),
        ("ہم سنتے ہیں۔کیا آپ آئیں گے؟", "ur", ["easy-one-sentence-a-line"]),
        ("Поліція допомагає людям.", "uk", []),
        ("ПОЛІЦІЯ допомагає людям.", "uk", ["easy-capitals"]),
    ],
)
def test_other_languages(text: str, language: str, rules: list[str]) -> None:
    assert [rule for rule, _ in found(text, language=language)] == rules


def test_one_thing_has_one_name_in_the_whole_edition() -> None:
    pages = [
        blocks_of("![a]\nA police officer will help you."),
        blocks_of("![a]\nThe constables will call you.\nThe chief constable helps.\nThe PC is here."),
    ]
    told = [(page, fault.words, fault.line) for page, fault in document_faults(pages, NOTHING, "en-GB")]
    assert told == [(1, "constable", 2), (1, "PC", 4)]


def test_a_house_has_its_own_names() -> None:
    known = Known(groups=(("local team", "neighbourhood team"),))
    assert found("The neighbourhood team helps.\nCall the local team.", known) == [
        ("easy-two-names", "neighbourhood team")
    ]
    assert found("The neighbourhood team helps.", known) == []


def test_an_edition_is_checked_while_its_editor_waits() -> None:
    faults("Words are read once.")
    page = blocks_of("\n\n".join(f"![a]\nWe asked {n} people about the plan." for n in range(2500)))
    start = time.process_time()
    list(easy_faults(page, NOTHING, "en-GB"))
    assert time.process_time() - start < 2
