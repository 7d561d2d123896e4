"""Messages and PO files for tests."""

from __future__ import annotations

from pathlib import Path

import polib
from plainplan.errors import Place
from plainplan.translation.merge import Edition, merged
from plainplan.translation.message import Message
from plainplan.translation.po import new_file, po_text, read_po

CY = Edition("cy", "Safer Testshire", "https://plan.example.org/")


def data(
    field: str, text: str, *, many: str | None = None, comment: str = "", page: str = "priorities/roads/"
) -> Message:
    return Message(field, text, Place("data/priorities/roads.yml", 3), page, comment, many)


def block(text: str, chapter: str = "roads.md") -> Message:
    place = Place(f"content/{chapter}", 9)
    return Message(f"chapter: {chapter}", text, place, "roads/", is_block=True)


def catalogue(*messages: Message, edition: Edition = CY, **said: str) -> polib.POFile:
    """A file with the messages, translated where `said` has their words (spaces as underscores)."""
    made = merged(new_file(edition.tag), messages, edition)
    for entry in made:
        entry.msgstr = said.get(entry.msgid.replace(" ", "_"), "")
    return made


def entry_of(file: polib.POFile, text: str, context: str | None = None) -> polib.POEntry:
    [found] = [
        entry for entry in file if entry.msgid == text and (context is None or entry.msgctxt == context)
    ]
    return found


def read_text(folder: Path, text: str, tag: str = "cy") -> tuple[polib.POFile | None, list[str]]:
    """What is read from a text, and the problems as they are printed."""
    path = folder / f"{tag}.po"
    path.write_text(text, encoding="utf-8", newline="\n")
    file, problems = read_po(path, f"{tag}.po", tag)
    return file, [str(problem) for problem in problems]


def again(folder: Path, file: polib.POFile, tag: str = "cy") -> polib.POFile:
    """The file as it comes back from the disk."""
    read, _ = read_text(folder, po_text(file), tag)
    assert read is not None
    return read
