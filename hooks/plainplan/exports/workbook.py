"""plan.xlsx: every dataset in one workbook that a person can read."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table as NamedTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo

from plainplan.cells import guarded
from plainplan.exports.archive import zipped
from plainplan.exports.fields import MISSING, SEPARATORS, Cell, Field, Kind, Table
from plainplan.model.plan import About

_LONGEST = 32_767  # characters that a cell of Excel holds
_FIRST_YEAR = 1900  # before it Excel has no dates
_MONEY, _DAY = '"£"#,##0.00', "d mmmm yyyy"
_WIDTHS: Mapping[Kind, float] = {Kind.PROSE: 60, Kind.LINES: 45, Kind.URL: 30, Kind.MONEY: 17, Kind.DAY: 19}
_NARROWEST, _WIDEST = 10.0, 45.0
_IDENTIFIERS = (Kind.ID, Kind.IDS)
_STYLE = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_TOP = Alignment(vertical="top")
_BOLD = Font(bold=True)
_LINKED = Font(color="0563C1", underline="single")
_LONGEST_LINK = 2_079  # characters that Excel takes in a link
_FEW = 9  # columns that can be read on one page
_A4 = 9
_TITLES = ("title", "name", "term", "action_title", "measure_title", "line_title")
_BOLD_LINK = Font(bold=True, color="0563C1", underline="single")
_LARGE = Font(bold=True, size=16)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_OLDEST = date(1980, 1, 1)

Tables = Mapping[str, Table]


def workbook_of(about: About, changed: date | None, tables: Tables) -> bytes:
    """The workbook: what it is, what each column means, then one sheet for each dataset.

    No merged cells, no empty rows, headings on top and always in view: a screen reader meets a plain table.
    `changed` is the day of the newest change in it, on which the file says that it was made.
    """
    made = Workbook(write_only=True)
    _tell(made.properties, about)
    _first_sheet(made, about, changed, tables)
    _fields_sheet(made, tables)
    for table in tables.values():
        _data_sheet(made, table)
    file = io.BytesIO()
    made.save(file)
    return _settled(file, changed or _OLDEST)


def _tell(properties: Any, about: About) -> None:
    properties.title = about.title
    properties.creator = about.body.name
    properties.description = "The data of the plan, one sheet for each table."
    properties.language = "en-GB"


def _settled(file: io.BytesIO, day: date) -> bytes:
    """The same workbook without the time at which it was written."""
    moment = f"{day.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = _TIMES.sub(rb"\g<1>" + moment, parts["docProps/core.xml"])
    return zipped({**parts, "docProps/core.xml": core})


def _first_sheet(made: Workbook, about: About, changed: date | None, tables: Tables) -> None:
    sheet = made.create_sheet("About")
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 90
    facts = [
        ("Whose it is", about.body.name),
        ("About the plan", " ".join(about.summary.split())),
        ("Website", about.site_url),
        ("Newest change", f"{changed.day} {changed:%B %Y}" if changed else None),
        ("Licence", " ".join(filter(None, (about.licence, about.licence_url)))),
        ("Money", "In pounds. Amounts are exact, to the penny."),
        ("Columns", "The next sheet says what each column means."),
        *((f"“{word}” in a cell" if word else "An empty cell", told) for word, told in MISSING.items()),
    ]
    sheet.append([_words(sheet, about.title, _LARGE)])
    for name, told in facts:
        if told:
            sheet.append([_words(sheet, name, _BOLD), _words(sheet, told)])
    for table in tables.values():
        dataset = table.dataset
        name = _words(sheet, dataset.title, _BOLD_LINK)
        name.hyperlink = Hyperlink(ref="", location=f"'{_sheet_name(table)}'!A1")
        rows = f"{len(table.rows)} row{'s' if len(table.rows) != 1 else ''}"
        sheet.append([name, _words(sheet, f"{dataset.description} {rows}.")])


def _fields_sheet(made: Workbook, tables: Tables) -> None:
    heads = ("Sheet", "Column", "Name in CSV", "What it holds", "What it means", "Possible values")
    rows = [
        (table.dataset.title, field.title, field.name, _holds(field), field.description, _choices(field))
        for table in tables.values()
        for field in in_reading_order(table.dataset.fields)
    ]
    sheet = made.create_sheet("Columns")
    _head(sheet, heads, (26, 26, 26, 18, 70, 45))
    _add_table(sheet, "columns", heads, len(rows))
    for row in rows:
        sheet.append([_words(sheet, words) if words else None for words in row])


def _holds(field: Field) -> str:
    return "Yes or No" if field.kind is Kind.YES_NO else field.kind.value


def _choices(field: Field) -> str:
    return ", ".join(field.one_of)


def _sheet_name(table: Table) -> str:
    return table.dataset.title[:31]


def _data_sheet(made: Workbook, table: Table) -> None:
    fields = in_reading_order(table.dataset.fields)
    heads = [field.title for field in fields]
    sheet = made.create_sheet(_sheet_name(table))
    columns = [table.column(field.name) for field in fields]
    _head(sheet, heads, [_width(field, cells) for field, cells in zip(fields, columns, strict=True)])
    _add_table(sheet, table.dataset.id.replace("-", "_"), heads, len(table.rows))
    for row in zip(*columns, strict=True):
        sheet.append([_cell(sheet, cell, field.kind) for cell, field in zip(row, fields, strict=True)])


def in_reading_order(fields: Sequence[Field]) -> list[Field]:
    """Columns as people read them: what a row is called, all that it says, and identifiers last."""
    first = next((field for name in _TITLES for field in fields if field.name == name), None)
    return sorted(fields, key=lambda field: 0 if field is first else 2 if field.kind in _IDENTIFIERS else 1)


def _head(sheet: Any, heads: Sequence[str], widths: Iterable[float]) -> None:
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    if len(heads) <= _FEW:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToHeight = 0
    else:  # the first column, with what a row is called, stands on every page
        sheet.print_title_cols = "A:A"
        sheet.print_options.gridLines = True
    sheet.print_title_rows = "1:1"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append([_words(sheet, head, _BOLD) for head in heads])


def _add_table(sheet: Any, name: str, heads: Sequence[str], rows: int) -> None:
    where = f"A1:{get_column_letter(len(heads))}{rows + 1}"
    named = NamedTable(displayName=name, ref=where, autoFilter=AutoFilter(ref=where), tableStyleInfo=_STYLE)
    named.tableColumns = [TableColumn(id=place, name=head) for place, head in enumerate(heads, 1)]
    sheet.tables.add(named)  # `add_table` cannot know that the columns are named, and warns


def _width(field: Field, cells: Sequence[Cell]) -> float:
    if field.kind in _WIDTHS:
        return max(_WIDTHS[field.kind], len(field.title) + 4.0)
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(max(_NARROWEST, len(field.title) + 4.0, longest + 2.0), _WIDEST)


def _cell(sheet: Any, cell: Cell, kind: Kind) -> Any:
    if cell is None or cell == ():
        return None
    if isinstance(cell, bool):
        return _words(sheet, "Yes" if cell else "No")
    if isinstance(cell, int | Decimal):
        return _value(sheet, cell, _pattern(cell, kind))
    if isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        return _value(sheet, cell, _DAY)
    words = SEPARATORS[kind].join(cell) if isinstance(cell, tuple) else str(cell)
    return _address(sheet, words) if kind is Kind.URL else _words(sheet, words)


def _address(sheet: Any, words: str) -> Any:
    """A web address as a link, where it is whole and Excel takes it."""
    if not words.startswith(("http://", "https://")) or len(words) > _LONGEST_LINK:
        return _words(sheet, words)
    made = _words(sheet, words, _LINKED)
    made.hyperlink = Hyperlink(ref="", target=words)
    return made


def _value(sheet: Any, value: Any, pattern: str) -> Any:
    made = WriteOnlyCell(sheet, value)
    made.number_format = pattern
    made.alignment = _TOP
    return made


def _pattern(cell: int | Decimal, kind: Kind) -> str:
    """Money with pence; other numbers with the digits that the plan has."""
    if kind is Kind.MONEY:
        return _MONEY
    if not isinstance(cell, Decimal):
        return "General"
    places = max(0, -int(cell.as_tuple().exponent))
    return "#,##0" + ("." + "0" * places if places else "")


def _words(sheet: Any, words: str, font: Font | None = None) -> Any:
    """A cell of words, never of a formula, whatever they begin with."""
    clean = ILLEGAL_CHARACTERS_RE.sub("\ufffd", words)
    made = WriteOnlyCell(sheet, clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST - 1]}…")
    made.data_type = "s"
    made.alignment = _WRAPPED
    if font:
        made.font = font
    if guarded(words) != words:
        made.quotePrefix = True  # so that it stays words when somebody edits the cell
    return made
