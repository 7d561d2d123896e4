"""What comes out of a format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """A finished file: its bytes, and how long it is in pages, or in seconds where it sounds."""

    content: bytes
    pages: int | None = None
    seconds: float | None = None
