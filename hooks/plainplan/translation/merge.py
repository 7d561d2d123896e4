"""Brings a PO file up to date with the words of the plan.

Only what changed becomes fuzzy: a translation moves to words that replaced its own, and the words that it
was made for stay beside it (`#| msgid`). What is not used any more is kept at the end of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import polib

from plainplan.language import plurals
from plainplan.translation.entries import (
    copied,
    entry_for,
    fill,
    has_words,
    is_ready,
    key_of,
    make_fuzzy,
    mark_changed,
    same_file,
)
from plainplan.translation.message import ALIKE, Key, Message
from plainplan.translation.po import header_for, plural_forms


@dataclass(frozen=True)
class Edition:
    """What a PO file says of itself: the language, the title of the plan and the address of its site."""

    tag: str
    title: str
    site: str = ""


def merged(before: polib.POFile, messages: Sequence[Message], edition: Edition) -> polib.POFile:
    """The file with the messages, in their order, and every translation that still fits one of them."""
    there = _there(before)
    wanted = _distinct(messages)
    free = [entry for key, entry in there.items() if key not in wanted and has_words(entry)]
    moved = _moved(wanted, there, free)
    entries = []
    for key, message in wanted.items():
        entry = entry_for(message[0], plurals(edition.tag).count, edition.site)
        entry.occurrences = _occurrences(message)
        if old := there.get(key):
            _keep(entry, old)
        elif source := moved.get(key):
            _take_over(entry, source)
        entries.append(entry)
    used = {id(source.entry) for source in moved.values() if source.is_replaced}
    after = same_file(before, [*entries, *_gone(free, used)])
    after.metadata = header_for(before.metadata, edition.tag, edition.title)
    _doubt_plurals(after, before)
    return after


@dataclass(frozen=True)
class _Source:
    """An entry whose translation a new message takes over."""

    entry: polib.POEntry
    is_replaced: bool = False
    """Whether the message stands in the place of the entry, which goes."""
    is_sure: bool = False


def _there(before: polib.POFile) -> dict[Key, polib.POEntry]:
    """The entries by their keys: those in use first."""
    there: dict[Key, polib.POEntry] = {}
    for entry in sorted(before, key=lambda entry: bool(entry.obsolete)):
        there.setdefault(key_of(entry), entry)
    return there


def _distinct(messages: Iterable[Message]) -> dict[Key, list[Message]]:
    wanted: dict[Key, list[Message]] = {}
    for message in messages:
        wanted.setdefault(message.key, []).append(message)
    return wanted


def _occurrences(messages: Sequence[Message]) -> list[tuple[str, str]]:
    places = [(message.place.file, str(message.place.line or "")) for message in messages]
    return list(dict.fromkeys(places))


def _keep(entry: polib.POEntry, old: polib.POEntry) -> None:
    """The same message: its translation stays as it is."""
    fill(entry, old)
    previous = old.previous_msgid, old.previous_msgid_plural
    if entry.msgid_plural != old.msgid_plural and has_words(entry):
        mark_changed(entry, old)
    elif entry.fuzzy and previous[0] is not None and previous != (entry.msgid, entry.msgid_plural or None):
        entry.previous_msgid, entry.previous_msgid_plural = previous


def _take_over(entry: polib.POEntry, source: _Source) -> None:
    fill(entry, source.entry)
    if source.is_replaced:
        mark_changed(entry, source.entry)
    elif not source.is_sure:
        make_fuzzy(entry)


def _moved(
    wanted: dict[Key, list[Message]], there: dict[Key, polib.POEntry], free: Sequence[polib.POEntry]
) -> dict[Key, _Source]:
    """For messages that the file lacks, the entries whose translations may serve them."""
    new = [messages[0] for key, messages in wanted.items() if key not in there]
    elsewhere = _elsewhere(there.values())
    moved = {message.key: found for message in new if (found := elsewhere.get(_words(message)))}
    # A block that is translated elsewhere word by word needs no other; data that changed is doubted.
    changed = [message for message in new if not message.is_block or message.key not in moved]
    moved.update(_changed(changed, free))
    return moved


def _words(message: Message) -> tuple[str, str]:
    return message.text, message.many or ""


def _elsewhere(entries: Iterable[polib.POEntry]) -> dict[tuple[str, str], _Source]:
    """For words that are translated: the entry to take, and whether all that have the words agree."""
    groups: dict[tuple[str, str], list[polib.POEntry]] = {}
    for entry in entries:
        if has_words(entry) and not entry.fuzzy:
            groups.setdefault((entry.msgid, entry.msgid_plural), []).append(entry)
    found = {}
    for words, group in groups.items():
        ready = [entry for entry in group if is_ready(entry)] or group
        said = {(entry.msgstr, tuple(sorted(entry.msgstr_plural.items()))) for entry in ready}
        found[words] = _Source(ready[0], is_sure=len(said) == 1)
    return found


def _changed(new: Sequence[Message], free: Sequence[polib.POEntry]) -> dict[Key, _Source]:
    """For each changed message the entry that it replaces: the most alike first, each entry once."""
    pairs = sorted(_alike(new, free), key=lambda pair: (-pair[0], pair[1], pair[2]))
    found: dict[Key, _Source] = {}
    used: set[int] = set()
    for _, one, other in pairs:
        if new[one].key not in found and other not in used:
            found[new[one].key] = _Source(free[other], is_replaced=True)
            used.add(other)
    return found


def _alike(new: Sequence[Message], free: Sequence[polib.POEntry]) -> Iterator[tuple[float, int, int]]:
    """How alike a message and an entry are, by their numbers; entries in use before others."""
    places: dict[str, list[int]] = {}
    for number in sorted(range(len(free)), key=lambda number: bool(free[number].obsolete)):
        places.setdefault(free[number].msgctxt or "", []).append(number)
    for one, message in enumerate(new):
        least = ALIKE if message.is_block else 0.0
        compare = SequenceMatcher(None, autojunk=False)
        compare.set_seq2(message.text)
        for other in places.get(message.context, ()):
            compare.set_seq1(free[other].msgid)
            if compare.real_quick_ratio() >= least and compare.quick_ratio() >= least:
                ratio = compare.ratio()
                if ratio >= least:
                    yield ratio - bool(free[other].obsolete), one, other


def _gone(free: Iterable[polib.POEntry], used: set[int]) -> Iterator[polib.POEntry]:
    """What no message uses: first what was so before, then what is so now."""
    for entry in sorted(free, key=lambda entry: not entry.obsolete):
        if id(entry) not in used:
            old = copied(entry)
            old.obsolete = True
            old.previous_msgid = old.previous_msgid_plural = old.previous_msgctxt = None
            yield old


def _doubt_plurals(after: polib.POFile, before: polib.POFile) -> None:
    """Make plurals fuzzy whose forms were made by other rules than the language has."""
    rules, right = plural_forms(before.metadata), plural_forms(after.metadata)
    if right is None or (rules is not None and rules.agrees_with(right)):
        return
    for entry in after:
        if entry.msgid_plural and has_words(entry):
            make_fuzzy(entry)
