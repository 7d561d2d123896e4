"""The blocks of a chapter's HTML: runs of words, with the tags inside of them numbered.

A run is what stands between two borders of blocks: the words of a paragraph, of a heading, of a cell, or of
a list item before the list inside of it. Its tags are numbered for translators, who can move them:
`See <1>the budget</1>.`, and `<2/>` for one that holds no words, such as a picture.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape

from lxml.html import HtmlElement

_OF_SENTENCES = (
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup "
    "time u var wbr"
)
_INSIDE_A_SENTENCE = frozenset(_OF_SENTENCES.split())
_LEFT_ALONE = frozenset({"pre", "script", "style", "svg", "math"})
ATTRIBUTES = ("alt", "title", "aria-label")
_TAG = re.compile(r"<(/?)(\d+)(/?)>")
_LETTER = re.compile(r"[^\W\d_]")


class UnfitError(ValueError):
    """A translation whose tags are not those of the source."""


@dataclass
class Run:
    """Words inside `parent`, from after the child number `first - 1` up to the child number `last - 1`.

    `text` is what a translator is given, `tags` the elements by their numbers.
    """

    parent: HtmlElement
    first: int
    last: int
    text: str = ""
    tags: dict[int, HtmlElement] = field(default_factory=dict)

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate."""
        return bool(_LETTER.search(unescape(_TAG.sub("", self.text))))

    def say(self, text: str) -> None:
        """Put other words in the place of the run. Raises UnfitError where their tags are others."""
        made = _built(text, self.tags)
        for child in list(self.parent)[self.first : self.last]:
            child.tail = None
            self.parent.remove(child)
        _set_before(self.parent, self.first, made.text or "")
        for offset, child in enumerate(list(made)):
            self.parent.insert(self.first + offset, child)


def runs(root: HtmlElement) -> list[Run]:
    """Every run under an element, in the order of reading."""
    return list(_runs(root))


def attributes(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Every attribute that readers are told, as its element and its name."""
    for element in root.iter():
        if isinstance(element.tag, str) and not _is_footnote(element):
            yield from ((element, name) for name in ATTRIBUTES if _LETTER.search(element.get(name, "")))


def _runs(element: HtmlElement) -> Iterator[Run]:
    if element.tag in _LEFT_ALONE:
        return
    children, first = list(element), 0
    for place, child in enumerate(children):
        if _is_block(child):
            yield from _run(element, first, place)
            yield from _runs(child)
            first = place + 1
    yield from _run(element, first, len(children))


def _run(parent: HtmlElement, first: int, last: int) -> Iterator[Run]:
    run = Run(parent, first, last)
    before = parent.text if first == 0 else parent[first - 1].tail
    words = escape(before or "", quote=False)
    words += "".join(_numbered(child, run.tags) for child in list(parent)[first:last])
    run.text = " ".join(words.split())
    if run.has_words:
        yield run


def _is_block(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):  # a comment
        return False
    return element.tag not in _INSIDE_A_SENTENCE or any(_is_block(child) for child in element)


def _is_footnote(element: HtmlElement) -> bool:
    """The sign of a footnote, and the way back from it: they hold no words of the author."""
    return any(name.startswith("footnote-") for name in element.get("class", "").split())


def _numbered(element: HtmlElement, tags: dict[int, HtmlElement]) -> str:
    tail = escape(element.tail or "", quote=False)
    if not isinstance(element.tag, str):
        return tail
    number = len(tags) + 1
    tags[number] = element
    if not (element.text or len(element)) or any(_is_footnote(part) for part in element.iter()):
        return f"<{number}/>{tail}"
    inside = escape(element.text or "", quote=False)
    inside += "".join(_numbered(child, tags) for child in element)
    return f"<{number}>{inside}</{number}>{tail}"


def _set_before(parent: HtmlElement, place: int, words: str) -> None:
    """Set the words that stand before a child number `place`."""
    if place == 0:
        parent.text = words
    else:
        parent[place - 1].tail = words


def _built(text: str, tags: dict[int, HtmlElement]) -> HtmlElement:
    """An element that holds the words with their tags. Raises UnfitError."""
    root = HtmlElement()
    open_: list[tuple[HtmlElement, int]] = [(root, 0)]
    seen: list[int] = []
    end = 0
    for match in _TAG.finditer(text):
        _append(open_[-1][0], unescape(text[end : match.start()]))
        end = match.end()
        closes, number, is_empty = bool(match[1]), int(match[2]), bool(match[3])
        if closes:
            if open_[-1][1] != number:
                raise UnfitError(match[0])
            open_.pop()
            continue
        if number not in tags or number in seen:
            raise UnfitError(match[0])
        seen.append(number)
        element = copy.deepcopy(tags[number]) if is_empty else _hollow(tags[number])
        element.tail = None
        open_[-1][0].append(element)
        if not is_empty:
            open_.append((element, number))
    _append(open_[-1][0], unescape(text[end:]))
    if len(open_) > 1 or set(seen) != set(tags):
        raise UnfitError(text)
    return root


def _hollow(element: HtmlElement) -> HtmlElement:
    """An element without what stands inside of it."""
    made = copy.copy(element)
    for child in list(made):
        made.remove(child)
    made.text = None
    return made


def _append(element: HtmlElement, words: str) -> None:
    if not words:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
