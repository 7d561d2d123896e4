"""How it is going: the pages of progress, and those of some actions only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.render.text import plain
from plainplan.views.filters import filters
from plainplan.views.going import goings
from plainplan.views.index import Index

from tests.sites import Built, Workshop, run

Change = Callable[[str, str, str], int]
_LATE = ("report-overdue", "past-due-date")
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
        assert numbers[0] == sum(numbers[1:]), f"{_words(row)}: the statuses do not make the total"
        totals = [one + other for one, other in zip(totals, numbers, strict=False)]
        page = example.pages[f"progress/{facet}/{_named(row)}/"]
        for head, number, cell in zip(heads[2:], numbers[1:], cells[1:], strict=True):
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


@pytest.fixture(scope="module")
def late(workshop: Workshop, lasting_small_plan: Path) -> dict[str, HtmlElement]:
    """A plan whose only action is past its due date, and its only report long ago."""
    folder = workshop.copy(lasting_small_plan, "behind")
    report, roads = folder / "data/progress/2026-07-24.yml", folder / "data/priorities/safer-roads.yml"
    (folder / "data/progress/2026-10-23.yml").rename(report)
    for file, old, new in (
        (report, "date: 2026-10-23", "date: 2026-07-24"),
        (roads, "due: 2026-12-31", "due: 2026-09-30"),
    ):
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")
    return _built(workshop, folder)


def test_late_report_and_late_action_are_said_wherever_they_matter(late: dict[str, HtmlElement]) -> None:
    site = late
    for address in ("", "progress/", "priorities/safer-roads/", "who-does-what/police/"):
        said = _words(site[address].xpath("//article")[0])
        assert "1 report is overdue. 1 action is past its due date and not complete." in said, address
    said = _words(site["actions/speed-checks/"].xpath("//article")[0])
    assert "Report overdue It was due by 24 October 2026." in said
    assert "Past its due date It was due to be complete by 30 September 2026." in said
    for one in _LATE:
        assert len(_rows(site[f"progress/late/{one}/"], "")) == 1
    assert _heads(site["progress/"])[3] == "Report overdue"
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
    assert "Report overdue" not in _words(example.pages["progress/"].xpath("//table")[0]), (
        "a column of noughts"
    )


@pytest.mark.parametrize(
    ("late", "answer", "means", "other"),
    [
        ("report-overdue", "No report is overdue.", "is due a report every 3 months", "past its due date"),
        ("past-due-date", "No action is past its due date.", "neither complete nor stopped", "report"),
    ],
)
def test_each_question_after_what_is_late_has_its_own_answer(
    example: Built, late: str, answer: str, means: str, other: str
) -> None:
    text = example.pages[f"progress/late/{late}/"].find_class("pp-text")[0]
    assert _words(text[0]) == answer
    assert means in _words(text[1])
    assert other not in _words(text[1]), "that is asked on the other page"


def test_list_of_what_is_late_says_how_many_of_all(late: dict[str, HtmlElement]) -> None:
    answers = [_words(late[f"progress/late/{one}/"].find_class("pp-text")[0][0]) for one in _LATE]
    assert answers == [
        "A report on 1 of 1 action is overdue.",
        "1 of 1 action is past its due date and not complete.",
    ]


def test_plan_without_a_due_date_says_why_none_is_past(
    workshop: Workshop, small_plan: Path, change: Change
) -> None:
    change("data/priorities/safer-roads.yml", "due: 2026-12-31", "due: not published")
    text = _built(workshop, small_plan)["progress/late/past-due-date/"].find_class("pp-text")[0]
    assert _words(text[0]) == "No action has a day by which it is due."


def test_what_needs_attention_stands_first_with_its_lists(example: Built) -> None:
    text = example.pages["progress/"].find_class("pp-text")[0]
    assert _words(text[1]).startswith(
        "What needs attention: 6 actions are delayed and 8 are at risk. No report"
    )
    assert text[1].xpath(".//a/@href") == ["../progress/status/delayed/", "../progress/status/at-risk/"]


def test_plan_with_nothing_behind_says_so(workshop: Workshop, small_plan: Path) -> None:
    text = _built(workshop, small_plan)["progress/"].find_class("pp-text")[0]
    assert _words(text[1]).startswith("What needs attention: no action is delayed or at risk. ")


def test_what_is_complete_goes_by_the_report_and_not_by_since(example: Built) -> None:
    """Work that was done on its day would read as late."""
    said = _words(example.pages["actions/contact-centre-staff/"].find_class("pp-text")[0][0])
    assert said == "Complete. Reported complete on 23 October 2026."
    assert _heads(example.pages["progress/status/complete/"])[1] == "Reported complete"
    assert _heads(example.pages["progress/status/stopped/"])[1] == "Reported stopped"
    assert _heads(example.pages["progress/status/delayed/"])[1] == "Since"
    for row in _rows(example.pages["progress/"], "[@id='every-action']"):
        state = _words(row[1])
        ended = state.startswith(("Complete", "Stopped"))
        assert ("reported on" in state) is ended, state
        assert ("since" in state) is not ended, state


def _heads(page: HtmlElement) -> list[str]:
    return [_words(head) for head in page.xpath("//article//thead/tr/th")]


def test_new_status_says_what_it_was_before(example: Built) -> None:
    said = _words(example.pages["actions/call-back-101/"].find_class("pp-text")[0][0])
    assert said == "Delayed, 40% done. New in the report of 23 October 2026: it was at risk before."


def test_action_of_one_report_says_so(workshop: Workshop, small_plan: Path) -> None:
    said = _words(_built(workshop, small_plan)["actions/speed-checks/"].find_class("pp-text")[0][0])
    assert said.startswith("On track")
    assert said.endswith("Reported once, on 23 October 2026.")


def test_newest_words_on_an_action_stand_once(example: Built) -> None:
    newest = max(load_plan(example.plan).plan.progress, key=lambda report: report.date)
    for update in newest.updates:
        words = _words(example.pages[f"actions/{update.action}/"].find_class("pp-text")[0])
        assert words.count(_plain(update.words)) == 1, update.action
        assert not update.reason or words.count(_plain(update.reason)) == 1, update.action
        assert "What was said then stands above." in words
        assert all(proof.title in words for proof in update.evidence), update.action


def _plain(prose: str) -> str:
    return " ".join(plain(prose).split())


def test_real_plan_without_reports_has_no_page_of_progress(real: Built) -> None:
    assert [address for address in real.pages if address.startswith("progress/")] == []
    assert [
        page
        for page in real.pages.values()
        if page.xpath("//article//a[starts-with(@href, '../progress/') or starts-with(@href, 'progress/')]")
    ] == []
