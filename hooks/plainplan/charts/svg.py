"""Cleans a drawing: only shapes, words and classes are left of what the library writes.

No ids, roles, styles or colours: the page names and colours the picture. Numbers have one digit after the
point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from plainplan.charts.reading import direct

_NAME = re.compile(r"(\w+?)__\d+_marks")
_MOVE = re.compile(r"translate\(([^,\s)]+)[,\s]+([^)]+)\)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_RECT = re.compile(r"M([^,]+),([^h]+)h([^v]+)v([^h]+)h([^Z]+)Z")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")
_DROPPED = frozenset({"background", "foreground"})
Place = tuple[float, float]


def clean(drawing: str) -> str:
    """What is inside the drawing, in groups with the classes `pp-<name of the layer>`.

    `drawing` is SVG whose layers were named by `spec.panel`. Raises lxml.etree.XMLSyntaxError if it is none.
    """
    root = etree.fromstring(drawing.encode())
    made: list[Element] = []
    for name, leaf in _leaves(root, "", (0.0, 0.0)):
        if not made or made[-1].get("class") != f"pp-{name}":
            made.append(etree.Element("g", {"class": f"pp-{name}"}))
        made[-1].append(leaf)
    return "".join(etree.tostring(group, encoding="unicode") for group in made)


def _leaves(element: Element, name: str, origin: Place) -> Iterator[tuple[str, Element]]:
    """Every shape and word with the name of its layer, at its place in the whole drawing."""
    here = _moved(element, origin)
    classes = element.get("class", "").split()
    if _DROPPED & set(classes):
        return
    for word in classes:
        if match := _NAME.fullmatch(word):
            name = match[1].replace("_", "-")
    tag = etree.QName(element).localname
    if tag in _MADE and name:
        if (leaf := _MADE[tag](element, here)) is not None:
            yield name, leaf
        return
    for child in element:
        yield from _leaves(child, name, here)


def _moved(element: Element, origin: Place) -> Place:
    match = _MOVE.fullmatch(element.get("transform", ""))
    return (origin[0] + float(match[1]), origin[1] + float(match[2])) if match else origin


def short(number: float) -> str:
    """A number with at most one digit after the point."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _line(element: Element, at: Place) -> Element:
    x2, y2 = float(element.get("x2", 0)), float(element.get("y2", 0))
    ends = {"x1": at[0], "y1": at[1], "x2": at[0] + x2, "y2": at[1] + y2}
    return etree.Element("line", {key: short(value) for key, value in ends.items()})


def _text(element: Element, at: Place) -> Element:
    made = etree.Element("text", {"x": short(at[0]), "y": short(at[1])})
    if (anchor := element.get("text-anchor", "start")) != "start":
        made.set("text-anchor", anchor)
    made.text = "".join(map(str, element.itertext()))
    direct(made)
    return made


def _path(element: Element, at: Place) -> Element | None:
    outline = element.get("d", "")
    if match := _RECT.fullmatch(outline):
        x, y, wide, high, _ = (float(number) for number in match.groups())
        sides = {"x": at[0] + min(x, x + wide), "y": at[1] + min(y, y + high)}
        sides |= {"width": abs(wide), "height": abs(high)}
        return etree.Element("rect", {key: short(value) for key, value in sides.items()})
    if match := _CIRCLE.fullmatch(outline):
        ring = {"cx": short(at[0]), "cy": short(at[1]), "r": short(float(match[1]))}
        return etree.Element("circle", ring)
    if not outline:
        return None
    return etree.Element("path", {"d": _moved_outline(outline, at)})


def _moved_outline(outline: str, at: Place) -> str:
    """An outline of straight lines (M, L, Z), at its place."""
    steps = []
    for letter, numbers in re.findall(r"([A-Za-z])([^A-Za-z]*)", outline):
        found = [float(number) for number in _NUMBER.findall(numbers)]
        if letter not in "MLZ" or len(found) % 2:
            raise ValueError(f"not an outline of straight lines: {outline}")
        moved = [short(number + at[place % 2]) for place, number in enumerate(found)]
        steps.append(letter + ",".join(moved))
    return "".join(steps)


_MADE = {"line": _line, "text": _text, "path": _path}
