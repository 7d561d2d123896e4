"""Where links and pictures of a page lead once it is a book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lxml.html import HtmlElement

from plainplan.formats.document import Document
from plainplan.formats.epub.chapters import Chapter

CONTENTS = "contents.xhtml"
PICTURES = "pictures"
MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
"""Pictures that every reading program shows (EPUB 3.3, core media types)."""


def connect(chapters: Sequence[Chapter], document: Document) -> dict[str, Path]:
    """Let all links lead into the book or to the site. Returns the pictures by their names in the book."""
    places = _places(chapters)
    pictures: dict[Path, str] = {}
    for chapter in chapters:
        for root in chapter.elements:
            for link in list(root.iter("a")):
                _link(link, document, places)
            for picture in list(root.iter("img")):
                _picture(picture, document, pictures)
    return {name: path for path, name in pictures.items()}


def _places(chapters: Sequence[Chapter]) -> dict[str, str]:
    return {
        element.get("id", ""): chapter.name
        for chapter in chapters
        for root in chapter.elements
        for element in root.iter()
        if isinstance(element.tag, str) and element.get("id")
    }


def _link(link: HtmlElement, document: Document, places: Mapping[str, str]) -> None:
    address = link.get("href")
    if address is None:
        return
    page, _, anchor = address.partition("#")
    if not page and anchor in places:
        link.set("href", f"{places[anchor]}#{anchor}")
    elif not page and anchor == "contents":
        link.set("href", CONTENTS)
    elif whole := document.whole_address(address):
        link.set("href", whole)
    else:  # the plan does not say where it is published: words that lead nowhere are no link
        link.tag = "span"
        for name in ("href", "hreflang", "rel", "type"):
            link.attrib.pop(name, None)


def _picture(picture: HtmlElement, document: Document, names: dict[Path, str]) -> None:
    path = document.file(picture.get("src", ""))
    if path is None or path.suffix.lower() not in MEDIA_TYPES:
        picture.tag = "span"  # a book must not fetch pictures: their words take their place
        picture.text = picture.get("alt", "")
        picture.attrib.clear()
        return
    if path not in names:
        names[path] = f"{PICTURES}/{len(names) + 1:03}{path.suffix.lower()}"
    picture.set("src", names[path])
    if not picture.get("alt"):
        picture.set("alt", "")
