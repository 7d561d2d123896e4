"""What became of the plan before, worked out from its actions and those of this plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from plainplan.load import load_plan
from plainplan.model.previous import Fate
from plainplan.views.a_to_z import entries
from plainplan.views.index import Index
from plainplan.views.previous import by_fate, carried_on, place_of, with_a_page

_BEFORE = """\
title: Safer Testshire 2021
period: 2021 to 2025
actions:
  - {id: count-cars, title: Count cars, fate: dropped, why: A}
  - {id: speed-checks, title: Check speeds weekly, fate: carried forward, why: A, actions: [speed-checks]}
  - {id: road-signs, title: New signs, fate: finished, why: A}
  - {id: school-roads, title: Slow roads, fate: carried forward, why: A,
     actions: [speed-checks, speed-checks]}
"""


@pytest.fixture
def index(small_plan: Path) -> Index:
    (small_plan / "data/previous_plan.yml").write_text(_BEFORE, encoding="utf-8")
    return Index(load_plan(small_plan).plan)


def test_actions_stand_under_what_became_of_them(index: Index) -> None:
    found = {fate: [action.id for action in actions] for fate, actions in by_fate(index.plan).items()}
    assert list(found.items()) == [
        (Fate.CARRIED_FORWARD, ["speed-checks", "school-roads"]),
        (Fate.FINISHED, ["road-signs"]),
        (Fate.DROPPED, ["count-cars"]),
    ]


def test_each_action_knows_what_it_carries_on_once(index: Index) -> None:
    found = {name: [old.id for old in actions] for name, actions in carried_on(index.plan).items()}
    assert found == {"speed-checks": ["speed-checks", "school-roads"]}


def test_every_old_action_has_its_address(index: Index) -> None:
    assert [action.id for action in with_a_page(index)] == ["count-cars", "road-signs", "school-roads"]
    assert place_of(index) == {
        "count-cars": "actions/count-cars/",
        "speed-checks": "previous-plan/#speed-checks",
        "road-signs": "actions/road-signs/",
        "school-roads": "actions/school-roads/",
    }


def test_a_to_z_knows_them(index: Index) -> None:
    found = {(entry.name, entry.kind, entry.address) for entry in entries(index)}
    kind = "Action of the plan for 2021 to 2025"
    assert {
        ("Count cars", kind, "actions/count-cars/"),
        ("New signs", kind, "actions/road-signs/"),
        ("Slow roads", kind, "actions/school-roads/"),
        ("Plan for 2021 to 2025: what became of it", "Page", "previous-plan/"),
    } <= found
    assert ("Check speeds weekly", kind, "actions/speed-checks/") not in found


def test_a_plan_without_one_before_has_nothing_of_it(small_plan: Path) -> None:
    index = Index(load_plan(small_plan).plan)
    assert (by_fate(index.plan), carried_on(index.plan), place_of(index)) == ({}, {}, {})
    assert not [entry for entry in entries(index) if "previous" in entry.address]
