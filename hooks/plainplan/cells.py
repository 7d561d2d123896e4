"""Cells of CSV files: RFC 4180, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

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


def csv_file(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows by RFC 4180, the names of the columns first: UTF-8 without a mark at its beginning, CRLF."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode("utf-8")
