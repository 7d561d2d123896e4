"""What is told as having happened has happened: no report, version or award of the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan.check.rules import Findings
from plainplan.errors import Place, Problem
from plainplan.model import Plan
from plainplan.model.dated import annual_years
from plainplan.model.law import MilestoneState
from plainplan.model.walk import Keys

_MEND = "Check the year, or add it when that day has come."


def check_past(findings: Findings, on: date) -> None:
    """Everything that the pages tell in the past tense is not after the day `on`."""
    for what, day, keys in _told(findings.plan):
        if day > on:
            findings.add("dates", keys, f"{what} is dated {day}, which is still to come.", _MEND)
    _check_annual_chapters(findings, on)


def _told(plan: Plan) -> Iterator[tuple[str, date, Keys]]:
    for index, report in enumerate(plan.progress):
        yield "the report", report.date, ("progress", index, "date")
    for index, version in enumerate(plan.about.versions):
        yield f"version {version.number}", version.date, ("about", "versions", index, "date")
    for index, grant in enumerate(plan.grants):
        yield "the award", grant.awarded, ("grants", index, "awarded")
    for index, milestone in enumerate(plan.milestones):
        if milestone.state is MilestoneState.DONE and isinstance(milestone.date, date):
            yield "a milestone that is done", milestone.date, ("milestones", index, "date")


def _check_annual_chapters(findings: Findings, on: date) -> None:
    years = {f"annual-report/{year}/": int(year[:4]) for year in annual_years(findings.plan)}
    for chapter in findings.plan.written:
        first = years.get(chapter.address)
        if first and date(first, 4, 1) > on:
            message = f"it reports on a financial year that has not begun: it begins on 1 April {first}."
            mend = "Give the file the name of the year that it is about, such as 2025-26.md."
            findings.add_problem(Problem(Place(chapter.file, 1), message, mend, "dates"))
