"""Reserves: what was there, what came or went, what is left. Each year begins where the last one ended."""

from __future__ import annotations

from decimal import Decimal

from plainplan.check.arithmetic import apart, pounds, written_sum
from plainplan.check.rules import Findings
from plainplan.model.money import BudgetYear, ReserveLine, Reserves
from plainplan.model.walk import Keys

_PARTS = {
    "opening": "reserves at the start",
    "movement": "movement of reserves",
    "closing": "reserves at the end",
}


def check_reserves(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    """Opening and movement make the closing balance, lines make the totals, years follow on."""
    reserves, way = year.reserves, (*keys, "reserves")
    if reserves is None:
        return
    _check_closing(findings, reserves, way)
    for number, line in enumerate(reserves.lines):
        _check_closing(findings, line, (*way, "lines", number))
    for part, name in _PARTS.items() if reserves.lines else ():
        amounts = [getattr(line, part) for line in reserves.lines]
        total, stated = sum(amounts, Decimal(0)), getattr(reserves, part)
        if total != stated:
            said = f"{written_sum(amounts)}, but the total says {pounds(stated)}: {apart(total, stated)}."
            mend = "Correct the total or the line that is wrong."
            findings.add("sum", (*way, part), f"{name}: {said}", mend)
    _check_opening(findings, year, reserves, way)


def _check_closing(findings: Findings, reserves: Reserves | ReserveLine, way: Keys) -> None:
    expected = reserves.opening + reserves.movement
    if reserves.closing != expected:
        message = (
            f"opening and movement: {written_sum([reserves.opening, reserves.movement])}, "
            f"but closing says {pounds(reserves.closing)}: {apart(reserves.closing, expected)}."
        )
        mend = "Correct the amount that is wrong. What is taken out has a minus."
        findings.add("sum", (*way, "closing"), message, mend)


def _check_opening(findings: Findings, year: BudgetYear, reserves: Reserves, way: Keys) -> None:
    before = next((other for other in findings.plan.budget if other.id == year.before), None)
    if before is None or before.reserves is None:
        return
    _compare(findings, before, before.reserves.closing, reserves.opening, (*way, "opening"))
    closing = {line.id: line.closing for line in before.reserves.lines}
    for number, line in enumerate(reserves.lines):
        if line.id in closing:
            _compare(findings, before, closing[line.id], line.opening, (*way, "lines", number, "opening"))


def _compare(findings: Findings, before: BudgetYear, closing: Decimal, opening: Decimal, way: Keys) -> None:
    if closing != opening:
        message = (
            f"{before.id} closes with {pounds(closing)}, but this year opens with {pounds(opening)}: "
            f"{apart(closing, opening)}."
        )
        findings.add("sum", way, message, "Make the closing balance and the opening one agree.")
