"""plan.json holds the whole plan, and its schema says what stands in it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from plainplan.exports.document import plan_of
from referencing import Registry, Resource

if TYPE_CHECKING:
    from tests.exports.conftest import Taken

Document = dict[str, Any]


def _validator(taken: Taken) -> Draft202012Validator:
    schema = json.loads(taken.content("plan.schema.json"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_plan_keeps_to_its_schema(taken: Taken) -> None:
    errors = _validator(taken).iter_errors(json.loads(taken.content("plan.json")))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


_SCHEMAS = {
    "measures": "measure.schema.json",
    "priorities": "priority.schema.json",
    "budget": "budget-year.schema.json",
}


def _of_slices(taken: Taken, kind: str) -> Draft202012Validator:
    """The schema of one kind of page, beside that of the plan, to which it refers."""
    names = ("plan.schema.json", _SCHEMAS[kind])
    plan, own = (json.loads(taken.content(name)) for name in names)
    Draft202012Validator.check_schema(own)
    found = {schema["$id"]: Resource.from_contents(schema) for schema in (plan, own)}
    return Draft202012Validator(own, registry=Registry().with_resources(found.items()))


@pytest.mark.parametrize("kind", _SCHEMAS)
def test_data_of_a_page_keeps_to_the_schema_that_it_names(taken: Taken, kind: str) -> None:
    validator = _of_slices(taken, kind)
    for path in sorted((taken.folder / kind).glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        assert (path.parent / told["described_by"]).resolve() == (taken.folder / _SCHEMAS[kind]).resolve()
        assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(told)] == [], path


@pytest.mark.parametrize(
    ("kind", "name", "spoil"),
    [
        ("measures", "knife-crime", lambda told: told["measure"].pop("unit")),
        ("measures", "knife-crime", lambda told: told["measure"].update(kind="guess")),
        ("priorities", "safer-roads", lambda told: told["actions"][0].update(status="fine")),
        ("priorities", "safer-roads", lambda told: told["actions"][0].pop("report_overdue")),
        ("budget", "2026-27", lambda told: told["grants"][0].update(amount="much")),
        ("budget", "2026-27", lambda told: told.pop("licence")),
    ],
)
def test_spoiled_data_of_a_page_does_not_keep_to_it(
    example_data: Taken, kind: str, name: str, spoil: Callable[[Document], object]
) -> None:
    told = json.loads(example_data.content(f"{kind}/{name}.json"))
    spoil(told)
    assert not _of_slices(example_data, kind).is_valid(told)


def test_plan_says_how_each_action_and_measure_stands(example_data: Taken) -> None:
    standing = json.loads(example_data.content("plan.json"))["standing"]
    assert standing["on"] == "2026-11-23"
    action = next(one for one in standing["actions"] if one["id"] == "call-back-101")
    assert (action["status"], action["report_overdue"]) == ("delayed", False)
    measure = next(one for one in standing["measures"] if one["id"] == "knife-crime")
    assert (measure["latest"], measure["change"], measure["to_target"]) == (309, -18, 49)


def test_plan_comes_back_whole(taken: Taken) -> None:
    read = json.loads(taken.content("plan.json"), parse_float=Decimal)
    assert plan_of(read) == taken.plan


def test_numbers_are_exact_for_readers_of_binary_doubles(taken: Taken) -> None:
    exact = json.loads(taken.content("plan.json"), parse_float=Decimal)
    rough = json.loads(taken.content("plan.json"))
    pairs = list(zip(_numbers(exact), _numbers(rough), strict=True))
    assert [found for found in pairs if Decimal(repr(found[1])) != found[0]] == []


def _numbers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inside in value.values():
            yield from _numbers(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _numbers(inside)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        yield value


def _without(name: str) -> Callable[[Document], object]:
    return lambda document: document["about"].pop(name)


def _funding(amount: object) -> Callable[[Document], object]:
    return lambda document: document["budget"][0]["funding"][0].update(amount=amount)


@pytest.mark.parametrize(
    "spoil",
    [
        _without("title"),
        _without("vision"),
        _funding("74762318"),
        _funding("unknown"),
        _funding(None),
        lambda document: document["progress"][0]["updates"][0].update(status="fine"),
        lambda document: document["measures"][0].update(unit=5),
        lambda document: document.update(priorities={}),
    ],
)
def test_a_spoiled_plan_does_not_keep_to_the_schema(
    example_data: Taken, spoil: Callable[[Document], object]
) -> None:
    document = copy.deepcopy(json.loads(example_data.content("plan.json")))
    spoil(document)
    assert not _validator(example_data).is_valid(document)


def test_every_part_of_the_schema_is_explained(example_data: Taken) -> None:
    schema = json.loads(example_data.content("plan.schema.json"))
    records = {"Plan": schema, **schema["$defs"]}
    silent = [name for name, record in records.items() if not record.get("description")]
    silent += [
        f"{name}.{field}"
        for name, record in records.items()
        for field, told in record.get("properties", {}).items()
        if not told.get("description")
    ]
    assert silent == []


def test_schema_names_itself_where_the_site_is_known(
    example_data: Taken, taken_from: Callable[[str], Taken]
) -> None:
    site = example_data.plan.about.site_url
    schema = json.loads(example_data.content("plan.schema.json"))
    assert schema["$id"] == f"{site}data/v1/plan.schema.json"
    homeless = taken_from("hertfordshire-2021")
    assert homeless.plan.about.site_url is None
    assert json.loads(homeless.content("plan.schema.json"))["$id"] == "plan.schema.json"


def test_a_stated_gap_is_not_an_empty_one(taken_from: Callable[[str], Taken]) -> None:
    document = json.loads(taken_from("leicestershire-2017").content("plan.json"))
    lines = [line["amount"] for year in document["budget"] for line in year["funding"]]
    assert "not published" in lines
