"""Reads XML of any StratML version into plain elements: by their names, in any namespace and in any order.

No DTD, no entities of the file's own, no network, no huge trees: a file cannot make this program read others
or fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from plainplan.exports.stratml_words import ORDER, ROOTS, Part
from plainplan.imports.choices import Notebook

_DEEPEST = 60
_DECLARATION = re.compile(r"<\?xml\b[^>]*\?>")
_ENTITY = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b|<!DOCTYPE[^>[]*\[")
_AGAIN = "Compare the line with a file that works, or export it again from where it was made."
_IN_PLAIN_WORDS = (
    ("tag mismatch", "an element is closed by the name of another, or not closed."),
    ("Premature end", "the file breaks off: an element is not closed."),
    ("Extra content", "something stands after the end of the document."),
    ("Entity", "a sign & begins something that XML does not know; written as words, it is &amp;."),
    ("EntityRef", "a sign & begins something that XML does not know; written as words, it is &amp;."),
    ("Start tag expected", "the file does not begin with an element: it is not XML."),
    ("not allowed in attributes", "a sign < stands where it cannot."),
    ("invalid element name", "a sign < stands where it cannot; written as words, it is &lt;."),
    ("Attribute", "an attribute of an element is not written as it must be."),
    ("Char", "a character stands here that XML cannot hold."),
)
_KNOWN = frozenset(ORDER) | {child for children in ORDER.values() for child in children}


@dataclass(frozen=True)
class Element:
    """One element: its name without namespace, the line on which it begins, and what is in it."""

    name: str
    line: int
    text: str
    attributes: dict[str, str]
    children: tuple[Element, ...] = field(default=())
    _readers: list[None] = field(default_factory=list, compare=False, repr=False)

    def all(self, name: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Element | None:
        """The first child of that name that says anything; else the first of that name."""
        found = list(self.all(name))
        return next((child for child in found if not child.is_empty), found[0] if found else None)

    def words(self, *names: str) -> str:
        """The text of the element that the names lead to, trimmed; empty if there is none."""
        here: Element | None = self
        for name in names:
            here = here.first(name) if here else None
        return here.read() if here else ""

    def read(self) -> str:
        """Its text, which then counts as read."""
        if not self._readers:
            self._readers.append(None)
        return self.text

    @property
    def is_read(self) -> bool:
        """Whether anybody read its text."""
        return bool(self._readers)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said in it."""
        return not self.text and all(child.is_empty for child in self.children)


def read_xml(text: str, notes: Notebook) -> tuple[Element, Part] | None:
    """The document's element and its part; None, with the problem noted, where it is not StratML."""
    start = text.lstrip()
    skipped = text[: len(text) - len(start)].count("\n")
    if found := _ENTITY.search(start):
        line = start[: found.start()].count("\n") + 1 + skipped
        mend = "Delete the DOCTYPE, and write the words that it stands for."
        notes.refuse(line, "the file defines entities of its own, which are not read.", mend)
        return None
    # The declaration may name another encoding than the one the text really had.
    declared = _DECLARATION.match(start)
    body = start[declared.end() :] if declared else start
    skipped += start[: len(start) - len(body)].count("\n")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        line = (error.lineno or 1) + skipped
        notes.refuse(line, _plain(error.msg or ""), _AGAIN, "xml")
        return None
    return _document(root, skipped, notes)


def _document(root: etree._Element, skipped: int, notes: Notebook) -> tuple[Element, Part] | None:
    inner = next((node for node in root.iter() if _name(node) in ROOTS), None)
    if inner is None:
        message = f"this is not a StratML document: it begins with <{_name(root)}>."
        notes.refuse(skipped + 1, message, f"It begins with <{'> or <'.join(ROOTS)}>.")
        return None
    if inner is not root:
        notes.took(_line(inner) + skipped, f"took what is inside <{_name(root)}>.")
    element = _element(inner, skipped, notes, 0)
    part = ROOTS[_name(inner)]
    if etree.QName(inner).namespace != part.value:
        namespace = etree.QName(inner).namespace or "none"
        notes.took(element.line, f"read the namespace {namespace} as that of the present standard.")
    _say_order(element, notes)
    return element, part


def _plain(message: str) -> str:
    found = (words for sign, words in _IN_PLAIN_WORDS if sign in message)
    return next(found, "the file is not written as XML must be.")


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _line(node: etree._Element) -> int:
    line = node.sourceline
    return line if isinstance(line, int) else 1


def _element(node: etree._Element, skipped: int, notes: Notebook, depth: int) -> Element:
    line = _line(node) + skipped
    children = []
    if depth > _DEEPEST:
        notes.refuse(line, "elements stand inside elements too deeply.", _AGAIN)
    for child in node if depth <= _DEEPEST else ():
        if not _name(child):
            mend = "Write the words instead: &lt; and &amp; are the only ones that are needed."
            notes.refuse(line, "an entity stands here that is not read.", mend)
        elif _name(child) not in _KNOWN:
            place = _line(child) + skipped
            said = " ".join(" ".join(str(text) for text in child.itertext()).split())
            told = f': "{said}"' if said else ""
            words = f"left out <{_name(child)}>, which the standard does not have here{told}."
            notes.took(place, words)
        else:
            children.append(_element(child, skipped, notes, depth + 1))
    inside = [node.text or "", *(child.tail or "" for child in node)]
    attributes = {etree.QName(str(key)).localname: str(value) for key, value in node.attrib.items()}
    return Element(_name(node), line, "".join(inside).strip(), attributes, tuple(children))


def _say_order(element: Element, notes: Notebook) -> None:
    """Note where elements do not stand in the order of the schema; they are read by name all the same."""
    order = ORDER.get(element.name, ())
    last = -1
    for child in element.children:
        place = order.index(child.name) if child.name in order else last
        if place < last:
            notes.took(
                child.line,
                f"<{child.name}> stands after <{order[last]}>, not before it: read it all the same.",
            )
        last = max(last, place)
        _say_order(child, notes)
