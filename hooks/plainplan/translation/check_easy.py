"""Easy read in other languages: the rules of easy read that need no word lists, on what translators wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polib

from plainplan.model.chapter import EASY_FOLDER
from plainplan.plain import Block, Fault, Known, Languages, Sentence, page_faults, rules_for

_EASY = re.compile(rf"^chapter: {EASY_FOLDER}(?:/|\.md)|: easy\b")
_OF_ALL = frozenset(rule.id for rule in rules_for("") if rule.languages is Languages.ALL)
_TAG = re.compile(r"</?\d+/?>")
_LINES = "easy-lines"


def is_easy(entry: polib.POEntry) -> bool:
    """Whether the words of an entry are read in easy read."""
    return bool(_EASY.search(entry.msgctxt or ""))


def easy_faults_of(entry: polib.POEntry, tag: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with an entry in easy read: the rule, the fault, the mend."""
    lines, said = _lines(entry.msgid), _lines(entry.msgstr)
    if len(lines) != len(said):
        message = f"it has {len(said)} lines, and the source {len(lines)}."
        yield _LINES, message, "Write one sentence to a line, as in the source."
    block = Block("any", tuple(Sentence(line) for line in said))
    for fault in page_faults([block], Known(), tag):
        if fault.rule in _OF_ALL and not _is_in_source(fault, entry):
            yield fault.rule, fault.message, fault.mend


def _lines(words: str) -> list[str]:
    return [line.strip() for line in _TAG.sub("", words).splitlines() if line.strip()]


def _is_in_source(fault: Fault, entry: polib.POEntry) -> bool:
    """Whether the source says the same: then `plainplan check` tells its editor."""
    return bool(fault.words) and fault.words in entry.msgid
