"""Money adds up to the penny, and figures do not contradict themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from plainplan.check.rules import Findings
from plainplan.model.measure import Measure, Observation
from plainplan.model.money import BudgetYear
from plainplan.model.walk import Keys


def check_sums(findings: Findings) -> None:
    """Totals are the sums of their lines, funding is spending and reserves, grants stay within their line."""
    for index, year in enumerate(findings.plan.budget):
        keys: Keys = ("budget", index)
        _check_total(findings, "funding", year.funding, year.funding_total, (*keys, "funding_total"))
        _check_total(findings, "spending", year.spending, year.spending_total, (*keys, "spending_total"))
        _check_total(findings, "capital", year.capital, year.capital_total, (*keys, "capital_total"))
        _check_balance(findings, year, keys)
        _check_reserves(findings, year, keys)
        _check_passed_on(findings, year, keys)
        _check_shares(findings, year, keys)
    _check_grants(findings)
    for index, measure in enumerate(findings.plan.measures):
        _check_figures(findings, measure, ("measures", index))


def pounds(amount: Decimal) -> str:
    """£1,250,000 or £1,250.50: exact, for the words of a problem."""
    sign = "-" if amount < 0 else ""
    digits = f"{abs(amount):,.2f}".removesuffix(".00")
    return f"{sign}£{digits}"


def _sum(lines: Iterable[object]) -> Decimal | None:
    """The sum of the lines' amounts, or None where one of them was not published."""
    amounts = [getattr(line, "amount", None) for line in lines]
    if not amounts or not all(isinstance(amount, Decimal) for amount in amounts):
        return None
    return sum((amount for amount in amounts if isinstance(amount, Decimal)), Decimal(0))


def _differ(findings: Findings, keys: Keys, stated: Decimal, worked_out: Decimal, words: str) -> None:
    """Note it where the two differ. `words` has a `{}` for each."""
    if stated != worked_out:
        said = words.format(pounds(stated), pounds(worked_out))
        message = f"{said}: {pounds(abs(stated - worked_out))} apart."
        findings.add("sum", keys, message, "Correct the total or the line that is wrong.")


def _check_total(findings: Findings, what: str, lines: Iterable[object], total: object, keys: Keys) -> None:
    worked_out = _sum(lines)
    if isinstance(total, Decimal) and worked_out is not None:
        words = f"the {what} total is stated as {{}}, but its lines add up to {{}}"
        _differ(findings, keys, total, worked_out, words)


def _check_balance(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    funding, spending = _sum(year.funding), _sum(year.spending)
    if funding is None or spending is None:
        return
    movement = year.reserves.movement if year.reserves else Decimal(0)
    words = (
        "the funding is stated as {}, but spending and what goes into reserves (or comes out of them) "
        "add up to {}"
    )
    _differ(findings, (*keys, "funding"), funding, spending + movement, words)


def _check_reserves(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    if reserves := year.reserves:
        expected = reserves.opening + reserves.movement
        words = "the closing balance of reserves is stated as {}, but opening and movement give {}"
        _differ(findings, (*keys, "reserves", "closing"), reserves.closing, expected, words)


def _check_passed_on(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    flagged = [line for line in year.spending if line.passed_to_chief_constable]
    worked_out, passed = _sum(flagged), year.passed_to_chief_constable
    if passed and isinstance(passed.amount, Decimal) and worked_out is not None:
        way = (*keys, "passed_to_chief_constable", "amount")
        words = "what passes to the chief constable is stated as {}, but the lines marked so make {}"
        _differ(findings, way, passed.amount, worked_out, words)


def _check_shares(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    for index, line in enumerate(year.spending):
        shared = sum((share.amount for share in line.priorities), Decimal(0))
        if isinstance(line.amount, Decimal) and shared > line.amount:
            message = (
                f"its priorities are given {pounds(shared)}, more than the {pounds(line.amount)} of the line."
            )
            findings.add(
                "sum", (*keys, "spending", index, "priorities"), message, "Lower a share, or raise the line."
            )


def _check_grants(findings: Findings) -> None:
    given: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for grant in findings.plan.grants:
        if grant.budget_line and isinstance(grant.amount, Decimal):
            given[grant.budget_line.year, grant.budget_line.line] += grant.amount
    for index, year in enumerate(findings.plan.budget):
        for number, line in enumerate(year.spending):
            total = given[year.id, line.id]
            if isinstance(line.amount, Decimal) and total > line.amount:
                more = f"more than the {pounds(line.amount)} of the line."
                message = f"grants from it add up to {pounds(total)}, {more}"
                keys: Keys = ("budget", index, "spending", number, "amount")
                findings.add("sum", keys, message, "Check the amounts and budget lines in data/grants.yml.")


def _check_figures(findings: Findings, measure: Measure, keys: Keys) -> None:
    values = {figure.period: figure.value for figure in measure.series}
    baseline, target = measure.baseline, measure.target
    if target and not baseline:
        mend = "Add a baseline: the period and the value before the plan began."
        findings.add("target-without-baseline", (*keys, "target"), "it has a target and no baseline.", mend)
    there = values.get(baseline.period) if baseline else None
    if baseline and there is not None and there != baseline.value:
        message = f"the baseline is {baseline.value}, but the series has {there} for {baseline.period}."
        findings.add("figure", (*keys, "baseline"), message, "Make the two agree.")
    _check_series(findings, measure.series, (*keys, "series"))
    for place, breakdown in enumerate(measure.breakdowns):
        for number, part in enumerate(breakdown.parts):
            _check_series(findings, part.series, (*keys, "breakdowns", place, "parts", number, "series"))


def _check_series(findings: Findings, series: tuple[Observation, ...], keys: Keys) -> None:
    for index, figure in enumerate(series):
        way = (*keys, index)
        if not isinstance(figure.value, Decimal):
            if not figure.reason:
                mend = "Add `reason: …` in a few words."
                findings.add("figure", way, "it does not say why the value is not available.", mend)
            continue
        low = figure.low if figure.low is not None else figure.value
        high = figure.high if figure.high is not None else figure.value
        if not low <= figure.value <= high:
            message = f"{figure.value} is outside its own confidence interval ({low} to {high})."
            findings.add("figure", way, message, "Check the three figures.")
