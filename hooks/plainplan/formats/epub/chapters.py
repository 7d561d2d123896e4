"""The page divided into the files of a book, each short enough to open at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

_HEADING = re.compile(r"h([1-6])")
_DEEPEST = 3  # a heading below it begins no file
_SHORT = 1500  # characters: a part of fewer stays with what stands before it
_LONG = 60_000  # a file of more is divided at the next level of headings too


@dataclass
class Chapter:
    """One file of the book. `level` is that of the heading that it begins with."""

    title: str
    level: int
    anchor: str = ""
    elements: list[HtmlElement] = field(default_factory=list)
    name: str = ""
    is_part: bool = False

    @property
    def size(self) -> int:
        """How many characters it holds."""
        return sum(len(element.text_content()) for element in self.elements)


def level_of(element: HtmlElement) -> int:
    """The level of a heading; 0 for everything else."""
    found = _HEADING.fullmatch(element.tag) if isinstance(element.tag, str) else None
    return int(found[1]) if found else 0


def words_of(element: HtmlElement) -> str:
    """The words of an element on one line."""
    return " ".join(element.text_content().split())


def divided(body: HtmlElement) -> list[Chapter]:
    """The chapters of a page, in their order. Every heading has an id then."""
    _give_ids(body)
    made: list[Chapter] = []
    for chapter in _split(list(body), _DEEPEST):
        made.extend(_split(chapter.elements, _DEEPEST + 1) if chapter.size > _LONG else [chapter])
    chapters = _joined(made)
    for place, chapter in enumerate(chapters):
        chapter.name = f"chapter-{place + 1:03}.xhtml"
        after = chapters[place + 1 : place + 2]
        chapter.is_part = chapter.level == 2 and any(one.level > 2 for one in after)
    return chapters


def _give_ids(body: HtmlElement) -> None:
    taken = {element.get("id") for element in body.iter() if element.get("id")}
    free = (name for number in range(1, 100_000) if (name := f"heading-{number}") not in taken)
    for element in body.iter():
        if level_of(element) and not element.get("id"):
            element.set("id", next(free))


def _split(elements: list[HtmlElement], deepest: int) -> list[Chapter]:
    chapters = [Chapter("", 1)]
    for element in _opened(elements, deepest):
        level = level_of(element)
        if 0 < level <= deepest:
            chapters.append(Chapter(words_of(element), level, element.get("id", "")))
        chapters[-1].elements.append(element)
    return [chapter for chapter in chapters if chapter.elements]


def _opened(elements: list[HtmlElement], deepest: int) -> Iterator[HtmlElement]:
    """The elements, and instead of each that holds a heading which begins a file: what is in it."""
    for element in elements:
        if level_of(element) or not _divides(element, deepest):
            yield element
            continue
        if element.text and element.text.strip():
            words = copy(element)
            words.tail = None
            for child in list(words):
                words.remove(child)
            yield words
        for child in _opened(list(element), deepest):
            for name in ("lang", "dir"):
                if (said := element.get(name)) and not child.get(name):
                    child.set(name, said)
            yield child


def _divides(element: HtmlElement, deepest: int) -> bool:
    return isinstance(element.tag, str) and any(
        0 < level_of(below) <= deepest for below in element.iterdescendants()
    )


def _joined(chapters: list[Chapter]) -> list[Chapter]:
    """The chapters, without such as would be a file of a few lines below the heading that they belong to."""
    made: list[Chapter] = []
    for chapter in chapters:
        is_short = made and chapter.level > max(made[-1].level, 2) and chapter.size < _SHORT
        if made and (not chapter.title or is_short):
            made[-1].elements.extend(chapter.elements)
        else:
            made.append(chapter)
    return made


def headings(chapter: Chapter, deepest: int) -> Iterator[tuple[int, str, str]]:
    """Level, words and id of each heading in a chapter, down to a level."""
    for element in chapter.elements:
        for found in element.iter():
            if 0 < (level := level_of(found)) <= deepest:
                yield level, words_of(found), found.get("id", "")


def without_tails(chapter: Chapter) -> list[etree._Element]:
    """The elements of a chapter, without the blanks between them."""
    for element in chapter.elements:
        if element.tail and not element.tail.strip():
            element.tail = None
    return list(chapter.elements)
