"""A finished page as the document that formats are made from: they say what the site says."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

_OF_THE_SCREEN = (
    ".//nav",
    ".//form",
    ".//script",
    ".//style",
    ".//button",
    ".//*[@hidden]",
    ".//*[@class='pp-of-screen']",
)
"""What is of no use off the screen: ways through the site, and what answers to a click."""


@dataclass(frozen=True)
class Document:
    """A finished page of the site. `body` is its article, from its <h1>, without what only a screen needs.

    `language` is a tag as in BCP 47, `direction` ltr or rtl. `notices` are what every page says first: that
    the plan is an example, that a machine translated it. `folder` is that of the edition, `address` that of
    the page in it, `url` its whole address, empty where the plan does not say where it is published.
    """

    title: str
    plan: str
    publisher: str
    published: str
    description: str
    language: str
    direction: str
    notices: tuple[HtmlElement, ...]
    body: HtmlElement
    folder: Path
    address: str
    url: str

    def whole_address(self, link: str) -> str:
        """Where a link leads from outside of the site; empty where that is not known."""
        if urlsplit(link).scheme:
            return link
        return urljoin(self.url, link) if self.url else ""

    def file(self, link: str) -> Path | None:
        """The file of the site that a picture or a link of the page names."""
        path = unquote(urlsplit(link).path)
        if urlsplit(link).scheme or not path:
            return None
        found = (self.folder / self.address / path).resolve()
        return found if found.is_file() else None


def read_document(folder: Path, address: str) -> Document:
    """The page at `address` of the edition that stands in `folder`. Raises OSError where there is none."""
    utf8 = html.HTMLParser(encoding="utf-8")
    page = html.document_fromstring((folder / address / "index.html").read_bytes(), parser=utf8)
    body = deepcopy(next(page.iter("article")))
    body.tail = None
    for path in _OF_THE_SCREEN:
        for element in body.iterfind(path):
            _drop(element)
    return Document(
        title=_words(page, ".//article//h1"),
        plan=_words(page, ".//*[@class='pp-name__plan']"),
        publisher=_words(page, ".//*[@class='pp-name__body']"),
        published=next((found.get("datetime", "") for found in page.iterfind(".//footer//time")), ""),
        description=next((found.get("content", "") for found in _meta(page, "description")), ""),
        language=page.get("lang", ""),
        direction=page.get("dir", "ltr"),
        notices=tuple(_notices(page)),
        body=body,
        folder=folder,
        address=address,
        url=next((found.get("href", "") for found in page.iterfind(".//link[@rel='canonical']")), ""),
    )


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _meta(page: HtmlElement, name: str) -> Iterator[HtmlElement]:
    yield from page.iterfind(f".//meta[@name='{name}']")


def _notices(page: HtmlElement) -> Iterator[HtmlElement]:
    for name in ("pp-notice", "pp-translation"):
        for notice in page.iterfind(f".//div[@class='{name}']"):
            for paragraph in notice.iterfind(".//p"):
                found = deepcopy(paragraph)
                found.tail = None
                yield found


def _words(page: HtmlElement, path: str) -> str:
    found = page.find(path)
    return "" if found is None else " ".join(found.text_content().split())
