"""What a catalogue (a PO file) says: for each message its words in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import polib

from plainplan.language.plurals import plurals

Key = tuple[str, str]
"""Context (empty: none) and message."""


@dataclass(frozen=True)
class Catalogue:
    """The messages of one language that a reader may be shown: translated, and not changed since."""

    messages: Mapping[Key, str] = field(default_factory=dict)
    plurals: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    plural_form: Callable[[int], int] = field(default=lambda number: int(number != 1))

    def __bool__(self) -> bool:
        return bool(self.messages or self.plurals)

    def get(self, context: str, message: str) -> str | None:
        """The words of a message; None where there are none."""
        return self.messages.get((context, message))

    def get_plural(self, context: str, one: str, many: str, number: int) -> str | None:
        """The words for a number of things; None where there are none."""
        forms = self.plurals.get((context, one))
        return forms[self.plural_form(number)] if forms else None

    def changed(self, change: Callable[[str], str]) -> Catalogue:
        """The same with all its words changed."""
        return replace(
            self,
            messages={key: change(words) for key, words in self.messages.items()},
            plurals={key: tuple(map(change, forms)) for key, forms in self.plurals.items()},
        )


EMPTY = Catalogue()


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in a PO file. Raises OSError and ValueError for a file that cannot be read."""
    return of_entries(polib.pofile(str(path), encoding="utf-8"))


def of_entries(entries: polib.POFile) -> Catalogue:
    """The catalogue in a PO file that has been read. What is fuzzy or empty is left out."""
    ready = [entry for entry in entries if entry.translated()]
    return Catalogue(
        messages={(entry.msgctxt or "", entry.msgid): entry.msgstr for entry in ready if entry.msgstr},
        plurals={
            (entry.msgctxt or "", entry.msgid): tuple(form for _, form in sorted(entry.msgstr_plural.items()))
            for entry in ready
            if entry.msgstr_plural
        },
        plural_form=plural_form(entries.metadata.get("Language", "en")),
    )


def plural_form(tag: str) -> Callable[[int], int]:
    """Which form of a plural a number takes in a language, by the rules of Babel (CLDR)."""
    return plurals(tag).form
