"""Markdown and the HTML in it as one tree of elements, each with the line on which it stands.

The parser is CommonMark's, and chapters are made by Python-Markdown: where the two differ on what editors
write (footnotes, attribute lists, blocks in braces), the text is brought to what both read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

INLINE = frozenset(
    "a abbr b bdi bdo br cite code del em i img ins kbd mark q s samp small span strong sub sup u".split()  # noqa: SIM905  # as a list it fills a page
)
"""Elements that stand within a sentence."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SILENT = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})
"""Elements whose text is not prose."""
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})

_BLOCK = re.compile(r"\{\{#.*?#\}\}|\{\{(?:(?!\{\{).)*?\}\}|\{%.*?%\}", re.DOTALL)
_FOOTNOTE = re.compile(r"^( {0,3}\[\^[^\]\n]+\]):", re.MULTILINE)
_ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*([^{}\n ][^{}\n]*)\}")
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<[!?][^>]*>|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)"""
    r"""(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL,
)


@dataclass(frozen=True)
class Words:
    """Running text on one line; a line break is text of its own."""

    text: str
    line: int


@dataclass(eq=False)
class Element:
    """An element, as HTML calls it. `raw`: written as HTML, not as Markdown."""

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    raw: bool = False
    children: list[Element | Words] = field(default_factory=list)

    def walk(self, without: Iterable[str] = ()) -> Iterator[Element | Words]:
        """Everything inside, in the order of reading; nothing of the elements named in `without`."""
        left_out = frozenset(without)
        waiting: list[Element | Words] = self.children[::-1]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Element):
                if part.name in left_out:
                    continue
                waiting += reversed(part.children)
            yield part

    def elements(self, *names: str) -> Iterator[Element]:
        """The elements of these names inside, in the order of reading."""
        for part in self.walk():
            if isinstance(part, Element) and part.name in names:
                yield part

    @property
    def text(self) -> str:
        """What a reader sees or hears of it: its words, and those that stand for pictures in it."""
        said = (
            part.text if isinstance(part, Words) else f" {part.attributes.get('alt', '')} "
            for part in self.walk(without=("script", "style"))
        )
        return " ".join("".join(said).split())


@lru_cache(maxsize=1_000)  # several checks ask for each chapter; none changes what it gets
def chapter_tree(body: str, first_line: int) -> Element:
    """What a chapter holds. What stands between {{ and }} counts as a word of running text."""
    source = _FOOTNOTE.sub(r"\1 :", _BLOCK.sub(_word_for_block, body))
    return _Builder(first_line, with_attribute_lists=True).build(_CHAPTERS.parse(source))


def prose_tree(text: str) -> Element:
    """What a text of a record holds, where HTML is shown as it is written."""
    return _Builder(1, with_attribute_lists=False).build(_PROSE.parse(text))


def line_tree(text: str, *, heading: bool) -> Element:
    """What a line of plain text holds. `heading`: the site shows it as one."""
    return Element("body", 1, children=[Element("h2" if heading else "p", 1, children=[Words(text, 1)])])


def _word_for_block(match: re.Match[str]) -> str:
    word = "value" if match[0].startswith("{{") and not match[0].startswith("{{#") else ""
    return word + "\n" * match[0].count("\n")


class _StateWithLines(StateInline):
    """Notes for each token on which line of its block it ends: what the parser itself does not say."""

    def pushPending(self) -> Token:  # noqa: N802  # the parser's own name
        return self._noted(super().pushPending())

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        return self._noted(super().push(ttype, tag, nesting))

    def _noted(self, token: Token) -> Token:
        token.meta["line"] = self.src.count("\n", 0, self.pos)
        return token


