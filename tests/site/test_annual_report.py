"""The annual reports and the timeline, as readers find them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.model.law import MilestoneState
from plainplan.model.walk import walk_actions
from plainplan.render import Site
from plainplan.views.money import grants_total

from tests.conftest import Change
from tests.sites import ROOT

if TYPE_CHECKING:
    from tests.sites import Built

_THIS, _LAST = "annual-report/2026-27/", "annual-report/2025-26/"


def _words(page: HtmlElement, path: str = "//article") -> str:
    return " ".join(page.xpath(path)[0].text_content().split())


def _headings(page: HtmlElement, level: int) -> list[str]:
    return [heading.get("id") or "" for heading in page.xpath(f"//article//h{level}")]


def test_the_list_leads_to_each_report_the_newest_first(example: Built) -> None:
    links = example.pages["annual-report/"].xpath("//article//ul[@class='pp-actions']//a/@href")
    assert links == ["../annual-report/2026-27/", "../annual-report/2025-26/"]


def test_a_year_that_is_not_over_says_so_and_up_to_when_it_speaks(example: Built) -> None:
    words = _words(example.pages[_THIS])
    assert "so far, from 1 April 2026 up to 20 November 2026. The year is not over" in words
    assert "not over" not in _words(example.pages[_LAST])


def test_the_words_of_the_office_come_first(example: Built) -> None:
    assert _headings(example.pages[_LAST], 2)[0] == "from-the-office"
    assert "This was a year between 2 plans." in _words(example.pages[_LAST])
    assert "from-the-office" not in _headings(example.pages[_THIS], 2)


def test_nothing_later_than_the_day_of_the_report_stands_in_a_year_that_is_not_over(example: Built) -> None:
    plan, page = load_plan(example.plan).plan, example.pages[_THIS]
    decided = [one.decided for exercise in plan.consultation for one in exercise.responses_to if one.decided]
    count = sum(date(2026, 4, 1) <= day <= date(2026, 11, 20) for day in decided)
    assert f"we decided on {count} things that people had said" in _words(page)
    assert page.xpath("string(//*[@class='pp-foot__changed' or contains(., 'Last changed on 20 November')])")


def test_a_year_that_is_over_says_as_of_when_its_figures_and_statuses_are(example: Built) -> None:
    page = example.pages[_LAST]
    words = _words(page)
    assert (
        "Figures as known on 23 October 2026: those that came out or were put right after the year" in words
    )
    assert "stood as reported on 30 January 2026" in words
    assert "14 September 2026: Stalking protection orders desk fully staffed (done since)" in words
    assert "Last changed on 23 October 2026" in page.xpath("string(//body)")


def test_what_was_due_in_the_next_year_has_its_present_status(example: Built) -> None:
    part = example.pages[_LAST].xpath("//h3[@id='due-next']")[0]
    assert part.text_content() == "Due in the next year, by 31 March 2027"
    items = part.xpath("./following-sibling::ul[1]/li")
    assert len(items) > 10
    assert all(len(item.xpath(".//*[contains(@class, 'pp-status--')]")) == 1 for item in items)
    desk = [item for item in items if item.xpath("a[contains(@href, '/stalking-orders-desk/')]")]
    assert ["Complete" in item.text_content() for item in desk] == [True]


@pytest.mark.parametrize(
    ("status", "today", "told"),
    [
        ("approved", date(2026, 11, 23), "The budget is for spending of £"),
        ("approved", date(2027, 5, 1), "The budget was for spending of £"),
        ("outturn", date(2026, 11, 23), "Spending in the year was £"),
        ("proposed", date(2026, 11, 23), "A budget for spending of £"),
    ],
)
def test_money_is_told_by_how_firm_it_is(
    small_plan: Path, change: Change, status: str, today: date, told: str
) -> None:
    change("data/budget.yml", "status: approved", f"status: {status}")
    report = (small_plan / "data/progress/2026-10-23.yml").read_text(encoding="utf-8")
    change("data/progress/2027-04-23.yml", "", report.replace("2026-10-23", "2027-04-23"))
    fragments = ROOT / "overrides" / "fragments"
    site = Site(load_plan(small_plan).plan, fragments, small_plan / ".cache", today)
    assert told in site.finish(site.pages[_THIS], "").content


def test_what_was_spent_is_not_called_a_budget(example: Built) -> None:
    words = _words(example.pages[_LAST])
    assert "Spending in the year was £142.1 million." in words
    assert "of what was spent in 2025 to 2026" in words
    assert "The budget is for spending of £149 million." in _words(example.pages[_THIS])


@pytest.mark.parametrize("address", [_THIS, _LAST])
def test_each_priority_has_its_aim_its_activity_and_its_achievement(example: Built, address: str) -> None:
    plan, page = load_plan(example.plan).plan, example.pages[address]
    for priority in plan.priorities:
        parts = page.xpath(f"//h3[@id='priority-{priority.id}']/following-sibling::h4")[:2]
        assert [part.text_content() for part in parts] == ["Activity", "Achievement"]
    rows = page.xpath("//article//table[.//th[normalize-space()='What was reported']]/tbody/tr")
    assert len(rows) == len(list(walk_actions(plan)))


def test_the_functions_of_the_year_are_told_with_their_sums(example: Built) -> None:
    plan, page = load_plan(example.plan).plan, example.pages[_LAST]
    grants = [grant for grant in plan.grants if grant.awarded.isoformat() <= "2026-03-31"]
    total = page.xpath("//h3[@id='grants']/following::table[1]/tfoot//td")[-1].text_content()
    assert total == f"£{grants_total(grants):,.0f}"
    words = _words(page)
    for told in (
        "19 December 2025: version 1.0 of the plan (final)",
        "A Band D home paid £256.32 towards policing, £14 more than the year before",
        "26 February 2026: Budget for 2026 to 2027 set",
        "Survey on the draft plan: what should change?, 8 September 2025 to 31 October 2025: 3,214 answers",
    ):
        assert told in words


def test_what_did_not_go_well_is_told_with_its_reasons(example: Built) -> None:
    page = example.pages[_THIS]
    part = "//h2[@id='difficulties']/following-sibling::*[preceding-sibling::h2[1][@id='difficulties']]"
    after = " ".join(" ".join(piece.text_content().split()) for piece in page.xpath(part))
    assert after.index("Stopped") < after.index("Delayed") < after.index("At risk")
    assert "A new gearbox would have cost more than the bus is worth." in after


def test_the_timeline_stands_by_year_and_marks_what_is_next(example: Built) -> None:
    plan, page = load_plan(example.plan).plan, example.pages["timeline/"]
    assert _headings(page, 2) == [f"year_{year}" for year in (2025, 2026, 2027, 2028, 2030)]
    stand = {
        step.get("id"): step.xpath("string(.//span[contains(@class, 'pp-status')])")
        for step in page.xpath("//ol[@class='pp-timeline']/li")
    }
    assert list(stand) == [milestone.id for milestone in plan.milestones]
    done = {milestone.id for milestone in plan.milestones if milestone.state is MilestoneState.DONE}
    assert {name for name, word in stand.items() if word == "Done"} == done
    assert [name for name, word in stand.items() if word == "Next"] == ["budget-2027-set"]
    assert {word for name, word in stand.items() if name not in done} == {"Next", "Planned"}


def test_every_milestone_of_a_real_plan_keeps_its_anchor(real: Built) -> None:
    plan = load_plan(real.plan).plan
    if plan.milestones:
        steps = [step.get("id") for step in real.pages["timeline/"].xpath("//ol[@class='pp-timeline']/li")]
        assert sorted(steps) == sorted(milestone.id for milestone in plan.milestones)
