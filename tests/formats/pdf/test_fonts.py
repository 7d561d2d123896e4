"""Fonts: ours, whole, and told where they lack letters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from lxml import html
from plainplan.formats.pdf import FONTS, STANDARD, LettersMissingError, make_pdf
from plainplan.formats.pdf.letters import check_letters

from tests.formats.pdf.samples import ACCENT, SAMPLES, TEMPLATES, document, pdf


def families() -> set[str]:
    return {
        str(TTFont(file, lazy=True)["name"].getDebugName(1)).replace(" ", "-") for file in FONTS.glob("*.ttf")
    }


@pytest.mark.parametrize("language", SAMPLES)
def test_only_our_fonts_and_all_in_the_file(language: str) -> None:
    with pikepdf.open(pdf(language)) as file:
        fonts = {str(font.BaseFont): font for page in file.pages for font in page.Resources.Font.values()}
    assert {name.partition("+")[2].removesuffix("-Bold") for name in fonts} <= families()
    with pikepdf.open(pdf(language)) as file:
        for page in file.pages:
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
                assert "/ToUnicode" in font


def test_letters_that_no_font_has_are_told_by_script() -> None:
    with pytest.raises(LettersMissingError) as told:
        check_letters("ŵ é 警察 ბოლო", FONTS, "zh/whole-plan")
    message = str(told.value)
    assert message.startswith("zh/whole-plan: no font of Plainplan has these letters:")
    assert "Cjk (察 警)" in message
    assert "Georgian (ბ ლ ო)" in message


def test_no_pdf_is_made_with_empty_boxes() -> None:
    body = html.fragment_fromstring("<article><p>警察</p></article>")
    with pytest.raises(LettersMissingError):
        make_pdf(replace(document("en"), body=body), STANDARD, TEMPLATES, accent=ACCENT)


def test_the_licence_goes_with_the_fonts() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    project = (Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8")
    assert '"formats/fonts/OFL.txt"' in project
    assert '"formats/fonts/*.ttf"' in project
