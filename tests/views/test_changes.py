"""What changed in a plan: each dated event once, from the first version on, in a lasting order."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.model.dated import days_of_change, financial_year, in_newest_months, years_of_change
from plainplan.views.changes import Changes, Kind, NewGrants, NewReport, NewStatus, by_month
from plainplan.views.index import Index
from plainplan.views.releases import NewFigures, RevisedFigures

from tests.conftest import Change
from tests.sites import ROOT

_ON = date(2026, 11, 23)
_SECOND_REPORT = """\
date: 2026-11-20
title: Late report
updates:
  - action: speed-checks
    status: delayed
    words: The cameras are broken.
    reason: Nobody can mend them.
"""
_FIRST_FIGURE = "    low: 18\n    high: 22\n"


def _changes(folder: Path, on: date = _ON) -> Changes:
    return Changes(Index(load_plan(folder).plan), on)


def _keys(folder: Path, on: date = _ON) -> list[str]:
    return [event.key for event in _changes(folder, on).newest_first]


def test_every_dated_event_of_a_plan_is_told_newest_first(small_plan: Path) -> None:
    assert _keys(small_plan) == [
        "report/2026-10-23",
        "grants/2026-05-01/safer-roads",
        "version/2",
        "version/1",
    ]


def test_each_event_leads_to_what_changed(small_plan: Path, change: Change) -> None:
    change("data/progress/2026-11-20.yml", "", _SECOND_REPORT)
    change("data/measures/speeding.yml", _FIRST_FIGURE, f"{_FIRST_FIGURE}    published: 2026-06-01\n")
    change("data/consultation.yml", "        said: Cars", "        decided: 2026-02-03\n        said: Cars")
    assert {event.kind: event.address for event in _changes(small_plan).newest_first} == {
        Kind.VERSION: "about/#versions",
        Kind.REPORT: "progress/2026-10-23/",
        Kind.STATUS: "actions/speed-checks/#history",
        Kind.FIGURE: "measures/speeding/#figures",
        Kind.DECISION: "consultation/#survey-too-fast",
        Kind.GRANTS: "grants/#village-watch",
    }


def test_another_report_adds_exactly_its_events(small_plan: Path, change: Change) -> None:
    before = _keys(small_plan)
    change("data/progress/2026-11-20.yml", "", _SECOND_REPORT)
    after = _changes(small_plan)
    assert [event.key for event in after.newest_first] == [
        "report/2026-11-20",
        "status/speed-checks/2026-11-20",
        *before,
    ]
    report, status = (event.what for event in after.newest_first[:2])
    assert isinstance(report, NewReport) and (report.first, report.changed) == (0, 1)
    assert isinstance(status, NewStatus) and (status.before, status.update.status) == ("on track", "delayed")


def test_the_first_report_on_an_action_is_told_by_its_report_alone(small_plan: Path) -> None:
    event = _changes(small_plan).newest_first[0]
    assert isinstance(event.what, NewReport) and (event.what.first, event.what.changed) == (1, 0)


def test_a_report_without_news_on_an_action_changes_no_status(small_plan: Path, change: Change) -> None:
    change("data/progress/2026-11-20.yml", "", _SECOND_REPORT.replace("delayed", "on track"))
    assert _keys(small_plan)[:2] == ["report/2026-11-20", "report/2026-10-23"]


def test_an_edited_figure_is_told_as_put_right_and_its_first_telling_stays(
    small_plan: Path, change: Change
) -> None:
    more = (
        "    published: 2026-06-01\n    revisions:\n      - {date: 2026-08-01, was: 21, why: Late forms.}\n"
    )
    change("data/measures/speeding.yml", _FIRST_FIGURE, _FIRST_FIGURE + more)
    put_right, came_out = (
        event.what
        for event in _changes(small_plan).newest_first
        if event.kind in (Kind.FIGURE, Kind.REVISION)
    )
    assert isinstance(put_right, RevisedFigures) and isinstance(came_out, NewFigures)
    told = put_right.figures[0]
    assert (told.period, told.was, told.now, told.why) == (
        "2024 to 2025",
        Decimal(21),
        Decimal(20),
        "Late forms.",
    )
    assert came_out.figures[0].value == 21


def test_of_many_revisions_each_tells_what_it_put_in_the_place_of_what(
    small_plan: Path, change: Change
) -> None:
    more = "    revisions:\n      - {date: 2026-08-01, was: 23}\n      - {date: 2026-09-01, was: 21}\n"
    change("data/measures/speeding.yml", _FIRST_FIGURE, _FIRST_FIGURE + more)
    found = [event.what for event in _changes(small_plan).newest_first if event.kind is Kind.REVISION]
    figures = [what.figures[0] for what in found if isinstance(what, RevisedFigures)]
    assert [(figure.was, figure.now) for figure in figures] == [
        (Decimal(21), Decimal(20)),
        (Decimal(23), Decimal(21)),
    ]


def test_the_whole_and_its_parts_come_out_as_one_event(small_plan: Path, change: Change) -> None:
    change("data/measures/speeding.yml", _FIRST_FIGURE, f"{_FIRST_FIGURE}    published: 2026-06-01\n")
    change(
        "data/measures/speeding.yml",
        "    reason: The cameras were broken.\n",
        """\
    reason: The cameras were broken.
    published: 2026-07-01
breakdowns:
  - id: district
    title: District
    parts:
      - id: north
        title: North
        series:
          - {period: 2024 to 2025, start: 2024-04-01, end: 2025-03-31, value: 12, published: 2026-06-01}
      - id: south
        title: South
        series:
          - {period: 2024 to 2025, start: 2024-04-01, end: 2025-03-31, value: 28, published: 2026-06-01}
