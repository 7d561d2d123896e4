"""How it is going: the pages of progress, and those of some actions only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.views.filters import filters
from plainplan.views.going import goings
from plainplan.views.index import Index

from tests.sites import Built, Workshop, run

Change = Callable[[str, str, str], int]
_FILTERS = ("status", "priority", "organisation", "kind", "late")


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _rows(page: HtmlElement, table: str) -> list[HtmlElement]:
    return list(page.xpath(f"//article//table{table}/tbody/tr"))


def _section(page: HtmlElement, anchor: str) -> HtmlElement:
    """The first table after a heading."""
    return page.xpath(f"//h2[@id='{anchor}']/following::table[1]")[0]


def _named(row: HtmlElement) -> str:
    return str(row.xpath("./th//a/@href")[0]).rstrip("/").rsplit("/", 1)[-1]


def _number(cell: HtmlElement) -> int:
    return int((cell.xpath("./a/text()") or [cell.text_content()])[0])


def test_no_action_is_lost_between_the_pages_of_filters(example: Built) -> None:
    everything = {_named(row) for row in _rows(example.pages["progress/"], "[@id='every-action']")}
    plan = Index(load_plan(example.plan).plan)
    assert everything == set(plan.actions)
    for facet in _FILTERS[:-1]:
        pages = [page for name, page in example.pages.items() if name.startswith(f"progress/{facet}/")]
        shown = [_named(row) for page in pages for row in _rows(page, "")]
        assert sorted(shown) == sorted(everything), f"{facet}: not each action once"


def test_every_page_of_a_filter_shows_what_the_data_says(example: Built) -> None:
    plan = Index(load_plan(example.plan).plan)
    every = goings(plan, date(2026, 11, 23))
    expected = {one.address: one for found in filters(plan).values() for one in found}
    pages = {name for name in example.pages if name.split("/")[1:2] and name.split("/")[1] in _FILTERS}
    assert {name for name in pages if name.startswith("progress/")} == set(expected)
    for address, choice in expected.items():
        page = example.pages[address]
        group = {one.item.action.id for one in choice.among(every.values())}
        assert {_named(row) for row in _rows(page, "")} == group, address
        assert page.xpath("//nav[starts-with(@aria-label, 'Other lists')]//a"), address


@pytest.mark.parametrize(
    ("anchor", "facet"), [("by-priority", "priority"), ("by-organisation", "organisation")]
)
def test_tables_count_what_the_pages_list(example: Built, anchor: str, facet: str) -> None:
    table = _section(example.pages["progress/"], anchor)
    heads = [_words(cell) for cell in table.xpath("./thead/tr/th")]
    totals = [0] * len(heads)
    for row in table.xpath("./tbody/tr"):
        cells = row.xpath("./td")
        numbers = [_number(cell) for cell in cells]
        assert numbers[0] == sum(numbers[1:-1]), f"{_words(row)}: the statuses do not make the total"
        totals = [one + other for one, other in zip(totals, numbers, strict=False)]
        page = example.pages[f"progress/{facet}/{_named(row)}/"]
        for head, number, cell in zip(heads[2:-1], numbers[1:-1], cells[1:-1], strict=True):
            slug = head.lower().replace(" ", "-")
            assert len(page.xpath(f"//tbody[@id='{slug}']/tr")) == number
            links = cell.xpath("./a/@href")
            assert links == ([f"../progress/{facet}/{_named(row)}/#{slug}"] if number else [])
    assert totals == [_number(cell) for cell in table.xpath("./tfoot/tr/td")]


def test_old_anchors_of_progress_are_alive(example: Built) -> None:
    ids = set(example.pages["progress/"].xpath("//article//@id"))
    plan = load_plan(example.plan).plan
    statuses = {"complete", "on-track", "at-risk", "delayed", "not-started", "stopped"}
    assert {"by-priority", "by-status", "reports", *statuses} | {one.id for one in plan.priorities} <= ids


def test_status_is_not_said_again_in_each_row_of_its_page(example: Built) -> None:
    heads = example.pages["progress/status/at-risk/"].xpath("//article//thead/tr/th")
    assert "Status" not in [_words(head) for head in heads]


def test_action_says_since_when_and_when_the_next_report_is_due(example: Built) -> None:
    said = _words(example.pages["actions/rural-response-bases/"].xpath("//article")[0])
    assert "At risk since 24 July 2026, 35% done. Last reported on 23 October 2026." in said
    assert "The next report on it is due by 23 January 2027." in said
    others = example.pages["actions/rural-response-bases/"].xpath(
        "//a[starts-with(., 'Other actions')]/@href"
    )
    assert others == ["../../progress/status/at-risk/"]


def test_report_shows_what_changed_and_what_it_leaves_out(example: Built) -> None:
    page = example.pages["progress/2026-07-24/"]
    rows = {
        _named(row): [_words(cell) for cell in row.xpath("./td")]
        for row in _section(page, "changes").xpath("./tbody/tr")
    }
    assert rows["call-back-101"] == ["On track", "At risk"]
    missing = page.xpath("//h2[@id='missing']/following::ul[1]/li")
    assert "Check victims get their rights" not in [_words(one) for one in missing]
    assert any("due by 24 July 2026, last reported on 24 April 2026" in _words(one) for one in missing)
    assert not example.pages["progress/2026-10-23/"].xpath("//h2[@id='missing']")


def test_pages_of_filters_are_ways_and_stand_in_no_list(example: Built) -> None:
    home = example.pages[""]
    assert not [
        link for link in home.xpath("//nav[@aria-label='Pages of this plan']//a/@href") if "status" in link
    ]
    assert not example.pages["progress/status/at-risk/"].xpath("//article[@data-pagefind-body]")
    assert not example.pages["progress/status/at-risk/"].xpath("//a[@rel='next' or @rel='prev']")
    whole = example.pages["whole-plan/"]
    assert not whole.xpath("//*[starts-with(@id, 'progress-status')]")
    assert not whole.xpath("//form[@data-filter]")


def test_late_report_and_late_action_are_said_wherever_they_matter(
    workshop: Workshop, small_plan: Path, change: Change
) -> None:
    change("data/progress/2026-10-23.yml", "date: 2026-10-23", "date: 2026-07-24")
    (small_plan / "data/progress/2026-10-23.yml").rename(small_plan / "data/progress/2026-07-24.yml")
    change("data/priorities/safer-roads.yml", "due: 2026-12-31", "due: 2026-09-30")
    site = _built(workshop, small_plan)
    for address in ("", "progress/", "priorities/safer-roads/", "who-does-what/police/"):
        said = _words(site[address].xpath("//article")[0])
        assert "1 report is overdue. 1 action is past its due date and not complete." in said, address
    said = _words(site["actions/speed-checks/"].xpath("//article")[0])
    assert "Report overdue It was due by 24 October 2026." in said
    assert "Past its due date It was due to be complete by 30 September 2026." in said
    for late in ("report-overdue", "past-due-date"):
        assert len(_rows(site[f"progress/late/{late}/"], "")) == 1
    listed = _words(site["progress/priority/safer-roads/"].xpath("//h2[@id='late']/following::li[1]")[0])
    assert "a report was due by 24 October 2026, and it was due to be complete by 30 September 2026" in listed


def _built(workshop: Workshop, plan: Path) -> dict[str, HtmlElement]:
    """The pages of a plan that may have warnings: a late report is one."""
    made = workshop.copy(plan, "late")
    done = run("mkdocs", "build", "-f", str(made / "mkdocs.yml"), "-d", str(made / "site"))
    assert done.code == 0, done.output
    return Built(made, made / "site").pages


def test_plan_in_time_says_so(example: Built) -> None:
    said = _words(example.pages["progress/"].xpath("//article")[0])
    assert "No report is overdue. No action is past its due date." in said
    late = _words(example.pages["progress/late/report-overdue/"].xpath("//article")[0])
    assert "There are none" in late
    assert "is due a report every 3 months, until it is complete or stopped" in late


def test_real_plan_without_reports_has_no_page_of_progress(real: Built) -> None:
    assert [address for address in real.pages if address.startswith("progress/")] == []
    assert [
        page
        for page in real.pages.values()
        if page.xpath("//article//a[starts-with(@href, '../progress/') or starts-with(@href, 'progress/')]")
    ] == []
