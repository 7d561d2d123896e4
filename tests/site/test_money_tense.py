"""What is over is told as past, what is proposed as what would be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml.html import HtmlElement

if TYPE_CHECKING:
    from tests.sites import Built, Workshop


def _words(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


@pytest.fixture(scope="module")
def small_proposed(workshop: Workshop, lasting_small_plan: Path) -> Built:
    folder = workshop.copy(lasting_small_plan, "small-proposed")
    budget = folder / "data/budget.yml"
    text = budget.read_text(encoding="utf-8")
    assert text.count("status: approved") == 1
    budget.write_text(text.replace("status: approved", "status: proposed"), encoding="utf-8")
    return workshop.build(folder)


def test_a_year_that_is_over_is_told_as_past(example: Built) -> None:
    page = example.pages["budget/2025-26/"]
    first = page.xpath("//div[@class='pp-text']/*[1]")[0]
    assert _words(first) == (
        "In 2025 to 2026 policing cost £142.1 million . £142.4 million came in, and £285,000 was put into "
        "reserves . A Band D home paid £256.32, up £14 (5.8%) on the year before."
    )
    said = [
        _words(part)
        for part in page.xpath("//div[@class='pp-text']//*[self::p or self::h2 or self::caption]")
    ]
    text = " | ".join(said)
    for words in (
        "Where the money came from",
        "£1.5 million was saved: the same work cost that much less.",
        "passed to the chief constable , who decided how it was used",
        "Where each £100 went in 2025 to 2026",
        "The sum stood at £9,640,512.80 at the start",
        "What was spent on each priority in 2025 to 2026",
        "It came to £11.2 million in 2025 to 2026",
    ):
        assert words in text
    assert not re.search(r"\b(comes|home pays|passes|stays|is saved|is drawn|is put into)\b", text)


def test_a_budget_that_is_proposed_is_told_as_what_would_be(small_proposed: Built) -> None:
    text = _words(small_proposed.pages["budget/2026-27/"].find(".//article"))
    assert "policing would cost £80 . £91 would come in, and £10 would be put into reserves." in text
    assert "would pass to the chief constable, who would decide how it would be used" in text
    priority = _words(small_proposed.pages["priorities/safer-roads/"].find(".//article"))
    assert "2026 to 2027 (budget) : £80 is proposed" in priority
