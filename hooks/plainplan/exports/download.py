"""What readers can take away: one file, with what a page says of it."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "data/v1/"
"""Where every file stands. In v1 fields are only ever added: what changes a meaning gets a v2 beside it."""

_JOIN = "\N{NO-BREAK SPACE}"
_KILO = 1000
_MEGA = 1_000_000


@dataclass(frozen=True)
class Download:
    """A file of the site. `path` is its address, relative to the root of the site.

    `format` is what readers call it ("CSV"). `standard` names the standard that it follows, where the page of
    all data is to list it by that name ("360Giving 1.4"); `description` then says whom it is for.
    `subject` is what it belongs to: `("dataset", "actions")`, or a slice: `("measures", id)`,
    `("priorities", id)`, `("budget", year)`. `describes` says that it holds no data of its own: it says what
    stands in other files.
    """

    path: str
    media_type: str
    title: str
    format: str
    content: bytes
    standard: str = ""
    description: str = ""
    subject: tuple[str, str] | None = None
    describes: bool = False

    @property
    def size(self) -> str:
        """`830 bytes`, `12 kB`, `1.2 MB`: decimal units, as file managers show them. It is not parted."""
        length = len(self.content)
        if length < _KILO:
            return f"{length}{_JOIN}bytes"
        if length < _MEGA:
            return f"{round(length / _KILO)}{_JOIN}kB"
        return f"{length / _MEGA:.1f}{_JOIN}MB"
