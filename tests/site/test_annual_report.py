"""The annual reports and the timeline, as readers find them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.model.law import MilestoneState
from plainplan.model.walk import walk_actions
from plainplan.views.money import grants_total

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
    assert "so far, from 1 April 2026 up to 23 October 2026. The year is not over" in words
    assert "not over" not in _words(example.pages[_LAST])


def test_the_words_of_the_office_come_first(example: Built) -> None:
    assert _headings(example.pages[_LAST], 2)[0] == "from-the-office"
    assert "This was a year between 2 plans." in _words(example.pages[_LAST])
    assert "from-the-office" not in _headings(example.pages[_THIS], 2)


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
