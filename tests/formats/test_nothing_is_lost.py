"""Every format says all that the page on the site says, in its order; what it leaves out has its reason here.

The whole plan of a small plan is compared, with a section that has all that pages can hold, in two languages.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from plainplan.formats.braille import render_braille
from plainplan.formats.braille.writing import BLANK, braille
from plainplan.formats.document import Document, read_document
from plainplan.formats.epub import make_epub
from plainplan.formats.office import make_docx, make_odt
from plainplan.formats.pdf import LAYOUTS, make_pdf
from plainplan.formats.spoken import pieces_of, plain
from plainplan.formats.text import render_text
from plainplan.language import speaking

from tests.formats.pdf.samples import ACCENT, run
from tests.formats.said import RICH, language
from tests.formats.small import PICTURE, TEMPLATES
from tests.formats.words import (
    Part,
    lost,
    parts_of,
    plain_words,
    words_of_epub,
    words_of_open,
    words_of_pdf,
    words_of_word,
)
from tests.site.in_editions import in_several_languages
from tests.sites import ROOT, Workshop

TAGS = {"en": "", "cy": "cy"}
FRAGMENTS = ROOT / "overrides" / "fragments"
ADDRESS = "whole-plan/"

OF_THE_SCREEN = {
    "nav": "ways through the site",
    "form": "a file cannot be filtered or sent",
    "button": "nothing answers to a click",
    "script": "nothing runs",
    "*[@hidden]": "shown by a script only",
    "*[@class='pp-of-screen']": "says how to print the page",
}
"""What no format has, by its place in the article, and why."""
SCREEN = """<nav><a href="#s">On this page</a></nav><form><p>Find an action</p><button>Show</button></form>
<button>Open all</button><script>done()</script><p hidden>Nothing is found</p>"""
OWN_CONTENTS = {
    "div[@class='pp-whole-contents']": "the file has contents of its own, with its own pages",
}
ON_PAPER = {
    "h1": "the title of the plan stands on the cover instead of that of the page",
    "a//*[@class='pp-hidden']": "tells links in a list apart: an attribute of the link has it",
    "summary//*[@class='pp-hidden']": "what it tells apart stands right above it",
}
IN_SENTENCES = {
    "a//*[@class='pp-hidden']": "tells links in a list apart: here each stands in its sentence",
}
PICTURES = ("alternative text",)


@dataclass(frozen=True)
class Format:
    """What is read back of a format, and what it leaves out besides what is of the screen.

    What is `anywhere` is read from elsewhere than its place among the words.
    """

    read: Callable[[Document, Path], str]
    leaves_out: Mapping[str, str]
    anywhere: tuple[str, ...] = ()


def _paper(layout: str) -> Callable[[Document, Path], str]:
    def read(document: Document, folder: Path) -> str:
        chosen = next(one for one in LAYOUTS if one.name == layout)
        file = folder / f"{layout}-{document.language}.pdf"
        file.write_bytes(make_pdf(document, chosen, FRAGMENTS, accent=ACCENT).content)
        return words_of_pdf(file)

    return read


FORMATS = {
    "pdf": Format(_paper("standard"), ON_PAPER | OWN_CONTENTS, PICTURES),
    "large print": Format(_paper("large-print"), ON_PAPER | OWN_CONTENTS, PICTURES),
    "epub": Format(lambda page, _: words_of_epub(make_epub(page, TEMPLATES)), OWN_CONTENTS),
    "docx": Format(lambda page, _: words_of_word(make_docx(page, TEMPLATES)), OWN_CONTENTS),
    "odt": Format(lambda page, _: words_of_open(make_odt(page, TEMPLATES)), OWN_CONTENTS),
    "text": Format(lambda page, _: render_text(page), IN_SENTENCES),
    "audio": Format(lambda page, _: " ".join(plain(one.words) for one in pieces_of(page)), IN_SENTENCES),
}


@pytest.fixture(scope="module")
def site(workshop: Workshop, lasting_small_plan: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole plan of each edition, as it is built, with one more section."""
    built = workshop.once("several", lambda: in_several_languages(workshop, lasting_small_plan, "several"))
    folder = tmp_path_factory.mktemp("site")
    more = RICH.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    for edition in TAGS.values():
        page = (built.site / edition / ADDRESS / "index.html").read_text(encoding="utf-8")
        file = folder / edition / ADDRESS / "index.html"
        file.parent.mkdir(parents=True)
        before, end, after = page.rpartition("</article>")
        file.write_text(f"{before}<section>{more}{SCREEN}</section>{end}{after}", encoding="utf-8")
        (file.parent / "farm.jpg").write_text(PICTURE, encoding="utf-8")
    return folder


