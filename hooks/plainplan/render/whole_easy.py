"""All of easy read on one page, to read in one go and to print as a booklet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from plainplan import addresses, trees
from plainplan.render.pages import Page
from plainplan.render.placing import join, place, place_first

_PAGE = 2


@dataclass(frozen=True)
class EasyPart:
    """A page of easy read on the page that holds all."""

    page: Page
    anchor: str
    content: Markup


@dataclass(frozen=True)
class EasyWhole:
    """What stands on the page, its own words first."""

    introduction: Markup
    parts: tuple[EasyPart, ...]


_OF_HOME = frozenset({"what-is-in-it"})
_AGAIN = "pp-easy-again"
"""What stands with its priority too: a booklet has 24 pages at most."""


def compose_easy(pages: Iterable[Page], contents: Mapping[str, str]) -> EasyWhole:
    """Put the finished `contents` of the pages in easy read together, in the order of reading."""
    order = {page.address: page for page in pages if page.is_easy}
    first = place_first(order[addresses.EASY_WHOLE], contents[addresses.EASY_WHOLE])
    placed = [
        place(page, contents[page.address], _anchor(page), _PAGE, _OF_HOME)
        for page in order.values()
        if page.in_reading_order
    ]
    for one in placed:
        for again in one.root.find_class(_AGAIN):
            again.drop_tree()
    join([first, *placed])
    parts = tuple(EasyPart(one.page, one.anchor, _content(one.root)) for one in placed)
    return EasyWhole(_content(first.root), parts)


def _anchor(page: Page) -> str:
    return page.address.strip("/").replace("/", "-")


def _content(root: HtmlElement) -> Markup:
    return Markup(trees.serialise(root))  # noqa: S704  # it was finished content before
