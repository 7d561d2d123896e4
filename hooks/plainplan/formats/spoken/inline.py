"""The words inside of an element, with the language of each part (WCAG 3.1.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml.html import HtmlElement

from plainplan.formats.spoken.joints import Break, ended, fill, tidy
from plainplan.formats.spoken.pieces import Link, Run, Words, plain
from plainplan.language import gettext as _

Node: TypeAlias = str | HtmlElement

BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "ul"),
    ]
)
_NOT_SAID = frozenset(
    [*("button", "form", "input", "nav", "noscript", "option", "script", "select", "style", "template")]
)
_HIDDEN = "pp-hidden"


def nodes_in(element: HtmlElement) -> Iterator[Node]:
    """The words and the elements right inside of an element, in order."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):  # a comment has none
            yield child
        if child.tail:
            yield child.tail


def is_said(element: HtmlElement) -> bool:
    """Whether an element is for readers, and not for the screen only."""
    return (
        element.tag not in _NOT_SAID
        and element.get("aria-hidden") != "true"
        and element.get("hidden") is None
        and "headerlink" not in (element.get("class") or "").split()
    )


def words_in(element: HtmlElement, language: str) -> Words:
    """All that an element says; `language` is that of what stands round it."""
    return words_of(nodes_in(element), element.get("lang") or language)


def words_of(nodes: Iterable[Node], language: str) -> Words:
    """All that some nodes say, in one piece."""
    return tidy(_runs(nodes, language, in_link=False))


def links_of(nodes: Iterable[Node]) -> tuple[Link, ...]:
    """The links out of the plan among nodes, each said so that it makes sense on its own (WCAG 2.4.9)."""
    found: dict[Link, None] = {}
    for node in nodes:
        if isinstance(node, str):
            continue
        for anchor in node.iter("a"):
            address = anchor.get("href") or ""
            if address.startswith(("http://", "https://")):
                words = plain(tidy(_runs(nodes_in(anchor), "", in_link=False)))
                found[Link(words, address)] = None
    return tuple(found)


def picture(element: HtmlElement, language: str) -> Words:
    """What a picture shows, said as that; nothing where it only decorates."""
    alternative = tidy([Run(element.get("alt") or "", element.get("lang") or language)])
    return fill(_("Picture: %(words)s"), words=alternative) if alternative else ()


def chart(element: HtmlElement, language: str) -> Words:
    """What a drawing says of itself: its name, and its description where it has one."""
    spoken_in = element.get("lang") or language
    name = element.get("aria-label") or element.findtext("{*}title") or element.findtext("title") or ""
    described = " ".join(found.text or "" for found in element.iter("desc"))
    parts = [tidy([Run(text, spoken_in)]) for text in (name, described)]
    sentences = [ended(part) for part in parts if part]
    spaced = [run for part in sentences for run in (*part, Run(" ", spoken_in))]
    return tidy(spaced)


def _runs(nodes: Iterable[Node], language: str, in_link: bool) -> Iterator[Run | Break]:
    for node in nodes:
        if isinstance(node, str):
            yield Run(node, language)
        elif not is_said(node) or (in_link and _HIDDEN in (node.get("class") or "").split()):
            # Hidden words of a link say again what stands round it, for those who hear a list of links.
            continue
        elif node.tag == "br":
            yield Break()
        elif node.tag in ("img", "svg"):
            yield Break()
            yield from (picture if node.tag == "img" else chart)(node, language)
            yield Break()
        else:
            yield from _inside(node, language, in_link)


def _inside(node: HtmlElement, language: str, in_link: bool) -> Iterator[Run | Break]:
    if node.tag in BLOCKS:
        yield Break()
    yield from _runs(nodes_in(node), node.get("lang") or language, in_link or node.tag == "a")
    if node.tag in BLOCKS:
        yield Break()
