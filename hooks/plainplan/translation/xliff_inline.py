"""Text with numbered tags and placeholders, as XLIFF writes it: translators' programs then guard them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from plainplan.translation.pieces import NUMBERED, PLACEHOLDER

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_PIECE = re.compile(f"{NUMBERED.pattern}|(?P<placeholder>{PLACEHOLDER.pattern})")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def named(name: str) -> str:
    """The name of an element with its namespace."""
    return f"{{{NAMESPACE}}}{name}"


def fits_xml(text: str) -> bool:
    """Whether XML can hold every character of it."""
    return not _NOT_IN_XML.search(text)


def write_inline(parent: etree._Element, text: str) -> None:
    """Put a text into an element: `<1>…</1>` as g, `<2/>` as x and a placeholder as ph.

    Tags that are not closed in order stay as text.
    """
    here, end, placeholder = parent, 0, 0
    guarded = _is_regular(text)
    for found in _PIECE.finditer(text):
        if not (guarded or found["placeholder"]):
            continue
        _add_text(here, text[end : found.start()])
        end = found.end()
        if found["placeholder"]:
            placeholder += 1
            etree.SubElement(here, named("ph"), id=f"p{placeholder}").text = found["placeholder"]
        elif found["closing"]:
            around = here.getparent()
            here = here if around is None else around
        elif found["alone"]:
            etree.SubElement(here, named("x"), id=found["number"])
        else:
            here = etree.SubElement(here, named("g"), id=found["number"])
    _add_text(here, text[end:])


def _is_regular(text: str) -> bool:
    """Whether every tag is closed in order, and no number is used twice."""
    open_tags: list[str] = []
    seen: set[str] = set()
    for found in NUMBERED.finditer(text):
        number = found["number"]
        if found["closing"]:
            if found["alone"] or not open_tags or open_tags.pop() != number:
                return False
            continue
        if number in seen:
            return False
        seen.add(number)
        if not found["alone"]:
            open_tags.append(number)
    return not open_tags


def _add_text(here: etree._Element, text: str) -> None:
    if not text:
        return
    if len(here):
        here[-1].tail = (here[-1].tail or "") + text
    else:
        here.text = (here.text or "") + text


def read_inline(element: etree._Element) -> str:
    """The text of a source or a target, whatever tools put round its parts."""
    return "".join(_parts(element))


def _parts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            name, number = etree.QName(child).localname, child.get("id", "")
            inside = read_inline(child)
            if name == "g":
                yield f"<{number}>{inside}</{number}>"
            elif name == "x":
                yield f"<{number}/>"
            else:
                yield inside
        yield child.tail or ""
