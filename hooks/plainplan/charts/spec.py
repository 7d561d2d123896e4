"""Vega-Lite specifications as plain data: layers whose names become classes in the drawing.

No layer has axes, legends or colours of its own: what stands where is worked out here, and the look comes
from the style sheet. Data is inside the specification.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plainplan.charts.lines import LINE, line_height
from plainplan.charts.reading import Anchor

Layer = dict[str, Any]
Rows = Sequence[dict[str, Any]]
_ALIGN = {"start": "left", "middle": "center", "end": "right"}
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
FONT = "Liberation Sans"
"""The font that the drawing library carries: pictures are the same on every machine."""


@dataclass(frozen=True)
class Size:
    """A place for a picture: its width, of its text and the height of its data, in CSS pixels."""

    width: float
    text: float
    height: float

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return round(self.text * line_height())

    @property
    def lead(self) -> float:
        """How much further down a line of text stands in its room than one of Latin letters."""
        return self.text * (line_height() - LINE) / 2


@dataclass(frozen=True)
class Panel:
    """One specification, and the size of its picture."""

    spec: dict[str, Any]
    width: float
    height: float


@dataclass(frozen=True)
class Frame:
    """Where the data stands in a panel: the room round it, and its own width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Text:
    """Words at a place, from the top left corner of the data."""

    x: float
    y: float
    words: str
    anchor: Anchor = "start"


def linear(field: str, domain: tuple[float, float], reach: tuple[float, float]) -> dict[str, Any]:
    """A field on a scale from one end of `reach` to the other."""
    scale = {
        "type": "linear",
        "domain": list(domain),
        "range": list(reach),
        "zero": False,
        "nice": False,
        "clamp": False,
    }
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def placed(field: str) -> dict[str, Any]:
    """A field that says the place itself."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def layer(name: str, mark: dict[str, Any] | str, rows: Rows, **encoding: Any) -> Layer:
    """One layer. Encodings that end in 2 share the scale of the other end."""
    ends = {"x2", "y2"}
    clean = {key: {"field": value["field"]} if key in ends else value for key, value in encoding.items()}
    return {"name": name, "mark": mark, "data": {"values": list(rows)}, "encoding": clean}


def words(name: str, texts: Iterable[Text], size: float) -> list[Layer]:
    """Layers of text, one for each way in which it is aligned."""
    found: dict[str, list[dict[str, Any]]] = {}
    for text in texts:
        row = {"x": round(text.x, 1), "y": round(text.y, 1), "words": text.words}
        found.setdefault(text.anchor, []).append(row)
    return [
        layer(
            name,
            {
                "type": "text",
                "align": _ALIGN[anchor],
                "baseline": "alphabetic",
                "fontSize": size,
                "limit": 0,
            },
            rows,
            x=placed("x"),
            y=placed("y"),
            text={"field": "words", "type": "nominal"},
        )
        for anchor, rows in found.items()
    ]


def strokes(name: str, lines: Iterable[tuple[float, float, float, float]]) -> list[Layer]:
    """A layer of straight lines between places."""
    rows = [dict(zip(("x", "y", "x2", "y2"), line, strict=True)) for line in lines]
    ends = {"x": placed("x"), "y": placed("y"), "x2": placed("x2"), "y2": placed("y2")}
    return [layer(name, "rule", rows, **ends)] if rows else []


def panel(layers: Sequence[Layer], frame: Frame, width: float, height: float) -> Panel:
    """A panel of a size, with its layers in the order in which they lie on one another."""
    spec = {
        "$schema": _SCHEMA,
        "width": frame.width,
        "height": frame.height,
        "autosize": "none",
        "padding": {
            "left": frame.left,
            "top": frame.top,
            "right": width - frame.left - frame.width,
            "bottom": height - frame.top - frame.height,
        },
        "config": {"view": {"stroke": None}, "font": FONT},
        # Names must differ. What comes after the mark is dropped when a picture is cleaned.
        "layer": [{**one, "name": f"{one['name']}__{number}"} for number, one in enumerate(layers)],
    }
    return Panel(spec, width, height)


def drawn(value: Decimal) -> float:
    """A value as JSON holds it. Only places in a picture come from it, never words."""
    return float(value)
