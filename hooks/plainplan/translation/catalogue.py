"""What the catalogue of a plan says of a message: its words, or why there are none."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import polib

from plainplan.language import Mark
from plainplan.translation.entries import has_words
from plainplan.translation.message import ALIKE, Key, Message
from plainplan.translation.status import State


@dataclass(frozen=True)
class PlanCatalogue:
    """The translation of a plan into one language: `data/translations/<tag>.po`.

    `ready` and `forms` are what translators have finished, `changed` what they must look at again.
    """

    ready: Mapping[Key, str] = field(default_factory=dict)
    forms: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    changed: frozenset[Key] = frozenset()

    def words(self, context: str, text: str) -> str | Mark:
        """The words of a message that names a record and a field, or a mark that says why there are none."""
        if found := self.ready.get((context, text)):
            return found
        return Mark.STALE if (context, text) in self.changed or context in self._once else Mark.MISSING

    def block(self, context: str, text: str) -> str | Mark:
        """The same for a block of a chapter, which is known by its words alone."""
        if found := self.ready.get((context, text)):
            return found
        if (context, text) in self.changed:
            return Mark.STALE
        near = difflib.get_close_matches(text, self._once.get(context, ()), n=1, cutoff=ALIKE)
        return Mark.STALE if near else Mark.MISSING

    def state(self, message: Message) -> State:
        """How it stands with a message."""
        if message.key in (self.forms if message.many is not None else self.ready):
            return State.TRANSLATED
        look = self.block if message.is_block else self.words
        return State.CHANGED if look(message.context, message.text) is Mark.STALE else State.MISSING

    @cached_property
    def _once(self) -> dict[str, list[str]]:
        """What was translated under each context."""
        found: dict[str, list[str]] = {}
        for context, text in (*self.ready, *self.forms):
            found.setdefault(context, []).append(text)
        return found


def of_entries(entries: Iterable[polib.POEntry]) -> PlanCatalogue:
    """The catalogue in the entries of a PO file."""
    live = [entry for entry in entries if not entry.obsolete]
    ready = [entry for entry in live if entry.translated()]
    return PlanCatalogue(
        ready={_key(entry): entry.msgstr for entry in ready if not entry.msgid_plural},
        forms={
            _key(entry): tuple(form for _, form in sorted(entry.msgstr_plural.items()))
            for entry in ready
            if entry.msgid_plural
        },
        changed=frozenset(_key(entry) for entry in live if entry.fuzzy and has_words(entry)),
    )


def read_plan_catalogue(path: Path) -> PlanCatalogue:
    """The catalogue in a file; an empty one where there is no file. Raises OSError and ValueError."""
    return of_entries(polib.pofile(str(path), encoding="utf-8")) if path.exists() else PlanCatalogue()


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid
