"""A page in braille. These tests need liblouis: sudo apt-get install liblouis20 liblouis-data."""

from __future__ import annotations

import difflib
import re

import pytest
from lxml import etree
from plainplan.formats.braille import Braille, liblouis, render_braille, to_brf, to_pef
from plainplan.formats.braille.layout import CELLS, LINES, Block, entry, paged, wrap
from plainplan.formats.braille.writing import BLANK, FULL, braille, table_for, unknown, written
from plainplan.formats.missing import MissingToolError
from plainplan.formats.spoken import Kind, Run, pieces_of
from plainplan.language import speaking

from tests.formats.said import RICH, language, page

LONG = RICH + "".join(f"<h2>Part {number}</h2><p>{'Many people said so. ' * 30}</p>" for number in range(12))
TEXTS = {
    "en": "Ashmarch Police will build a rural crime team of 12 officers by September 2027.",
    "cy": "Rydym am i bobl deimlo yn ddiogel ar y ffyrdd ac yn y pentrefi.",
    "ur": "سڑکیں ہمارے شہر اور ساحل کو ملاتی ہیں",
    "pl": "Drogi łączą nasze miasto, wsie i wybrzeże, a wielu ludzi doznaje na nich obrażeń.",
    "pa": "ਸੜਕਾਂ ਸਾਡੇ ਸ਼ਹਿਰ ਪਿੰਡਾਂ ਅਤੇ ਤੱਟ ਨੂੰ ਜੋੜਦੀਆਂ ਹਨ",
    "gu": "રસ્તાઓ આપણા શહેર ગામ અને દરિયાકિનારાને જોડે છે",
}
READ_BACK = {"en": 1.0, "cy": 0.8, "ur": 0.6, "pl": 0.95, "pa": 0.5, "gu": 0.3}
"""How much must come back the same: tables but the English one are made for one direction.

From Gujarati braille liblouis gives vowels back as letters of their own, from Urdu it guesses vowel signs."""


def made(body: str, tag: str = "en") -> Braille:
    with speaking(language(tag)):
        return render_braille(page(body, tag))


def dots_of(pages: tuple[tuple[str, ...], ...]) -> str:
    """The braille of some pages without their numbers, and without blanks."""
    return "".join("".join(rows[:-1]) for rows in pages).replace(BLANK, "")


@pytest.mark.parametrize("tag", TEXTS)
def test_pages_have_25_lines_of_40_cells_and_are_ascii(tag: str) -> None:
    brf = to_brf(made(f"{LONG}<p>{TEXTS[tag]}</p>", tag))
    pages = brf.decode("ascii").split("\f")
    assert pages.pop() == "" and len(pages) > 6
    for number, text in enumerate(pages, 1):
        rows = text.split("\r\n")
        assert rows.pop() == "" and len(rows) == LINES
        assert max(map(len, rows)) <= CELLS
        digits = "".join("JABCDEFGHI"[int(digit)] for digit in str(number))
        assert rows[-1] == f"#{digits}".rjust(CELLS)
    assert set(brf.decode()) <= {*map(chr, range(32, 96)), "\r", "\n", "\f"}
    assert brf == to_brf(made(f"{LONG}<p>{TEXTS[tag]}</p>", tag))


def test_nothing_is_lost() -> None:
    found = dots_of(made(RICH).pages)
    pieces = pieces_of(page(RICH))
    assert [p for p in pieces if braille(p.words).replace(BLANK, "") not in found] == []


@pytest.mark.parametrize("tag", TEXTS)
def test_what_is_written_can_be_read_back(tag: str) -> None:
    table = table_for(tag)
    back = liblouis.from_dots(table, braille((Run(TEXTS[tag], tag),)))
    assert difflib.SequenceMatcher(None, back, TEXTS[tag]).ratio() >= READ_BACK[tag]


def test_a_whole_page_can_be_read_back() -> None:
    lines = [line for rows in made(LONG).pages[2:] for line in rows[:-1]]
    back = liblouis.from_dots("en-ueb-g2.ctb", BLANK.join(line.strip(BLANK) for line in lines if line))
    words = [piece for piece in pieces_of(page(LONG)) if piece.kind is not Kind.NOTE]
    for piece in words:
        said = "".join(run.text for run in piece.words)
        assert said in re.sub(" +", " ", back)


def test_english_is_contracted() -> None:
    assert written("people and the", "en-ueb-g2.ctb") == "⠏⠀⠯⠀⠮"


