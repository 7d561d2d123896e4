"""What a home of each council tax band pays towards policing, and the change on the year before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plainplan.model import BudgetYear, Plan
from plainplan.model.council_tax import band_amount, band_amounts
from plainplan.model.money import Band
from plainplan.views.change import Change, change
from plainplan.views.money import year_before


@dataclass(frozen=True)
class BandRow:
    """One band: pounds a year, and the change on the year before where that is known."""

    band: Band
    amount: Decimal
    change: Change | None


@dataclass(frozen=True)
class PreceptOfYear:
    """The bands of a year. `stated`: the plan states them; they are worked out from Band D otherwise."""

    rows: tuple[BandRow, ...]
    stated: bool
    band_d_before: Decimal | None
    change: Change | None


def precept_of(plan: Plan, year: BudgetYear) -> PreceptOfYear | None:
    """The precept of a year for each band; None where the plan does not say it."""
    precept = year.precept
    if precept is None:
        return None
    amounts = band_amounts(precept)
    earlier = _before(plan, year, list(amounts))
    rows = tuple(BandRow(band, amount, change(amount, earlier.get(band))) for band, amount in amounts.items())
    stated = {one.band for one in precept.bands} >= set(amounts)
    band_d_before = earlier.get(Band.D)
    return PreceptOfYear(rows, stated, band_d_before, change(precept.band_d, band_d_before))


def _before(plan: Plan, year: BudgetYear, bands: list[Band]) -> dict[Band, Decimal]:
    """What each band paid the year before: from that year's budget, else from its Band D as stated here."""
    earlier = year_before(plan, year)
    if earlier and earlier.precept:
        return band_amounts(earlier.precept)
    stated = year.precept.band_d_before if year.precept else None
    return {} if stated is None else {band: band_amount(stated, band) for band in bands}
