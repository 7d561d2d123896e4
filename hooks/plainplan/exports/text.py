"""Cells as text: what stands in a CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from plainplan.cells import csv_file, guarded
from plainplan.exports.fields import SEPARATORS, Cell, Field, Kind, Table
from plainplan.model.base import Unknown


def written(cell: Cell, kind: Kind) -> str:
    """A cell as it stands in a CSV file: dates by ISO 8601, numbers with the digits of the plan."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, tuple):
        return guarded(SEPARATORS[kind].join(cell))
    return guarded(str(cell)) if isinstance(cell, str) and not isinstance(cell, Unknown) else str(cell)


def csv_of(table: Table) -> bytes:
    """A table by RFC 4180: UTF-8 without a mark at its beginning, one line of names, CRLF."""
    return csv_file(_rows(table.dataset.fields, table.rows))


def _rows(fields: tuple[Field, ...], rows: Iterable[tuple[Cell, ...]]) -> Iterator[list[str]]:
    yield [field.name for field in fields]
    kinds = [field.kind for field in fields]
    for row in rows:
        yield [written(cell, kind) for cell, kind in zip(row, kinds, strict=True)]
