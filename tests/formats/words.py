"""The words of a page and those of the files that are made of it, to be compared."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from docx.oxml.ns import qn
from lxml import etree, html
from lxml.html import HtmlElement
from plainplan.formats.office.names import name

from tests.formats.pdf.samples import run

_NAMED = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("th", "td", "caption"), "cell"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
}
_STOP = re.compile(r"(?<=\w)[.۔।]$")

_SOON = 2000
"""So many signs may stand between two parts of a page: names of columns, what a file says of itself. The same
words further on are others.
"""


@dataclass(frozen=True)
class Part:
    """Some words of a page in one piece: what they are, and whether they head a column of a table."""

    kind: str
    words: str
    heads: bool = False

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


def parts_of(element: HtmlElement, kind: str = "paragraph", heads: bool = False) -> Iterator[Part]:
    """All that an element says, in its order. Of a drawing: its name and what describes it."""
    if not isinstance(element.tag, str):
        return
    kind, heads = _NAMED.get(element.tag, kind), heads or element.tag == "thead"
    if element.tag == "svg":
        said = [element.get("aria-label"), *(found.text for found in element.iter("desc"))]
        kind = "alternative text"
    elif element.tag == "img":
        said, kind = [element.get("alt")], "alternative text"
    else:
        said = [element.text]
    yield from (Part(kind, words, heads) for one in said if (words := plain_words(one or "")))
    for child in () if element.tag == "svg" else element:
        yield from parts_of(child, kind, heads)
        if words := plain_words(child.tail or ""):
            yield Part(kind, words, heads)


def plain_words(text: str) -> str:
    """Words on one line, without signs that only say in which direction they are read."""
    kept = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cn", "Co"))
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", kept)).strip()


def lost(parts: Iterable[Part], text: str, anywhere: Collection[str] = ()) -> list[Part]:
    """What is not in a text, each part soon after the one before it. Parts of a kind in `anywhere` may stand
    anywhere.

    A format may say the heading of a column with each row, and a sentence may go on behind what ended one.
    Where lines and words end is no part of the comparison: a file breaks lines where it must.
    """
    text, at, missing = _joined(text), 0, []
    for part in parts:
        words = _joined(_STOP.sub("", part.words))
        is_free = part.heads or part.kind in anywhere
        found = text.find(words) if is_free else text.find(words, at, at + _SOON + len(words))
        if found < 0:
            missing.append(part)
        elif not is_free:
            at = found + len(words)
    return missing


def _joined(text: str) -> str:
    return plain_words(text).replace(" ", "")


def words_of_html(content: bytes) -> str:
    """All words of a file in HTML or XHTML, those of pictures among them."""
    tree = html.document_fromstring(content.partition(b"?>")[2] or content)
    return " ".join(part.words for part in parts_of(tree.find("body")))


def words_of_epub(content: bytes) -> str:
    """Text of the cover and the chapters of a book."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [one for one in archive.namelist() if one.endswith(".xhtml") and "contents" not in one]
        return " ".join(words_of_html(archive.read(one)) for one in sorted(names, key=_cover_first))


def _cover_first(path: str) -> tuple[bool, str]:
    return "cover" not in path, path


def part_of(content: bytes, path: str) -> etree._Element:
    """A file of XML in a document of Word or of LibreOffice."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(path))


def words_of_word(content: bytes) -> str:
    """Text and words of pictures of a DOCX, in their order."""
    tags = (qn("w:p"), qn("w:t"), qn("w:br"), qn("wp:docPr"))
    found = part_of(content, "word/document.xml").iter(*tags)
    return "".join(one.get("descr", "") if one.tag == qn("wp:docPr") else one.text or " " for one in found)


def words_of_open(content: bytes) -> str:
    """The same of an ODT."""
    return _words(part_of(content, "content.xml"))


def _words(element: etree._Element) -> str:
    apart = (name("text:p"), name("text:h"), name("text:line-break"), name("text:s"))
    inside = (element.text or "") + "".join(_words(one) + (one.tail or "") for one in element)
    return f" {inside} " if element.tag in apart else inside


def words_of_pdf(file: Path) -> str:
    """What a screen reader finds in a tagged PDF: the words of its structure, then those of its pictures."""
    listed = run("pdfinfo", "-struct-text", file).splitlines()
    said = [line.strip()[1:-1] for line in listed if line.strip().startswith('"')]
    with pikepdf.open(file) as pdf:
        pictures = [
            str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    return " ".join([*said, *pictures])