def _on_the_site(site: Path, tag: str) -> HtmlElement:
    page = html.document_fromstring((site / TAGS[tag] / ADDRESS / "index.html").read_bytes())
    article = page.find(".//article")
    assert article is not None
    return article


def _without(article: HtmlElement, leaves_out: Mapping[str, str]) -> list[str]:
    """Take away what a format leaves out. Returns what is left out without being there."""
    idle = []
    for path in leaves_out:
        found = article.xpath(f".//{path}")
        for element in found:
            if element.getparent() is not None:
                element.drop_tree()
        if not found:
            idle.append(path)
    return idle


@functools.cache
def _made(format_: str, tag: str, site: Path) -> str:
    document = read_document(site / TAGS[tag], ADDRESS)
    with speaking(language(tag)):
        return FORMATS[format_].read(document, site)


def _expected(format_: str, tag: str, site: Path) -> list[Part]:
    article = _on_the_site(site, tag)
    _without(article, {**OF_THE_SCREEN, **FORMATS[format_].leaves_out})
    return list(parts_of(article))


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("format_", FORMATS)
def test_all_that_the_site_says_is_there(format_: str, tag: str, site: Path) -> None:
    expected = _expected(format_, tag, site)
    assert {part.kind for part in expected} == {"heading", "cell", "item", "paragraph", "alternative text"}
    missing = lost(expected, _made(format_, tag, site), FORMATS[format_].anywhere)
    assert [str(part) for part in missing] == []


@pytest.mark.parametrize("tag", TAGS)
def test_braille_has_all_that_is_said(tag: str, site: Path) -> None:
    """Each piece as its language's table writes it: contractions are not read back in every language."""
    document = read_document(site / TAGS[tag], ADDRESS)
    with speaking(language(tag)):
        pages = render_braille(document).pages
        written = [(plain(piece.words), braille(piece.words)) for piece in pieces_of(document)]
    dots = "".join("".join(rows[:-1]) for rows in pages).replace(BLANK, "")
    assert [words for words, signs in written if signs.replace(BLANK, "") not in dots] == []


def test_each_word_can_be_searched_for_in_a_pdf(site: Path) -> None:
    """As viewers search: in what is drawn, and not in its structure."""
    _made("pdf", "cy", site)
    drawn = plain_words(run("pdftotext", site / "standard-cy.pdf", "-")).replace(" ", "")
    parts = [part for part in _expected("pdf", "cy", site) if part.kind != "alternative text"]
    words = {word for part in parts for word in part.words.split()}
    assert [word for word in sorted(words) if word not in drawn] == []


def test_what_is_left_out_is_on_the_page(site: Path) -> None:
    """A reason for what no page has is a mistake, or old."""
    for leaves_out in (OF_THE_SCREEN, *(one.leaves_out for one in FORMATS.values())):
        assert _without(_on_the_site(site, "en"), leaves_out) == []


@pytest.mark.parametrize("kind", ["heading", "cell", "item", "paragraph", "alternative text"])
def test_what_is_lost_is_named(kind: str, site: Path) -> None:
    expected = _expected("epub", "en", site)
    said = " ".join(part.words for part in expected)
    once = [part for part in expected if part.kind == kind and said.count(part.words.rstrip(".")) == 1]
    assert once
    for part in once:
        less = _made("epub", "en", site).replace(part.words, "", 1)
        assert part in lost(expected, less)
