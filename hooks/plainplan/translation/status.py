"""How far a translation has come: for each page and in all, in messages and in words to translate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import polib

from plainplan import addresses
from plainplan.translation.entries import has_words, is_ready, key_of
from plainplan.translation.message import Key, Message
from plainplan.translation.pieces import count_words


class State(StrEnum):
    """How it stands with a message, in the order of Progress."""

    TRANSLATED = "translated"
    CHANGED = "changed since"
    MISSING = "missing"


@dataclass(frozen=True)
class Amount:
    """A number of messages, and the words of the plan in them."""

    messages: int = 0
    words: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.messages + other.messages, self.words + other.words)


@dataclass(frozen=True)
class Progress:
    """How much is translated, has changed since it was, and is missing."""

    translated: Amount = field(default_factory=Amount)
    changed: Amount = field(default_factory=Amount)
    missing: Amount = field(default_factory=Amount)

    def __add__(self, other: Progress) -> Progress:
        return Progress(
            self.translated + other.translated, self.changed + other.changed, self.missing + other.missing
        )

    @property
    def total(self) -> Amount:
        """All there is to translate."""
        return self.translated + self.changed + self.missing

    @property
    def to_do(self) -> Amount:
        """What a translator has yet to look at."""
        return self.changed + self.missing

    @property
    def is_complete(self) -> bool:
        """Whether everything is translated and nothing has changed since."""
        return not self.to_do.messages

    @property
    def percent(self) -> int:
        """How many of a hundred words are translated, never rounded up: 100 says that all are."""
        if self.is_complete:
            return 100
        return min(99, self.translated.words * 100 // self.total.words) if self.total.words else 0


@dataclass(frozen=True)
class PageStatus:
    """The progress of one page: its address, and the messages that stand first on it."""

    page: str
    progress: Progress


@dataclass(frozen=True)
class LanguageStatus:
    """The progress of one language."""

    tag: str
    pages: tuple[PageStatus, ...]
    unknown: int = 0
    """How many messages the PO file does not have yet: it is behind the plan."""

    @property
    def total(self) -> Progress:
        """All pages together."""
        return sum((page.progress for page in self.pages), Progress())

    @property
    def plan(self) -> Progress:
        """The pages of the plan, without easy read."""
        return sum(
            (one.progress for one in self.pages if not one.page.startswith(addresses.EASY)), Progress()
        )

    @property
    def easy_read(self) -> Progress:
        """The pages in easy read."""
        return sum((one.progress for one in self.pages if one.page.startswith(addresses.EASY)), Progress())


def status_of(tag: str, messages: Sequence[Message], entries: Iterable[polib.POEntry]) -> LanguageStatus:
    """How far the translation of the messages into a language has come. Pages stand in their order."""
    known = {key_of(entry): entry for entry in entries if not entry.obsolete}
    first: dict[Key, Message] = {}
    for message in messages:
        first.setdefault(message.key, message)
    states = ((message, state_of(known.get(message.key))) for message in first.values())
    return LanguageStatus(tag, pages_of(states), len(first.keys() - known.keys()))


def pages_of(states: Iterable[tuple[Message, State]]) -> tuple[PageStatus, ...]:
    """The progress of each page, in the order of the pages, from how it stands with each message."""
    counted: dict[str, Counter[State]] = {}
    words: dict[str, Counter[State]] = {}
    for message, state in states:
        counted.setdefault(message.page, Counter())[state] += 1
        in_words = count_words(message.text) + count_words(message.many or "")
        words.setdefault(message.page, Counter())[state] += in_words
    return tuple(
        PageStatus(page, Progress(*(Amount(messages[state], words[page][state]) for state in State)))
        for page, messages in counted.items()
    )


def state_of(entry: polib.POEntry | None) -> State:
    """How it stands with an entry; None is a message that the file does not have."""
    if entry is not None and is_ready(entry):
        return State.TRANSLATED
    return State.CHANGED if entry is not None and entry.fuzzy and has_words(entry) else State.MISSING
