"""Measures for tests: one figure a year, so that a table can say them in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from plainplan.model import Measure

ON = date(2026, 11, 23)
FIRST_YEAR = 2021


def measure(  # noqa: PLR0913  # what cases differ in
    values: Sequence[str | Decimal],
    *,
    baseline: str | Decimal | dict[str, str] | None = "",
    target: str | Decimal | None = "",
    by: date | None = date(2029, 12, 31),
    better: str | None = "higher",
    figures: Sequence[dict[str, Any]] = (),
    **more: Any,
) -> Measure:
    """A measure with the figures of 2021, 2022 and so on.

    The baseline is the value of 2021 unless `baseline` gives another, or None for no baseline; a target that
    is empty or None is left out. `figures` adds fields to the observations; `more` are fields of the measure.
    """
    given: dict[str, Any] = {
        "id": "a",
        "title": "A",
        "tells_you": "A.",
        "kind": "survey",
        "unit": "people",
        "better": better,
        "source": {"title": "A"},
        "frequency": "Yearly",
        "owner": "not published",
        "series": _series(values, figures),
    }
    if isinstance(baseline, dict):
        given["baseline"] = baseline
    elif baseline not in {None, ""}:
        given["baseline"] = {"period": str(FIRST_YEAR), "value": baseline}
    elif baseline == "" and values and values[0] != "not available":
        given["baseline"] = {"period": str(FIRST_YEAR), "value": values[0]}
    if target not in {None, ""}:
        given["target"] = {"value": target, "date": by}
    return Measure.model_validate({**given, **more})


def _series(values: Sequence[str | Decimal], figures: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "period": str(FIRST_YEAR + place),
            "start": f"{FIRST_YEAR + place}-01-01",
            "end": f"{FIRST_YEAR + place}-12-31",
            "value": value,
            "reason": "Lost." if value == "not available" else None,
            **(figures[place] if place < len(figures) else {}),
        }
        for place, value in enumerate(values)
    ]
