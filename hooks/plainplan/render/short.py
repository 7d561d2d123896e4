"""Words of the plan cut short, for where the whole of them has no room."""

from __future__ import annotations

from dataclasses import dataclass

from plainplan.language import bare, marked_as
from plainplan.render.text import plain

_LONGEST_TITLE = 88  # signs
_LONGEST_NAME = 100
_MORE = "…"
_FULL_STOPS = ".۔।॥。．｡։።"
"""Those of other scripts too: of Urdu, of Hindi and Panjabi, of Chinese, of Armenian, of Amharic."""


@dataclass(frozen=True)
class Short:
    """Words that were cut short where they were too long."""

    words: str
    is_whole: bool


def name_from(prose: str) -> Short:
    """Words as the name of what they say, whole where they are few."""
    words = plain(prose)
    name = bare(words).strip(_FULL_STOPS)
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_TITLE - len(_MORE)].rsplit(" ", 1)[0] + _MORE
    return Short(marked_as(words, name), not name.endswith(_MORE))


def title_from(prose: str) -> str:
    """Words for a title: as many as fit, whole."""
    words = plain(prose)
    title = bare(words).rstrip(_FULL_STOPS)
    if len(title) > _LONGEST_TITLE:
        title = f"{title[:_LONGEST_TITLE].rpartition(' ')[0]} {_MORE}"
    return marked_as(words, title)


def unstopped(words: str) -> str:
    """Words without the full stop at their end, for inside of a sentence."""
    return marked_as(words, bare(words).rstrip(_FULL_STOPS))
