"""The workbook, opened again: it says what the CSV files say, and people and screen readers can read it."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from lxml import etree
from plainplan.cells import guarded
from plainplan.exports.columns import in_reading_order
from plainplan.exports.fields import Kind, Seen
from plainplan.exports.tables import tables_of
from plainplan.exports.workbook import workbook_of
from plainplan.load import load_plan

from tests.exports.conftest import ON

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from tests.conftest import Change
    from tests.exports.conftest import Take, Taken

_YES_NO = {"Yes": "true", "No": "false"}
_OWN_SHEETS = 2  # what it is, and what each column means


def _opened(taken: Taken) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(taken.content("plan.xlsx")))


def _as_csv(value: Any) -> str:
    """A cell of the workbook as it would stand in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if value in ("Yes", "No"):
        return _YES_NO[value]
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return guarded(value) if isinstance(value, str) else str(value)


def _same(there: Any, text: str) -> bool:
    if isinstance(there, int | float) and not isinstance(there, bool):
        return Decimal(str(there)) == Decimal(text)
    return _as_csv(there) == text


def test_sheets_say_what_the_csv_files_say(taken: Taken) -> None:
    book = _opened(taken)
    for sheet, (name, table) in zip(book.worksheets[_OWN_SHEETS:], taken.away.tables.items(), strict=True):
        rows = list(csv.reader(io.StringIO(taken.content(f"{name}.csv").decode("utf-8"), newline="")))
        there = list(sheet.iter_rows(values_only=True))
        names = [field.name for field in in_reading_order(table.dataset.fields)]
        titles = {field.name: field.title for field in table.dataset.fields}
        assert list(there[0]) == [titles[name] for name in names]
        rows = [[row[rows[0].index(name)] for name in names] for row in rows]
        assert len(there) == len(rows)
        pairs = [
            (cell, text)
            for sheet_row, row in zip(there[1:], rows[1:], strict=True)
            for cell, text in zip(sheet_row, row, strict=True)
        ]
        assert [pair for pair in pairs if not _same(*pair)] == [], name


def test_numbers_dates_and_money_are_real_and_shown_as_such(example_data: Taken) -> None:
    sheet = _opened(example_data)["Grants"]
    heads = {str(cell.value): cell.column or 0 for cell in sheet[1]}
    amount, awarded = sheet.cell(2, heads["Amount (£)"]), sheet.cell(2, heads["Awarded"])
    assert (type(amount.value), amount.number_format) == (int, '"£"#,##0.00')
    assert (type(awarded.value), awarded.number_format) == (datetime, "d mmmm yyyy")


def test_every_sheet_is_a_plain_table(taken: Taken) -> None:
    book = _opened(taken)
    for sheet in book.worksheets[1:]:
        assert list(sheet.merged_cells) == []
        assert sheet.freeze_panes == "B2"
        assert all(cell.font.bold for cell in sheet[1])
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
    for sheet in book.worksheets:
        assert [row for row in sheet.iter_rows(values_only=True) if not any(map(_as_csv, row))] == []
        assert all(len(name) <= 31 for name in book.sheetnames)


def test_first_sheets_say_what_it_is(taken: Taken) -> None:
    book, about = _opened(taken), taken.plan.about
    first = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    assert {about.title, "Whose it is", *book.sheetnames[_OWN_SHEETS:]} <= set(first)
    assert first["Whose it is"] == about.body.name
    fields = sum(len(table.dataset.fields) for table in taken.away.tables.values())
    assert book["Columns"].max_row == fields + 1
    assert (book.properties.title, book.properties.language) == (about.title, "en-GB")


def test_links_of_the_first_sheet_lead_to_sheets(example_data: Taken) -> None:
    with zipfile.ZipFile(io.BytesIO(example_data.content("plan.xlsx"))) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    targets = [link.get("location") for link in sheet.iter("{*}hyperlink")]
    book = _opened(example_data)
    assert targets == [f"'{name}'!A1" for name in book.sheetnames[_OWN_SHEETS:]]


def test_titles_stand_first_and_identifiers_last(example_data: Taken) -> None:
    book = _opened(example_data)
    assert book["Actions"]["A1"].value == "Title"
    assert book["Progress on actions"]["A1"].value == "Title of action"
    for table in example_data.away.tables.values():
        kinds = [field.kind for field in in_reading_order(table.dataset.fields)]
        from_first = [kind in (Kind.ID, Kind.IDS) for kind in kinds]
        assert from_first == sorted(from_first)


def test_addresses_are_links(example_data: Taken) -> None:
    sheet = _opened(example_data)["Actions"]
    (page,) = (cell for cell in sheet[1] if cell.value == "Page")
    cell = sheet.cell(2, page.column or 0)
    assert cell.hyperlink
    assert cell.hyperlink.target == cell.value
    assert str(cell.value).startswith("https://plan.commissioner.ashmarch.example.org/actions/")


def test_pages_on_paper_can_be_read(example_data: Taken) -> None:
    for sheet in _opened(example_data).worksheets[1:]:
        assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
        fitted = sheet.sheet_properties.pageSetUpPr
        assert bool(fitted and fitted.fitToPage) is (sheet.max_column <= 9)
        assert sheet.max_column <= 9 or sheet.print_title_cols == "$A:$A"


@pytest.mark.parametrize("nasty", ["=1+1", "=cmd|' /C calc'!A0", "#REF!", "'quoted", "2026-01-01", "12"])
def test_words_stay_words(change: Change, small_plan: Path, take: Take, nasty: str) -> None:
    title = nasty.replace("'", "''")
    change("data/priorities/safer-roads.yml", "title: Check speeds", f"title: '{title}'")
    sheet = _opened(take(small_plan))["Actions"]
    cell = sheet.cell(2, 1)
    assert (cell.value, cell.data_type) == (nasty, "s")


def test_what_excel_cannot_hold_does_not_stop_it(small_plan: Path) -> None:
    long = "word " * 8000
    plan = load_plan(small_plan).plan
    (report,) = plan.progress
    update = report.updates[0].model_copy(update={"words": f"bell \x07 {long}end"})
    plan = plan.model_copy(update={"progress": (report.model_copy(update={"updates": (update,)}),)})
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(plan.about, None, tables_of(Seen(plan, ON)))))
    sheet = book["Progress on actions"]
    (column,) = (cell.column for cell in sheet[1] if cell.value == "What was reported")
    words = sheet.cell(2, column or 0).value
    assert isinstance(words, str)
    assert words.startswith("bell \ufffd word")
    assert (len(words), words[-1]) == (32_767, "…")
