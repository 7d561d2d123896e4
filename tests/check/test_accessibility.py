"""What `plainplan check` refuses in an accessibility statement, and what it lets pass."""

# ruff: noqa: E501 (one case, one line)
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_folder, check_plan
from plainplan.errors import Problem, Severity
from plainplan.load import load_plan, read_plan
from plainplan.model.accessibility import Ground
from plainplan.translation.messages import messages_of

from tests.statement import CONTENT

Change = Callable[[str, str, str], int]

ON = date(2026, 11, 23)
PLAN, STATEMENT = "data/plan.yml", "data/accessibility.yml"
REVIEWED, EMAIL = "reviewed: 2026-11-01", "email: plan@example.org"

# code, old, new, lines from the change to the problem, words of the message, words of the mend
REFUSED = {
    "partially compliant with what": ("statement", CONTENT, "", -1, "not what is not accessible", "Add `content:`"),
    "not compliant with what": ("statement", f"compliance: partially compliant\n{CONTENT}", "compliance: not compliant\n", 0, "is not compliant, and not what", "Add `content:`"),
    "fully compliant but": ("statement", "compliance: partially", "compliance: fully", 0, "lists 2 kinds of content", "partially compliant"),
    "no criterion": ("statement", "    fails: [2.1.1 Keyboard]\n", "", -3, "which success criterion", "fails:"),
    "no day for mending": ("statement", "    mended_by: 2027-03-31\n", "", -4, "by when", "not published"),
    "no assessment of a burden": ("statement", "    assessment: It would cost more than the plan.\n", "", -4, "no assessment", "assessment:"),
    "mended in the past": ("stale-statement", "2027-03-31", "2026-11-22", 0, "mended by 2026-11-22, which is past", "delete the entry"),
    "reviewed over a year ago": ("stale-statement", REVIEWED, "reviewed: 2025-11-22", 0, "more than a year ago", "`reviewed`"),
    "reviewed before prepared": ("dates", REVIEWED, "reviewed: 2025-09-30", 0, "before it was prepared on 2025-10-01", "Change one"),
    "reviewed in the future": ("dates", REVIEWED, "reviewed: 2026-11-24", 0, "2026-11-24 is still to come", "on which it was done"),
    "prepared in the future": ("dates", f"prepared: 2025-10-01\n{REVIEWED}", "prepared: 2026-11-24\nreviewed: 2026-11-25", 0, "2026-11-24 is still", "was done"),
    "tested in the future": ("dates", "on: 2026-10-30", "on: 2026-12-01", 0, "2026-12-01 is still", "was done"),
    "law read in the future": ("dates", "  read_on: 2026-11-01", "  read_on: 2027-11-01", 0, "2027-11-01 is still", "was done"),
    "a nation without an enforcer": ("statement", "nation: Wales", "nation: Walse", 0, 'regulations in "Walse"', '"Wales"'),
    "a contact of its own without email": ("statement", "nation: Wales", "nation: Wales\ncontact:\n  phone: 01632 960101", 1, "no email address and no form", "form:"),
    # what the file itself must have
    "no reason": ("missing-field", "    reason: There are too many.\n", "", -2, '"reason" is missing', "`reason: …`"),
    "no scope": ("missing-field", "scope: the website of the Testshire plan\n", "", 0, '"scope" is missing', "`scope: …`"),
    "no test": ("wrong-value", "tested:\n  - how: With programs.\n    by: the office\n    on: 2026-10-30\n", "tested: []\n", 0, "nothing in it", ""),
    "an answer that the law does not know": ("wrong-value", "compliance: partially compliant", "compliance: mostly", 0, '"mostly"', '"not compliant"'),
    "a criterion without its number": ("wrong-value", "2.1.1 Keyboard", "Keyboard", 0, "number of a success criterion", "1.1.1 Non-text content"),
    "a number that no criterion has": ("wrong-value", "2.1.1 Keyboard", "2.1", 0, "number of a success criterion", "1.1.1"),
}  # fmt: skip
ALLOWED = {
    "reviewed a year ago to the day": (REVIEWED, "reviewed: 2025-11-23"),
    "reviewed today": (REVIEWED, "reviewed: 2026-11-23"),
    "to be mended today": ("2027-03-31", "2026-11-23"),
    "no day for mending published": ("2027-03-31", "not published"),
    "not shown to fail": ("fails: [2.1.1 Keyboard]", "not_shown: [2.1.1 Keyboard]"),
    "out of scope, so no criterion": ("ground: non-compliance\n    reason: It cannot be reached with a keyboard.\n    fails: [2.1.1 Keyboard]\n    mended_by: 2027-03-31", "ground: out of scope\n    reason: It is from 2015."),
    "fully compliant": (f"compliance: partially compliant\n{CONTENT}", "compliance: fully compliant\n"),
    "a form": ("nation: Wales", "nation: Wales\nform: https://example.org/form\ncontact:\n  phone: 01632 960101"),
}  # fmt: skip


