"""How a reader searches, and what is then on the page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from playwright.sync_api import BrowserContext, Locator, Page, expect

WAIT = 15_000
"""Milliseconds, for a first search on a slow machine."""


def watched(context: BrowserContext, served: str) -> Iterator[Page]:
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(error.message))
    page.on("request", lambda request: None if request.url.startswith(served) else faults.append(request.url))
    yield page
    page.close()
    assert faults == []


def search(page: Page, root: str, words: str, kind: str = "") -> None:
    page.goto(f"{root}search/?q={quote(words)}{f'&kind={kind}' if kind else ''}")
    expect(status_of(page)).to_contain_text(f"“{words}”", timeout=WAIT)


def status_of(page: Page) -> Locator:
    return page.locator("main").get_by_role("status")


def found_on(page: Page, root: str) -> list[str]:
    """The addresses of all results, from the home page, the best first."""
    more = page.get_by_role("button", name="Show more results")
    while more.is_visible():
        shown = page.locator(".pp-result").count()
        more.click()
        expect(page.locator(".pp-result").nth(shown)).to_be_visible(timeout=WAIT)
    links: list[str] = page.locator(".pp-result h3 a").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(root) for link in links]
