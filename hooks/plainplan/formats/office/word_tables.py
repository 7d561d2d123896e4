"""Tables in Word: headings that are repeated on each page, and widths that fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from plainplan.formats.office.tables import Shape
from plainplan.formats.office.word_styles import TEXT_WIDTH

_FIFTIETHS_OF_PERCENT = 5000


def shape(word: WordDocument, shapes: Sequence[Shape], direction: str) -> None:
    """Put all tables right, by what is known of each on the page."""
    for element, known in zip(word.element.body.iter(qn("w:tbl")), shapes, strict=True):
        _widths(element, known)
        _look(element, known)
        if direction == "rtl" and element.tblPr.find(qn("w:bidiVisual")) is None:
            element.tblPr.find(qn("w:tblStyle")).addnext(OxmlElement("w:bidiVisual"))
        for row in element.tr_lst:
            _keep_whole(row)


def _look(table: Any, known: Shape) -> None:
    """Whether the first cell of each row is its heading: screen readers ask this of Word."""
    look = table.tblPr.find(qn("w:tblLook"))
    first_row = bool(table.findall(f".//{qn('w:tblHeader')}"))
    for name, on in (("firstRow", first_row), ("firstColumn", known.has_row_headings), ("lastRow", False)):
        look.set(qn(f"w:{name}"), str(int(on)))
    value = (0x0020 if first_row else 0) | (0x0080 if known.has_row_headings else 0)
    look.set(qn("w:val"), f"{value:04X}")


def _widths(table: Any, known: Shape) -> None:
    """As wide as the text, each column by what stands in it; the program may then fit it better."""
    wide = table.tblPr.find(qn("w:tblW"))
    wide.set(qn("w:type"), "pct")
    wide.set(qn("w:w"), str(_FIFTIETHS_OF_PERCENT))
    columns = table.tblGrid.gridCol_lst
    widths = _twips(known.widths if len(known.widths) == len(columns) else [1 / len(columns)] * len(columns))
    for column, width in zip(columns, widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.tr_lst:
        at = 0
        for cell in row.tc_lst:
            span = cell.grid_span
            cell.width = (
                sum(widths[at : at + span]) * 635
            )  # a twentieth of a point in the units of the library
            at += span


def _twips(shares: Sequence[float]) -> list[int]:
    edges = [0]
    for share in shares:
        edges.append(edges[-1] + round(share * TEXT_WIDTH))
    return [max(1, after - before) for before, after in pairwise(edges)]


def _keep_whole(row: Any) -> None:
    properties = row.get_or_add_trPr()
    if properties.find(qn("w:cantSplit")) is None:
        properties.insert(0, OxmlElement("w:cantSplit"))