def problems_of(folder: Path) -> tuple[Problem, ...]:
    return check_folder(folder, ON)[1]


@pytest.mark.parametrize(("code", "old", "new", "below", "message", "mend"), REFUSED.values(), ids=REFUSED)
def test_refused(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path, change: Change, code: str, old: str, new: str, below: int, message: str, mend: str
) -> None:
    line = change(STATEMENT, old, new) + below
    fitting = [problem for problem in problems_of(small_plan) if message in problem.message]
    assert [(found.code, found.place.file, found.place.line) for found in fitting] == [
        (code, STATEMENT, max(line, 1))
    ]
    assert mend in fitting[0].mend
    assert fitting[0].severity is Severity.ERROR


@pytest.mark.parametrize(("old", "new"), ALLOWED.values(), ids=ALLOWED)
def test_allowed(small_plan: Path, change: Change, old: str, new: str) -> None:
    change(STATEMENT, old, new)
    assert problems_of(small_plan) == ()


def test_nobody_can_report_a_barrier(small_plan: Path, change: Change) -> None:
    change(PLAN, EMAIL, "phone: 01632 960101")
    (problem,) = problems_of(small_plan)
    assert (problem.code, problem.place.file) == ("statement", STATEMENT)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("", ["no-statement"]),
        ("accessibility_statement: not published", []),
        ("accessibility_statement: https://example.org/accessibility", []),
        ("accessibility_statement: soon", ["wrong-value"]),
    ],
)
def test_a_plan_without_a_statement(small_plan: Path, change: Change, said: str, codes: list[str]) -> None:
    (small_plan / STATEMENT).unlink()
    change(PLAN, "reporting_months: 3", f"reporting_months: 3\n{said}")
    found = problems_of(small_plan)
    assert [problem.code for problem in found] == codes
    for problem in found:
        assert problem.place.file == PLAN
        assert (problem.severity is Severity.WARNING) == (problem.code == "no-statement")


def test_a_statement_and_an_address_of_another(small_plan: Path, change: Change) -> None:
    line = change(PLAN, "reporting_months: 3", "accessibility_statement: not published")
    found = [problem for problem in problems_of(small_plan) if problem.code == "statement"]
    assert [(problem.place.file, problem.place.line) for problem in found] == [(PLAN, line)]


def test_a_statement_goes_stale_while_the_plan_stays_as_it_is(small_plan: Path) -> None:
    loaded = load_plan(small_plan)
    for on, codes in (
        (date(2026, 11, 23), set()),
        (date(2027, 4, 1), {"stale-statement", "stale-report"}),
        (date(2027, 11, 1), {"stale-statement", "stale-report"}),
    ):
        assert {problem.code for problem in check_plan(loaded, on)} == codes


def test_the_statement_is_read(small_plan: Path) -> None:
    statement = load_plan(small_plan).plan.accessibility
    assert statement
    assert [one.what for one in statement.because_of(Ground.DISPROPORTIONATE_BURDEN)] == ["Old minutes"]
    assert statement.content[1].fails == ("1.1.1 Non-text content", "1.3.1")
    assert statement.enforcement
    assert statement.enforcement.enforcer == "The Commission"


def test_the_names_of_criteria_are_translated(small_plan: Path) -> None:
    loaded, _ = read_plan(small_plan)
    assert loaded
    found = [
        (one.text, one.place.line)
        for one in messages_of(loaded, small_plan)
        if one.context == "content: fails"
    ]
    assert [words for words, _ in found] == ["2.1.1 Keyboard", "1.1.1 Non-text content"]
    assert all(line for _, line in found)
