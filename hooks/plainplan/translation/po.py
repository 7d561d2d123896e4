"""PO files: read with everything that is wrong in them, and written the same way every time."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from pathlib import Path

import polib

from plainplan.errors import Place, Problem
from plainplan.language import Plurals, plurals
from plainplan.translation.entries import copied, key_of
from plainplan.translation.po_lines import badly_written, lines_of_entries

FOLDER = "data/translations"
WIDTH = 78
_LINE = re.compile(r"line (\d+)")
_CHARSET = re.compile(rb'"Content-Type:[^"]*charset=([\w-]+)')
_LEFT_OUT = ("X-Generator",)


def new_file(tag: str) -> polib.POFile:
    """A PO file for a language, with nothing in it yet."""
    empty = polib.POFile(wrapwidth=WIDTH)
    empty.metadata = {"Language": gettext_tag(tag)}
    return empty


def gettext_tag(tag: str) -> str:
    """How gettext writes a tag: `zh_Hant` for `zh-Hant`."""
    return tag.replace("-", "_")


def read_po(path: Path, name: str, tag: str) -> tuple[polib.POFile | None, list[Problem]]:
    """The PO file of a language, and all that is wrong with it; no file where it cannot be read.

    The place of an entry (`linenum`) is the line on which its translation begins.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem(Place(name), f"the file cannot be read: {error.strerror}.", code="po-syntax")]
    text, problems = _decoded(raw, name)
    problems = problems or badly_written(text, name)
    if problems:
        return None, problems
    try:
        entries = polib.pofile(str(path), encoding="utf-8-sig", wrapwidth=WIDTH)
    except (OSError, ValueError) as error:
        return None, [_out_of_order(error, name)]
    lines = list(lines_of_entries(text))
    for entry, line in zip(entries, lines[len(lines) - len(entries) :], strict=False):
        entry.linenum = line
    return entries, [*_twice(entries, name), *header_problems(entries.metadata, name, tag)]


def _decoded(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    mend = "Save it as UTF-8: translators' programs ask for the encoding when they save."
    declared = _CHARSET.search(raw)
    if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"charset"):
        line = raw[: declared.start()].count(b"\n") + 1
        message = f"the file says that it is in {declared[1].decode()}."
        return "", [Problem(Place(name, line), message, mend, "po-encoding")]
    try:
        return re.sub(r"\r\n?", "\n", raw.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(Place(name, line), "a character is not in UTF-8.", mend, "po-encoding")]


def _out_of_order(error: Exception, name: str) -> Problem:
    found = _LINE.search(str(error))
    message = "this line cannot stand here."
    mend = "An entry is msgctxt, msgid and msgstr, in this order; comments stand before all of them."
    return Problem(Place(name, int(found[1]) if found else 0), message, mend, "po-syntax")


def _twice(entries: Iterable[polib.POEntry], name: str) -> list[Problem]:
    first: dict[tuple[str, str], int] = {}
    problems = []
    for entry in (entry for entry in entries if not entry.obsolete):
        line = entry.linenum or 0
        if key_of(entry) in first:
            message = f'"{entry.msgid}" is here a second time: first on line {first[key_of(entry)]}.'
            mend = "Keep the better translation of the two."
            problems.append(
                Problem(Place(name, line), message, mend, "po-duplicate", record=entry.msgctxt or "")
            )
        first.setdefault(key_of(entry), line)
    return problems


def header_problems(header: dict[str, str], name: str, tag: str) -> list[Problem]:
    """What is wrong with the header of the file of a language."""
    written = header.get("Language", "")
    mend = "Run `plainplan translate update`: it writes it."
    if not written:
        return [Problem(Place(name, 1), "the header does not say the language.", mend, "po-header")]
    if gettext_tag(written).lower() != gettext_tag(tag).lower():
        message = f'the header says Language: {written}, and the file is called "{Path(name).name}".'
        mend = (
            f"If it is in the language of its name, write Language: {gettext_tag(tag)}; else rename the file."
        )
        return [Problem(Place(name, 1), message, mend, "po-language")]
    right = plurals(tag)
    forms = plural_forms(header)
    if forms is None or not forms.agrees_with(right):
        message = (
            "the header has no Plural-Forms." if forms is None else "Plural-Forms do not fit the language."
        )
        return [Problem(Place(name, 1), message, f"They are: {right.header} {mend}", "po-header")]
    return []


def plural_forms(header: dict[str, str]) -> Plurals | None:
    """The plurals of which a header speaks; None where it does not, or not so that gettext understands it."""
    found = re.fullmatch(
        r"\s*nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*(.+?);?\s*", header.get("Plural-Forms", "")
    )
    if not found:
        return None
    forms = Plurals(int(found[1]), found[2])
    try:
        forms.agrees_with(forms)
    except (ValueError, ArithmeticError, RecursionError):
        return None
    return forms


def header_for(before: dict[str, str], tag: str, title: str) -> dict[str, str]:
    """The header of a file: what must be there, and what translators' programs wrote besides."""
    kept = {name: value for name, value in before.items() if name not in _LEFT_OUT}
    return kept | {
        "Project-Id-Version": " ".join(title.split()),
        "Language": gettext_tag(tag),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plurals(tag).header,
    }


def po_text(entries: polib.POFile) -> str:
    """The file as it is written: what is in use first, then what is not used any more."""
    header = entries.metadata_as_entry()
    header.flags, header.tcomment = [], entries.header
    live = [entry for entry in entries if not entry.obsolete]
    gone = [entry for entry in entries if entry.obsolete]
    return "\n".join(_entry_text(entry) for entry in (header, *live, *gone))


def _entry_text(entry: polib.POEntry) -> str:
    """One entry. polib breaks long comments at hyphens, and with them the addresses of pages."""
    bare = copied(entry)
    bare.comment = bare.tcomment = ""
    comments = [f"# {line}".rstrip() for line in entry.tcomment.split("\n") if entry.tcomment]
    if not entry.obsolete:
        comments += [part for line in entry.comment.split("\n") for part in _wrapped(line)]
    return "\n".join([*comments, bare.__unicode__(WIDTH)])


def _wrapped(comment: str) -> list[str]:
    return textwrap.wrap(
        comment,
        WIDTH,
        initial_indent="#. ",
        subsequent_indent="#. ",
        break_long_words=False,
        break_on_hyphens=False,
    )
