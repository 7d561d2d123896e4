"""Reads one YAML file into text, lists and groups, and remembers where each of them stands.

All scalars stay text: which of them is a date, a number or a yes is for the model to say, not for YAML 1.1
to guess (it reads `NO` as false and `1.10` as 1.1). An empty value is the same as leaving the field out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import yaml

from plainplan.errors import Place, Problem

Keys = tuple[str | int, ...]
"""The way to a value: field names, and numbers for the entries of a list."""


@dataclass
class Document:
    """What a file says (`data`), where each part of it stands (`places`), and what is wrong with it as YAML."""

    data: Any = None
    places: dict[Keys, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _TextLoader(yaml.CSafeLoader):
    """Knows one guess only: that nothing at all, `~` and `null` are nothing."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [entry for entry in resolvers if entry[0] == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
        if any(entry[0] == "tag:yaml.org,2002:null" for entry in resolvers)
    }


_IN_PLAIN_WORDS = (
    (
        "\\t",
        "a tab is used to indent the line.",
        "Use spaces, two for each level.",
    ),
    (
        "mapping values are not allowed",
        "there is a second colon in the line, or the line above it is not finished.",
        'Put quotes round text that holds a colon: title: "Safer: together".',
    ),
    (
        "could not find expected ':'",
        "this line is neither a field with a colon nor an entry of a list.",
        "Write `name: value`, or indent text that goes on from the line before.",
    ),
    (
        "expected <block end>",
        "the line is not indented like its neighbours.",
        "Begin the lines of one group in the same column.",
    ),
    (
        "found unexpected end of stream",
        "quotes are opened and not closed.",
        "Close the quotes at the end of the text.",
    ),
    (
        "cannot start any token",
        "the text begins with a character that means something else in YAML.",
        "Put quotes round the text.",
    ),
    (
        "expected alphabetic or numeric character",
        "the text begins with a character that means something else in YAML.",
        "Put quotes round the text.",
    ),
)


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file with plain line ends, without a byte order mark.

    `name` is what the file is called in problems. A file that is not UTF-8 gives one problem and no text.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        mend = "Save it again with the encoding UTF-8."
        return "", [Problem(Place(name, line), "the file is not saved as UTF-8 text.", mend, "encoding")]
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n"), []


def parse(text: str, name: str, first_line: int = 1) -> Document:
    """Read YAML text. `first_line` is the line of the file on which it begins. Problems are in the answer."""
    document = Document()
    try:
        node = yaml.compose(text, Loader=_TextLoader)  # type: ignore[no-untyped-call]
    except yaml.MarkedYAMLError as error:
        document.problems.append(_syntax_problem(error, name, first_line))
        return document
    except yaml.reader.ReaderError as error:
        line = (
            text[: error.position].count("\n") + first_line if isinstance(error.position, int) else first_line
        )
        mend = "Delete it, and type the text again."
        document.problems.append(
            Problem(Place(name, line), "the file holds a character that cannot be read.", mend, "yaml")
        )
        return document
    except RecursionError:
        message = "groups stand inside groups too deeply to be read."
        document.problems.append(Problem(Place(name, first_line), message, "Check the brackets.", "yaml"))
        return document
    if node is not None:
        document.data = _Builder(document, name, first_line).build(node, ())
    return document


def _syntax_problem(error: yaml.MarkedYAMLError, name: str, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + first_line, mark.column + 1) if mark else Place(name, first_line)
    said = f"{error.context or ''} {error.problem or ''}"
    for sign, message, mend in _IN_PLAIN_WORDS:
        if sign in said:
            return Problem(place, message, mend, "yaml")
    message = f"the file cannot be read as YAML ({(error.problem or 'it breaks off').strip()})."
    return Problem(
        place, message, "Compare the line with a file that works, or put quotes round the text.", "yaml"
    )


class _Builder:
    """Turns the nodes of one file into Python data."""

    def __init__(self, document: Document, name: str, first_line: int) -> None:
        self.document = document
        self.name = name
        self.first_line = first_line
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, keys: Keys) -> Any:
        place = self._place(node)
        self.document.places.setdefault(keys, place)
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == "tag:yaml.org,2002:null" else node.value
        if id(node) in self.seen:
            mend = "Write it out again instead."
            self._problem(place, "a group is repeated with & and *, which this file may not do.", mend)
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            entries = (self.build(child, (*keys, index)) for index, child in enumerate(node.value))
            return list(entries)
        return self._group(node, keys)

    def _group(self, node: yaml.Node, keys: Keys) -> dict[str, Any]:
        group: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            place = self._place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(place, "a field has no name.", "Put quotes round text that begins with { or [.")
                continue
            key = str(key_node.value)
            if key in first:
                message = f'the field "{key}" is written twice: first in line {first[key]}.'
                self._problem(place, message, "Keep one of them.", "duplicate-field")
                continue
            first[key] = place.line
            self.document.places[(*keys, key)] = place
            value = self.build(value_node, (*keys, key))
            if value is not None:
                group[key] = value
        return group

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.name, mark.line + self.first_line, mark.column + 1)

    def _problem(self, place: Place, message: str, mend: str, code: str = "yaml") -> None:
        self.document.problems.append(Problem(place, message, mend, code))
