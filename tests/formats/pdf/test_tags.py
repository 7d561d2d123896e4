"""The tags of PDFs, read back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from tests.formats.pdf.samples import ROWS, SAMPLES, pdf


class Tag:
    """An element of the structure of a PDF."""

    def __init__(self, found: Any) -> None:
        self.found = found
        self.kind = str(found.S).removeprefix("/")

    def __getitem__(self, name: str) -> str:
        return str(self.found.get(f"/{name}", ""))

    @property
    def kids(self) -> list[Any]:
        kids = self.found.get("/K")
        return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    @property
    def children(self) -> list[Tag]:
        return [Tag(kid) for kid in self.kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    def all(self, kind: str = "") -> Iterator[Tag]:
        for child in self.children:
            if not kind or child.kind == kind:
                yield child
            yield from child.all(kind)


def root(file: pikepdf.Pdf) -> Tag:
    return Tag(file.Root.StructTreeRoot.K[0])


@pytest.fixture(scope="module")
def urdu() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(pdf("ur")) as file:
        yield file


def test_says_what_it_is_and_in_which_language(urdu: pikepdf.Pdf) -> None:
    assert urdu.Root.Lang == "ur"
    assert urdu.docinfo.Title == SAMPLES["ur"].heading
    assert urdu.Root.ViewerPreferences.DisplayDocTitle
    assert urdu.Root.MarkInfo.Marked
    with urdu.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == SAMPLES["ur"].heading


def test_parts_in_another_language_say_so(urdu: pikepdf.Pdf) -> None:
    foreign = [tag for tag in root(urdu).all("P") if tag["Lang"] == "en"]
    assert foreign
    assert all(tag["Lang"] in ("", "en", "ur") for tag in root(urdu).all())


def test_headings_are_in_order(urdu: pikepdf.Pdf) -> None:
    levels = [int(tag.kind[1]) for tag in root(urdu).all() if tag.kind in ("H1", "H2", "H3", "H4")]
    assert levels == [1, 2, 2, 3]


def test_header_cells_have_a_scope(urdu: pikepdf.Pdf) -> None:
    tables = list(root(urdu).all("Table"))
    cells = [cell for table in tables for cell in table.all("TH")]
    scopes = [str(cell.found.A.get("/Scope")) for cell in cells]
    assert set(scopes) == {"/Row", "/Column"}
    assert scopes.count("/Row") == ROWS
    assert all(list(table.all("TR")) for table in tables)


def test_lists_have_items_with_a_body(urdu: pikepdf.Pdf) -> None:
    lists = list(root(urdu).all("L"))
    assert len(lists) >= 5  # contents, bullets, those in them, numbers, facts
    for tag in lists:
        assert {child.kind for child in tag.children} <= {"LI", "L"}
    for item in root(urdu).all("LI"):
        assert "LBody" in [child.kind for child in item.children]


def test_pictures_have_their_words(urdu: pikepdf.Pdf) -> None:
    sample = SAMPLES["ur"]
    said = [tag["Alt"] for tag in root(urdu).all("Figure")]
    assert said == [f"Chart: {sample.heading} {sample.words}", sample.cells[2]]
    for tag in root(urdu).all("Figure"):
        left, bottom, right, top = (float(number) for number in tag.found.A.BBox)
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842


def test_links_are_described_and_printed(urdu: pikepdf.Pdf) -> None:
    links = [link for page in urdu.pages for link in page.get("/Annots", []) if link.Subtype == "/Link"]
    assert links
    assert all(link.F == 4 and str(link.Contents) for link in links)
    assert "translated yet" in [str(link.Contents) for link in links]
    tagged = [
        kid
        for tag in root(urdu).all("Link")
        for kid in tag.kids
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    ]
    assert len(tagged) == len(links)
    outside = [str(link.A.URI) for link in links if "/A" in link]
    assert "https://plan.example.org/measures/" in outside


def test_page_numbers_and_decoration_are_artifacts(urdu: pikepdf.Pdf) -> None:
    """All marked content is in the tree, but for what is marked as an artifact."""
    pages = {page.obj.objgen: number for number, page in enumerate(urdu.pages)}
    tagged = {
        (pages[tag.found.Pg.objgen], kid)
        for tag in root(urdu).all()
        for kid in tag.kids
        if isinstance(kid, int)
    }
    paginated = 0
    for number, page in enumerate(urdu.pages):
        for step in pikepdf.parse_content_stream(page):
            if str(step.operator) == "BDC":
                name, properties = step.operands
                if name == "/Artifact":
                    paginated += properties.get("/Type") == "/Pagination"
                else:
                    assert (number, int(properties.MCID)) in tagged
    assert paginated >= len(urdu.pages) - 1  # the cover has none


def test_bookmarks_follow_the_headings() -> None:
    with pikepdf.open(pdf("en")) as file, file.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Safer roads"]
        assert [entry.title for entry in outline.root[0].children] == ["Contents", "Safer roads"]
