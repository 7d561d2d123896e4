"""When a plan and its measures changed last, as seen on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plainplan.load import load_plan
from plainplan.views.changed import measures_changed, plan_changed
from plainplan.views.changes import Changes
from plainplan.views.index import Index

from tests.conftest import Change
from tests.sites import ROOT

_FIRST = "    low: 18\n    high: 22\n"
_FIGURE = "    published: 2026-11-20\n    revisions:\n      - {date: 2026-11-22, was: 21}\n"


@pytest.mark.parametrize(
    ("on", "of_plan", "of_measures"),
    [
        (date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 22)),
        (date(2026, 11, 21), date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 19), date(2026, 10, 23), None),
        (date(2025, 1, 1), None, None),
    ],
)
def test_the_newest_event_up_to_a_day_says_when_the_plan_changed(
    small_plan: Path, change: Change, on: date, of_plan: date | None, of_measures: date | None
) -> None:
    change("data/measures/speeding.yml", _FIRST, f"{_FIRST}{_FIGURE}")
    plan = load_plan(small_plan).plan
    assert plan_changed(plan, on) == of_plan
    assert measures_changed(plan, plan.measures, on) == of_measures


def test_a_figure_from_before_the_plan_did_not_change_it(small_plan: Path, change: Change) -> None:
    change("data/measures/speeding.yml", _FIRST, f"{_FIRST}    published: 2025-11-30\n")
    plan = load_plan(small_plan).plan
    assert measures_changed(plan, plan.measures) is None


@pytest.mark.parametrize("on", [date(2026, 11, 23), date(2026, 7, 1), date(2025, 12, 19)])
def test_the_plan_changed_on_the_day_of_its_newest_news(on: date) -> None:
    plan = load_plan(ROOT).plan
    assert plan_changed(plan, on) == Changes(Index(plan), on).newest_first[0].on
