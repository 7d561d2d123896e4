"""Filters in the hands of a reader: with and without scripts, by keyboard, on a small screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from plainplan.model.facets import Facet
from playwright.sync_api import Browser, Locator, Page, expect

if TYPE_CHECKING:
    from tests.sites import Built

Open = Callable[..., AbstractContextManager[Page]]


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


def _shown(page: Page) -> Locator:
    return page.locator("#every-action tbody tr:visible")


def _asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_choices_show_some_actions_and_stand_in_the_address(opened: Open) -> None:
    with opened("progress/") as page:
        told = page.locator("form.pp-filter [role=status]")
        expect(told).to_have_text("All 64 actions are shown.")
        expect(_shown(page)).to_have_count(64)
        page.get_by_label("Status", exact=True).select_option("At risk")
        expect(_shown(page)).to_have_count(8)
        expect(told).to_have_text("8 of 64 actions are shown.")
        page.get_by_label("Who has to deliver").select_option("Partners")
        expect(_shown(page)).to_have_count(3)
        assert _asked(page) == {"status": ["at-risk"], "kind": ["partner"]}
        page.go_back()
        expect(_shown(page)).to_have_count(8)
        expect(page.get_by_label("Who has to deliver")).to_have_value("")
        page.go_back()
        expect(_shown(page)).to_have_count(64)
        page.go_forward()
        expect(told).to_have_text("8 of 64 actions are shown.")
        page.reload()
        expect(_shown(page)).to_have_count(8)


def test_address_with_a_choice_opens_with_it(opened: Open) -> None:
    with opened("progress/?status=on-track&priority=safer-roads&from=letter#all") as page:
        expect(page.get_by_label("Status", exact=True)).to_have_value("on-track")
        expect(page.get_by_label("Priority", exact=True)).to_have_value("safer-roads")
        shown = _shown(page).count()
        expect(page.locator("form.pp-filter [role=status]")).to_have_text(f"{shown} of 64 actions are shown.")
        page.get_by_role("button", name="Clear").click()
        expect(_shown(page)).to_have_count(64)
        assert _asked(page) == {"from": ["letter"]}, "what is not ours in an address stays"
        assert urlsplit(page.url).fragment == "all"


def test_choice_that_does_not_exist_shows_everything(opened: Open) -> None:
    with opened("progress/?status=sleeping") as page:
        expect(_shown(page)).to_have_count(64)
        expect(page.get_by_label("Status", exact=True)).to_have_value("")


def test_filter_counts_as_the_pages_do(opened: Open, example: Built) -> None:
    with opened("progress/") as page:
        for facet in Facet:
            options = page.locator(f"#every-action-{facet} option")
            choices = options.evaluate_all("all => all.map((one) => one.value)")
            for value in filter(None, choices):
                page.locator(f"#every-action-{facet}").select_option(value)
                expect(_shown(page)).to_have_count(
                    len(example.pages[f"progress/{facet}/{value}/"].xpath("//article//tbody/tr"))
                )
            page.get_by_role("button", name="Clear").click()


def test_words_are_found_without_case_and_accents(opened: Open) -> None:
    with opened("progress/") as page:
        page.get_by_label("Words in the list").fill("STÓNELOW bases")
        expect(_shown(page)).to_have_count(1)
        expect(page.locator("form.pp-filter [role=status]")).to_have_text("1 of 64 actions is shown.")
        page.get_by_label("Words in the list").fill("xylophone")
        expect(page.locator("form.pp-filter [role=status]")).to_contain_text("None of the 64 actions fits.")
        expect(page.locator("#every-action")).to_be_hidden()
        assert _asked(page) == {"q": ["xylophone"]}
        page.go_back()
        expect(_shown(page)).to_have_count(64)


def test_filter_works_by_keyboard(opened: Open) -> None:
    with opened("progress/") as page:
        page.get_by_label("Words in the list").focus()
        page.keyboard.press("Tab")
        expect(page.get_by_label("Status", exact=True)).to_be_focused()
        page.keyboard.type("De")
        expect(_shown(page)).to_have_count(6)
        for _ in range(5):
            page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Show")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("form.pp-filter [role=status]")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        expect(page.get_by_role("button", name="Clear")).to_be_focused()
        page.keyboard.press("Space")
        expect(_shown(page)).to_have_count(64)
        expect(page.get_by_role("button", name="Clear")).to_be_focused()


def test_form_takes_the_place_of_the_links(opened: Open) -> None:
    with opened("progress/") as page:
        expect(page.locator("form.pp-filter")).to_be_visible()
        expect(page.locator("#all ~ nav")).to_be_hidden()


def test_filters_are_pages_without_scripts(opened: Open) -> None:
    with opened("progress/?status=at-risk", java_script_enabled=False) as page:
        expect(page.locator("form.pp-filter")).to_be_hidden()
        expect(_shown(page)).to_have_count(64)
        ways = page.locator("#all ~ nav")
        expect(ways.get_by_role("link", name="At risk", exact=True)).to_be_visible()
        expect(ways.locator("dt")).to_have_text(
            ["Status", "Priority", "Who answers for it", "Who has to deliver", "What is late"]
        )
        ways.get_by_role("link", name="At risk", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Actions that are at risk")
        expect(page.locator("article tbody tr")).to_have_count(8)
        page.get_by_role("link", name="Progress of the whole plan").click()
        page.locator("#safer-roads").get_by_role("link", name="at risk: ").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Actions under Safer roads and rural communities"
        )
        expect(page.locator("tbody#at-risk")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["progress/?status=at-risk", "progress/priority/safer-roads/"])
def test_nothing_is_cut_off_on_a_small_screen(opened: Open, address: str) -> None:
    with opened(address, viewport={"width": 320, "height": 900}) as page:
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wider) == 0
        hidden = page.locator("#every-action tbody tr[hidden]")
        expect(hidden.first if hidden.count() else page.locator("form[hidden]")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "sum_"), [("grants/", r"^£[\d,.]+$"), ("ur/grants/", "^\u2066£[\\d,.]+\u2069$")]
)
def test_the_sum_keeps_its_sign_on_its_side(opened: Open, address: str, sum_: str) -> None:
    with opened(address) as page:
        expect(page.locator("[data-sum]").first).to_have_text(re.compile(sum_))
