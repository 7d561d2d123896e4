"""Grants stay within the budget that pays for them, and say what the law asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from plainplan.check.arithmetic import apart, pounds, written_sum
from plainplan.check.rules import Findings
from plainplan.model import Grant
from plainplan.model.money import SpendingLine
from plainplan.model.totals import published
from plainplan.model.walk import Keys

_PENNY = Decimal("0.01")
_LEAST = {
    "amount": "A grant is more than nothing.",
    "applied": "Whoever applies asks for more than nothing.",
    "disbursed": "Less than nothing cannot be paid out.",
}
_MENDS = {
    "amount": "Correct it, or write `not published`. If nothing was given after all, leave the grant out.",
    "applied": "Correct it, or leave it out.",
    "disbursed": "Correct it. Where nothing was paid out yet, write 0.",
}
_MEND = "Check the amounts and budget lines in data/grants.yml."


def check_grants(findings: Findings) -> None:
    """Grants against their line and the share of their priority, what was paid out, and their details."""
    by_line: dict[tuple[str, str], list[Grant]] = defaultdict(list)
    for index, grant in enumerate(findings.plan.grants):
        if grant.budget_line:
            by_line[grant.budget_line.year, grant.budget_line.line].append(grant)
        _check_amounts(findings, grant, ("grants", index))
        _check_paid_out(findings, grant, ("grants", index))
        _check_details(findings, grant, ("grants", index))
    for index, year in enumerate(findings.plan.budget):
        for number, line in enumerate(year.spending):
            _check_line(findings, line, by_line[year.id, line.id], ("budget", index, "spending", number))


def _check_line(findings: Findings, line: SpendingLine, grants: list[Grant], keys: Keys) -> None:
    if isinstance(line.amount, Decimal):
        _check_within(findings, grants, line.amount, "of the line", (*keys, "amount"))
    for place, share in enumerate(line.priorities):
        given = [grant for grant in grants if grant.priority == share.priority]
        whole = f'that the line gives to "{share.priority}"'
        _check_within(findings, given, share.amount, whole, (*keys, "priorities", place, "amount"))
    shared = {share.priority for share in line.priorities}
    others = sorted({grant.priority for grant in grants if grant.priority} - shared) if shared else []
    for priority in others:
        given = [grant for grant in grants if grant.priority == priority]
        if amounts := published(given):
            message = (
                f'grants from it for "{priority}": {written_sum(amounts)}, but its priorities leave that out.'
            )
            findings.add("sum", (*keys, "priorities"), message, "Add its share, or correct data/grants.yml.")


def _check_within(
    findings: Findings, grants: Iterable[Grant], limit: Decimal, whole: str, keys: Keys
) -> None:
    amounts = published(grants)
    total = sum(amounts, Decimal(0))
    if amounts and total > limit:
        message = (
            f"grants from it: {written_sum(amounts)}, more than the {pounds(limit)} {whole}: "
            f"{apart(total, limit)}."
        )
        findings.add("sum", keys, message, _MEND)


def _check_amounts(findings: Findings, grant: Grant, keys: Keys) -> None:
    """A grant is money given: none is of £0, and what is paid back is no grant."""
    for name, least in (("amount", _PENNY), ("applied", _PENNY), ("disbursed", Decimal(0))):
        amount = getattr(grant, name)
        if isinstance(amount, Decimal) and amount < least:
            message = f"{name} is {pounds(amount)}. {_LEAST[name]}"
            findings.add("sum", (*keys, name), message, _MENDS[name])


def _check_paid_out(findings: Findings, grant: Grant, keys: Keys) -> None:
    if isinstance(grant.amount, Decimal) and grant.disbursed is not None and grant.disbursed > grant.amount:
        message = (
            f"{pounds(grant.disbursed)} was paid out, more than the {pounds(grant.amount)} awarded: "
            f"{apart(grant.disbursed, grant.amount)}."
        )
        findings.add("sum", (*keys, "disbursed"), message, "Correct one of the two.")


def _check_details(findings: Findings, grant: Grant, keys: Keys) -> None:
    """The Elected Local Policing Bodies (Specified Information) Order 2011, Schedule, paragraph 3(f)."""
    missing = [name for name in ("conditions", "reasons") if getattr(grant, name) is None]
    if missing:
        message = (
            f"it has no {' and no '.join(missing)}. Paragraph 3(f) of the Schedule to the Specified "
            "Information Order 2011 asks for the conditions, the recipient, the purpose and the reasons of "
            "each grant."
        )
        mend = "Add `conditions` (write that there are none, if so) and `reasons` in a few words."
        findings.add("grant-details", keys, message, mend)
