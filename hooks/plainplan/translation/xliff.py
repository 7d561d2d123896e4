"""A PO file as XLIFF 1.2, for agencies: each message with its state, its place and what helps with it.

Written with lxml: the XLIFF of translate-toolkit is under the GPL, which this program is not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import polib
from lxml import etree

from plainplan.errors import Place, Problem
from plainplan.language import plurals
from plainplan.translation.entries import is_ready, key_of
from plainplan.translation.pair import Setting
from plainplan.translation.xliff_inline import NAMESPACE, fits_xml, named, write_inline

READY = "translated"
CHANGED = "needs-review-translation"
NEW = "needs-translation"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMESPACES: dict[Any, str] = {None: NAMESPACE}  # lxml takes None as the prefix; its types do not say so
_SHOWN = 6  # numbers named for a plural form


def unit_id(entry: polib.POEntry, form: int | None = None) -> str:
    """The id of an entry in XLIFF: it stays the same as long as context and words do."""
    digest = hashlib.sha256("\x04".join(key_of(entry)).encode()).hexdigest()[:20]
    return f"m{digest}" if form is None else f"m{digest}-{form}"


def forms_of(entry: polib.POEntry, tag: str) -> dict[int | None, tuple[str, str]]:
    """Source and translation of an entry, by its plural forms; under None if it has none.

    The source of the form for exactly one thing is the words for one, that of any other the words for many.
    """
    if not entry.msgid_plural:
        return {None: (entry.msgid, entry.msgstr)}
    rules = plurals(tag)
    return {
        form: (
            entry.msgid if rules.numbers_of(form) == (1,) else entry.msgid_plural,
            entry.msgstr_plural.get(form, ""),
        )
        for form in range(rules.count)
    }


def to_xliff(
    entries: Iterable[polib.POEntry], name: str, setting: Setting, *, todo: bool = False
) -> tuple[bytes, list[Problem]]:
    """The XLIFF file of the PO file called `name`, and the messages that XML cannot hold.

    With `todo` only what is not translated or changed since.
    """
    writer = _Writer(name, setting)
    problems = []
    for entry in entries:
        if entry.obsolete or (todo and is_ready(entry)):
            continue
        if all(fits_xml(text) for text in _texts(entry)):
            writer.add(entry)
        else:
            message = f'"{entry.msgid}" has a character that XML cannot hold, and was left out.'
            place = Place(name, entry.linenum or 0)
            mend = "Take it out of the plan, or of the translation."
            problems.append(Problem(place, message, mend, "xliff", record=entry.msgctxt or ""))
    return writer.done(), problems


def _texts(entry: polib.POEntry) -> list[str]:
    previous = [entry.previous_msgid or "", entry.previous_msgid_plural or ""]
    said = [entry.msgstr, *entry.msgstr_plural.values()]
    around = [entry.msgctxt or "", entry.comment, entry.tcomment]
    return [entry.msgid, entry.msgid_plural, *said, *previous, *around]


@dataclass
class _Writer:
    """Builds the document. Texts are filled in last: white space round them would become part of them."""

    name: str
    setting: Setting
    root: etree._Element = field(init=False)
    body: etree._Element = field(init=False)
    texts: list[tuple[etree._Element, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.root = etree.Element(named("xliff"), nsmap=_NAMESPACES, version="1.2")
        attributes = {
            "original": self.name,
            "datatype": "po",
            "source-language": self.setting.source_tag,
            "target-language": self.setting.tag,
        }
        self.body = etree.SubElement(etree.SubElement(self.root, named("file"), attributes), named("body"))

    def done(self) -> bytes:
        """The document as it is written."""
        etree.indent(self.root)
        for element, text in self.texts:
            write_inline(element, text)
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8") + b"\n"

    def add(self, entry: polib.POEntry) -> None:
        """Add an entry: one unit, or a group of a unit for each plural form."""
        around = self.body
        if entry.msgid_plural:
            about = {"id": unit_id(entry), "restype": "x-gettext-plurals", "resname": entry.msgctxt or ""}
            around = etree.SubElement(self.body, named("group"), about)
        for form, (source, said) in forms_of(entry, self.setting.tag).items():
            self._unit(around, entry, form, (source, said))

    def _unit(
        self, around: etree._Element, entry: polib.POEntry, form: int | None, texts: tuple[str, str]
    ) -> None:
        source, said = texts
        is_done = is_ready(entry)
        about = {"id": unit_id(entry, form), "resname": entry.msgctxt or "", _SPACE: "preserve"}
        unit = etree.SubElement(around, named("trans-unit"), about, approved="yes" if is_done else "no")
        self._text(unit, "source", source)
        state = READY if is_done else CHANGED if said else NEW
        self._text(unit, "target", said, state=state)
        self._notes(unit, entry, form)
        self._places(unit, entry)
        if entry.fuzzy and entry.previous_msgid:
            is_many = form is not None and source == entry.msgid_plural
            before = (is_many and entry.previous_msgid_plural) or entry.previous_msgid
            old = etree.SubElement(unit, named("alt-trans"), alttranstype="previous-version")
            self._text(old, "source", before)
            self._text(old, "target", said)

    def _notes(self, unit: etree._Element, entry: polib.POEntry, form: int | None) -> None:
        for words, whose in ((entry.comment, "developer"), (entry.tcomment, "translator")):
            if words:
                self._text(unit, "note", words, **{"from": whose})
        if form is not None:
            numbers = plurals(self.setting.tag).numbers_of(form)
            more = " and others" if len(numbers) > _SHOWN else ""
            said = ", ".join(str(number) for number in numbers[:_SHOWN])
            self._text(unit, "note", f"For the numbers {said}{more}", **{"from": "developer"})

    def _places(self, unit: etree._Element, entry: polib.POEntry) -> None:
        for file, line in entry.occurrences:
            group = etree.SubElement(unit, named("context-group"), purpose="location")
            etree.SubElement(group, named("context"), {"context-type": "sourcefile"}).text = file
            if line:
                etree.SubElement(group, named("context"), {"context-type": "linenumber"}).text = str(line)

    def _text(self, around: etree._Element, element: str, text: str, **attributes: str) -> None:
        made = etree.SubElement(around, named(element), attributes)
        if element == "note":
            made.text = text
        else:
            self.texts.append((made, text))
