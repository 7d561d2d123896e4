"""The example in the hands of a reader: with and without scripts, on a phone, in the dark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

if TYPE_CHECKING:
    from tests.sites import Built

Open = Callable[..., AbstractContextManager[Page]]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 900}
GRANTS, BUDGET = "grants/", "budget/2026-27/"


@pytest.fixture
def opened(browser: Browser, served: str) -> Open:
    """Open a page in a tab of its own, with the settings of a reader's device."""

    @contextmanager
    def tab(address: str, **settings: Any) -> Iterator[Page]:
        with browser.new_context(**settings) as context:
            page = context.new_page()
            page.goto(urljoin(served, address))
            yield page

    return tab


def _scheme(page: Page, choice: str) -> Locator:
    """One of the choices of light and dark."""
    return page.get_by_role("group", name="Colours of this site").get_by_label(choice, exact=True)


def _ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


_LIGHT, _DARK = "rgb(255, 255, 255)", "rgb(18, 23, 30)"


@pytest.mark.parametrize(
    ("device", "choice", "expected"),
    [
        ("light", None, _LIGHT),
        ("dark", None, _DARK),
        ("light", "Dark", _DARK),
        ("dark", "Light", _LIGHT),
        ("dark", "As on my device", _DARK),
    ],
)
def test_colours_are_those_of_the_device_or_of_the_reader(
    opened: Open, served: str, device: str, choice: str | None, expected: str
) -> None:
    with opened("", color_scheme=device) as page:
        if choice:
            page.locator(".pp-display__open").click()
            _scheme(page, choice).check()
        assert _ground(page) == expected
        page.goto(urljoin(served, GRANTS))
        assert _ground(page) == expected, "the next page has forgotten the choice"
        page.locator(".pp-display__open").click()
        expect(_scheme(page, choice or "As on my device")).to_be_checked()


def test_colours_close_with_escape(opened: Open) -> None:
    with opened("") as page:
        page.locator(".pp-display__open").click()
        _scheme(page, "Dark").focus()
        page.keyboard.press("Escape")
        expect(_scheme(page, "Dark")).to_be_hidden()
        expect(page.locator(".pp-display__open")).to_be_focused()


def test_nothing_is_kept_on_the_device_unless_chosen(opened: Open) -> None:
    with opened("") as page:
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        page.locator(".pp-display__open").click()
        _scheme(page, "Dark").check()
        assert page.evaluate("localStorage.length") == 1
        _scheme(page, "As on my device").check()
        assert page.evaluate("localStorage.length") == 0


def test_menu_is_open_on_a_wide_screen_and_opens_on_a_narrow_one(opened: Open) -> None:
    with opened(GRANTS, viewport=WIDE) as page:
        expect(page.locator(".pp-menu a[aria-current=page]")).to_be_visible()
        expect(page.locator(".pp-menu a[aria-current=page]")).to_have_text("Grants")
    with opened(GRANTS, viewport=NARROW) as page:
        expect(page.locator(".pp-menu a[aria-current=page]")).to_be_hidden()
        page.get_by_text("Menu", exact=True).press("Enter")
        expect(page.locator(".pp-menu a[aria-current=page]")).to_be_visible()


def test_menu_says_where_a_page_that_is_not_in_it_belongs(opened: Open) -> None:
    with opened("actions/high-risk-routes/", viewport=WIDE) as page:
        assert page.locator(".pp-menu [aria-current=page]").count() == 0
        assert page.locator(".pp-menu [aria-current=true]").all_inner_texts() == ["Safer roads"]


@pytest.mark.parametrize("address", ["", GRANTS, "actions/high-risk-routes/"])
def test_search_form_leads_to_the_results(opened: Open, served: str, address: str) -> None:
    with opened(address) as page:
        page.get_by_label("Search this plan").fill("speeding")
        page.keyboard.press("Enter")
        page.wait_for_url(urljoin(served, "search/?q=speeding"))


def test_a_table_is_a_stop_of_the_tab_key_only_where_it_scrolls(opened: Open) -> None:
    with opened(BUDGET, viewport=WIDE) as page:
        expect(page.locator(".pp-table[tabindex]")).to_have_count(0)
        page.set_viewport_size({"width": 650, "height": 600})
        page.locator("article table").first.evaluate("table => table.style.width = '2000px'")
        expect(page.locator(".pp-table[tabindex='0'][role=region][aria-label]").first).to_be_attached()


def test_rows_become_cards_and_stay_rows_for_screen_readers(opened: Open) -> None:
    with opened(GRANTS, viewport=NARROW) as page:
        table = page.locator("article table").first
        row = table.locator("tbody tr").first
        boxes = [cell.bounding_box() for cell in row.locator("th, td").all()]
        assert len(boxes) == table.locator("thead th").count() > 3
        tops = [box["y"] for box in boxes if box]
        assert tops == sorted(set(tops)), "the cells stand beside one another"
        snapshot = table.aria_snapshot()
        assert "rowheader" in snapshot
        assert re.search(r'cell "Recipient: \w', snapshot)


def test_pages_can_be_read_without_scripts(browser: Browser, served: str, example: Built) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(served)
        expect(page.locator("article h2#priorities")).to_be_visible()
        page.locator("article .pp-priorities a").first.click()
        page.wait_for_url(re.compile("/priorities/."))
        expect(page.locator("article h1")).to_be_visible()
        page.locator("article .pp-actions a").first.click()
        page.wait_for_url(re.compile("/actions/."))
        expect(page.locator("article .pp-facts")).to_be_visible()
        page.locator(".pp-trail a").first.click()
        page.wait_for_url(served)
        page.locator(".pp-menu summary", has_text="Money").click()
        page.locator(".pp-menu a[href*='grants/']").click()
        page.wait_for_url(re.compile("/grants/"))
        assert page.locator("article h1").inner_text() == "Grants"
