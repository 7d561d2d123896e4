"""Holds every translation against its source. What a reader would see wrong is an error, the rest advice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import polib

from plainplan.errors import Place, Problem, Severity
from plainplan.language import plurals
from plainplan.translation import check_marks, check_words
from plainplan.translation.check_easy import easy_faults_of, is_easy
from plainplan.translation.check_marks import Finding
from plainplan.translation.entries import has_words
from plainplan.translation.pair import Pair, Setting, pairs_of

Check = Callable[[Pair], Iterator[Finding]]
ERRORS: Mapping[str, Check] = {
    "numbers": check_marks.numbers,
    "placeholders": check_marks.placeholders,
    "tags": check_marks.tags,
    "markup": check_marks.markup,
    "links": check_marks.links,
    "direction": check_marks.direction,
    "characters": check_marks.characters,
}
WARNINGS: Mapping[str, Check] = {
    "capital": check_words.capital,
    "ending": check_words.ending,
    "same": check_words.same,
    "edges": check_words.edges,
}
PLURALS = "plural-forms"
_ALLOWED = re.compile(r"plainplan:\s*allow\s+([\w, \t-]+)", re.IGNORECASE)
_SAME = re.compile(r"^\s*same\b", re.IGNORECASE | re.MULTILINE)


def check_entries(entries: Iterable[polib.POEntry], name: str, setting: Setting) -> list[Problem]:
    """All that is wrong with the translations of a file. What is fuzzy, empty or unused is not looked at."""
    return [
        problem
        for entry in entries
        if not entry.obsolete and not entry.fuzzy and has_words(entry)
        for problem in check_entry(entry, name, setting)
    ]


def check_entry(entry: polib.POEntry, name: str, setting: Setting) -> Iterator[Problem]:
    """What is wrong with one entry, unless its translator allows it."""
    place, excused = Place(name, entry.linenum or 0), allowed(entry)
    found = [(PLURALS, Severity.ERROR, finding) for finding in _plural_forms(entry, setting.tag)]
    pairs = list(pairs_of(entry, setting))
    for checks, severity in ((ERRORS, Severity.ERROR), (WARNINGS, Severity.WARNING)):
        for rule, check in checks.items():
            findings = dict.fromkeys(finding for pair in pairs for finding in check(pair))
            found += [(rule, severity, finding) for finding in findings]
    if is_easy(entry):
        easy = easy_faults_of(entry, setting.tag)
        found += [(rule, Severity.WARNING, (message, mend)) for rule, message, mend in easy]
    for rule, severity, (message, mend) in found:
        if rule not in excused:
            yield Problem(place, message, mend, f"translation-{rule}", severity, entry.msgctxt or "")


def allowed(entry: polib.POEntry) -> frozenset[str]:
    """The checks that a comment of the translator excuses: `# plainplan: allow numbers, ending`, `# same`."""
    named = [word for found in _ALLOWED.findall(entry.tcomment) for word in re.split(r"[,\s]+", found)]
    return frozenset(word.removeprefix("translation-") for word in [*named, *_same(entry)])


def _same(entry: polib.POEntry) -> tuple[str, ...]:
    return ("same",) if _SAME.search(entry.tcomment) else ()


def _plural_forms(entry: polib.POEntry, tag: str) -> Iterator[Finding]:
    """As many forms as the language has, all of them filled."""
    if not entry.msgid_plural:
        return
    rules = plurals(tag)
    if set(entry.msgstr_plural) != set(range(rules.count)):
        message = f"there are {len(entry.msgstr_plural)} plural forms, and the language has {rules.count}."
        yield message, f"Write msgstr[0] to msgstr[{rules.count - 1}]: {rules.header}"
        return
    for form, said in sorted(entry.msgstr_plural.items()):
        if not said:
            numbers = ", ".join(str(number) for number in rules.numbers_of(form)[:4])
            yield f"the plural form msgstr[{form}] is empty.", f"It is for numbers such as {numbers}."
