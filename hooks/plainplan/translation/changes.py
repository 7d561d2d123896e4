"""What an update changed in a PO file, said in a line."""

from __future__ import annotations

from collections.abc import Iterable

import polib

from plainplan.translation.counting import counted
from plainplan.translation.entries import has_words, key_of


def counted_changes(before: Iterable[polib.POEntry], after: Iterable[polib.POEntry]) -> str:
    """`812 texts, of which 10 are new and 3 changed since they were translated; 2 are not used any more.`"""
    was, now = list(before), list(after)
    live = [entry for entry in now if not entry.obsolete]
    known = {key_of(entry) for entry in was if not entry.obsolete}
    doubted = {key_of(entry) for entry in was if entry.fuzzy and not entry.obsolete}
    changed = [entry for entry in live if entry.fuzzy and has_words(entry) and key_of(entry) not in doubted]
    new = [entry for entry in live if key_of(entry) not in known and not entry.fuzzy]
    kept = {key_of(entry) for entry in was if entry.obsolete}
    gone = [entry for entry in now if entry.obsolete and key_of(entry) not in kept]
    return (
        f"{counted(len(live), 'text')}. New: {len(new):,}. "
        f"Changed since they were translated: {len(changed):,}. Not used any more: {len(gone):,}."
    )
