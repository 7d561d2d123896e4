"""What comes out of a format."""

from __future__ import annotations

from dataclasses import dataclass

from plainplan.errors import Problem


@dataclass(frozen=True)
class Made:
    """A finished file: its bytes, and how long it is in pages, or in seconds where it sounds.

    `problems` are what whoever publishes it should know.
    """

    content: bytes
    pages: int | None = None
    seconds: float | None = None
    problems: tuple[Problem, ...] = ()
