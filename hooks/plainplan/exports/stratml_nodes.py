"""Makes the elements of one StratML document: names, identifiers, and what its part allows."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from plainplan.exports.prose import unwrapped
from plainplan.exports.stratml_notes import Notes
from plainplan.exports.stratml_words import Part
from plainplan.model.base import Unknown

Node = etree._Element
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0, section 2.2: what no document can hold, however it is written."""


class Maker:
    """Makes elements of one document. `of` names the plan: it keeps identifiers apart from other plans'."""

    def __init__(self, part: Part, of: str) -> None:
        self.part = part
        self.of = of

    def root(self, name: str) -> Node:
        """The first element of the document."""
        default: dict[Any, str] = {None: self.part.value}
        return etree.Element(etree.QName(self.part.value, name), nsmap=default)

    def add(self, parent: Node, name: str, text: object = None) -> Node:
        """An element at the end of `parent`; None leaves it empty."""
        node = etree.SubElement(parent, etree.QName(self.part.value, name))
        words = "" if text is None else _NOT_IN_XML.sub("\ufffd", str(text))
        node.text = words or None
        return node

    def prose(self, parent: Node, name: str, text: str | None) -> None:
        """An element of prose, without the line breaks of its file; none where there is nothing to say."""
        self.add_if(parent, name, unwrapped(text) if text else None)

    def add_if(self, parent: Node, name: str, text: object) -> None:
        """The same, but only where there is something to say."""
        words = "" if text is None else str(text)
        if words:
            self.add(parent, name, words)

    def notes(self, parent: Node, name: str, notes: Notes) -> None:
        """An element of free text, where there is any."""
        self.add_if(parent, name, notes)

    def identifier(self, kind: str, name: str) -> str:
        """An identifier that is the same in every build: an xsd:ID, as is the practice `_` and a UUID.

        The parts share identifiers, so that a reader of both knows what is the same.
        """
        return f"_{uuid5(NAMESPACE_URL, f'{self.of}#{kind}/{name}')}"

    def identify(self, parent: Node, kind: str, name: str) -> None:
        """The identifier of a record."""
        self.add(parent, "Identifier", self.identifier(kind, name))

    def day(self, parent: Node, name: str, day: date | Unknown | None) -> None:
        """A date. One that is not published is an empty element in Part 2; Part 1 has no empty dates."""
        if isinstance(day, date):
            self.add(parent, name, day.isoformat())
        elif day is not None and self.part is Part.TWO:
            self.add(parent, name)

    def number(self, parent: Node, value: Decimal | Unknown | None) -> None:
        """A figure; an empty element where there is none to give."""
        if isinstance(value, Decimal):
            self.add(parent, "NumberOfUnits", format(value, "f"))
        elif value is not None:
            self.add(parent, "NumberOfUnits")

    def descriptor(self, parent: Node, name: str, value: str) -> None:
        """A result in words: what they are, and the words."""
        node = self.add(parent, "Descriptor")
        self.add(node, "DescriptorName", name)
        self.add(node, "DescriptorValue", value)
