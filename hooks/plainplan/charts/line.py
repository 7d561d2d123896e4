"""A measure over time: where its line, points and words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from plainplan.charts import spec
from plainplan.charts.chart import Level, Line, Point, Words
from plainplan.charts.ends import EndWords, keep_apart
from plainplan.charts.periods import Names, names_of
from plainplan.charts.scales import Scale, places, scale_of
from plainplan.charts.spec import Frame, Layer, Panel, Size, Text, drawn
from plainplan.charts.widths import width, wrap
from plainplan.language import bare, capital
from plainplan.language import gettext as _

_INSET = 12.0
"""Room between the sides of the data and the first and last point."""
_ZIGZAG = 14.0
_BESIDE = 8.0
_APART = 3.0
_POINT = 7.5


def values_of(points: Sequence[Point], levels: Sequence[Level] = ()) -> list[Decimal]:
    """All values that a picture of these shows."""
    found = [value for point in points for value in (point.value, point.low, point.high)]
    return [value for value in (*found, *(level.value for level in levels)) if value is not None]


@dataclass(frozen=True)
class Ground:
    """The room of the data: its frame, its scale of values and its scale of days."""

    frame: Frame
    scale: Scale
    days: tuple[int, int]

    @property
    def foot(self) -> float:
        """Where the lowest value stands: above the mark that says that 0 is not on the scale."""
        return self.frame.height - (_ZIGZAG if self.scale.begins is not None else 0)

    def x(self, day: int) -> float:
        """Where a day stands."""
        first, last = self.days
        return _INSET + (day - first) / (last - first) * (self.frame.width - 2 * _INSET)

    def y(self, value: Decimal) -> float:
        """Where a value stands."""
        return self.foot * (1 - self.scale.share(value))

    def across(self) -> dict[str, object]:
        """The encoding of days, in the field `day`."""
        return spec.linear("day", (self.days[0], self.days[1]), (_INSET, self.frame.width - _INSET))

    def up(self, field: str = "value") -> dict[str, object]:
        """The encoding of values."""
        return spec.linear(field, (drawn(self.scale.low), drawn(self.scale.high)), (self.foot, 0))


def line_panel(plot: Line, size: Size, words: Words) -> Panel:
    """The picture of a measure over time."""
    scale = scale_of(values_of(plot.points, plot.levels))
    tick_words = tick_words_of(scale, plot.unit, words)
    head = unit_lines(plot.unit, size)
    ends = _ends(plot, size, words)
    left = max(width(text, size.text) for text in tick_words) + _BESIDE
    right = max(end.width(size) for end in ends) + 2 * _BESIDE
    room = size.width - left - right
    breaks = any(point.breaks for point in plot.points)
    top = size.line * (len(head) + breaks) + size.text / 2 + 4
    ground = Ground(Frame(left, top, room, size.height), scale, days_of(plot.points))
    at = [ground.x(point.day.toordinal()) for point in plot.points]
    names = names_of([bare(point.period) for point in plot.points], at, size.text, (-left, room + right))
    layers = [
        *grid(ground, tick_words, size),
        *_head(head, ground, size, breaks),
        *break_rules(plot.points, ground),
        *_break_words(plot.points, ground, size),
        *_levels(plot.levels, ground),
        *data(plot.points, ground),
        *_end_words(plot, ends, ground, size),
        *under(names, at, ground, size),
    ]
    return spec.panel(layers, ground.frame, size.width, top + size.height + under_height(names, size))


def days_of(points: Sequence[Point]) -> tuple[int, int]:
    """The first and the last day of the picture; a day to both sides of one that is alone."""
    first, last = points[0].day.toordinal(), points[-1].day.toordinal()
    return (first, last) if last > first else (first - 1, last + 1)


def tick_words_of(scale: Scale, unit: str, words: Words) -> list[str]:
    """The values at the side, with as many digits as tell them apart."""
    digits = Decimal(1).scaleb(-places(scale.ticks))
    sign = unit if unit in ("%", "£") else ""
    ticks = [tick.quantize(digits) if tick else Decimal(0) for tick in scale.ticks]
    return [words.quantity(tick, sign) if sign else words.number(tick) for tick in ticks]


def unit_lines(unit: str, size: Size) -> list[str]:
    """The unit, to stand above the values at the side. % and £ are said with each."""
    return [] if unit in ("%", "£") else wrap(capital(unit), size.text, size.width)


def grid(ground: Ground, tick_words: Sequence[str], size: Size) -> list[Layer]:
    """Lines across at round values, the axis, and the mark of a scale that does not begin at 0."""
    frame, heights = ground.frame, [ground.y(tick) for tick in ground.scale.ticks]
    rows = [{"value": drawn(tick)} for tick in ground.scale.ticks]
    end = {"value": frame.width}
    lines = spec.layer("grid", "rule", rows, y=ground.up(), x={"value": 0})
    lines["encoding"]["x2"] = end
    ticks = [
        Text(-_BESIDE, height + size.text * 0.35, text, "end")
        for height, text in zip(heights, tick_words, strict=True)
    ]
    axis = ground.y(Decimal(0)) if ground.scale.begins is None else frame.height
    zigzag = []
    if ground.scale.begins is not None:
        steps = ((4, 1), (0, 4), (8, 9), (4, 13))
        places_ = [(float(across), ground.foot + down) for across, down in steps]
        zigzag = [(*a, *b) for a, b in pairwise(places_)]
    return [
        lines,
        *spec.strokes("axis", [(0, axis, frame.width, axis), *zigzag]),
        *spec.words("tick", ticks, size.text),
    ]


def _head(lines: Sequence[str], ground: Ground, size: Size, breaks: bool) -> list[Layer]:
    first = -size.text / 2 - 6 - size.line * (len(lines) - 1 + breaks)
    texts = [Text(-ground.frame.left, first + size.line * number, line) for number, line in enumerate(lines)]
    return spec.words("tick", texts, size.text)


def _middles_of_breaks(points: Sequence[Point], ground: Ground) -> list[float]:
    return [
        round((ground.x(before.day.toordinal()) + ground.x(after.day.toordinal())) / 2, 1)
        for before, after in pairwise(points)
        if after.breaks
    ]


def break_rules(points: Sequence[Point], ground: Ground) -> list[Layer]:
    """A line between the figures that cannot be compared."""
    middles = _middles_of_breaks(points, ground)
    return spec.strokes("break", [(middle, -6, middle, ground.frame.height) for middle in middles])


def _break_words(points: Sequence[Point], ground: Ground, size: Size) -> list[Layer]:
    """What those lines mean, above them, as often as there is room."""
    # Translators: what stands above a line between figures that cannot be compared.
    said = _("Break in series")
    wide = width(said, size.text) / 2
    texts: list[Text] = []
    for middle in _middles_of_breaks(points, ground):
        held = min(max(middle, wide - ground.frame.left), ground.frame.width - wide + ground.frame.left)
        if not texts or held - texts[-1].x > 2 * wide + _BESIDE:
            texts.append(Text(held, -size.text / 2 - 6, said, "middle"))
    return spec.words("tick", texts, size.text)


def _levels(levels: Sequence[Level], ground: Ground) -> list[Layer]:
    found = []
    for level in levels:
        row = [{"value": drawn(level.value)}]
        made = spec.layer(level.role, "rule", row, y=ground.up(), x={"value": 0})
        made["encoding"]["x2"] = {"value": ground.frame.width}
        found.append(made)
    return found


def data(points: Sequence[Point], ground: Ground) -> list[Layer]:
    """The line in its pieces, the intervals, and a mark on every figure."""
    pieces = _pieces(points)
    lines = [
        {"day": point.day.toordinal(), "value": drawn(point.value), "piece": number}
        for number, piece in enumerate(pieces)
        for point in piece
        if point.value is not None and len(piece) > 1
    ]
    intervals = [
        {"day": point.day.toordinal(), "low": drawn(point.low), "high": drawn(point.high)}
        for point in points
        if point.low is not None and point.high is not None and point.value is not None
    ]
    found = []
    if intervals:
        found.append(
            spec.layer(
                "range", "rule", intervals, x=ground.across(), y=ground.up("low"), y2={"field": "high"}
            )
        )
    if lines:
        piece = {"field": "piece", "type": "nominal"}
        found.append(spec.layer("line", "line", lines, x=ground.across(), y=ground.up(), detail=piece))
    for name, hollow in (("point", False), ("hollow", True)):
        rows = [
            {"day": point.day.toordinal(), "value": drawn(point.value)}
            for point in points
            if point.value is not None and point.provisional is hollow
        ]
        mark = {"type": "point", "shape": "circle", "size": _POINT**2}
        if rows:
            found.append(spec.layer(name, mark, rows, x=ground.across(), y=ground.up()))
    return found


def _pieces(points: Sequence[Point]) -> list[list[Point]]:
    """The figures that one line may join: none over a gap or a break."""
    found: list[list[Point]] = [[]]
    for point in points:
        if point.breaks or point.value is None:
            found.append([])
        if point.value is not None:
            found[-1].append(point)
    return [piece for piece in found if piece]


def under(names: Names, at: Sequence[float], ground: Ground, size: Size) -> list[Layer]:
    """The periods under the axis, with a stroke at each figure's place."""
    foot = ground.frame.height
    strokes = [(round(x, 2), foot, round(x, 2), foot + 5) for x in at]
    first = foot + 9 + size.text
    texts = [
        Text(one.middle, first + size.line * number, line, "middle")
        for one in names.named
        for number, line in enumerate(one.lines)
    ]
    if names.shared:
        texts.append(
            Text(ground.frame.width / 2, first + size.line * names.height + 2, names.shared, "middle")
        )
    return [*spec.strokes("axis", strokes), *spec.words("tick", texts, size.text)]


