"""What a check compares: words of the plan, and what one form of their translation says."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import polib

from plainplan.language import plurals


@dataclass(frozen=True)
class Setting:
    """What holds for a whole file: its language, that of the plan, and names that stay as they are."""

    tag: str
    source_tag: str = "en"
    names: Collection[str] = ()


@dataclass(frozen=True)
class Pair:
    """The words for one thing, those for several (if there are any), and one form of the translation."""

    one: str
    said: str
    setting: Setting = field(default_factory=lambda: Setting("en"))
    many: str | None = None
    only: int | None = None
    """The one number for which the form is, if it is for one number alone."""

    @property
    def source(self) -> str:
        """The words to compare with: those for one where the form is for exactly one."""
        return self.one if self.many is None or self.only == 1 else self.many


def pairs_of(entry: polib.POEntry, setting: Setting) -> Iterator[Pair]:
    """The forms of an entry that say anything."""
    if not entry.msgid_plural:
        if entry.msgstr:
            yield Pair(entry.msgid, entry.msgstr, setting)
        return
    rules = plurals(setting.tag)
    for form, said in sorted(entry.msgstr_plural.items()):
        numbers = rules.numbers_of(form)
        if said:
            yield Pair(
                entry.msgid, said, setting, entry.msgid_plural, numbers[0] if len(numbers) == 1 else None
            )
