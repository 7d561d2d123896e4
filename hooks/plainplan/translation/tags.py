"""The languages of a plan and their PO files: which there are, and where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from plainplan.errors import Place, Problem
from plainplan.language import plurals
from plainplan.translation.po import FOLDER

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_language(tag: str) -> bool:
    """Whether a tag names a language whose plurals are known."""
    if not _TAG.fullmatch(tag):
        return False
    try:
        plurals(tag)
    except (LookupError, ValueError):
        return False
    return True


def po_name(tag: str) -> str:
    """The PO file of a language, as problems name it."""
    return f"{FOLDER}/{tag}.po"


def tags_there(folder: Path) -> list[str]:
    """The languages that have a PO file."""
    return sorted(path.stem for path in (folder / FOLDER).glob("*.po") if not path.name.startswith("."))


def no_languages(tags: Sequence[str], named: Sequence[str]) -> list[Problem]:
    """A problem for each tag that names no language; `named` stood on the command line."""
    return [
        Problem(
            Place("the command line" if tag in named else po_name(tag)),
            f'"{tag}" is not the tag of a language.',
            'Write it as in RFC 5646, such as "cy" for Welsh or "pa-Guru" for Punjabi.',
            "language",
        )
        for tag in tags
        if not is_language(tag)
    ]
