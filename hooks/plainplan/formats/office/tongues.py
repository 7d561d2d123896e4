"""Which language words are in, through a converter that forgets it.

Pandoc keeps the language of some elements and loses that of others. So words in another language, or read in
another direction, go through it between signs of Unicode's private area, which it takes for letters; what
reads its file makes language and direction of them again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from babel.core import get_global
from lxml.html import HtmlElement

_FIRST, _END = 0xE100, "\ue0ff"
_SIGNS = re.compile("([\ue0ff-\ue1ff])")
_ISOLATED = re.compile("\u2066([^\u2066-\u2069]*)\u2069")
_ISOLATES = re.compile("[\u2066-\u2069]")
_LEFT = "\N{LEFT-TO-RIGHT MARK}"
_BRITISH = {"en": "en-GB"}


@dataclass(frozen=True)
class Tongue:
    """A language and the direction in which it is read."""

    language: str
    direction: str


@dataclass
class Tongues:
    """The language of a document, and those of its parts by the sign that they begin with."""

    own: Tongue
    known: list[Tongue] = field(default_factory=list)

    def mark(self, root: HtmlElement) -> None:
        """Put the signs round all words of another language or direction."""
        self._walk(root, self.own)

    def spans(self, text: str, open_: list[Tongue]) -> Iterator[tuple[str, Tongue]]:
        """The pieces of a text without its signs. `open_` holds what began in the text before it."""
        for part in _SIGNS.split(text):
            if part == _END:
                if open_:
                    open_.pop()
            elif _SIGNS.fullmatch(part):
                open_.append(self.known[ord(part) - _FIRST])
            elif part:
                yield part, open_[-1] if open_ else self.own

    def _walk(self, element: HtmlElement, outside: Tongue) -> None:
        inside = Tongue(element.get("lang") or outside.language, element.get("dir") or outside.direction)
        element.text = self._marked(element.text, inside)
        for child in element:
            if isinstance(child.tag, str):
                self._walk(child, inside)
            child.tail = self._marked(child.tail, inside)
        for name in ("lang", "dir"):
            element.attrib.pop(name, None)

    def _marked(self, text: str | None, tongue: Tongue) -> str | None:
        if not text or not text.strip():
            return text
        text = _SIGNS.sub("", text)
        if self.own.direction == "ltr" and tongue == self.own:
            return _ISOLATES.sub("", text)
        leftward = Tongue(tongue.language, "ltr")
        if tongue.direction == "rtl":
            text = _ISOLATED.sub(lambda found: self._between(found[1], leftward), text)
        text = _ISOLATES.sub("", text)
        return text if tongue == self.own else self._between(text, tongue)

    def _between(self, text: str, tongue: Tongue) -> str:
        if tongue not in self.known:
            self.known.append(tongue)
        if tongue.direction == "ltr" and self.own.direction == "rtl":
            text = f"{_LEFT}{text}{_LEFT}"  # what stands between letters must not change places
        return f"{chr(_FIRST + self.known.index(tongue))}{text}{_END}"


def whole_tag(language: str) -> str:
    """A language with its region, as office programs want it: ur-PK for ur."""
    parts = language.replace("_", "-").split("-")
    if len(parts) > 1 and len(parts[-1]) == 2:
        return f"{parts[0]}-{parts[-1].upper()}"
    likely = get_global("likely_subtags").get(parts[0], "")
    return _BRITISH.get(parts[0]) or (f"{parts[0]}-{likely.split('_')[-1]}" if likely else parts[0])


def script_of(language: str) -> str:
    """The script that a language is written in: Latn, Arab, Guru."""
    likely = str(get_global("likely_subtags").get(language.partition("-")[0], ""))
    return likely.split("_")[1] if likely.count("_") == 2 else "Latn"
