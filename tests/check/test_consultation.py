"""What people said is answered, and by a decision that came after they were asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_plan
from plainplan.load import load_plan

_FILE = "data/consultation.yml"
_DAYS = "    start: 2025-07-14\n    end: 2025-09-08\n"
_ANSWER = "        actions: [speed-checks]\n"
Change = Callable[[str, str, str], int]


def _problems(plan: Path, on: date = date(2026, 11, 23)) -> list[tuple[str, str]]:
    found = check_plan(load_plan(plan), on)
    return [(problem.code, problem.message) for problem in found if problem.place.file == _FILE]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2025-09-08", []),
        ("2026-11-23", []),
        ("2026-11-24", [("dates", "it was decided on 2026-11-24, which is still to come.")]),
        (
            "2025-09-07",
            [
                (
                    "early-decision",
                    "it was decided on 2025-09-07, while people could still answer until 2025-09-08.",
                )
            ],
        ),
        (
            "2025-07-13",
            [("dates", "it was decided on 2025-07-13, before people were first asked on 2025-07-14.")],
        ),
    ],
)
def test_decision_comes_after_people_were_asked(
    small_plan: Path, change: Change, decided: str, expected: list[tuple[str, str]]
) -> None:
    change(_FILE, _ANSWER, f"{_ANSWER}        decided: {decided}\n")
    assert _problems(small_plan) == expected


@pytest.mark.parametrize(
    ("days", "warned"),
    [
        ("", True),
        (_DAYS, True),
        ("    start: 2025-07-14\n", True),
        ("    start: 2026-10-01\n    end: 2026-11-23\n", False),
        ("    start: not published\n    end: not published\n", False),
        ("    dates_as_published: In spring\n    end: not published\n", False),
    ],
    ids=["no dates", "ended", "one day", "still open", "not published", "end not published"],
)
def test_silence_is_told_once_people_can_expect_an_answer(
    small_plan: Path, change: Change, days: str, warned: bool
) -> None:
    change(_FILE, _ANSWER, "")
    change(_FILE, _DAYS, days)
    expected = [("no-decision", "nobody tells people what was decided on this.")]
    assert _problems(small_plan) == (expected if warned else [])


def test_a_day_without_words_is_no_decision(small_plan: Path, change: Change) -> None:
    change(_FILE, _ANSWER, "        decided: 2025-12-01\n")
    assert _problems(small_plan) == [("no-decision", "it was decided on 2025-12-01, and nothing says what.")]


def test_words_alone_are_an_answer(small_plan: Path, change: Change) -> None:
    change(_FILE, _ANSWER, "        did: We changed nothing, since views were split.\n")
    assert _problems(small_plan) == []


def test_no_two_findings_share_an_address(small_plan: Path, change: Change) -> None:
    change(_FILE, "exercises:\n", "exercises:\n  - {id: survey-too-fast, title: A, method: B, who: C}\n")
    expected = [("duplicate-id", '"#survey-too-fast" is already the address of something else on the page.')]
    assert _problems(small_plan) == expected
