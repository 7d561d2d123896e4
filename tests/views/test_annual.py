"""What the data says of a financial year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from plainplan.load import load_plan
from plainplan.model import Milestone
from plainplan.model.dated import annual_years, milestone_year
from plainplan.model.progress import Status
from plainplan.views.annual import AnnualReport, annual_report, annual_reports
from plainplan.views.index import Index
from plainplan.views.timeline import timeline

from tests.conftest import Change
from tests.sites import ROOT

_ON = date(2027, 5, 1)
_CHAPTER = "---\ntitle: Annual report\n---\nWords of the office.\n"
_REPORT = """\
date: {day}
title: Report
updates:
  - action: speed-checks
    status: {status}
    words: Words of {day}.
    reason: A reason.
"""


def _report(folder: Path, year: str = "2026-27", on: date = _ON) -> AnnualReport:
    return annual_report(Index(load_plan(folder).plan), year, on)


def test_a_year_has_a_report_where_progress_was_reported_in_it(small_plan: Path) -> None:
    assert annual_years(load_plan(small_plan).plan) == ["2026-27"]


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("2025-26", ["2026-27", "2025-26"]),
        ("2026-27", ["2026-27"]),
        ("2025-27", ["2026-27"]),
        ("notes", ["2026-27"]),
    ],
)
def test_a_year_has_a_report_where_the_office_wrote_a_chapter(
    small_plan: Path, change: Change, name: str, years: list[str]
) -> None:
    change(f"content/annual-report/{name}.md", "", _CHAPTER)
    assert annual_years(load_plan(small_plan).plan) == years


def test_a_year_that_no_later_report_follows_is_not_over(small_plan: Path) -> None:
    span = _report(small_plan).span
    assert (span.is_over, span.until) == (False, date(2026, 10, 23))


@pytest.mark.parametrize("day", ["2027-03-31", "2027-04-30"])
def test_a_year_is_over_with_a_report_on_its_last_day_or_later(
    small_plan: Path, change: Change, day: str
) -> None:
    change(f"data/progress/{day}.yml", "", _REPORT.format(day=day, status="complete"))
    span = _report(small_plan).span
    assert (span.is_over, span.until) == (True, date(2027, 3, 31))


def test_the_year_tells_what_was_reported_last_in_it(small_plan: Path, change: Change) -> None:
    for day, status in (("2026-12-01", "delayed"), ("2027-03-31", "at risk"), ("2027-04-01", "complete")):
        change(f"data/progress/{day}.yml", "", _REPORT.format(day=day, status=status))
    report = _report(small_plan)
    told = report.activities[0].told
    assert (told.on, told.update.status) == (date(2027, 3, 31), Status.AT_RISK)
    assert report.by_status == {Status.AT_RISK: 1}
    assert [status for status, _ in report.difficulties] == [Status.AT_RISK]
    assert [one.date for one in report.reports] == [date(2026, 10, 23), date(2026, 12, 1), date(2027, 3, 31)]


def test_actions_on_which_nobody_reported_are_counted(small_plan: Path, change: Change) -> None:
    change("content/annual-report/2025-26.md", "", _CHAPTER)
    part = _report(small_plan, "2025-26").priorities[0]
    assert (part.activities, part.unreported) == ((), 1)


def test_a_measure_stands_at_the_start_and_at_the_end_of_the_year(small_plan: Path, change: Change) -> None:
    change(
        "data/measures/speeding.yml",
        "    value: not available\n    reason: The cameras were broken.\n",
        "    value: 9\n",
    )
    change("content/annual-report/2025-26.md", "", _CHAPTER)
    found = _report(small_plan, "2025-26").priorities[0].achievements[0]
    assert found.at_start and found.at_start.value == 20
    assert found.at_end and found.at_end.value == 9
    assert found.course and found.course.standing == "target met"
    later = _report(small_plan).priorities[0].achievements[0]
    assert later.at_start and later.at_start.value == 9
    assert (later.at_end, later.course) == (None, None)


def test_a_year_is_judged_by_its_own_figures(small_plan: Path, change: Change) -> None:
    change(
        "data/measures/speeding.yml",
        "    value: not available\n    reason: The cameras were broken.\n",
        """\
    value: 9
  - period: 2026 to 2027
    start: 2026-04-01
    end: 2026-10-01
    value: 30
