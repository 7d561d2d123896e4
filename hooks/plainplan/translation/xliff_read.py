"""Reads an XLIFF 1.2 file that came back from translators.

It is the file of a stranger, and nothing in it is obeyed: no document type, no entities, no other files, no
network, no huge trees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from plainplan.errors import Place, Problem
from plainplan.translation.xliff_inline import NAMESPACE, named, read_inline

_UNFINISHED = "needs-"
_SETTLED = frozenset({"translated", "final", "signed-off"})
_LARGEST = 50_000_000


@dataclass(frozen=True)
class Unit:
    """One text of the file: what it is of, what it says, and whether it is finished."""

    id: str
    source: str
    target: str
    is_finished: bool
    place: Place
    context: str = ""
    is_settled: bool = True
    """Whether the file itself says that it is finished."""


@dataclass(frozen=True)
class Returned:
    """What came back: the language, if the file says it, and its texts."""

    tag: str
    units: tuple[Unit, ...]


def read_xliff(data: bytes, name: str) -> tuple[Returned | None, list[Problem]]:
    """The texts of a file, and what is wrong with it; nothing where it cannot be read."""
    root, problem = _parsed(data, name)
    if root is None or problem:
        return None, [problem] if problem else []
    if root.tag != named("xliff"):
        is_newer = "xliff:document:2" in str(root.tag)
        message = "this is XLIFF 2." if is_newer else "this is not XLIFF."
        mend = f"Save it as XLIFF 1.2, in which it was exported ({NAMESPACE})."
        return None, [Problem(Place(name, _line(root)), message, mend, "xliff")]
    tags = {file.get("target-language", "") for file in root.iter(named("file"))} - {""}
    if len(tags) > 1:
        message = f"the file has several languages: {', '.join(sorted(tags))}."
        return None, [Problem(Place(name, _line(root)), message, "Save each to a file of its own.", "xliff")]
    return Returned("".join(tags), tuple(_units(root, name))), []


def _parsed(data: bytes, name: str) -> tuple[etree._Element | None, Problem | None]:
    if len(data) > _LARGEST:
        return None, Problem(Place(name), "the file is larger than 50 MB.", "Export fewer messages.", "xliff")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        if re.search(rb"<!(?:DOCTYPE|ENTITY)", data):
            return None, _typed(name)
        mend = "Export it again from the program in which it was translated."
        return None, Problem(Place(name, line), "the file is no good XML.", mend, "xliff")
    if etree.ElementTree(root).docinfo.internalDTD is not None:
        return None, _typed(name)
    return root, None


def _typed(name: str) -> Problem:
    message = "the file has a document type (<!DOCTYPE), which may name other files and is not read."
    return Problem(Place(name, 1), message, "Export it again without one; XLIFF needs none.", "xliff")


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _units(root: etree._Element, name: str) -> Iterator[Unit]:
    for unit in root.iter(named("trans-unit")):
        source, target = unit.find(named("source")), unit.find(named("target"))
        state = "" if target is None else target.get("state", "")
        is_approved = unit.get("approved") == "yes"
        yield Unit(
            id=unit.get("id", ""),
            source="" if source is None else read_inline(source),
            target="" if target is None else read_inline(target),
            is_finished=is_approved or not (state.startswith(_UNFINISHED) or state == "new"),
            place=Place(name, _line(unit if target is None else target)),
            context=unit.get("resname", ""),
            is_settled=is_approved or state in _SETTLED,
        )
