"""Keeps finished files by what they were made from. The folder can be deleted at any time."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lxml import html

from plainplan.errors import Place, Problem, Severity
from plainplan.formats.document import Document
from plainplan.formats.made import Made

_MADE_BY = ("weasyprint", "pikepdf", "pypandoc_binary", "python-docx", "odfpy", "mutagen", "lameenc", "lxml")


@dataclass(frozen=True)
class KeptFiles:
    """A folder of finished files, each under the digest of what it was made from."""

    folder: Path

    def find(self, key: str) -> Made | None:
        """How long a file is, without its bytes; None where it is not there, or not whole."""
        try:
            held = json.loads(self._about(key).read_text(encoding="utf-8"))
            is_whole = (self.folder / key).stat().st_size == held["size"]
            problems = tuple(_problem(*one) for one in held["problems"])
            return Made(b"", held["pages"], held["seconds"], problems) if is_whole else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, key: str, made: Made) -> None:
        """Keep a file. What says how long it is when whole comes last: a build can end in between."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._about(key).unlink(missing_ok=True)
        (self.folder / key).write_bytes(made.content)
        about = {
            "size": len(made.content),
            "pages": made.pages,
            "seconds": made.seconds,
            "problems": [[str(one.place), one.message, one.mend, one.code] for one in made.problems],
        }
        self._about(key).write_text(json.dumps(about), encoding="utf-8")

    def forget_others(self, keys: Iterable[str]) -> None:
        """Delete what nothing asked for."""
        kept = {name for key in keys for name in (key, f"{key}.json")}
        for path in self.folder.iterdir() if self.folder.exists() else ():
            if path.name not in kept:
                path.unlink()

    def place(self, key: str, target: Path) -> Made:
        """Put a copy into a site. Returns how long it is, without its bytes."""
        found = self.find(key)
        if found is None:
            raise FileNotFoundError(self.folder / key)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.folder / key, target)
        return found

    def _about(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def _problem(place: str, message: str, mend: str, code: str) -> Problem:
    return Problem(Place(place), message, mend, code, Severity.WARNING)


def key_of(document: Document, path: str, program: str, *settings: str) -> str:
    """The digest of all that a file is made from: the page, its pictures, the program and its settings."""
    made = hashlib.sha256()
    for words in (program, path, *settings, *_versions(), *_said(document)):
        made.update(f"{len(words)}:{words}".encode("utf-8", "surrogatepass"))
    for picture in sorted({one.get("src", "") for one in document.body.iter("img")}):
        if file := document.file(picture):
            made.update(file.read_bytes())
    return f"{made.hexdigest()}{Path(path).suffix}"


def _said(document: Document) -> list[str]:
    return [
        document.title,
        document.plan,
        document.publisher,
        document.published,
        document.description,
        document.language,
        document.direction,
        document.url,
        *(html.tostring(notice, encoding="unicode") for notice in document.notices),
        html.tostring(document.body, encoding="unicode"),
    ]


@cache
def _versions() -> tuple[str, ...]:
    found = []
    for name in _MADE_BY:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(name)
    return tuple(found)
