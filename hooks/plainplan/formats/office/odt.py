"""OpenDocument: what pandoc made, with its styles, tables, languages and pictures put right."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2
from lxml import etree

from plainplan.colours import accent_of
from plainplan.exports.archive import zipped
from plainplan.formats.document import Document
from plainplan.formats.office import open_parts, open_styles, open_words
from plainplan.formats.office.page import Page, page_of
from plainplan.formats.office.pandoc import convert
from plainplan.formats.office.tongues import whole_tag
from plainplan.language import bare

_STYLE, _HEADING = "Contents_20_%s", "Contents_20_Heading"
_NO_DAY = "1980-01-01"
_LEFT_OUT = ("manifest.rdf",)  # it says nothing, and pandoc's mimetype needs no other


def make_odt(document: Document, templates: jinja2.Environment, accent: str | None = None) -> bytes:
    """The page of a document as OpenDocument text. Its language must be spoken. Raises PandocMissingError."""
    with TemporaryDirectory() as folder:
        page = page_of(document, templates, Path(folder), accent_of(accent).light, (_STYLE, _HEADING))
        file = Path(folder) / "page.html"
        file.write_text(page.html, encoding="utf-8")
        made = convert(file, "odt", whole_tag(document.language), document.direction)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        files = {name: archive.read(name) for name in sorted(archive.namelist()) if name not in _LEFT_OUT}
    content, styles = etree.fromstring(files["content.xml"]), etree.fromstring(files["styles.xml"])
    _put_right(content, styles, page, document, templates)
    manifest, vectors = open_parts.add_vectors(content, files["META-INF/manifest.xml"], page.pictures)
    files |= {
        "content.xml": etree.tostring(content, encoding="utf-8", xml_declaration=True),
        "styles.xml": etree.tostring(styles, encoding="utf-8", xml_declaration=True),
        "meta.xml": _told(document, page, templates),
        "META-INF/manifest.xml": manifest,
        **vectors,
    }
    return zipped({"mimetype": files.pop("mimetype"), **files}, as_they_are={"mimetype"})


def _put_right(
    content: etree._Element,
    styles: etree._Element,
    page: Page,
    document: Document,
    templates: jinja2.Environment,
) -> None:
    turned = document.direction == "rtl"
    open_styles.dress(styles, templates, document.language, turned)
    open_styles.number_pages(styles, page.title)
    open_styles.shape_tables(content, page.shapes, turned)
    open_words.say_languages(content, page.tongues)
    open_words.mark_links(content)
    open_parts.name_pictures(content, page.pictures)
    open_parts.make_contents(content, templates, [_HEADING, *(_STYLE % level for level in (1, 2))])


def _told(document: Document, page: Page, templates: jinja2.Environment) -> bytes:
    made = templates.get_template("formats/office/meta.xml").render(
        page=document,
        title=page.title,
        language=whole_tag(document.language),
        day=document.published or _NO_DAY,
    )
    return bare(made).encode()