def under_height(names: Names, size: Size) -> float:
    """The room that the periods need."""
    return 15 + size.line * (names.height + bool(names.shared))


def _ends(plot: Line, size: Size, words: Words) -> list[EndWords]:
    """The words at the right: the newest value, and each level by its name."""
    sign = plot.unit if plot.unit in ("%", "£") else ""

    def said(value: Decimal) -> str:
        return words.quantity(value, sign) if sign else words.number(value)

    newest = next(point for point in reversed(plot.points) if point.value is not None)
    assert newest.value is not None  # noqa: S101  # for the type checker
    levels = [EndWords.level(level, said(level.value), size) for level in plot.levels]
    return [EndWords("strong", newest.value, (said(newest.value),)), *levels]


def _end_words(plot: Line, ends: Sequence[EndWords], ground: Ground, size: Size) -> list[Layer]:
    newest = next(point for point in reversed(plot.points) if point.value is not None)
    middles = keep_apart(
        [(ground.y(end.value), end.height(size) + _APART) for end in ends],
        -ground.frame.top,
        ground.frame.height,
    )
    frame, layers, leads = ground.frame, [], []
    for end, middle in zip(ends, middles, strict=True):
        first = middle - end.height(size) / 2 + size.text * 0.92 + size.lead
        texts = [
            Text(frame.width + 1.5 * _BESIDE, first + size.line * number, line)
            for number, line in enumerate(end.lines)
        ]
        layers += spec.words("strong" if end.role == "strong" else "ink", texts, size.text)
        begins = ground.x(newest.day.toordinal()) + _POINT if end.role == "strong" else frame.width
        leads.append((begins, ground.y(end.value), frame.width + _BESIDE, middle))
    bent = [lead for lead in leads if abs(lead[1] - lead[3]) > 2 or lead[0] < frame.width - _INSET]
    rounded = [(round(a, 1), round(b, 1), round(c, 1), round(d, 1)) for a, b, c, d in bent]
    return [*spec.strokes("lead", rounded), *layers]