""",
    )
    change("content/annual-report/2025-26.md", "", _CHAPTER)
    for year, value, standing in (("2025-26", 9, "target met"), ("2026-27", 30, "not judged")):
        found = _report(small_plan, year).priorities[0].achievements[0]
        assert found.at_end and found.at_end.value == value
        assert found.course and found.course.standing == standing


def test_a_break_in_the_year_is_named(small_plan: Path, change: Change) -> None:
    change(
        "data/measures/speeding.yml",
        "    value: not available\n    reason: The cameras were broken.\n",
        "    value: 9\n    break_before: New cameras.\n",
    )
    change("content/annual-report/2025-26.md", "", _CHAPTER)
    assert _report(small_plan, "2025-26").priorities[0].achievements[0].broken == "New cameras."


def test_the_functions_of_the_year_are_told(small_plan: Path, change: Change) -> None:
    change("content/annual-report/2025-26.md", "", _CHAPTER)
    change("data/consultation.yml", "        said: Cars", "        decided: 2026-02-03\n        said: Cars")
    last = _report(small_plan, "2025-26")
    assert [version.number for version in last.versions] == ["1", "2"]
    assert [exercise.id for exercise in last.asked] == ["survey"]
    assert [response.id for _, response in last.decisions] == ["too-fast"]
    assert [milestone.id for milestone in last.reached] == ["published"]
    assert (last.grants, last.budget) == ((), None)
    this = _report(small_plan)
    assert [grant.id for grant in this.grants] == ["village-watch"]
    assert this.budget and this.budget.id == "2026-27"
    assert (this.versions, this.asked, this.decisions, this.reached) == ((), (), (), ())
    part = this.priorities[0]
    assert (part.budgeted, [grant.id for grant in part.grants]) == (Decimal(80), ["village-watch"])


def test_what_comes_next_is_due_and_not_finished(small_plan: Path, change: Change) -> None:
    assert [due.item.action.id for due in _report(small_plan).due] == ["speed-checks"]
    change("data/progress/2026-11-20.yml", "", _REPORT.format(day="2026-11-20", status="complete"))
    assert _report(small_plan).due == ()


def test_what_fell_due_after_the_newest_report_is_not_lost(small_plan: Path, change: Change) -> None:
    change("data/priorities/safer-roads.yml", "due: 2026-12-31", "due: 2026-11-01")
    change("data/grants.yml", "awarded: 2026-05-01", "awarded: 2026-11-20")
    report = _report(small_plan)
    assert (report.span.until, [due.item.action.id for due in report.due]) == (
        date(2026, 11, 20),
        ["speed-checks"],
    )


def test_what_comes_next_has_the_status_reported_last_of_all(small_plan: Path, change: Change) -> None:
    change("data/priorities/safer-roads.yml", "due: 2026-12-31", "due: 2027-06-30")
    change("data/progress/2027-04-30.yml", "", _REPORT.format(day="2027-04-30", status="delayed"))
    for on, status in ((date(2027, 4, 30), Status.DELAYED), (date(2027, 4, 29), Status.ON_TRACK)):
        due = annual_report(Index(load_plan(small_plan).plan), "2026-27", on).due
        assert [one.told.update.status for one in due if one.told] == ([status] if on.day == 30 else [])


def test_one_day_says_how_far_a_year_that_is_not_over_is_told(small_plan: Path, change: Change) -> None:
    change("data/grants.yml", "awarded: 2026-05-01", "awarded: 2026-11-20")
    assert _report(small_plan).span.until == date(2026, 11, 20)
    assert _report(small_plan, on=date(2026, 11, 19)).span.until == date(2026, 10, 23)
    assert _report(small_plan, on=date(2026, 11, 19)).grants == ()


def test_a_year_without_events_is_over_when_its_last_day_is_past(small_plan: Path, change: Change) -> None:
    change("content/annual-report/2027-28.md", "", _CHAPTER)
    for on, is_over in ((date(2027, 5, 1), False), (date(2028, 3, 31), True)):
        span = _report(small_plan, "2027-28", on).span
        assert (span.is_over, span.until) == (is_over, on)


def test_a_year_that_has_not_begun_has_no_report(small_plan: Path, change: Change) -> None:
    change("data/progress/2027-04-30.yml", "", _REPORT.format(day="2027-04-30", status="complete"))
    index = Index(load_plan(small_plan).plan)
    assert [one.span.year for one in annual_reports(index, date(2027, 3, 31))] == ["2026-27"]
    assert [one.span.year for one in annual_reports(index, date(2027, 4, 30))] == ["2027-28", "2026-27"]


def test_the_report_says_as_of_when_its_figures_are_and_when_it_changed(
    small_plan: Path, change: Change
) -> None:
    change("content/annual-report/2025-26.md", "", _CHAPTER)
    revised = "    published: 2026-06-01\n    revisions:\n      - {date: 2026-09-01, was: 8}\n"
    change(
        "data/measures/speeding.yml",
        "    value: not available\n    reason: The cameras were broken.\n",
        f"    value: 9\n{revised}",
    )
    known = [
        (report.figures_as_known_on, report.changed)
        for report in (_report(small_plan, "2025-26"), _report(small_plan, "2025-26", date(2026, 8, 1)))
    ]
    assert known == [(date(2026, 9, 1), date(2026, 10, 23)), (date(2026, 6, 1), date(2026, 6, 1))]
    assert _report(small_plan, "2025-26", date(2026, 5, 31)).priorities[0].achievements[0].at_end is None


_QUARTERS = """\
  - {period: January to March 2025, start: 2025-01-01, end: 2025-03-31, value: 20}
  - {period: July to September 2025, start: 2025-07-01, end: 2025-09-30, value: 30}
  - {period: January to March 2026, start: 2026-01-01, end: 2026-03-31, value: 18}
  - {period: July to September 2026, start: 2026-07-01, end: 2026-09-30, value: 25}
