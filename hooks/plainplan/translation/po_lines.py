"""Looks at a PO file line by line: all that is badly written at once, and where each entry stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainplan.errors import Place, Problem

_STRING = r'"(?:[^"\\]|\\.)*"'
_KEYWORD = r"(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)"
_GOOD = re.compile(rf"\s*(?:(?:#~\s*|#~?\|\s*)?(?:{_KEYWORD}\s*)?{_STRING}\s*|#(?!~?\||~\s*\S).*|#~)?")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_ENTRY = re.compile(r"(?P<old>#~\s*)?(?P<word>msgid|msgstr)(?:\[0\])?\s*\"")
_LONGEST = 60


def badly_written(text: str, name: str) -> list[Problem]:
    """A problem for every line that no reader of PO files understands."""
    return [
        Problem(Place(name, number), *_what_is_wrong(line), "po-syntax")
        for number, line in enumerate(text.split("\n"), 1)
        if not _GOOD.fullmatch(line)
    ]


def _what_is_wrong(line: str) -> tuple[str, str]:
    shown = line.strip()[:_LONGEST]
    if _CONFLICT.match(line):
        return (
            "two versions of the file were joined and not settled.",
            "Keep one of the two, and this line out.",
        )
    if line.count('"') == 1:
        return f"a quotation mark is missing: {shown}", 'Words stand between two ": msgstr "Words".'
    if '"' in line:
        return (
            f"a quotation mark inside the words, or something outside of them: {shown}",
            'Inside the words write \\" for ", and \\\\ for \\.',
        )
    return f"this is no line of a PO file: {shown}", 'Words stand between ", comments begin with #.'


def lines_of_entries(text: str) -> Iterator[int]:
    """For every entry, in order, the line on which its translation begins (the header is one of them)."""
    waiting = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not (found := _ENTRY.match(line)):
            continue
        if found["word"] == "msgid":
            if waiting:
                yield waiting
            waiting = number
        elif waiting:
            yield number
            waiting = 0
    if waiting:
        yield waiting
