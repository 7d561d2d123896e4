"""The same thing called by two names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plainplan.plain.shapes import Fault, Known
from plainplan.plain.vocabulary import GROUPS


@dataclass(frozen=True)
class Written:
    """A bare text, and where it stands: in which of several pages, and on which line."""

    text: str
    page: int
    line: int


def two_names(texts: Iterable[Written], known: Known) -> Iterator[tuple[int, Fault]]:
    """Every second name of a thing, where it is first used, with its page."""
    groups = (*known.groups, *GROUPS)
    pattern = _pattern(groups)
    first: dict[str, Written] = {}
    for written in texts:
        for match in pattern.finditer(written.text):
            if name := _named(match[0], groups):
                first.setdefault(name, written)
    for group in groups:
        used = sorted((name for name in group if name in first), key=lambda name: list(first).index(name))
        chosen = group[0] if group[0] in used else used[0] if used else ""
        for name in (name for name in used if name != chosen):
            where = first[name]
            message = f'"{name}" is called "{chosen}" elsewhere: one thing has 2 names.'
            yield (
                where.page,
                Fault("easy-two-names", where.line, name, message, f'Write "{chosen}" each time.'),
            )


def _pattern(groups: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    # The longest first, so that a chief constable is no constable.
    names = sorted({name for group in groups for name in group}, key=len, reverse=True)
    either = "|".join(re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name in names)
    return re.compile(rf"(?<![\w-])(?:{either})(?:s|es)?(?![\w-])")


def _named(found: str, groups: tuple[tuple[str, ...], ...]) -> str:
    names = [name for group in groups for name in group]
    for candidate in (found, found.removesuffix("s"), found.removesuffix("es")):
        for name in names:
            if candidate == name if name.isupper() else candidate.casefold() == name.casefold():
                return name
    return ""