@pytest.mark.parametrize(
    "address", ["https://www.example.org/commissioner", "person@commissioner.example.org", "www.other.org"]
)
def test_addresses_are_not_contracted(address: str) -> None:
    assert written(address, "en-ueb-g2.ctb") == written(address, "en-ueb-g1.ctb")
    assert written("the commissioner", "en-ueb-g2.ctb") != written("the commissioner", "en-ueb-g1.ctb")


@pytest.mark.parametrize("tag", TEXTS)
def test_signs_that_a_table_lacks_are_written_all_the_same(tag: str) -> None:
    words = (Run("£5 (4%) ŵ ł ’ – @ ۔ । اردو ਪੰ ગુ \u2066a\u2069", tag),)
    assert unknown(words) == set()
    dots = braille(words)
    assert max(dots) < "\u2840"  # of a sign that it lacks a table writes the number, with eight dots
    assert "⠄⠌⠭" not in dots  # the same in the Polish one


def test_a_sign_that_no_table_has_is_named() -> None:
    assert unknown((Run("字 a", "en"),)) == {"字"}
    assert written("字", "en-ueb-g2.ctb") == FULL


def test_contents_name_the_page_of_each_part() -> None:
    pages = made(LONG).pages
    listed = [line for rows in pages for line in rows[:-1] if "⠐⠐⠐⠐" in line]
    assert len(listed) == 15
    for line in listed:
        words, number = line.split(f"{BLANK}⠐")[0].strip(BLANK), line.rpartition(BLANK)[2]
        (place,) = [place for place, rows in enumerate(pages) if rows[-1].endswith(BLANK + number)]
        assert words in [row.strip(BLANK) for row in pages[place]]


def test_a_heading_stands_with_what_follows() -> None:
    text = Block(tuple("⠁" for line in range(23)))
    heading, after = Block(("⠃",), heading=2, apart=True), Block(("⠉", "⠉", "⠉"))
    pages = paged([text, heading, after])
    assert [rows.count("⠃") for rows in pages.pages] == [0, 1]
    assert pages.headings == (1,) and pages.pages[1] == ("⠃", "⠉", "⠉", "⠉")


@pytest.mark.parametrize("length", [1, 22, 23, 24, 25, 47, 48, 49])
def test_no_page_is_too_long_and_none_begins_blank(length: int) -> None:
    blocks = [Block(("⠁",) * length), Block(("⠃",), heading=2, apart=True), Block(("⠉",) * length)]
    for rows in paged(blocks).pages:
        assert 0 < len(rows) < LINES and rows[0]


def test_indents_and_long_words() -> None:
    assert wrap("⠁⠁⠀⠃⠃", 2, 0, cells=5) == ["⠀⠀⠁⠁", "⠃⠃"]
    assert wrap("⠁" * 9, 0, 2, cells=6) == ["⠁⠁⠁⠁⠁⠐", "⠀⠀⠁⠁⠁⠁"]


def test_a_long_entry_of_the_contents_keeps_room_for_its_number() -> None:
    lines = entry(BLANK.join(["⠁⠁⠁⠁⠁"] * 9), 1, "⠼⠁⠃⠉")
    assert len(lines) == 2 and max(map(len, lines)) == CELLS and lines[-1].endswith("⠀⠼⠁⠃⠉")


def test_pef_has_the_same_pages_and_says_what_it_is() -> None:
    braille_ = made(LONG)
    tree = etree.fromstring(to_pef(braille_))
    names = {"p": "http://www.daisy.org/ns/2008/pef", "dc": "http://purl.org/dc/elements/1.1/"}
    assert tree.findtext(".//dc:format", namespaces=names) == "application/x-pef+xml"
    assert tree.findtext(".//dc:language", namespaces=names) == "en"
    assert tree.find(".//p:volume", names).attrib == {  # type: ignore[union-attr]  # a test fails as well
        "cols": "40",
        "rows": "25",
        "rowgap": "0",
        "duplex": "false",
    }
    pages = [[row.text or "" for row in rows] for rows in tree.iterfind(".//p:page", names)]
    assert pages == [[line.rstrip(BLANK) for line in rows] for rows in braille_.pages]
    assert to_pef(braille_) == to_pef(made(LONG))


def test_a_language_without_a_table_is_named() -> None:
    with pytest.raises(MissingToolError, match='no table for the language "xx"'):
        table_for("xx")


def test_without_liblouis_the_command_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(liblouis, "_NAMES", ())
    monkeypatch.setattr("ctypes.util.find_library", lambda name: None)
    with pytest.raises(MissingToolError, match="apt-get install liblouis20 liblouis-data") as said:
        liblouis.library.__wrapped__()
    assert "\n" not in str(said.value)
