"""The PO files of a plan, read and checked at the same time: that is half the work of a first build."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plainplan.load import Loaded
from plainplan.translation.catalogue import PlanCatalogue, of_entries
from plainplan.translation.checks import check_entries
from plainplan.translation.pair import Setting
from plainplan.translation.po import read_po
from plainplan.translation.remembered import Memory, Read
from plainplan.translation.tags import po_name
from plainplan.translation.work import names_in
from plainplan.workers import Crew


@dataclass(frozen=True)
class _File:
    """The PO file of a language, and what is remembered of it."""

    tag: str
    path: Path
    setting: Setting
    memory: Memory

    @property
    def is_new(self) -> bool:
        """Whether nobody read it yet, as it is now."""
        return self.path.exists() and not self.memory.holds

    def read(self) -> Read:
        """Its catalogue, and all that is wrong with it."""
        return self.memory.recall(self._read) if self.path.exists() else (PlanCatalogue(), [])

    def remember(self) -> None:
        """Read it, so that it need not be read again."""
        self.read()

    def _read(self) -> Read:
        name = po_name(self.tag)
        entries, problems = read_po(self.path, name, self.tag)
        if entries is None:
            return PlanCatalogue(), problems
        return of_entries(entries), [*problems, *check_entries(entries, name, self.setting)]


class Reading:
    """The PO files of some languages of the plan in `folder`. What is new is read from the beginning on,
    by processes of its own where it is more than one file.
    """

    def __init__(self, tags: Sequence[str], loaded: Loaded, folder: Path) -> None:
        self._files = {tag: _file(tag, loaded, folder) for tag in tags}
        new = [one for one in self._files.values() if one.is_new]
        work = {one.tag: one.remember for one in new} if len(new) > 1 else {}
        self._crew = Crew(work, os.cpu_count() or 1, ())

    @property
    def is_under_way(self) -> bool:
        """Whether other processes are reading."""
        return self._crew.is_at_work

    def wait(self) -> None:
        """Wait until all are read. Where that failed, `read` does it again, and tells why not."""
        self._crew.wait()

    def read(self, tag: str) -> Read:
        """The catalogue of a language, and all that is wrong with its file."""
        return self._files[tag].read()


def _file(tag: str, loaded: Loaded, folder: Path) -> _File:
    setting = Setting(tag, loaded.plan.editions.source.language, names_in(loaded))
    asked = " ".join((setting.source_tag, *sorted(setting.names)))
    path = folder / po_name(tag)
    return _File(tag, path, setting, Memory(path, folder / ".cache" / "translations", asked))
