"""Reads one YAML file into text, lists and groups, and remembers where each of them stands.

All scalars stay text: which of them is a date, a number or a yes is for the model to say, not for YAML 1.1
to guess (it reads `NO` as false and `1.10` as 1.1). An empty value is the same as leaving the field out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from plainplan.errors import Place, Problem

Keys = tuple[str | int, ...]
"""The way to a value: field names, and numbers for the entries of a list."""


@dataclass
class Document:
    """What a file says (`data`), where each part of it stands (`places`), and what is wrong with it."""

    data: Any = None
    places: dict[Keys, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _TextLoader(yaml.CSafeLoader):
    """Knows one guess only: that nothing at all, `~` and `null` are nothing."""


_TextLoader.yaml_implicit_resolvers = {
    first: [entry for entry in resolvers if entry[0] == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    if any(entry[0] == "tag:yaml.org,2002:null" for entry in resolvers)
}


_ALIGN = "Begin the lines of one group in the same column."
_QUOTE = "Put quotes round the text."
_BEGINS = "the text begins with a character that means something else in YAML."
_BRACKETS = "brackets are opened and not closed, or stand where text was meant."
_TAB = ("a tab is used where spaces are needed.", "Use spaces, two for each level.")
_SECOND_COLON = (
    "there is a second colon in the line.",
    'Put quotes round text that holds a colon: title: "Safer: together".',
)
_IN_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "the line is indented deeper than its neighbours, or goes on from the line above and holds a colon.",
        f"{_ALIGN} Put quotes round text that holds a colon.",
    ),
    (
        "could not find expected ':'",
        "this line is neither a field with a colon nor an entry of a list.",
        "Write `name: value`, or indent text that goes on from the line before.",
    ),
    (
        "scanning a quoted scalar",
        "quotes are opened and not closed.",
        "Close the quotes at the end of the text.",
    ),
    (
        "parsing a quoted scalar",
        "a backslash means something else between double quotes.",
        "Put single quotes round the text.",
    ),
    ("parsing a flow", _BRACKETS, "Close the bracket, or put quotes round text that holds [ or {."),
    (
        "did not find expected key",
        "the line is not indented like its neighbours, or text goes on after the quotes were closed.",
        f"{_ALIGN} Put quotes round the whole text.",
    ),
    ("expected '-' indicator", "the line is not an entry of the list above it.", _ALIGN),
    ("<document start>", "the line does not belong to what stands above it.", _ALIGN),
    ("another document", "a line --- begins a second document in the file.", "Delete the line."),
    ("cannot start any token", _BEGINS, _QUOTE),
    ("expected alphabetic or numeric character", _BEGINS, _QUOTE),
    ("comment or line break", _BEGINS, _QUOTE),
    ("not allowed in this context", _BEGINS, _QUOTE),
    ("undefined alias", _BEGINS, _QUOTE),
    ("node content", _BEGINS, _QUOTE),
    ("scanning a tag", _BEGINS, _QUOTE),
    ("scanning a directive", _BEGINS, _QUOTE),
)
"""What libyaml says, and what an editor reads instead. The first that fits is used."""
_POINT_TO_BEGINNING = ("scanning a quoted scalar", "scanning a simple key", "parsing a flow")
"""Where libyaml points to the end of what is wrong, and an editor looks for its beginning."""
_UNREADABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " ", "\ufeff": None})
"""Line ends that no editor counts, and a byte order mark anywhere."""
_DEEPEST = 40
_HARMLESS = 1000


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file with plain line ends, without a byte order mark.

    `name` is what the file is called in problems. A file that is not UTF-8 gives one problem and no text.
    """
    try:
        raw = path.read_bytes()
    except OSError:
        mend = "Check that it is a file and that you may read it."
        return "", [Problem(Place(name), "the file cannot be opened.", mend, "missing-file")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        mend = "Save it again with the encoding UTF-8."
        return "", [Problem(Place(name, line), "the file is not saved as UTF-8 text.", mend, "encoding")]
    text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n").translate(_ODD)
    return text, _unreadable(text, name)


def _unreadable(text: str, name: str) -> list[Problem]:
    found = _UNREADABLE.search(text)
    if not found:
        return []
    before = text[: found.start()]
    place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"a character that cannot be read stands here (U+{ord(found[0]):04X})."
    return [Problem(place, message, "Delete it, and type the text again.", "encoding")]


def parse(text: str, name: str, first_line: int = 1) -> Document:
    """Read YAML text. `first_line` is the line of the file on which it begins. Problems are in the answer."""
    document = Document()
    if _is_bottomless(text):
        mend = "Check the brackets and dashes."
        document.problems.append(
            Problem(Place(name, first_line), "groups stand inside groups too deeply.", mend, "yaml")
        )
        return document
    try:
        node = yaml.compose(text, Loader=_TextLoader)
    except yaml.MarkedYAMLError as error:
        document.problems.append(_syntax_problem(error, text, name, first_line))
        return document
    except (yaml.reader.ReaderError, RecursionError):
        mend = "Compare it with a file that works."
        document.problems.append(
            Problem(Place(name, first_line), "the file cannot be read as YAML.", mend, "yaml")
        )
        return document
    if node is not None:
        document.data = _Builder(document, name, first_line).build(node, ())
    return document


def _is_bottomless(text: str) -> bool:
    """Whether groups stand inside one another so deeply that libyaml's C stack would overflow."""
    if sum(text.count(sign) for sign in ("[", "{", "- ", "? ")) < _HARMLESS:
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_TextLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _HARMLESS:
                return True
    except yaml.YAMLError:
        pass  # compose() finds the same mistake and says where
    return False


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str, first_line: int) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(sign in said for sign in _POINT_TO_BEGINNING):
        mark = error.context_mark
    if mark is None:
        return Problem(Place(name, first_line), *_in_plain_words(said), "yaml")
    place = Place(name, mark.line + first_line, mark.column + 1)
    line = [*text.split("\n"), ""][mark.line]
    if line[mark.column : mark.column + 1] == "\t":
        return Problem(place, *_TAB, "yaml")
    if "mapping values" in said and ":" in line[: mark.column]:
        return Problem(place, *_SECOND_COLON, "yaml")
    return Problem(place, *_in_plain_words(said), "yaml")


def _in_plain_words(said: str) -> tuple[str, str]:
    for sign, message, mend in _IN_PLAIN_WORDS:
        if sign in said:
            return message, mend
    mend = "Compare the line with a file that works, or put quotes round the text."
    return f"the file cannot be read as YAML ({said.strip() or 'it breaks off'}).", mend


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
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self._problem(place, _BEGINS, _QUOTE)
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == "tag:yaml.org,2002:null" else node.value
        if id(node) in self.seen:
            mend = "Write it out again instead."
            self._problem(place, "a group is repeated with & and *, which this file may not do.", mend)
            return None
        if len(keys) > _DEEPEST:
            self._problem(place, "groups stand inside groups too deeply.", "Check the brackets and dashes.")
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
