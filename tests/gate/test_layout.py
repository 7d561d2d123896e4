"""Every kind of page keeps its text and its controls when it is narrow, spaced out or large."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.gate import checks
from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.kinds import CHUNKS, chunk_of, first_and_longest, open_page, tab
from tests.gate.layout import MODES, layout


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_pages_keep_their_text_and_controls(gate: Gate, browser: Browser, chunk: int) -> None:
    pages = chunk_of(gate, first_and_longest(gate, words=True), chunk)
    faults: list[Fault] = []
    with tab(browser, reduced_motion="reduce") as page:
        for address in pages:
            faults += layout(open_page(page, gate, address), address)
    gate.check(checks.LAYOUT, faults, pages=pages, modes=MODES)
