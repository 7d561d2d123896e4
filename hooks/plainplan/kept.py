"""What the last build of an edition made, kept by what it was made from, so that it need not be made again.

The folder can be deleted at any time. A page is taken from it only while everything that it was made from is
the same: the program, the data, the translation, the day, and the text of its own chapter.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from plainplan import addresses
from plainplan.model import Plan, Written
from plainplan.render import Finished, Heading
from plainplan.render.foreign import Counts
from plainplan.search import FOLDER
from plainplan.translation.catalogue import PlanCatalogue
from plainplan.translation.chapters import context_of

_PAGES, _SITE = "pages.json", "site"
_FORMAT = 1  # of the file of pages
_MADE_BY = (
    "babel",
    "jinja2",
    "lxml",
    "markdown",
    "mkdocs",
    "mkdocs-material",
    "pagefind",
    "vl-convert-python",
)
_OF_ALL_CHAPTERS = frozenset(
    {addresses.HOME, addresses.WHOLE_PLAN, addresses.DATA, addresses.LANGUAGES, addresses.EASY_WHOLE}
)
"""Pages that tell of every chapter: their words, their number, or the size of a file that holds them."""
_NEVER = frozenset({addresses.RESULTS})
"""Pages that are finished after the build: the results of the gate are put in."""
_LINES_APART: Any = {
    name: {"__all__": {"body": True, "body_line": True, "headings": {"__all__": {"line"}}}}
    for name in ("chapters", "easy_chapters")
}


@dataclass(frozen=True)
class Inputs:
    """What the pages of an edition are made from, as digests. `chapters` are by address."""

    everything_else: str
    chapters: Mapping[str, str]
    states: str

    def page(self, address: str) -> str:
        """The digest of all that a page is made from; empty for a page that must be made each time."""
        if address in _NEVER:
            return ""
        own = self.chapters.get(address, "")
        if address in _OF_ALL_CHAPTERS:
            own = digest(self.states, own, *self.chapters.values())
        return digest(self.everything_else, address, own)

    @property
    def whole(self) -> str:
        """The digest of all that the edition is made from."""
        return digest(self.everything_else, self.states, *self.chapters.values())


def inputs_of(plan: Plan, catalogue: PlanCatalogue, program: str, states: str, *settings: str) -> Inputs:
    """What an edition is made from. `plan` is in its language; `settings` are its day, its address …"""
    data = plan.model_dump_json(exclude=_LINES_APART, warnings=False)
    forms = repr(sorted(catalogue.forms.items()))  # which the records hold where no dump shows them
    blocks = _blocks(catalogue)
    chapters = {one.address: _chapter(one, blocks.get(context_of(one), [])) for one in plan.written}
    return Inputs(digest(program, data, forms, *settings), chapters, states)


def _blocks(catalogue: PlanCatalogue) -> dict[str, list[str]]:
    """What a catalogue says of the blocks of each chapter."""
    found: dict[str, list[str]] = {}
    for (context, text), words in catalogue.ready.items():
        found.setdefault(context, []).extend((text, words))
    for context, text in sorted(catalogue.changed):
        found.setdefault(context, []).append(text)
    return found


def _chapter(chapter: Written, blocks: Iterable[str]) -> str:
    return digest(chapter.path, chapter.body, *blocks)


def digest(*parts: str) -> str:
    """One digest of some words. Which words stand in which part matters."""
    made = hashlib.sha256()
    for part in parts:
        made.update(f"{len(part)}:".encode())
        made.update(part.encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def files_digest(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """The digests of files in a folder, each after its path."""
    for path in paths:
        yield from (path, hashlib.sha256((folder / path).read_bytes()).hexdigest())


@cache
def program_digest(*folders: Path) -> str:
    """The digest of the program itself: of its files in the folders, and of what else makes pages."""
    made = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _MADE_BY).encode())
    for folder in folders:
        files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                made.update(file.name.encode() + file.read_bytes())
    return made.hexdigest()


@dataclass
class Kept:
    """What is kept of one edition in a folder: for each address its digest, and what was finished."""

    folder: Path
    whole: str = ""
    everything_else: str = ""
    pages: dict[str, tuple[str, Finished]] = field(default_factory=dict)
    files: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Kept:
        """What is kept there: nothing where the folder is missing or damaged."""
        try:
            held = json.loads((folder / _PAGES).read_text(encoding="utf-8"))
            if held["format"] != _FORMAT:
                return cls(folder)
            if held["files"] != _states(folder / _SITE):
                return cls(folder)
            pages = {address: (key, _finished(page)) for address, (key, page) in held["pages"].items()}
            return cls(folder, held["whole"], held["everything_else"], pages, held["files"])
        except (OSError, ValueError, KeyError, TypeError):
            return cls(folder)

    def find(self, address: str, key: str) -> Finished | None:
        """What was finished of a page, if it was made from the same."""
        had, finished = self.pages.get(address, ("", None))
        return finished if key and had == key and self.file(address).is_file() else None

    def data(self, inputs: Inputs, path: str) -> bytes | None:
        """A file that is made from the data alone, if that is the same."""
        file = self.folder / _SITE / path
        return (
            file.read_bytes() if self.everything_else == inputs.everything_else and file.is_file() else None
        )

    def file(self, address: str) -> Path:
        """The finished page, with what stands round its content."""
        return self.folder / _SITE / address / "index.html"

    def fill(self, site: Path, without: str | None = None) -> None:
        """Put everything that is kept, and that the site does not have, into the site.

        What stands in the folder `without` is left out.
        """
        there = paths_in(site)
        missing = [path for path in self.files if path not in there and path.split("/", 1)[0] != without]
        _link_all(self.folder / _SITE, site, missing)

    def save(
        self, site: Path, inputs: Inputs, finished: Mapping[str, Finished], made: Iterable[str] | None = None
    ) -> None:
        """Keep a finished edition in the place of what was kept before.

        `made` are the files that were made anew, besides the search index; None: all of them.
        """
        kept = self.folder / _SITE
        (self.folder / _PAGES).unlink(missing_ok=True)  # until all is in its place, nothing is kept
        if made is None:
            shutil.rmtree(kept, ignore_errors=True)
            changed = paths_in(site)
        else:
            shutil.rmtree(kept / FOLDER, ignore_errors=True)
            changed = {*made, *(f"{FOLDER}/{path}" for path in paths_in(site / FOLDER))}
            for path in changed:
                (kept / path).unlink(missing_ok=True)
        _link_all(site, kept, changed)
        pages = {address: (inputs.page(address), _held(one)) for address, one in finished.items()}
        held = {
            "format": _FORMAT,
            "whole": inputs.whole,
            "everything_else": inputs.everything_else,
            "pages": pages,
            "files": _states(kept),
        }
        (self.folder / _PAGES).write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")


def paths_in(site: Path) -> set[str]:
    """The paths of all files in a folder, relative to it."""
    return set(_walk(str(site), ""))


def _walk(folder: str, path: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{path}{entry.name}/")
            else:
                yield f"{path}{entry.name}"


def _states(site: Path) -> dict[str, list[int]]:
    """Size and time of every file: a published file that somebody wrote to is the kept one too."""
    found = {}
    for path in sorted(paths_in(site)):
        state = os.stat(f"{site}/{path}")  # noqa: PTH116  # a thousand times, and a Path each time costs more
        found[path] = [state.st_size, state.st_mtime_ns]
    return found


def _link_all(source: Path, target: Path, paths: Iterable[str]) -> None:
    """Put files of one folder into another: the same by another name, or copies where the disk cannot."""
    for folder in sorted({path.rpartition("/")[0] for path in paths}):
        (target / folder).mkdir(parents=True, exist_ok=True)
    for path in paths:
        try:
            os.link(f"{source}/{path}", f"{target}/{path}")
        except OSError:
            shutil.copy2(f"{source}/{path}", f"{target}/{path}")


def _held(page: Finished) -> dict[str, Any]:
    """A page as JSON takes it. (dataclasses.asdict looks into every string, and takes ten times as long.)"""
    headings, untranslated = [vars(one) for one in page.headings], vars(page.untranslated)
    return {"content": page.content, "headings": headings, "untranslated": untranslated}


def _finished(held: dict[str, Any]) -> Finished:
    headings = [Heading(**one) for one in held["headings"]]
    return Finished(held["content"], headings, Counts(**held["untranslated"]))
