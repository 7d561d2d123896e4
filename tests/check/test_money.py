# ruff: noqa: E501 (one case, one line)
"""A penny too much or too little is an error that shows the whole sum, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.check import check_plan
from plainplan.check.arithmetic import pounds, written_sum
from plainplan.errors import Problem, Severity
from plainplan.load import load_plan

BUDGET, GRANTS = "data/budget.yml", "data/grants.yml"
Change = Callable[[str, str, str], int]
YEARS = """\
years:
  - id: 2025-26
    status: outturn
    precept:
      band_d: 256.32
    reserves:
      opening: 4
      movement: 1
      closing: 5
      lines:
        - id: general
          title: General
          opening: 3
          movement: 1
          closing: 4
        - id: radios
          title: Radios
          opening: 1
          movement: 0
          closing: 1
  - id: 2026-27
    status: approved
    funding:
      - id: grant
        title: Grant
        amount: 100.50
        percent: 27.0
      - id: precept
        title: Precept
        amount: 271.32
        percent: 73.0
    funding_total: 371.82
    spending:
      - id: roads
        title: Roads
        amount: 250
        percent: 67
        passed_to_chief_constable: true
        priorities:
          - priority: safer-roads
            amount: 80
      - id: victims
        title: Victims
        amount: 122.82
        percent: 33
    spending_total: 372.82
    passed_to_chief_constable:
      amount: 250
      percent: 67.1
    precept:
      band_d: 271.32
      band_d_before: 256.32
      tax_base: 1
      funding_line: precept
      bands:
        - band: A
          amount: 180.88
        - band: H
          amount: 542.64
    reserves:
      opening: 5
      movement: -1
      closing: 4
      lines:
        - id: general
          title: General
          opening: 4
          movement: -2.50
          closing: 1.50
        - id: radios
          title: Radios
          opening: 1
          movement: 1.50
          closing: 2.50
    capital:
      - id: vans
        title: Vans
        amount: 20
      - id: roofs
        title: Roofs
        amount: 30.40
    capital_total: 50.40
    capital_funding:
      - id: loan
        title: Loan
        amount: 50
        percent: 99.2
      - id: sales
        title: Sales
        amount: 0.40
        percent: 0.8
    savings:
      - id: buying
        title: Buying together
        amount: 7
      - id: posts
        title: Posts
        amount: 3
    savings_total: 10
