"""Charts of a page, made over for paper: painted as attributes, since style sheets do not reach into them."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from plainplan.charts.paint import looks

_SIZES = {"wide": "15", "narrow": "14", "history": "14"}
"""How high words are in each drawing, in its own units: see 55-charts.css."""
_THIN = "0.35"
"""The line of a hollow shape in a history, whose shapes are drawn six times as large."""
_DOWN = re.compile(r"translate\(0 ([\d.]+)\)")
_HIGH = 500
"""From this height on, in its own units, a narrow drawing of several charts takes a page for itself."""
_BETWEEN = 24
_OTHER_END = {"end": "start", "start": "end"}


def draw(chart: HtmlElement, kept: str, accent: str) -> None:
    """Make a chart ready, or drop it where another drawing of it stands beside it and is the one to keep."""
    size = chart.get("class", "").rpartition("--")[2]
    if size != kept and _other(chart, kept):
        chart.drop_tree()
        return
    by_class = looks(accent)
    for group in chart.iter("g"):
        for name, value in by_class.get(group.get("class", "").removeprefix("pp-"), {}).items():
            group.set(name, _THIN if name == "stroke-width" and size == "history" else value)
    for words in chart.iter("text"):
        _turn(words)
    chart.set("font-size", _SIZES.get(size, "14"))
    chart.set("fill", "none")
    if kept == "wide":
        _pair_up(chart)
    _name(chart)


def _pair_up(chart: HtmlElement) -> None:
    """Stand the small charts of a high drawing two in a row, where they would else fill a page."""
    parts = [
        (part, found) for part in chart.findall("g") if (found := _DOWN.fullmatch(part.get("transform", "")))
    ]
    box = chart.get("viewbox", "").split()
    if len(parts) < 2 or len(box) != 4 or float(box[3]) < _HIGH:
        return
    wide, high = float(box[2]), float(box[3])
    tops = [float(found[1]) for _, found in parts]
    step = tops[1] - tops[0]
    for place, (part, _) in enumerate(parts):
        across, down = (place % 2) * (wide + _BETWEEN), tops[0] + place // 2 * step
        part.set("transform", f"translate({across:g} {down:g})")
    rows = (len(parts) + 1) // 2
    chart.set("viewbox", f"0 0 {2 * wide + _BETWEEN:g} {high - (len(parts) - rows) * step:g}")
    chart.set("class", "pp-chart pp-chart--wide")


def _other(chart: HtmlElement, kept: str) -> bool:
    parent = chart.getparent()
    return any(f"pp-chart--{kept}" in other.get("class", "") for other in parent.iterchildren("svg"))


def _turn(words: HtmlElement) -> None:
    """WeasyPrint takes the beginning of words for their left end, in every script."""
    if words.attrib.pop("direction", None):
        anchor = words.get("text-anchor", "start")
        words.set("text-anchor", _OTHER_END.get(anchor, anchor))


def _name(chart: HtmlElement) -> None:
    """Say what a chart is and what it shows in a <title>: that, WeasyPrint makes its alternative text."""
    title = chart.find("title")
    said = [chart.get("aria-label", "") or (title.text_content() if title is not None else "")]
    for old in chart.findall("desc") + chart.findall("title"):
        if old.tag == "desc":
            said.append(old.text_content())
        chart.remove(old)
    name = etree.SubElement(chart, "title")
    name.text = " ".join(" ".join(said).split())
    chart.insert(0, name)
    chart.attrib.pop("aria-label", None)
