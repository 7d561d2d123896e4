"""The rows of a chart as a file."""

from __future__ import annotations

import csv
from io import StringIO

from plainplan.charts.chart import Chart


def csv_of(chart: Chart) -> bytes:
    """The rows as published: UTF-8 without a mark at its beginning, lines ending as in RFC 4180."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(chart.header)
    writer.writerows(chart.rows)
    return text.getvalue().encode()
