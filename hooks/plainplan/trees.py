"""The content of a page as a tree of elements, and as HTML again."""

from __future__ import annotations

from lxml import etree, html
from lxml.html import HtmlElement


def parse(content: str) -> HtmlElement:
    """One element that holds the content of a page."""
    return html.fragment_fromstring(content, create_parent="div")


def serialise(root: HtmlElement) -> str:
    """The content of a page again, without the element round it."""
    inside: str = etree.tostring(root, encoding="unicode", method="html")
    return inside.partition(">")[2].rpartition("</div>")[0]
