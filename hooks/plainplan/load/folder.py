"""Reads a whole plan: data/ and content/ of one folder. Every problem of every file in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, TypeVar

from pydantic import BaseModel

from plainplan.errors import Place, PlanError, Problem, nearest
from plainplan.load.chapters import attachments_in, load_chapters
from plainplan.load.validate import name_of_record, to_record
from plainplan.load.yaml_source import Document, Keys, parse, read_text
from plainplan.model import (
    Chapter,
    EasyChapter,
    EasyRead,
    Editions,
    Measure,
    Plan,
    PreviousPlan,
    Priority,
    Report,
    Wording,
)
from plainplan.model.accessibility import Statement
from plainplan.model.consultation import ConsultationFile
from plainplan.model.glossary import GlossaryFile
from plainplan.model.law import MilestonesFile, RequirementsFile
from plainplan.model.money import BudgetFile, GrantsFile
from plainplan.model.organisation import OrganisationsFile
from plainplan.model.pictures import Pictures
from plainplan.model.plan import About
from plainplan.model.pronunciation import Pronunciation

R = TypeVar("R", bound=BaseModel)

LISTS: Mapping[str, tuple[type[BaseModel], str, str]] = {
    "organisations.yml": (OrganisationsFile, "organisations", "organisations"),
    "budget.yml": (BudgetFile, "years", "budget"),
    "grants.yml": (GrantsFile, "grants", "grants"),
    "consultation.yml": (ConsultationFile, "exercises", "consultation"),
    "milestones.yml": (MilestonesFile, "milestones", "milestones"),
    "requirements.yml": (RequirementsFile, "requirements", "requirements"),
    "glossary.yml": (GlossaryFile, "terms", "glossary"),
}
"""File → its model, the list in it, the field of Plan."""
RECORDS: Mapping[str, tuple[type[BaseModel], str]] = {
    "accessibility.yml": (Statement, "accessibility"),
    "easy_read.yml": (EasyRead, "easy_read"),
    "editions.yml": (Editions, "editions"),
    "pictures.yml": (Pictures, "pictures"),
    "previous_plan.yml": (PreviousPlan, "previous"),
    "pronunciation.yml": (Pronunciation, "pronunciation"),
    "wording.yml": (Wording, "wording"),
}
"""File that is one record → its model, the field of Plan."""
FOLDERS: Mapping[str, tuple[type[BaseModel], str]] = {
    "priorities": (Priority, "id"),
    "measures": (Measure, "id"),
    "progress": (Report, "date"),
}
"""Folder → the model of a file in it, and the field that is the file's name."""

TRANSLATIONS = "translations"
"""The folder of the PO files: `translation` reads them."""
READ = {*((folder, ".yml") for folder in FOLDERS), (TRANSLATIONS, ".po")}


@dataclass
class Sources:
    """Where each part of a Plan was written, by the way to it: `("priorities", 0, "objectives", 1)`."""

    places: dict[Keys, Place] = field(default_factory=dict)
    names: dict[Keys, str] = field(default_factory=dict)

    def place(self, *keys: str | int) -> Place:
        """The place of that part, or of the nearest thing around it."""
        for length in range(len(keys), 0, -1):
            if found := self.places.get(keys[:length]):
                return found
        return Place("data/plan.yml", 1)


@dataclass(frozen=True)
class Loaded:
    """A plan, and where it was written."""

    plan: Plan
    sources: Sources


def load_plan(folder: Path) -> Loaded:
    """Read `folder`/data and `folder`/content. Raises PlanError with every problem in every file."""
    loaded, problems = read_plan(folder)
    if problems or loaded is None:
        raise PlanError(problems)
    return loaded


def read_plan(folder: Path) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """What can be read of a plan (None without data/plan.yml), and every problem in every file."""
    loader = _Loader(folder / "data")
    parts = loader.load()
    chapters, problems = load_chapters(folder / "content")
    found = tuple(sorted([*loader.problems, *problems]))
    if parts["about"] is None:
        return None, found
    plan = Plan.model_construct(
        **parts,
        chapters=tuple(one for one in chapters if isinstance(one, Chapter)),
        easy_chapters=tuple(one for one in chapters if isinstance(one, EasyChapter)),
        attachments=attachments_in(folder / "content"),
    )
    return Loaded(plan, loader.sources), found


