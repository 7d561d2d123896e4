"""data/wording.yml: rules on words raised, lowered and left out, for all files or for one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_folder
from plainplan.errors import Problem, Severity

from tests.conftest import Change
from tests.easy_plan import CHAPTER, HOME, ROADS, SPEEDING, tell_in_easy_read

ON = date(2026, 11, 23)
FILE = "data/wording.yml"
ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.fixture
def wordy(small_plan: Path, change: Change) -> Path:
    """A plan with the same hard word in two pages and in data, and with a picture missing in one."""
    tell_in_easy_read(small_plan)
    change(HOME, "You can read it here.", "This is exploitation.")
    change(CHAPTER, "Many people use them.", "This is exploitation.")
    change(ROADS, "We want cars to be slow.", "We stop exploitation.")
    change(CHAPTER, "![calendar]\n", "")
    return small_plan


def _problems(plan: Path, rules: str) -> list[Problem]:
    if rules:
        (plan / FILE).write_text(rules, encoding="utf-8")
    return list(check_folder(plan, ON)[1])


def _rule(name: str, weight: str, file: str = "") -> str:
    inside = f"    in: {file}\n" if file else ""
    return f'  - rule: {name}\n{inside}    as: "{weight}"\n    reason: We know why.\n'


HARD, PICTURE = "easy-hard-word", "easy-no-picture"
USUAL = {(ROADS, HARD): WARNING, (HOME, HARD): WARNING, (CHAPTER, HARD): WARNING, (CHAPTER, PICTURE): ERROR}
CHANGES = {
    "none": ("", USUAL),
    "raised": (
        _rule(HARD, "error"),
        {**USUAL, (ROADS, HARD): ERROR, (HOME, HARD): ERROR, (CHAPTER, HARD): ERROR},
    ),
    "lowered": (_rule(PICTURE, "warning"), {**USUAL, (CHAPTER, PICTURE): WARNING}),
    "off for all": (_rule(HARD, "off"), {(CHAPTER, PICTURE): ERROR}),
    "off for a page": (_rule(HARD, "off", HOME), {key: one for key, one in USUAL.items() if key[0] != HOME}),
    "off for data": (_rule(HARD, "off", ROADS), {key: one for key, one in USUAL.items() if key[0] != ROADS}),
    "raised for a page": (_rule(HARD, "error", HOME), {**USUAL, (HOME, HARD): ERROR}),
    "off for all but a page": (
        _rule(HARD, "off") + _rule(HARD, "error", HOME),
        {(HOME, HARD): ERROR, (CHAPTER, PICTURE): ERROR},
    ),
    "what is said of a page counts, wherever it stands": (
        _rule(HARD, "error", HOME) + _rule(HARD, "off"),
        {(HOME, HARD): ERROR, (CHAPTER, PICTURE): ERROR},
    ),
    "of another file": (_rule(PICTURE, "off", HOME), USUAL),
    "of another rule": (_rule("easy-brackets", "off"), USUAL),
}


@pytest.mark.parametrize(("rules", "told"), CHANGES.values(), ids=CHANGES)
def test_rules_are_changed_for_all_or_for_one_file(
    wordy: Path, rules: str, told: dict[tuple[str, str], Severity]
) -> None:
    found = _problems(wordy, f"rules:\n{rules}" if rules else "")
    assert {(one.place.file, one.code): one.severity for one in found} == told
    assert len(found) == len(told)


def test_easy_words_of_the_house_are_not_hard(wordy: Path) -> None:
    found = _problems(wordy, "easy_words: [exploitation]\n")
    assert [one.code for one in found] == [PICTURE]


WRONG = {
    "unknown rule": (
        _rule("easy-hard-wrod", "off"),
        2,
        "unknown-rule",
        'there is no rule on words called "easy-hard-wrod".',
        'Did you mean "easy-hard-word"?',
    ),
    "rule of another kind": (
        _rule("sum", "off"),
        2,
        "unknown-rule",
        'there is no rule on words called "sum".',
        "",
    ),
    "unknown file": (
        _rule(HARD, "off", "content/easy-read/idnex.md"),
        3,
        "unknown-reference",
        'there is no file "content/easy-read/idnex.md".',
        'Did you mean "content/easy-read/index.md"?',
    ),
    "file without its folder": (
        _rule(HARD, "off", "index.md"),
        3,
        "unknown-reference",
        'there is no file "index.md".',
        "",
    ),
    "no reason": (f'  - rule: {HARD}\n    as: "off"\n', 2, "missing-field", '"reason"', ""),
    "no such weight": (_rule(HARD, "loud"), 3, "wrong-value", '"loud"', '"warning"'),
}


@pytest.mark.parametrize(("rule", "line", "code", "message", "mend"), WRONG.values(), ids=WRONG)
def test_a_change_that_cannot_be_made(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path, rule: str, line: int, code: str, message: str, mend: str
) -> None:
    tell_in_easy_read(small_plan)
    (found,) = _problems(small_plan, f"rules:\n{rule}")
    assert (found.place.file, found.place.line, found.severity) == (FILE, line, ERROR)
    assert message in found.message
    assert mend in found.mend
    assert found.code == code


def test_off_need_not_stand_in_quotes(wordy: Path) -> None:
    """YAML reads the bare word as "no", which an editor cannot know."""
    bare = _rule(HARD, "off").replace('"', "")
    assert [one.code for one in _problems(wordy, f"rules:\n{bare}")] == [PICTURE]


def test_what_is_left_out_with_a_reason_is_not_told(small_plan: Path, change: Change) -> None:
    tell_in_easy_read(small_plan)
    words = 'easy:\n  picture: number\n  words: We count fast cars.\n  says: "{number} cars go too fast."\n'
    change(SPEEDING, words, "")
    assert [one.code for one in _problems(small_plan, "")] == ["easy-missing-number"]
    assert _problems(small_plan, "rules:\n" + _rule("easy-missing-number", "off")) == []
