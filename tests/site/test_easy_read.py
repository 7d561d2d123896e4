"""The easy read edition of a small plan, as readers meet it: in English, in Urdu, and not yet in Welsh."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from posixpath import join, normpath

import pytest
from lxml import etree
from lxml.html import HtmlElement
from plainplan import addresses, trees
from plainplan.load import load_plan
from plainplan.render.site import Site

from tests.easy_plan import tell_in_easy_read
from tests.site.easy_site import EASY_PAGES, FOLDERS, MENU, PUBLISHED, TAGS, TWINS, easy_site
from tests.site.in_editions import HOME
from tests.sites import ROOT, Built, Workshop, parse


@pytest.fixture(scope="module")
def easy(workshop: Workshop, lasting_small_plan: Path) -> Built:
    return easy_site(workshop, lasting_small_plan)


@pytest.fixture(scope="module")
def pages(easy: Built) -> dict[tuple[str, str], HtmlElement]:
    """Every page by its language and its address in the edition; "/" is the home page."""
    found = {}
    for path in easy.site.rglob("index.html"):
        folder = path.relative_to(easy.site).parts[0]
        tag = folder if folder in FOLDERS else "en"
        address = path.parent.relative_to(easy.site / FOLDERS[tag]).as_posix().removeprefix(".")
        if not address.startswith("embed/"):
            found[tag, f"{address}/"] = parse(path)
    return found


def _easy(pages: dict[tuple[str, str], HtmlElement], tag: str) -> dict[str, HtmlElement]:
    return {address: page for (one, address), page in pages.items() if one == tag and address in EASY_PAGES}


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("tag", FOLDERS)
def test_all_pages_are_there_and_say_what_they_are(
    pages: dict[tuple[str, str], HtmlElement], tag: str
) -> None:
    found = {address for one, address in pages if one == tag and address.startswith(addresses.EASY)}
    assert found == EASY_PAGES
    assert {page.get("lang") for page in _easy(pages, tag).values()} == {TAGS[tag]}
    others = {
        page.get("lang") for (one, address), page in pages.items() if one == tag and address not in EASY_PAGES
    }
    assert others == {tag}


@pytest.mark.parametrize("tag", FOLDERS)
def test_the_menu_has_at_most_seven_entries_each_with_a_picture(
    pages: dict[tuple[str, str], HtmlElement], tag: str
) -> None:
    for address, page in _easy(pages, tag).items():
        links = page.xpath("//nav[@class='pp-menu']//a")
        led = [normpath(join("/", address, link.get("href"))) for link in links]
        assert led == [f"/easy-read/{name}" for name in MENU], address
        assert all(len(link.findall(".//img[@alt='']")) == 1 and _words(link) for link in links), address
        current = [one for link, one in zip(links, led, strict=True) if link.get("aria-current")]
        nearest = [name for name in MENU if address.startswith(f"easy-read/{name}/")]
        assert current == [f"/easy-read/{name}" for name in nearest], address


@pytest.mark.parametrize("tag", FOLDERS)
def test_every_block_has_a_picture_and_one_to_four_sentences(
    pages: dict[tuple[str, str], HtmlElement], tag: str
) -> None:
    for address, page in _easy(pages, tag).items():
        blocks = page.find_class("pp-easy")
        assert blocks or address in {"easy-read/pictures/", "easy-read/priorities/", "easy-read/search/"}, (
            address
        )
        for block in blocks:
            (picture,) = block.xpath("./*[@class='pp-easy__picture']/img")
            (words,) = block.xpath("./*[@class='pp-easy__words']")
            assert all(picture.get(name) for name in ("src", "alt", "width", "height")), address
            assert 1 <= len(words.xpath(".//p | .//li")) <= 4, (address, _words(block))
            assert all(_words(one) for one in words.xpath(".//p | .//li")), address


def test_every_picture_leads_to_a_file(pages: dict[tuple[str, str], HtmlElement], easy: Built) -> None:
    for (tag, address), page in pages.items():
        if address not in EASY_PAGES:
            continue
        for picture in page.xpath("//img/@src"):
            assert (easy.site / normpath(join(FOLDERS[tag], address, picture))).is_file(), (address, picture)


def _twin(page: HtmlElement, address: str) -> tuple[str, str] | None:
    found = page.xpath("//p[@class='pp-twin']/a")
    if not found:
        return None
    (link,) = found
    return _words(link), normpath(join("/", address, link.get("href")))


@pytest.mark.parametrize(("standard", "in_easy_read"), TWINS.items())
def test_twins_lead_to_each_other(
    pages: dict[tuple[str, str], HtmlElement], standard: str, in_easy_read: str
) -> None:
    there, back = pages["en", standard or "/"], pages["en", in_easy_read]
    assert _twin(there, standard) == ("Read this page in easy read", normpath(f"/{in_easy_read}"))
    assert _twin(back, in_easy_read) == ("Read this page in the full plan", normpath(f"/{standard}"))
    assert _twin(pages["ur", standard or "/"], standard)
    assert _twin(pages["cy", standard or "/"], standard) is None


def test_pages_without_a_twin_offer_none(pages: dict[tuple[str, str], HtmlElement]) -> None:
    for (tag, address), page in pages.items():
        if address not in EASY_PAGES and address not in {"/", *TWINS}:
            assert _twin(page, address) is None, (tag, address)
    assert _twin(pages["en", "easy-read/pictures/"], "easy-read/pictures/") is None


def test_search_engines_are_told_of_what_is_published(
    pages: dict[tuple[str, str], HtmlElement], easy: Built
) -> None:
    listed = {
        str(one.text) for one in etree.fromstring((easy.site / "sitemap.xml").read_bytes()).iter("{*}loc")
    }
    for address in EASY_PAGES:
        for tag, folder in FOLDERS.items():
            page, here = pages[tag, address], f"{HOME}{folder}{address}"
            ways = {(one.get("hreflang"), one.get("href")) for one in page.xpath("//link[@hreflang]")}
            led = {(one, f"{HOME}{FOLDERS[one]}{address}") for one in PUBLISHED} | {
                ("x-default", f"{HOME}{address}")
            }
            is_out = tag in PUBLISHED
            assert page.xpath("//link[@rel='canonical']/@href") == [here]
            assert (here in listed) == is_out
            assert ways == (led if is_out else set())
            assert page.xpath("//meta[@name='robots']/@content") == ([] if is_out else ["noindex"])
    assert f"{HOME}cy/glossary/" in listed


def test_a_language_without_easy_read_leads_to_that_of_the_plan(
    pages: dict[tuple[str, str], HtmlElement],
) -> None:
    for (tag, address), page in pages.items():
        if tag != "cy" or address in EASY_PAGES or address == "languages/":  # which says what lacks
            continue
        at = join("/cy/", address.lstrip("/"))
        led = {
            normpath(join(at, href)): one.get("hreflang")
            for one in page.xpath("//a[@href]")
            if (href := one.get("href"))
        }
        offered = {link: language for link, language in led.items() if "easy-read" in link}
        assert offered == {"/easy-read": "en"}, address
        assert not page.xpath("//meta[@name='robots']"), address


def test_hard_words_lead_to_their_meaning_once_a_page(pages: dict[tuple[str, str], HtmlElement]) -> None:
    for tag in PUBLISHED:
        for address, page in _easy(pages, tag).items():
            if address == "easy-read/whole-plan/":
                continue
            links = [link.get("href") for link in page.find_class("pp-hard")]
            has_word = address in {"easy-read/our-roads/", "easy-read/priorities/safer-roads/"}
            assert links == [f"{'../' * address.count('/')}easy-read/words/#term-anpr"] * (has_word), (
                tag,
                address,
            )
        assert pages[tag, "easy-read/words/"].xpath("//h2[@id='term-anpr']")


def test_all_on_one_page_holds_every_page_and_no_id_twice(pages: dict[tuple[str, str], HtmlElement]) -> None:
    page = pages["en", "easy-read/whole-plan/"]
    (whole,) = page.find_class("pp-easy-whole")
    titles = [_words(one) for one in whole.xpath("./section//h2")]
    assert titles == [
        "Welcome to easy read",
        "Our roads",
        "What we want to do",
        "Safe roads",
        "What we have done",
        "Money",
        "Is it working?",
        "Have your say",
        "Hard words",
    ]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    led = [href[1:] for href in whole.xpath(".//a/@href") if href.startswith("#")]
    assert len(led) > len(titles)
    assert set(led) <= set(ids)


@pytest.mark.parametrize(
    ("tested", "says"),
    [
        (
            "tested: []\n",
            ["Nobody with a learning disability has tested this yet.", "It may be hard to understand."],
        ),
        (
            "tested:\n  - {on: 2026-10-01, by: A group, people: 8, changed: We use new words.}\n",
            [
                "8 people with learning disabilities tested this.",
                "A group asked them.",
                "This was in October 2026.",
                "We changed this:",
                "We use new words.",
            ],
        ),
        (
            "tested: [{on: 2026-10-01, by: A, people: 1}, {on: 2026-11-01, by: B, people: 2}]\n",
            [
                "2 people with learning disabilities tested this.",
                "B asked them.",
                "This was in November 2026.",
                "1 person with a learning disability tested this.",
                "A asked them.",
                "This was in October 2026.",
            ],
        ),
    ],
    ids=["nobody", "once", "twice, the newest first"],
)
def test_it_says_who_has_tested_it(small_plan: Path, tested: str, says: list[str]) -> None:
    tell_in_easy_read(small_plan)
    (small_plan / "data/easy_read.yml").write_text(tested, encoding="utf-8")
    site = Site(load_plan(small_plan).plan, ROOT / "overrides" / "fragments", small_plan, date(2026, 11, 23))
    page = site.pages[addresses.EASY]
    made = trees.parse(site.finish(page, "").content)
    after = [_words(one) for one in made.xpath("//h2[@id='tested']/following-sibling::*//p")]
    assert after[: len(says)] == says
    assert ("Tell us if it is hard to understand." in after) == ("Nobody" in says[0])
