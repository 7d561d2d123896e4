"""Finds the line of a chapter on which a block begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainplan.errors import Place
from plainplan.model import Written

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"</?\d+/?>")
_WORDS_TO_KNOW_IT_BY = 6
_ENOUGH = 3  # words that hardly stand in two places


class Finder:
    """The places of blocks of a chapter, asked for in the order of reading."""

    def __init__(self, chapter: Written) -> None:
        self.chapter = chapter
        self.lines = [" ".join(_WORD.findall(line)) for line in chapter.body.splitlines()]
        self.reached = 0

    def of_field(self) -> Place:
        """The place of the lines at the top of the chapter."""
        return Place(self.chapter.file, 1)

    def of(self, words: str) -> Place:
        """The place of a block: the next line that holds its first words, else the last one found."""
        known = _WORD.findall(_TAG.sub("", words))[:_WORDS_TO_KNOW_IT_BY]
        self.reached = next(self._lines_with(known), self.reached)
        return Place(self.chapter.file, self.chapter.body_line + self.reached)

    def _lines_with(self, known: list[str]) -> Iterator[int]:
        """Lines with these words, the likeliest first. A link, a value or the end of the line may stand
        between them: then the first of them tell, the fewest only at the beginning of a line."""
        ahead = range(self.reached, len(self.lines))
        first = " ".join(known)
        yield from (
            number for number in (*ahead, *range(self.reached)) if known and first in self.lines[number]
        )
        for count in range(len(known) - 1, 0, -1):
            first = f" {' '.join(known[:count])} "
            for number in ahead:
                line = f" {self.lines[number]} "
                if first in line if count >= _ENOUGH else line.startswith(first):
                    yield number
