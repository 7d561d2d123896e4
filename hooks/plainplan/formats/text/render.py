"""Renders a page as plain text.

Headings are told apart by an underline (levels 1 and 2) and by the space before them, so that a voice that
reads it has no signs to say. The letters are UTF-8 without a mark at the beginning; lines end in a line feed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plainplan.formats.document import Document
from plainplan.formats.front import front_of
from plainplan.formats.spoken import Kind, Link, Piece, contents_of, opening, pieces_of
from plainplan.formats.spoken.joints import fill
from plainplan.formats.text.lines import directed, direction, in_order, width, wrap
from plainplan.language import bare, spoken
from plainplan.language import gettext as _

_UNDERLINES = {1: "=", 2: "-"}
_STEP = "  "
_LOOSE = frozenset({Kind.PARAGRAPH, Kind.NOTE, Kind.TABLE, Kind.CHART, Kind.PICTURE})
"""What stands apart from what is before and after it."""


def render_text(document: Document, pieces: Sequence[Piece] | None = None) -> str:
    """The page as the text of a file. `pieces` are what it says, where they are read already."""
    found = pieces_of(document) if pieces is None else tuple(pieces)
    title, notices, rest = opening(found)
    lines = [
        *_lines_of(title),
        *_front(document),
        *_lines_of(notices),
        *_lines_of(_contents(found)),
        *_lines_of(rest),
    ]
    return "\n".join(lines).strip("\n") + "\n"


def transcript(pieces: Sequence[Piece]) -> str:
    """The words of the page itself, behind what all pages share: a recording holds while they stay."""
    return "\n".join(_lines_of(opening(tuple(pieces))[2]))


def _front(document: Document) -> Iterator[str]:
    yield ""
    for words in front_of(document):
        yield from [words] if words == document.url else _paragraph(words)


def _paragraph(words: str) -> list[str]:
    return [directed(line, spoken().direction) for line in wrap(bare(words))]


def _contents(pieces: Sequence[Piece]) -> list[Piece]:
    if not (found := contents_of(pieces)):
        return []
    title = Piece(Kind.HEADING, fill(_("Contents")), level=2)
    return [title, *(Piece(Kind.ITEM, piece.words, depth=piece.level - 1) for piece in found)]


def _lines_of(pieces: Sequence[Piece]) -> Iterator[str]:
    """The lines of some pieces; the links of each section follow it."""
    before: Piece | None = None
    links: dict[Link, None] = {}
    for piece in pieces:
        if piece.kind is Kind.HEADING:
            yield from _links(links)
            links = {}
            yield from ("", "")
        elif before is None or before.kind is Kind.HEADING or _apart(before, piece):
            yield ""
        yield from _lines(piece)
        links |= dict.fromkeys(piece.links)
        before = piece
    yield from _links(links)


def _apart(before: Piece, piece: Piece) -> bool:
    if before.kind is Kind.TABLE and piece.kind is Kind.ROW:
        return False
    return any(one.kind in _LOOSE and not one.depth for one in (before, piece)) or (
        before.kind is Kind.ROW and piece.kind is not Kind.ROW
    )


def _lines(piece: Piece) -> Iterator[str]:
    towards = direction(piece.language)
    first, rest = _indents(piece)
    lines = [directed(line, towards) for line in wrap(in_order(piece.words, towards), first, rest)]
    yield from lines
    if piece.kind is Kind.HEADING and (sign := _UNDERLINES.get(piece.level)):
        yield directed(sign * max(map(width, lines), default=0), towards)


def _indents(piece: Piece) -> tuple[str, str]:
    """What stands before the first line of a piece, and before its other lines."""
    inside = _STEP * piece.depth
    if piece.kind is Kind.ITEM:
        mark = "- " if piece.number is None else f"{piece.number}. "
        before = _STEP * (piece.depth - 1)
        return f"{before}{mark}", before + " " * len(mark)
    if piece.kind is Kind.ROW:
        return inside, inside + _STEP
    if piece.kind is Kind.NOTE:
        return inside + _STEP, inside + _STEP
    return inside, inside


def _links(links: Iterable[Link]) -> Iterator[str]:
    """Where the links of a section lead."""
    found = list(links)
    if found:
        yield ""
        yield from _paragraph(_("Links in this part:"))
    for link in found:
        if link.words != link.address:
            yield from (directed(line, spoken().direction) for line in wrap(link.words, "- ", _STEP))
        yield f"{_STEP}{link.address}"
