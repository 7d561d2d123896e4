"""WeasyPrint, which lays pages out, with our fonts only; or what to do where it is missing."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from xml.sax.saxutils import escape

from plainplan.formats.missing import MissingToolError

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
</fontconfig>
"""
_INSTALL = (
    "On Debian and Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
    "On macOS: brew install pango. On Windows: build inside the Windows Subsystem for Linux, with "
    "the command for Ubuntu."
)


class ToolMissingError(MissingToolError):
    """A tool that a format is made with is not installed. Says how to install it, in one line."""


def weasyprint() -> ModuleType:
    """WeasyPrint. Raises ToolMissingError where it, or a library that it needs, is not installed."""
    try:
        import weasyprint as found  # noqa: PLC0415  # heavy, and it fails where Pango is missing
    except ImportError as error:
        raise ToolMissingError("PDFs need WeasyPrint, which is not installed. Run: make setup") from error
    except OSError as error:  # cffi found no library
        raise ToolMissingError(
            f"PDFs need Pango and HarfBuzz, which are not installed. {_INSTALL}"
        ) from error
    module: ModuleType = found
    return module


@contextmanager
def only_fonts_of(folder: Path) -> Iterator[None]:
    """Let Pango see the fonts of one folder only: what is missing there, the machine shall not lend."""
    with TemporaryDirectory() as made:
        file = Path(made) / "fonts.conf"
        cache = Path(made) / "cache"
        text = _CONFIGURATION.format(fonts=escape(str(folder.resolve())), cache=escape(str(cache)))
        file.write_text(text, encoding="utf-8")
        with _environment({"FONTCONFIG_FILE": str(file)}):
            yield


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let Python not look for what it may forget while a document is made: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            gc.collect()


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
