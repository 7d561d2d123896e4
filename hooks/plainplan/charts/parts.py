"""Small charts of the parts of a measure: the same scale, days and size for all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plainplan.charts import spec
from plainplan.charts.chart import Part, Parts, Point, Words
from plainplan.charts.line import (
    Ground,
    break_rules,
    data,
    days_of,
    grid,
    tick_words_of,
    under,
    under_height,
    unit_lines,
    values_of,
)
from plainplan.charts.periods import ends_of
from plainplan.charts.scales import Scale, scale_of
from plainplan.charts.spec import Frame, Panel, Size, Text
from plainplan.charts.widths import bold, width, wrap_bold
from plainplan.language import bare

_BESIDE = 8.0


@dataclass(frozen=True)
class _Shared:
    """What the panels of all parts share, so that they can be compared."""

    unit: str
    scale: Scale
    days: tuple[int, int]
    title_lines: int
    size: Size
    words: Words

    def said(self, value: Decimal | None) -> str:
        """A value as its label says it."""
        sign = self.unit if self.unit in ("%", "£") else ""
        return self.words.quantity(value, sign) if sign else self.words.number(value)


def part_panels(plot: Parts, size: Size, words: Words) -> list[Panel]:
    """One panel a part, all of the same scales."""
    scale = scale_of([value for part in plot.parts for value in values_of(part.points)])
    days = days_of(sorted((point for part in plot.parts for point in part.points), key=lambda one: one.day))
    titles = max(len(wrap_bold(part.title, size.text, size.width)) for part in plot.parts)
    shared = _Shared(plot.unit, scale, days, titles, size, words)
    return [_panel(part, shared) for part in plot.parts]


def unit_words(plot: Parts, size: Size) -> list[str]:
    """The unit of all parts, said once above them."""
    return unit_lines(plot.unit, size)


def _panel(part: Part, shared: _Shared) -> Panel:
    size, scale = shared.size, shared.scale
    tick_words = tick_words_of(scale, shared.unit, shared.words)
    newest = next(point for point in reversed(part.points) if point.value is not None)
    left = max(width(text, size.text) for text in tick_words) + _BESIDE
    right = bold(shared.said(newest.value), size.text) + 1.5 * _BESIDE
    top = size.line * shared.title_lines + size.text / 2 + 4
    ground = Ground(Frame(left, top, size.width - left - right, size.height), scale, shared.days)
    at = [ground.x(point.day.toordinal()) for point in part.points]
    names = ends_of([bare(point.period) for point in part.points], at, size.text, (-left, size.width - left))
    layers = [
        *grid(ground, tick_words, size),
        *break_rules(part.points, ground),
        *data(part.points, ground),
        *spec.words("strong", _strong(part, newest, ground, shared), size.text),
        *under(names, at, ground, size),
    ]
    return spec.panel(layers, ground.frame, size.width, top + size.height + under_height(names, size))


def _strong(part: Part, newest: Point, ground: Ground, shared: _Shared) -> list[Text]:
    """The name of the part above the data, and its newest value beside its point."""
    size = shared.size
    lines = wrap_bold(part.title, size.text, size.width)
    first = -size.text / 2 - 6 - size.line * (len(lines) - 1)
    found = [Text(-ground.frame.left, first + size.line * number, line) for number, line in enumerate(lines)]
    x = ground.x(newest.day.toordinal()) + 1.25 * _BESIDE
    y = ground.y(newest.value or Decimal(0)) + size.text * 0.35
    return [*found, Text(x, y, shared.said(newest.value))]
