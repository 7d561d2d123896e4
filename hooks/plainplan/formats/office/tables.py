"""What is known of a table on the page, and how wide its columns should be."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

_LONGEST = 34  # characters: a cell of more takes several lines
_BLANK = 3
_WIDE = 1.2  # the letters of a word may be wider than those of others: it must not be broken


@dataclass(frozen=True)
class Shape:
    """A table: how wide its columns are (of 1), and whether each row begins with its heading."""

    widths: tuple[float, ...]
    has_row_headings: bool
    name: str


def shape_of(table: HtmlElement) -> Shape:
    """The shape of a table. Cells that reach over several columns say nothing of their width."""
    rows = [[cell for cell in row if cell.tag in ("th", "td")] for row in table.iter("tr")]
    columns = max((sum(_span(cell) for cell in row) for row in rows), default=1)
    wanted = [1.0] * columns
    for row in rows:
        at = 0
        for cell in row:
            if _span(cell) == 1:
                wanted[at] = max(wanted[at], _wanted(" ".join(cell.text_content().split())))
            at += _span(cell)
    below = [row for row in rows if row and row[0].getparent().getparent().tag in ("tbody", "tfoot")]
    caption = table.find("caption")
    return Shape(
        widths=tuple(width / sum(wanted) for width in wanted),
        has_row_headings=bool(below) and all(row[0].tag == "th" for row in below),
        name="" if caption is None else " ".join(caption.text_content().split()),
    )


def _span(cell: HtmlElement) -> int:
    said = cell.get("colspan", "1")
    return int(said) if said.isdigit() else 1


def _wanted(words: str) -> float:
    longest = max(map(len, words.split()), default=0)
    return max(longest * _WIDE, min(len(words), _LONGEST)) + _BLANK
