"""Puts what came back in XLIFF into the PO file: finished translations of words that are still the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polib

from plainplan.errors import Problem, Severity
from plainplan.translation.entries import copied, is_ready, key_of, make_ready, same_file
from plainplan.translation.message import Key
from plainplan.translation.xliff import forms_of, unit_id
from plainplan.translation.xliff_read import Unit


@dataclass(frozen=True)
class Imported:
    """The file with the translations, which are new or changed, and how many were left as unfinished."""

    file: polib.POFile
    taken: frozenset[Key]
    unfinished: int
    problems: tuple[Problem, ...] = ()


def imported(before: polib.POFile, units: Iterable[Unit], tag: str) -> Imported:
    """The PO file with the finished units. What it does not know is a problem; the rest stays."""
    entries = [copied(entry) for entry in before]
    live = {unit_id(entry): entry for entry in entries if not entry.obsolete}
    problems, groups, unfinished = [], dict[str, dict[int | None, str]](), 0
    for unit in units:
        whole, _, form = unit.id.partition("-")
        entry = live.get(whole)
        forms = forms_of(entry, tag) if entry is not None else {}
        number = int(form) if form.isdecimal() else None
        if number not in forms or forms[number][0] != unit.source:
            problems.append(_unknown(unit))
        elif not unit.is_finished or not unit.target or _is_doubtful(unit, entry, forms[number][1]):
            unfinished += 1
        elif number in groups.setdefault(whole, {}):
            problems.append(_twice(unit))
        else:
            groups[whole][number] = unit.target
    taken = frozenset(key_of(live[whole]) for whole, said in groups.items() if _take(live[whole], said))
    return Imported(same_file(before, entries), taken, unfinished, tuple(problems))


def _is_doubtful(unit: Unit, entry: polib.POEntry | None, there: str) -> bool:
    """Whether a fuzzy translation came back as it went, from a program that does not say how it stands."""
    return entry is not None and entry.fuzzy and not unit.is_settled and unit.target == there


def _take(entry: polib.POEntry, said: dict[int | None, str]) -> bool:
    """Put a translation in. Returns whether that changes anything."""
    before = (is_ready(entry), entry.msgstr, dict(entry.msgstr_plural))
    forms = {form: text for form, text in said.items() if form is not None}
    if entry.msgid_plural:
        whole = set(forms) >= set(entry.msgstr_plural)
        if entry.fuzzy and not whole:
            return False  # some forms are still of the words before
        entry.msgstr_plural = entry.msgstr_plural | forms
    elif None in said:
        entry.msgstr = said[None]
    if said:
        make_ready(entry)
    return before != (is_ready(entry), entry.msgstr, dict(entry.msgstr_plural))


def _unknown(unit: Unit) -> Problem:
    message = (
        f'the PO file has no "{unit.source}": the plan changed since the export, or the file is of another.'
    )
    mend = "It was left out. Export again, and let the agency's memory fill in what it knows."
    return Problem(unit.place, message, mend, "xliff-unknown", Severity.WARNING, unit.context)


def _twice(unit: Unit) -> Problem:
    return Problem(
        unit.place,
        f'"{unit.source}" is here a second time.',
        "The first was taken. Keep one of the two.",
        "xliff",
        Severity.WARNING,
        unit.context,
    )
