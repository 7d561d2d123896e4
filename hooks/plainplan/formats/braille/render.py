"""Renders a page as pages of braille: title and contents first, then what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainplan.formats.braille.layout import Block, Pages, block_of, entry, numbered, paged
from plainplan.formats.braille.writing import braille, table_for, written
from plainplan.formats.document import Document
from plainplan.formats.front import front_of
from plainplan.formats.spoken import Kind, Piece, Run, contents_of, opening, pieces_of
from plainplan.formats.spoken.joints import fill
from plainplan.language import gettext as _


@dataclass(frozen=True)
class Braille:
    """A page of the site as pages of 25 lines, in the signs of Unicode for braille, and what it is."""

    title: str
    language: str
    publisher: str
    published: str
    identifier: str
    pages: tuple[tuple[str, ...], ...]


def render_braille(document: Document, pieces: Sequence[Piece] | None = None) -> Braille:
    """The page in braille. Raises MissingToolError without liblouis, or without a table for its language."""
    found = pieces_of(document) if pieces is None else tuple(pieces)
    title, notices, rest = opening(found)
    front = [*map(block_of, title), *_front(document), *map(block_of, notices)]
    listed = contents_of(rest)
    if listed:
        pages = _with_contents(front, listed, [*title, *rest], table_for(document.language))
    else:
        pages = paged([*front, *map(block_of, rest)]).pages
    numbers = (_number(place, table_for(document.language)) for place in range(1, len(pages) + 1))
    return Braille(
        title=document.title,
        language=document.language,
        publisher=document.publisher,
        published=document.published,
        identifier=document.url or document.address or document.title,
        pages=tuple(numbered(pages, numbers)),
    )


def _front(document: Document) -> list[Block]:
    return [block_of(Piece(Kind.PARAGRAPH, (Run(words, document.language),))) for words in front_of(document)]


def _with_contents(
    front: list[Block], listed: list[Piece], body: list[Piece], table: str
) -> tuple[tuple[str, ...], ...]:
    """Front and contents, then the body on a new page. The contents are as long, whatever the numbers are."""
    pages = paged([block_of(piece) for piece in body])
    starts = _starts(body, pages)

    def before(count: int) -> Pages:
        heading = block_of(Piece(Kind.HEADING, fill(_("Contents")), level=1))
        entries = [
            Block(tuple(entry(braille(piece.words), piece.level - 2, _number(starts[place] + count, table))))
            for place, piece in enumerate(listed)
        ]
        return paged([*front, heading, *entries])

    return (*before(len(before(1).pages) + 1).pages, *pages.pages)


def _starts(body: list[Piece], pages: Pages) -> list[int]:
    """The page of each heading that the contents name, counted from 0."""
    headings = [piece for piece in body if piece.kind is Kind.HEADING]
    named = {id(piece) for piece in contents_of(body)}
    return [page for piece, page in zip(headings, pages.headings, strict=True) if id(piece) in named]


def _number(number: int, table: str) -> str:
    return written(str(number), table)
