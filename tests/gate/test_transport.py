"""No page asks another host, stores anything, or runs what is not its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.kinds import CHUNKS, tab
from tests.gate.transport import MODE, Listener, policy


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
    what = "No error, no request to another host, no cookie, nothing stored."
    gate.check("Loading", what, faults, pages=pages, modes=(MODE,))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_content_security_policy_is_on(gate: Gate, browser: Browser, chunk: int) -> None:
    pages = gate.chunk(chunk, CHUNKS)
    faults: list[Fault] = []
    with tab(browser) as page:
        for address in pages:
            page.goto(gate.home + address, wait_until="domcontentloaded")
            faults += policy(page, address)
    what = "An inline script that was planted did not run."
    gate.check("Content security policy", what, faults, pages=pages, modes=(MODE,))
