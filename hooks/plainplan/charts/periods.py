"""Names of periods under an axis: as published, shorter where they must be, and never wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plainplan.charts.months import shortened
from plainplan.charts.widths import width, wrap

_GAP = 6.0
_MOST_LINES = 3
_LITTLE_WORD = 2
"""`At` is the longest of the words that say nothing under an axis of dates."""


@dataclass(frozen=True)
class Named:
    """One name under the axis: which point it names, its lines, and the middle of them."""

    place: int
    lines: tuple[str, ...]
    middle: float


@dataclass(frozen=True)
class Names:
    """The names under an axis, and the words that all of them share, which are said once."""

    named: tuple[Named, ...]
    shared: str

    @property
    def height(self) -> int:
        """The lines that the names need."""
        return max((len(one.lines) for one in self.named), default=0)


@dataclass(frozen=True)
class Room:
    """The size of the text, and how far it may reach to both sides."""

    size: float
    left: float
    right: float

    def half(self, lines: Sequence[str]) -> float:
        """Half the width of some lines, also for readers who space their letters and words (WCAG 1.4.12)."""
        spaced = (0.12 * len(line) + 0.16 * line.count(" ") for line in lines)
        return (
            max(width(line, self.size) + self.size * more for line, more in zip(lines, spaced, strict=True))
            / 2
        )

    def has(self, named: Sequence[Named]) -> bool:
        """Whether the names stand side by side without meeting."""
        reaches = [(one.middle - self.half(one.lines), one.middle + self.half(one.lines)) for one in named]
        outside = any(left < self.left for left, _ in reaches)
        return not outside and all(right + _GAP <= left for (_, right), (left, _) in pairwise(reaches))


def names_of(periods: Sequence[str], at: Sequence[float], size: float, ends: tuple[float, float]) -> Names:
    """Name as many points as there is room for, the newest always. `at` are their places, in order.

    `ends` is how far names may reach to both sides.
    """
    room = Room(size, *ends)
    shared, rests = _without_shared(periods)
    short = [shortened(rest) for rest in rests]
    for every in range(1, len(periods) + 1):
        chosen = [place for place in range(len(periods)) if (len(periods) - 1 - place) % every == 0]
        for texts in (rests, short):
            for most in range(1, _MOST_LINES + 1):
                named = [_named(place, texts[place], at[place], most, room) for place in chosen]
                if room.has(named):
                    return Names(tuple(named), shared)
    return Names((), shared)


def ends_of(periods: Sequence[str], at: Sequence[float], size: float, ends: tuple[float, float]) -> Names:
    """Name the first and the newest point only."""
    if len(periods) <= 2:  # all are first or last
        return names_of(periods, at, size, ends)
    shared, rests = _without_shared(periods)
    both = names_of([f"{shared} {rests[0]}", f"{shared} {rests[-1]}"], [at[0], at[-1]], size, ends)
    renumbered = tuple(
        Named(len(periods) - 1 if one.place else 0, one.lines, one.middle) for one in both.named
    )
    return Names(renumbered, both.shared)


def _without_shared(periods: Sequence[str]) -> tuple[str, list[str]]:
    """The words with which every name begins or ends, and what is left of each name."""
    if len(periods) == 1:
        return "", list(periods)
    split = [period.split() for period in periods]
    before = _same(split)
    rest = [words[before:] for words in split]
    after = _same([words[::-1] for words in rest])
    first = split[0]
    beginning, ending = first[:before], first[len(first) - after :]
    between = ["…"] if beginning and ending else []
    texts = [" ".join(words[: len(words) - after]) for words in rest]
    shared = [*beginning, *between, *ending]
    is_lone_word = len(shared) == 1 and shared[0].islower()  # `2022 inspection`: years need no such title
    says_something = any(len(word) > _LITTLE_WORD for word in shared) and not is_lone_word
    return " ".join(shared) if says_something else "", texts


def _same(split: Sequence[Sequence[str]]) -> int:
    """How many words at the beginning are the same in all, where each keeps one of its own."""
    most = min(len(words) for words in split) - 1
    count = 0
    while count < most and len({words[count] for words in split}) == 1:
        count += 1
    return count


def _named(place: int, text: str, at: float, most: int, room: Room) -> Named:
    """A name on at most `most` lines, under its point or as near to that as the sides allow."""
    lines = _lines(text, room.size, most)
    half = room.half(lines)
    return Named(place, lines, min(max(at, room.left + half), room.right - half))


def _lines(text: str, size: float, most: int) -> tuple[str, ...]:
    """The text on at most `most` lines, as narrow as can be."""
    whole = width(text, size)
    for part in range(most * 4, 3, -1):
        lines = wrap(text, size, whole * 4 / part)
        if len(lines) <= most:
            return tuple(lines)
    return (text,)
