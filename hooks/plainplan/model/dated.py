"""The days on which something of a plan changed, as its data says, and the financial years of its reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from plainplan.model import Milestone, Plan
from plainplan.model.measure import Measure, Observation

MONTHS_AT_FIRST = 3
"""How many of the newest months with changes stand on the first page of changes."""
_ANNUAL_CHAPTER = re.compile(r"annual-report/((?:19|20)[0-9]{2}-[0-9]{2})/")
_APRIL = 4
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_PUBLISHED_YEAR = re.compile(
    rf"(?:(?:[Bb]y|[Ii]n|[Ee]arly|[Mm]id|[Ll]ate|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|and|to|{_MONTH}"
    r"|[0-9]{1,2}) )*((?:19|20)[0-9]{2})(?: to .*)?"
)
"""`June 2019`, `by early 2019`, `November 2007 to April 2008`; not `50 years before 2017`."""


def first_day(plan: Plan) -> date:
    """The day of the first version, or the plan's first day. What happened before did not change the plan."""
    return min((version.date for version in plan.about.versions), default=plan.about.period.first)


def days_of_change(plan: Plan) -> list[date]:
    """Each day on which something changed since the first version, the newest first."""
    first = first_day(plan)
    return sorted({day for day in _days(plan) if day >= first}, reverse=True)


def _days(plan: Plan) -> Iterator[date]:
    yield from (version.date for version in plan.about.versions)
    yield from (report.date for report in plan.progress)
    yield from (grant.awarded for grant in plan.grants)
    for exercise in plan.consultation:
        yield from (response.decided for response in exercise.responses_to if response.decided)
    for measure in plan.measures:
        for figure in all_figures(measure):
            if day := came_out(figure):
                yield day
            yield from (revision.date for revision in figure.revisions)


def came_out(figure: Observation) -> date | None:
    """The day on which a figure came out; None where it is not told, or where there is no figure."""
    return figure.published if isinstance(figure.value, Decimal) else None


def all_figures(measure: Measure) -> Iterator[Observation]:
    """The figures of a measure and of every part that it is broken down into."""
    yield from measure.series
    for breakdown in measure.breakdowns:
        for part in breakdown.parts:
            yield from part.series


def in_newest_months(days: Iterable[date]) -> list[date]:
    """The days that fall in the newest months, the newest first."""
    found = sorted(set(days), reverse=True)
    months = list(dict.fromkeys((day.year, day.month) for day in found))[:MONTHS_AT_FIRST]
    return [day for day in found if (day.year, day.month) in months]


def years_of_change(plan: Plan) -> list[int]:
    """The years that have a page of their changes, the newest first.

    A plan on which nobody reports has few changes: they stand on one page.
    """
    return sorted({day.year for day in days_of_change(plan)}, reverse=True) if plan.progress else []


def milestone_year(milestone: Milestone) -> int | None:
    """The year in which a milestone falls or begins; None where what is published does not say it."""
    if isinstance(milestone.date, date):
        return milestone.date.year
    match = _PUBLISHED_YEAR.fullmatch(milestone.date_as_published or "")
    return int(match[1]) if match else None


def financial_year(day: date) -> str:
    """The financial year of a day, 1 April to 31 March: `2026-27`."""
    first = day.year - (day.month < _APRIL)
    return f"{first}-{(first + 1) % 100:02}"


def annual_years(plan: Plan) -> list[str]:
    """The financial years with an annual report, the newest first.

    Progress was reported in them, or the office wrote a chapter such as content/annual-report/2025-26.md.
    """
    told = {financial_year(report.date) for report in plan.progress}
    written = {match[1] for chapter in plan.chapters if (match := _ANNUAL_CHAPTER.fullmatch(chapter.address))}
    return sorted(told | set(filter(_is_financial_year, written)), reverse=True)


def _is_financial_year(name: str) -> bool:
    return (int(name[:4]) + 1) % 100 == int(name[5:])
