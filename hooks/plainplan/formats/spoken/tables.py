"""A table as sentences: what it is about, and each row with the names of its columns."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from plainplan.formats.spoken.inline import links_of, words_in
from plainplan.formats.spoken.joints import ended, fill, joined, open_ended
from plainplan.formats.spoken.pieces import Kind, Piece, Words
from plainplan.language import gettext as _
from plainplan.language import pgettext


def pieces_of_table(table: HtmlElement, language: str, depth: int) -> Iterator[Piece]:
    """Its caption and its rows. A table without a caption is announced all the same."""
    language = table.get("lang") or language
    caption = table.find("caption")
    about = () if caption is None else words_in(caption, language)
    named = fill(_("Table: %(subject)s"), subject=about) if about else fill(_("Table"))
    yield Piece(Kind.TABLE, ended(named), depth=depth, links=() if caption is None else links_of([caption]))
    columns = _columns(table, language)
    for row in table.iter("tr"):
        if not _is_head(row) and (sentence := _sentence(row, columns, _of_row(row, language))):
            yield Piece(Kind.ROW, sentence, depth=depth, links=links_of([row]))


def _is_head(row: HtmlElement) -> bool:
    parent = row.getparent()
    return parent is not None and parent.tag == "thead"


def _of_row(row: HtmlElement, language: str) -> str:
    return row.get("lang") or language


def _columns(table: HtmlElement, language: str) -> list[Words]:
    """The name of each column: of several rows of headings, each adds its own."""
    names: list[list[Words]] = []
    for row in (row for row in table.iter("tr") if _is_head(row)):
        place = 0
        for cell in row.iterchildren("th", "td"):
            name = words_in(cell, _of_row(row, language))
            for column in range(place, place + _span(cell)):
                names += [[] for missing in range(column + 1 - len(names))]
                names[column] += [name] if name else []
            place += _span(cell)
    between = pgettext("between the items of a list", ", ")
    return [joined(found, between) for found in names]


def _sentence(row: HtmlElement, columns: list[Words], language: str) -> Words:
    """`Column: value; column: value.` A cell that says nothing is left out."""
    parts: list[Words] = []
    place = 0
    for cell in row.iterchildren("th", "td"):
        name = columns[place] if place < len(columns) else ()
        place += _span(cell)
        value = words_in(cell, language)
        if value and name:
            value = fill(
                pgettext("a column of a table and what it says", "%(column)s: %(value)s"),
                column=name,
                value=value,
            )
        if value:
            parts.append(value)
    *before, last = parts or [()]
    between = pgettext("between the items of a list", "; ")
    return ended(joined([*map(open_ended, before), last], between))


def _span(cell: HtmlElement) -> int:
    span = cell.get("colspan") or "1"
    return max(1, int(span)) if span.isdecimal() else 1
