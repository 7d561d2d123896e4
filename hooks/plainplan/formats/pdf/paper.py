"""The article of a page, made over for paper: links that lead off it, charts, facts and tables that fit."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml.html import HtmlElement

from plainplan.formats.document import Document
from plainplan.formats.pdf.charts import draw
from plainplan.formats.pdf.layouts import Layout
from plainplan.formats.pdf.lists import facts_as_list, table_as_list

_CONTROLS = ("a", "summary")
_SHORT = 10
"""Rows of a table that is not parted. A longer one may be, where its caption would else stand alone."""
_OF_THE_SCREEN = ("tabindex", "role", "data-pagefind-ignore", "data-label")


def for_paper(document: Document, layout: Layout, accent: str) -> HtmlElement:
    """A copy of the article of `document`, ready to be laid out."""
    body = deepcopy(document.body)
    if layout.contents:
        _take_headings_of_the_site(body)
    for chart in list(body.iter("svg")):
        draw(chart, layout.chart, accent)
    for link in body.iter("a"):
        _lead(link, document)
    for picture in list(body.iter("img")):
        _find(picture, document)
    for hidden in list(body.iterfind(".//*[@class='pp-hidden']")):
        _show(hidden)
    for facts in list(body.iter("dl")):
        facts_as_list(facts)
    for table in list(body.iter("table")):
        _fit(table, layout.most_columns)
    for element in body.iter("details", "summary", "div"):
        _flatten(element)
    return body


def _take_headings_of_the_site(body: HtmlElement) -> None:
    """A book has a cover and contents of its own in place of those of the page."""
    whole = body.find(".//div[@class='pp-whole']")
    if whole is not None:
        for element in (body.find(".//h1"), body.find(".//div[@class='pp-whole-contents']")):
            if element is not None:
                element.drop_tree()


def _lead(link: HtmlElement, document: Document) -> None:
    """Let a link lead somewhere from paper, and describe it by all its words, also those for the ear only."""
    address = link.get("href", "")
    if not address.startswith("#"):
        whole = document.whole_address(address)
        if whole:
            link.set("href", whole)
        else:
            link.attrib.pop("href", None)
    if link.get("href") and link.find(".//*[@class='pp-hidden']") is not None:
        link.set("aria-label", " ".join(link.text_content().split()))


def _find(picture: HtmlElement, document: Document) -> None:
    """Name the file of a picture; its words stand in its place where there is none."""
    file = document.file(picture.get("src", ""))
    if file is not None:
        picture.set("src", file.as_uri())
        return
    picture.tag, picture.text = "span", picture.get("alt", "")
    picture.attrib.clear()


def _show(hidden: HtmlElement) -> None:
    """Words for the ear only: seen on paper, unless a control says again what stands beside it."""
    if any(parent.tag in _CONTROLS for parent in hidden.iterancestors()):
        hidden.drop_tree()
    else:
        hidden.attrib.pop("class")


def _fit(table: HtmlElement, most_columns: int) -> None:
    """Make a list of a table that is too wide; keep a short one whole, and a long one by its caption."""
    rows = list(table.iter("tr"))
    if max(map(len, rows), default=0) > most_columns:
        table_as_list(table)
    elif len(rows) <= _SHORT:
        parent = table.getparent()
        if parent is not None and parent.get("class") == "pp-table":
            parent.set("class", "pp-short")  # not the table: WeasyPrint would leave its caption behind
    else:
        caption = table.find("caption")
        if caption is not None:
            caption.tag, caption.tail = "p", None
            caption.set("class", "pp-caption")
            table.addprevious(caption)


def _flatten(element: HtmlElement) -> None:
    """What opens and closes on a screen stands open on paper; what scrolls there does not."""
    if element.tag == "details":
        element.tag = "div"
    elif element.tag == "summary":
        element.tag, element.attrib["class"] = "p", "pp-summary"
    for name in _OF_THE_SCREEN:
        element.attrib.pop(name, None)
    if element.get("class") == "pp-table":
        element.attrib.pop("aria-label", None)


def headings(body: HtmlElement, deepest: int) -> Iterator[HtmlElement]:
    """The headings for a list of contents, in their order."""
    for heading in body.iter("h2", "h3", "h4", "h5", "h6"):
        if int(heading.tag[1]) <= deepest and heading.get("id"):
            yield heading
