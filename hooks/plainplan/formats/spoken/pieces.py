"""What a page says, piece by piece, each with its kind and its languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Run:
    """Words of one language (a tag as in BCP 47)."""

    text: str
    language: str


Words = tuple[Run, ...]
"""Words in reading order. Spaces stand inside of the runs: joined, they are what is said."""


def plain(words: Words) -> str:
    """The words without their languages."""
    return "".join(run.text for run in words)


class Kind(StrEnum):
    """What a piece is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    """What a table is about: its rows follow."""
    ROW = "row"
    """One row, said as a sentence."""
    CHART = "chart"
    PICTURE = "picture"
    NOTE = "note"
    TERM = "term"
    MEANING = "meaning"


@dataclass(frozen=True)
class Link:
    """A link that leads out of the plan: what it says on its own, and its whole address."""

    words: str
    address: str


@dataclass(frozen=True)
class Piece:
    """One thing that is said.

    `level` is that of a heading; `depth` says in how many lists the piece stands; `number` is that of an
    item which is counted.
    """

    kind: Kind
    words: Words
    level: int = 0
    depth: int = 0
    number: int | None = None
    links: tuple[Link, ...] = ()

    @property
    def language(self) -> str:
        """The language of most of it: that of its longest run."""
        return max(self.words, key=lambda run: len(run.text)).language if self.words else ""


_IN_CONTENTS = (2, 3)
_FEWEST_IN_CONTENTS = 3


def contents_of(pieces: Iterable[Piece]) -> list[Piece]:
    """The headings that a list of contents names; none where there are too few to need one."""
    found = [piece for piece in pieces if piece.kind is Kind.HEADING and piece.level in _IN_CONTENTS]
    return found if len(found) >= _FEWEST_IN_CONTENTS else []


def opening(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]:
    """The title of a page, the notices that all pages share, and the rest."""
    first = next((place for place, piece in enumerate(pieces, 1) if piece.kind is Kind.HEADING), 0)
    begun = next(
        (place for place, piece in enumerate(pieces) if place >= first and piece.kind is not Kind.NOTE),
        len(pieces),
    )
    return pieces[:first], pieces[first:begun], pieces[begun:]
