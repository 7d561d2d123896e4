"""Easy read in a browser: its search, its layout, print, settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.site.easy_site import EASY_PAGES, easy_site
from tests.site.searching import WAIT, status_of, watched
from tests.sites import Built, Workshop, serving

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def easy(workshop: Workshop, lasting_small_plan: Path) -> Built:
    return easy_site(workshop, lasting_small_plan)


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
        expect(page.locator(".pp-display__open")).to_be_hidden()
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
    reader.locator(".pp-display__open").click()
    expect(panel.get_by_role("radio").first).to_be_visible()


def test_nothing_is_justified_slanted_or_hyphenated(reader: Page, root: str) -> None:
    reader.goto(f"{root}easy-read/our-roads/")
    styles = reader.locator(".pp-easy p").evaluate_all(
        "all => all.map(one => getComputedStyle(one))"
        ".map(one => [one.textAlign, one.fontStyle, one.hyphens].join())"
    )
    assert set(styles) == {"start,normal,manual"}
