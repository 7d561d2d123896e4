"""What the example plan holds, and how its site shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.model.progress import Status
from plainplan.model.walk import walk_actions, walk_objectives
from plainplan.views.progress import reports_newest_first

if TYPE_CHECKING:
    from tests.sites import Built, Workshop

_NOTICE = "This is an example."
_NO_LINKS = ("a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "abbr", "th", "caption")


@pytest.fixture(scope="module")
def plan(example: Built) -> Plan:
    return load_plan(example.plan).plan


def test_example_is_a_whole_plan(plan: Plan) -> None:
    assert len(plan.priorities) in (5, 6)
    assert len(list(walk_objectives(plan))) >= 25
    assert len(list(walk_actions(plan))) >= 60
    assert len([measure for measure in plan.measures if len(measure.series) >= 5]) >= 25
    assert len(plan.budget) == 2
    assert len(plan.grants) >= 30
    assert len(plan.organisations) >= 12
    assert len(plan.progress) >= 4
    assert len(plan.consultation) >= 6
    assert len(plan.milestones) >= 15
    assert len(plan.glossary) >= 60
    assert sum(len(chapter.body.split()) for chapter in plan.chapters) >= 12_000


def test_newest_report_of_the_example_has_every_status(plan: Plan) -> None:
    assert {update.status for update in reports_newest_first(plan)[0].updates} == set(Status)


def test_every_record_of_the_example_has_its_page(plan: Plan, example: Built) -> None:
    expected = {f"actions/{item.action.id}/" for item in walk_actions(plan)}
    expected |= {f"priorities/{priority.id}/" for priority in plan.priorities}
    expected |= {f"measures/{measure.id}/" for measure in plan.measures}
    expected |= {f"progress/{report.date}/" for report in plan.progress}
    expected |= {f"budget/{year.id}/" for year in plan.budget}
    expected |= {f"who-does-what/{organisation.id}/" for organisation in plan.organisations}
    expected |= {chapter.address for chapter in plan.chapters}
    assert expected - set(example.pages) == set()


def test_notice_is_on_every_page_of_the_example(example: Built) -> None:
    assert [address for address, page in example.pages.items() if _NOTICE not in page.text_content()] == []


def test_notice_is_on_no_page_of_a_real_plan(real: Built) -> None:
    assert [address for address, page in real.pages.items() if _NOTICE in page.text_content()] == []


def test_words_of_the_glossary_are_linked_on_first_use_only(example: Built) -> None:
    linked = 0
    for address, page in example.pages.items():
        links = page.xpath("//article//a[@class='pp-term']")
        linked += len(links)
        targets = [link.get("href") for link in links]
        assert len(targets) == len(set(targets)), f"/{address} links a word twice"
        assert not any(list(link.iterancestors(*_NO_LINKS)) for link in links), f"/{address} links a heading"
    assert linked > 100
    assert not example.pages["glossary/"].xpath("//article//a[@class='pp-term']")


def test_two_builds_are_the_same(
    workshop: Workshop, example: Built, fingerprint_of: Callable[[Path], dict[str, str]]
) -> None:
    again = workshop.build(example.plan, workshop.folder / "again" / "site")
    assert fingerprint_of(again.site) == fingerprint_of(example.site)
