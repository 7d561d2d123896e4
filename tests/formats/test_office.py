"""The page for Word and for OpenDocument: real structure, languages, names of pictures, and nothing lost."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypandoc  # type: ignore[import-untyped]  # it has no types
import pytest
from docx.oxml.ns import qn
from odf import draw, svg, table, teletype, text  # type: ignore[import-untyped]  # it has no types
from odf.opendocument import load  # type: ignore[import-untyped]  # it has no types
from plainplan.formats.office import PandocMissingError, make_docx, make_odt
from plainplan.formats.office.names import SPACES, name
from plainplan.formats.office.tongues import whole_tag
from plainplan.language import speaking

from tests.formats.small import LANGUAGES, PAGE, TEMPLATES, WORDS, small
from tests.formats.words import lost, part_of, parts_of, plain_words, words_of_open, words_of_word

MAKERS: dict[str, Callable[..., bytes]] = {"docx": make_docx, "odt": make_odt}
CHART = "Chart: harm A line that falls."
PICTURES = [CHART, "Two officers at a farm"]
HEADINGS = [(1, "Lists"), (2, "Parts in other languages"), (1, "Tables"), (1, "Pictures")]


def made(folder: Path, language: str, kind: str) -> bytes:
    with speaking(LANGUAGES[language]):
        return MAKERS[kind](small(folder, language), TEMPLATES)


@pytest.fixture(scope="module", params=list(LANGUAGES))
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp(request.param)
    return request.param, {kind: made(folder, request.param, kind) for kind in MAKERS}


@pytest.fixture
def word(files: tuple[str, dict[str, bytes]]) -> Any:
    return docx.Document(io.BytesIO(files[1]["docx"]))


@pytest.fixture
def opened(files: tuple[str, dict[str, bytes]]) -> Any:
    return load(io.BytesIO(files[1]["odt"]))


@pytest.mark.parametrize(("kind", "read"), [("docx", words_of_word), ("odt", words_of_open)])
def test_nothing_of_the_page_is_lost(
    files: tuple[str, dict[str, bytes]], kind: str, read: Callable[[bytes], str], tmp_path: Path
) -> None:
    assert lost(parts_of(small(tmp_path, files[0]).body), read(files[1][kind])) == []


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_page_makes_the_same_bytes(
    files: tuple[str, dict[str, bytes]], kind: str, tmp_path: Path
) -> None:
    assert made(tmp_path, files[0], kind) == files[1][kind]


def test_word_has_headings_lists_and_a_title(files: tuple[str, dict[str, bytes]], word: Any) -> None:
    headings = [
        (int(one.style.name[-1]), plain_words(one.text))
        for one in word.paragraphs
        if one.style.name.startswith("Heading")
    ]
    assert headings == [(1, WORDS[files[0]][1]), *HEADINGS[1:]]
    assert plain_words(word.paragraphs[0].text) == WORDS[files[0]][0]
    assert word.paragraphs[0].style.name == "Title"
    levels = [
        one._p.pPr.numPr.ilvl.val
        for one in word.paragraphs
        if one._p.pPr is not None and one._p.pPr.numPr is not None
    ]
    assert levels == [0, 1, 0, 0, 0, 0]
    assert word.core_properties.title == WORDS[files[0]][0]
    assert word.core_properties.author == "Office <Testshire>"


def test_word_tables_have_headings_of_rows_and_columns(word: Any) -> None:
    (found,) = word.tables
    rows = [[plain_words(cell.text) for cell in row.cells] for row in found.rows]
    assert rows == [["Line", "2026"], ["Officers", "£1,200"], ["Total", "£3,400"]]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in found.rows] == [True, False, False]
    look = found._tbl.tblPr.find(qn("w:tblLook"))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
    assert found._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Money by year"
    assert found._tbl.tblPr.find(qn("w:tblW")).get(qn("w:type")) == "pct"
    assert sum(column.w for column in found._tbl.tblGrid.gridCol_lst) == pytest.approx(9638 * 635, abs=2000)


def test_word_pictures_have_words_and_vectors(files: tuple[str, dict[str, bytes]], word: Any) -> None:
    pictures = list(word.element.body.iter(qn("wp:docPr")))
    assert [one.get("descr") for one in pictures] == [CHART, "Two officers at a farm"]
    blips = list(word.element.body.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"))
    targets = [word.part.related_parts[one.get(qn("r:embed"))].content_type for one in blips]
    assert targets == ["image/svg+xml"] * 2


def test_word_says_languages_and_directions(files: tuple[str, dict[str, bytes]], word: Any) -> None:
    language = files[0]
    default = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert (
        default.get(qn("w:val"))
        == whole_tag(language)
        == {"en": "en-GB", "ur": "ur-PK", "pa": "pa-IN"}[language]
    )
    said = {
        plain_words(run.text): (
            run._r.rPr.find(qn("w:lang")).get(qn("w:val")),
            run._r.rPr.find(qn("w:rtl")) is not None,
        )
        for one in word.paragraphs
        for run in one.runs
        if run._r.rPr is not None and run._r.rPr.find(qn("w:lang")) is not None
    }
    assert said["Bore da, gyfeillion"] == ("cy-GB", False)
    if language == "ur":
        assert said["01632 960101"] == ("ur-PK", False)
    else:
        assert said["خوش آمدید"] == ("ur-PK", True)
    turned = [
        one._p.pPr.find(qn("w:bidi")) is not None for one in word.paragraphs if one.text.startswith("Because")
    ]
    assert turned == [language == "ur"]
    assert (word.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None) == (language == "ur")


def test_word_contents_are_a_field_with_links(files: tuple[str, dict[str, bytes]], word: Any) -> None:
    fields = [one.text.strip() for one in word.element.body.iter(qn("w:instrText"))]
    assert [field.split()[0] for field in fields] == ["TOC"]
    kinds = [one.get(qn("w:fldCharType")) for one in word.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    marks = {one.get(qn("w:name")) for one in word.element.body.iter(qn("w:bookmarkStart"))}
    links = [
        one.get(qn("w:anchor"))
        for one in word.element.body.iter(qn("w:hyperlink"))
        if one.get(qn("w:anchor"))
    ]
    assert len(links) == 7
    assert set(links) <= marks


def test_word_has_page_numbers(word: Any) -> None:
    footer = word.sections[0].footer._element
    assert [one.text.strip() for one in footer.iter(qn("w:instrText"))] == ["PAGE"]


def test_open_has_headings_tables_and_names_of_pictures(
    files: tuple[str, dict[str, bytes]], opened: Any
) -> None:
    headings = [
        (int(one.getAttribute("outlinelevel")), plain_words(teletype.extractText(one)))
        for one in opened.getElementsByType(text.H)
    ]
    assert headings == [(1, WORDS[files[0]][1]), *HEADINGS[1:]]
    (header,) = opened.getElementsByType(table.TableHeaderRows)
    cells = [teletype.extractText(one).strip() for one in header.getElementsByType(table.TableCell)]
    assert cells == ["Line", "2026"]
    pictures = opened.getElementsByType(draw.Frame)
    titles = [
        "".join(teletype.extractText(c) for c in one.childNodes if c.tagName == "svg:title")
        for one in pictures
    ]
    assert titles == [CHART, "Two officers at a farm"]
    images = [[i.getAttribute("href")[-4:] for i in one.getElementsByType(draw.Image)] for one in pictures]
    assert images == [[".svg", ".png"]] * 2


def test_open_says_languages_and_directions(files: tuple[str, dict[str, bytes]]) -> None:
    language, content = files[0], files[1]["odt"]
    styles, root = part_of(content, "styles.xml"), part_of(content, "content.xml")
    (default,) = styles.iterfind(".//style:default-style[@style:family='paragraph']", SPACES)
    said = default.find("style:text-properties", SPACES)
    assert said is not None
    assert f"{said.get(name('fo:language'))}-{said.get(name('fo:country'))}" == whole_tag(language)
    mode = default.find("style:paragraph-properties", SPACES)
    assert mode is not None
    assert mode.get(name("style:writing-mode")) == ("rl-tb" if language == "ur" else "lr-tb")
    of_styles = {
        style.get(name("style:name")): properties.get(name("fo:language"))
        for style in root.iterfind(".//style:style", SPACES)
        for properties in style.iterfind("style:text-properties", SPACES)
    }
    spans = {
        plain_words("".join(map(str, one.itertext()))): of_styles.get(one.get(name("text:style-name"), ""))
        for one in root.iterfind(".//text:span", SPACES)
    }
    assert spans["Bore da, gyfeillion"] == "cy"
    if language != "ur":
        assert spans["خوش آمدید"] == "ur"


def test_open_contents_are_an_index_with_links(files: tuple[str, dict[str, bytes]]) -> None:
    root = part_of(files[1]["odt"], "content.xml")
    (index,) = root.iterfind(".//text:table-of-content", SPACES)
    marks = {
        one.get(name("text:name")) for one in root.iter(name("text:bookmark-start"), name("text:bookmark"))
    }
    links = [one.get(name("xlink:href"), "") for one in root.iter(name("text:a"))]
    inside = [link.removeprefix("#") for link in links if link.startswith("#")]
    assert len(inside) == 7
    assert set(inside) <= marks
    assert len(list(index.iter(name("text:a")))) == 4


def test_libreoffice_reads_each_and_writes_the_other(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.fail("Missing: LibreOffice. Install it with: sudo apt install libreoffice-writer")
    other = {"docx": "odt", "odt": "docx"}
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    for kind, to in other.items():
        (tmp_path / f"from-{kind}.{kind}").write_bytes(made(tmp_path, "ur", kind))
        asked = ["--convert-to", to, "--outdir", str(tmp_path), str(tmp_path / f"from-{kind}.{kind}")]
        subprocess.run([*command, *asked], check=True, capture_output=True, timeout=120)
    word: Any = docx.Document(str(tmp_path / "from-odt.docx"))
    opened = load(str(tmp_path / "from-docx.odt"))
    assert [
        one.get("descr") or one.get("title") for one in word.element.body.iter(qn("wp:docPr"))
    ] == PICTURES
    described = [
        "".join(map(teletype.extractText, one.getElementsByType(svg.Title) + one.getElementsByType(svg.Desc)))
        for one in opened.getElementsByType(draw.Frame)
    ]
    assert described == PICTURES
    of_word = [plain_words(one.text) for one in word.paragraphs if one.style.name.startswith("Heading")]
    of_open = [plain_words(teletype.extractText(one)) for one in opened.getElementsByType(text.H)]
    assert of_word == of_open == [WORDS["ur"][1], *(title for _, title in HEADINGS[1:])]
    document = small(tmp_path, "ur")
    assert lost(parts_of(document.body), words_of_open((tmp_path / "from-docx.odt").read_bytes())) == []
    assert len(opened.getElementsByType(text.ListItem)) >= 6


def test_a_missing_pandoc_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise OSError("No pandoc was found: either install pandoc\nand add it to your PATH")

    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)
    with pytest.raises(PandocMissingError) as raised:
        make_docx(small(tmp_path, "en"), TEMPLATES)
    assert str(raised.value).count("\n") == 0
    assert "pip install pypandoc_binary" in str(raised.value)


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize(
    "table",
    [
        '<table><thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>c</th><th>d</th></tr>'
        '</thead><tbody><tr><th>x</th><td colspan="2">Found</td></tr></tbody></table>',
        "<table><caption>Nothing below</caption></table><p>Found</p>",
        "<ul><li><table><tr><td>Found</td></tr></table></li></ul>",
        '<video src="../film.mp4" title="Found"></video>',
        '<p><img src="https://example.org/far.png" alt="Found"></p>',
    ],
)
def test_what_is_seldom_on_a_page_is_kept(kind: str, table: str, tmp_path: Path) -> None:
    document = small(tmp_path, "en", PAGE.replace('<h2 id="pictures">', f'{table}<h2 id="pictures">'))
    read = {"docx": words_of_word, "odt": words_of_open}[kind]
    assert "Found" in read(MAKERS[kind](document, TEMPLATES))
