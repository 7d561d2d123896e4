"""A page made ready for a file: nothing is closed or named in a way that only a browser knows."""

from __future__ import annotations

from copy import deepcopy

from lxml import html
from lxml.html import HtmlElement

from plainplan import addresses
from plainplan.charts.reading import direct
from plainplan.formats.document import Document

_PLAYED = ("video", "audio", "iframe", "object", "embed")
_CONTENTS = "pp-whole-contents"
_OF_BROWSERS = frozenset({"tabindex", "loading", "decoding", "srcset", "sizes", "open", "download", "target"})
SVG_NAMES = {
    name.lower(): name
    for name in (
        "viewBox",
        "preserveAspectRatio",
        "gradientTransform",
        "gradientUnits",
        "patternUnits",
        "patternTransform",
        "markerWidth",
        "markerHeight",
        "refX",
        "refY",
        "clipPath",
        "linearGradient",
        "radialGradient",
        "textPath",
        "foreignObject",
        "textLength",
        "lengthAdjust",
        "pathLength",
        "clipPathUnits",
        "maskUnits",
    )
}
"""Names of SVG that have capitals. A parser of HTML writes them small, and XML knows no others."""


def title_of(document: Document) -> str:
    """What the file is called: the plan, where the page holds all of it; else the page."""
    whole = document.address.strip("/") == addresses.WHOLE_PLAN.strip("/")
    return document.plan if whole and document.plan else document.title


def ready(document: Document) -> HtmlElement:
    """The page of a document for a file that has its own contents and cannot open and close parts."""
    body = deepcopy(document.body)
    for contents in body.find_class(_CONTENTS):
        contents.drop_tree()
    for element in body.iter():
        if isinstance(element.tag, str):
            _without_browser(element)
    _open_all(body)
    for played in list(body.iter(*_PLAYED)):
        _point_to(played)
    _name_drawings(body)
    return body


def _without_browser(element: HtmlElement) -> None:
    for name in list(element.attrib):
        if name in _OF_BROWSERS or name.startswith(("data-", "on")) or name == "style":
            del element.attrib[name]
    if element.get("role") == "region":  # it let the keyboard scroll a wide table; its caption names it too
        del element.attrib["role"]
        element.attrib.pop("aria-label", None)


def _open_all(body: HtmlElement) -> None:
    """What a click would open stands open. Its first line stays, in strong type."""
    for summary in list(body.iter("summary")):
        summary.tag = "p"
        strong = html.Element("strong")
        strong.text, summary.text = summary.text, None
        strong.extend(list(summary))
        summary.append(strong)
    for details in body.iter("details"):
        details.tag = "div"


def _point_to(played: HtmlElement) -> None:
    """What is played on the site becomes a link to it, by its name."""
    source = played.find("source")
    address = played.get("src") or played.get("data") or (source.get("src") if source is not None else "")
    name = played.get("title") or played.get("aria-label") or " ".join(played.text_content().split())
    for child in list(played):
        played.remove(child)
    played.attrib.clear()
    played.text = None
    played.tag = "p" if played.getparent().tag in ("div", "section", "article") else "span"
    link = html.Element("a", href=address or "")
    link.text = name or address
    played.append(link)


def _name_drawings(body: HtmlElement) -> None:
    """Each drawing has its name as the first thing in it, where every reader of SVG looks for it.

    Its words say in which direction they are read: style sheets of books may not.
    """
    for drawing in body.iter("svg"):
        if drawing.find("title") is None and (name := drawing.get("aria-label")):
            title = html.Element("title")
            title.text = name
            drawing.insert(0, title)
        for words in drawing.iter("text"):
            if words.get("direction") is None:
                direct(words)