"""
PENNIES = [
    ("funding_total: 371.82", "funding_total: 371.83", "", "the funding: £100.50 + £271.32 = £371.82, but the total says £371.83: £0.01 apart."),
    ("spending_total: 372.82", "spending_total: 372.81", "", "the spending: £250 + £122.82 = £372.82, but the total says £372.81: £0.01 apart."),
    ("capital_total: 50.40", "capital_total: 50.41", "", "the capital: £20 + £30.40 = £50.40, but the total says £50.41: £0.01 apart."),
    ("savings_total: 10", "savings_total: 10.01", "", "the savings: £7 + £3 = £10, but the total says £10.01: £0.01 apart."),
    ("amount: 100.50", "amount: 100.51", "funding_total: 371.82", "the funding: £100.51 + £271.32 = £371.83, but the total says £371.82: £0.01 apart."),
    ("amount: 100.50", "amount: 100.51", "funding:", "spending £372.82 - reserves £1 = £371.82, but funding £371.83: £0.01 apart."),
    ("amount: 122.82", "amount: 122.83", "funding:", "spending £372.83 - reserves £1 = £371.83, but funding £371.82: £0.01 apart."),
    ("amount: 0.40", "amount: 0.41", "capital_funding:", "the capital spending: £50 + £0.41 = £50.41, but the capital spending is £50.40: £0.01 apart."),
    ("    passed_to_chief_constable:\n      amount: 250", "    passed_to_chief_constable:\n      amount: 250.01", "amount: 250.01", "what passes to the chief constable: £250, but the amount stated is £250.01: £0.01 apart."),
    ("amount: 80", "amount: 250.01", "priorities:", "its priorities are given £250.01, more than the £250 of the line: £0.01 apart."),
    ("      closing: 4\n      lines", "      closing: 4.01\n      lines", "closing: 4.01", "opening and movement: £5 - £1 = £4, but closing says £4.01: £0.01 apart."),
    ("closing: 1.50", "closing: 1.51", "", "opening and movement: £4 - £2.50 = £1.50, but closing says £1.51: £0.01 apart."),
    ("closing: 2.50", "closing: 2.49", "closing: 4", "reserves at the end: £1.50 + £2.49 = £3.99, but the total says £4: £0.01 apart."),
    ("movement: 1.50", "movement: 1.51", "movement: -1", "movement of reserves: -£2.50 + £1.51 = -£0.99, but the total says -£1: £0.01 apart."),
    ("      opening: 5", "      opening: 5.01", "", "reserves at the start: £4 + £1 = £5, but the total says £5.01: £0.01 apart."),
    ("      opening: 5", "      opening: 5.01", "", "2025-26 closes with £5, but this year opens with £5.01: £0.01 apart."),
    ("          opening: 4\n", "          opening: 4.01\n", "", "2025-26 closes with £4, but this year opens with £4.01: £0.01 apart."),
    ("amount: 180.88", "amount: 180.89", "", "band A: £271.32 x 6 / 9 = £180.88, but it says £180.89: £0.01 apart."),
    ("amount: 542.64", "amount: 542.63", "", "band H: £271.32 x 18 / 9 = £542.64, but it says £542.63: £0.01 apart."),
    ("amount: 271.32", "amount: 271.33", "", "1 homes x £271.32 = £271.32, but the line says £271.33: £0.01 apart."),
    ("band_d_before: 256.32", "band_d_before: 256.33", "", "stated as £256.33, but the budget of 2025-26 says £256.32: £0.01 apart."),
    ("percent: 27.0", "percent: 27.1", "", "£100.50 / £371.82 is 27.03% of the funding, but it says 27.1%."),
    ("percent: 99.2", "percent: 99.1", "", "£50 / £50.40 is 99.21% of the capital funding, but it says 99.1%."),
    ("percent: 67\n", "percent: 68\n", "", "£250 / £372.82 is 67.1% of the spending, but it says 68%."),
    ("percent: 67.1", "percent: 67.0", "", "£250 / £372.82 is 67.06% of the spending and £250 / £371.82 is 67.24% of the funding, but the share"),
]  # fmt: skip
"""What is changed to what, the line that the error points to (empty: the changed one), what it says."""


@pytest.fixture
def plan(small_plan: Path) -> Path:
    """The tiny plan with a budget of all that a budget can hold."""
    (small_plan / BUDGET).write_text(YEARS, encoding="utf-8")
    return small_plan


def _problems(folder: Path) -> tuple[Problem, ...]:
    return check_plan(load_plan(folder), date(2026, 11, 23))


def test_a_budget_that_adds_up_has_no_problem(plan: Path) -> None:
    assert _problems(plan) == ()


@pytest.mark.parametrize(("old", "new", "at", "words"), PENNIES)
def test_a_planted_penny(  # noqa: PLR0913, PLR0917  # the columns of its table
    plan: Path, change: Change, old: str, new: str, at: str, words: str
) -> None:
    change(BUDGET, old, new)
    (problem,) = [problem for problem in _problems(plan) if words in problem.message]
    assert (problem.place.file, problem.code, problem.severity) == (BUDGET, "sum", Severity.ERROR)
    assert _line_of(problem, plan) == (at or new.strip())
    assert problem.mend


def _line_of(problem: Problem, folder: Path) -> str:
    return (
        (folder / problem.place.file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1].strip()
    )


@pytest.mark.parametrize(
    ("amount", "words", "at"),
    [
        (
            "80.01",
            'grants from it: £80.01, more than the £80 that the line gives to "safer-roads"',
            "amount: 80",
        ),
        ("250.01", "grants from it: £250.01, more than the £250 of the line: £0.01 apart.", "amount: 250"),
    ],
)
def test_grants_a_penny_above_their_budget(
    plan: Path, change: Change, amount: str, words: str, at: str
) -> None:
    change(GRANTS, "amount: 10", f"amount: {amount}")
    (problem,) = [problem for problem in _problems(plan) if words in problem.message]
    assert (problem.place.file, problem.code, _line_of(problem, plan)) == (BUDGET, "sum", at)


def test_grants_for_a_priority_that_the_line_leaves_out(plan: Path, change: Change) -> None:
    (plan / "data/priorities/other.yml").write_text("id: other\ntitle: Other\nsummary: A\n", encoding="utf-8")
    change(BUDGET, "          - priority: safer-roads", "          - priority: other")
    (problem,) = [problem for problem in _problems(plan) if problem.code == "sum"]
    assert problem.message == 'grants from it for "safer-roads": £10, but its priorities leave that out.'


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "words"),
    [
        (GRANTS, "amount: 10", "amount: 10\n    disbursed: 10.01", "sum", "£10.01 was paid out, more than the £10"),
        (GRANTS, "    conditions: Report once a year.\n", "", "grant-details", "no conditions. Paragraph 3(f)"),
        (GRANTS, "    reasons: Drivers who are seen slow down.\n", "", "grant-details", "it has no reasons. Para"),
        (BUDGET, "funding_line: precept", "funding_line: percept", "unknown-reference", 'no funding line "percept"'),
        (BUDGET, "- band: H", "- band: A", "duplicate-id", "band A stands here twice"),
        (BUDGET, "- band: H", "- band: I", "figure", "band I is above the highest band, which is H"),
        (BUDGET, "- id: posts", "- id: buying", "duplicate-id", "another savings line"),
        (BUDGET, "- id: sales", "- id: loan", "duplicate-id", "another capital funding line"),
    ],
)  # fmt: skip
def test_other_faults_of_money(  # noqa: PLR0913, PLR0917  # the columns of its table
    plan: Path, change: Change, file: str, old: str, new: str, code: str, words: str
) -> None:
    change(file, old, new)
    assert [problem.code for problem in _problems(plan) if words in problem.message] == [code]


def test_shares_that_cannot_be_100_percent(plan: Path, change: Change) -> None:
    change(BUDGET, "amount: 100.50", "amount: not published")
    change(BUDGET, "funding_total: 371.82", "funding_total: not published")
    change(BUDGET, "percent: 27.0", "percent: 26.8")
    (problem,) = _problems(plan)
    assert problem.message.startswith("shares of the funding: 26.8% + 73.0% = 99.8%")
    change(BUDGET, "percent: 26.8", "percent: 26.9")  # as far as rounding can take two shares
    assert _problems(plan) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("amount: 100.50\n        percent: 27.0", "amount: not published"),
        ("amount: 122.82\n        percent: 33", "amount: not published"),
        ("amount: 30.40", "amount: not published"),
        ("amount: 7\n", "amount: not published\n"),
        ("    passed_to_chief_constable:\n      amount: 250", "    passed_to_chief_constable:\n      amount: not published"),
    ],
)  # fmt: skip
def test_what_was_not_published_is_not_taken_for_nothing(
    plan: Path, change: Change, old: str, new: str
) -> None:
    change(BUDGET, old, new)
    assert [problem for problem in _problems(plan) if problem.code == "sum"] == []


def test_what_is_drawn_from_reserves_does_not_come_in(plan: Path, change: Change) -> None:
    drawn = "      - id: drawn\n        title: Drawn\n        amount: 1\n        from_reserves: true\n"
    change(BUDGET, "    funding_total: 371.82", f"{drawn}    funding_total: 372.82")
    change(BUDGET, "amount: 100.50\n        percent: 27.0", "amount: 100.50")
    change(BUDGET, "amount: 271.32\n        percent: 73.0", "amount: 271.32")
    assert [problem for problem in _problems(plan) if problem.code == "sum"] == []
    change(BUDGET, "        from_reserves: true\n", "")
    (problem,) = [problem for problem in _problems(plan) if problem.code == "sum"]
    assert problem.message == "spending £372.82 - reserves £1 = £371.82, but funding £372.82: £1 apart."


def test_what_reserves_pay_for_capital_leaves_them(plan: Path, change: Change) -> None:
    change(BUDGET, "amount: 0.40\n", "amount: 0.40\n        from_reserves: true\n")
    (problem,) = _problems(plan)
    assert problem.message == (
        "spending £372.82 - reserves £1 + reserves for capital £0.40 = £372.22, but funding £371.82: £0.40 apart."
    )


@given(amounts=st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=2, max_size=40))
def test_a_written_sum_can_be_followed(amounts: list[Decimal]) -> None:
    terms, _, total = written_sum(amounts).partition(" = ")
    assert total == pounds(sum(amounts, Decimal(0)))
    if len(amounts) <= 12:
        shown = terms.replace("£", "").replace(",", "").replace("- ", "-").replace("+ ", "")
        assert [Decimal(term) for term in shown.split()] == amounts
    else:
        assert f"({len(amounts) - 11} more amounts)" in terms
