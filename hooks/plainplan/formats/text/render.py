"""Renders a page as plain text.

Headings are told apart by an underline (levels 1 and 2) and by the space before them, so that a voice that
reads it has no signs to say. The letters are UTF-8 without a mark at the beginning; lines end in a line feed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from plainplan.formats.document import Document
from plainplan.formats.spoken import Kind, Link, Piece, pieces_of, plain
from plainplan.formats.spoken.joints import fill
from plainplan.formats.text.lines import direction, directed, in_order, width, wrap
from plainplan.language import bare, spoken
from plainplan.language import gettext as _
from plainplan.render.text import day

_UNDERLINES = {1: "=", 2: "-"}
_LEVELS_IN_CONTENTS = (2, 3)
_FEWEST_IN_CONTENTS = 3
_STEP = "  "
_LOOSE = frozenset({Kind.PARAGRAPH, Kind.NOTE, Kind.TABLE, Kind.CHART, Kind.PICTURE})
"""What stands apart from what is before and after it."""


def render_text(document: Document, pieces: Sequence[Piece] | None = None) -> str:
    """The page as the text of a file. `pieces` are what it says, where they are read already."""
    found = pieces_of(document) if pieces is None else tuple(pieces)
    first = next((place for place, piece in enumerate(found, 1) if piece.kind is Kind.HEADING), 0)
    begun = next((place for place, piece in enumerate(found) if _is_of_plan(piece, place, first)), len(found))
    lines = [
        *_lines_of(found[:first]),
        *_front(document),
        *_lines_of(found[first:begun]),
        *_lines_of(_contents(found)),
        *_lines_of(found[begun:]),
    ]
    return "\n".join(lines).strip("\n") + "\n"


def _is_of_plan(piece: Piece, place: int, first: int) -> bool:
    """Whether a piece is behind the title and the notices that all pages share."""
    return place >= first and piece.kind is not Kind.NOTE


def transcript(pieces: Iterable[Piece]) -> str:
    """What a recording of a page says, one piece a line: a recording holds as long as this stays the same."""
    return "".join(f"{plain(piece.words)}\n" for piece in pieces if piece.kind is not Kind.NOTE)


def _front(document: Document) -> Iterator[str]:
    """Of which plan the page is, by whom, of which day, and where it is on the web."""
    yield ""
    if document.plan != document.title:
        yield from _paragraph(document.plan)
    if document.publisher:
        yield from _paragraph(_("Published by %(body)s.") % {"body": document.publisher})
    if document.published:
        yield from _paragraph(_("Published %(day)s.") % {"day": day(date.fromisoformat(document.published))})
    if document.url:
        yield document.url


def _paragraph(words: str) -> list[str]:
    return [directed(line, spoken().direction) for line in wrap(bare(words))]


def _contents(pieces: Sequence[Piece]) -> list[Piece]:
    found = [piece for piece in pieces if piece.kind is Kind.HEADING and piece.level in _LEVELS_IN_CONTENTS]
    if len(found) < _FEWEST_IN_CONTENTS:
        return []
    title = Piece(Kind.HEADING, fill(_("Contents")), level=_LEVELS_IN_CONTENTS[0])
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
