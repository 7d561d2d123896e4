"""Words at the ends of lines, which say what a line is so that no legend must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plainplan.charts.chart import Level
from plainplan.charts.spec import Size
from plainplan.charts.widths import bold, width
from plainplan.language import pgettext

_NARROW = 400.0


@dataclass(frozen=True)
class EndWords:
    """Words beside the end of a line that stands at `value`. `role` is their class."""

    role: str
    value: Decimal
    lines: tuple[str, ...]

    @classmethod
    def level(cls, level: Level, said: str, size: Size) -> EndWords:
        """The name of a level and its value: under one another where there is little room."""
        # Translators: what stands at the end of a line in a chart: "Target 70%".
        whole = pgettext("line in a chart", "%(level)s %(value)s") % {"level": level.word, "value": said}
        lines = (level.word, said) if size.width < _NARROW else (whole,)
        return cls(level.role, level.value, lines)

    def width(self, size: Size) -> float:
        """The room across."""
        measure = bold if self.role == "strong" else width
        return max(measure(line, size.text) for line in self.lines)

    def height(self, size: Size) -> float:
        """The room down."""
        return size.line * len(self.lines)


def keep_apart(wanted: Sequence[tuple[float, float]], top: float, foot: float) -> list[float]:
    """Middles for words that want to be at some middle and have a height, so that none meet.

    They stay near what they name, in its order, and between `top` and `foot` if there is room.
    """
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place][0], place))
    groups: list[tuple[float, list[int]]] = []  # where a group begins, and who is in it
    for place in order:
        groups.append((_begin(wanted, [place], top, foot), [place]))
        while len(groups) > 1 and _end(wanted, groups[-2]) > groups[-1][0]:
            members = groups[-2][1] + groups[-1][1]
            groups[-2:] = [(_begin(wanted, members, top, foot), members)]
    found = [0.0] * len(wanted)
    for begin, members in groups:
        at = begin
        for place in members:
            height = wanted[place][1]
            found[place] = at + height / 2
            at += height
    return found


def _begin(wanted: Sequence[tuple[float, float]], members: Sequence[int], top: float, foot: float) -> float:
    """Where a group of words begins so that all are as near to their places as they can be."""
    before, wishes = 0.0, []
    for place in members:
        middle, height = wanted[place]
        wishes.append(middle - height / 2 - before)
        before += height
    return max(top, min(sum(wishes) / len(wishes), foot - before))


def _end(wanted: Sequence[tuple[float, float]], group: tuple[float, list[int]]) -> float:
    begin, members = group
    return begin + sum(wanted[place][1] for place in members)
