"""Makes the formats of editions that are finished: at the same time, and only what is not kept already."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plainplan.errors import Place, PlanError, Problem
from plainplan.formats.audio.recordings import find_recording
from plainplan.formats.catalogue import File
from plainplan.formats.document import Document, read_document
from plainplan.formats.kept import KeptFiles, key_of
from plainplan.formats.made import Made
from plainplan.formats.makers import Workshop
from plainplan.formats.missing import MissingToolError
from plainplan.language import Language, speaking
from plainplan.model.editions import Format
from plainplan.workers import Crew

Tell = Callable[[str], None]
_SLOW_FIRST = ("large-print", "plan.pdf", ".odt", ".docx", "audio", "easy-read")
"""What takes longest, so that no process has the longest work left when the others are done."""


@dataclass(frozen=True)
class EditionFiles:
    """A finished edition: its name, how it speaks, the folder it stands in, the files it is to have.

    `kept` holds what was made of it before.
    """

    name: str
    language: Language
    folder: Path
    files: tuple[File, ...]
    workshop: Workshop
    kept: KeptFiles


@dataclass(frozen=True)
class Finished:
    """A file that stands in its edition: the title of its page, its size in bytes, and how long it is."""

    file: File
    title: str
    size: int
    made: Made

    @property
    def seconds(self) -> float:
        """How long it plays; 0 for what makes no sound."""
        return self.made.seconds or 0


@dataclass(frozen=True)
class _Task:
    edition: EditionFiles
    file: File
    document: Document
    key: str


def make_formats(
    editions: Sequence[EditionFiles], program: str, most: int, say: Tell
) -> dict[str, list[Finished]]:
    """Put its files into each edition. Returns them by the name of the edition, in their order.

    `program` is the digest of what makes pages, `most` how many processes work at the same time. Raises
    PlanError with everything that could not be made; no file is left half made.
    """
    tasks = [task for edition in editions for task in _tasks(edition, program)]
    lacking = {task.key: task for task in tasks if task.edition.kept.find(task.key) is None}
    order = sorted(lacking.values(), key=_rank)
    work = {f"{one.file.path} ({one.edition.name})": partial(_make, one, say) for one in order}
    failures = Crew(work, most, (MissingToolError, PlanError)).wait()
    if failures:
        raise PlanError(_problems((failure.name, failure.words) for failure in failures))
    for edition in editions:
        edition.kept.forget_others(task.key for task in tasks if task.edition is edition)
    made: dict[str, list[Finished]] = {edition.name: [] for edition in editions}
    for task in tasks:
        target = task.edition.folder / task.file.path
        about = task.edition.kept.place(task.key, target)
        made[task.edition.name].append(Finished(task.file, task.document.title, target.stat().st_size, about))
    return made


def _tasks(edition: EditionFiles, program: str) -> Iterable[_Task]:
    documents: dict[str, Document] = {}
    for file in edition.files:
        if file.page not in documents:
            documents[file.page] = read_document(edition.folder, file.page)
        document = documents[file.page]
        key = key_of(document, file.path, program, *_settings(edition, file))
        yield _Task(edition, file, document, key)


def _settings(edition: EditionFiles, file: File) -> Iterator[str]:
    """What a file is made from besides its page."""
    workshop = edition.workshop
    yield from (workshop.accent, repr(edition.language), file.detail)
    if file.format is Format.AUDIO:
        yield repr(workshop.plan.pronunciation)
        if recording := find_recording(workshop.folder, edition.language.tag, file.page):
            yield from (recording.path.name, hashlib.sha256(recording.path.read_bytes()).hexdigest())
            yield repr(recording.words)


def _rank(task: _Task) -> int:
    return next((place for place, name in enumerate(_SLOW_FIRST) if name in task.file.path), len(_SLOW_FIRST))


def _make(task: _Task, say: Tell) -> None:
    begun = time.monotonic()
    with speaking(task.edition.language):
        made = task.file.make(task.document, task.edition.workshop)
    task.edition.kept.keep(task.key, made)
    pages = f"{made.pages} pages, " if made.pages else ""
    minutes = f"{made.seconds / 60:.0f} minutes, " if made.seconds else ""
    size = len(made.content) / 1_000_000
    say(
        f"{task.file.path} ({task.edition.name}): {pages}{minutes}{size:.1f} MB,"
        f" made in {time.monotonic() - begun:.1f} seconds"
    )


def _problems(failures: Iterable[tuple[str, str]]) -> tuple[Problem, ...]:
    """One problem for each thing that is missing, with the first file that lacks it."""
    found: dict[str, str] = {}
    for name, words in failures:
        found.setdefault(words, name)
    return tuple(
        Problem(Place("data/editions.yml"), f"{name} could not be made. {words}", "", "format")
        for words, name in found.items()
    )
