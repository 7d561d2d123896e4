"""Published percentages are what the amounts give, as rounded, and add up to 100%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from plainplan.check.arithmetic import pounds
from plainplan.check.rules import Findings
from plainplan.model.money import BudgetYear, FundingLine, SpendingLine
from plainplan.model.totals import is_share, rounding_of, stated_or_sum, sum_or_stated
from plainplan.model.walk import Keys

_WHOLE = 100


def check_percentages(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    """The shares of funding, of spending, of capital funding, and of what passes to the chief constable."""
    wholes = {
        "funding": sum_or_stated(year.funding, year.funding_total),
        "spending": sum_or_stated(year.spending, year.spending_total),
        "capital_funding": sum_or_stated(year.capital_funding, None),
    }
    for name, whole in wholes.items():
        lines: Sequence[FundingLine | SpendingLine] = getattr(year, name)
        words = name.replace("_", " ")
        _check_each(findings, lines, words, whole, (*keys, name))
        _check_all(findings, lines, words, (*keys, name))
    _check_passed_on(findings, year, wholes, keys)


def _check_each(
    findings: Findings,
    lines: Sequence[FundingLine | SpendingLine],
    name: str,
    whole: Decimal | None,
    keys: Keys,
) -> None:
    if whole is None or whole <= 0:
        return
    for number, line in enumerate(lines):
        if isinstance(line.percent, Decimal) and isinstance(line.amount, Decimal):
            if is_share(line.percent, line.amount, whole):
                continue
            message = (
                f"{_division(line.amount, whole, line.percent)} of the {name}, but it says {line.percent}%."
            )
            findings.add("sum", (*keys, number, "percent"), message, "Correct the percentage or the amount.")


def _check_all(
    findings: Findings, lines: Sequence[FundingLine | SpendingLine], name: str, keys: Keys
) -> None:
    """Rounded shares may miss 100% by as much as rounding them can take or add."""
    shares = [line.percent for line in lines if isinstance(line.percent, Decimal)]
    if not shares or len(shares) < len(lines):
        return
    total, slack = sum(shares, Decimal(0)), sum(map(rounding_of, shares), Decimal(0))
    if abs(total - _WHOLE) > slack:
        written = " + ".join(f"{share}%" for share in shares)
        message = f"shares of the {name}: {written} = {total}%, and rounding cannot make that 100%."
        findings.add("sum", keys, message, "Correct the percentage that is wrong.")


def _check_passed_on(
    findings: Findings, year: BudgetYear, wholes: dict[str, Decimal | None], keys: Keys
) -> None:
    """Some plans state it as a share of the spending, others of the funding."""
    passed = year.passed_to_chief_constable
    if passed is None or not isinstance(passed.percent, Decimal):
        return
    amount = stated_or_sum(passed.amount, [line for line in year.spending if line.passed_to_chief_constable])
    known = {name: wholes[name] for name in ("spending", "funding") if wholes[name]}
    if amount is None or not known or any(is_share(passed.percent, amount, one) for one in known.values()):
        return
    said = " and ".join(
        f"{_division(amount, whole, passed.percent)} of the {name}" for name, whole in known.items() if whole
    )
    message = f"{said}, but the share that passes to the chief constable is stated as {passed.percent}%."
    way = (*keys, "passed_to_chief_constable", "percent")
    findings.add("sum", way, message, "Correct the percentage or the amount.")


def _division(part: Decimal, whole: Decimal, like: Decimal) -> str:
    """`£1 is 33.3% of £3`, with one digit more than the share that it is held against."""
    digits = Decimal(1).scaleb(min(int(like.as_tuple().exponent), 0) - 1)
    share = (part * _WHOLE / whole).quantize(digits, ROUND_HALF_UP)
    return f"{pounds(part)} / {pounds(whole)} is {share}%"
