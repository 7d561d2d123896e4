"""The pages of PDFs: what fits on them, and where they break."""

from __future__ import annotations

import re

import pikepdf
import pytest
from lxml import html

from tests.formats.pdf.samples import ROWS, copied, make, pdf, run


@pytest.mark.parametrize("layout", ["standard", "large-print", "priority", "easy-read-a4", "easy-read-a5"])
@pytest.mark.parametrize("language", ["en", "ur", "gu"])
def test_nothing_runs_out_of_the_page(language: str, layout: str) -> None:
    read = html.fromstring(run("pdftotext", "-bbox", pdf(language, layout), "-").encode())
    pages = list(read.iter("page"))
    assert pages
    for page in pages:
        for word in page.iter("word"):
            left, right = float(word.get("xmin", "")), float(word.get("xmax", ""))
            top, bottom = float(word.get("ymin", "")), float(word.get("ymax", ""))
            assert left >= 20, word.text
            assert right <= float(page.get("width", "")) - 20, word.text
            assert top >= 0, word.text
            assert bottom <= float(page.get("height", "")), word.text


@pytest.mark.parametrize("layout", ["standard", "large-print"])
def test_rows_are_not_parted(layout: str) -> None:
    """The name of a row and its last word stand on one page."""
    pages = [page.split() for page in copied(pdf("en", layout)).split("\f")]
    first, last = (
        [
            next(page for page, words in enumerate(pages) if f"{sign}{row}" in words)
            for row in range(1, ROWS + 1)
        ]
        for sign in "re"
    )
    assert first == last
    assert len(set(first)) > 1  # or nothing could have been parted


def test_contents_tell_the_pages() -> None:
    pages = copied(pdf("en")).split("\f")
    lines = " ".join(pages[1].split())
    told = re.search(r"Safer roads (\d+) Village gates (\d+)", lines)
    assert told
    assert "Safer roads" in pages[int(told[1]) - 1]
    assert "Village gates" in pages[int(told[2]) - 1]


def test_running_heads_and_numbers() -> None:
    pages = copied(pdf("en")).split("\f")[:-1]
    assert pages[2].startswith("Safer roads")
    assert [page.split()[-1] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_large_print_is_large() -> None:
    with pikepdf.open(pdf("en", "large-print")) as file:
        sizes = set()
        for page in file.pages:
            for step in pikepdf.parse_content_stream(page):
                if str(step.operator) == "Tf":
                    sizes.add(float(step.operands[1]) * 0.75)
    drawings = {size for size in sizes if size < 18}
    assert min(sizes - drawings) >= 18
    assert drawings <= {10.5}  # words in a chart have a scale of their own; its values stand in a table too


def test_same_input_same_bytes() -> None:
    assert make("ur", "priority") == make("ur", "priority")


def test_paper_sizes() -> None:
    for layout, size in (("easy-read-a5", (420, 595)), ("easy-read-a4", (595, 842))):
        with pikepdf.open(pdf("en", layout)) as file:
            assert tuple(round(float(number)) for number in file.pages[0].MediaBox[2:]) == size
