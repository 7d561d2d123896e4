"""What a voice is given to say, and what comes back: any program that speaks can be one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Part:
    """Words of one language as they are said; `spelled`: letter by letter."""

    text: str
    language: str
    spelled: bool = False


@dataclass(frozen=True)
class Utterance:
    """What is said in one breath, and how many seconds of silence follow at least: a voice has its own."""

    parts: tuple[Part, ...]
    pause: float = 0.0


@dataclass(frozen=True)
class Sound:
    """One channel of samples of 16 bits, `rate` of them a second."""

    samples: array[int]
    rate: int

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / self.rate


class Voice(Protocol):
    """A program that speaks. Given the same words it must give the same samples."""

    @property
    def name(self) -> str:
        """What it is called, with its version: what it made is kept under this name."""

    def speak(self, utterances: Sequence[Utterance], language: str) -> Sound:
        """Say it. Raises MissingToolError where it is not installed, or does not speak the language."""
