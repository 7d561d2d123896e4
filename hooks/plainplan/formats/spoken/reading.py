"""Reads the article of a page from top to bottom, as a person would read it aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from plainplan.formats.document import Document
from plainplan.formats.spoken.inline import (
    BLOCKS,
    Node,
    chart,
    is_said,
    links_of,
    nodes_in,
    picture,
    words_in,
    words_of,
)
from plainplan.formats.spoken.joints import fill
from plainplan.formats.spoken.pieces import Kind, Piece
from plainplan.formats.spoken.tables import pieces_of_table
from plainplan.language import pgettext

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NOTES = frozenset({"aside", "blockquote"})
_OWN = "pp-"
"""How the classes of the product begin: lists of its own show no numbers, only those of authors do."""


@dataclass
class _At:
    """Where the reader is: what a paragraph is here, in which language, in how many lists."""

    language: str
    kind: Kind = Kind.PARAGRAPH
    depth: int = 0
    number: int | None = None

    def inside(self, element: HtmlElement, **changed: object) -> _At:
        """The same for what is inside of an element."""
        language = element.get("lang") or self.language
        return replace(self, language=language, **changed)  # type: ignore[arg-type]  # fields by name


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """All that a page says: its title, the notices on every page, and its article."""
    pieces = list(_flow(document.body, _At(document.language)))
    notices = [
        Piece(Kind.NOTE, words, links=links_of([notice]))
        for notice in document.notices
        if (words := words_in(notice, document.language))
    ]
    first = next((place for place, piece in enumerate(pieces, 1) if piece.kind is Kind.HEADING), 0)
    return (*pieces[:first], *notices, *pieces[first:])


def _flow(element: HtmlElement, at: _At) -> Iterator[Piece]:
    """The pieces in an element: its blocks, and what stands between them as paragraphs."""
    between: list[Node] = []
    for node in nodes_in(element):
        if isinstance(node, str) or not _is_block(node):
            between.append(node)
            continue
        for piece in _paragraph(between, at):
            yield piece
            at = _after(piece, at)
        between = []
        for piece in _block(node, at):
            yield piece
            at = _after(piece, at)
    yield from _paragraph(between, at)


def _after(piece: Piece, at: _At) -> _At:
    """What follows the first words of an item belongs to it, but is no item."""
    return replace(at, kind=Kind.PARAGRAPH, number=None) if piece.kind is Kind.ITEM is at.kind else at


def _is_block(node: HtmlElement) -> bool:
    if not is_said(node):
        return False
    return node.tag in BLOCKS or node.tag == "svg" or any(child.tag in BLOCKS for child in node.iter())


def _paragraph(nodes: list[Node], at: _At) -> Iterator[Piece]:
    elements = [node for node in nodes if not isinstance(node, str)]
    alone = not any(isinstance(node, str) and node.strip() for node in nodes) and len(elements) == 1
    if alone and (image := _only_picture(elements[0])) is not None:
        if words := picture(image, at.language):
            yield Piece(Kind.PICTURE, words, depth=at.depth)
        return
    if words := words_of(nodes, at.language):
        yield Piece(at.kind, words, depth=at.depth, number=at.number, links=links_of(nodes))


def _only_picture(element: HtmlElement) -> HtmlElement | None:
    """The picture that an element is, or that is all that a link holds."""
    if element.tag == "img":
        return element
    inside = list(nodes_in(element))
    if len(inside) == 1 and not isinstance(inside[0], str):
        return _only_picture(inside[0])
    return None


def _block(element: HtmlElement, at: _At) -> Iterator[Piece]:
    name = str(element.tag)
    inner = at.inside(element)
    if level := _HEADINGS.get(name):
        yield from _heading(element, inner, level)
    elif name == "table":
        yield from pieces_of_table(element, at.language, at.depth)
    elif name == "svg":
        if words := chart(element, at.language):
            yield Piece(Kind.CHART, words, depth=at.depth)
    elif name in ("ul", "ol"):
        yield from _list(element, inner)
    elif name == "dl":
        yield from _terms(element, inner)
    elif name in _NOTES or "admonition" in (element.get("class") or "").split():
        yield from _flow(element, replace(inner, kind=Kind.NOTE))
    else:
        yield from _flow(element, inner)


def _heading(element: HtmlElement, at: _At, level: int) -> Iterator[Piece]:
    if words := words_in(element, at.language):
        yield Piece(Kind.HEADING, words, level=level, links=links_of([element]))


def _list(element: HtmlElement, at: _At) -> Iterator[Piece]:
    counted = element.tag == "ol" and _OWN not in (element.get("class") or "")
    start = element.get("start") or "1"
    first = int(start) if start.isdecimal() else 1
    for place, item in enumerate(element.iterchildren("li"), first):
        number = place if counted else None
        yield from _flow(item, at.inside(item, kind=Kind.ITEM, depth=at.depth + 1, number=number))


def _terms(element: HtmlElement, at: _At) -> Iterator[Piece]:
    for part in element.iter("dt", "dd"):
        if next(part.iterancestors("dl"), None) is not element:
            continue
        if part.tag == "dd":
            yield from _flow(part, at.inside(part, kind=Kind.MEANING, depth=at.depth + 1))
        elif words := words_in(part, at.language):
            named = fill(pgettext("a word before what it means", "%(term)s:"), term=words)
            yield Piece(Kind.TERM, named, depth=at.depth, links=links_of([part]))
