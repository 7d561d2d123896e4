"""A first view is light."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from tests.gate import checks
from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.kinds import CHUNKS, WHOLE, chunk_of, first_of_each, kinds
from tests.gate.weight import MODE, first_views, weight


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_first_views_are_light(gate: Gate, browser: Browser, chunk: int) -> None:
    """One page of each kind, and the longest priority."""
    sizes = gate.tested.sizes()
    priorities = kinds(gate.tested).get("priority", ())
    longest = sorted(priorities, key=lambda page: -sizes[page])[:1]
    # The whole plan on one page is as long as the plan is, and its readers ask for all of it.
    light = dict.fromkeys([*first_of_each(gate, words=True), *longest])
    pages = chunk_of(gate, tuple(one for one in light if not one.endswith(WHOLE)), chunk)
    faults: list[Fault] = []
    views = first_views(browser, [urljoin(gate.home, address) for address in pages])
    for address, asked in zip(pages, views, strict=True):
        faults += weight(asked, address)
    gate.check(checks.WEIGHT, faults, pages=pages, modes=(MODE,))
