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
