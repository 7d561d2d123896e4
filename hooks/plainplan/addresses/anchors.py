"""The address or the anchor of one record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan.addresses.places import BUDGET, PROGRESS
from plainplan.model import Measure


def under(page: str, name: object) -> str:
    """The page of one record: `under(ACTIONS, "street-patrols")` is `actions/street-patrols/`."""
    return f"{page}{name}/"


def progress_filter(facet: str, value: str) -> str:
    """The page of the actions that are `value` by a facet: `progress/status/at-risk/`."""
    return f"{PROGRESS}{facet}/{value}/"


def of_chart(name: str) -> str:
    """The page on which a chart stands: `measures/knife-crime/district` is on `measures/knife-crime/`."""
    section, _, rest = name.partition("/")
    if section == "precept":
        return BUDGET
    if section == "progress":
        return progress_filter("priority", rest) if rest else PROGRESS
    return under(f"{section}/", rest.partition("/")[0])


def table_anchor(table_id: str) -> str:
    """The anchor of a table on the page of all data."""
    return f"table-{table_id}"


def columns_anchor(table_id: str) -> str:
    """The anchor of what the columns of a table mean, on the page of all data."""
    return f"columns-{table_id}"


def term_anchor(term_id: str) -> str:
    """The anchor of a term on the glossary page."""
    return f"term-{term_id}"


def day_anchor(day: date) -> str:
    """The anchor of a day among the changes."""
    return f"on-{day}"


def month_anchor(day: date) -> str:
    """The anchor of the month of a day among the changes."""
    return f"in-{day:%Y-%m}"


def year_of_priority_anchor(priority_id: str) -> str:
    """The anchor of a priority in an annual report."""
    return f"priority-{priority_id}"


def year_anchor(year: int | None) -> str:
    """The anchor of a year on the timeline, or of what has none. No id of a record has the sign `_`."""
    return f"year_{year or 'unknown'}"


def response_anchor(exercise_id: str, response_id: str) -> str:
    """The anchor of one thing that people said, on the page of consultation."""
    return f"{exercise_id}-{response_id}"


def breakdown_anchors(measure: Measure) -> Iterator[str]:
    """The anchors of a measure's breakdowns and of their parts: `by-district`, `by-district-holmsea`."""
    for breakdown in measure.breakdowns:
        yield f"by-{breakdown.id}"
        yield from (f"by-{breakdown.id}-{part.id}" for part in breakdown.parts)
