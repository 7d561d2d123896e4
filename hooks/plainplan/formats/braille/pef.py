"""PEF: pages of braille as XML, with what they are (Portable Embosser Format 2008-1, http://pef-format.org).

No library on PyPI writes it. It is small, so it is made here, by its own specification.
"""

from __future__ import annotations

from lxml import etree

from plainplan.formats.braille.layout import CELLS, LINES
from plainplan.formats.braille.render import Braille
from plainplan.formats.braille.writing import BLANK

_PEF = "http://www.daisy.org/ns/2008/pef"
_DC = "http://purl.org/dc/elements/1.1/"


def to_pef(made: Braille) -> bytes:
    """The bytes of the file."""
    names: dict[str | None, str] = {None: _PEF, "dc": _DC}
    root = etree.Element(f"{{{_PEF}}}pef", {"version": "2008-1"}, nsmap=names)  # type: ignore[arg-type]  # stubs
    meta = etree.SubElement(etree.SubElement(root, f"{{{_PEF}}}head"), f"{{{_PEF}}}meta")
    for name, words in _described(made).items():
        if words:
            etree.SubElement(meta, f"{{{_DC}}}{name}").text = words
    size = {"cols": str(CELLS), "rows": str(LINES), "rowgap": "0", "duplex": "false"}
    volume = etree.SubElement(etree.SubElement(root, f"{{{_PEF}}}body"), f"{{{_PEF}}}volume", size)
    section = etree.SubElement(volume, f"{{{_PEF}}}section")
    for page in made.pages:
        rows = etree.SubElement(section, f"{{{_PEF}}}page")
        for line in page:
            etree.SubElement(rows, f"{{{_PEF}}}row").text = line.rstrip(BLANK)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _described(made: Braille) -> dict[str, str]:
    """The format and the identifier must be there."""
    return {
        "format": "application/x-pef+xml",
        "identifier": made.identifier,
        "title": made.title,
        "language": made.language,
        "publisher": made.publisher,
        "date": made.published,
    }
