"""Feeds that feed readers can read, whose entries keep their names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml import etree
from plainplan.language import Catalogue, Language, is_marked, speaking
from plainplan.load import load_plan
from plainplan.render.feeds import NEWEST, feeds
from plainplan.render.site import Site

from tests.conftest import Change
from tests.sites import ROOT

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITE = "site_url: https://plan.example.org/testshire\n"
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T00:00:00Z")

Make = Callable[[], dict[str, bytes]]


def _feeds(folder: Path, on: date = date(2026, 11, 23), cache: Path | None = None) -> dict[str, bytes]:
    plan = load_plan(folder).plan
    return feeds(Site(plan, ROOT / "overrides" / "fragments", cache or folder / ".cache", on))


@pytest.fixture
def published(small_plan: Path, change: Change) -> Path:
    """The small plan, with the address at which it is published."""
    change("data/plan.yml", "reporting_months: 3\n", f"reporting_months: 3\n{_SITE}")
    return small_plan


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The feeds of the example."""
    return _feeds(ROOT, cache=tmp_path_factory.mktemp("cache"))


def _items(made: dict[str, bytes], path: str = "changes/feed.json") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(made[path])["items"]
    return items


def test_the_plan_and_each_priority_have_a_feed_in_both_formats(made: dict[str, bytes]) -> None:
    priorities = [path.stem for path in sorted((ROOT / "data" / "priorities").glob("*.yml"))]
    pages = ["changes/", *(f"priorities/{name}/" for name in priorities)]
    assert sorted(made) == sorted(f"{page}feed.{ending}" for page in pages for ending in ("xml", "json"))


def test_a_plan_without_an_address_has_no_feeds(small_plan: Path) -> None:
    assert _feeds(small_plan) == {}


def test_a_plan_in_which_nothing_has_happened_has_no_feeds(published: Path) -> None:
    assert _feeds(published, date(2025, 11, 30)) == {}
    assert sorted(_feeds(published, date(2025, 12, 1))) == ["changes/feed.json", "changes/feed.xml"]


def test_atom_feeds_are_read_without_a_complaint(made: dict[str, bytes]) -> None:
    for path, content in made.items():
        if path.endswith(".xml"):
            told = feedparser.parse(content, response_headers={"content-type": "application/atom+xml"})
            assert (told.bozo, told.version) == (False, "atom10"), f"{path}: {told.get('bozo_exception')}"
            assert 0 < len(told.entries) <= NEWEST
            assert told.feed.author == "Office of the Police and Crime Commissioner for Ashmarch"
            assert told.feed.language == "en-GB"


def test_atom_feeds_hold_what_rfc_4287_asks_for(made: dict[str, bytes]) -> None:
    for path, content in made.items():
        if not path.endswith(".xml"):
            continue
        feed = etree.fromstring(content)
        _has_once(feed, "id", "title", "updated", "author")  # section 4.1.1
        itself, page = feed.findall(f"{_ATOM}link")
        assert (itself.get("rel"), page.get("rel")) == ("self", "alternate")
        assert itself.get("href") == f"https://plan.commissioner.ashmarch.example.org/{path}"
        entries = feed.findall(f"{_ATOM}entry")
        for entry in entries:
            _has_once(entry, "id", "title", "updated", "content")  # section 4.1.2
            (link,) = entry.findall(f"{_ATOM}link")
            assert str(link.get("href")).startswith("https://plan.commissioner.ashmarch.example.org/")
        days = [str(entry.findtext(f"{_ATOM}updated")) for entry in entries]
        assert days == sorted(days, reverse=True)
        assert feed.findtext(f"{_ATOM}updated") == days[0]
        assert all(map(_INSTANT.fullmatch, days))  # section 3.3
        ids = [str(element.text) for element in feed.iter(f"{_ATOM}id")]
        assert len(ids) == len(set(ids)) and all(map(_URN.fullmatch, ids))  # section 4.2.6


def _has_once(element: etree._Element, *names: str) -> None:
    for name in names:
        (found,) = element.findall(f"{_ATOM}{name}")
        assert str(found.xpath("string()")).strip(), f"{name} is empty"


_FEED_FIELDS = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "language": str,
    "authors": list,
    "items": list,
}
_ITEM_FIELDS = {"id": str, "url": str, "title": str, "content_text": str, "date_published": str, "tags": list}


def test_json_feeds_hold_what_json_feed_1_1_asks_for(made: dict[str, bytes]) -> None:
    for path, content in made.items():
        if not path.endswith(".json"):
            continue
        feed = json.loads(content)
        assert {name: type(value) for name, value in feed.items()} == _FEED_FIELDS
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == f"https://plan.commissioner.ashmarch.example.org/{path}"
        assert feed["authors"][0]["name"] == "Office of the Police and Crime Commissioner for Ashmarch"
        for item in feed["items"]:
            assert {name: type(value) for name, value in item.items()} == _ITEM_FIELDS
            assert item["content_text"] and _INSTANT.fullmatch(item["date_published"])
        assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) <= NEWEST


