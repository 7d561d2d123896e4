"""Words of the plan cut short, for where the whole of them has no room."""

from __future__ import annotations

from dataclasses import dataclass

from plainplan.language import Mark, bare, marked
from plainplan.render.text import plain

_LONGEST_TITLE = 88  # signs
_LONGEST_NAME = 100
_MORE = "…"


@dataclass(frozen=True)
class Short:
    """Words that were cut short where they were too long."""

    words: str
    is_whole: bool


def name_from(prose: str) -> Short:
    """Words as the name of what they say, whole where they are few."""
    words = plain(prose)
    name = bare(words).strip(".")
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_TITLE - len(_MORE)].rsplit(" ", 1)[0] + _MORE
    return Short(_marked_as(words, name), not name.endswith(_MORE))


def title_from(prose: str) -> str:
    """Words for a title: as many as fit, whole."""
    words = plain(prose)
    title = bare(words).rstrip(".")
    if len(title) > _LONGEST_TITLE:
        title = f"{title[:_LONGEST_TITLE].rpartition(' ')[0]} {_MORE}"
    return _marked_as(words, title)


def unstopped(words: str) -> str:
    """Words without the full stop at their end, for inside of a sentence."""
    return _marked_as(words, bare(words).rstrip("."))


def _marked_as(words: str, changed: str) -> str:
    """What was made of the words, with their mark."""
    mark = next((mark for mark in Mark if words.startswith(mark)), None)
    return marked(changed, mark) if mark else changed
