"""Numbers of things in what the commands say."""

from __future__ import annotations


def counted(number: int, word: str) -> str:
    """`1 text`, `1,250 texts`."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
