"""A small site in Welsh: a word is found whatever its first letter has become."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import Workshop, serving

_PLAN = """\
title: Cynllun bach
body: {name: Y Swyddfa, area: Sir Fach}
period: {start: 2026-01-01, end: 2030-03-31}
status: draft
summary: Cynllun i bawb.
contact: {email: cynllun@example.org}
accessibility_statement: not published
"""
_TEXTS = {
    "trafnidiaeth": "Mae trafnidiaeth yn bwysig.",
    "drafnidiaeth": "Mae angen mwy o drafnidiaeth.",
    "nhrafnidiaeth": "Dyma fy nhrafnidiaeth.",
    "thrafnidiaeth": "Mae ei thrafnidiaeth yn dda.",
    "draf": "Daeth draf arall.",
    "gymuned": "Dyma gymuned fawr.",
    "blant": "Gwelais blant hapus.",
    "frawd": "Dy frawd sydd yma.",
    "ddiogelwch": "Gofalwn am ddiogelwch pawb.",
    "ferch": "Daeth merched, a hefyd ferch fach.",
    "lyfrgell": "Dwy lyfrgell sydd yma.",
    "raglen": "Gwelais raglen newydd.",
    "ardd": "Mae coed yn eu lle: ardd werdd.",
    "gwasanaeth": "Mae gwasanaeth newydd.",
    "nghaerdydd": "Cwrddwn yng Nghaerdydd.",
    "mangor": "Cwrddwn ym Mangor.",
    "mhentref": "Cwrddwn yn fy mhentref.",
    "ninbych": "Cwrddwn yn Ninbych.",
    "ngwynedd": "Cwrddwn yng Ngwynedd.",
    "chymorth": "Cyngor a chymorth.",
    "phobl": "Tai a phobl.",
    "hysgol": "Mae eu hysgol ar agor.",
    "enwau": "Rhestr enwau sydd yma.",
    "goleuadau": "Mae goleuadau newydd.",
    "dy": "Dyma dy le.",
    "tŷ": "Mae tŷ mawr.",
    "fair": "Eglwys Fair.",
    "ir": "Olew ir.",
    "car": "Mae car newydd.",
}
"""The content of a page of its own, by the word that it is there for."""
_FOUND = [
    # soft (meddal)
    ("trafnidiaeth", "drafnidiaeth"),
    ("drafnidiaeth", "trafnidiaeth"),
    ("cymuned", "gymuned"),
    ("plant", "blant"),
    ("brawd", "frawd"),
    ("diogelwch", "ddiogelwch"),
    ("merch", "ferch"),
    ("llyfrgell", "lyfrgell"),
    ("rhaglen", "raglen"),
    ("gardd", "ardd"),
    ("wasanaeth", "gwasanaeth"),
    # nasal (trwynol)
    ("trafnidiaeth", "nhrafnidiaeth"),
    ("nhrafnidiaeth", "trafnidiaeth"),
    ("Caerdydd", "nghaerdydd"),
    ("Bangor", "mangor"),
    ("pentref", "mhentref"),
    ("Dinbych", "ninbych"),
    ("Gwynedd", "ngwynedd"),
    # aspirate (llaes)
    ("trafnidiaeth", "thrafnidiaeth"),
    ("thrafnidiaeth", "trafnidiaeth"),
    ("cymorth", "chymorth"),
    ("pobl", "phobl"),
    # h before a vowel
    ("ysgol", "hysgol"),
    ("henwau", "enwau"),
    # from one mutation to another
    ("drafnidiaeth", "thrafnidiaeth"),
    ("gaerdydd", "nghaerdydd"),
    ("bobl", "phobl"),
    # another form, and no accents
    ("gwasanaethau", "gwasanaeth"),
    ("gymunedau", "gymuned"),
    ("TY", "tŷ"),
    ("ty mawr", "tŷ"),
    ("plant hapus", "blant"),
]
_NOT_FOUND = [
    ("drafnidiaeth", "draf"),
    ("trafnidiaeth", "draf"),
    ("ôl", "goleuadau"),
    ("tŷ", "dy"),
    ("ffair", "fair"),
    ("sir", "ir"),
    ("carafan", "car"),
    ("garafan", "car"),
    ("gwas", "ardd"),
    ("merch", "mangor"),
    ("cardigan", "ardd"),
    ("pysgod", "hysgol"),
]


@pytest.fixture(scope="module")
def root(workshop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    source = tmp_path_factory.mktemp("cymraeg")
    (source / "data").mkdir()
    (source / "content").mkdir()
    (source / "data" / "plan.yml").write_text(_PLAN, encoding="utf-8")
    for number, text in enumerate(_TEXTS.values()):
        chapter = f"---\ntitle: Tudalen {number}\n---\n{text}\n"
        (source / "content" / f"tudalen-{number}.md").write_text(chapter, encoding="utf-8")
    plan = workshop.copy(source, "cymraeg")
    editions = "editions: [{language: cy, name: Cymraeg, locale: cy_GB}]\n"  # written in Welsh
    (plan / "data" / "editions.yml").write_text(editions, encoding="utf-8")
    with serving(workshop.build(plan).site) as address:
        yield address


@pytest.fixture(scope="module")
def reader(browser: Browser, root: str) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{root}search/")
        yield page


def _found(page: Page, asked: str) -> list[str]:
    """The words whose pages are found, the best first."""
    field = page.locator("main [name=q]")
    field.fill(asked)
    field.press("Enter")
    expect(page.locator("main").get_by_role("status")).to_contain_text(f"“{asked}”", timeout=15_000)
    links = page.locator(".pp-result h3 a").all()
    numbers = [str(link.get_attribute("href")).rpartition("tudalen-")[2].rstrip("/") for link in links]
    return [list(_TEXTS)[int(number)] for number in numbers if number.isdecimal()]


@pytest.mark.parametrize(("asked", "written"), _FOUND)
def test_word_is_found_in_its_mutations(reader: Page, asked: str, written: str) -> None:
    assert written in _found(reader, asked)


@pytest.mark.parametrize(("asked", "written"), _NOT_FOUND)
def test_word_that_is_only_alike_is_not_found(reader: Page, asked: str, written: str) -> None:
    assert written not in _found(reader, asked)


@pytest.mark.parametrize("asked", ["trafnidiaeth", "drafnidiaeth", "nhrafnidiaeth", "thrafnidiaeth"])
def test_word_as_it_was_written_comes_first(reader: Page, asked: str) -> None:
    found = _found(reader, asked)
    assert found[0] == asked
    assert sorted(found) == ["drafnidiaeth", "nhrafnidiaeth", "thrafnidiaeth", "trafnidiaeth"]


def test_mutated_word_is_shown_as_found(reader: Page) -> None:
    assert _found(reader, "Caerdydd") == ["nghaerdydd"]
    assert reader.locator(".pp-result mark").all_inner_texts() == ["Nghaerdydd."]
