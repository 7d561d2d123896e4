"""Which pages stand for the others: of each kind the first and the longest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page

from tests.gate.gate import Gate
from tests.gate.layout import WIDE
from tests.gate.tested import Tested

WHOLE = "whole-plan/"
"""What the other pages say, on one: too long to go through with a key, since each of them is."""
CHUNKS = 8  # so that workers end at about the same time

_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def kinds(tested: Tested) -> dict[str, tuple[str, ...]]:
    """The pages of each kind (`data-kind` of the body), in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for address, tree in tested.trees.items():
        found[tree.xpath("string(//body/@data-kind)") or "none"].append(address)
    return {kind: tuple(addresses) for kind, addresses in sorted(found.items())}


def first_and_longest(tested: Tested) -> tuple[str, ...]:
    """Two pages of each kind that has two."""
    sizes = tested.sizes()
    picked = (
        address
        for pages in kinds(tested).values()
        for address in (pages[0], max(pages, key=lambda page: sizes[page]))
    )
    return tuple(dict.fromkeys(picked))


def first_of_each(tested: Tested) -> tuple[str, ...]:
    """One page of each kind."""
    return tuple(pages[0] for pages in kinds(tested).values())


def chunk_of(gate: Gate, pages: tuple[str, ...], number: int) -> tuple[str, ...]:
    """This worker's part of those of `pages` that this shard is about."""
    return tuple(address for address in pages if address in gate.pages)[number::CHUNKS]


@contextmanager
def tab(browser: Browser, **settings: Any) -> Iterator[Page]:
    """A new page with nothing stored, 1280 px wide unless `settings` say otherwise."""
    with browser.new_context(**{"viewport": WIDE, **settings}) as context:
        yield context.new_page()


def open_page(page: Page, gate: Gate, address: str) -> Page:
    """Go to an address of the site."""
    page.goto(urljoin(gate.home, address), wait_until="load")
    return page


def open_laid_out(page: Page, gate: Gate, address: str) -> Page:
    """The same, and wait until the page's script has seen how it is laid out. Its scripts must be on.

    A table that scrolls is a stop of the Tab key, one that fits is none. That is known only after the first
    frame: on a busy machine a test could come before it, and ask for the ring of a stop about to go.
    """
    open_page(page, gate, address).evaluate(_TWO_FRAMES)
    return page
