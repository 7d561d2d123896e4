"""What the actions of a priority cost is no more than their budget line gives that priority."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from plainplan.check.arithmetic import apart, pounds, written_sum
from plainplan.check.rules import Findings
from plainplan.model.money import SpendingLine
from plainplan.model.walk import ActionInPlan, Keys, walk_actions

_MEND = (
    "Correct the costs, or the line in data/budget.yml. If another line pays, name that one in budget_line "
    "of the action; if somebody else pays, leave budget_line out."
)


def check_costs(findings: Findings) -> None:
    """Costs of a year against the share of the priority; a line that shares nothing out serves every one."""
    paid_from: dict[tuple[str, str], list[ActionInPlan]] = defaultdict(list)
    for item in walk_actions(findings.plan):
        if (named := item.action.budget_line) and isinstance(item.action.cost, Decimal):
            paid_from[named.year, named.line].append(item)
    for index, year in enumerate(findings.plan.budget):
        for number, line in enumerate(year.spending):
            keys: Keys = ("budget", index, "spending", number)
            _check_line(findings, line, paid_from[year.id, line.id], keys)


def _check_line(findings: Findings, line: SpendingLine, items: list[ActionInPlan], keys: Keys) -> None:
    yearly = [item for item in items if _is_of_the_year(item)]
    if isinstance(line.amount, Decimal):
        _check_within(findings, yearly, line.amount, "of the line", (*keys, "amount"))
    for place, share in enumerate(line.priorities):
        own = [item for item in yearly if item.priority.id == share.priority]
        whole = f'that the line gives to "{share.priority}"'
        _check_within(findings, own, share.amount, whole, (*keys, "priorities", place, "amount"))
    shared = {share.priority for share in line.priorities}
    if shared:
        for priority in sorted({item.priority.id for item in items} - shared):
            names = ", ".join(f'"{item.action.id}"' for item in items if item.priority.id == priority)
            message = f'it is to pay for {names}, but its priorities leave "{priority}" out.'
            mend = "Add the share of that priority, or correct budget_line of the action."
            findings.add("costs", (*keys, "priorities"), message, mend)


def _is_of_the_year(item: ActionInPlan) -> bool:
    """Whether the cost is one of the year of its line. What is meant in all may fall to several years."""
    named = item.action.budget_line
    return named is not None and item.action.cost_is in ("a year", f"in {named.year}")


def _check_within(
    findings: Findings, items: list[ActionInPlan], limit: Decimal, whole: str, keys: Keys
) -> None:
    costs = [item.action.cost for item in items if isinstance(item.action.cost, Decimal)]
    total = sum(costs, Decimal(0))
    if costs and total > limit:
        names = ", ".join(f'"{item.action.id}"' for item in items)
        message = (
            f"actions that it pays for ({names}) cost {written_sum(costs)} a year, more than the "
            f"{pounds(limit)} {whole}: {apart(total, limit)}."
        )
        findings.add("costs", keys, message, _MEND)
