"""What the parts of `plainplan translate` work on: the plan in a folder, its languages and their files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polib

from plainplan.errors import Place, PlanError, Problem, errors_among
from plainplan.language import pseudo
from plainplan.load import Loaded, read_plan
from plainplan.translation.message import Message
from plainplan.translation.messages import messages_of
from plainplan.translation.pair import Setting
from plainplan.translation.po import FOLDER, new_file, read_po
from plainplan.translation.tags import is_language, no_languages, po_name, tags_there

_MENDED_BY_UPDATE = "po-header"


class CannotRunError(Exception):
    """There is nothing to work on. Says why."""


@dataclass
class Work:
    """The plan in a folder, its languages, and all problems that were met."""

    folder: Path
    named: Sequence[str]
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.loaded, found = read_plan(self.folder)
        # PO files are this command's own to look at.
        self.of_plan = [problem for problem in found if not problem.place.file.startswith(f"{FOLDER}/")]

    @property
    def source_tag(self) -> str:
        """The language in which the plan is written."""
        editions = getattr(self.loaded.plan, "editions", None) if self.loaded else None
        return editions.source.language if editions else "en"

    def tags(self, *, with_source: bool = False) -> list[str]:
        """The languages named on the command line, or else all that the plan has.

        A PO file in the language of the plan is a template: kept up to date, but nobody translates it.
        """
        editions = getattr(self.loaded.plan, "editions", None) if self.loaded else None
        translated = editions.translated if editions else ()
        planned = [one.language for one in translated if one.language != pseudo.TAG]  # nobody translates it
        tags = list(dict.fromkeys(self.named or [*planned, *tags_there(self.folder)]))
        if not self.named and not with_source:
            tags = [tag for tag in tags if tag != self.source_tag]
        if not tags:
            raise CannotRunError("There is no language yet. Name one, such as: plainplan translate update cy")
        self.problems += no_languages(tags, self.named)
        return [tag for tag in tags if is_language(tag)]

    def plan(self) -> Loaded:
        """The plan. Raises PlanError where it has errors: what cannot be read would count as gone."""
        if self.loaded is None or errors_among(self.of_plan):
            raise PlanError(errors_among(self.of_plan))
        return self.loaded

    def messages(self) -> Sequence[Message]:
        """What there is to translate."""
        return messages_of(self.plan(), self.folder)

    def read(self, tag: str, *, or_new: bool = False) -> polib.POFile | None:
        """The PO file of a language; what is wrong with it becomes a problem."""
        path, name = self.folder / po_name(tag), po_name(tag)
        if not path.exists():
            if or_new:
                return new_file(tag)
            mend = f"Make it: plainplan translate update {tag}"
            self.problems.append(Problem(Place(name), "there is no such file.", mend, "missing-file"))
            return None
        file, found = read_po(path, name, tag)
        self.problems += [p for p in found if not (or_new and p.code == _MENDED_BY_UPDATE)]
        return file

    def setting(self, tag: str) -> Setting:
        """What checks must know of a language and of the plan."""
        return Setting(tag, self.source_tag, names_in(self.loaded) if self.loaded else frozenset())


def names_in(loaded: Loaded) -> frozenset[str]:
    """Names that may stay as they are in every language."""
    plan = loaded.plan
    body = plan.about.body
    names = (body.name, body.short_name, body.holder, body.force, body.area)
    return frozenset(name for name in (*names, *(one.name for one in plan.organisations)) if name)
