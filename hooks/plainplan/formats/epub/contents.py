"""The contents of a book: a tree of its headings, by which reading programs let people go about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plainplan.formats.epub.chapters import Chapter, headings

_DEEPEST = 4  # pages of the plan and their parts; the records below would make it too long to use


@dataclass
class Entry:
    """A heading, where it stands, and those below it."""

    title: str
    address: str
    level: int
    below: list[Entry] = field(default_factory=list)


def contents(chapters: Sequence[Chapter]) -> list[Entry]:
    """The tree of all headings. Each stands below the nearest one before it that is of a higher level."""
    top = Entry("", "", 0)
    path = [top]
    for chapter in chapters:
        for level, title, anchor in headings(chapter, _DEEPEST):
            while path[-1].level >= level:
                path.pop()
            entry = Entry(title, f"{chapter.name}#{anchor}", level)
            path[-1].below.append(entry)
            path.append(entry)
    return _without_first(top.below)


def _without_first(entries: list[Entry]) -> list[Entry]:
    """Where one heading holds all others it stands beside them: a list of one thing helps nobody."""
    if len(entries) != 1:
        return entries
    only = entries[0]
    return [Entry(only.title, only.address, only.level), *only.below]
