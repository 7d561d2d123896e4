"""What the rules read and what they find: text already taken out of its file, and faults with their mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plainplan.errors import Severity


class Languages(StrEnum):
    """Where a rule holds: in every language, or in English alone, whose words or grammar it needs."""

    ALL = "all"
    ENGLISH = "English"


@dataclass(frozen=True)
class Rule:
    """One rule of the field: who says it, why in plain words, and one example of each kind.

    Examples of easy read are written as an editor writes it: `![vote]` is a picture line, then one
    sentence to a line; an empty line ends the block. Examples of standard chapters are one paragraph.
    """

    id: str
    source: str
    explanation: str
    bad: str
    good: str
    severity: Severity = Severity.WARNING
    languages: Languages = Languages.ENGLISH


@dataclass(frozen=True)
class Sentence:
    """A line of easy read as its editor wrote it, Markdown and all, with the words that it shows in bold."""

    text: str
    line: int = 0
    bold: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """A picture and the sentences beside it. A heading needs no picture."""

    picture: str | None
    sentences: tuple[Sentence, ...]
    heading: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, list item or cell of a standard chapter, and the line that it begins on."""

    text: str
    line: int = 0


@dataclass(frozen=True)
class Known:
    """What a plan knows about words.

    `terms` are those that its word list explains, with their short and other forms; `allowed` are words
    that its readers know, and names; `groups` are names of one thing, the one to use first. Capitals count
    in `groups` only.
    """

    terms: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    groups: tuple[tuple[str, ...], ...] = ()
    _explained: frozenset[str] = field(init=False, repr=False, compare=False)
    _single: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        explained = frozenset(term.casefold() for term in self.terms)
        words = frozenset(word.casefold() for word in self.allowed)
        object.__setattr__(self, "_explained", explained)
        object.__setattr__(self, "_single", words | {word for term in explained for word in term.split()})

    def knows(self, word: str) -> bool:
        """Whether a word is allowed, or is (part of) a term that the word list explains."""
        return word.casefold() in self._single or word.casefold() in self._explained


@dataclass(frozen=True)
class Fault:
    """One fault: the id of its rule, the line, the words that are at fault, what is wrong, and the mend."""

    rule: str
    line: int
    words: str
    message: str
    mend: str


@dataclass(frozen=True)
class Found:
    """What a finder hands back: the words at fault, and the rest of a fault that only it can say."""

    words: str
    message: str
    mend: str
