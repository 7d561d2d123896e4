"""From one plan to the next: every action of the plan before keeps its address, and tells its end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.model import Plan, PreviousPlan
from plainplan.model.previous import Fate
from plainplan.model.walk import walk_actions

if TYPE_CHECKING:
    from tests.sites import Built

_LIST = "previous-plan/"
_FATES = {Fate.CARRIED_FORWARD: "Carried forward", Fate.FINISHED: "Finished", Fate.DROPPED: "Dropped"}


@pytest.fixture(scope="module")
def plan(example: Built) -> Plan:
    return load_plan(example.plan).plan


@pytest.fixture(scope="module")
def before(plan: Plan) -> PreviousPlan:
    assert plan.previous is not None
    return plan.previous


@pytest.fixture(scope="module")
def present(plan: Plan) -> set[str]:
    """The ids of the actions of this plan."""
    return {item.action.id for item in walk_actions(plan)}


def _said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _article(site: Built, address: str) -> HtmlElement:
    return site.pages[address].find(".//article")


def _links(element: HtmlElement, address: str) -> list[str]:
    """Where the links of an element on the page at `address` lead."""
    return [
        urljoin(f"http://x/{address}", link.get("href")).removeprefix("http://x/")
        for link in element.iter("a")
    ]


def test_every_action_that_was_has_its_address(
    example: Built, before: PreviousPlan, present: set[str]
) -> None:
    kept = [action for action in before.actions if action.id not in present]
    assert len(kept) >= 20
    for action in kept:
        article = _article(example, f"actions/{action.id}/")
        assert _said(article.find(".//h1")) == action.title
        first = article.find_class("pp-text")[0][0]
        assert _said(first) == f"This was an action of the plan for 2021 to 2025. It was {action.fate}."
        assert " ".join(action.why.split()) in _said(article)


def test_every_fate_is_in_the_example(before: PreviousPlan) -> None:
    assert {action.fate for action in before.actions} == set(Fate)


def test_actions_lead_to_what_carries_them_on_and_back(
    example: Built, before: PreviousPlan, present: set[str]
) -> None:
    pairs = [(old, name) for old in before.actions for name in old.actions]
    assert len(pairs) >= len([old for old in before.actions if old.fate is Fate.CARRIED_FORWARD])
    for old, name in pairs:
        there, here = f"actions/{old.id}/", f"actions/{name}/"
        if old.id in present:
            there = f"{_LIST}#{old.id}"
        else:
            assert here in _links(_article(example, there), there)
        assert there in _links(_article(example, here), here)


def test_list_has_each_action_once_under_what_became_of_it(
    example: Built, before: PreviousPlan, present: set[str]
) -> None:
    page = _article(example, _LIST)
    for fate, heading in _FATES.items():
        (title,) = [found for found in page.iter("h2") if _said(found) == heading]
        table = next(part for part in title.itersiblings() if part.get("role") == "region")
        rows = {row.get("id"): row for row in table.iter("tr") if row.get("id")}
        expected = [action for action in before.actions if action.fate is fate]
        assert list(rows) == [action.id for action in expected]
        assert f"{heading}: {len(expected)} of {len(before.actions)} actions" in _said(page)
        assert f"#{title.get('id')}" in page.xpath("//ul[contains(@class, 'pp-standing')]//a/@href")
        for action in expected:
            row = rows[action.id]
            assert action.title in _said(row)
            assert " ".join(action.why.split()) in _said(row)
            assert ("Its page now tells of the action in this plan." in _said(row)) is (action.id in present)
            glossary = [link for link in _links(row, _LIST) if link.startswith("glossary/")]
            assert _links(row, _LIST) == [
                f"actions/{action.id}/",
                *glossary,
                *(f"actions/{name}/" for name in action.actions),
            ]


def test_where_both_plans_have_the_address_it_tells_of_this_one(
    example: Built, before: PreviousPlan, plan: Plan
) -> None:
    titles = {item.action.id: item.action.title for item in walk_actions(plan)}
    shared = [action.id for action in before.actions if action.id in titles]
    assert shared
    for name in shared:
        assert _said(_article(example, f"actions/{name}/").find(".//h1")) == titles[name]


def test_they_are_found_but_stand_in_nobodys_way(
    example: Built, before: PreviousPlan, present: set[str]
) -> None:
    a_to_z = _links(_article(example, "a-to-z/"), "a-to-z/")
    menu = example.pages[""].xpath("//nav[@aria-label='Pages of this plan']")[0]
    assert _LIST in _links(menu, "")
    assert _LIST in a_to_z
    for action in before.actions:
        address = f"actions/{action.id}/"
        assert address in a_to_z
        assert address not in _links(menu, "")
        if action.id not in present:
            assert example.pages[address].xpath("//a[@rel='next' or @rel='prev']") == []
        assert _article(example, address).get("data-pagefind-body") is not None


def test_whole_plan_tells_of_each_once(example: Built, before: PreviousPlan, present: set[str]) -> None:
    page = _article(example, "whole-plan/")
    headings = [_said(heading) for heading in page.iter("h2", "h3", "h4", "h5", "h6")]
    assert "What became of the plan for 2021 to 2025" in headings
    for action in before.actions:
        assert len(page.xpath("//*[@id=$name]", name=f"previous-plan--{action.id}")) == 1
        if action.id not in present:
            assert action.title not in headings


def test_plan_without_one_before_has_no_such_page(real: Built) -> None:
    """A chapter about it may stand at the same address: then it is only what was written."""
    kinds = {page.xpath("string(//body/@data-kind)") for page in real.pages.values()}
    assert "consultation" in kinds or "timeline" in kinds
    assert not kinds & {"previous-plan", "previous-action"}
    carried_on = [
        address for address, page in real.pages.items() if page.xpath("//article//dt[.='Carried on from']")
    ]
    assert carried_on == []
