"""Elements of a page as XML: HTML and SVG in the namespaces that a book asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from plainplan.formats.ready import SVG_NAMES

_HTML = "http://www.w3.org/1999/xhtml"
_SVG = "http://www.w3.org/2000/svg"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_REFUSED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""
_DECLARED = f' xmlns="{_HTML}"'


def as_xml(elements: Iterable[etree._Element]) -> str:
    """The elements one after the other, for a file whose root is in the namespace of HTML."""
    made = (etree.tostring(_converted(element, _HTML), encoding="unicode") for element in elements)
    return "\n".join(one.replace(_DECLARED, "", 1) for one in made)


def has_drawing(elements: Iterable[etree._Element]) -> bool:
    """Whether there is SVG in them: a book has to say so of the file."""
    return any(element.find(".//svg") is not None or element.tag == "svg" for element in elements)


def _converted(element: etree._Element, space: str) -> etree._Element:
    space = _SVG if element.tag == "svg" else space
    tag = SVG_NAMES.get(element.tag, element.tag) if space == _SVG else element.tag
    made = etree.Element(f"{{{space}}}{tag}", nsmap={None: space})  # type: ignore[dict-item]  # None: no prefix
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        made.set(SVG_NAMES.get(name, name) if space == _SVG else name, _clean(value))
    if language := element.get("lang"):
        made.set(_LANG, language)
    made.text, made.tail = _clean(element.text), _clean(element.tail)
    below = _HTML if tag == "foreignObject" else space
    for child in element:
        if isinstance(child.tag, str):
            made.append(_converted(child, below))
        elif child.tail:
            _append_text(made, _clean(child.tail))
    return made


def _append_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _clean(text: str | None) -> str:
    return _REFUSED.sub("", text or "")
