"""The pictures of easy read: each file is there, and an idea has one picture that no other idea has.

A reader who goes by the pictures takes the same picture for the same idea, and two pictures for two ideas.
So easy read does with words: the same word for the same thing ("Information for all", standard 9,
Inclusion Europe).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from plainplan.check.rules import Findings
from plainplan.errors import nearest
from plainplan.model.pictures import Picture

_PICTURES = ("pictures", "pictures")


def check_pictures(findings: Findings) -> None:
    """Every picture has its file and its source; no picture stands for two ideas, no idea has two."""
    _check_files(findings)
    _check_sources(findings)
    _check_once(
        findings,
        "file",
        lambda picture: picture.file,
        'the picture "content/{said}" is already used for "{other}", in line {line}.',
        "Give each idea a picture of its own.",
    )
    _check_once(
        findings,
        "alt",
        lambda picture: picture.alt.casefold(),
        '"{said}" is already said of the picture "{other}", in line {line}: one idea has two pictures.',
        "Keep one of them, or say what the other one shows.",
    )


def _check_files(findings: Findings) -> None:
    there = set(findings.plan.attachments)
    for index, picture in enumerate(findings.plan.pictures.pictures):
        if picture.file not in there:
            findings.add(
                "unknown-reference",
                (*_PICTURES, index, "file"),
                f'there is no picture "content/{picture.file}".',
                _mend(picture.file, there) or "Put the file there, or correct the name.",
            )


def _mend(file: str, there: Iterable[str]) -> str:
    """The file that is meant: one with that name in another folder, or the nearest of all pictures."""
    pictures = [path for path in there if PurePosixPath(path).suffix == PurePosixPath(file).suffix]
    moved = [path for path in pictures if PurePosixPath(path).name == PurePosixPath(file).name]
    return nearest(file, pictures) if not moved else f'Did you mean "{min(moved)}"?'


def _check_sources(findings: Findings) -> None:
    known = {source.id for source in findings.plan.pictures.sources}
    for index, picture in enumerate(findings.plan.pictures.pictures):
        if picture.source not in known:
            findings.add(
                "unknown-reference",
                (*_PICTURES, index, "source"),
                f'there is no source "{picture.source}".',
                nearest(picture.source, known) or "The file has no sources yet: add this one first.",
            )


def _check_once(
    findings: Findings, name: str, what: Callable[[Picture], str], message: str, mend: str
) -> None:
    """A field says something else in each picture. Pictures with one id are said above to be two."""
    first: dict[str, tuple[int, Picture]] = {}
    for index, picture in enumerate(findings.plan.pictures.pictures):
        before, other = first.setdefault(what(picture), (index, picture))
        if other.id != picture.id:
            line = findings.sources.place(*_PICTURES, before).line
            said = str(getattr(picture, name))
            words = message.format(said=said, other=other.id, line=line)
            findings.add("picture-twice", (*_PICTURES, index, name), words, mend)
