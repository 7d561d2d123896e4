"""Says in the HTML which words are not in the reader's language (WCAG 3.1.2), where they are marked.

Whatever made the words, a template or a chapter, they come here between marks (`language.marks`). The marks
go, and the innermost element that holds nothing else gets the language, or a new `span` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from plainplan.language import Mark, bare, is_marked
from plainplan.language.marks import END

_TOKEN = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1>|<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>|[^<]+",
    re.DOTALL | re.IGNORECASE,
)
_MARKS = re.compile(f"([{''.join(Mark)}{END}])")
_BEGINNINGS = frozenset(mark.value for mark in Mark)
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_LETTER = re.compile(r"[^\W\d_]")
_ATTRIBUTE_OF_READERS = re.compile(
    r"\s(?:alt|aria-label|title|placeholder)=([\"'])(?:(?!\1).)*[\ufdd0-\ufdd3]"
)
_HAS_LANGUAGE = re.compile(r"\slang=")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tspan",
    ]
)
_BLOCKS = frozenset(
    [
        "button",
        "caption",
        "dd",
        "dt",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "legend",
        "li",
        "option",
        "p",
        "summary",
        "td",
        "textarea",
        "th",
        "title",
        "desc",
        "text",
    ]
)
_OF_DRAWINGS = frozenset({"desc", "text", "tspan", "svg"})
"""Elements that have no `dir`."""
_OF_WORDS_ALONE = _OF_DRAWINGS | {"title", "option", "textarea"}
"""Elements in which no `span` can stand: there a part of the words cannot say its language."""


@dataclass
class Counts:
    """How many parts of a page are not in the reader's language, by why."""

    missing: int = 0
    stale: int = 0

    @property
    def all(self) -> int:
        """All such parts."""
        return self.missing + self.stale


@dataclass
class _Piece:
    """A tag, or words of one language. `mark` is None for the reader's own; `lang` is put into a tag."""

    text: str
    mark: Mark | None = None
    name: str = ""
    holder: _Element | None = None
    lang: Mark | None = None


@dataclass
class _Element:
    """An element that is open, and what kinds of words it holds."""

    name: str
    tag: _Piece
    around: _Element | None
    own: bool = False
    foreign: set[Mark] = field(default_factory=set)

    @property
    def is_in_one_language(self) -> bool:
        """Whether all words are foreign, and all of the product (in English) or all of the plan."""
        return not self.own and (Mark.INTERFACE not in self.foreign or len(self.foreign) == 1)


class Saying(Protocol):
    """How HTML says which language words are in: see overrides/fragments/foreign.html."""

    def attributes(self, mark: Mark, has_direction: bool) -> str:
        """Attributes of an element that holds such words; some elements can have no direction."""

    def span(self, mark: Mark, words: str) -> str:
        """An element round such words."""


def tell(html: str, saying: Saying) -> tuple[str, Counts]:
    """The HTML with the language of every marked part, without marks; and how many parts there are."""
    if not is_marked(html):
        return html, Counts()
    pieces = list(_pieces(html))
    counts = Counts()
    counted: set[int] = set()
    for piece in pieces:
        if piece.mark and _LETTER.search(piece.text):
            element = _whole(piece.holder)
            if not element and not _takes_spans(piece.holder):
                continue
            place = id(element or piece)
            if element:
                element.tag.lang = element.tag.lang or piece.mark
            if place not in counted and piece.mark is not Mark.INTERFACE:
                counted.add(place)
                counts.stale += piece.mark is Mark.STALE
                counts.missing += piece.mark is Mark.MISSING
    return "".join(_written(piece, saying) for piece in pieces), counts


def told_in(html: str) -> Counts:
    """How many parts of HTML that was told are not in the reader's language."""
    return Counts(*(html.count(f'data-untranslated="{why}"') for why in ("missing", "stale")))


def _pieces(html: str) -> Iterator[_Piece]:
    open_: _Element | None = None
    marks: list[Mark] = []  # a marked sentence may hold marked names
    for found in _TOKEN.finditer(html):
        token = found[0]
        if token.startswith("<!--") or found[1]:
            yield _Piece(bare(token))
        elif not token.startswith("<"):
            for part in _MARKS.split(token):
                if part == END:
                    marks = marks[:-1]
                elif part in _BEGINNINGS:
                    marks.append(Mark(part))
                elif part:
                    yield _said(part, marks[-1] if marks else None, open_)
        else:
            piece, open_ = _tag(token, open_)
            yield piece


def _said(words: str, mark: Mark | None, holder: _Element | None) -> _Piece:
    if _LETTER.search(words):
        element = holder
        while element:
            if mark:
                element.foreign.add(mark)
            else:
                element.own = True
            element = element.around
    return _Piece(words, mark, holder=holder)


def _tag(token: str, open_: _Element | None) -> tuple[_Piece, _Element | None]:
    name = match[1].lower() if (match := _NAME.match(token)) else ""
    piece = _Piece(token, name=name)
    if token.startswith("</"):
        while open_ and open_.name != name:
            open_ = open_.around
        return piece, open_.around if open_ else None
    if name in _VOID or token.endswith("/>") or not name:
        return piece, open_
    return piece, _Element(name, piece, open_)


def _whole(holder: _Element | None) -> _Element | None:
    """The element that can say the language of all that it holds: the nearest block, or what is inside it."""
    best: _Element | None = None
    element: _Element | None = holder
    while element and element.is_in_one_language and element.name in _INLINE | _BLOCKS:
        best = element
        if element.name in _BLOCKS:
            break
        element = element.around
    return best


def _takes_spans(element: _Element | None) -> bool:
    while element and element.name not in _OF_WORDS_ALONE:
        element = element.around
    return element is None


def _written(piece: _Piece, saying: Saying) -> str:
    if piece.mark:
        if _whole(piece.holder) or not (_LETTER.search(piece.text) and _takes_spans(piece.holder)):
            return piece.text
        return saying.span(piece.mark, piece.text)
    if not piece.name or not (piece.lang or is_marked(piece.text)):
        return piece.text
    mark = piece.lang or _mark_of_attribute(piece)
    text = bare(piece.text)
    if not mark or _HAS_LANGUAGE.search(text):
        return text
    end = "/>" if text.endswith("/>") else ">"
    said = saying.attributes(mark, piece.name not in _OF_DRAWINGS)
    return f"{text.removesuffix(end).rstrip()} {said.strip()}{end}"


def _mark_of_attribute(piece: _Piece) -> Mark | None:
    """What is marked in an attribute of an element without words, whose language it then is."""
    if piece.name in _VOID | {"svg"} and _ATTRIBUTE_OF_READERS.search(piece.text):
        return next(Mark(sign) for sign in piece.text if sign in _BEGINNINGS)
    return None
