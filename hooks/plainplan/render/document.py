"""Finished HTML, read once more: which headings it has, and where a word of the glossary is first used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from plainplan import addresses
from plainplan.language import Mark, bare
from plainplan.language.marks import END
from plainplan.model.glossary import Term

_LEFT_ALONE = {
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "code",
    "pre",
    "abbr",
    "bdi",
    "dfn",
    "dt",
    "caption",
    "th",
    "svg",
    "summary",
    "button",
    "label",
    "legend",
    "select",
    "noscript",
    "template",
}


_BEGINNINGS = frozenset(mark.value for mark in Mark)


@dataclass(frozen=True)
class Heading:
    """A heading that can be linked to."""

    level: int
    text: str
    anchor: str


def headings(root: HtmlElement) -> list[Heading]:
    """The headings of levels 1 to 4 that have an anchor, in order."""
    found = root.iter("h1", "h2", "h3", "h4")
    return [
        Heading(
            int(element.tag[1]),
            " ".join(element.text_content().replace("¶", "").split()),
            element.get("id", ""),
        )
        for element in found
        if element.get("id")
    ]


class TermMarker:
    """Links each glossary term to its meaning on its first use on a page."""

    def __init__(self, terms: tuple[Term, ...], names: Iterable[str] = ()) -> None:
        """`names` are those of bodies: no word is marked inside of them."""
        names = {bare(name) for name in names}
        words = {
            bare(word): term
            for term in terms
            for word in (term.term, term.short, *term.also)
            if word and bare(word) not in names
        }
        self.by_word = {_key(word, term): term for word, term in words.items()}
        self.foreign = {
            _key(bare(word), term): Mark(word[0])
            for term in terms
            for word in (term.term, term.short, *term.also)
            if word and word[0] in _BEGINNINGS
        }
        """Words that are not in the reader's language, and why."""
        patterns = {name: re.escape(name) for name in names}
        patterns |= {word: _pattern(word, term) for word, term in words.items()}
        longest_first = sorted(patterns, key=lambda word: (-len(word), word))
        either = "|".join(patterns[word] for word in longest_first)
        # A part of an address is no word.
        before, after = r"(?<![\w-])(?<!\w\.)(?<!@)(?<!//)", r"(?![\w-]|\.\w|@)"
        self.pattern = re.compile(f"{before}(?:{either}){after}") if words else None

    def mark(self, root: HtmlElement, page: str) -> None:
        """Change `root`, the content of the page at the address `page`, in place."""
        if self.pattern is None or page == addresses.GLOSSARY:
            return
        done: set[str] = set()
        depth = 0
        for element, is_tail in list(_texts(root)):
            text = (element.tail if is_tail else element.text) or ""
            self._mark_text(element, is_tail, page, done, depth)
            depth += _opened(text)

    def _mark_text(self, element: HtmlElement, is_tail: bool, page: str, done: set[str], depth: int) -> None:
        text = (element.tail if is_tail else element.text) or ""
        matches = []
        for match in self.pattern.finditer(text) if self.pattern else ():
            term = self.by_word.get(match[0]) or self.by_word.get(match[0].casefold())
            if term and term.id not in done and _is_whole(match):
                done.add(term.id)
                matches.append((match, term))
        if not matches:
            return
        parent, place = (
            (element.getparent(), element.getparent().index(element) + 1) if is_tail else (element, 0)
        )
        before = text[: matches[0][0].start()]
        if is_tail:
            element.tail = before
        else:
            element.text = before
        for number, (match, term) in enumerate(matches):
            end = matches[number + 1][0].start() if number + 1 < len(matches) else len(text)
            link = html.Element("a")
            link.set(
                "href", addresses.relative(f"{addresses.GLOSSARY}#{addresses.term_anchor(term.id)}", page)
            )
            link.set("class", "pp-term")
            link.text = self._said(match, depth)
            link.tail = text[match.end() : end]
            parent.insert(place + number, link)

    def _said(self, match: re.Match[str], depth: int) -> str:
        """A word, marked if it is not in the reader's language and stands among words that are."""
        mark = self.foreign.get(match[0]) or self.foreign.get(match[0].casefold())
        inside = depth + _opened(match.string[: match.start()])
        return f"{mark}{match[0]}{END}" if mark and not inside else match[0]


def _opened(text: str) -> int:
    """How many more marks of languages begin in a text than end."""
    return sum(sign in _BEGINNINGS for sign in text) - text.count(END)


def _is_whole(match: re.Match[str]) -> bool:
    """Whether no word goes on beside it. Signs for vowels (Gurmukhi, Gujarati) are no letters to `re`."""
    beside = match.string[max(match.start() - 1, 0) : match.start()] + match.string[match.end() :][:1]
    return not any(unicodedata.category(sign).startswith("M") for sign in beside)


def _is_exact(word: str, term: Term) -> bool:
    """Whether it counts only as it is written: "GO" is a government office, "go" is not."""
    return term.exact or (len(word) > 1 and word[:2].isupper())


def _key(word: str, term: Term) -> str:
    return word if _is_exact(word, term) else word.casefold()


def _pattern(word: str, term: Term) -> str:
    return re.escape(word) if _is_exact(word, term) else f"(?i:{re.escape(word)})"


def _texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Where running text stands: in an element (False) or after it (True), in the order of reading."""
    if (
        isinstance(element.tag, str)
        and element.tag not in _LEFT_ALONE
        and "pp-plain" not in element.get("class", "")
    ):
        if element.text and element.text.strip():
            yield element, False
        for child in element:
            yield from _texts(child)
            if child.tail and child.tail.strip():
                yield child, True
