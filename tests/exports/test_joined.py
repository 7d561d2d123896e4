"""What the tables work out, and how they join: the same as on the pages, and the same in every table."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from plainplan.exports.fields import Kind as FieldKind
from plainplan.exports.fields import Seen
from plainplan.exports.tables import DATASETS, tables_of
from plainplan.views.changes import Changes, Kind
from plainplan.views.going import goings
from plainplan.views.measures import read

from tests.exports.conftest import ON

if TYPE_CHECKING:
    from tests.exports.conftest import Taken

_BROKEN = re.compile(r"[^\n]\n(?!\n|[-*+] |[0-9]+[.] )")


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


def test_tables_say_what_the_pages_say(example_data: Taken) -> None:
    """What readers see of actions and measures on the day of the build."""
    going = goings(example_data.away.index, ON)
    for row in _rows(example_data, "actions"):
        found = going[row["id"]]
        assert row["counted_on"] == "2026-11-23"
        assert row["report_due"] == _text(found.report_due)
        assert (row["report_overdue"], row["past_due_date"]) == (
            _text(found.report_overdue),
            _text(found.past_due_date),
        )
    later = tables_of(Seen(example_data.plan, date(2031, 1, 1)))["actions"].objects
    assert {row["past_due_date"] for row in later if row["status"] == "on track"} == {True}
    assert {row["past_due_date"] for row in later if row["status"] == "complete"} == {False}
    for row in _rows(example_data, "measures"):
        reading = read(example_data.away.index.measures[row["id"]], ON)
        assert row["standing"] == reading.course.standing
        assert row["latest"] == _text(reading.latest and reading.latest.value)
        assert row["change"] == _text(reading.change and reading.change.amount)


def test_changes_are_those_of_the_page(example_data: Taken) -> None:
    events = Changes(example_data.away.index, ON).newest_first
    rows = _rows(example_data, "changes")
    assert [(row["key"], row["date"]) for row in rows] == [(one.key, str(one.on)) for one in events]
    told = {row["kind"]: (row["title"], row["was"], row["now"]) for row in reversed(rows)}
    assert set(told) == {kind.value for kind in Kind}
    assert all(title for title, _, _ in told.values())
    assert all(was and now and was != now for _, was, now in (told["status"], told["revision"]))


def test_revisions_end_at_the_figure_of_now(example_data: Taken) -> None:
    last = {(row["series"], row["number"]): row for row in _rows(example_data, "revisions")}
    figures = {(row["series"], row["number"]): row["value"] for row in _rows(example_data, "figures")}
    assert last
    assert {key: row["now"] for key, row in last.items()} == {key: figures[key] for key in last}
    assert all(row["measure_title"] and row["unit"] for row in last.values())


@pytest.mark.parametrize(
    ("name", "lists", "pair"),
    [
        ("action-measures", "actions measures", "action measure"),
        ("action-partners", "actions partners", "action organisation"),
        ("action-outcomes", "actions outcomes", "action outcome"),
        ("action-requirements", "actions requirements", "action requirement"),
        ("response-actions", "responses actions", "response action"),
    ],
)
def test_pairs_are_those_of_the_lists(taken: Taken, name: str, lists: str, pair: str) -> None:
    (of, several), (key, other) = lists.split(), pair.split()
    listed = {(row["id"], entry) for row in _rows(taken, of) for entry in row[several].split()}
    assert {(row[key], row[other]) for row in _rows(taken, name)} == listed


def test_grants_join_to_organisations_and_to_other_funders(example_data: Taken) -> None:
    names = {row["id"]: row["name"] for row in _rows(example_data, "organisations")}
    rows = _rows(example_data, "grants")
    joined = {
        row["recipient"]: (names[row["organisation"]], row["recipient_org_id"])
        for row in rows
        if row["organisation"]
    }
    assert joined["Victim Care Ashmarch"] == ("Victim Care Ashmarch", "GB-CHC-0000001")
    assert all(recipient == name for recipient, (name, _) in joined.items())
    council = next(row for row in rows if row["recipient"] == "Wyndale Council")
    assert council["recipient_org_id"] == f"360G-ashmarch-org:{council['organisation']}"
    package = json.loads(example_data.content("grants.360giving.json"))
    told = {grant["id"]: grant["recipientOrganization"][0]["id"] for grant in package["grants"]}
    assert {row["giving_id"]: row["recipient_org_id"] for row in rows} == told


def test_prose_has_no_line_breaks_of_its_file(taken: Taken) -> None:
    for dataset in DATASETS:
        prose = [field.name for field in dataset.fields if field.kind is FieldKind.PROSE]
        for row in _rows(taken, dataset.id):
            assert [(name, row[name]) for name in prose if _BROKEN.search(row[name])] == [], dataset.id
