"""Every figure of the plan is in the tables, as the plan has it, and nothing else is."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from plainplan.exports.tables import DATASETS
from plainplan.model import Measure, Plan
from plainplan.model.measure import Observation
from plainplan.model.walk import walk_actions, walk_objectives

from tests.conftest import Change
from tests.exports.conftest import ON

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exports.conftest import Take, Taken

Told = Iterator[tuple[object, ...]]
_Case = tuple[str, str, Callable[[Plan], Told]]


def _observations(measure: Measure) -> Iterator[Observation]:
    yield from measure.series
    for breakdown in measure.breakdowns:
        for part in breakdown.parts:
            yield from part.series


_EXPECTED: list[_Case] = [
    (
        "figures",
        "measure period start end value low high status base",
        lambda plan: (
            (one.id, x.period, x.start, x.end, x.value, x.low, x.high, x.status, x.base)
            for one in plan.measures
            for x in _observations(one)
        ),
    ),
    (
        "revisions",
        "measure period date was",
        lambda plan: (
            (one.id, x.period, revision.date, revision.was)
            for one in plan.measures
            for x in _observations(one)
            for revision in x.revisions
        ),
    ),
    (
        "measures",
        "id baseline target",
        lambda plan: (
            (x.id, x.baseline.value if x.baseline else None, x.target.value if x.target else None)
            for x in plan.measures
        ),
    ),
    (
        "progress",
        "date action status percent",
        lambda plan: (
            (report.date, x.action, x.status, x.percent) for report in plan.progress for x in report.updates
        ),
    ),
    (
        "funding",
        "year id amount percent",
        lambda plan: ((year.id, x.id, x.amount, x.percent) for year in plan.budget for x in year.funding),
    ),
    (
        "spending",
        "year id amount percent passed_to_chief_constable",
        lambda plan: (
            (year.id, x.id, x.amount, x.percent, x.passed_to_chief_constable)
            for year in plan.budget
            for x in year.spending
        ),
    ),
    (
        "spending-by-priority",
        "year line priority amount",
        lambda plan: (
            (year.id, line.id, x.priority, x.amount)
            for year in plan.budget
            for line in year.spending
            for x in line.priorities
        ),
    ),
    (
        "capital",
        "year id amount",
        lambda plan: ((year.id, x.id, x.amount) for year in plan.budget for x in year.capital),
    ),
    (
        "capital-funding",
        "year id amount",
        lambda plan: ((year.id, x.id, x.amount) for year in plan.budget for x in year.capital_funding),
    ),
    (
        "savings",
        "year id amount",
        lambda plan: ((year.id, x.id, x.amount) for year in plan.budget for x in year.savings),
    ),
    (
        "reserves",
        "year id opening movement closing",
        lambda plan: (
            (year.id, x.id, x.opening, x.movement, x.closing)
            for year in plan.budget
            for x in (year.reserves.lines if year.reserves else ())
        ),
    ),
    (
        "budget-years",
        "id funding_total spending_total capital_total savings_total band_d",
        lambda plan: (
            (
                *(x.id, x.funding_total, x.spending_total, x.capital_total, x.savings_total),
                x.precept.band_d if x.precept else None,
            )
            for x in plan.budget
        ),
    ),
    (
        "grants",
        "id amount applied disbursed awarded priority",
        lambda plan: ((x.id, x.amount, x.applied, x.disbursed, x.awarded, x.priority) for x in plan.grants),
    ),
    (
        "actions",
        "id owner start due cost",
        lambda plan: (
            (x.id, x.owner, x.start, x.due, x.cost) for x in (item.action for item in walk_actions(plan))
        ),
    ),
    (
        "objectives",
        "id priority",
        lambda plan: ((x.objective.id, x.priority.id) for x in walk_objectives(plan)),
    ),
    (
        "consultation",
        "id start end responses",
        lambda plan: ((x.id, x.start, x.end, x.responses) for x in plan.consultation),
    ),
    ("milestones", "id date state", lambda plan: ((x.id, x.date, x.state) for x in plan.milestones)),
    ("requirements", "id read_on", lambda plan: ((x.id, x.read_on) for x in plan.requirements)),
    ("glossary", "id", lambda plan: ((x.id,) for x in plan.glossary)),
    (
        "organisations",
        "id responsibility",
        lambda plan: ((x.id, x.responsibility) for x in plan.organisations),
    ),
    ("priorities", "id", lambda plan: ((x.id,) for x in plan.priorities)),
    (
        "previous-plan",
        "id fate",
        lambda plan: ((x.id, x.fate) for x in (plan.previous.actions if plan.previous else ())),
    ),
]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _rows(taken: Taken, name: str) -> list[dict[str, str]]:
    if not (taken.folder / f"{name}.csv").exists():
        return []
    return list(csv.DictReader(io.StringIO(taken.content(f"{name}.csv").decode("utf-8"), newline="")))


@pytest.mark.parametrize(("name", "fields", "expected"), _EXPECTED, ids=[case[0] for case in _EXPECTED])
def test_table_says_what_the_plan_says(
    taken: Taken, name: str, fields: str, expected: Callable[[Plan], Told]
) -> None:
    there = Counter(tuple(row[field] for field in fields.split()) for row in _rows(taken, name))
    assert there == Counter(tuple(map(_text, told)) for told in expected(taken.plan))


def test_action_says_where_it_stands(example_data: Taken) -> None:
    """call-back-101 was on track, then at risk, and has been delayed since July."""
    told = [
        (report.date, update.status)
        for report in sorted(example_data.plan.progress, key=lambda report: report.date)
        for update in report.updates
        if update.action == "call-back-101"
    ]
    day, status = told[-1]
    since = min(day for place, (day, _) in enumerate(told) if {one for _, one in told[place:]} == {status})
    row = next(row for row in _rows(example_data, "actions") if row["id"] == "call-back-101")
    assert (row["status"], row["status_since"], row["last_report"]) == (status, str(since), str(day))


def test_status_begins_with_the_last_unbroken_row_of_reports(
    change: Change, small_plan: Path, take: Take
) -> None:
    text = (small_plan / "data/progress/2026-10-23.yml").read_text(encoding="utf-8")
    reports = {"2026-01-23": "on track", "2026-04-24": "at risk", "2026-07-24": "on track"}
    for day, status in reports.items():
        said = text.replace("2026-10-23", day).replace("on track", status)
        (small_plan / f"data/progress/{day}.yml").write_text(said, encoding="utf-8")
    (row,) = _rows(take(small_plan), "actions")
    assert (row["status"], row["status_since"], row["last_report"]) == (
        "on track",
        "2026-07-24",
        "2026-10-23",
    )


def test_gaps_are_told_apart(change: Change, small_plan: Path, take: Take) -> None:
    change(
        "data/priorities/safer-roads.yml",
        "due: 2026-12-31",
        "due: not published\n        cost: not published",
    )
    taken = take(small_plan)
    (action,) = _rows(taken, "actions")
    assert (action["due"], action["cost"], action["office"]) == ("not published", "not published", "")
    values = [(row["value"], row["reason"]) for row in _rows(taken, "figures")]
    assert values == [("20", ""), ("not available", "The cameras were broken.")]


def test_precept_bands_say_whether_the_plan_states_them(example_data: Taken) -> None:
    rows = _rows(example_data, "precept-bands")
    assert {row["year"] for row in rows} == {year.id for year in example_data.plan.budget if year.precept}
    band_d = {row["year"]: row["amount"] for row in rows if row["band"] == "D"}
    assert band_d == {year.id: str(year.precept.band_d) for year in example_data.plan.budget if year.precept}
    stated = {row["year"]: row["stated"] for row in rows}
    assert stated == {
        year.id: str(bool(year.precept.bands)).lower() for year in example_data.plan.budget if year.precept
    }


def test_newest_entry_is_the_newest_day(example_data: Taken) -> None:
    tables = example_data.away.tables
    plan = example_data.plan
    assert tables["progress"].newest(ON) == max(report.date for report in plan.progress)
    assert tables["progress"].newest(date(2026, 8, 1)) == date(2026, 7, 24)
    assert tables["grants"].newest(ON) == max(grant.awarded for grant in plan.grants)
    assert tables["glossary"].newest(ON) is None
    listed = {one.dataset.id: one for one in example_data.away.listed}
    assert listed["glossary"].changed == plan.about.versions[-1].date == listed["versions"].newest
    assert example_data.away.changed == max(one.changed for one in listed.values() if one.changed)


@pytest.mark.parametrize("dataset", DATASETS, ids=[dataset.id for dataset in DATASETS])
def test_datasets_are_described_in_full(dataset: object) -> None:
    (found,) = (one for one in DATASETS if one is dataset)
    names, titles = [x.name for x in found.fields], [x.title for x in found.fields]
    assert len(set(names)) == len(names)
    assert len({title.casefold() for title in titles}) == len(titles)  # a workbook's table asks for that
    assert all(x.description.endswith(".") for x in found.fields)
    by_id = {one.id: one for one in DATASETS}
    for reference in found.references:
        assert set(reference.fields) <= set(names)
        assert reference.to == by_id[reference.dataset].key
    assert set(found.key) <= set(names)
    assert not found.dated or found.dated in names
