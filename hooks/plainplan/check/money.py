"""Money adds up to the penny. Each problem shows the sum."""

from __future__ import annotations

from decimal import Decimal

from plainplan.check.arithmetic import apart, check_lines, pounds, written_sum
from plainplan.check.costs import check_costs
from plainplan.check.grants import check_grants
from plainplan.check.percentages import check_percentages
from plainplan.check.precept import check_precept
from plainplan.check.reserves import check_reserves
from plainplan.check.rules import Findings
from plainplan.model.money import BudgetYear
from plainplan.model.totals import published, stated_or_sum, sum_of, sum_or_stated
from plainplan.model.walk import Keys

_TOTAL = "the total says"


def check_money(findings: Findings) -> None:
    """Totals are the sums of their lines, years follow one another, grants and costs stay within a line."""
    for index, year in enumerate(findings.plan.budget):
        keys: Keys = ("budget", index)
        for name in ("funding", "spending", "capital", "savings"):
            total = f"{name}_total"
            check_lines(
                findings, (*keys, total), f"the {name}", getattr(year, name), getattr(year, total), _TOTAL
            )
        _check_capital(findings, year, keys)
        _check_balance(findings, year, keys)
        _check_passed_on(findings, year, keys)
        _check_shares(findings, year, keys)
        check_reserves(findings, year, keys)
        check_percentages(findings, year, keys)
        check_precept(findings, year, keys)
    check_grants(findings)
    check_costs(findings)


def _check_capital(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    needed = sum_or_stated(year.capital, year.capital_total)
    paid_by = sum_of(year.capital_funding)
    if needed is not None and paid_by is not None and needed != paid_by:
        message = (
            f"what pays for the capital spending: {written_sum(published(year.capital_funding))}, "
            f"but the capital spending is {pounds(needed)}: {apart(needed, paid_by)}."
        )
        mend = "Correct a line of capital or of capital_funding."
        findings.add("sum", (*keys, "capital_funding"), message, mend)


def _check_balance(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    """What comes in is spent or put into reserves. What is drawn from reserves does not come in."""
    funding = sum_or_stated(year.funding, year.funding_total)
    spending = sum_or_stated(year.spending, year.spending_total)
    if funding is None or spending is None:
        return
    drawn = _from_reserves(year.funding)
    drawn_for_capital = _from_reserves(year.capital_funding)
    movement = year.reserves.movement if year.reserves else Decimal(0)
    coming_in, going_out = funding - drawn, spending + movement + drawn_for_capital
    if coming_in != going_out:
        comes = f"funding {pounds(funding)}"
        if drawn:
            comes += f" - from reserves {pounds(drawn)} = {pounds(coming_in)}"
        goes = f"spending {pounds(spending)} {_signed('reserves', movement)}"
        if drawn_for_capital:
            goes += f" {_signed('reserves for capital', drawn_for_capital)}"
        message = f"{goes} = {pounds(going_out)}, but {comes}: {apart(coming_in, going_out)}."
        mend = (
            "Correct the line that is wrong, or the movement of reserves "
            "(what goes in has no sign, what is taken out a minus)."
        )
        findings.add("sum", (*keys, "funding"), message, mend)


def _from_reserves(lines: tuple[object, ...]) -> Decimal:
    drawn = (getattr(line, "amount", None) for line in lines if getattr(line, "from_reserves", False))
    return sum((amount for amount in drawn if isinstance(amount, Decimal)), Decimal(0))


def _signed(what: str, amount: Decimal) -> str:
    return f"{'-' if amount < 0 else '+'} {what} {pounds(abs(amount))}"


def _check_passed_on(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    if passed := year.passed_to_chief_constable:
        way = (*keys, "passed_to_chief_constable", "amount")
        flagged = [line for line in year.spending if line.passed_to_chief_constable]
        what = "what passes to the chief constable"
        check_lines(findings, way, what, flagged, passed.amount, "the amount stated is")
        amount = stated_or_sum(passed.amount, flagged)
        spending = stated_or_sum(year.spending_total, year.spending)
        if amount is not None and spending is not None and amount > spending:
            message = f"{what} is {pounds(amount)}, more than the whole spending of {pounds(spending)}."
            findings.add("sum", way, message, "Check both amounts.")


def _check_shares(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    for index, line in enumerate(year.spending):
        way: Keys = (*keys, "spending", index, "priorities")
        shared = [share.amount for share in line.priorities]
        total = sum(shared, Decimal(0))
        if shared and isinstance(line.amount, Decimal) and total > line.amount:
            message = (
                f"its priorities are given {written_sum(shared)}, more than the {pounds(line.amount)} "
                f"of the line: {apart(total, line.amount)}."
            )
            findings.add("sum", way, message, "Lower a share, or raise the line.")
