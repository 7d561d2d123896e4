"""What is known of a page before it is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.load import load_plan
from plainplan.render.pages import pages_of
from plainplan.views.index import Index

Change = Callable[[str, str, str], int]
_ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("chapter", "updated", "changed"),
    [
        ("law", "", None),
        ("law", "updated: 2026-11-01\n", date(2026, 11, 1)),
        ("progress/index", "", date(2026, 10, 23)),
        ("progress/index", "updated: 2026-11-01\n", date(2026, 11, 1)),
        ("progress/index", "updated: 2026-01-01\n", date(2026, 10, 23)),
        ("contact", "", None),
    ],
)
def test_a_chapter_describes_the_page_of_data_that_it_joins(
    small_plan: Path, change: Change, chapter: str, updated: str, changed: date | None
) -> None:
    change(f"content/{chapter}.md", "", f"---\ntitle: A\ndescription: In our words.\n{updated}---\n")
    page = pages_of(Index(load_plan(small_plan).plan), _ON)[f"{chapter.removesuffix('index').rstrip('/')}/"]
    assert page.template
    assert (page.description, page.changed) == ("In our words.", changed)


def test_without_a_description_the_page_keeps_its_own(small_plan: Path, change: Change) -> None:
    change("content/measures/speeding.md", "", "---\ntitle: A\n---\n")
    pages = pages_of(Index(load_plan(small_plan).plan), _ON)
    assert pages["measures/speeding/"].description == "How many drive too fast."


def test_pages_of_figures_changed_with_their_newest_figure(small_plan: Path, change: Change) -> None:
    came_out = "    low: 18\n    high: 22\n    published: 2026-11-20\n"
    change("data/measures/speeding.yml", "    low: 18\n    high: 22\n", came_out)
    pages = pages_of(Index(load_plan(small_plan).plan), _ON)
    for address in ("", "measures/", "measures/speeding/", "priorities/safer-roads/", "data/", "changes/"):
        assert pages[address].changed == date(2026, 11, 20)
    assert pages["actions/speed-checks/"].changed == date(2026, 10, 23)


@pytest.mark.parametrize(("on", "years"), [(_ON, [2026, 2025]), (date(2025, 12, 20), [2025])])
def test_a_year_of_which_nothing_can_be_told_yet_has_no_page(
    small_plan: Path, on: date, years: list[int]
) -> None:
    pages = pages_of(Index(load_plan(small_plan).plan), on)
    found = [address for address in pages if address.startswith("changes/2")]
    assert found == [f"changes/{year}/" for year in years]
