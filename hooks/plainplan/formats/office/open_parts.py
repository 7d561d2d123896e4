"""Contents and pictures in OpenDocument."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2
from lxml import etree

from plainplan.formats.office.names import made, name, one
from plainplan.formats.office.pictures import Pictures
from plainplan.language import bare


def name_pictures(content: etree._Element, pictures: Pictures) -> None:
    """The words of each picture, for those who do not see it: pandoc leaves them out."""
    frames = [
        found for found in content.iter(name("draw:frame")) if found.find(name("draw:image")) is not None
    ]
    for frame, words in zip(frames, pictures.words, strict=True):
        for old in (*frame.findall(name("svg:title")), *frame.findall(name("svg:desc"))):
            frame.remove(old)
        title = made("svg:title")
        title.text = words
        frame.append(title)
        frame.set(name("text:anchor-type"), "as-char")


def add_vectors(
    content: etree._Element, manifest: bytes, pictures: Pictures
) -> tuple[bytes, dict[str, bytes]]:
    """The SVG of each chart before its PNG (ODF 1.3, 10.4.2: a program shows the first that it can)."""
    listed = etree.fromstring(manifest)
    for entry in list(listed):
        if entry.get(name("manifest:full-path")) == "manifest.rdf":
            listed.remove(entry)
    files: dict[str, bytes] = {}
    for place, image in enumerate(list(content.iter(name("draw:image")))):
        if svg := pictures.vectors.get(place):
            path = f"Pictures/chart-{place + 1}.svg"
            files[path] = svg
            image.addprevious(
                made(
                    "draw:image",
                    xlink__href=path,
                    xlink__type="simple",
                    xlink__show="embed",
                    xlink__actuate="onLoad",
                )
            )
            listed.append(
                made("manifest:file-entry", manifest__media_type="image/svg+xml", manifest__full_path=path)
            )
    listed[:] = sorted(listed, key=lambda entry: entry.get(name("manifest:full-path"), ""))
    return etree.tostring(listed, encoding="utf-8", xml_declaration=True), files


def make_contents(content: etree._Element, templates: jinja2.Environment, styles: Sequence[str]) -> None:
    """Make an index of the links that stand under the heading of contents: programs can make it afresh."""
    heading, *levels = styles
    entries = [
        found for found in content.iter(name("text:p")) if found.get(name("text:style-name")) in levels
    ]
    title = next(
        (found for found in content.iter(name("text:p")) if found.get(name("text:style-name")) == heading),
        None,
    )
    if title is None or not entries:
        return
    told = templates.get_template("formats/office/contents.xml").render()
    index = etree.fromstring(bare(told).strip(), etree.XMLParser(remove_blank_text=True))
    title.addprevious(index)
    one(index, ".//text:index-title").append(title)
    one(index, "text:index-body").extend(entries)
