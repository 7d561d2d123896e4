"""What goes out comes in again: nothing is lost that the standards can hold; the rest is listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import pytest
from plainplan.exports import TakeAway, giving
from plainplan.exports.prose import unwrapped
from plainplan.exports.stratml import document
from plainplan.exports.stratml_words import Part
from plainplan.imports.choices import Notebook
from plainplan.imports.giving import Office, read_grants
from plainplan.imports.measure import Asked, read_measure
from plainplan.imports.stratml import Imported, read_plan
from plainplan.load import load_plan
from plainplan.load.folder import FOLDERS, LISTS, RECORDS
from plainplan.model import Plan
from plainplan.views.index import Index
from pydantic import BaseModel

from tests.sites import ROOT

PLANS = ["", *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/plans").iterdir())]

NOT_IN_STRATML = {
    "appearance": "how the site looks",
    "easy": "easy read is an edition of its own",
    "raise_to_error": "how strictly this program checks",
    "budget_line": "there is no money in StratML",
    "requirements": "there is no law in StratML",
}
"""Fields of records that StratML holds, which it cannot hold, and why."""
NOT_IN_PART_1 = NOT_IN_STRATML | {
    "measures": "Part 1 has no performance indicators",
    "measured_by": "Part 1 has no performance indicators",
}
FILES_NOT_IN_STRATML = {
    "accessibility.yml": "about the website, not the plan",
    "budget.yml": "there is no money in StratML",
    "consultation.yml": "there is no consultation in StratML",
    "easy_read.yml": "about easy read, not the plan",
    "editions.yml": "a document is in one language",
    "glossary.yml": "there are no terms in StratML",
    "grants.yml": "goes out as 360Giving",
    "milestones.yml": "there are no milestones in StratML",
    "pictures.yml": "there are no pictures in StratML",
    "previous_plan.yml": "a document holds one plan",
    "pronunciation.yml": "about the audio, not the plan",
    "requirements.yml": "there is no law in StratML",
    "wording.yml": "how strictly this program checks",
}
NOT_IN_360GIVING: dict[str, str] = {}
"""Fields of a grant that 360Giving cannot hold: none, with the fields that the standard allows besides."""


@cache
def plan_of(folder: str) -> Plan:
    return load_plan(ROOT / folder).plan


@cache
def through_stratml(folder: str, part: Part) -> Imported:
    notes = Notebook("plan.xml")
    imported = read_plan(document(Index(plan_of(folder)), part).decode("utf-8"), notes)
    assert imported is not None, notes.problems
    return imported


def without(data: Any, names: frozenset[str]) -> Any:
    """A record without the fields of these names, and without the line breaks of its file in prose."""
    if isinstance(data, dict):
        return {name: without(value, names) for name, value in data.items() if name not in names}
    if isinstance(data, list | tuple):
        return [without(entry, names) for entry in data]
    return unwrapped(data) if isinstance(data, str) and not isinstance(data, Enum) else data


def records(plan: Plan, part: Part) -> Iterator[tuple[str, BaseModel | tuple[BaseModel, ...]]]:
    """Every record that a part holds, by its file."""
    yield "data/plan.yml", plan.about
    for priority in plan.priorities:
        yield f"data/priorities/{priority.id}.yml", priority
    for measure in plan.measures if part is Part.TWO else ():
        yield f"data/measures/{measure.id}.yml", measure
    for report in plan.progress if part is Part.TWO else ():
        yield f"data/progress/{report.date}.yml", report


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("folder", PLANS)
def test_a_plan_through_stratml(folder: str, part: Part) -> None:
    plan, imported = plan_of(folder), through_stratml(folder, part)
    lost = frozenset(NOT_IN_STRATML if part is Part.TWO else NOT_IN_PART_1)
    expected = dict(records(plan, part))
    assert set(imported.records) == {*expected, "data/organisations.yml"}
    for name, record in expected.items():
        assert isinstance(record, BaseModel)
        found = imported.records[name].model_dump()
        assert in_order(without(found, lost)) == in_order(without(record.model_dump(), lost)), name
    organisations = imported.records["data/organisations.yml"].model_dump()["organisations"]
    assert without(list(organisations), frozenset()) == [
        without(organisation.model_dump(), frozenset()) for organisation in plan.organisations
    ]


def in_order(data: dict[str, Any]) -> dict[str, Any]:
    """The updates of a report stand by action: StratML keeps them with the actions, not in a report."""
    if "updates" in data:
        data["updates"].sort(key=lambda update: update["action"])
    return data


@pytest.mark.parametrize("name", NOT_IN_STRATML)
def test_what_is_listed_as_lost_is_lost(name: str) -> None:
    """The table above says no more than is so."""
    folder = "" if name != "raise_to_error" else PLANS[1]
    before = str([record for _, record in records(plan_of(folder), Part.TWO)])
    after = str(list(through_stratml(folder, Part.TWO).records.values()))
    assert before.count(f"{name}=") == after.count(f"{name}=") > 0
    if name != "raise_to_error":
        emptied = (f"{name}=None", f"{name}=()", f"{name}=Appearance(accent=None, logo=None)")
        assert sum(after.count(empty) for empty in emptied) == after.count(f"{name}=")
        assert sum(before.count(empty) for empty in emptied) < before.count(f"{name}=")


def test_every_file_is_accounted_for() -> None:
    held = {name.split("/")[1] for name in through_stratml("", Part.TWO).records}
    assert held | set(FILES_NOT_IN_STRATML) == {"plan.yml", *LISTS, *RECORDS, *FOLDERS}
    assert not held & set(FILES_NOT_IN_STRATML)


@pytest.mark.parametrize("path", [giving.JSON_PATH, giving.CSV_PATH])
def test_grants_through_360giving(path: str) -> None:
    plan = plan_of("")
    held = [grant for grant in plan.grants if grant not in [left for left, _ in giving.left_out(plan)]]
    text = next(item.content for item in giving.files(Index(plan)) if item.path == path).decode("utf-8")
    notes = Notebook(path)
    found = read_grants(text, notes, None, Office(plan.model_copy(update={"grants": ()})))
    assert found is not None, notes.problems
    assert not notes.choices
    lost = frozenset(NOT_IN_360GIVING)
    assert [without(grant.model_dump(), lost) for grant in found.grants] == [
        without(grant.model_dump(), lost) for grant in held
    ]


def test_our_own_grants_into_the_plan_change_nothing() -> None:
    plan = plan_of("")
    text = next(item.content for item in giving.files(Index(plan)) if item.path == giving.JSON_PATH)
    notes = Notebook("grants.json")
    found = read_grants(text.decode("utf-8"), notes, None, Office(plan))
    assert found is not None, notes.problems
    assert found.grants == plan.grants
    assert not any("changed" in choice.words for choice in notes.choices)


def test_the_figures_of_every_measure_through_our_own_table() -> None:
    plan = plan_of("")
    away = TakeAway(Index(plan), date(2026, 11, 23))
    for measure in plan.measures:
        text = next(item.content for item in away.of("measures", measure.id) if item.path.endswith(".csv"))
        notes = Notebook(f"{measure.id}.csv")
        assert read_measure(text.decode("utf-8"), Asked(measure.id), measure, notes) == measure, (
            notes.problems
        )
