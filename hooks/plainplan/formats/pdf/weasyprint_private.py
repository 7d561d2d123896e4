"""What WeasyPrint 70.0 leaves out of tagged PDFs, put in by names of its own that may move in any version.

Everything of the kind stands here; the version is pinned, and tests/formats/pdf/test_private.py fails when a
name moves. Each repair says where WeasyPrint's own is awaited. Drop it when that has come.

- table headers have no /Scope: https://github.com/Kozea/WeasyPrint/issues/2508
- page numbers and running heads are content, not artifacts: https://github.com/Kozea/WeasyPrint/issues/1836
- decorative pictures are figures: https://github.com/Kozea/WeasyPrint/issues/2550
- elements have no /Lang, figures a box in the wrong units: https://github.com/Kozea/WeasyPrint/issues/2482
- the text layer of scripts that join or reorder is wrong: https://github.com/Kozea/WeasyPrint/issues/1686
- links are described by their address and not marked to be printed (PDF/UA-1, 7.18.5): 2482 as well
- what stands inside a link is a link once more, outside of any tag: 2482 as well
- the references of all pages are made anew for each tag, which a long document pays for: no issue found
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pydyf
from fontTools.ttLib import TTFont
from weasyprint import document, pdf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import stream, tags

VERSION = "70.0"
NAMES = (
    (tags, "_build_box_tree"),
    (stream.Stream, "marked"),
    (document, "draw_page"),
    (pdf, "add_links"),
    (pdf, "add_tags"),
    (pdf, "build_fonts_dictionary"),
)
"""What is replaced. `repaired` puts it back."""

_build_box_tree = tags._build_box_tree
_marked = stream.Stream.marked
_draw_page = document.draw_page
_add_links = pdf.add_links
_add_tags = pdf.add_tags
_build_fonts = pdf.build_fonts_dictionary

_TO_POINTS = 0.75  # a CSS pixel is 1/96 inch
_REORDERED = re.compile("[\u0900-\u0dff]")
"""Scripts of India, whose signs are not drawn in the order in which they are written."""
_NO_LETTER = "\u200b"
"""For what shows no letter of its own. An entry must not be empty (PDF/UA-1, 7.21.7)."""
_PRINTED = 4
"""The flag of an annotation that is printed (ISO 32000-1, 12.5.3)."""


@contextmanager
def repaired() -> Iterator[None]:
    """WeasyPrint with our repairs, inside of a `with` block."""
    ours = (_tagged, _marked_rightly, _drawn, _with_links, _with_tags, _with_fonts)
    before = [getattr(holder, name) for holder, name in NAMES]
    for (holder, name), new in zip(NAMES, ours, strict=True):
        setattr(holder, name, new)
    try:
        yield
    finally:
        for (holder, name), old in zip(NAMES, before, strict=True):
            setattr(holder, name, old)


def _is_decoration(box: Any) -> bool:
    """Whether a box only decorates: a shape before a word, or a picture without words."""
    element = box.element
    if (box.element_tag or "").endswith("::before"):
        return True
    if element is None or not isinstance(box, boxes.ReplacedBox):
        return False
    return element.get("aria-hidden") == "true" or (box.element_tag == "img" and not element.get("alt"))


def _tagged(  # noqa: PLR0913, PLR0917  # as WeasyPrint calls it
    box: Any, parent: Any, made: Any, page: int, nums: Any, annotations: Any, marks: Any
) -> Iterator[Any]:
    """The tags of a box and of those in it; none for artifacts."""
    found = box._box if isinstance(box, AbsolutePlaceholder) else box
    if isinstance(found, boxes.MarginBox) or _is_decoration(found):
        return
    for tag in _build_box_tree(box, parent, made, page, nums, annotations, marks):
        if found.element is not None and found.element_tag not in ("html", "body"):
            _mend(tag, found, made, page)
        if tag["S"] == "/LI":
            _give_body(tag, made)
        if tag["K"] or tag["S"] != "/Span":
            yield tag


def _give_body(item: Any, made: Any) -> None:
    """Put all that an item of a list says into LBody, where WeasyPrint did not (ISO 32000-1, 14.8.4.3.3)."""
    children = [(kid, made.objects[int(kid.split()[0])]) for kid in item["K"]]
    apart = [(kid, child) for kid, child in children if child["S"] not in ("/Lbl", "/LBody")]
    if not apart:
        return
    body = next((child for _, child in children if child["S"] == "/LBody"), None)
    before = [kid for kid, _ in children if body is not None and kid == body.reference]
    if body is None:
        body = pydyf.Dictionary({name: item[name] for name in ("Type", "Pg")} | {"S": "/LBody"})
        made.add_object(body)
        body["P"], body["K"] = item.reference, pydyf.Array()
    _in_order(body, [kid for kid, child in children if child["S"] != "/Lbl"], before)
    for _, child in apart:
        child["P"] = body.reference
    labels = [kid for kid, child in children if child["S"] == "/Lbl"]
    item["K"] = pydyf.Array([*labels, body.reference])


def _in_order(body: Any, said: list[Any], itself: list[Any]) -> None:
    """What stands beside a body comes into it, before or after what it has already, as it was read."""
    place = said.index(itself[0]) if itself else 0
    after = said[place + 1 :] if itself else said
    body["K"] = pydyf.Array([*said[:place], *body["K"], *after])


def _mend(tag: Any, box: Any, made: Any, page: int) -> None:
    element = box.element
    if tag["S"] == "/TH" and "A" in tag:
        tag["A"]["Scope"] = "/Row" if element.get("scope", "").startswith("row") else "/Column"
    if language := element.get("lang"):
        tag["Lang"] = pydyf.String(language)
    if tag["S"] == "/Figure":
        left, top, right, bottom = tag["A"]["BBox"]
        height = made.heights[page]
        tag["A"]["BBox"] = pydyf.Array(
            (
                left * _TO_POINTS,
                height - bottom * _TO_POINTS,
                right * _TO_POINTS,
                height - top * _TO_POINTS,
            )
        )
    if box.link_annotation is not None:
        words = element.get("aria-label") or "".join(element.itertext())
        box.link_annotation["Contents"] = pydyf.String(" ".join(words.split()))
        box.link_annotation["F"] = _PRINTED


def _with_links(links_and_anchors: Any, *others: Any) -> None:
    """One link for each line of an <a>; none more for what is bold in it, which would be no tag's own."""
    links, anchors = links_and_anchors
    own = [link for link in links if (link[3].element_tag or "").partition(":")[0] == "a"]
    _add_links((own, anchors), *others)


