"""Which charts there are, and what their files hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from plainplan.charts import Chart, charts_of
from plainplan.charts.files import csv_of
from plainplan.load import load_plan
from plainplan.model.charted import chart_names
from plainplan.render import text
from plainplan.views.index import Index

from tests.sites import ROOT

Change = Callable[[str, str, str], int]


def _charts(plan: Path) -> dict[str, Chart]:
    return charts_of(Index(load_plan(plan).plan), text)


_LINE = "      - id: grant\n        title: Grant\n        amount: 90.50\n"
_LINES = f"{_LINE}      - id: fees\n        title: Fees\n        amount: 100\n"
_PRECEPT = "    precept:\n      band_d: 271.32\n"
_BEFORE = "      band_d_before: 256.32\n"
_FIGURE = "    value: 20\n    low: 18\n    high: 22"
_SPEEDING = "data/measures/speeding.yml"
_RESERVES = "    reserves:"


@dataclass(frozen=True)
class _Case:
    """A change to the tiny plan, and whether it then has a chart."""

    name: str
    there: bool
    file: str = "data/plan.yml"
    old: str = "summary: What we will do."
    new: str = "summary: What we do."


@pytest.mark.parametrize(
    "case",
    [
        _Case("measures/speeding", True),
        _Case("measures/speeding", True, _SPEEDING, "  value: 10", "  value: not published"),
        _Case("measures/speeding", False, _SPEEDING, _FIGURE, "    value: not available"),
        _Case("budget/2026-27/funding", False),  # it has one line
        _Case("budget/2026-27/funding", True, "data/budget.yml", _LINE, _LINES),
        _Case("precept", False, "data/budget.yml", _RESERVES, _PRECEPT + _RESERVES),
        _Case("precept", True, "data/budget.yml", _RESERVES, _PRECEPT + _BEFORE + _RESERVES),
        _Case("progress", False),  # there is one action
    ],
)
def test_there_is_a_chart_where_there_is_something_to_compare(
    small_plan: Path, change: Change, case: _Case
) -> None:
    change(case.file, case.old, case.new)
    assert (case.name in _charts(small_plan)) is case.there


@pytest.mark.parametrize(
    "plan", [ROOT, *sorted((ROOT / "tests" / "plans").iterdir())], ids=lambda plan: plan.name
)
def test_chapters_may_name_every_chart_and_no_other(plan: Path) -> None:
    charts = _charts(plan)
    assert charts.keys() == chart_names(load_plan(plan).plan)
    assert [name for name, chart in charts.items() if name != chart.name] == []


def test_the_csv_of_a_measure_has_every_figure_as_published(small_plan: Path, change: Change) -> None:
    change("data/measures/speeding.yml", "    value: 20\n    low: 18", "    value: 20.0\n    low: 18")
    assert csv_of(_charts(small_plan)["measures/speeding"]) == (
        b"period,start,end,value,low,high,status,break before,note,measure,unit,baseline,target\r\n"
        b"2024 to 2025,2024-04-01,2025-03-31,20.0,18,22,final,,,Drivers above the limit,%,20,10\r\n"
        b"2025 to 2026,2025-04-01,2026-03-31,not available,,,final,,The cameras were broken.,"
        b"Drivers above the limit,%,20,10\r\n"
    )


def test_no_cell_of_the_csv_is_run_by_a_spreadsheet(small_plan: Path, change: Change) -> None:
    change("data/measures/speeding.yml", "reason: The cameras", "reason: =HYPERLINK(1) The cameras")
    assert b",'=HYPERLINK(1) The cameras were broken.," in csv_of(_charts(small_plan)["measures/speeding"])


def test_amounts_stand_by_size_and_in_the_csv_as_published(small_plan: Path, change: Change) -> None:
    change("data/budget.yml", _LINE, _LINES)
    chart = _charts(small_plan)["budget/2026-27/funding"]
    assert csv_of(chart) == b"line,amount in pounds\r\nGrant,90.50\r\nFees,100\r\n"
    assert [bar.label for bar in chart.plot.bars] == ["Fees", "Grant"]  # type: ignore[union-attr]
