"""plan.json, the whole plan as one document, and the JSON Schema that says what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from plainplan.exports import meanings
from plainplan.exports.fields import Dataset, Seen, read
from plainplan.exports.json_text import encode
from plainplan.exports.schemas import (
    DIALECT,
    PLAN_DOCUMENT,
    PLAN_SCHEMA,
    address_from,
    address_of,
    row_schema,
)
from plainplan.exports.tables.measures import MEASURES
from plainplan.exports.tables.promises import ACTIONS
from plainplan.model import Plan

_NOT_OF_THE_PLAN = ("$schema", "standing")


def _of(dataset: Dataset, names: tuple[str, ...]) -> Dataset:
    """A dataset with some of its columns."""
    return replace(dataset, fields=tuple(field for field in dataset.fields if field.name in names))


_ACTION = ("id", "status", "status_since", "percent", "last_report", "report_due", "report_overdue")
_MEASURE = ("id", "latest", "latest_period", "latest_end", "change", "to_target", "standing")
_STANDING: Mapping[str, Dataset] = {
    "actions": _of(ACTIONS, (*_ACTION, "past_due_date")),
    "measures": _of(MEASURES, (*_MEASURE, "standing_reason")),
}
"""What is worked out and not written: the columns of the tables that say it."""


def plan_json(seen: Seen) -> bytes:
    """Everything in the plan, and where it stands on the day.

    What the plan does not say is null or an empty list: every key is there.
    """
    standing = {name: read(dataset, seen).objects for name, dataset in _STANDING.items()}
    schema = address_from(PLAN_DOCUMENT, PLAN_SCHEMA)
    told = {"$schema": schema, **as_data(seen.plan), "standing": {"on": seen.on, **standing}}
    return encode(told).encode("utf-8")


def as_data(record: Any) -> dict[str, Any]:
    """A record as JSON has it, by the names that editors write."""
    data: dict[str, Any] = record.model_dump(by_alias=True)
    return data


def plan_of(document: Mapping[str, Any]) -> Plan:
    """The plan that plan.json holds (numbers read as decimals). Raises ValidationError if it holds none."""
    return Plan.model_validate(
        {name: value for name, value in document.items() if name not in _NOT_OF_THE_PLAN}
    )


class _Generator(GenerateJsonSchema):
    """What `plan_json` writes: decimals are numbers, and every key is there."""

    def decimal_schema(self, schema: Any) -> JsonSchemaValue:
        return {"type": "number"}

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True

    def get_title_from_name(self, name: str) -> str:
        return name.replace("_", " ").capitalize()


def _explain(record: str, schema: dict[str, Any]) -> None:
    """Say in words what a record and each of its fields is, where the model has none."""
    for name, field in schema.get("properties", {}).items():
        words = field.get("description") or meanings.of_field(record, name)
        field["description"] = words[:1].upper() + words[1:]
    schema.pop("additionalProperties", None)  # fields may be added: who reads with an older copy goes on
    if "description" in schema:
        schema["description"] = meanings.of_record(record, " ".join(schema["description"].split()))


def schema_json(plan: Plan) -> bytes:
    """The JSON Schema (2020-12) of plan.json. It says the same for every plan but for its address."""
    made = Plan.model_json_schema(by_alias=True, mode="serialization", schema_generator=_Generator)
    address = address_of(plan, PLAN_SCHEMA)
    head = {"$schema": DIALECT, "$id": address, "title": "A public plan", "description": _DESCRIPTION}
    for record, schema in {"Plan": made, **made["$defs"]}.items():
        _explain(record, schema)
    made["properties"] = {"$schema": _SELF, **made["properties"], "standing": _standing_schema()}
    made["required"] = [*made["required"], "standing"]
    return encode({**head, **{name: made[name] for name in sorted(made) if name not in head}}).encode("utf-8")


def _standing_schema() -> dict[str, Any]:
    day = {"type": "string", "format": "date", "description": "The day of the website's data."}
    parts = {
        name: {"type": "array", "description": dataset.description, "items": row_schema(dataset)}
        for name, dataset in _STANDING.items()
    }
    return {
        "type": "object",
        "description": "Worked out, not written: how each action and measure stands on the day.",
        "properties": {"on": day, **parts},
        "required": ["on", *parts],
    }


_DESCRIPTION = (
    "Everything in a plan: what it promises, who answers for it, how it is going and what it costs. "
    "Money is in pounds. Dates are year-month-day. Text is plain, or simple Markdown. "
    "Fields may be added: ignore those that you do not know. "
    'A stated gap is the text "not published" or "not available"; null means that the plan says nothing.'
)
_SELF = {"type": "string", "description": "The address of this schema."}
