"""The results of the gate: which file holds them, of which site they are, and what the page makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from plainplan import addresses
from plainplan.load import load_plan
from plainplan.render import Site
from plainplan.render.results_page import fill_results
from plainplan.results import (
    Check,
    Finding,
    Missing,
    NoResults,
    Results,
    Settled,
    Tool,
    read_results,
    site_hash,
)

ROOT = Path(__file__).parents[1]
PAGE = "accessibility/results/index.html"
TESTED = date(2026, 11, 21)


def results(site: str, findings: tuple[Finding, ...] = ()) -> Results:
    return Results(
        site=site,
        tested_on=TESTED,
        tools=(Tool(name="axe-core", version="4.14.1"), Tool(name="html-validate", version="11.18.0")),
        pages=150,
        rules=95,
        checks=(
            Check(
                name="axe",
                what="Rules <A> & AA",
                pages=150,
                modes=("1280 px, light",),
                findings=len(findings),
            ),
            Check(name="links", what="Links that lead nowhere", pages=150, modes=(), findings=0),
            Check(name="keys", what="All by Tab", pages=32, modes=("keyboard", "menus open"), findings=0),
        ),
        settled=(Settled(rule="color-contrast", count=12, reason="Measured by a test of our own."),),
        findings=findings,
    )


FAULT = Finding(
    page="roads/",
    mode="320 px, dark",
    check="axe",
    rule="image-alt",
    place='<img src="a.png">',
    message="The picture has no alternative text.",
    mend="Add it.",
)


@pytest.fixture
def site(small_plan: Path) -> Site:
    fragments = ROOT / "overrides" / "fragments"
    return Site(load_plan(small_plan).plan, fragments, small_plan / ".cache", date(2026, 11, 23))


@pytest.fixture
def folder(site: Site, tmp_path: Path) -> Path:
    """A site of 2 pages, as it is before the results are put in."""
    made = tmp_path / "site"
    for address in (addresses.ACCESSIBILITY, addresses.RESULTS):
        content = site.finish(site.pages[address], "").content
        path = made / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><title>A</title><main><h1>A</h1>{content}</main>", encoding="utf-8")
    return made


def put_in(site: Site, folder: Path, found: Results | NoResults) -> HtmlElement:
    fill_results(folder, site.templates, found)
    return html.document_fromstring((folder / PAGE).read_text(encoding="utf-8"))


def said(page: HtmlElement) -> str:
    return " ".join(page.text_content().split())


def test_a_build_that_was_tested(site: Site, folder: Path) -> None:
    page = put_in(site, folder, results(site_hash(folder)))
    text = said(page)
    assert "This build was tested on 21 November 2026." in text
    assert "150 pages were tested, with 95 rules of axe and other tests." in text
    assert "Some tests read every page, and some only pages of each kind." in text
    assert "No fault was found." in text
    for words in ("axe-core", "4.14.1", "Rules <A> & AA", "1280 px, light", "Measured by a test of our own."):
        assert words in text
    assert "not tested" not in text
    assert not page.xpath("//*[@id='findings']")


def test_each_test_says_which_pages_it_read_and_how(site: Site, folder: Path) -> None:
    page = put_in(site, folder, results(site_hash(folder)))
    (table,) = page.xpath("//table[caption='Tests and what they found']")
    rows = [[said(cell) for cell in row] for row in table.xpath("tbody/tr")]
    assert rows == [
        ["axe", "Rules <A> & AA", "1280 px, light", "150", "0"],
        ["links", "Links that lead nowhere", "not in a browser", "150", "0"],
        ["keys", "All by Tab", "keyboard; menus open", "32", "0"],
    ]
    (heading,) = page.xpath("//a[text()='list of tests']")
    assert page.xpath("//h2[@id=$name]", name=heading.get("href").removeprefix("#"))
    # No sum of all ways: no page is read in all of them.
    assert not re.search(r"\d+ ways", said(page))


def test_every_table_of_the_page_can_be_used_by_all(site: Site, folder: Path) -> None:
    page = put_in(site, folder, results(site_hash(folder), (FAULT,)))
    tables = page.xpath("//table")
    names = [table.findtext("caption") for table in tables]
    assert len(names) == 4
    for table in tables:
        assert {header.get("scope") for header in table.iter("th")} == {"col", "row"}
        assert all(cell.get("data-label") for cell in table.iter("td"))
    assert len(set(names)) == 4


def test_faults_are_told_with_page_place_and_mend(site: Site, folder: Path) -> None:
    elsewhere = FAULT.model_copy(update={"page": "gone/"})
    page = put_in(site, folder, results(site_hash(folder), (FAULT, elsewhere)))
    assert "2 faults were found." in said(page)
    for words in (FAULT.mode, FAULT.message, FAULT.place, FAULT.mend, FAULT.rule, "/gone/"):
        assert words in said(page)
    (link,) = page.xpath("//table//a")
    assert (link.get("href"), link.text) == ("../../roads/", "Our roads")


def test_figures_of_another_build_are_not_shown(site: Site, folder: Path) -> None:
    other = results("0" * 64, (FAULT,))
    page = put_in(site, folder, other)
    assert "This build was not tested. The last test, on 21 November 2026, read another build." in said(page)
    assert not page.xpath("//table")
    for words in ("150", "95", FAULT.message, other.site):
        assert words not in said(page)


@pytest.mark.parametrize(
    ("why", "words"),
    [(Missing.NO_FILE, "There are no test results yet."), (Missing.UNREADABLE, "it cannot be read.")],
)
def test_no_results(site: Site, folder: Path, why: Missing, words: str) -> None:
    text = said(put_in(site, folder, NoResults(why)))
    assert "This build was not tested." in text
    assert words in text


def test_nothing_of_the_mark_is_left(site: Site, folder: Path) -> None:
    assert "<!--plainplan-results-->" in (folder / PAGE).read_text(encoding="utf-8")
    for_this = results(site_hash(folder))
    fill_results(folder, site.templates, for_this)
    text = (folder / PAGE).read_text(encoding="utf-8")
    assert "plainplan-results" not in text
    assert text.startswith("<!doctype html><title>A</title><main><h1>A</h1>")
    assert text.endswith("</main>")
    with pytest.raises(ValueError, match="no place for results"):
        fill_results(folder, site.templates, for_this)


def test_a_page_that_nothing_was_put_into_does_not_claim_a_test(folder: Path) -> None:
    page = html.document_fromstring((folder / PAGE).read_text(encoding="utf-8"))
    assert "This build of the website was not tested." in said(page)


def test_the_same_results_make_the_same_page(site: Site, folder: Path) -> None:
    before = (folder / PAGE).read_bytes()
    found = results(site_hash(folder), (FAULT,))
    made = set()
    for _ in range(2):
        (folder / PAGE).write_bytes(before)
        fill_results(folder, site.templates, found)
        made.add((folder / PAGE).read_bytes())
    assert len(made) == 1


def _write(path: Path, raw: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


@pytest.mark.parametrize("name", [PAGE, "sitemap.xml.gz", "pagefind/index.bin", ".git", "a/.hidden/x"])
def test_what_leaves_the_hash_of_a_site_as_it_is(folder: Path, name: str) -> None:
    before = site_hash(folder)
    _write(folder / name)
    assert site_hash(folder) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: _write(folder / "new.html"),
        lambda folder: _write(folder / "sitemap.xml"),
        lambda folder: _write(folder / "new-pagefind" / "x"),
        lambda folder: _write(folder / "accessibility" / "index.html"),
        lambda folder: (folder / "accessibility" / "index.html").unlink(),
        lambda folder: (folder / "accessibility" / "index.html").rename(folder / "moved.html"),
    ],
    ids=["new file", "site map", "folder with such a name", "other bytes", "file gone", "file moved"],
)
def test_what_changes_the_hash_of_a_site(folder: Path, change: Callable[[Path], object]) -> None:
    before = site_hash(folder)
    change(folder)
    assert site_hash(folder) != before


def test_the_hash_tells_where_one_file_ends(tmp_path: Path) -> None:
    _write(tmp_path / "one" / "a", b"bc")
    _write(tmp_path / "other" / "a", b"b")
    _write(tmp_path / "other" / "c")
    assert site_hash(tmp_path / "one") != site_hash(tmp_path / "other")


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    written = results("a" * 64, (FAULT,))
    _write(tmp_path / "results.json", written.model_dump_json().encode())
    assert read_results(tmp_path / "results.json") == written


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        results("a" * 64).model_dump_json().replace('"format":1', '"format":2').encode(),
        results("a" * 64).model_dump_json().replace('"rules":95', '"rules":-1').encode(),
        results("a" * 64).model_dump_json().replace('"rules":95', '"rules":95,"more":1').encode(),
        results("a" * 64).model_dump_json().replace("a" * 64, "a" * 63).encode(),
        results("a" * 64).model_dump_json().replace("2026-11-21", "yesterday").encode(),
    ],
    ids=range(11),
)
def test_a_file_that_holds_no_results(tmp_path: Path, raw: bytes) -> None:
    _write(tmp_path / "results.json", raw)
    assert read_results(tmp_path / "results.json") == NoResults(Missing.UNREADABLE)


def test_no_file_and_a_folder_for_a_file(tmp_path: Path) -> None:
    assert read_results(tmp_path / "results.json") == NoResults(Missing.NO_FILE)
    assert read_results(tmp_path) == NoResults(Missing.UNREADABLE)
