"""Colours for a drawing that stands alone: where no style sheet reaches it.

The light colours of the site, as attributes: a style element would be refused by the site's own policy.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from plainplan.charts.reading import direct
from plainplan.charts.spec import FONT

Look = Mapping[str, str]
INK, QUIET, LINE, EDGE, GROUND = "#17202b", "#4a5462", "#c3cad4", "#6b7684", "#ffffff"
STATUS = {
    "complete": "#0b5a2b",
    "on-track": "#0a4a78",
    "at-risk": "#7a4b00",
    "delayed": "#8f2200",
    "not-started": QUIET,
    "stopped": "#7a0b2e",
    "unreported": QUIET,
}
_SVG = "{http://www.w3.org/2000/svg}"


def paint(picture: str, accent: str, text: float) -> bytes:
    """An SVG file whose groups have the attributes that their classes stand for. `text` is a size."""
    root = etree.fromstring(picture.encode(), etree.XMLParser(remove_blank_text=True))
    looks_of = looks(accent)
    for group in root.iter(f"{_SVG}g"):
        for name, value in looks_of.get(group.get("class", "").removeprefix("pp-"), {}).items():
            group.set(name, value)
    for words in root.iter(f"{_SVG}text"):
        if words.get("direction") is None:
            direct(words)
        if words.get("direction") is None:
            words.set("unicode-bidi", "plaintext")
    root.set("font-family", f"{FONT}, Arial, Helvetica, sans-serif")
    root.set("font-size", f"{text:g}")
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def looks(accent: str) -> dict[str, Look]:
    """The attributes that stand for each class of a drawing, by its name without pp-."""
    found: dict[str, Look] = {
        "grid": {"stroke": LINE},
        "axis": {"stroke": EDGE, "fill": "none"},
        "tick": {"fill": QUIET},
        "ink": {"fill": INK},
        "strong": {"fill": INK, "font-weight": "bold"},
        "line": {"fill": "none", "stroke": accent, "stroke-width": "2.5", "stroke-linejoin": "round"},
        "point": {"fill": accent},
        "hollow": {"fill": GROUND, "stroke": accent, "stroke-width": "2"},
        "range": {"stroke": EDGE, "stroke-width": "1.5"},
        "baseline": {"stroke": EDGE, "stroke-dasharray": "1.5 3.5", "stroke-width": "1.5"},
        "target": {"stroke": INK, "stroke-dasharray": "7 4", "stroke-width": "1.5"},
        "break": {"stroke": INK, "stroke-dasharray": "3 3"},
        "lead": {"stroke": EDGE},
        "bar": {"fill": accent},
    }
    for name, colour in STATUS.items():
        hollow = name in ("not-started", "unreported")
        found[name] = {"fill": colour}
        found[f"shape-{name}"] = (
            {"fill": "none", "stroke": colour, "stroke-width": "2"} if hollow else {"fill": colour}
        )
    return found
