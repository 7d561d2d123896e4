"""No page asks another host, stores anything, or runs what is not its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate import checks
from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.kinds import CHUNKS, tab
from tests.gate.transport import MODE, Listener, one_of_each_head, policy
from tests.sites import serving


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_pages_load_without_complaint_and_keep_to_themselves(
    gate: Gate, browser: Browser, chunk: int
) -> None:
    pages = gate.chunk(chunk, CHUNKS)
    faults: list[Fault] = []
    with tab(browser) as page:
        listener = Listener(page, gate.home)
        for address in pages:
            faults += listener.visit(address)
    gate.check(checks.LOADING, faults, pages=pages, modes=(MODE,))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_policy_of_a_page_is_on(gate: Gate, browser: Browser, chunk: int) -> None:
    pages = gate.chunk(chunk, CHUNKS)
    read = pages if gate.all_editions else one_of_each_head(gate.tested.trees, pages)
    faults: list[Fault] = []
    # Without the headers that the site asks for: not every host sends them.
    with serving(gate.tested.folder, gate.tested.mount) as home, tab(browser) as page:
        for address in read:
            page.goto(home + address, wait_until="domcontentloaded")
            faults += policy(page, address)
    gate.check(checks.POLICY, faults, pages=pages, modes=(MODE,))
