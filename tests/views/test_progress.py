"""How actions are going on a day: since when, what is late, and how many of a group."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.language import Catalogue, Language, speaking
from plainplan.language.catalogue import plural_form
from plainplan.load import load_plan
from plainplan.model.facets import STATUS_SLUGS, Facet, facet_values
from plainplan.model.plan import Label
from plainplan.views.filters import filters
from plainplan.views.going import Counts, Going, counts, goings, in_words
from plainplan.views.index import Index
from plainplan.views.overdue import GRACE_DAYS, is_report_overdue
from plainplan.views.progress import histories
from plainplan.views.reports import by_status, missing_from

Change = Callable[[str, str, str], int]
Told = tuple[tuple[str, str], ...]
_ON = date(2026, 11, 23)
_ROADS = "data/priorities/safer-roads.yml"


def _index(folder: Path) -> Index:
    return Index(load_plan(folder).plan)


def _reported(folder: Path, told: Told) -> Index:
    """The tiny plan with these reports on its only action: the day, and the status or "nothing"."""
    (folder / "data/progress/2026-10-23.yml").unlink()
    for day, status in told:
        update = f"\n  - action: speed-checks\n    status: {status}\n    words: Told.\n    reason: Known.\n"
        updates = " []\n" if status == "nothing" else update
        text = f"date: {day}\ntitle: Report of {day}\nupdates:{updates}"
        (folder / f"data/progress/{day}.yml").write_text(text, encoding="utf-8")
    return _index(folder)


def _only(index: Index, on: date = _ON) -> Going:
    (found,) = goings(index, on).values()
    return found


@pytest.mark.parametrize(
    ("told", "since"),
    [
        ((("2026-04-24", "at risk"),), "2026-04-24"),
        ((("2026-04-24", "at risk"), ("2026-07-24", "at risk")), "2026-04-24"),
        ((("2026-04-24", "at risk"), ("2026-07-24", "delayed")), "2026-07-24"),
        ((("2026-01-30", "at risk"), ("2026-04-24", "on track"), ("2026-07-24", "at risk")), "2026-07-24"),
        ((("2026-01-30", "at risk"), ("2026-04-24", "nothing"), ("2026-07-24", "at risk")), "2026-01-30"),
        ((("2026-01-30", "at risk"), ("2026-04-24", "nothing")), "2026-01-30"),
        ((("2026-07-24", "nothing"),), None),
    ],
    ids=["once", "twice", "changed", "interrupted", "left out between", "left out since", "never"],
)
def test_since_is_the_first_report_of_the_status_without_interruption(
    small_plan: Path, told: Told, since: str | None
) -> None:
    assert _only(_reported(small_plan, told)).since == (date.fromisoformat(since) if since else None)


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ((("2026-07-24", "on track"),), "2026-10-24"),
        ((("2026-07-24", "not started"),), "2026-10-24"),
        ((("2026-08-31", "delayed"),), "2026-11-30"),
        ((("2026-01-30", "not started"),), "2026-05-01"),  # it begins on 1 February, after that report
        ((("2026-07-24", "nothing"),), "2026-05-01"),
        ((("2026-07-24", "complete"),), None),
        ((("2026-07-24", "stopped"),), None),
        ((("2026-07-24", "complete"), ("2026-10-23", "on track")), "2027-01-23"),
        ((("2030-01-15", "on track"),), None),  # the plan ends before the next report
    ],
)
def test_next_report_is_due_after_the_plans_own_interval(
    small_plan: Path, told: Told, due: str | None
) -> None:
    assert _only(_reported(small_plan, told)).report_due == (date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    ("begins", "period", "due"),
    [
        ("        start: 2026-09-01\n", "  start: 2026-01-01", date(2026, 12, 1)),
        ("", "  start: 2026-01-01", date(2026, 4, 1)),
        ("        start: 2025-06-01\n", "  start: 2026-01-01", date(2026, 4, 1)),
        ("", "  start: not published", None),
        ("        start: 2026-09-01\n", "  start: not published", date(2026, 12, 1)),
    ],
    ids=["own start", "start of the plan", "begun before the plan", "nothing to count from", "only its own"],
)
def test_first_report_is_due_after_the_start(
    small_plan: Path, change: Change, begins: str, period: str, due: date | None
) -> None:
    change(_ROADS, "        start: 2026-02-01\n", begins)
    change("data/plan.yml", "  start: 2026-01-01", period)
    assert _only(_reported(small_plan, (("2026-07-24", "nothing"),))).report_due == due


@pytest.mark.parametrize(
    ("on", "overdue"),
    [("2026-10-24", False), ("2026-11-07", False), ("2026-11-08", True), ("2027-11-08", True)],
    ids=["on the day", "last day of grace", "the day after", "a year later"],
)
def test_report_is_overdue_after_the_days_of_grace(small_plan: Path, on: str, overdue: bool) -> None:
    assert GRACE_DAYS == 14
    index = _reported(small_plan, (("2026-07-24", "on track"),))
    assert _only(index, date.fromisoformat(on)).report_overdue is overdue


def test_report_that_is_not_due_is_never_overdue() -> None:
    assert not is_report_overdue(None, date.max)


def test_plan_that_does_not_say_how_often_it_reports_has_no_overdue_report(
    small_plan: Path, change: Change
) -> None:
    change("data/plan.yml", "reporting_months: 3\n", "")
    index = _reported(small_plan, (("2026-01-30", "on track"),))
    found = _only(index, date(2029, 1, 1))
    assert (found.report_due, found.report_overdue) == (None, False)
    assert counts([found], index.plan.about.reporting_months).report_overdue is None
    assert facet_values(index.plan)[Facet.LATE] == {"past-due-date"}


@pytest.mark.parametrize(
    ("due", "status", "past"),
    [
        ("2026-11-23", "on track", False),
        ("2026-11-22", "on track", True),
        ("2026-11-22", "not started", True),
        ("2026-11-22", "nothing", True),
        ("2026-11-22", "complete", False),
        ("2026-11-22", "stopped", False),
        ("not published", "on track", False),
    ],
)
def test_action_is_past_its_due_date(
    small_plan: Path, change: Change, due: str, status: str, past: bool
) -> None:
    change(_ROADS, "due: 2026-12-31", f"due: {due}")
    assert _only(_reported(small_plan, (("2026-10-23", status),))).past_due_date is past


def test_group_without_a_due_date_is_not_said_to_be_in_time(small_plan: Path, change: Change) -> None:
    change(_ROADS, "due: 2026-12-31", "due: not published")
    assert counts(goings(_index(small_plan), _ON).values(), 3).past_due_date is None


def test_counts_have_every_status(example_plan: Index) -> None:
    group = list(goings(example_plan, _ON).values())
    counted = counts(group, 3)
    assert sum(counted.by_status.values()) == counted.total == len(example_plan.actions) == len(group)
    assert counted.by_status == {
        "complete": 8,
        "on-track": 33,
        "at-risk": 8,
        "delayed": 6,
        "not-started": 7,
        "stopped": 2,
        "no-report": 0,
    }, "the newest report says other numbers in its summary"


@pytest.fixture(scope="module")
def example_plan() -> Index:
    return _index(Path(__file__).parents[2])


def _words(*statuses: str, one: str = "Action", many: str = "Actions") -> str:
    by_status = {slug: statuses.count(slug) for slug in STATUS_SLUGS}
    return in_words(Counts(len(statuses), by_status, None, None), Label(one=one, many=many))


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ((), ""),
        (("at-risk",), "The only action is at risk."),
        (("complete",) * 3, "All 3 actions are complete."),
        (("on-track", "on-track", "no-report"), "Of 3 actions, 2 are on track and 1 has no report yet."),
        (
            ("delayed", "stopped", "not-started", "stopped"),
            "Of 4 actions, 1 is delayed, 1 has not started and 2 have stopped.",
        ),
    ],
)
def test_counts_in_words(statuses: tuple[str, ...], words: str) -> None:
    assert _words(*statuses) == words


def test_words_are_the_plans_own() -> None:
    assert _words("complete", "complete", one="Pledge", many="Pledges") == "All 2 pledges are complete."


def test_counts_in_a_language_with_more_plurals() -> None:
    late = ("%(number)s jest opóźnione", "%(number)s są opóźnione", "%(number)s jest opóźnionych")
    held = ("%(number)s wstrzymano", "%(number)s wstrzymano", "%(number)s wstrzymano")
    polish = Catalogue(
        {
            ("", "Of %(actions)s, %(list)s."): "%(list)s (razem: %(actions)s).",
            ("", "%(number)s %(things)s"): "…",
        },
        {("", "%(number)s is delayed"): late, ("", "%(number)s has stopped"): held},
        plural_form("pl"),
    )
    with speaking(Language("pl", locale="pl", interface=polish)):
        said = [_words(*["delayed"] * number, "stopped") for number in (1, 2, 5, 22)]
    assert said == [
        "1 jest opóźnione i 1 wstrzymano (razem: …).",
        "2 są opóźnione i 1 wstrzymano (razem: …).",
        "5 jest opóźnionych i 1 wstrzymano (razem: …).",
        "22 są opóźnione i 1 wstrzymano (razem: …).",
    ]


def test_no_action_is_lost_between_filters(example_plan: Index) -> None:
    every = goings(example_plan, _ON)
    for facet, found in filters(example_plan).items():
        shown = [one.item.action.id for choice in found for one in choice.among(every.values())]
        if facet is Facet.LATE:
            assert set(shown) <= set(every)
        else:
            assert sorted(shown) == sorted(every), facet
            assert all(choice.among(every.values()) for choice in found), "an empty filter has a page"


def test_filters_of_actions_that_nobody_answers_for(small_plan: Path, change: Change) -> None:
    change(_ROADS, "        owner: police\n", "        owner: not published\n")
    found = filters(_index(small_plan))
    assert [choice.address for choice in (*found[Facet.ORGANISATION], *found[Facet.KIND])] == [
        "progress/organisation/not_named/",
        "progress/kind/not_named/",
    ]


def test_plan_without_reports_has_no_filters(small_plan: Path) -> None:
    (small_plan / "data/progress/2026-10-23.yml").unlink()
    assert filters(_index(small_plan)) == {}


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ((("2026-01-30", "on track"), ("2026-04-24", "nothing")), "2026-05-01"),  # within the days of grace
        ((("2026-03-01", "on track"), ("2026-04-24", "nothing")), None),
        ((("2026-01-30", "stopped"), ("2026-07-24", "nothing")), None),
        ((("2026-07-24", "nothing"),), "2026-05-01"),
        ((("2026-01-30", "on track"), ("2026-07-24", "on track")), None),
    ],
    ids=["due soon after", "not due yet", "stopped", "never reported", "spoken of"],
)
def test_report_says_what_it_should_have_spoken_of(small_plan: Path, told: Told, missing: str | None) -> None:
    index = _reported(small_plan, told)
    newest = max(index.plan.progress, key=lambda report: report.date)
    found = [lack.due.isoformat() for lack in missing_from(newest, index, histories(index.plan))]
    assert found == ([missing] if missing else [])


def test_updates_of_a_report_by_status(example_plan: Index) -> None:
    for report in example_plan.plan.progress:
        found = by_status(report)
        assert sorted(one.action for updates in found.values() for one in updates) == sorted(
            one.action for one in report.updates
        )
