"""The book itself: its files, and what it says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

import jinja2
from lxml import etree
from markupsafe import Markup

from plainplan.exports.archive import zipped
from plainplan.formats.document import Document
from plainplan.formats.epub.chapters import Chapter, divided, without_tails
from plainplan.formats.epub.contents import contents
from plainplan.formats.epub.links import CONTENTS, MEDIA_TYPES, connect
from plainplan.formats.ready import ready, title_of
from plainplan.formats.xhtml import as_xml, has_drawing
from plainplan.language import bare
from plainplan.render.editions import Foreign
from plainplan.render.foreign import tell

_ROOT = "book"
_TYPE = "mimetype"
_COVER = "cover.xhtml"
_NO_DAY = "1980-01-01"


@dataclass(frozen=True)
class _Item:
    """A file of the book, as its list of files names it."""

    id: str
    name: str
    media_type: str
    properties: str = ""


def make_epub(document: Document, templates: jinja2.Environment) -> bytes:
    """The page of a document as an EPUB. The language of the document must be spoken."""
    chapters = divided(ready(document))
    cover = Chapter("", 1, elements=[deepcopy(notice) for notice in document.notices], name=_COVER)
    pictures = connect([cover, *chapters], document)
    said = {
        "book": document,
        "title": title_of(document),
        "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, _source(document))}",
        "day": document.published or _NO_DAY,
        "published": date.fromisoformat(document.published) if document.published else None,
        "notices": Markup(as_xml(cover.elements)),  # noqa: S704  # from the finished page
        "has_drawings": any(has_drawing(chapter.elements) for chapter in chapters),
        "has_pictures": bool(pictures),
    }
    files = {_COVER: _told(templates, _COVER, said)}
    files[CONTENTS] = _told(templates, "contents.xhtml", said, entries=contents(chapters), first=chapters[0])
    files |= {chapter.name: _chapter(chapter, templates, said) for chapter in chapters}
    files["book.css"] = _told(templates, "book.css", said)
    items = [*_items(chapters), *_picture_items(list(pictures))]
    package = {"package.opf": _told(templates, "package.opf", said, items=items, chapters=chapters)}
    container = _told(templates, "container.xml", said, package=f"{_ROOT}/package.opf")
    return zipped(
        {
            _TYPE: b"application/epub+zip",
            "META-INF/container.xml": container,
            **{f"{_ROOT}/{name}": content for name, content in (package | files).items()},
            **{f"{_ROOT}/{name}": path.read_bytes() for name, path in pictures.items()},
        },
        as_they_are={_TYPE},
    )


def _source(document: Document) -> str:
    """What makes the book the same book in its next issue."""
    return document.url or "|".join(
        (document.publisher, document.plan, document.language, document.address.strip("/"))
    )


def _told(templates: jinja2.Environment, name: str, said: dict[str, object], **more: object) -> bytes:
    """A file of the book. Words that are not translated say so, where there is a way to say it."""
    made = templates.get_template(f"formats/epub/{name}").render(**said, **more)
    told = tell(made, Foreign(templates, None))[0] if name.endswith(".xhtml") else bare(made)
    return told.encode()


def _chapter(chapter: Chapter, templates: jinja2.Environment, said: dict[str, object]) -> bytes:
    elements: Sequence[etree._Element] = without_tails(chapter)
    inside = Markup(as_xml(elements))  # noqa: S704  # the finished page, written as XML
    return _told(templates, "chapter.xhtml", said, chapter=chapter, inside=inside)


def _items(chapters: Sequence[Chapter]) -> list[_Item]:
    page = "application/xhtml+xml"
    return [
        _Item("cover", _COVER, page),
        _Item("contents", CONTENTS, page, "nav"),
        *(
            _Item(
                chapter.name.partition(".")[0],
                chapter.name,
                page,
                "svg" if has_drawing(chapter.elements) else "",
            )
            for chapter in chapters
        ),
        _Item("style", "book.css", "text/css"),
    ]


def _picture_items(names: Sequence[str]) -> list[_Item]:
    return [
        _Item(f"picture-{place}", name, MEDIA_TYPES[name[name.rindex(".") :]])
        for place, name in enumerate(names, 1)
    ]
