"""The library that writes print as braille, called as it is: https://liblouis.io.

It is called through ctypes, not through its program `lou_translate`: that cuts long lines into pieces, which
breaks contractions, and says of no line whether it went wrong. Debian's Python module is built for the
system's Python only, so it cannot be had inside of a virtual environment.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from functools import cache

from plainplan.formats.missing import MissingToolError

_NAMES = ("liblouis.so.20", "liblouis.20.dylib", "/opt/homebrew/lib/liblouis.dylib", "liblouis.dll")
_INSTALL = (
    "Braille needs liblouis, which is not installed. Install it: on Debian and Ubuntu, "
    "`sudo apt-get install liblouis20 liblouis-data`; on macOS, `brew install liblouis`; on Windows, "
    "put liblouis.dll and its tables from https://github.com/liblouis/liblouis/releases on the PATH, or "
    "work in the Windows Subsystem for Linux."
)
_NO_TABLES = (
    "Braille needs the tables of liblouis, and not all of them are there. Install them: on Debian and "
    "Ubuntu, `sudo apt-get install liblouis-data`; elsewhere, install liblouis again."
)
_DOTS = "unicode.dis"
"""Braille as the signs of Unicode, whatever the table would show."""
_OFF = 60000
"""The level of its log at which it prints nothing: what goes wrong is said here."""


@cache
def library() -> ctypes.CDLL:
    """The library. Raises MissingToolError where there is none."""
    found = ctypes.util.find_library("louis")
    for name in (*((found,) if found else ()), *_NAMES):
        try:
            louis = ctypes.CDLL(name)
        except OSError:
            continue
        louis.lou_setLogLevel(_OFF)
        return louis
    raise MissingToolError(_INSTALL)


@cache
def has_table(name: str) -> bool:
    """Whether a table is there and without mistakes."""
    return bool(library().lou_checkTable(_tables(name)))


def to_dots(table: str, text: str) -> str:
    """Words of print as signs of braille (U+2800 to U+28FF)."""
    return _call("lou_translateString", table, text)


def from_dots(table: str, dots: str) -> str:
    """Signs of braille as print again. Contractions with two meanings may come out as the other one."""
    return _call("lou_backTranslateString", table, dots)


def _tables(name: str) -> bytes:
    return f"{_DOTS},{name}".encode()


def _call(function: str, table: str, text: str) -> str:
    louis = library()
    if not has_table(table):
        raise MissingToolError(_NO_TABLES)
    coding, size = _coding(louis)
    given = text.encode(coding)
    room = (len(given) // size + 16) * 16
    length, longest = ctypes.c_int(len(given) // size), ctypes.c_int(room)
    result = ctypes.create_string_buffer(room * size)
    done = getattr(louis, function)(
        _tables(table),
        ctypes.create_string_buffer(given, len(given) + size),
        ctypes.byref(length),
        result,
        ctypes.byref(longest),
        None,
        None,
        0,
    )
    if not done or length.value != len(given) // size:
        raise ValueError(f"liblouis did not finish with {table}: {text[:60]!r}")
    return result.raw[: longest.value * size].decode(coding)


def _coding(louis: ctypes.CDLL) -> tuple[str, int]:
    """How it is built to hold a sign: in two bytes or in four."""
    size = int(louis.lou_charSize())
    order = "le" if sys.byteorder == "little" else "be"
    return f"utf-{size * 8}-{order}", size
