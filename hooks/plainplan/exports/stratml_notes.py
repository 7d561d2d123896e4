"""Free text that people and programs can both read: words, then paragraphs that begin with a label.

Roads join our city and villages.

Aim: Fewer people are hurt.

Reference: safer-roads
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from plainplan.exports.prose import unwrapped
from plainplan.exports.stratml_words import Labels

_LABEL = re.compile(r"([A-Z][A-Za-z, ]{2,40}): ")


@dataclass
class Notes:
    """What a text says: `head` before the first label, and each label with its words, in order."""

    head: str = ""
    entries: list[tuple[str, str]] = field(default_factory=list)

    def add(self, label: str, value: object) -> None:
        """Note a value. None is nothing to note."""
        if value is not None:
            self.entries.append((label, _words(value)))

    def add_prose(self, label: str, text: str | None) -> None:
        """Note prose, without the line breaks of its file."""
        self.add(label, unwrapped(text) if text else None)

    def add_fields(self, record: object, labels: Labels) -> None:
        """Note every field of a record that has a label and is not left out. What is not so is left out.

        All text is prose but for addresses, whose lines are their own.
        """
        for label, way in labels.items():
            value = _follow(record, way)
            if isinstance(value, str) and not isinstance(value, StrEnum) and not way.endswith("address"):
                self.add_prose(label, value)
            else:
                self.add(label, None if value is False else value)

    def all(self, label: str) -> list[str]:
        """Every text under a label."""
        return [words for name, words in self.entries if name == label]

    def first(self, label: str) -> str | None:
        """The first text under a label."""
        return next(iter(self.all(label)), None)

    def __str__(self) -> str:
        return "\n\n".join(_paragraphs(self.head, self.entries))


def read(text: str, labels: Iterable[str]) -> Notes:
    """Take a text apart. A paragraph whose label is not among `labels` belongs to the words before it."""
    known, notes, head = frozenset(labels), Notes(), []
    for paragraph in re.split(r"\n[ \t]*\n", text.strip()):
        match = _LABEL.match(paragraph)
        if match and match[1] in known:
            notes.entries.append((match[1], paragraph[match.end() :].strip()))
        elif notes.entries:
            label, words = notes.entries[-1]
            notes.entries[-1] = (label, f"{words}\n\n{_without_guard(paragraph)}")
        else:
            head.append(_without_guard(paragraph))
    notes.head = "\n\n".join(head).strip()
    return notes


def _paragraphs(head: str, entries: list[tuple[str, str]]) -> Iterator[str]:
    if head:
        yield from _guarded(head)
    for label, words in entries:
        first, *more = words.split("\n\n")
        yield f"{label}: {first}"
        yield from _guarded("\n\n".join(more)) if more else ()


def _guarded(words: str) -> Iterator[str]:
    """Paragraphs of prose; a backslash keeps one that looks like a label from being read as one."""
    for paragraph in words.split("\n\n"):
        yield f"\\{paragraph}" if _LABEL.match(paragraph.lstrip("\\")) else paragraph


def _without_guard(paragraph: str) -> str:
    return paragraph[1:] if paragraph.startswith("\\") and _LABEL.match(paragraph.lstrip("\\")) else paragraph


def _follow(record: object, way: str) -> object:
    here: object | None = record
    for step in way.split("."):
        here = getattr(here, step, None)
    return here


def _words(value: object) -> str:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
