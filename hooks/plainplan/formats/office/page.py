"""The HTML that pandoc reads: the page, with all that pandoc would lose said in a way that it keeps."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import jinja2
from lxml import etree, html
from lxml.html import HtmlElement
from markupsafe import Markup

from plainplan.formats.document import Document
from plainplan.formats.office.pictures import Pictures
from plainplan.formats.office.tables import Shape, shape_of
from plainplan.formats.office.tongues import Tongue, Tongues
from plainplan.formats.ready import ready, title_of
from plainplan.language import bare

_KEEP_IDS = ("div", "span", "h1", "h2", "h3", "h4", "h5", "h6")
_HOLD_WORDS = ("p", "dt", "dd", "li", "td", "th", "caption", "h1", "h2", "h3", "h4", "h5")
_IN_CONTENTS = 2


@dataclass(frozen=True)
class Entry:
    """A heading in the contents."""

    title: str
    anchor: str
    level: int


@dataclass(frozen=True)
class Page:
    """What pandoc reads, and what its file is put right by."""

    title: str
    html: str
    tongues: Tongues
    shapes: tuple[Shape, ...]
    pictures: Pictures
    entries: tuple[Entry, ...]


def page_of(
    document: Document,
    templates: jinja2.Environment,
    folder: Path,
    accent: str,
    styles: tuple[str, str],
) -> Page:
    """The page of a document, with its pictures in `folder`. `styles`: of an entry, and of “Contents”."""
    body = ready(document)
    pictures = Pictures(document, folder, accent)
    notices = html.Element("div")
    notices.extend(deepcopy(notice) for notice in document.notices)
    pictures.take(body)
    _links(body, document)
    _links(notices, document)
    _headings(body)
    _strong(body)
    entries = tuple(_entries(body))
    for table in list(body.iter("table")):
        if table.find(".//tr") is None:
            table.drop_tree()
    shapes = tuple(shape_of(table) for table in body.iter("table"))
    _keep_ids(body)
    tongues = Tongues(Tongue(document.language, document.direction))
    tongues.mark(body)
    tongues.mark(notices)
    title = title_of(document)
    made = templates.get_template("formats/office/page.html").render(
        page=document,
        title=title,
        published=date.fromisoformat(document.published) if document.published else None,
        notices=_as_html(notices),
        body=_as_html(body),
        entries=entries,
        entry_style=styles[0],
        contents_style=styles[1],
    )
    return Page(title, bare(made), tongues, shapes, pictures, entries)


def _as_html(element: HtmlElement) -> Markup:
    return Markup(etree.tostring(element, encoding="unicode", method="html"))  # noqa: S704  # our own page


def _links(body: HtmlElement, document: Document) -> None:
    ids = {element.get("id") for element in body.iter() if isinstance(element.tag, str)}
    for link in list(body.iter("a")):
        address = link.get("href", "")
        if address.startswith("#") and (address[1:] in ids or address == "#contents"):
            continue
        if whole := document.whole_address(address) if address else "":
            link.set("href", whole)
        else:  # words that lead nowhere are no link
            link.tag = "span"
            link.attrib.pop("href", None)


def _headings(body: HtmlElement) -> None:
    """The title stands above the text, so that what was second is first: Heading 1."""
    for first in list(body.iter("h1")):
        first.drop_tree()
    for level in range(2, 7):
        for place, heading in enumerate(list(body.iter(f"h{level}"))):
            heading.tag = f"h{level - 1}"
            if not heading.get("id"):
                heading.set("id", f"heading-{level}-{place + 1}")


def _strong(body: HtmlElement) -> None:
    """Headings of rows and columns and what is said of how it goes are bold in every program."""
    for status in body.find_class("pp-status"):
        status.tag = "strong"
    for cell in body.iter("th"):
        strong = html.Element("strong")
        strong.text, cell.text = cell.text, None
        strong.extend(list(cell))
        cell.append(strong)
    for cell in body.find_class("pp-amount"):
        cell.set("style", "text-align: right")


def _entries(body: HtmlElement) -> list[Entry]:
    return [
        Entry(" ".join(element.text_content().split()), element.get("id"), int(element.tag[1]))
        for element in body.iter(*(f"h{level}" for level in range(1, _IN_CONTENTS + 1)))
    ]


def _keep_ids(body: HtmlElement) -> None:
    """Pandoc keeps the ids of few elements: others hand theirs to a place at the beginning of their words."""
    for element in list(body.iter()):
        name = element.get("id") if isinstance(element.tag, str) else None
        if not name or element.tag in _KEEP_IDS:
            continue
        del element.attrib["id"]
        if (holder := _first_words(element)) is None:
            continue
        place = html.Element("span", id=name)
        place.tail, holder.text = holder.text, None
        holder.insert(0, place)


def _first_words(element: HtmlElement) -> HtmlElement | None:
    """The innermost element in which the words of another begin."""
    if element.tag not in _HOLD_WORDS:
        return next((found for below in element if (found := _first_words(below)) is not None), None)
    begins = len(element) and not (element.text or "").strip() and element[0].tag in _HOLD_WORDS
    return _first_words(element[0]) if begins else element
