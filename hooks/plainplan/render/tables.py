"""Makes every table one that all can use: named, reachable where it scrolls, cards on a narrow screen."""

from __future__ import annotations

from itertools import takewhile

from lxml import html
from lxml.html import HtmlElement

from plainplan.language import bare

_REGION = "pp-table"
_CARDS = "pp-cards"
_ROWS = "pp-rows"  # of a table whose columns are so short that there is room for more of them
_FIGURES = "pp-amount"
_HIDDEN = "pp-hidden"
_ROOM_FOR = 2  # columns that a screen of 320 px holds side by side
_SPANS = ("colspan", "rowspan")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def complete_tables(root: HtmlElement, page_title: str) -> None:
    """Change the tables in `root` in place. `page_title` names one that stands under no heading.

    - Each stands in a region that has a name and takes focus, since it may scroll (WCAG 2.1.1).
    - Header cells say what they head (1.3.1).
    - Each cell carries the header of its column, which the style sheet shows where rows become cards.
    """
    names: set[str] = set()
    for table in list(root.iter("table")):
        _gather_heads(table)
        _scope(table)
        _align(table)
        if _is_simple(table):
            _label(table)
        region = table.getparent()
        if region is None or _REGION not in region.get("class", "").split():
            region = _wrap(table, _name(table, root, page_title))
        region.set("aria-label", _unused(region.get("aria-label", ""), names))
        _say_once(table, root)


def _say_once(table: HtmlElement, root: HtmlElement) -> None:
    """Do not show a caption that says again what the heading above it says."""
    caption = table.find("caption")
    if caption is not None and bare(_words(caption)) == bare(_heading_above(table, root)):
        caption.set("class", f"{caption.get('class', '')} {_HIDDEN}".strip())


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _heading_above(table: HtmlElement, root: HtmlElement) -> str:
    """The words of the last heading before the table; empty where there is none."""
    words = ""
    for element in root.iter(*_HEADINGS, "table"):
        if element is table:
            break
        if element.tag != "table":
            words = _words(element)
    return words


def _own(table: HtmlElement, *tags: str) -> list[HtmlElement]:
    """What belongs to the table itself, and not to one that stands in a cell of it."""
    return [part for part in table.iterdescendants(*tags) if next(part.iterancestors("table")) is table]


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return list(row.iterchildren("th", "td"))


def _is_empty(cell: HtmlElement) -> bool:
    return not len(cell) and not (cell.text or "").strip()


def _only_heads(row: HtmlElement) -> bool:
    """Whether a row holds headers and nothing else, but for a corner that may be empty."""
    cells = _cells(row)
    heads = cells[1:] if cells and cells[0].tag == "td" and _is_empty(cells[0]) else cells
    return all(cell.tag == "th" for cell in heads) and not all(map(_is_empty, heads))


def _gather_heads(table: HtmlElement) -> None:
    """Put the rows of headers that a table without <thead> begins with into one."""
    rows = _own(table, "tr")
    heads = list(takewhile(_only_heads, rows))
    # Below the first one, a row of one header names the rows that follow, not the columns.
    heads = heads[:1] + list(takewhile(lambda row: len(_cells(row)) > 1, heads[1:]))
    if table.find("thead") is not None or not heads or len(heads) == len(rows):
        return
    gathered = html.Element("thead")
    before = [part for part in table if part.tag in ("caption", "colgroup", "col")]
    table.insert(table.index(before[-1]) + 1 if before else 0, gathered)
    for row in heads:
        body = row.getparent()
        gathered.append(row)
        if body is not None and body.tag == "tbody" and not len(body):
            body.drop_tree()


def _scope(table: HtmlElement) -> None:
    for header in _own(table, "th"):
        if _is_empty(header):
            header.tag = "td"  # an empty corner heads nothing
            header.attrib.pop("scope", None)
        elif not header.get("scope"):
            row = header.getparent()
            beside = row is not None and row.getparent() is not table.find("thead") and not _only_heads(row)
            header.set("scope", "row" if beside else "col")


def _align(table: HtmlElement) -> None:
    """Columns that Markdown sets to the right are of figures. A style in the page itself would be blocked."""
    for cell in _own(table, "th", "td"):
        side = cell.get("style", "")
        if side.startswith("text-align:"):
            del cell.attrib["style"]
        if side.startswith("text-align: right"):
            cell.set("class", f"{cell.get('class', '')} {_FIGURES}".strip())


def _is_simple(table: HtmlElement) -> bool:
    """Whether each cell has one header above it: without that, a card would name it wrongly."""
    heads = table.find("thead")
    if heads is None or len(heads.findall("tr")) != 1:
        return False
    if next(table.iterancestors("table"), None) is not None or table.find(".//table") is not None:
        return False
    spans = (cell.get(name, "1").strip() for cell in table.iter("th", "td") for name in _SPANS)
    return all(span == "1" for span in spans)


def _label(table: HtmlElement) -> None:
    heads = table.find("thead/tr")
    assert heads is not None  # noqa: S101  # a simple table has one row of headers
    columns = [_words(cell) for cell in _cells(heads)]
    if len(columns) > _ROOM_FOR and _ROWS not in table.get("class", "").split():
        table.set("class", f"{table.get('class', '')} {_CARDS}".strip())
    for row in table.iter("tr"):
        if row is heads:
            continue
        for cell, column in zip(_cells(row), columns, strict=False):
            if cell.tag == "td" and column:
                cell.set("data-label", column)


def _wrap(table: HtmlElement, name: str) -> HtmlElement:
    parent = table.getparent()
    assert parent is not None  # noqa: S101  # the content of a page stands in one element
    region = html.Element("div")
    region.set("class", _REGION)
    region.set("role", "region")
    region.set("aria-label", name)
    region.set("tabindex", "0")
    region.tail, table.tail = table.tail, None
    parent.replace(table, region)
    if table.find("caption") is None:
        caption = html.Element("caption")
        caption.text = name
        table.insert(0, caption)
    region.append(table)
    return region


def _name(table: HtmlElement, root: HtmlElement, page_title: str) -> str:
    caption = table.find("caption")
    if caption is not None:
        return _words(caption)
    return _heading_above(table, root) or page_title


def _unused(name: str, names: set[str]) -> str:
    number, free = 1, name
    while bare(free) in names:
        number += 1
        free = f"{name} ({number})"
    names.add(bare(free))
    return free