class _Loader:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.problems: list[Problem] = []
        self.sources = Sources()

    def load(self) -> dict[str, Any]:
        parts: dict[str, Any] = {"about": self._about()}
        for file, (model, inside, name) in LISTS.items():
            record = (
                self._file(self.data / file, model, name, inside) if (self.data / file).exists() else None
            )
            parts[name] = getattr(record, inside) if record else ()
        for file, (model, name) in RECORDS.items():
            path = self.data / file
            record = self._file(path, model, name, "") if path.exists() else None
            if record is not None:  # else the Plan has what it has without the file
                parts[name] = record
        for folder, (model, key) in FOLDERS.items():
            parts[folder] = tuple(self._folder(folder, model, key))
        self._unknown_files()
        return parts

    def _about(self) -> About | None:
        path = self.data / "plan.yml"
        if path.exists():
            return self._file(path, About, "about", "")
        mend = "Add it: it holds the title, the body and the period of the plan."
        self.problems.append(Problem(Place(self._name(path)), "the file is missing.", mend, "missing-file"))
        return None

    def _folder(self, folder: str, model: type[BaseModel], key: str) -> Iterator[BaseModel]:
        found = (path for path in (self.data / folder).glob("*.yml") if not path.name.startswith("."))
        kept = 0
        for path in sorted(found, reverse=folder == "progress"):
            record = self._file(path, model, folder, "", kept)
            if record is None:
                continue
            written = str(getattr(record, key))
            if written != path.stem:
                place = self.sources.place(folder, kept, key)
                message = f'the {key} "{written}" is not the name of the file.'
                mend = f"Write {key}: {path.stem}, or call the file {written}.yml."
                self.problems.append(Problem(place, message, mend, "file-name"))
            kept += 1
            yield record

    def _file(self, path: Path, model: type[R], name: str, inside: str, index: int | None = None) -> R | None:
        shown = self._name(path)
        text, problems = read_text(path, shown)
        if problems:
            self.problems += problems
            return None
        document = parse(text, shown)
        record, problems = to_record(model, document, shown)
        self.problems += problems
        if record is not None:
            self._remember(document, (name,) if index is None else (name, index), inside)
        return record

    def _remember(self, document: Document, prefix: Keys, inside: str) -> None:
        """Turn ways inside a file into ways inside the Plan."""
        for keys, place in document.places.items():
            whole = (*prefix, *(keys[1:] if inside and keys[:1] == (inside,) else keys))
            self.sources.places.setdefault(whole, place)
            self.sources.names[whole] = name_of_record(keys, document.data)

    def _unknown_files(self) -> None:
        for path in sorted(self.data.rglob("*")):
            relative = path.relative_to(self.data)
            if path.is_dir() or any(part.startswith(".") for part in relative.parts):
                continue
            if relative.as_posix() in {"plan.yml", *LISTS, *RECORDS}:
                continue
            if len(relative.parts) == 2 and (relative.parts[0], path.suffix) in READ:
                continue
            place = Place(self._name(path))
            mend = _mend_for_unknown(relative)
            self.problems.append(Problem(place, "nothing reads this file.", mend, "unknown-file"))

    def _name(self, path: Path) -> str:
        return f"data/{path.relative_to(self.data).as_posix()}"


def _mend_for_unknown(file: PurePath) -> str:
    folder = file.parts[0]
    if len(file.parts) == 1:
        return nearest(file.name, ["plan.yml", *LISTS, *RECORDS])
    if folder not in (*FOLDERS, TRANSLATIONS):
        return nearest(f"{folder}/", [f"{known}/" for known in (*FOLDERS, TRANSLATIONS)])
    if folder == TRANSLATIONS:
        return "Files here are called by the tag of their language, such as cy.po."
    return "Files here are called something.yml." if len(file.parts) == 2 else f"Move it to data/{folder}/."
