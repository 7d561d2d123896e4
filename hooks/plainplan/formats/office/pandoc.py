"""Pandoc, which comes with the package pypandoc_binary."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypandoc  # type: ignore[import-untyped]  # it has no types

from plainplan.formats.missing import MissingToolError

_FIRST_DAY = "315532800"  # 1 January 1980: the clock of the machine is none of the file's business


class PandocMissingError(MissingToolError):
    """There is no pandoc on this machine."""


def convert(page: Path, to: str, language: str, direction: str) -> bytes:
    """An HTML file as DOCX or ODT. Pictures are looked for beside it. Raises PandocMissingError."""
    try:
        program = pypandoc.get_pandoc_path()
    except OSError as error:
        raise PandocMissingError(
            "Missing: pandoc, which makes the Word and OpenDocument files. "
            "Install it with: .venv/bin/python -m pip install pypandoc_binary"
        ) from error
    made = page.with_suffix(f".{to}")
    asked = ["-M", f"lang={language}", "-M", f"dir={direction}", "--resource-path", str(page.parent)]
    subprocess.run(  # noqa: S603  # our own program, our own file
        [program, str(page), "-f", "html", "-t", to, "-o", str(made), *asked],
        check=True,
        capture_output=True,
        env={"SOURCE_DATE_EPOCH": _FIRST_DAY, "LANG": "C.UTF-8"},
    )
    return made.read_bytes()
