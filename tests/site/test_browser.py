"""The example read in a real browser: nothing breaks, nothing leaves the site, everybody can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from axe_core_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

if TYPE_CHECKING:
    from tests.sites import Built


@pytest.fixture(scope="module")
def reader(browser: Browser, served: str) -> Iterator[Page]:
    """One tab for all that only reads. What it asks of another origin is refused, and counts as a fault."""
    context = browser.new_context()
    yield from _tab(context, served)
    context.close()


def _tab(context: BrowserContext, served: str) -> Iterator[Page]:
    page = context.new_page()
    strayed: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith((served, "data:", "blob:")):
            route.continue_()
        else:
            strayed.append(route.request.url)
            route.abort()

    context.route(re.compile(f"^(?!{re.escape(served)})"), guard)
    yield page
    assert strayed == []


def test_every_page_loads_without_an_error(reader: Page, served: str, example: Built) -> None:
    faults: list[str] = []
    reader.on(
        "console",
        lambda message: faults.append(f"{reader.url}: {message.text}") if message.type == "error" else None,
    )
    reader.on("pageerror", lambda error: faults.append(f"{reader.url}: {error.message}"))
    # Going on while a page still fetches its search index breaks that off: no fault of the page.
    reader.on(
        "requestfailed",
        lambda request: (
            faults.append(f"{reader.url}: {request.failure}: {request.url}")
            if request.failure != "net::ERR_ABORTED"
            else None
        ),
    )
    reader.on(
        "response",
        lambda answer: (
            faults.append(f"{reader.url}: {answer.status}: {answer.url}") if answer.status >= 400 else None
        ),
    )
    for address in example.pages:
        reader.goto(urljoin(served, address), wait_until="load")
    reader.goto("about:blank")
    assert faults == []


_KINDS = {
    "home": "",
    "priorities": "priorities/",
    "priority": "priorities/safer-roads/",
    "actions": "actions/",
    "action": "actions/high-risk-routes/",
    "measures": "measures/",
    "measure": "measures/road-deaths-and-injuries/",
    "budget": "budget/",
    "budget year": "budget/2026-27/",
    "grants": "grants/",
    "who": "who-does-what/",
    "organisation": "who-does-what/ashmarch-police/",
    "timeline": "timeline/",
    "consultation": "consultation/",
    "law": "law/",
    "glossary": "glossary/",
    "a-to-z": "a-to-z/",
    "about": "about/",
    "contact": "contact/",
    "progress": "progress/",
    "report": "progress/2026-10-23/",
    "chapter": "foreword/",
}


@pytest.mark.parametrize("kind", _KINDS)
def test_everybody_can_read_the_page(reader: Page, served: str, kind: str) -> None:
    answer = reader.goto(urljoin(served, _KINDS[kind]))
    assert answer
    assert answer.ok
    rules: dict[str, Any] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
    found = Axe().run(reader, "article", rules)
    told = [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
    assert told == []
    assert found["passes"]


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