def test_both_formats_tell_the_same(made: dict[str, bytes]) -> None:
    for path in made:
        if path.endswith(".json"):
            told = feedparser.parse(made[path.replace(".json", ".xml")])
            assert [(entry.id, entry.link, entry.title) for entry in told.entries] == [
                (item["id"], item["url"], item["title"]) for item in _items(made, path)
            ]


def test_ids_outlive_a_new_name_a_new_office_and_a_new_address(published: Path, change: Change) -> None:
    before = {item["id"]: item["title"] for item in _items(_feeds(published))}
    change("data/plan.yml", "title: Safer Testshire", "title: Testshire together")
    change("data/plan.yml", "Office of the Commissioner for Testshire", "Policing Board of Testshire")
    change("data/plan.yml", "plan.example.org/testshire", "board.example.org")
    after = _feeds(published)
    assert {item["id"]: item["title"] for item in _items(after)} == before
    assert json.loads(after["changes/feed.json"])["title"] == "Testshire together: what changed"


def test_a_new_report_comes_first_and_leaves_the_other_ids(published: Path, change: Change) -> None:
    before = [item["id"] for item in _items(_feeds(published))]
    report = (
        "date: 2026-11-20\ntitle: Late\nupdates:\n  - {action: speed-checks, status: delayed, words: Late.}\n"
    )
    change("data/progress/2026-11-20.yml", "", report)
    items = _items(_feeds(published))
    assert [item["title"] for item in items[:2]] == ["Report: Late", "Check speeds: now delayed"]
    assert [item["id"] for item in items[2:]] == before


def test_signs_of_xml_come_through(published: Path, change: Change) -> None:
    change("data/progress/2026-10-23.yml", "title: Autumn report", 'title: "Rain & <wind> ]]>"')
    told = feedparser.parse(_feeds(published)["changes/feed.xml"])
    assert not told.bozo
    assert told.entries[0].title == "Report: Rain & <wind> ]]>"
    assert _items(_feeds(published))[0]["title"] == "Report: Rain & <wind> ]]>"


def test_a_feed_holds_the_newest_and_no_more(published: Path, change: Change) -> None:
    grants = "".join(
        f"  - {{id: g{number}, title: G, description: D., recipient: {{name: R}}, amount: 5, "
        f"awarded: 2026-{1 + number // 20:02}-{1 + number % 20:02}}}\n"
        for number in range(NEWEST + 5)
    )
    change("data/grants.yml", "grants:\n", f"grants:\n{grants}")
    items = _items(_feeds(published))
    assert len(items) == NEWEST
    assert items[0]["title"] == "Report: Autumn report"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", ["changes/feed.xml", "changes/feed.json"]),
        ("changes/", ["changes/feed.xml", "changes/feed.json"]),
        (
            "priorities/safer-roads/",
            [
                "priorities/safer-roads/feed.xml",
                "priorities/safer-roads/feed.json",
                "changes/feed.xml",
                "changes/feed.json",
            ],
        ),
    ],
)
def test_a_page_names_its_own_feeds_and_those_of_the_plan(
    published: Path, page: str, expected: list[str]
) -> None:
    site = Site(load_plan(published).plan, ROOT / "overrides" / "fragments", published, date(2026, 11, 23))
    assert [link.address for link in site.feeds_on(site.pages[page])] == expected


def test_the_same_plan_gives_the_same_bytes(published: Path) -> None:
    assert _feeds(published) == _feeds(published)


def test_a_feed_is_in_the_language_of_its_edition(published: Path) -> None:
    catalogue = Catalogue({("", "%(plan)s: what changed"): "%(plan)s: beth newidiodd"})
    english = _items(_feeds(published))
    with speaking(Language(tag="cy", locale="cy", interface=catalogue)):
        made = _feeds(published)
    feed = json.loads(made["changes/feed.json"])
    assert (feed["language"], feed["title"]) == ("cy", "Safer Testshire: beth newidiodd")
    assert (
        etree.fromstring(made["changes/feed.xml"]).get("{http://www.w3.org/XML/1998/namespace}lang") == "cy"
    )
    assert [item["url"] for item in feed["items"]] == [item["url"] for item in english]
    assert not {item["id"] for item in feed["items"]} & {item["id"] for item in english}


def test_no_mark_of_a_missing_translation_is_in_a_feed(published: Path) -> None:
    with speaking(Language(tag="cy", locale="cy")):
        made = _feeds(published)
    assert made and not any(is_marked(content.decode()) for content in made.values())
