"""Which pages stand for the others: of each kind the first and the longest; of a translation a few."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page

from tests.gate.gate import Gate
from tests.gate.layout import WIDE
from tests.gate.sample import WHOLE, few, firsts, kinds

__all__ = ["CHUNKS", "WHOLE", "chunk_of", "first_and_longest", "first_of_each", "kinds", "open_laid_out"]
__all__ += ["open_page", "tab"]
CHUNKS = 8  # so that workers end at about the same time

_TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def first_and_longest(gate: Gate, *, words: bool = False) -> tuple[str, ...]:
    """Two pages of each kind that has two. `words`: how long words are matters."""
    sizes = gate.tested.sizes()
    return _in_each_edition(gate, lambda pages: (pages[0], max(pages, key=lambda page: sizes[page])), words)


def first_of_each(gate: Gate, *, words: bool = False) -> tuple[str, ...]:
    """One page of each kind."""
    return _in_each_edition(gate, lambda pages: pages[:1], words)


def _in_each_edition(
    gate: Gate, pick: Callable[[tuple[str, ...]], tuple[str, ...]], words: bool
) -> tuple[str, ...]:
    """What is picked of each kind; of a translation that is read in part, those few where it shows most.

    Keys, printers and forced colours know no words, only elements and their direction. Where these matter
    alone, further translations of a direction have the elements of the first: their home page is enough.
    """
    found: list[str] = []
    for edition in gate.tested.editions:
        if edition and not gate.all_editions:
            alike = not words and edition not in firsts(gate.tested)
            found += (edition,) if alike else few(gate.tested, edition)
        else:
            found += [page for pages in kinds(gate.tested, edition).values() for page in pick(pages)]
    return tuple(dict.fromkeys(found))


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
