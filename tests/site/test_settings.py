"""What a reader chooses in "Text size and colours" holds on every page and stays on the device."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from urllib.parse import urljoin

import pytest
from plainplan.colours import GROUNDS, TINTS
from playwright.sync_api import Browser, Locator, Page, expect

from tests.sites import ROOT

Open = Callable[..., AbstractContextManager[Page]]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 900}
GRANTS, URDU = "grants/", "ur/grants/"
OPENER = ".pp-display__open"
SIZES = {"Large": 1.25, "Larger": 1.5, "Largest": 2}
TINTED = {"Cream": "cream", "Light blue": "blue", "Light green": "green", "Pink": "pink"}


@pytest.fixture
def opened(browser: Browser, served: str) -> Open:
    """Open a page with what a reader has chosen before, in a tab with the settings of a device."""

    @contextmanager
    def tab(address: str, chosen: dict[str, str] | None = None, **device: Any) -> Iterator[Page]:
        with browser.new_context(**device) as context:
            for name, value in (chosen or {}).items():
                context.add_init_script(f"localStorage.setItem('plainplan-{name}', '{value}')")
            page = context.new_page()
            page.goto(urljoin(served, address))
            yield page

    return tab


def group(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def choose(page: Page, name: str, choice: str) -> None:
    if page.locator(OPENER).get_attribute("aria-expanded") == "false":
        page.locator(OPENER).click()
    group(page, name).get_by_label(choice, exact=True).check()


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"


def size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)"))


@pytest.mark.parametrize("choice", SIZES)
@pytest.mark.parametrize("screen", [WIDE, NARROW], ids=["wide", "narrow"])
def test_text_grows_as_much_as_is_said(opened: Open, choice: str, screen: dict[str, int]) -> None:
    with opened(GRANTS, viewport=screen) as page:
        before = size(page)
        choose(page, "Text size", choice)
        assert size(page) == pytest.approx(before * SIZES[choice])
        page.reload()
        assert size(page) == pytest.approx(before * SIZES[choice]), "the page has forgotten"


@pytest.mark.parametrize("address", ["", GRANTS, "budget/2026-27/", "measures/", "search/", URDU])
@pytest.mark.parametrize("opened_panel", [False, True], ids=["closed", "open"])
def test_largest_text_needs_no_scrolling_across(opened: Open, address: str, opened_panel: bool) -> None:
    with opened(address, {"text": "largest", "lines": "wider"}, viewport=NARROW) as page:
        if opened_panel:
            page.locator(OPENER).click()
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_large_text_is_laid_out_as_on_a_narrow_screen(opened: Open) -> None:
    shown = "getComputedStyle(document.querySelector('.pp-cards tbody tr')).display"
    with opened(GRANTS, viewport={"width": 900, "height": 900}) as page:
        assert page.evaluate(shown) == "table-row"
        choose(page, "Text size", "Largest")
        assert page.evaluate(shown) == "block"


@pytest.mark.parametrize("address", [GRANTS, URDU])
def test_lines_are_never_nearer_than_the_least_of_wcag(opened: Open, address: str) -> None:
    lines = """[...document.querySelectorAll('.pp-text p')].map(
        p => parseFloat(getComputedStyle(p).lineHeight) / parseFloat(getComputedStyle(p).fontSize))"""
    least: list[float] = []
    for chosen in ({}, {"lines": "wide"}, {"lines": "wider"}):
        with opened(address, chosen) as page:
            found = page.evaluate(lines)
            assert len(found) > 3
            least.append(min(found))
    assert least[0] >= 1.5 - 0.001, "WCAG 2.2, 1.4.12"
    assert least == sorted(set(least)), "wider is not wider"


def test_a_readers_own_space_between_lines_wins(opened: Open) -> None:
    with opened(GRANTS, {"lines": "wider"}, bypass_csp=True) as page:  # as an extension of the browser does
        page.add_style_tag(content="* { line-height: 3 !important } p { margin-bottom: 3em !important }")
        seen = page.locator("article p").first.evaluate(
            "p => [getComputedStyle(p).lineHeight, getComputedStyle(p).marginBottom].map(parseFloat)"
        )
        assert seen == pytest.approx([3 * size(page)] * 2)


@pytest.mark.parametrize("choice", TINTED)
def test_background_is_the_one_chosen(opened: Open, choice: str) -> None:
    with opened(GRANTS, color_scheme="light") as page:
        choose(page, "Background colour", choice)
        assert ground(page) == rgb(TINTS[TINTED[choice]][0])
        page.reload()
        assert ground(page) == rgb(TINTS[TINTED[choice]][0]), "the page has forgotten"


@pytest.mark.parametrize(
    ("device", "scheme", "expected"),
    [
        ("dark", None, GROUNDS["dark"][0]),
        ("light", "dark", GROUNDS["dark"][0]),
        ("dark", "light", TINTS["cream"][0]),
    ],
)
def test_a_tint_is_for_light_pages(opened: Open, device: str, scheme: str | None, expected: str) -> None:
    chosen = {"tint": "cream"} | ({"scheme": scheme} if scheme else {})
    with opened(GRANTS, chosen, color_scheme=device) as page:
        assert ground(page) == rgb(expected)


def test_a_tint_is_for_screens(opened: Open) -> None:
    with opened(GRANTS, {"tint": "pink", "text": "largest"}) as page:
        page.emulate_media(media="print")
        assert ground(page) == rgb(GROUNDS["light"][0])
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "16px"


def test_a_tint_gives_way_to_the_colours_of_the_system(opened: Open) -> None:
    with opened(GRANTS, {"tint": "pink"}, forced_colors="active") as page:
        value = "getComputedStyle(document.documentElement).getPropertyValue('--pp-ground')"
        assert page.evaluate(value) == "#fff"


def test_choices_hold_in_every_edition(opened: Open, served: str) -> None:
    with opened(GRANTS) as page:
        choose(page, "Background colour", "Cream")
        choose(page, "Text size", "Large")
        page.goto(urljoin(served, URDU))
        assert ground(page) == rgb(TINTS["cream"][0])
        page.locator(OPENER).click()
        expect(page.locator("[name=tint][value=cream]")).to_be_checked()
        expect(page.locator("[name=text][value=large]")).to_be_checked()


def test_look_is_there_before_the_page_is_drawn(opened: Open) -> None:
    """The script is neither late nor asynchronous, and stands before the style sheet."""
    with opened(GRANTS) as page:
        order = page.evaluate(
            """[...document.querySelectorAll('head script[src]:not([type]), head link[rel=stylesheet]')].map(
                e => [(e.src || e.href).split('/').pop().split('?')[0], !!(e.async || e.defer)])"""
        )
    assert order == [["settings.js", False], ["plainplan.js", False], ["plainplan.css", False]]


def test_put_all_back_forgets_everything(opened: Open) -> None:
    chosen = {"text": "larger", "lines": "wide", "tint": "blue", "scheme": "light"}
    with opened(GRANTS) as page:
        for name, value in chosen.items():
            page.evaluate(f"localStorage.setItem('plainplan-{name}', '{value}')")
        page.reload()
        attributes = "Object.keys(document.documentElement.dataset).sort()"
        assert page.evaluate(attributes) == sorted(chosen)
        page.locator(OPENER).click()
        page.get_by_role("button", name="Put all back").click()
        assert page.evaluate(attributes) == []
        assert page.evaluate("localStorage.length") == 0
        assert (
            page.locator(".pp-display input:checked").evaluate_all("all => all.map(i => i.value)") == [""] * 4
        )
        status = page.locator(".pp-display [role=status]")
        expect(status).to_have_text("Everything is as it was at first.", use_inner_text=True)
        choose(page, "Text size", "Large")
        expect(status).to_have_text("", use_inner_text=True)


def test_what_is_not_ours_in_the_storage_does_nothing(opened: Open) -> None:
    with opened(GRANTS, {"text": "huge", "tint": "black", "scheme": "__proto__"}) as page:
        assert page.evaluate("Object.keys(document.documentElement.dataset)") == []
        page.locator(OPENER).click()
        expect(group(page, "Text size").get_by_label("As on my device")).to_be_checked()


def test_without_storage_a_choice_lasts_for_the_page(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
        )
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(urljoin(served, GRANTS))
        choose(page, "Background colour", "Pink")
        assert ground(page) == rgb(TINTS["pink"][0])
        assert errors == []


def test_panel_works_with_the_keyboard_alone(opened: Open) -> None:
    with opened(GRANTS, viewport=WIDE) as page:
        before = size(page)
        page.locator(OPENER).focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        assert size(page) == pytest.approx(before * 1.25)
        expect(page.locator("[name=text][value=large]")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(OPENER)).to_be_focused()
        expect(page.locator("[name=text]").first).to_be_hidden()


def test_panel_is_not_offered_without_scripts(browser: Browser, served: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(urljoin(served, GRANTS))
        expect(page.locator(".pp-display__open")).to_be_hidden()


def test_script_and_panel_know_the_same_choices() -> None:
    script = (ROOT / "overrides" / "assets" / "settings.js").read_text(encoding="utf-8")
    panel = (ROOT / "overrides" / "partials" / "reading.html").read_text(encoding="utf-8")
    listed = {
        (name, value)
        for name, values in re.findall(r"^    (\w+): \[(.*)\],$", script, re.MULTILINE)
        for value in re.findall(r'"(\w+)"', values)
    }
    assert listed == set(re.findall(r'name="(\w+)" value="(\w+)"', panel))
    assert {value for name, value in listed if name == "tint"} == set(TINTS)


def test_every_height_of_lines_follows_the_reader() -> None:
    sheets = sorted((ROOT / "overrides" / "assets" / "styles").glob("*.css"))
    fixed = [
        f"{sheet.name}: {height}"
        for sheet in sheets
        for height in re.findall(r"line-height: [^;]+;", sheet.read_text(encoding="utf-8"))
        if "var(--pp-lines)" not in height
    ]
    assert fixed == [], "write line-height: calc(1.5 * var(--pp-lines))"