class _Pages:
    """A document that is being made, which reckons the references of its pages once."""

    def __init__(self, made: Any) -> None:
        self._made = made
        self.page_references = made.page_references
        pages = (made.objects[number] for number in made.pages["Kids"][::3])
        self.heights = [page["MediaBox"][3] for page in pages]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made, name)


def _with_tags(made: Any, *others: Any) -> None:
    _add_tags(_Pages(made), *others)


def _drawn(page: Any, onto: Any) -> None:
    onto.of_margins = {
        id(box) for child in page.children if isinstance(child, boxes.MarginBox) for box in _all_in(child)
    }
    _draw_page(page, onto)


def _all_in(box: Any) -> Iterable[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _all_in(child)


@contextmanager
def _marked_rightly(onto: Any, box: Any, tag: str) -> Iterator[None]:
    """Mark content: as an artifact, with the words that it shows, or as WeasyPrint does."""
    if onto._tags is None:
        yield
    elif id(box) in getattr(onto, "of_margins", ()):
        with _marked_as(onto, "Artifact", {"Type": "/Pagination"}):
            yield
    elif _is_decoration(box):
        with onto.artifact():
            yield
    elif _REORDERED.search(words := getattr(box, "text", "")):
        mark = len(onto._tags)
        onto._tags[box] = {"tag": tag, "mcid": mark}
        said = pydyf.String(unicodedata.normalize("NFC", words))
        with _marked_as(onto, tag, {"MCID": mark, "ActualText": said}):
            yield
    else:
        with _marked(onto, box, tag):
            yield


@contextmanager
def _marked_as(onto: Any, tag: str, properties: dict[str, Any]) -> Iterator[None]:
    pydyf.Stream.begin_marked_content(onto, tag, pydyf.Dictionary(properties))
    try:
        yield
    finally:
        pydyf.Stream.end_marked_content(onto)


def _with_fonts(made: Any, fonts: Any, *others: Any) -> Any:
    """Give each glyph its letter: WeasyPrint gives the first one of a cluster all letters, the rest none."""
    own: dict[Any, dict[int, str]] = {}
    for font in fonts.values():
        if font.hash not in own:
            own[font.hash] = _letters_of(font.file_content)
        for glyph, letters in font.to_unicode.items():
            if len(letters) != 1:
                font.to_unicode[glyph] = own[font.hash].get(glyph, letters or _NO_LETTER)
    return _build_fonts(made, fonts, *others)


def _letters_of(file: bytes) -> dict[int, str]:
    """The letter of each glyph that stands for one, the first of them where it stands for several."""
    with TTFont(BytesIO(file), lazy=True) as font:
        letters = sorted(font.getBestCmap().items(), reverse=True)
        return {font.getGlyphID(name): chr(letter) for letter, name in letters}
