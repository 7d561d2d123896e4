"""Every kind of page stands up to readers' settings, to printers, and to browsers without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate import checks, modes
from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.kinds import CHUNKS, chunk_of, first_and_longest, first_of_each, open_page, tab


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_pages_stand_up_to_settings_and_printers(gate: Gate, browser: Browser, chunk: int) -> None:
    pages = chunk_of(gate, first_and_longest(gate), chunk)
    faults: list[Fault] = []
    with tab(browser) as page:
        for address in pages:
            open_page(page, gate, address)
            faults += modes.reduced_motion(page, address)
            faults += modes.printed(page, address)
            faults += modes.right_to_left(page, address)
    gate.check(checks.SETTINGS, faults, pages=pages, modes=modes.SETTINGS)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nothing_is_lost_in_forced_colours(gate: Gate, browser: Browser, chunk: int) -> None:
    pages = chunk_of(gate, first_of_each(gate), chunk)
    faults: list[Fault] = []
    with tab(browser) as page:
        for address in pages:
            faults += modes.forced_colours(open_page(page, gate, address), address)
    gate.check(checks.FORCED, faults, pages=pages, modes=(modes.FORCED,))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_pages_work_without_scripts(gate: Gate, browser: Browser, chunk: int) -> None:
    pages = chunk_of(gate, first_and_longest(gate), chunk)
    faults: list[Fault] = []
    with tab(browser, java_script_enabled=False) as page:
        for address in pages:
            faults += modes.without_scripts(open_page(page, gate, address), address)
    gate.check(checks.SCRIPTLESS, faults, pages=pages, modes=(modes.SCRIPTLESS,))