"""


@pytest.mark.parametrize(("seasonal", "beside"), [("", 18), ("seasonal: true\n", 30)])
def test_a_measure_with_seasons_stands_beside_the_same_time_of_the_year_before(
    small_plan: Path, change: Change, seasonal: str, beside: int
) -> None:
    path = small_plan / "data" / "measures" / "speeding.yml"
    head = path.read_text(encoding="utf-8").partition("series:\n")[0]
    path.write_text(f"{head}{seasonal}series:\n{_QUARTERS}", encoding="utf-8")
    found = _report(small_plan).priorities[0].achievements[0]
    assert found.at_start and found.at_start.value == beside
    assert found.at_end and found.at_end.value == 25
    change(
        "data/measures/speeding.yml",
        "  - {period: July to September 2025, start: 2025-07-01",
        "  - {period: Apr, start: 2025-04-01",
    )
    change("data/measures/speeding.yml", "end: 2025-09-30", "end: 2025-06-30")
    before = _report(small_plan).priorities[0].achievements[0].at_start
    assert (before and before.value) == (None if seasonal else 18)


def test_the_example_has_2_annual_reports_that_add_up() -> None:
    index = Index(load_plan(ROOT).plan)
    this, last = annual_reports(index, date(2026, 11, 23))
    assert (this.span.year, this.span.is_over, this.span.until) == ("2026-27", False, date(2026, 11, 20))
    assert (last.span.year, last.span.is_over) == ("2025-26", True)
    for report in (this, last):
        assert len(report.activities) + sum(part.unreported for part in report.priorities) == 64
        assert sum(report.by_status.values()) == len(report.activities)
        assert sum(len(part.grants) for part in report.priorities) == len(report.grants) > 10


@pytest.mark.parametrize(
    ("published", "year"),
    [
        ("October 2018", 2018),
        ("October and November 2007", 2007),
        ("November 2007 to April 2008", 2007),
        ("By 1 April 2008", 2008),
        ("early June 2019", 2019),
        ("2016", 2016),
        ("50 years before 2017", None),
        ("Before the progress update", None),
        ("October", None),
    ],
)
def test_the_year_of_a_milestone_is_read_only_where_it_is_said(published: str, year: int | None) -> None:
    milestone = Milestone(id="a", title="A", date="not published", date_as_published=published)
    assert milestone_year(milestone) == year


def test_the_timeline_tells_done_next_and_planned_apart(small_plan: Path, change: Change) -> None:
    change(
        "data/milestones.yml",
        "milestones:\n",
        """\
milestones:
  - {id: undated, title: Some day, date: not published, state: planned}
  - {id: late, title: Late, date: 2026-11-22, state: planned}
  - {id: later, title: Later, date: 2028-01-01, state: planned}
  - {id: today, title: Today, date: 2026-11-23, state: planned}
  - {id: unknown, title: Unknown, date: 2026-01-01}
""",
    )
    years = timeline(load_plan(small_plan).plan, date(2026, 11, 23))
    assert [(year.year, [(step.milestone.id, step.stage) for step in year.steps]) for year in years] == [
        (2025, [("published", "Done")]),
        (2026, [("late", "Planned, date passed"), ("today", "Next"), ("unknown", None)]),
        (2028, [("later", "Planned")]),
        (None, [("undated", "Planned")]),
    ]
