"""Entries of a PO file: how they are found, made from messages, and told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

import polib

from plainplan.translation.message import Key, Message

_FORMATS = (
    ("python-format", re.compile(r"%\(\w+\)[sd]")),
    ("python-brace-format", re.compile(r"\{[A-Za-z_]\w*\}")),
)
"""What makes the editors of translators look at the placeholders themselves."""


def key_of(entry: polib.POEntry) -> Key:
    """Context and words of an entry."""
    return entry.msgctxt or "", entry.msgid


def has_words(entry: polib.POEntry) -> bool:
    """Whether somebody translated any of it, be it fuzzy or not."""
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def is_ready(entry: polib.POEntry) -> bool:
    """Whether readers may be shown it: translated whole, and not changed since."""
    return bool(entry.translated())


def make_fuzzy(entry: polib.POEntry) -> None:
    """Say that somebody must look at the translation before readers may be shown it."""
    entry.flags = ["fuzzy", *(flag for flag in entry.flags if flag != "fuzzy")]


def make_ready(entry: polib.POEntry) -> None:
    """Say that the translation is of the words as they are."""
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None


def copied(entry: polib.POEntry) -> polib.POEntry:
    """An entry of its own with the same in it."""
    return polib.POEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgid_plural=entry.msgid_plural,
        msgstr_plural=dict(entry.msgstr_plural),
        msgctxt=entry.msgctxt,
        obsolete=bool(entry.obsolete),
        comment=entry.comment,
        tcomment=entry.tcomment,
        occurrences=list(entry.occurrences),
        flags=list(entry.flags),
        previous_msgctxt=entry.previous_msgctxt,
        previous_msgid=entry.previous_msgid,
        previous_msgid_plural=entry.previous_msgid_plural,
        linenum=entry.linenum,
    )


def same_file(before: polib.POFile, entries: Iterable[polib.POEntry]) -> polib.POFile:
    """A file with the header of one and other entries."""
    after = polib.POFile(wrapwidth=before.wrapwidth)
    after.header, after.metadata = before.header, dict(before.metadata)
    after.extend(entries)
    return after


def entry_for(message: Message, forms: int, site: str = "") -> polib.POEntry:
    """An entry without a translation. `site` is the address of the whole site, if it has one."""
    words = "\n".join(part for part in (message.text, message.many) if part)
    return polib.POEntry(
        msgctxt=message.context or None,
        msgid=message.text,
        msgid_plural=message.many or "",
        msgstr_plural=dict.fromkeys(range(forms), "") if message.many else {},
        comment="\n".join([*message.comment.splitlines(), f"Page: {page_address(message, site)}"]).strip(),
        occurrences=[(message.place.file, str(message.place.line or ""))],
        flags=[flag for flag, pattern in _FORMATS if pattern.search(words)],
    )


def page_address(message: Message, site: str) -> str:
    """Where a translator can look at the words: the whole address, if the site has one."""
    return f"{site.rstrip('/')}/{message.page}" if site else f"/{message.page}"


def fill(entry: polib.POEntry, source: polib.POEntry) -> None:
    """Take over the translation of another entry, with what translators noted beside it."""
    own = [flag for flag in source.flags if flag not in {name for name, _ in _FORMATS} | {"fuzzy"}]
    entry.flags = [*entry.flags, *(flag for flag in own if flag not in entry.flags)]
    entry.tcomment = source.tcomment
    if bool(entry.msgid_plural) == bool(source.msgid_plural):
        forms = {form: source.msgstr_plural.get(form, "") for form in entry.msgstr_plural}
        entry.msgstr, entry.msgstr_plural = source.msgstr, forms
        if forms and set(forms) != set(source.msgstr_plural):
            make_fuzzy(entry)
    else:
        said = source.msgstr or next(filter(None, source.msgstr_plural.values()), "")
        entry.msgstr = "" if entry.msgid_plural else said
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, said)
        if said:
            make_fuzzy(entry)
    if source.fuzzy and has_words(entry):
        make_fuzzy(entry)


def mark_changed(entry: polib.POEntry, source: polib.POEntry) -> None:
    """Make an entry fuzzy, and keep the words that its translation is of."""
    make_fuzzy(entry)
    known = source.fuzzy and source.previous_msgid is not None
    entry.previous_msgid = source.previous_msgid if known else source.msgid
    entry.previous_msgid_plural = source.previous_msgid_plural if known else source.msgid_plural or None
