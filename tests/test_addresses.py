from __future__ import annotations

from pathlib import Path

import pytest
from plainplan import addresses
from plainplan.load import load_plan

EXPECTED: dict[str, set[str]] = {
    "": set(),
    "a-to-z/": set(),
    "accessibility/": set(),
    "accessibility/results/": set(),
    "whole-plan/": set(),
    "search/": set(),
    "about/": set(),
    "contact/": set(),
    "data/": set(),
    "priorities/": set(),
    "priorities/safer-roads/": {"slow-down"},
    "actions/": {"safer-roads"},
    "actions/speed-checks/": set(),
    "measures/": {"for-safer-roads"},
    "measures/speeding/": set(),
    "progress/": {"safer-roads"},
    "progress/2026-10-23/": set(),
    "progress/status/on-track/": set(),
    "progress/priority/safer-roads/": set(),
    "progress/organisation/police/": set(),
    "progress/kind/operational/": set(),
    "progress/late/report-overdue/": set(),
    "progress/late/past-due-date/": set(),
    "budget/": set(),
    "budget/2026-27/": set(),
    "grants/": {"village-watch"},
    "grants/priority/safer-roads/": set(),
    "grants/year/2026-27/": set(),
    "grants/recipient/watch-trust/": set(),
    "who-does-what/": {"commissioner", "police"},
    "who-does-what/commissioner/": set(),
    "who-does-what/police/": set(),
    "timeline/": {"published", "year_2025"},
    "changes/": {"in-2026-10", "on-2026-10-23", "in-2026-05", "on-2026-05-01"}
    | {"in-2025-12", "on-2025-12-20", "on-2025-12-01"},
    "changes/2026/": {"in-2026-10", "on-2026-10-23", "in-2026-05", "on-2026-05-01"},
    "changes/2025/": {"in-2025-12", "on-2025-12-20", "on-2025-12-01"},
    "annual-report/": set(),
    "annual-report/2026-27/": {"priority-safer-roads"},
    "consultation/": {"survey", "survey-too-fast"},
    "you-said-we-did/": set(),
    "law/": {"s7"},
    "glossary/": {"term-anpr"},
    "roads/": {"slower-traffic"},
}
"""The pages of the small plan, with their anchors."""


def test_every_record_has_its_page_or_its_anchor(small_plan: Path) -> None:
    pages = addresses.everything(load_plan(small_plan).plan)
    assert pages == EXPECTED


def test_what_has_no_data_has_no_page(small_plan: Path) -> None:
    (small_plan / "data/glossary.yml").unlink()
    (small_plan / "data/milestones.yml").unlink()
    pages = addresses.generated(load_plan(small_plan).plan)
    assert not {"glossary/", "timeline/"} & set(pages)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("law.md", "law/"),
        ("/law/", "law/"),
        ("law", "law/"),
        ("index.md", ""),
        ("/", ""),
        ("priorities/index.md", "priorities/"),
        ("priorities/safer-roads.md", "priorities/safer-roads/"),
    ],
)
def test_to_address(page: str, address: str) -> None:
    assert addresses.to_address(page) == address


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("law/", "", "law/"),
        ("", "law/", "../"),
        ("law/#s7", "law/", "#s7"),
        ("law/#s7", "budget/2026-27/", "../../law/#s7"),
        ("law/", "law/", "../law/"),
    ],
)
def test_relative(target: str, page: str, link: str) -> None:
    assert addresses.relative(target, page) == link


def test_source_is_the_file_that_a_page_stands_for() -> None:
    pages = ["", "law/", "budget/", "budget/2026-27/"]
    found = [addresses.source(page, pages) for page in pages]
    assert found == ["index.md", "law.md", "budget/index.md", "budget/2026-27.md"]
    assert [addresses.to_address(name) for name in found] == pages
