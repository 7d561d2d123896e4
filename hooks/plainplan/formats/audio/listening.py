"""The listening edition: which pages are read aloud, and the list that plays them in order.

The whole plan takes seven hours or more, most of it tables and the history of each action, which nobody hears
from end to end. What people wrote to be read makes a listening edition of three, in tracks of 5 to 15
minutes: the home page, and every page with a chapter of the authors, in reading order, those of the
priorities with their actions and money.
Annual reports are left out: each is a report of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from plainplan import addresses


def listening(order: Iterable[str], written: Collection[str]) -> list[str]:
    """The addresses of the pages to be heard. `order` has all pages, `written` those with a chapter."""
    return [
        address
        for address in order
        if address == addresses.HOME
        or (address in written and not address.startswith(addresses.ANNUAL_REPORT))
    ]


class Listed(Protocol):
    """What a list of tracks says of one."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def seconds(self) -> float:
        """How long it plays."""


def to_m3u(title: str, tracks: Iterable[tuple[str, Listed]]) -> str:
    """The list of tracks that players open, each with the name of its file beside the list."""
    lines = ["#EXTM3U", "#EXTENC:UTF-8", f"#PLAYLIST:{title}"]
    for name, track in tracks:
        lines += [f"#EXTINF:{round(track.seconds)},{track.title}", name]
    return "\n".join(lines) + "\n"
