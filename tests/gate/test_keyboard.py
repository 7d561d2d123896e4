"""Every kind of page can be used with a keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate import checks
from tests.gate.asking import ask
from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.keyboard import MODE, at_rest, keyboard, reach, ring
from tests.gate.kinds import CHUNKS, WHOLE, chunk_of, first_and_longest, first_of_each, open_laid_out, tab


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_everything_can_be_reached_with_the_keyboard(gate: Gate, browser: Browser, chunk: int) -> None:
    pages = chunk_of(gate, first_and_longest(gate), chunk)
    faults: list[Fault] = []
    with tab(browser, reduced_motion="reduce") as page:
        for address in pages:
            probe = at_rest if address.endswith(WHOLE) else keyboard
            faults += probe(open_laid_out(page, gate, address), address)
    gate.check(checks.KEYBOARD, faults, pages=pages, modes=(MODE,))


def test_everything_in_menus_can_be_reached_with_the_keyboard(gate: Gate, browser: Browser) -> None:
    """What stands in a menu is the same on each page: the home page of each language is enough."""
    pages = tuple(home for home in gate.tested.editions if home in gate.pages)
    faults: list[Fault] = []
    mode = f"{MODE}, menus open"
    with tab(browser, reduced_motion="reduce") as page:
        for address in pages:
            open_laid_out(page, gate, address)
            ask(page, "openAll")
            faults += reach(page, address, mode)
    gate.check(checks.MENUS, faults, pages=pages, modes=(mode,))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_shows_in_pixels(gate: Gate, browser: Browser, scheme: str) -> None:
    sample = (address for address in first_of_each(gate) if not address.endswith(WHOLE))
    pages = tuple(address for address in sample if address in gate.pages)
    faults: list[Fault] = []
    proved: frozenset[str] = frozenset()
    with tab(browser, reduced_motion="reduce", color_scheme=scheme) as page:
        for address in pages:
            found, proved = ring(open_laid_out(page, gate, address), address, proved)
            faults += found
    assert proved or not pages
    gate.check(checks.FOCUS, faults, pages=pages, modes=(f"{MODE}, {scheme}",))
