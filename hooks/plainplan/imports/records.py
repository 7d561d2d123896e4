"""Turns what was read into records of the model; what the model refuses is a problem of the imported file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from plainplan import addresses
from plainplan.errors import Place
from plainplan.imports.choices import Notebook
from plainplan.imports.writing import to_yaml
from plainplan.load.validate import to_record
from plainplan.load.yaml_source import Document, Keys, parse
from plainplan.slugs import slug

R = TypeVar("R", bound=BaseModel)
NO_UNIT = "(unit not stated)"
"""Stands after the figures of a measure of which nobody says what is counted: 1,200 (unit not stated)."""


class Ids:
    """Gives identifiers that are unique among their kind, and no anchor of the `pages` that hold them."""

    def __init__(self, *pages: str) -> None:
        self.taken: set[str] = set()
        self.anchors = {"index", "readme"}.union(*(addresses.parts_of(page) for page in pages))

    def new(self, words: str, otherwise: str) -> str:
        """An identifier from words; `otherwise` where they have no letter that an address can hold."""
        first = slug(words) or otherwise
        first = f"{first}-1" if first in self.anchors else first
        found, number = first, 2
        while found in self.taken:
            found, number = f"{first}-{number}", number + 1
        self.taken.add(found)
        return found


def build(model: type[R], data: Mapping[str, Any], lines: Mapping[Keys, int], notes: Notebook) -> R | None:
    """A record, checked as `plainplan check` would; None with the problems noted.

    `lines` says where parts of `data` stand in the imported file; `()` stands for the whole.
    """
    document = Document(data=without_gaps(data), places=_Places(lines, notes.file))
    record, problems = to_record(model, document, notes.file)
    notes.problems += [problem for problem in problems if problem not in notes.problems]
    if record is None:
        return None
    text = to_yaml(record)
    again, _ = to_record(model, parse(text, notes.file), notes.file)
    if again != record:
        line = lines.get((), 0)
        mend = "Look for unusual characters in the file, and delete them."
        notes.refuse(line, "what it says cannot be written as YAML.", mend)
        return None
    return record


class _Places(dict[Keys, Place]):
    """Every way leads to a place: that of the nearest thing around it whose line is known."""

    def __init__(self, lines: Mapping[Keys, int], file: str) -> None:
        super().__init__()
        self.lines = lines
        self.file = file

    def __contains__(self, keys: object) -> bool:
        return True

    def __missing__(self, keys: Keys) -> Place:
        for length in range(len(keys), -1, -1):
            if keys[:length] in self.lines:
                return Place(self.file, self.lines[keys[:length]])
        return Place(self.file)


def without_gaps(data: Any) -> Any:
    """The same without what is empty, as if the fields had been left out of the YAML."""
    if isinstance(data, Mapping):
        cleaned = {name: without_gaps(value) for name, value in data.items()}
        return {name: value for name, value in cleaned.items() if value not in (None, "", [], {})}
    if isinstance(data, list | tuple):
        return [without_gaps(entry) for entry in data]
    return data
