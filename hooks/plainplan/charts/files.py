"""The rows of a chart as a file."""

from __future__ import annotations

import re

from plainplan.cells import csv_file, guarded
from plainplan.charts.chart import Chart
from plainplan.language import bare

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def csv_of(chart: Chart) -> bytes:
    """The rows as published, with numbers as they are and words that nobody's spreadsheet runs."""
    # Marks go first: a guard must stand at the very beginning of the words.
    bared = (map(bare, row) for row in chart.rows)
    rows = ([cell if _NUMBER.fullmatch(cell) else guarded(cell) for cell in row] for row in bared)
    return csv_file([chart.header, *rows])
