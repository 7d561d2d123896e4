"""The easy read edition of a small plan, as readers meet it: in English, in Urdu, and not yet in Welsh."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from posixpath import join, normpath
from typing import Any
from urllib.parse import quote

import polib
import pytest
from lxml import etree
from lxml.html import HtmlElement
from plainplan import addresses, trees
from plainplan.load import load_plan
from plainplan.render.site import Site
from plainplan.translation.messages import messages_of
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.easy_plan import tell_in_easy_read
from tests.site.in_editions import HOME, Translated, translate
from tests.site.searching import WAIT, status_of, watched
from tests.sites import ROOT, Built, Workshop, parse, serving

EDITIONS = """\
publish_from: 40
editions:
  - {language: en, name: English, locale: en_GB}
  - {language: ur, name: اردو}
  - {language: cy, name: Cymraeg, locale: cy_GB}
"""
FOLDERS = {"en": "", "ur": "ur/", "cy": "cy/"}
PUBLISHED = ("en", "ur")
TAGS = {"en": "en-GB-simple", "ur": "ur-simple", "cy": "cy-GB-simple"}
TWINS = {
    "": "easy-read/",
    "priorities/": "easy-read/priorities/",
    "priorities/safer-roads/": "easy-read/priorities/safer-roads/",
    "progress/": "easy-read/progress/",
    "budget/": "easy-read/budget/",
    "measures/": "easy-read/measures/",
    "contact/": "easy-read/contact/",
    "glossary/": "easy-read/words/",
    "whole-plan/": "easy-read/whole-plan/",
    "search/": "easy-read/search/",
    "roads/": "easy-read/our-roads/",
}
EASY_PAGES = {*TWINS.values(), "easy-read/pictures/"}
MENU = ("our-roads", "priorities", "progress", "budget", "measures", "contact", "words")
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def easy(workshop: Workshop, lasting_small_plan: Path) -> Built:
    """The site. Into Urdu all is translated, into Welsh all but easy read."""
    plan = tell_in_easy_read(workshop.copy(lasting_small_plan, "easy"))
    about = plan / "data/plan.yml"
    about.write_text(f"{about.read_text(encoding='utf-8')}site_url: {HOME}\n", encoding="utf-8")
    (plan / "data/editions.yml").write_text(EDITIONS, encoding="utf-8")
    pages = {one.key: one.page for one in messages_of(load_plan(plan), plan)}

    def how(tag: str, entry: polib.POEntry) -> Translated:
        if tag == "cy" and pages[entry.msgctxt, entry.msgid].startswith(addresses.EASY):
            return Translated(None)
        begins = "" if entry.msgid == "ANPR" else "اردو " if tag == "ur" else "Ŵy "
        return Translated(f"{begins}{entry.msgid.replace('ANPR', 'کیمرا' if tag == 'ur' else 'Camera')}")

    for tag in ("ur", "cy"):
        translate(plan, tag, how)
    return workshop.build(plan)


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


@pytest.fixture(scope="module")
def root(easy: Built) -> Iterator[str]:
    with serving(easy.site) as address:
        yield address


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=WIDE) as context:
        yield context


@pytest.fixture
def reader(visit: BrowserContext, root: str) -> Iterator[Page]:
    """A reader whose pages say nothing in the console, and ask no other host for anything."""
    yield from watched(visit, root)


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


def _found(page: Page) -> list[str]:
    links: list[str] = page.locator(".pp-result h3 a").evaluate_all("links => links.map(one => one.pathname)")
    return links


@pytest.mark.parametrize(
    ("search", "words", "inside"),
    [
        ("easy-read/search/", "roads", True),
        ("easy-read/search/", "ANPR", True),
        ("easy-read/search/", "money", True),
        ("search/", "roads", False),
        ("search/", "ANPR", False),
        ("ur/easy-read/search/", "roads", True),
        ("ur/search/", "roads", False),
    ],
)
def test_each_search_finds_its_own_pages(
    reader: Page, root: str, search: str, words: str, inside: bool
) -> None:
    reader.goto(f"{root}{search}?q={quote(words)}")
    expect(status_of(reader)).to_contain_text(words, timeout=WAIT)
    expect(reader.locator(".pp-result").first).to_be_visible(timeout=WAIT)
    found = _found(reader)
    assert found
    assert {"/easy-read/" in one for one in found} == {inside}
    assert {one.startswith("/ur/") for one in found} == {search.startswith("ur/")}


@pytest.mark.parametrize("address", ["easy-read/", "easy-read/budget/"])
def test_the_field_of_every_page_searches_easy_read(reader: Page, root: str, address: str) -> None:
    reader.goto(f"{root}{address}")
    reader.get_by_label("Find something").fill("roads")
    reader.keyboard.press("Enter")
    expect(reader.locator(".pp-result").first).to_be_visible(timeout=WAIT)
    assert reader.url == f"{root}easy-read/search/?q=roads"


def test_without_scripts_all_can_be_read(browser: Browser, root: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{root}easy-read/our-roads/")
        expect(page.get_by_text("Many people use them.")).to_be_visible()
        assert page.get_by_role("button", name="Read").count() == 0
        expect(page.locator(".pp-display")).to_be_hidden()
        page.get_by_role("navigation", name="Easy read").get_by_text("Money").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Money")
        field = page.get_by_label("Find something")
        field.fill("roads")
        field.press("Enter")
        page.wait_for_url(f"{root}easy-read/?q=roads")
        page.goto(f"{root}easy-read/search/")
        expect(page.locator("main noscript p")).to_be_visible()
        assert page.locator("main noscript a").get_attribute("href") == "../../easy-read/words/"


@pytest.mark.parametrize("address", sorted(EASY_PAGES))
def test_nothing_needs_scrolling_across(reader: Page, root: str, address: str) -> None:
    reader.set_viewport_size(NARROW)
    for folder in ("", "ur/"):
        reader.goto(f"{root}{folder}{address}")
        assert reader.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], folder
    reader.set_viewport_size(WIDE)


def _sides(page: Page, block: str = ".pp-easy") -> list[tuple[float, float]]:
    """For each block, where its picture and its words begin on the left."""
    found: Any = page.locator(block).evaluate_all(
        "blocks => blocks.map(one => [...one.children].map(part => part.getBoundingClientRect().left))"
    )
    return [(picture, words) for picture, words in found]


@pytest.mark.parametrize("address", ["easy-read/our-roads/", "easy-read/measures/", "easy-read/whole-plan/"])
@pytest.mark.parametrize("folder", ["", "ur/"])
def test_pictures_stand_before_their_words(reader: Page, root: str, address: str, folder: str) -> None:
    reader.goto(f"{root}{folder}{address}")
    sides = _sides(reader)
    assert sides
    assert all((picture > words) == bool(folder) and picture != words for picture, words in sides)
    turned = reader.locator(".pp-ten").evaluate_all("all => all.map(one => getComputedStyle(one).transform)")
    assert set(turned) <= {"matrix(-1, 0, 0, 1, 0, 0)" if folder else "none"}


def test_on_a_narrow_screen_pictures_stand_above(reader: Page, root: str) -> None:
    reader.set_viewport_size(NARROW)
    reader.goto(f"{root}easy-read/our-roads/")
    assert {picture == words for picture, words in _sides(reader)} == {True}
    reader.set_viewport_size(WIDE)


def test_printed_blocks_stay_whole_and_links_that_lead_away_are_left_out(reader: Page, root: str) -> None:
    reader.emulate_media(media="print")
    reader.goto(f"{root}easy-read/whole-plan/")
    breaks = reader.locator(".pp-easy").evaluate_all(
        "all => all.map(one => getComputedStyle(one).breakInside)"
    )
    assert set(breaks) == {"avoid"}
    size = reader.evaluate("parseFloat(getComputedStyle(document.querySelector('.pp-easy p')).fontSize)")
    assert size >= 14 / 72 * 96 - 0.01, "14 point at least"
    assert {picture < words for picture, words in _sides(reader)} == {True}
    for hidden in (".pp-twin", "nav.pp-menu", ".pp-search"):
        expect(reader.locator(hidden).first).to_be_hidden()


@pytest.mark.parametrize("address", ["easy-read/", "easy-read/search/", "ur/easy-read/words/"])
def test_settings_of_text_are_on_every_page(reader: Page, root: str, address: str) -> None:
    reader.goto(f"{root}{address}")
    panel = reader.locator(".pp-display")
    expect(panel).to_be_visible()
    panel.locator("summary").click()
    expect(panel.get_by_role("radio").first).to_be_visible()


def test_nothing_is_justified_slanted_or_hyphenated(reader: Page, root: str) -> None:
    reader.goto(f"{root}easy-read/our-roads/")
    styles = reader.locator(".pp-easy p").evaluate_all(
        "all => all.map(one => getComputedStyle(one))"
        ".map(one => [one.textAlign, one.fontStyle, one.hyphens].join())"
    )
    assert set(styles) == {"start,normal,manual"}
