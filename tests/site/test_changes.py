"""What changed, as readers find it: by date, by year, on the home page and in feeds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.model.dated import days_of_change
from plainplan.views.changes import Changes, Kind
from plainplan.views.index import Index

if TYPE_CHECKING:
    from tests.sites import Built

_ON = date(2026, 11, 23)
_MORE = "//ul[@class='pp-news']//a[starts-with(., 'and ')]"


@pytest.fixture(scope="module")
def changes(example: Built) -> Changes:
    return Changes(Index(load_plan(example.plan).plan), _ON)


def _days(page: HtmlElement) -> list[str]:
    return [heading.get("id") for heading in page.xpath("//article//h3[starts-with(@id, 'on-')]")]


def test_every_day_of_the_example_is_on_the_page_of_its_year(example: Built, changes: Changes) -> None:
    for year in (2026, 2025):
        events = changes.of_year(year)
        page = example.pages[f"changes/{year}/"]
        assert _days(page) == list(dict.fromkeys(f"on-{event.on}" for event in events))
        assert len(page.xpath("//article//dl[@class='pp-changes']/dd")) == len(events)
    assert len(changes.of_year(2026)) + len(changes.of_year(2025)) == len(changes.newest_first)


def test_the_first_page_has_the_newest_months_and_leads_to_the_years(
    example: Built, changes: Changes
) -> None:
    page = example.pages["changes/"]
    assert _days(page) == list(dict.fromkeys(f"on-{event.on}" for event in changes.of_newest_months))
    years = page.xpath("//h2[@id='by-year']/following-sibling::ul[1]//a/@href")
    assert years == ["../changes/2026/", "../changes/2025/"]


def test_a_new_status_is_told_in_words_with_its_reason(example: Built) -> None:
    entry = example.pages["changes/2026/"].xpath(
        "//h3[@id='on-2026-10-23']/following-sibling::dl[1]/dd[a[contains(., 'call-back')]]"
    )[0]
    words = " ".join(entry.text_content().split())
    assert "At risk changed to Delayed" in words
    assert "Why: The phone lines in Holmsea must be replaced first" in words


def test_the_page_stands_in_the_navigation_under_how_it_is_going(example: Built) -> None:
    links = example.pages[""].xpath("//nav[@class='pp-menu']//a[normalize-space()='What changed']/@href")
    assert [link.removeprefix("./") for link in links] == ["changes/"]


def test_home_tells_the_newest_changes_and_leads_to_all(example: Built, changes: Changes) -> None:
    home = example.pages[""]
    told = home.xpath("//h2[@id='what-changed']/following-sibling::ul[1]/li")
    assert len(told) == 5
    newest = changes.newest_first[0]
    assert told[0].xpath(".//a/@href")[0] == newest.address
    assert home.xpath("//a[normalize-space()='See everything that changed']/@href") == ["changes/"]


def test_where_home_says_that_there_is_more_the_rest_is_there(example: Built) -> None:
    home = example.pages[""]
    more = home.xpath(f"{_MORE}/@href")
    assert more
    words = [" ".join(link.text_content().split()) for link in home.xpath(_MORE)]
    assert "and 1 more new figure of 13 November 2026" in words
    for link in more:
        address, _, anchor = link.partition("#")
        assert anchor in _days(example.pages[address])


def test_pages_lead_to_the_feeds_of_their_priority(example: Built) -> None:
    links = example.pages["changes/"].xpath("//h2[@id='follow']/following-sibling::*//a[@type]/@href")
    priorities = sorted(path.stem for path in (example.plan / "data" / "priorities").glob("*.yml"))
    assert sorted(links) == sorted(
        ["../changes/feed.xml", "../changes/feed.json"]
        + [f"../priorities/{name}/feed.{ending}" for name in priorities for ending in ("xml", "json")]
    )


def test_what_changed_is_no_part_of_the_whole_plan(example: Built) -> None:
    whole = example.pages["whole-plan/"]
    assert not whole.xpath("//*[starts-with(@id, 'changes') or starts-with(@id, 'annual-report')]")


def test_a_real_plan_tells_its_versions_and_no_more(real: Built) -> None:
    plan = load_plan(real.plan).plan
    pages = [address for address in real.pages if address.startswith("changes/")]
    assert pages == (["changes/"] if plan.about.versions else [])
    for address in pages:
        found = Changes(Index(plan), _ON).newest_first
        assert {event.kind for event in found} == {Kind.VERSION}
        assert _days(real.pages[address]) == [f"on-{day}" for day in days_of_change(plan)]
        assert not real.pages[address].xpath("//h2[@id='by-year' or @id='follow']")
        assert "feed" not in real.pages[address].xpath("string(//article)")


def test_a_real_plan_without_reports_has_no_annual_report(real: Built) -> None:
    assert [address for address in real.pages if address.startswith("annual-report/")] == []


def test_no_feed_is_written_for_a_plan_without_an_address(real: Built) -> None:
    assert sorted(real.site.rglob("feed.*")) == []