class _InlineWithLines(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _StateWithLines(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _parser(*, html: bool) -> MarkdownIt:
    parser = MarkdownIt("zero")
    parser.inline = _InlineWithLines()
    parser.configure("commonmark", {"html": html})
    return parser.enable("table") if html else parser


_CHAPTERS, _PROSE = _parser(html=True), _parser(html=False)


class _Builder:
    """Puts the tokens of the parser, and the tags in raw HTML, into one tree."""

    def __init__(self, first_line: int, *, with_attribute_lists: bool) -> None:
        self.first_line = first_line
        self.with_attribute_lists = with_attribute_lists
        self.root = Element("body", first_line)
        self.open = [self.root]

    def build(self, tokens: list[Token]) -> Element:
        line = self.first_line
        for token in tokens:
            if token.map:
                line = self.first_line + token.map[0]
            if token.type == "inline":
                for child in token.children or ():
                    self._inline(child, line + child.meta.get("line", 0))
            elif token.type == "html_block":
                self._html(token.content, line)
            else:
                self._nest(token, line)
        return self.root

    def _nest(self, token: Token, line: int) -> None:
        if token.nesting < 0:
            self._end(token.tag, raw=False)
            return
        name = "pre" if token.type in ("fence", "code_block") else token.tag
        attributes = {key: str(value) for key, value in token.attrs.items()}
        self._begin(Element(name, line, attributes), empty=not token.nesting)

    def _inline(self, token: Token, line: int) -> None:
        if token.type in ("text", "text_special"):
            self._words(token.content, line)
        elif token.type in ("softbreak", "hardbreak"):
            self._add(Words("\n", line))
        elif token.type == "html_inline":
            self._html(token.content, line)
        else:
            self._nest(token, line)
            element = self._top.children[-1] if self._top.children else None
            if token.type == "code_inline" and isinstance(element, Element):
                element.children.append(Words(token.content, line))
            elif token.type == "image" and isinstance(element, Element):
                del element.attributes["alt"]  # the parser says that it is empty where none is written
                if alternative := _plain(token.children or []).strip():
                    element.attributes["alt"] = alternative

    def _words(self, text: str, line: int) -> None:
        """Text, without the lists of attributes in it (attr_list).

        One right behind an element belongs to it, another to the paragraph, heading or cell that it ends.
        """
        before = self._top.children[-1] if self._top.children else None
        if self.with_attribute_lists:
            for match in _ATTRIBUTE_LIST.finditer(text):
                owner = before if isinstance(before, Element) and not match.start() else self._top
                owner.attributes.update(_attributes(match[1]))
            text = _ATTRIBUTE_LIST.sub("", text)
        if text:
            self._add(Words(text, line))

    def _html(self, content: str, line: int) -> None:
        place = 0
        for match in _TAG.finditer(content):
            self._raw_text(content[place : match.start()], line + content.count("\n", 0, place))
            place = match.end()
            name = (match["name"] or "").lower()
            if match["end"]:
                self._end(name, raw=True)
            elif name:
                at = line + content.count("\n", 0, match.start())
                element = Element(name, at, _attributes(match["attributes"]), raw=True)
                self._begin(element, empty=name in _VOID)
        self._raw_text(content[place:], line + content.count("\n", 0, place))

    def _raw_text(self, text: str, line: int) -> None:
        for number, words in enumerate(text.split("\n")):
            if number:
                self._add(Words("\n", line + number - 1))
            if words:
                self._add(Words(unescape(words), line + number))

    @property
    def _top(self) -> Element:
        return self.open[-1]

    def _add(self, part: Element | Words) -> None:
        self._top.children.append(part)

    def _begin(self, element: Element, *, empty: bool) -> None:
        self._add(element)
        if not empty:
            self.open.append(element)

    def _end(self, name: str, *, raw: bool) -> None:
        """Close the nearest element of this name. A tag that closes nothing is let be, as browsers do."""
        for depth in range(len(self.open) - 1, 0, -1):
            found = self.open[depth]
            if found.name == name and found.raw is raw:
                del self.open[depth:]
                return
            if raw and not found.raw:
                return


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): unescape(value[1:-1] if value[:1] in ("'", '"') and value else value)
        for name, value in _ATTRIBUTE.findall(text)
    }


def _plain(tokens: list[Token]) -> str:
    """The words of a picture's alternative text, without markup."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content or _plain(token.children or [])
        for token in tokens
    )
