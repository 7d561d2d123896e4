"""Marks round words that are not in the reader's language.

Words that lack a translation go through templates, charts and files as any other words do. The marks tell
where they begin and end, and which they are, until the finished page says so in `lang` and `dir`
(WCAG 3.1.2). They are noncharacters of Unicode, which are for such use inside a program and which no text
that is exchanged may hold: an editor cannot type them by mistake.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Mark(StrEnum):
    """What begins here. The value is the sign that stands in the text."""

    INTERFACE = "\ufdd0"
    """Words of the product itself, which its catalogue lacks."""
    MISSING = "\ufdd1"
    """Words of the plan that nobody has translated."""
    STALE = "\ufdd2"
    """Words of the plan that changed since they were translated."""


END = "\ufdd3"
_ANY = re.compile(f"[{''.join(Mark)}{END}]")


def marked(words: str, mark: Mark) -> str:
    """The words between marks. Marks inside of them are dropped: the outer ones speak for all."""
    return f"{mark}{bare(words)}{END}"


def marked_as(words: str, changed: str) -> str:
    """What was made of the words, with their mark."""
    mark = next((mark for mark in Mark if words.startswith(mark)), None)
    return marked(changed, mark) if mark else changed


def bare(words: str) -> str:
    """The words without marks, for where nothing can say their language."""
    return _ANY.sub("", words)


def is_marked(words: str) -> bool:
    """Whether any of the words are marked."""
    return _ANY.search(words) is not None
