"""The two standard descriptions of the CSV files: a Data Package, and CSV on the Web (CSVW)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from plainplan.exports.download import FOLDER, language_tag
from plainplan.exports.fields import MISSING, SEPARATORS, Field, Kind, Reference, Table
from plainplan.exports.json_text import encode
from plainplan.language import gettext
from plainplan.model import Plan
from plainplan.model.plan import About

_PROFILES = "https://datapackage.org/profiles/2.0/"

Tables = Mapping[str, Table]
Named = Mapping[str, Any]

_TABLE_SCHEMA_TYPES: Mapping[Kind, str] = {
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.MONEY: "number",
    Kind.DAY: "date",
    Kind.YES_NO: "boolean",
    Kind.IDS: "list",
    Kind.LINES: "list",
}
_CSVW_TYPES: Mapping[Kind, str] = {
    Kind.WHOLE: "integer",
    Kind.NUMBER: "decimal",
    Kind.MONEY: "decimal",
    Kind.DAY: "date",
    Kind.YES_NO: "boolean",
}


def data_package(plan: Plan, tables: Tables, files: Mapping[str, bytes]) -> bytes:
    """datapackage.json (Data Package 2.0) for the CSV files; `files` are their bytes by dataset."""
    about = plan.about
    return encode(
        {
            "$schema": f"{_PROFILES}datapackage.json",
            "name": "plan",
            **_said(
                "id", f"{about.site_url.rstrip('/')}/{FOLDER}datapackage.json" if about.site_url else None
            ),
            "title": about.title,
            "description": " ".join(about.summary.split()),
            **_said("homepage", about.site_url),
            **_said("version", about.versions[-1].number if about.versions else None),
            **_said("licenses", _licences(about)),
            "contributors": [{"title": about.body.name, "roles": ["publisher"]}],
            **_said("sources", [{"title": about.title, "path": about.site_url}] if about.site_url else None),
            "resources": [_resource(name, table, tables, files[name]) for name, table in tables.items()],
        }
    ).encode("utf-8")


def _said(name: str, value: Any) -> Named:
    return {name: value} if value else {}


def _licences(about: About) -> list[Named]:
    if not about.licence_url:
        return []
    return [{"path": about.licence_url, **_said("title", about.licence)}]


def _resource(name: str, table: Table, tables: Tables, content: bytes) -> Named:
    dataset = table.dataset
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "title": dataset.heading,
        "description": dataset.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "$schema": f"{_PROFILES}tableschema.json",
            "fields": [_table_schema_field(field) for field in dataset.fields],
            "missingValues": [{"value": value, "label": gettext(label)} for value, label in MISSING.items()],
            "primaryKey": list(dataset.key),
            "foreignKeys": [
                {
                    "fields": list(found.fields),
                    "reference": {
                        "resource": "" if found.dataset == name else found.dataset,
                        "fields": list(found.to),
                    },
                }
                for found in _references(table, tables)
            ],
        },
    }


def _references(table: Table, tables: Tables) -> list[Reference]:
    """Those that lead to a dataset that the plan has: the fields of the others are empty."""
    return [found for found in table.dataset.references if found.dataset in tables]


def _table_schema_field(field: Field) -> Named:
    separator = SEPARATORS.get(field.kind)
    limits = {**_said("required", _never_missing(field)), **_said("enum", list(field.one_of))}
    return {
        "name": field.name,
        "type": _TABLE_SCHEMA_TYPES.get(field.kind, "string"),
        **({"delimiter": separator, "itemType": "string"} if separator else {}),
        "title": field.heading,
        "description": field.meaning,
        **_said("constraints", limits),
    }


def csvw(plan: Plan, tables: Tables) -> bytes:
    """csv-metadata.json (W3C, Metadata Vocabulary for Tabular Data) for the CSV files beside it."""
    about = plan.about
    return encode(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": language_tag()}],
            "dc:title": about.title,
            "dc:description": " ".join(about.summary.split()),
            "dc:publisher": about.body.name,
            **_said("dc:license", {"@id": about.licence_url} if about.licence_url else None),
            "tables": [_csvw_table(table, tables) for table in tables.values()],
        }
    ).encode("utf-8")


def _csvw_table(table: Table, tables: Tables) -> Named:
    dataset = table.dataset
    return {
        "url": f"{dataset.id}.csv",
        "dc:title": dataset.heading,
        "dc:description": dataset.meaning,
        "tableSchema": {
            "columns": [_csvw_column(field) for field in dataset.fields],
            "primaryKey": list(dataset.key),
            "foreignKeys": [
                {
                    "columnReference": list(found.fields),
                    "reference": {"resource": f"{found.dataset}.csv", "columnReference": list(found.to)},
                }
                for found in _references(table, tables)
                if _never_empty(table, found)
            ],
        },
    }


def _never_empty(table: Table, reference: Reference) -> bool:
    """Strict readers of CSVW refuse a reference that may be empty: those stand in the Data Package alone."""
    required = {field.name for field in table.dataset.fields if _never_missing(field)}
    return required.issuperset(reference.fields)


def _never_missing(field: Field) -> bool:
    """Free words are not promised: they may be a stated gap themselves, such as a unit "not published"."""
    return field.required and (field.kind not in (Kind.WORDS, Kind.PROSE) or bool(field.one_of))


def _csvw_column(field: Field) -> Named:
    return {
        "name": field.name,
        "titles": field.name,
        "rdfs:label": field.heading,
        "dc:description": field.meaning,
        "datatype": _CSVW_TYPES.get(field.kind, "string"),
        "null": list(MISSING),
        **_said("required", _never_missing(field)),
        **_said("separator", SEPARATORS.get(field.kind)),
    }
