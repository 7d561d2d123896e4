"""Makes every table one that all can use: named, reachable where it scrolls, cards on a narrow screen."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

_REGION = "pp-table"
_CARDS = "pp-cards"
_ROOM_FOR = 2  # columns that a screen of 320 px holds side by side
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def complete_tables(root: HtmlElement, page_title: str) -> None:
    """Change the tables in `root` in place. `page_title` names one that stands under no heading.

    - Each stands in a region that has a name and takes focus, since it may scroll (WCAG 2.1.1).
    - Header cells say what they head (1.3.1).
    - Each cell carries the header of its column, which the style sheet shows where rows become cards.
    """
    names: set[str] = set()
    for table in list(root.iter("table")):
        _scope(table)
        _label(table)
        region = table.getparent()
        if region is None or _REGION not in region.get("class", "").split():
            region = _wrap(table, _name(table, root, page_title))
        region.set("aria-label", _unused(region.get("aria-label", ""), names))


def _scope(table: HtmlElement) -> None:
    for header in list(table.iter("th")):
        if not len(header) and not (header.text or "").strip():
            header.tag = "td"  # an empty corner heads nothing
            header.attrib.pop("scope", None)
            continue
        if not header.get("scope"):
            header.set("scope", "col" if next(header.iterancestors("thead"), None) is not None else "row")


def _label(table: HtmlElement) -> None:
    heads = table.find("thead")
    if heads is None:
        return
    columns = [" ".join(cell.text_content().split()) for cell in heads.iter("th", "td")]
    if len(columns) > _ROOM_FOR:
        table.set("class", f"{table.get('class', '')} {_CARDS}".strip())
    for row in table.iter("tr"):
        if row.getparent() is heads:
            continue
        for cell, column in zip(row.iterchildren("th", "td"), columns, strict=False):
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
        return " ".join(caption.text_content().split())
    name = page_title
    for element in root.iter(*_HEADINGS, "table"):
        if element is table:
            break
        if element.tag != "table":
            name = " ".join(element.text_content().split())
    return name


def _unused(name: str, names: set[str]) -> str:
    number, free = 1, name
    while free in names:
        number += 1
        free = f"{name} ({number})"
    names.add(free)
    return free
