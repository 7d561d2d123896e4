"""Bytes into text: BOM, else UTF-8, else Windows-1252, by rule and without guessing from frequencies."""

from __future__ import annotations

import codecs
from pathlib import Path

from plainplan.imports.choices import Notebook

_MOST = 50_000_000
"""Bytes. A plan or a list of grants is far smaller; what is larger was named by mistake."""
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Excel and LibreOffice begin: a ZIP archive, and the older compound file."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks. That of UTF-32 begins like that of UTF-16 and comes first."""


def read_file(path: Path, notes: Notebook) -> str | None:
    """The text of a file with plain line ends; None, with the problem noted, where it cannot be read."""
    try:
        if path.stat().st_size > _MOST:
            notes.refuse(0, "the file is larger than 50 MB.", "Check that it is the right file.")
            return None
        raw = path.read_bytes()
    except (OSError, ValueError):
        notes.refuse(0, "the file cannot be opened.", "Check its name, and that you may read it.")
        return None
    return decode(raw, notes)


def decode(raw: bytes, notes: Notebook) -> str | None:
    """The text of a file's bytes; None, with the problem noted, where they are no text."""
    text = _decoded(raw, notes)
    if text is None:
        return None
    text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        mend = "Save it as text: a spreadsheet as CSV with UTF-8, for example."
        notes.refuse(line, "the file is not text.", mend, "encoding")
        return None
    if not text.strip():
        notes.refuse(1, "the file is empty.", "Check that it is the right file.", "empty")
        return None
    return text


def _decoded(raw: bytes, notes: Notebook) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                line = raw[: error.start].count(b"\n") + 1
                mend = "Save it again with the encoding UTF-8."
                notes.refuse(line, f"the file says that it is {encoding} and is not.", mend, "encoding")
                return None
    if raw.startswith(_WORKBOOKS):
        mend = "Open it, choose the sheet, and save that as CSV with UTF-8."
        notes.refuse(1, "the file is a workbook of a spreadsheet, not a table of text.", mend, "encoding")
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        mend = "Save it again with the encoding UTF-8."
        notes.refuse(line, "the file is neither UTF-8 nor Windows-1252 text.", mend, "encoding")
        return None
    notes.took(line, "the file is not UTF-8: read it as Windows-1252, as older spreadsheets save it.")
    return text
