"""Word: what pandoc made, with its styles, tables, languages and pictures put right."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import jinja2
from docx.document import Document as WordDocument

from plainplan.colours import accent_of
from plainplan.exports.archive import zipped
from plainplan.formats.document import Document
from plainplan.formats.office import word_parts, word_styles, word_tables, word_words
from plainplan.formats.office.page import Page, page_of
from plainplan.formats.office.pandoc import convert
from plainplan.formats.office.tongues import whole_tag

_STYLE, _HEADING = "toc %s", "TOC Heading"
_NO_DAY = "1980-01-01"


def make_docx(document: Document, templates: jinja2.Environment, accent: str | None = None) -> bytes:
    """The page of a document for Word. Its language must be spoken. Raises PandocMissingError."""
    with TemporaryDirectory() as folder:
        page = page_of(document, templates, Path(folder), accent_of(accent).light, (_STYLE, _HEADING))
        file = Path(folder) / "page.html"
        file.write_text(page.html, encoding="utf-8")
        made = convert(file, "docx", whole_tag(document.language), document.direction)
    word: WordDocument = docx.Document(io.BytesIO(made))
    _put_right(word, page, document)
    saved = io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _put_right(word: WordDocument, page: Page, document: Document) -> None:
    word_styles.dress(word, document.language, document.direction)
    word_tables.shape(word, page.shapes, document.direction)
    word_words.say_languages(word, page.tongues)
    word_parts.add_vectors(word, page.pictures)
    word_parts.make_contents(word, [style.casefold() for style in (_STYLE % 1, _STYLE % 2)])
    word_parts.number_pages(word, page.title)
    _tell(word, page, document)


def _tell(word: WordDocument, page: Page, document: Document) -> None:
    """What the file says of itself. Its day is that of the page."""
    day = datetime.fromisoformat(document.published or _NO_DAY).replace(tzinfo=UTC)
    said = word.core_properties
    said.title, said.author, said.last_modified_by = page.title, document.publisher, document.publisher
    said.language, said.subject = whole_tag(document.language), document.plan
    said.comments = document.description[:255]
    said.created = said.modified = day
