# ruff: noqa: E501 (one case, one line)
"""Easy read: each thing has its words and its picture, and every name leads somewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_plan
from plainplan.errors import Problem, Severity
from plainplan.load import load_plan

from tests.conftest import Change
from tests.easy_plan import BUDGET, CHAPTER, HOME, PICTURES, ROADS, SPEEDING, WORDS, tell_in_easy_read

ON = date(2026, 11, 23)
ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.fixture
def easy_plan(small_plan: Path) -> Path:
    return tell_in_easy_read(small_plan)


def problems_of(plan: Path) -> list[Problem]:
    return list(check_plan(load_plan(plan), ON))


def test_the_tiny_plan_has_no_problem(easy_plan: Path) -> None:
    assert problems_of(easy_plan) == []


# file, old, new, lines from the change to the problem, code, severity, message, words of the mend
WRONG = {
    "picture of a priority": (ROADS, "  picture: road\n", "  picture: raod\n", 0, "unknown-reference", ERROR, 'there is no picture "raod".', 'Did you mean "road"?'),
    "picture of an objective": (ROADS, "picture: target", "picture: targets", 0, "unknown-reference", ERROR, 'there is no picture "targets".', '"target"'),
    "picture of an action": (ROADS, "picture: camera", "picture: cameras", 0, "unknown-reference", ERROR, 'there is no picture "cameras".', '"camera"'),
    "picture of a measure": (SPEEDING, "picture: number", "picture: numbers", 0, "unknown-reference", ERROR, 'there is no picture "numbers".', '"number"'),
    "picture of funding": (BUDGET, "picture: money", "picture: monye", 0, "unknown-reference", ERROR, 'there is no picture "monye".', '"money"'),
    "picture of spending": (BUDGET, "picture: road", "picture: raod", 0, "unknown-reference", ERROR, 'there is no picture "raod".', '"road"'),
    "picture of a word": (WORDS, "picture: camera", "picture: cameras", 0, "unknown-reference", ERROR, 'there is no picture "cameras".', '"camera"'),
    "picture of a page": (CHAPTER, "picture: road", "picture: raod", -2, "unknown-reference", ERROR, 'there is no picture "raod".', '"road"'),
    "picture in a page": (CHAPTER, "![people]", "![poeple]", 0, "unknown-block", ERROR, 'there is no picture "poeple".', '"people"'),
    "picture late in a page": (CHAPTER, "![calendar]", "![calendars]", 0, "unknown-block", ERROR, 'there is no picture "calendars".', '"calendar"'),
    "twin": (CHAPTER, "twin: roads.md", "twin: rods.md", -4, "unknown-reference", ERROR, 'there is no page "rods.md".', 'Did you mean "roads/"?'),
    "twin in easy read": (CHAPTER, "twin: roads.md", "twin: easy-read/index.md", -4, "unknown-reference", ERROR, 'there is no page "easy-read/index.md".', ""),
    "no place for the number": (SPEEDING, "{number} cars", "6 cars", 0, "easy-number", ERROR, "the sentence has no place for the number.", "Write {number} once"),
    "two places for the number": (SPEEDING, "{number} cars go", "{number} of {number} cars go", 0, "easy-number", ERROR, "the sentence has more than one place for the number.", "Write {number} once"),
    "mistyped place": (SPEEDING, "{number}", "{nubmer}", 0, "easy-number", ERROR, "the sentence has no place for the number.", "Write {number} once"),
    "more than all": (SPEEDING, "value: 10\n", "value: 110\n", -11, "easy-number", ERROR, "110% is more than all: easy read cannot say it as a share.", "Leave `easy:` out"),
    "no words for a measure": (SPEEDING, 'easy:\n  picture: number\n  words: We count fast cars.\n  says: "{number} cars go too fast."\n', "", None, "easy-missing-number", WARNING, "easy read leaves out 1 measures: speeding.", "Give each of them `easy:`"),
    "no words for an action": (ROADS, "        easy:\n          picture: camera\n          words: |\n            We will use **ANPR**.\n            ANPR means cameras that read numbers.\n", "", None, "easy-missing-promise", WARNING, "easy read leaves out 1 promises: speed-checks.", "data/wording.yml"),
    "no words for money": (BUDGET, "        easy: {picture: road, words: This makes roads safe.}\n", "", None, "easy-missing-money", WARNING, "easy read leaves out 1 lines of the newest budget: roads.", ""),
    "bold in a page": (CHAPTER, "We look after roads.", "We look after **lanes**.\nLanes are roads.", 0, "easy-word-list", ERROR, 'the hard word "lanes" is in no list of words.', "data/glossary.yml"),
    "bold of another kind": (CHAPTER, "We look after roads.", "We look after __lanes__.\nLanes are roads.", 0, "easy-word-list", ERROR, 'the hard word "lanes" is in no list of words.', "data/glossary.yml"),
    "bold in data": (ROADS, "We want cars to be slow.", "|\n        We want **lanes**.\n        Lanes are roads.", 0, "easy-word-list", ERROR, 'the hard word "lanes" is in no list of words.', "data/glossary.yml"),
    "bold in the sentence of a measure": (SPEEDING, "cars go too fast", "**lanes** are lanes", 0, "easy-word-list", ERROR, 'the hard word "lanes" is in no list of words.', "data/glossary.yml"),
    "long sentence": (CHAPTER, "Many people use them.", "Many people use them to go to work and to go home and to see old friends.", 0, "easy-long-sentence", WARNING, "has 17 words, and 15 are the most.", "Make two sentences"),
    "long sentence in data": (ROADS, "    We want roads to be safe.\n", "    Fine.\n    We want all of the roads to be safe for all of the people who use them.\n", -1, "easy-long-sentence", WARNING, "has 17 words", "Make two sentences"),
    "two sentences": (CHAPTER, "Many people use them.", "Many people use them. We do too.", 0, "easy-one-sentence-a-line", ERROR, "is 2 sentences", ""),
    "five sentences": (CHAPTER, "Many people use them.", "One.\nTwo do.\nWe do.\nYou do.", -1, "easy-too-many-sentences", ERROR, "5 sentences stand beside one picture.", ""),
    "no picture": (CHAPTER, "![calendar]\n", "", 0, "easy-no-picture", ERROR, "there is no picture beside", "picture line"),
    "percentage": (HOME, "This is our plan.", "We do 70% of it.", 0, "easy-percentage", ERROR, "70%", ""),
    "brackets": (HOME, "This is our plan.", "This is our plan (we hope).", 0, "easy-brackets", ERROR, "", ""),
    "hard word": (HOME, "This is our plan.", "This is exploitation.", 0, "easy-hard-word", WARNING, '"exploitation"', "make it bold"),
    "hard word in data": (BUDGET, "This makes roads safe.", "This stops exploitation.", 0, "easy-hard-word", WARNING, '"exploitation"', ""),
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "below", "code", "severity", "message", "mend"), WRONG.values(), ids=WRONG
)
def test_each_fault(  # noqa: PLR0913, PLR0917  # the columns of its table
    easy_plan: Path,
    change: Change,
    file: str,
    old: str,
    new: str,
    below: int | None,
    code: str,
    severity: Severity,
    message: str,
    mend: str,
) -> None:
    line = change(file, old, new)
    (found,) = [one for one in problems_of(easy_plan) if one.code == code]
    assert message in found.message
    assert mend in found.mend
    expected = ("data", 0) if below is None else (file, line + below)
    assert (found.place.file, found.place.line, found.severity) == (*expected, severity)


def test_only_that_fault_is_told(easy_plan: Path, change: Change) -> None:
    change(CHAPTER, "Many people use them.", "Many people use them to go to work and to go home and to see old friends.")  # fmt: skip
    change(BUDGET, "This makes roads safe.", "This stops exploitation.")
    change(CHAPTER, "![people]", "![poeple]")
    assert [one.code for one in problems_of(easy_plan)] == [
        "unknown-block",
        "easy-long-sentence",
        "easy-hard-word",
    ]


def test_pictures_that_the_product_needs(easy_plan: Path) -> None:
    path = easy_plan / PICTURES
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [one for one in lines if "{id: worse," not in one and "{id: stopped," not in one]
    path.write_text("".join(kept), encoding="utf-8")
    (found,) = problems_of(easy_plan)
    assert (found.code, found.severity) == ("unknown-reference", ERROR)
    assert (
        str(found.place),
        found.message,
    ) == ("data/pictures.yml:1", "easy read needs pictures that are not there: stopped, worse.")


@pytest.mark.parametrize("twin", ["roads.md", "roads/", "/roads/", "index.md", "priorities/safer-roads.md"])
def test_twins_that_are_there(easy_plan: Path, change: Change, twin: str) -> None:
    change(CHAPTER, "twin: roads.md", f"twin: {twin}")
    assert problems_of(easy_plan) == []


def _page(plan: Path, name: str) -> None:
    text = f"---\ntitle: {name}\npicture: road\n---\n![road]\nWe look after roads.\n"
    (plan / f"content/easy-read/{name}.md").write_text(text, encoding="utf-8")


def test_a_menu_with_more_than_seven_entries(easy_plan: Path) -> None:
    """Priorities, progress, money, numbers, contact, words and our roads are seven."""
    assert problems_of(easy_plan) == []
    _page(easy_plan, "more")
    (found,) = problems_of(easy_plan)
    assert (found.code, found.severity, str(found.place)) == ("easy-menu", WARNING, "content/easy-read")
    assert found.message == "The menu of easy read has 8 entries, and more than 7 are hard to choose from."


def test_a_list_with_more_than_seven_priorities(easy_plan: Path) -> None:
    easy = "easy: {title: Roads, picture: road, words: We want safe roads.}"
    for name in "bcdefghi":
        text = f"id: {name}{name}\ntitle: Roads {name}\nsummary: Fewer hurt.\n{easy}\n"
        (easy_plan / f"data/priorities/{name}{name}.yml").write_text(text, encoding="utf-8")
    (found,) = [one for one in problems_of(easy_plan) if one.code == "easy-menu"]
    assert found.message.startswith("The list of priorities in easy read has 9 entries")


def test_what_is_left_out_is_counted_by_kind(easy_plan: Path, change: Change) -> None:
    actions = "".join(f"      - {{id: more-{one}, title: More {one}, owner: police}}\n" for one in range(9))
    change(ROADS, "    actions:\n", f"    actions:\n{actions}")
    (found,) = [one for one in problems_of(easy_plan) if one.code == "easy-missing-promise"]
    names = ", ".join(f"more-{one}" for one in range(8))
    assert found.message == f"easy read leaves out 9 promises: {names} …."


def test_money_of_older_years_may_be_left_out(easy_plan: Path, change: Change) -> None:
    years = "years:\n  - {id: 2025-26, status: approved, spending: [{id: old, title: Old, amount: 5}]}\n"
    change(BUDGET, "years:\n", years)
    assert [one for one in problems_of(easy_plan) if one.code.startswith("easy-missing")] == []


def test_a_plan_without_easy_read_needs_nothing(small_plan: Path, change: Change) -> None:
    change(
        SPEEDING, "tells_you:", 'easy: {picture: none, words: "Exploitation (70%)", says: None}\ntells_you:'
    )
    assert problems_of(small_plan) == []


@pytest.mark.parametrize(
    ("locale", "codes"),
    [
        ("en_GB", {"easy-percentage", "easy-hard-word", "easy-passive", "easy-number-word"}),
        ("cy_GB", {"easy-percentage"}),
    ],
)
def test_a_plan_in_welsh_gets_only_rules_without_word_lists(
    easy_plan: Path, change: Change, locale: str, codes: set[str]
) -> None:
    language = locale.partition("_")[0]
    change(
        "data/editions.yml", "", f"editions:\n  - {{language: {language}, name: Ours, locale: {locale}}}\n"
    )
    change(HOME, "This is our plan.", "Exploitation was stopped by six teams.")
    change(HOME, "You can read it here.", "We did 70% of it.")
    assert {one.code for one in problems_of(easy_plan)} == codes
