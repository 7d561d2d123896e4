"""Checkers of PDF/UA-1 by others find no error."""

from __future__ import annotations

import outloud
import page
import pdfua
import pytest

from tests.formats.pdf.samples import pdf

COUNTS_HEADERS = "TBL-010"
"""Takes a table with more header cells than others for broken, such as one row with its own header."""
FILES = [
    ("en", "standard"),
    ("ur", "standard"),
    ("gu", "large-print"),
    ("pa", "priority"),
    ("cy", "easy-read-a5"),
]


@pytest.mark.parametrize(("language", "layout"), FILES)
def test_outloud_finds_no_error(language: str, layout: str) -> None:
    found = outloud.check(str(pdf(language, layout)), skip=[COUNTS_HEADERS])
    assert found.stats["elements"] > 10
    assert [one for one in found.findings if one.severity == "error"] == []


@pytest.mark.parametrize(("language", "layout"), FILES)
def test_pdfua_finds_nothing(language: str, layout: str) -> None:
    report = pdfua.validate(str(pdf(language, layout)))
    assert report.outcomes
    assert list(report.findings) == []


@pytest.mark.parametrize(("language", "layout"), FILES)
def test_page_validation_finds_it_compliant(language: str, layout: str) -> None:
    report = page.validate_pdf(str(pdf(language, layout)), profile="ua1")
    assert report.rules.total > 100
    assert [(one.rule_id, one.message) for one in report.failures] == []
