"""JSON Schemas (2020-12) of rows, and of the data of one page. They are in English, and made once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plainplan import addresses
from plainplan.exports.download import FOLDER, source_address
from plainplan.exports.fields import Dataset, Field, Kind
from plainplan.exports.tables.grants import GRANTS
from plainplan.exports.tables.promises import ACTIONS
from plainplan.language import spoken
from plainplan.model import Plan
from plainplan.model.base import Unknown

PLAN_DOCUMENT = "plan.json"
PLAN_SCHEMA = "plan.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "number"}
_TYPES: Mapping[Kind, Schema] = {
    Kind.WHOLE: {"type": "integer"},
    Kind.NUMBER: _NUMBER,
    Kind.MONEY: _NUMBER,
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.YES_NO: {"type": "boolean"},
    Kind.IDS: {"type": "array", "items": _TEXT},
    Kind.LINES: {"type": "array", "items": _TEXT},
}
_GAPS: Schema = {"enum": [*Unknown]}


def address_of(plan: Plan, name: str) -> str:
    """The address of a schema; its file's name where the plan does not say where its site is."""
    site = plan.about.site_url
    return f"{site.rstrip('/')}/{FOLDER}{name}" if site else name


def address_from(file: str, name: str) -> str:
    """The address of a schema as seen from a file of data: both are names in the folder."""
    if spoken().is_source:
        return "../" * file.count("/") + name
    return addresses.relative(source_address(f"{FOLDER}{name}"), f"{FOLDER}{file}")


def row_schema(dataset: Dataset) -> Schema:
    """One row of a dataset as an object with a key for every column."""
    return {
        "type": "object",
        "description": dataset.description,
        "properties": {field.name: _cell(field) for field in dataset.fields},
        "required": [field.name for field in dataset.fields],
    }


def _cell(field: Field) -> Schema:
    usual = (
        {"enum": [str(value) for value in field.one_of]} if field.one_of else _TYPES.get(field.kind, _TEXT)
    )
    gap_is_there = field.kind in _TYPES and field.kind not in (Kind.IDS, Kind.LINES)
    ways = [usual, *([_GAPS] if gap_is_there else []), *([] if field.required else [{"type": "null"}])]
    return {"title": field.title, "description": field.description, "anyOf": ways}


def _of_plan(record: str) -> Schema:
    return {"$ref": f"{PLAN_SCHEMA}#/$defs/{record}"}


def _rows(dataset: Dataset) -> Schema:
    return {"type": "array", "description": dataset.description, "items": row_schema(dataset)}


SLICES: Mapping[str, tuple[str, str, Mapping[str, Schema]]] = {
    "measures": ("measure.schema.json", "A measure of a plan", {"measure": _of_plan("Measure")}),
    "priorities": (
        "priority.schema.json",
        "A priority of a plan",
        {"priority": _of_plan("Priority"), "actions": _rows(ACTIONS)},
    ),
    "budget": (
        "budget-year.schema.json",
        "A financial year of a plan",
        {"year": _of_plan("BudgetYear"), "grants": _rows(GRANTS)},
    ),
}
"""Kind of page → the file of the schema, its title, and what the data has besides the head."""

_OR_NULL: Schema = {"type": ["string", "null"]}
_HEAD: Mapping[str, Schema] = {
    "$schema": {"type": "string", "description": "The address of this schema."},
    "plan": {
        "type": "object",
        "description": "The plan that it is a part of.",
        "properties": {"title": _TEXT, "body": _TEXT, "site": _OR_NULL},
        "required": ["title", "body", "site"],
    },
    "licence": {
        "type": "object",
        "description": "On what terms it may be used.",
        "properties": {"title": _OR_NULL, "url": _OR_NULL},
        "required": ["title", "url"],
    },
    "described_by": {"type": "string", "description": "The address of this schema, from this file."},
}


def slice_schema(plan: Plan, kind: str) -> Schema:
    """The schema of the data of a page of one kind: `measures`, `priorities` or `budget`."""
    name, title, parts = SLICES[kind]
    return {
        "$schema": DIALECT,
        "$id": address_of(plan, name),
        "title": title,
        "type": "object",
        "properties": {**_HEAD, **parts},
        "required": [*_HEAD, *parts],
    }
