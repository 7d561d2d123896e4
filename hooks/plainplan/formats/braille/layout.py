"""Lines and pages of braille: 40 cells by 25 lines, as embossers and readers in Britain expect.

The forms are those of Braille Formats (BANA 2016) and of UKAAF's guidance on standard braille: a centred
heading, then headings at cell 5 and cell 7; paragraphs begin at cell 3; items of a list at cell 1 with their
other lines at cell 3, and two cells further for each list inside; the page number stands at the right of the
last line, which has nothing else on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainplan.formats.braille.writing import BLANK, braille
from plainplan.formats.spoken import Kind, Piece, Run

CELLS = 40
LINES = 25
_TEXT_LINES = LINES - 1
_MARGIN = 3
"""How many cells at least stay blank on both sides of a centred line."""
_GUIDE = "⠐"
"""Dot 5: leads the finger to the number of a page, and says that a long word goes on in the next line."""
_FOR_NUMBER = 7
_LEAST_GUIDE = 4
_AFTER_HEADING = 2
"""How many lines of what follows stand with a heading."""


@dataclass(frozen=True)
class Block:
    """Lines that belong together. `heading` is the level of a heading, `apart` wants a blank line before."""

    lines: tuple[str, ...]
    heading: int = 0
    apart: bool = False


@dataclass(frozen=True)
class Pages:
    """Pages of lines, and on which of them each heading begins, counted from 0."""

    pages: tuple[tuple[str, ...], ...]
    headings: tuple[int, ...]


def wrap(dots: str, first: int = 0, rest: int = 0, cells: int = CELLS) -> list[str]:
    """Lines of braille with indents. What has no blank and is longer than a line goes on with dot 5."""
    lines: list[str] = []
    line = BLANK * first
    for word in dots.split(BLANK):
        begun = line.strip(BLANK) != ""
        if begun and len(line) + 1 + len(word) <= cells:
            line += BLANK + word
            continue
        if begun:
            lines.append(line)
            line = BLANK * rest
        while len(line) + len(word) > cells:
            room = cells - len(line) - 1
            lines.append(line + word[:room] + _GUIDE)
            word, line = word[room:], BLANK * rest  # noqa: PLW2901  # what is left of it
        line += word
    return [*lines, line] if line.strip(BLANK) else lines


def centred(dots: str) -> list[str]:
    """A heading in the middle of its lines."""
    lines = wrap(dots, cells=CELLS - 2 * _MARGIN)
    return [BLANK * ((CELLS - len(line)) // 2) + line for line in lines]


def block_of(piece: Piece) -> Block:
    """The lines of a piece."""
    dots = braille(piece.words)
    if piece.kind is Kind.HEADING:
        indent = 4 if piece.level == 2 else 6
        lines = centred(dots) if piece.level == 1 else wrap(dots, indent, indent, CELLS - _MARGIN)
        return Block(tuple(lines), heading=piece.level, apart=piece.level < 3)
    inside = 2 * piece.depth
    if piece.kind is Kind.ITEM:
        counted = "" if piece.number is None else f"{piece.number}."
        mark = braille((Run(counted, piece.language),)) + BLANK if counted else ""
        return Block(tuple(wrap(mark + dots, inside - 2, inside)))
    if piece.kind in (Kind.ROW, Kind.TERM):
        return Block(tuple(wrap(dots, inside, inside + 2)))
    if piece.kind is Kind.MEANING:
        return Block(tuple(wrap(dots, inside, inside)))
    return Block(tuple(wrap(dots, inside + 2, inside)), apart=piece.kind in (Kind.TABLE, Kind.CHART))


def paged(blocks: Sequence[Block]) -> Pages:
    """Blocks on pages. A heading stands with what follows it, and no page begins with a blank line."""
    pages: list[list[str]] = [[]]
    headings: list[int] = []
    before: Block | None = None
    for place, block in enumerate(blocks):
        page = pages[-1]
        blank = bool(page) and before is not None and _is_apart(before, block)
        if block.heading and len(page) + blank + _needed(blocks[place:]) > _TEXT_LINES and page:
            pages.append([])
            page, blank = pages[-1], False
        if blank and len(page) < _TEXT_LINES:
            page.append("")
        if block.heading:
            headings.append(len(pages) - 1)
        for line in block.lines:
            if len(pages[-1]) >= _TEXT_LINES:
                pages.append([])
            pages[-1].append(line)
        before = block
    return Pages(tuple(map(tuple, pages)), tuple(headings))


def _is_apart(before: Block, block: Block) -> bool:
    return block.apart or block.heading > 0 or before.heading == 1


def _needed(blocks: Iterable[Block]) -> int:
    """How many lines a heading needs on its page: its own, those of headings right below, and two more."""
    lines = 0
    for block in blocks:
        if not block.heading:
            return lines + min(_AFTER_HEADING, len(block.lines))
        lines += len(block.lines) + 1
    return lines


def entry(dots: str, level: int, number: str) -> list[str]:
    """A line of the contents, with the page at its right."""
    indent = 2 * level
    *lines, last = wrap(dots, indent, indent + 4, CELLS - _FOR_NUMBER)
    gap = CELLS - len(last) - len(number) - 2
    guide = _GUIDE * gap if gap >= _LEAST_GUIDE else BLANK * gap
    return [*lines, f"{last}{BLANK}{guide}{BLANK}{number}"]


def numbered(pages: Sequence[Sequence[str]], numbers: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Pages of exactly 25 lines, each with its number at the right of the last one."""
    for page, number in zip(pages, numbers, strict=True):
        filled = [line.rstrip(BLANK) for line in page]
        filled += [""] * (_TEXT_LINES - len(filled))
        yield (*filled, BLANK * (CELLS - len(number)) + number)
