"""Amounts as bars from the top down, each with its name before it and its amount behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plainplan.charts import spec
from plainplan.charts.chart import Bar, Bars
from plainplan.charts.reading import Anchor
from plainplan.charts.shapes import CIRCLE
from plainplan.charts.spec import Frame, Layer, Panel, Size, Text, drawn
from plainplan.charts.widths import width, wrap

_BESIDE = 8.0
_SHAPE = 16.0
_BAR = 20.0
_NARROW = 400.0
_WIDEST_NAMES = 0.4
"""The part of a wide picture that names may have."""


@dataclass(frozen=True)
class _Row:
    """One bar: the lines of its name, the top of it, and the top and height of the whole row."""

    bar: Bar
    lines: list[str]
    name_top: float
    bar_top: float


def bars_panel(plot: Bars, size: Size) -> Panel:
    """The picture of some amounts."""
    above = size.width < _NARROW
    shapes = _SHAPE if any(bar.shape for bar in plot.bars) else 0
    room = size.width - shapes if above else size.width * _WIDEST_NAMES
    names = [wrap(bar.label, size.text, room) for bar in plot.bars]
    widest = max(width(line, size.text) for lines in names for line in lines)
    left = 1.0 if above else widest + shapes + _BESIDE
    rows, height = _rows(plot, names, size, above)
    frame = Frame(left, 2, size.width - left, height)
    values = [bar.value for bar in plot.bars if bar.value is not None]
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    said = max(width(bar.said, size.text) for bar in plot.bars)
    reach = (0.0, frame.width - said - _BESIDE)
    span = (drawn(low), drawn(high if high > low else low + 1))
    zero = -span[0] / (span[1] - span[0]) * reach[1]
    layers = [
        *_names(rows, size, above, shapes),
        *_bars(rows, span, reach),
        *_amounts(rows, span, reach, zero, size),
        *spec.strokes("axis", _zero_line(rows, round(zero, 1), height, above)),
    ]
    return spec.panel(layers, frame, size.width, height + 4)


def _zero_line(
    rows: list[_Row], zero: float, height: float, above: bool
) -> list[tuple[float, float, float, float]]:
    """Where bars begin: one line, or one a bar where names stand between them."""
    if above:
        return [(zero, row.bar_top - 2, zero, row.bar_top + _BAR + 2) for row in rows]
    return [(zero, 0.0, zero, height)]


def _rows(plot: Bars, names: list[list[str]], size: Size, above: bool) -> tuple[list[_Row], float]:
    rows, at = [], 0.0
    for bar, lines in zip(plot.bars, names, strict=True):
        words = size.line * len(lines)
        if above:
            rows.append(_Row(bar, lines, at, at + words + 2))
            at += words + _BAR + 14
        else:
            height = max(words, _BAR)
            rows.append(_Row(bar, lines, at + (height - words) / 2, at + (height - _BAR) / 2))
            at += height + 10
    return rows, at - (12 if above else 10) + 2


def _names(rows: list[_Row], size: Size, above: bool, shapes: float) -> list[Layer]:
    anchor: Anchor = "start" if above else "end"
    x = shapes if above else -_BESIDE - shapes
    texts = [
        Text(x, row.name_top + size.text + size.lead + size.line * number, line, anchor)
        for row in rows
        for number, line in enumerate(row.lines)
    ]
    marks = []
    for row in rows:
        if row.bar.shape:
            middle = row.name_top + size.line / 2 + 1 if above else row.bar_top + _BAR / 2
            place = {"x": 6.0 if above else -_BESIDE - 6, "y": round(middle, 1)}
            mark = {"type": "point", "shape": row.bar.shape, "size": 80 if row.bar.shape == CIRCLE else 120}
            at = {"x": spec.placed("x"), "y": spec.placed("y")}
            marks.append(spec.layer(f"shape-{row.bar.role}", mark, [place], **at))
    return [*spec.words("ink", texts, size.text), *marks]


def _bars(rows: list[_Row], span: tuple[float, float], reach: tuple[float, float]) -> list[Layer]:
    found: dict[str, list[dict[str, float]]] = {}
    for row in rows:
        if row.bar.value:
            place = {"value": drawn(row.bar.value), "from": 0.0, "y": row.bar_top, "y2": row.bar_top + _BAR}
            found.setdefault(row.bar.role, []).append(place)
    across = spec.linear("value", span, reach)
    return [
        spec.layer(
            role, "rect", places, x=across, x2={"field": "from"}, y=spec.placed("y"), y2=spec.placed("y2")
        )
        for role, places in found.items()
    ]


def _amounts(
    rows: list[_Row], span: tuple[float, float], reach: tuple[float, float], zero: float, size: Size
) -> list[Layer]:
    texts = []
    for row in rows:
        value = drawn(max(row.bar.value or Decimal(0), Decimal(0)))
        end = zero + value / (span[1] - span[0]) * reach[1]
        texts.append(Text(end + _BESIDE, row.bar_top + _BAR / 2 + size.text * 0.35, row.bar.said))
    return spec.words("ink", texts, size.text)
