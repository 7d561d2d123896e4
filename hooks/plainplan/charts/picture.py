"""A whole picture: one panel or several, for a wide or a narrow place."""

from __future__ import annotations

from dataclasses import dataclass

from plainplan.charts.bars import bars_panel
from plainplan.charts.chart import Line, Parts, Plot, Words
from plainplan.charts.line import line_panel
from plainplan.charts.parts import part_panels, unit_words
from plainplan.charts.spec import Panel, Size, Text

WIDE = Size(608, 15, 210)
"""A text column of 38rem."""
NARROW = Size(290, 14, 190)
"""A phone 320 px wide."""
_PART = Size(290, 14, 110)
_BETWEEN = 28.0


@dataclass(frozen=True)
class Placed:
    """A panel and its top left corner in the picture."""

    panel: Panel
    x: float
    y: float


@dataclass(frozen=True)
class Picture:
    """Panels that stand together, and words above them."""

    width: float
    height: float
    panels: tuple[Placed, ...]
    texts: tuple[Text, ...] = ()


def picture_of(plot: Plot, size: Size, words: Words) -> Picture:
    """The picture of a plot at one size."""
    if isinstance(plot, Parts):
        return _side_by_side(plot, size, words)
    panel = line_panel(plot, size, words) if isinstance(plot, Line) else bars_panel(plot, size)
    return Picture(panel.width, panel.height, (Placed(panel, 0, 0),))


def _side_by_side(plot: Parts, size: Size, words: Words) -> Picture:
    lines = unit_words(plot, size)
    texts = tuple(Text(0, size.text + size.line * number, line) for number, line in enumerate(lines))
    columns = max(1, int((size.width + _BETWEEN) // (_PART.width + _BETWEEN)))
    placed, top = [], size.line * len(lines) + (10 if lines else 0)
    panels = part_panels(plot, _PART, words)
    for first in range(0, len(panels), columns):
        row = panels[first : first + columns]
        placed += [Placed(panel, column * (_PART.width + _BETWEEN), top) for column, panel in enumerate(row)]
        top += max(panel.height for panel in row) + _BETWEEN * 0.7
    return Picture(size.width, round(top - _BETWEEN * 0.7, 1), tuple(placed), texts)
