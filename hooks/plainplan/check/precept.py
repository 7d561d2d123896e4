"""Council tax: each band follows from Band D, and homes times Band D is what the precept brings in."""

from __future__ import annotations

from decimal import Decimal

from plainplan.check.arithmetic import apart, pounds
from plainplan.check.rules import Findings
from plainplan.errors import nearest
from plainplan.model.council_tax import NINTHS, band_amount, bands_up_to, to_the_penny
from plainplan.model.money import Band, BudgetYear, Precept
from plainplan.model.walk import Keys


def check_precept(findings: Findings, year: BudgetYear, keys: Keys) -> None:
    """The bands, the yield, and Band D of the year before."""
    if precept := year.precept:
        way: Keys = (*keys, "precept")
        _check_bands(findings, precept, way)
        _check_yield(findings, year, precept, way)
        _check_before(findings, year, precept, way)


def _check_bands(findings: Findings, precept: Precept, way: Keys) -> None:
    known, seen = bands_up_to(precept.highest_band), set[Band]()
    for number, stated in enumerate(precept.bands):
        place: Keys = (*way, "bands", number)
        if stated.band in seen:
            findings.add("duplicate-id", place, f"band {stated.band} stands here twice.", "Delete one.")
        seen.add(stated.band)
        if stated.band not in known:
            message = f"band {stated.band} is above the highest band, which is {precept.highest_band}."
            findings.add("figure", place, message, "Write `highest_band: I` for Wales, or delete the band.")
        amount = band_amount(precept.band_d, stated.band)
        if stated.amount != amount:
            message = (
                f"band {stated.band}: {pounds(precept.band_d)} x {NINTHS[stated.band]} / {NINTHS[Band.D]} = "
                f"{pounds(amount)}, but it says {pounds(stated.amount)}: {apart(stated.amount, amount)}."
            )
            mend = "Correct it, or Band D. Or leave the bands out: they are then worked out."
            findings.add("sum", (*place, "amount"), message, mend)


def _check_yield(findings: Findings, year: BudgetYear, precept: Precept, way: Keys) -> None:
    if precept.funding_line is None:
        return
    lines = {line.id: (number, line.amount) for number, line in enumerate(year.funding)}
    if precept.funding_line not in lines:
        message = f'the budget of {year.id} has no funding line "{precept.funding_line}".'
        mend = nearest(precept.funding_line, lines)
        findings.add("unknown-reference", (*way, "funding_line"), message, mend)
        return
    number, stated = lines[precept.funding_line]
    if precept.tax_base is None or not isinstance(stated, Decimal):
        return
    worked_out = to_the_penny(precept.tax_base * precept.band_d)
    if worked_out != stated:
        message = (
            f"{precept.tax_base:,} homes x {pounds(precept.band_d)} = {pounds(worked_out)}, "
            f"but the line says {pounds(stated)}: {apart(stated, worked_out)}."
        )
        keys: Keys = (*way[:-1], "funding", number, "amount")
        findings.add("sum", keys, message, "Correct this amount, the tax_base or Band D.")


def _check_before(findings: Findings, year: BudgetYear, precept: Precept, way: Keys) -> None:
    before = next((other for other in findings.plan.budget if other.id == year.before), None)
    if before is None or before.precept is None or precept.band_d_before is None:
        return
    stated, there = precept.band_d_before, before.precept.band_d
    if stated != there:
        message = (
            f"Band D of the year before is stated as {pounds(stated)}, "
            f"but the budget of {before.id} says {pounds(there)}: {apart(stated, there)}."
        )
        findings.add("sum", (*way, "band_d_before"), message, "Make the two agree.")
