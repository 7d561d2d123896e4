"""axe on every page of the site, in every mode."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import Browser

from tests.gate import checks, settled
from tests.gate.axe import ALL_MODES, Found, newest, read_pages, read_search, wanted_version
from tests.gate.gate import Gate
from tests.gate.kinds import CHUNKS

_CHUNKS = 2 * CHUNKS  # axe takes as long as all others


@pytest.mark.parametrize("chunk", range(_CHUNKS))
def test_axe_finds_nothing(gate: Gate, browser: Browser, chunk: int) -> None:
    pages = gate.chunk(chunk, _CHUNKS)
    found = read_pages(browser, gate.home, pages, settled.read())
    gate.tool("axe-core", wanted_version())
    gate.tool("Chromium", browser.version)
    gate.check(
        checks.AXE,
        found.faults,
        pages=pages,
        modes=ALL_MODES,
        rules=found.rules,
        settled=found.settled,
    )


def test_axe_finds_nothing_in_search_results(gate: Gate, browser: Browser) -> None:
    """Results, and the answer where there are none."""
    words = [_common_word(gate), "xqzwvj"] if gate.whole else []
    found = read_search(browser, gate.home, words)
    gate.check(
        checks.SEARCH,
        found.faults,
        pages=[f"search/?q={word}" for word in words],
        modes=ALL_MODES,
        rules=found.rules,
    )


def _common_word(gate: Gate) -> str:
    """A word that many pages of this plan are about."""
    titles = (page.xpath("string(//h1)") for page in gate.tested.trees.values())
    words = Counter[str](word for title in titles for word in re.findall(r"[^\W\d_]{5,}", title.casefold()))
    return max(words, key=lambda word: (words[word], word))


def test_rules_of_wcag_2_2_run(gate: Gate, browser: Browser) -> None:
    """axe-core-python's own script is of 2022, before there was a WCAG 2.2."""
    found = Found()
    with browser.new_context() as context:
        tab = context.new_page()
        tab.goto(gate.home)
        tab.evaluate(newest().axe_script)
        assert tab.evaluate("axe.version") == wanted_version()
        enabled = tab.evaluate("axe.getRules(['wcag22aa']).map((rule) => rule.ruleId)")
    found = read_pages(browser, gate.home, [""])
    assert "target-size" in enabled
    assert set(enabled) <= found.rules
    assert len(found.rules) > 80
