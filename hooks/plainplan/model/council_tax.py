"""How council tax follows from Band D (Local Government Finance Act 1992, section 5)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from plainplan.model.money import Band, Precept

PENNY = Decimal("0.01")
NINTHS = {
    Band.A: 6,
    Band.B: 7,
    Band.C: 8,
    Band.D: 9,
    Band.E: 11,
    Band.F: 13,
    Band.G: 15,
    Band.H: 18,
    Band.I: 21,
}
"""What a home of each band pays, in ninths of Band D: section 5(1); Band I is section 5(1A), Wales."""


def to_the_penny(amount: Decimal) -> Decimal:
    """Pounds rounded to the penny, half a penny up."""
    return amount.quantize(PENNY, ROUND_HALF_UP)


def band_amount(band_d: Decimal, band: Band) -> Decimal:
    """What a home of `band` pays in pounds, to the penny, from what one of Band D pays."""
    return to_the_penny(band_d * NINTHS[band] / NINTHS[Band.D])


def bands_up_to(highest: Band) -> list[Band]:
    """The bands that there are: A to H, or to I in Wales."""
    bands = list(Band)
    return bands[: bands.index(highest) + 1]


def band_amounts(precept: Precept) -> dict[Band, Decimal]:
    """What a home of each band pays: as stated where that is stated, else worked out from Band D."""
    stated = {one.band: one.amount for one in precept.bands}
    bands = bands_up_to(precept.highest_band)
    return {band: stated.get(band, band_amount(precept.band_d, band)) for band in bands}
