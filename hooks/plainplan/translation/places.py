"""Finds the line of a chapter on which a block begins."""

from __future__ import annotations

import re

from plainplan.errors import Place
from plainplan.model import Chapter

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"</?\d+/?>")
_WORDS_TO_KNOW_IT_BY = 6


class Finder:
    """The places of blocks of a chapter, asked for in the order of reading."""

    def __init__(self, chapter: Chapter) -> None:
        self.chapter = chapter
        self.lines = [" ".join(_WORD.findall(line)) for line in chapter.body.splitlines()]
        self.reached = 0

    def of_field(self) -> Place:
        """The place of the lines at the top of the chapter."""
        return Place(self.chapter.file, 1)

    def of(self, words: str) -> Place:
        """The place of a block: the next line that holds its first words, else the last one found."""
        known = " ".join(_WORD.findall(_TAG.sub("", words))[:_WORDS_TO_KNOW_IT_BY])
        for number in (*range(self.reached, len(self.lines)), *range(self.reached)):
            if known and known in self.lines[number]:
                self.reached = number
                break
        return Place(self.chapter.file, self.chapter.body_line + self.reached)
