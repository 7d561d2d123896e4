"""The columns of the sheets of plan.xlsx: their order, what stands above them, and how formulas name them."""

from __future__ import annotations

from collections.abc import Sequence

from plainplan.exports import names
from plainplan.exports.fields import Field, Kind, Table

_IDENTIFIERS = (Kind.ID, Kind.IDS)
_TITLES = ("title", "name", "term", "action_title", "measure_title", "line_title")


def columns(table: Table) -> dict[Field, str]:
    """The columns in the order of the sheet, each with what stands above it."""
    fields = in_reading_order(table.dataset.fields)
    return dict(zip(fields, names.heads(field.heading for field in fields), strict=True))


def in_reading_order(fields: Sequence[Field]) -> list[Field]:
    """Columns as people read them: what a row is called, all that it says, and identifiers last."""
    first = next((field for name in _TITLES for field in fields if field.name == name), None)
    return sorted(fields, key=lambda field: 0 if field is first else 2 if field.kind in _IDENTIFIERS else 1)


def table_name(table: Table) -> str:
    """What a table is called in formulas."""
    return table.dataset.id.replace("-", "_")


def reference(table: Table, name: str) -> str:
    """A column of a table, as formulas name it."""
    head = next(head for field, head in columns(table).items() if field.name == name)
    return names.column(table_name(table), head)