""",
    )
    events = [event for event in _changes(small_plan).newest_first if event.kind is Kind.FIGURE]
    assert [event.key for event in events] == [
        "figure/speeding/2026-06-01"
    ]  # what is not available came never out
    what = events[0].what
    assert isinstance(what, NewFigures)
    assert (len(what.figures), what.breakdowns, events[0].priorities) == (1, ("District",), ("safer-roads",))


@pytest.mark.parametrize(("breaks", "before"), [("", 20), ("    break_before: New cameras.\n", None)])
def test_a_new_figure_stands_beside_the_one_before_unless_the_series_broke(
    small_plan: Path, change: Change, breaks: str, before: int | None
) -> None:
    change(
        "data/measures/speeding.yml",
        "    value: not available\n    reason: The cameras were broken.\n",
        f"    value: 17\n    published: 2026-06-01\n{breaks}",
    )
    what = next(event.what for event in _changes(small_plan).newest_first if event.kind is Kind.FIGURE)
    assert isinstance(what, NewFigures)
    found = what.figures[0].before
    assert (found and found[1]) == before


def test_what_happened_before_the_first_version_is_not_told(small_plan: Path, change: Change) -> None:
    change("data/measures/speeding.yml", _FIRST_FIGURE, f"{_FIRST_FIGURE}    published: 2025-11-30\n")
    change("data/grants.yml", "awarded: 2026-05-01", "awarded: 2025-04-08")
    assert _keys(small_plan) == ["report/2026-10-23", "version/2", "version/1"]


def test_nothing_is_told_before_its_day(small_plan: Path) -> None:
    assert _keys(small_plan, date(2026, 10, 22)) == [
        "grants/2026-05-01/safer-roads",
        "version/2",
        "version/1",
    ]
    assert _keys(small_plan, date(2026, 10, 23))[0] == "report/2026-10-23"
    assert _keys(small_plan, date(2025, 11, 30)) == []


def test_grants_of_a_day_are_told_together_by_priority(small_plan: Path, change: Change) -> None:
    change(
        "data/grants.yml",
        "grants:\n",
        """\
grants:
  - {id: a, title: A, description: A., recipient: {name: A}, amount: 5, awarded: 2026-05-01,
     priority: safer-roads}
  - {id: b, title: B, description: B., recipient: {name: B}, amount: 5, awarded: 2026-05-01}
""",
    )
    events = [event for event in _changes(small_plan).newest_first if event.kind is Kind.GRANTS]
    told = [
        ([grant.id for grant in event.what.grants], event.priorities, event.address)
        for event in events
        if isinstance(event.what, NewGrants)
    ]
    assert told == [
        (["a", "village-watch"], ("safer-roads",), "grants/priority/safer-roads/"),
        (["b"], (), "grants/#b"),
    ]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(ROOT).plan


def test_order_of_a_day_does_not_depend_on_the_order_of_files(plan: Plan) -> None:
    expected = [event.key for event in Changes(Index(plan), _ON).newest_first]
    shuffled = random.Random(4)  # noqa: S311  # no secret
    for _ in range(5):
        parts = {
            name: tuple(shuffled.sample(getattr(plan, name), len(getattr(plan, name))))
            for name in ("progress", "priorities", "measures")
        }
        found = Changes(Index(plan.model_copy(update=parts)), _ON)
        assert [event.key for event in found.newest_first] == expected


def test_events_have_keys_of_their_own_and_known_days(plan: Plan) -> None:
    events = Changes(Index(plan), _ON).newest_first
    assert len({event.key for event in events}) == len(events) > 80
    assert sorted({event.on for event in events}, reverse=True) == days_of_change(plan)
    assert [event.on for event in events] == sorted((event.on for event in events), reverse=True)


def test_events_of_a_priority_concern_it(plan: Plan) -> None:
    changes = Changes(Index(plan), _ON)
    whole = {event.key for event in changes.newest_first}
    for priority in plan.priorities:
        events = changes.of_priority(priority.id)
        assert events and {event.key for event in events} < whole
        mine = {item.action.id for item in Index(plan).actions_under(priority.id)}
        told = {event.what.item.action.id for event in events if isinstance(event.what, NewStatus)}
        assert told and told <= mine


def test_months_and_days_hold_every_event_once(plan: Plan) -> None:
    events = Changes(Index(plan), _ON).newest_first
    months = by_month(events)
    assert [month for month, _ in months] == sorted(
        {event.on.replace(day=1) for event in events}, reverse=True
    )
    assert [event for _, days in months for day in days for _, kind in day.kinds for event in kind] == list(
        events
    )


def test_the_newest_months_are_told_first(plan: Plan) -> None:
    newest = Changes(Index(plan), _ON).of_newest_months
    assert len({(event.on.year, event.on.month) for event in newest}) == 3
    assert newest == Changes(Index(plan), _ON).newest_first[: len(newest)]


def test_years_have_pages_where_progress_is_reported(plan: Plan) -> None:
    assert years_of_change(plan) == [2026, 2025]
    assert years_of_change(plan.model_copy(update={"progress": ()})) == []


def test_newest_months_are_those_with_changes() -> None:
    days = [date(2026, 1, 31), date(2025, 12, 1), date(2025, 3, 1), date(2025, 2, 28), date(2026, 1, 1)]
    assert in_newest_months(days) == [
        date(2026, 1, 31),
        date(2026, 1, 1),
        date(2025, 12, 1),
        date(2025, 3, 1),
    ]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 3, 31), "2025-26"),
        (date(2026, 4, 1), "2026-27"),
        (date(2099, 12, 31), "2099-00"),
        (date(2000, 1, 1), "1999-00"),
    ],
)
def test_financial_years_begin_on_1_april(day: date, year: str) -> None:
    assert financial_year(day) == year
