"""You said, we did: from what people said to the decision, the actions and how these are going, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.model import Exercise, Plan
from plainplan.model.consultation import Response
from plainplan.model.progress import Status
from plainplan.model.walk import walk_actions
from plainplan.render.text import day, plain

if TYPE_CHECKING:
    from tests.sites import Built, Workshop

_PAGE, _TABLE = "consultation/", "you-said-we-did/"
_OPEN = """\
exercises:
  - id: survey
    title: Survey
    method: online
    who: Everybody.
    start: 2026-10-01
    end: 2026-12-01
    you_said_we_did:
      - id: too-fast
        said: Cars are too fast.
        actions: [speed-checks]
      - id: too-dark
        title: Dark paths
        said: The paths to the station are too dark after six.
      - id: too-loud
        said: Cars are too loud.
        did: Nothing, since the law sets the limit.
  - id: meeting
    title: Meeting
    method: in the hall
    who: Everybody.
    end: 2026-11-30
    you_said_we_did:
      - id: bins
        said: Empty the bins.
      - id: buses
        said: Run more buses.
"""


@pytest.fixture(scope="module")
def plan(example: Built) -> Plan:
    return load_plan(example.plan).plan


@pytest.fixture(scope="module")
def answers(plan: Plan) -> list[tuple[Exercise, Response]]:
    return [(exercise, response) for exercise in plan.consultation for response in exercise.responses_to]


@pytest.fixture(scope="module")
def undecided(workshop: Workshop, lasting_small_plan: Path) -> Built:
    """A plan that has answered some of what people said, while they can still say more."""
    folder = workshop.copy(lasting_small_plan, "undecided")
    (folder / "data/consultation.yml").write_text(_OPEN, encoding="utf-8")
    return workshop.build(folder)


def _said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _article(site: Built, address: str) -> HtmlElement:
    return site.pages[address].find(".//article")


def _links(element: HtmlElement, address: str) -> list[str]:
    return [
        urljoin(f"http://x/{address}", link.get("href")).removeprefix("http://x/")
        for link in element.iter("a")
    ]


def _below(page: HtmlElement, anchor: str) -> HtmlElement:
    """What stands right under the heading with an anchor."""
    (heading,) = page.xpath("//*[@id=$name]", name=anchor)
    assert heading.tag == "h3"
    return heading.getnext()


def test_newest_exercise_is_first_with_a_heading_for_each_thing_said(
    example: Built, answers: list[tuple[Exercise, Response]]
) -> None:
    page = _article(example, _PAGE)
    ends = {exercise.id: str(exercise.end) for exercise, _ in answers}
    order = [heading.get("id") for heading in page.iter("h2")]
    assert sorted(order) == sorted(ends)
    assert [ends[name] for name in order] == sorted(ends.values(), reverse=True)
    titles = {f"{exercise.id}-{response.id}": response.title for exercise, response in answers}
    assert {heading.get("id"): _said(heading) for heading in page.iter("h3")} == titles


def test_finding_has_its_decision_and_where_the_actions_stand_now(
    example: Built, plan: Plan, answers: list[tuple[Exercise, Response]]
) -> None:
    page = _article(example, _PAGE)
    newest = max(plan.progress, key=lambda report: report.date)
    told = {update.action: update for update in newest.updates}
    for exercise, response in answers:
        part = _below(page, f"{exercise.id}-{response.id}")
        words = _said(part)
        assert response.decided is not None
        assert f"What was decided on {day(response.decided)}" in words
        assert plain(response.said) in words
        assert plain(response.did) in words
        for name in response.actions:
            assert f"actions/{name}/" in _links(part, _PAGE)
            assert f"{told[name].status.capitalize()}." in words
            assert f"{day(newest.date)}: {plain(told[name].words)}" in words
        assert ("This plan has no action on this." in words) is not bool(response.actions)


def test_action_and_priority_lead_back_to_what_people_said(
    example: Built, plan: Plan, answers: list[tuple[Exercise, Response]]
) -> None:
    priority_of = {item.action.id: item.priority.id for item in walk_actions(plan)}
    followed = [(exercise, response, name) for exercise, response in answers for name in response.actions]
    assert len(followed) >= 30
    for exercise, response, name in followed:
        place = f"{_PAGE}#{exercise.id}-{response.id}"
        page = _article(example, f"actions/{name}/")
        assert page.xpath("//h2[@id='you-said']")
        assert plain(response.did) in _said(page)
        assert place in _links(page, f"actions/{name}/")
        priority = f"priorities/{priority_of[name]}/"
        assert place in _links(_article(example, priority), priority)


def test_nothing_is_said_behind_an_action_that_nobody_asked_for(
    example: Built, plan: Plan, answers: list[tuple[Exercise, Response]]
) -> None:
    asked_for = {name for _, response in answers for name in response.actions}
    others = [item.action.id for item in walk_actions(plan) if item.action.id not in asked_for]
    assert others
    assert not [name for name in others if example.pages[f"actions/{name}/"].xpath("//*[@id='you-said']")]


def test_overview_counts_and_names_everything(
    example: Built, plan: Plan, answers: list[tuple[Exercise, Response]]
) -> None:
    page = _article(example, _TABLE)
    newest = max(plan.progress, key=lambda report: report.date)
    followed = {name for _, response in answers for name in response.actions}
    statuses = Counter(update.status for update in newest.updates if update.action in followed)
    with_action = sum(1 for _, response in answers if response.actions)
    assert _said(page.find_class("pp-text")[0].find("p")) == (
        f"Of {len(answers)} things that you said, {with_action} have actions in this plan. "
        f"On {len(answers) - with_action}, a decision was made with no action in this plan. "
        f"{statuses[Status.COMPLETE]} of the {len(followed)} actions are complete."
    )
    rows = page.find(".//table").findall("tbody/tr")
    assert len(rows) == len(answers)
    places = {f"{_PAGE}#{exercise.id}-{response.id}": response for exercise, response in answers}
    for row in rows:
        response = places.pop(_links(row.find("th"), _TABLE)[0])
        assert plain(response.said) in _said(row)
        assert plain(response.did) in _said(row)
        for name in response.actions:
            assert f"actions/{name}/" in _links(row, _TABLE)
    assert places == {}


def test_no_action_is_said_to_come_of_words_that_were_said_after_it(
    example: Built, answers: list[tuple[Exercise, Response]]
) -> None:
    """Actions that were promised before people were asked are named as well: none of them was led to."""
    later = [response for exercise, response in answers if response.actions and str(exercise.end) > "2026"]
    assert later, "the plan of December 2025 had answered already what people said in 2026"
    for address in (_PAGE, _TABLE):
        words = _said(_article(example, address))
        assert "Actions on this" in words
        assert not [phrase for phrase in ("led to", "What follows", "action follows") if phrase in words]


def test_what_waits_for_a_decision_says_so(undecided: Built) -> None:
    page = _article(undecided, _PAGE)
    assert [heading.get("id") for heading in page.iter("h2")] == ["survey", "meeting"]
    assert _said(page.find_class("pp-text")[0].find("p")) == (
        "Of 5 things that you said, one has an action in this plan. "
        "On one, a decision was made with no action in this plan. 3 wait for a decision. "
        "That action is not complete yet."
    )
    assert " ".join(" ".join(_below(page, "survey-too-dark").itertext()).split()) == (
        "You said The paths to the station are too dark after six. What was decided No decision yet"
    )
    assert "This plan has no action on this." in _said(_below(page, "survey-too-loud"))


def test_words_of_people_are_the_heading_where_there_is_no_title(undecided: Built) -> None:
    page = _article(undecided, _PAGE)
    headings = {heading.get("id"): _said(heading) for heading in page.iter("h3")}
    assert headings == {
        "survey-too-fast": "“Cars are too fast”",
        "survey-too-dark": "Dark paths",
        "survey-too-loud": "“Cars are too loud”",
    }
    assert "You said" not in _said(_below(page, "survey-too-fast"))


def test_exercise_without_any_decision_lists_what_was_said(undecided: Built) -> None:
    page = _article(undecided, _PAGE)
    assert "No decision yet. The plan does not say what was decided on these 2 things:" in _said(page)
    items = {item.get("id"): _said(item) for item in page.iter("li") if item.get("id")}
    assert items == {"meeting-bins": "Empty the bins.", "meeting-buses": "Run more buses."}


def test_overview_tells_a_decision_from_none(undecided: Built) -> None:
    rows = _article(undecided, _TABLE).find(".//table").findall("tbody/tr")
    found = [[_said(cell) for cell in row[2:]] for row in rows]
    assert found == [
        ["Actions of this plan", "Check speeds : On track"],
        ["No decision yet", "Nothing yet"],
        ["Nothing, since the law sets the limit.", "No action"],
        ["No decision yet", "Nothing yet"],
        ["No decision yet", "Nothing yet"],
    ]


@pytest.mark.parametrize(
    ("name", "has_table"),
    [("leicestershire-2017", True), ("hertfordshire-2019", False), ("hertfordshire-2021", False)],
)
def test_overview_is_there_where_anything_was_decided(
    site_of: Callable[[str], Built], name: str, has_table: bool
) -> None:
    site = site_of(name)
    assert (_TABLE in site.pages) is has_table
    links = {link.split("#")[0] for address, page in site.pages.items() for link in _links(page, address)}
    assert (_TABLE in links) is has_table
