"""Checkers of PDF/UA-1 by others find no error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.formats.pdf.samples import pdf

PROGRAMS = Path(sys.executable).parent
COUNTS_HEADERS = "TBL-010"
"""Holds any table for broken that has more header cells than others, such as one row with a header of its own."""
FILES = [
    ("en", "standard"),
    ("ur", "standard"),
    ("gu", "large-print"),
    ("pa", "priority"),
    ("cy", "easy-read-a5"),
]


@pytest.mark.parametrize(("language", "layout"), FILES)
def test_outloud_finds_no_error(language: str, layout: str, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    subprocess.run(
        [PROGRAMS / "outloud", "--json", report, "--skip", COUNTS_HEADERS, "-q", pdf(language, layout)],
        check=False,
        capture_output=True,
    )
    found = json.loads(report.read_text(encoding="utf-8"))
    files = found["files"] if isinstance(found, dict) else found
    assert len(files) == 1
    errors = [one for one in files[0]["findings"] if one["severity"] == "error"]
    assert errors == []


@pytest.mark.parametrize(("language", "layout"), FILES)
def test_pdfua_finds_nothing(language: str, layout: str) -> None:
    done = subprocess.run(
        [PROGRAMS / "pdfua", "check", pdf(language, layout)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert "errors=0 warnings=0" in done.stdout, done.stdout
