"""plan.xlsx: every dataset in one workbook that a person can read, in words of the reader's language."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from babel.dates import format_date
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
from plainplan.exports import names
from plainplan.exports.archive import zipped
from plainplan.exports.columns import columns, table_name
from plainplan.exports.download import language_tag
from plainplan.exports.fields import MISSING, SEPARATORS, Cell, Field, Kind, Table
from plainplan.language import bare, named, ngettext, pgettext, spoken, whole_number, with_commas
from plainplan.language import gettext as _
from plainplan.model.base import Unknown
from plainplan.model.plan import About

_LONGEST = 32_767  # characters that a cell of Excel holds
_FIRST_YEAR = 1900  # before it Excel has no dates
_MONEY, _DAY = '"£"#,##0.00', "d mmmm yyyy"
_WIDTHS: Mapping[Kind, float] = {Kind.PROSE: 60, Kind.LINES: 45, Kind.URL: 30, Kind.MONEY: 17, Kind.DAY: 19}
_NARROWEST, _WIDEST = 10.0, 45.0
_STYLE = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_TOP = Alignment(vertical="top")
_BOLD = Font(bold=True)
_LINKED = Font(color="0563C1", underline="single")
_LONGEST_LINK = 2_079  # characters that Excel takes in a link
_FEW = 9  # columns that can be read on one page
_A4 = 9
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
    own = (pgettext("sheet of the workbook", "About"), pgettext("sheet of the workbook", "Columns"))
    first, second, *others = names.sheets([*own, *(table.dataset.heading for table in tables.values())])
    sheets = dict(zip(others, tables.values(), strict=True))
    _first_sheet(_sheet(made, first), about, changed, sheets)
    _fields_sheet(_sheet(made, second), tables)
    for name, table in sheets.items():
        _data_sheet(_sheet(made, name), table)
    file = io.BytesIO()
    made.save(file)
    return _settled(file, changed or _OLDEST)


def _tell(properties: Any, about: About) -> None:
    properties.title = bare(about.title)
    properties.creator = bare(about.body.name)
    properties.description = bare(_("The data of the plan, one sheet for each table."))
    properties.language = language_tag()


def _settled(file: io.BytesIO, day: date) -> bytes:
    """The same workbook without the time at which it was written."""
    moment = f"{day.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = _TIMES.sub(rb"\g<1>" + moment, parts["docProps/core.xml"])
    return zipped({**parts, "docProps/core.xml": core})


def _sheet(made: Workbook, name: str) -> Any:
    sheet = made.create_sheet(name)
    if spoken().direction == "rtl":
        sheet.sheet_view.rightToLeft = True
    return sheet


def _first_sheet(sheet: Any, about: About, changed: date | None, sheets: Tables) -> None:
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 90
    sheet.append([_words(sheet, about.title, _LARGE)])
    for name, told in _facts(about, changed):
        if told:
            sheet.append([_words(sheet, name, _BOLD), _words(sheet, told)])
    for sheet_name, table in sheets.items():
        name = _words(sheet, table.dataset.heading, _BOLD_LINK)
        name.hyperlink = Hyperlink(ref="", location=f"{names.quoted(sheet_name)}!A1")
        rows = len(table.rows)
        # Translators: %(about)s is one sentence or more about a table
        told = ngettext("%(about)s %(number)s row.", "%(about)s %(number)s rows.", rows)
        words = told % {"about": table.dataset.meaning, "number": whole_number(rows)}
        sheet.append([name, _words(sheet, words)])


def _facts(about: About, changed: date | None) -> list[tuple[str, str | None]]:
    """What the first sheet says of the plan and of the cells: a label, and words if there are any."""
    day = format_date(changed, spoken().day, locale=spoken().locale) if changed else None
    return [
        (_("Whose it is"), about.body.name),
        (_("About the plan"), " ".join(about.summary.split())),
        (_("Website"), about.site_url),
        (_("Newest change"), day),
        (_("Licence"), " ".join(filter(None, (about.licence, about.licence_url)))),
        (_("Money"), _("In pounds. Amounts are exact, to the penny.")),
        (_("Columns"), _("The next sheet says what each column means.")),
        (_("An empty cell"), _(MISSING[""])),
        *((_("“%(words)s” in a cell") % {"words": named(gap)}, _(MISSING[gap.value])) for gap in Unknown),
    ]


def _fields_sheet(sheet: Any, tables: Tables) -> None:
    heads = names.heads(
        (
            _("Sheet"),
            _("Column"),
            _("Name in CSV"),
            _("What it holds"),
            _("What it means"),
            _("Possible values"),
        )
    )
    rows = [
        (table.dataset.heading, head, field.name, _holds(field), field.meaning, _choices(field))
        for table in tables.values()
        for field, head in columns(table).items()
    ]
    _head(sheet, heads, (26, 26, 26, 18, 70, 45))
    _add_table(sheet, "columns", heads, len(rows))
    for row in rows:
        sheet.append([_words(sheet, words) if words else None for words in row])


def _holds(field: Field) -> str:
    return _("Yes or No") if field.kind is Kind.YES_NO else named(field.kind)


def _choices(field: Field) -> str:
    return with_commas(_name(value) for value in field.one_of)


def _name(value: str) -> str:
    """What a value is called: statuses and the like are words of the reader's language here."""
    return named(value) if isinstance(value, Enum) else value


def _data_sheet(sheet: Any, table: Table) -> None:
    fields = columns(table)
    cells = [table.column(field.name) for field in fields]
    heads = list(fields.values())
    _head(sheet, heads, [_width(*both) for both in zip(fields, heads, cells, strict=True)])
    _add_table(sheet, table_name(table), heads, len(table.rows))
    for row in zip(*cells, strict=True):
        sheet.append([_cell(sheet, cell, field.kind) for cell, field in zip(row, fields, strict=True)])


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


def _width(field: Field, head: str, cells: Sequence[Cell]) -> float:
    if field.kind in _WIDTHS:
        return max(_WIDTHS[field.kind], len(head) + 4.0)
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(max(_NARROWEST, len(head) + 4.0, longest + 2.0), _WIDEST)


def _cell(sheet: Any, cell: Cell, kind: Kind) -> Any:
    if cell is None or cell == ():
        return None
    if isinstance(cell, bool):
        yes, no = pgettext("cell of the workbook", "Yes"), pgettext("cell of the workbook", "No")
        return _words(sheet, yes if cell else no)
    if isinstance(cell, int | Decimal):
        return _value(sheet, cell, _pattern(cell, kind))
    if isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        return _value(sheet, cell, _DAY)
    words = (
        SEPARATORS[kind].join(cell)
        if isinstance(cell, tuple)
        else _name(cell)
        if isinstance(cell, str)
        else str(cell)
    )
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
    words = bare(words)
    clean = ILLEGAL_CHARACTERS_RE.sub("\ufffd", words)
    made = WriteOnlyCell(sheet, clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST - 1]}…")
    made.data_type = "s"
    made.alignment = _WRAPPED
    if font:
        made.font = font
    if guarded(words) != words:
        made.quotePrefix = True  # so that it stays words when somebody edits the cell
    return made
