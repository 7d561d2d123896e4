"""A page as the sequence of what a reader of it would say: text, braille and audio are renderings of it."""

from plainplan.formats.spoken.pieces import Kind, Link, Piece, Run, Words, contents_of, opening, plain
from plainplan.formats.spoken.reading import pieces_of

__all__ = ["Kind", "Link", "Piece", "Run", "Words", "contents_of", "opening", "pieces_of", "plain"]
