"""Contents, page numbers and vectors in Word."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from plainplan.formats.office.pictures import Pictures
from plainplan.language import bare
from plainplan.language import gettext as _

_CONTENTS = 'TOC \\o "1-2" \\n \\h \\z \\u'
"""Headings of two levels, as links and without page numbers: those are known only once a program lays it out,
and a document that must first ask the reader to let it update itself looks broken, or dangerous."""
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_VECTOR = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{id}"/></a:ext>'
)


def add_vectors(word: WordDocument, pictures: Pictures) -> None:
    """The SVG of each chart beside its PNG (MS-ODRAWXML 2.7.5): Word since 2016 draws it, others the PNG."""
    for place, blip in enumerate(list(word.element.body.iter(qn("a:blip")))):
        if svg := pictures.vectors.get(place):
            name = PackURI(f"/word/media/chart-{place + 1}.svg")
            part = Part(name, "image/svg+xml", svg, word.part.package)
            extension = parse_xml(_VECTOR.format(id=word.part.relate_to(part, _IMAGE)))
            holder = blip.find(qn("a:extLst"))
            if holder is None:
                holder = etree.SubElement(blip, qn("a:extLst"))
            holder.append(extension)


def make_contents(word: WordDocument, styles: Sequence[str]) -> None:
    """Make a field of the links that stand under the heading of contents: programs can make it afresh."""
    ids = {one.style_id for one in word.styles if one.name.casefold() in styles}
    entries = [one for one in word.element.body.iterchildren(qn("w:p")) if one.style in ids]
    if not entries:
        return
    first, last = entries[0], entries[-1]
    begin, end = _field(_CONTENTS)
    at = 0 if first.pPr is None else 1
    for place, run in enumerate(begin):
        first.insert(at + place, run)
    last.append(end)


def number_pages(word: WordDocument, title: str) -> None:
    """The title and the number of the page at the foot of each."""
    footer = word.sections[0].footer
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = next((one for one in word.styles if one.name.casefold() == "footer"), paragraph.style)
    # Translators: at the foot of each page of the Word and OpenDocument files
    words = bare(_("%(title)s, page %(number)s"))
    before, number, after = (words % {"title": title, "number": "\ue000"}).partition("\ue000")
    if word.sections[0]._sectPr.find(qn("w:bidi")) is not None:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    paragraph.add_run(before)
    begin, end = _field("PAGE")
    for run in (*begin, _run("<w:t>1</w:t>"), end) if number else ():
        paragraph._p.append(run)
    paragraph.add_run(after)


def _field(instruction: str) -> tuple[list[etree._Element], etree._Element]:
    begin = [
        _run('<w:fldChar w:fldCharType="begin"/>'),
        _run(f'<w:instrText xml:space="preserve"> {instruction.replace(chr(34), "&quot;")} </w:instrText>'),
        _run('<w:fldChar w:fldCharType="separate"/>'),
    ]
    return begin, _run('<w:fldChar w:fldCharType="end"/>')


def _run(inside: str) -> etree._Element:
    made: etree._Element = parse_xml(f"<w:r {nsdecls('w')}>{inside}</w:r>")
    return made
