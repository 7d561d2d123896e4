"""The feeds stand where pages say, and pages say where they stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from plainplan.load import load_plan
from plainplan.render.feeds import feeds
from plainplan.render.site import Site

if TYPE_CHECKING:
    from tests.sites import Built

_HEAD = "//head/link[@rel='alternate'][starts-with(@type, 'application/')][contains(@href, 'feed.')]"
_TYPES = {".xml": "application/atom+xml", ".json": "application/feed+json"}


def test_the_feeds_of_the_plan_are_written(example: Built, repository: Path, tmp_path: Path) -> None:
    fragments = repository / "overrides" / "fragments"
    made = feeds(Site(load_plan(example.plan).plan, fragments, tmp_path, date(2026, 11, 23)))
    written = {
        path.relative_to(example.site).as_posix(): path.read_bytes()
        for path in example.site.rglob("feed.*")
        if path.suffix in _TYPES and path.relative_to(example.site).parts[0] not in example.translations
    }
    assert written == made


def test_every_page_names_the_feeds_of_the_plan_and_a_priority_its_own(example: Built) -> None:
    for address, page in example.pages.items():
        if not page.xpath("//nav[@class='pp-menu']"):
            continue  # made to stand inside pages elsewhere
        root = example.site / address
        links = page.xpath(_HEAD)
        named = [(root / link.get("href")).resolve().relative_to(example.site.resolve()) for link in links]
        own = address.startswith("priorities/") and address != "priorities/"
        expected = [f"{address}feed.xml", f"{address}feed.json"] * own
        assert [path.as_posix() for path in named] == [*expected, "changes/feed.xml", "changes/feed.json"]
        assert [link.get("type") for link in links] == [_TYPES[path.suffix] for path in named]
        titles = [link.get("title") for link in links]
        assert all(titles) and len(set(titles)) == len(titles)


def test_no_page_of_a_plan_without_an_address_names_a_feed(real: Built) -> None:
    assert [address for address, page in real.pages.items() if page.xpath(_HEAD)] == []
