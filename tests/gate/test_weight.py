"""A first view is light."""

from __future__ import annotations

from urllib.parse import urljoin

from playwright.sync_api import Browser

from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.kinds import WHOLE, first_of_each, kinds
from tests.gate.weight import MODE, first_view, weight


def test_first_views_are_light(gate: Gate, browser: Browser) -> None:
    """One page of each kind, and the longest priority."""
    sizes = gate.tested.sizes()
    priorities = kinds(gate.tested).get("priority", ())
    longest = sorted(priorities, key=lambda page: -sizes[page])[:1]
    # The whole plan on one page is as long as the plan is, and its readers ask for all of it.
    light = dict.fromkeys([*first_of_each(gate.tested), *longest])
    pages = tuple(one for one in light if one in gate.pages and not one.endswith(WHOLE))
    faults: list[Fault] = []
    for address in pages:
        faults += weight(first_view(browser, urljoin(gate.home, address)), address)
    what = "What a browser fetches first, compressed and images aside: 40 kB at most, fewer than 8 requests."
    gate.check("Weight", what, faults, pages=pages, modes=(MODE,))
