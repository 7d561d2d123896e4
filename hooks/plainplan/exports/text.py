"""Cells as text: what stands in a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from plainplan.exports.fields import SEPARATORS, Cell, Field, Kind, Table
from plainplan.model.base import Unknown

_WOULD_RUN = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_GUARD = "'"


def guarded(words: str) -> str:
    """Words that no spreadsheet takes for a formula.

    Spreadsheets run a cell that begins with one of `_WOULD_RUN`, quoted or not (OWASP, CSV injection). Such
    words, and those that begin with an apostrophe, get one apostrophe before them. So whoever takes one
    apostrophe from the beginning of words that have one has the words of the plan again. Numbers and dates
    are never words: -5 stays as it is.
    """
    return f"{_GUARD}{words}" if words.startswith((_GUARD, *_WOULD_RUN)) else words


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
    return _csv(table.dataset.fields, table.rows)


def _csv(fields: tuple[Field, ...], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(field.name for field in fields)
    kinds = [field.kind for field in fields]
    writer.writerows([written(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows)
    return file.getvalue().encode("utf-8")
