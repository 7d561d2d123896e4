"""Charts and pictures of a page as office programs take them: vectors where they can, and PNG."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html
from lxml.html import HtmlElement
from PIL import Image

from plainplan.charts.paint import GROUND, paint
from plainplan.charts.png import packed
from plainplan.formats.document import Document
from plainplan.formats.xhtml import as_xml

_SVG = "{http://www.w3.org/2000/svg}"
_WIDEST, _HIGHEST = 620, 850  # CSS pixels that fit on a page of A4
_LARGER = 1.2  # words in charts are then as large as those of the document
_SHARP = 2
_TEXT = 14
_RIGHT = "\N{RIGHT-TO-LEFT MARK}"
_TAKEN = (".png", ".jpg", ".jpeg", ".gif")


@dataclass
class Pictures:
    """The pictures of a document, in the order of their use; `vectors` has the SVG of some by their place."""

    document: Document
    folder: Path
    accent: str
    names: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    vectors: dict[int, bytes] = field(default_factory=dict)

    def take(self, body: HtmlElement) -> None:
        """Put a picture in place of each drawing and of what pandoc cannot read."""
        for element in list(body.iter("svg", "img")):
            if element.tag == "img":
                self._copy(element)
            elif _is_narrow_twin(element):
                element.drop_tree()
            else:
                self._draw(element)

    def _draw(self, drawing: HtmlElement) -> None:
        words = [drawing.findtext("title") or "", drawing.findtext("desc") or ""]
        painted = _grounded(paint(as_xml([drawing]).strip(), self.accent, _TEXT))
        picture = self._placed(painted, " ".join(filter(None, words)))
        picture.tail = drawing.tail
        drawing.getparent().replace(drawing, picture)

    def _placed(self, svg: bytes, words: str) -> HtmlElement:
        import vl_convert  # noqa: PLC0415  # slow to load, and seldom needed

        root = etree.fromstring(svg)
        wide, high = (float(root.get(name, "0")) for name in ("width", "height"))
        scale = min(_LARGER, _WIDEST / wide, _HIGHEST / high)
        self.vectors[len(self.names)] = svg
        name = self._kept(packed(vl_convert.svg_to_png(svg.decode(), scale=_SHARP)), ".png", words)
        return html.Element(
            "img", src=name, alt=words, width=f"{wide * scale:.0f}", height=f"{high * scale:.0f}"
        )

    def _copy(self, picture: HtmlElement) -> None:
        path, words = self.document.file(picture.get("src", "")), picture.get("alt", "")
        if not words:  # it only decorates
            picture.drop_tree()
        elif path is None:
            picture.tag = "span"  # a document must not fetch pictures: their words take their place
            picture.text = words
            picture.attrib.clear()
        elif path.suffix.lower() == ".svg":
            made = self._placed(_sized(path.read_bytes()), words)
            made.tail = picture.tail
            picture.getparent().replace(picture, made)
        else:
            content, suffix = _readable(path)
            picture.set("src", self._kept(content, suffix, words))

    def _kept(self, content: bytes, suffix: str, words: str) -> str:
        name = f"picture-{len(self.names) + 1}{suffix}"
        (self.folder / name).write_bytes(content)
        self.names.append(name)
        self.words.append(words)
        return name


def _is_narrow_twin(drawing: HtmlElement) -> bool:
    """Whether the same chart stands before it, drawn for wide pages."""
    before = drawing.getprevious()
    return (
        before is not None and before.tag in ("svg", "img") and "pp-chart--narrow" in drawing.get("class", "")
    )


def _readable(path: Path) -> tuple[bytes, str]:
    suffix = path.suffix.lower()
    if suffix in _TAKEN:
        return path.read_bytes(), suffix
    made = io.BytesIO()
    with Image.open(path) as picture:
        picture.save(made, "PNG")
    return made.getvalue(), ".png"


def _sized(svg: bytes) -> bytes:
    """An SVG file that says how large it is, as those that draw it into a page have to know."""
    root = etree.fromstring(svg)
    box = (root.get("viewBox") or "0 0 300 150").replace(",", " ").split()
    for name, found in (("width", box[2]), ("height", box[3])):
        said = (root.get(name) or found).removesuffix("px")
        root.set(name, said if said.replace(".", "", 1).isdigit() else found)
    made: bytes = etree.tostring(root, encoding="utf-8")
    return made


def _grounded(svg: bytes) -> bytes:
    """A chart on light ground: the page behind it may be dark."""
    root = etree.fromstring(_sized(svg))
    ground = etree.Element(f"{_SVG}rect", {"width": "100%", "height": "100%", "fill": GROUND})
    names = [child for child in root if child.tag in (f"{_SVG}title", f"{_SVG}desc")]
    root.insert(len(names), ground)
    for words in root.iter(f"{_SVG}text"):
        if words.get("direction") == "rtl":
            _turn(words)
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _turn(words: etree._Element) -> None:
    """Let words from right to left stand where they shall in programs that do not know their direction.

    Neither LibreOffice nor what makes the PNG (resvg) takes `direction` into account for `text-anchor`.
    """
    del words.attrib["direction"]
    words.set(
        "text-anchor",
        {"start": "end", "end": "start"}.get(anchor := words.get("text-anchor", "start"), anchor),
    )
    words.text = _RIGHT + (words.text or "")
