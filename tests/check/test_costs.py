# ruff: noqa: E501 (one case, one line)
"""A grant is money that was given; what actions cost is no more than their line gives their priority."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_plan
from plainplan.errors import Problem, Severity
from plainplan.load import load_plan

BUDGET, GRANTS, PRIORITY = "data/budget.yml", "data/grants.yml", "data/priorities/safer-roads.yml"
AWARDED = "awarded: 2026-05-01"
PAID_FROM = "        budget_line:\n"
SHARES = "        priorities:\n          - priority: safer-roads\n            amount: 80\n"
Change = Callable[[str, str, str], int]


def _problems(folder: Path) -> tuple[Problem, ...]:
    return check_plan(load_plan(folder), date(2026, 11, 23))


def _line_of(problem: Problem, folder: Path) -> str:
    lines = (folder / problem.place.file).read_text(encoding="utf-8").splitlines()
    return lines[problem.place.line - 1].strip()


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("amount: 10", "amount: 0", "sum", "amount is £0. A grant is more than nothing."),
        ("amount: 10", "amount: -5", "sum", "amount is -£5. A grant is more than nothing."),
        ("amount: 10", "amount: 10\n    applied: 0", "sum", "applied is £0. Whoever applies asks for more"),
        ("amount: 10", "amount: 10\n    disbursed: -0.01", "sum", "disbursed is -£0.01. Less than nothing"),
        (AWARDED, "awarded: 2026-11-24", "dates", "the award is dated 2026-11-24, which is still to come."),
    ],
)  # fmt: skip
def test_a_grant_that_cannot_be(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path, change: Change, old: str, new: str, code: str, words: str
) -> None:
    change(GRANTS, old, new)
    (problem,) = _problems(small_plan)
    assert words in problem.message
    assert (problem.code, problem.severity, problem.place.file) == (code, Severity.ERROR, GRANTS)
    assert _line_of(problem, small_plan) == new.splitlines()[-1].strip()
    assert problem.mend


@pytest.mark.parametrize(
    ("old", "new"),
    [("amount: 10", "amount: 10\n    disbursed: 0"), (AWARDED, "awarded: 2026-11-23")],
)
def test_a_grant_of_today_of_which_nothing_is_paid_yet(
    small_plan: Path, change: Change, old: str, new: str
) -> None:
    change(GRANTS, old, new)
    assert _problems(small_plan) == ()


def _cost(change: Change, cost: str, cost_is: str) -> None:
    change(PRIORITY, PAID_FROM, f"        cost: {cost}\n        cost_is: {cost_is}\n{PAID_FROM}")


@pytest.mark.parametrize(
    ("cost", "cost_is", "words"),
    [
        ("80", "a year", None),
        ("80.01", "a year", 'cost £80.01 a year, more than the £80 that the line gives to "safer-roads": £0.01 apart.'),
        ("80.01", "in 2026-27", 'more than the £80 that the line gives to "safer-roads": £0.01 apart.'),
        ("80.01", "in all", None),
        ("80.01", "in 2027-28", None),
        ("not published", "a year", None),
    ],
)  # fmt: skip
def test_costs_stay_within_what_the_line_gives(
    small_plan: Path, change: Change, cost: str, cost_is: str, words: str | None
) -> None:
    _cost(change, cost, cost_is)
    _is_warned_of(_problems(small_plan), words)


@pytest.mark.parametrize(
    ("cost", "words"),
    [("80.25", None), ("80.26", "cost £80.26 a year, more than the £80.25 of the line: £0.01 apart.")],
)
def test_a_line_that_shares_nothing_out_pays_for_every_priority(
    small_plan: Path, change: Change, cost: str, words: str | None
) -> None:
    change(BUDGET, SHARES, "")
    _cost(change, cost, "a year")
    _is_warned_of(_problems(small_plan), words)


def _is_warned_of(problems: tuple[Problem, ...], words: str | None) -> None:
    found = [problem for problem in problems if problem.code == "costs"]
    assert [problem.severity for problem in found] == ([Severity.WARNING] if words else [])
    assert all(words in problem.message for problem in found if words)
    assert all(problem.place.file == BUDGET for problem in found)


@pytest.mark.parametrize("cost_is", ["a year", "in all"])
def test_a_cost_of_a_priority_that_the_line_leaves_out(
    small_plan: Path, change: Change, cost_is: str
) -> None:
    (small_plan / "data/priorities/other.yml").write_text(
        "id: other\ntitle: Other\nsummary: A\n", encoding="utf-8"
    )
    change(BUDGET, "          - priority: safer-roads", "          - priority: other")
    _cost(change, "1", cost_is)
    (problem,) = [problem for problem in _problems(small_plan) if problem.code == "costs"]
    assert problem.message.endswith('but its priorities leave "safer-roads" out.')
    assert problem.severity is Severity.WARNING
