"""Pages in easy read as they are made from data: what stands beside each picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from plainplan import trees
from plainplan.load import load_plan
from plainplan.render.site import Site

from tests.conftest import Change
from tests.easy_plan import BUDGET, SPEEDING, tell_in_easy_read
from tests.sites import ROOT

ON = date(2026, 11, 23)
REPORT = "data/progress/2026-10-23.yml"
LOST = "value: not available\n    reason: The cameras were broken.\n"


@pytest.fixture
def easy_plan(small_plan: Path) -> Path:
    return tell_in_easy_read(small_plan)


def _blocks(plan: Path, name: str) -> list[tuple[str, list[str]]]:
    """The pictures of a page, each with the sentences beside it."""
    site = Site(load_plan(plan).plan, ROOT / "overrides" / "fragments", plan, ON)
    made = trees.parse(site.finish(site.pages[f"easy-read/{name}/"], "").content)
    return [
        (block.xpath("string(./*/img/@alt)").removeprefix("Picture of "), _sentences(block))
        for block in made.find_class("pp-easy")
    ]


def _sentences(block: HtmlElement) -> list[str]:
    return [" ".join(one.text_content().split()) for one in block.xpath(".//p | .//h2")]


COUNTED = "We counted this in 2025."
MEASURES = {
    "with a target": (
        [],
        [
            ("number", ["We count fast cars.", "2 out of every 10 cars go too fast."]),
            ("target", [COUNTED, "We want it to be 1 out of every 10."]),
        ],
    ),
    "with nothing to compare": (
        [("target:\n  value: 10\n", "")],
        [("number", ["We count fast cars.", "2 out of every 10 cars go too fast.", COUNTED])],
    ),
    "better": (
        [(LOST, "value: 4\n"), ("    low: 18\n    high: 22\n", "")],
        [
            ("number", ["We count fast cars.", "4 out of every 100 cars go too fast."]),
            (
                "better",
                [
                    "We counted this in 2026.",
                    "This is better than when we started.",
                    "When we started, it was 20 out of every 100.",
                    "We want it to be 10 out of every 100.",
                ],
            ),
        ],
    ),
    "may be chance": (
        [(LOST, "value: 22\n    low: 19\n    high: 25\n")],
        [
            ("number", ["We count fast cars.", "2 out of every 10 cars go too fast."]),
            (
                "same",
                [
                    "We counted this in 2026.",
                    "This is about the same as when we started.",
                    "We want it to be 1 out of every 10.",
                ],
            ),
        ],
    ),
    "a count": (
        [
            ('unit: "%"', "unit: cars"),
            ("  value: 20\n", "  value: 4213\n"),
            ("    value: 20\n    low: 18\n    high: 22\n", "    value: 4213\n"),
        ],
        [
            ("number", ["We count fast cars.", "About 4,200 cars go too fast."]),
            ("target", [COUNTED, "We want it to be 10."]),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "blocks"), MEASURES.values(), ids=MEASURES)
def test_numbers_and_where_they_go(
    easy_plan: Path,
    change: Change,
    changes: list[tuple[str, str]],
    blocks: list[tuple[str, list[str]]],
) -> None:
    for old, new in reversed(changes):
        change(SPEEDING, old, new)
    assert _blocks(easy_plan, "measures") == blocks


@pytest.mark.parametrize(
    ("status", "stage", "told"),
    [
        ("complete", "done", ["We have done this.", "We have done 1 thing."]),
        ("delayed", "late", ["This is late.", "1 thing is late."]),
        ("stopped", "stopped", ["We stopped this.", "We stopped 1 thing."]),
    ],
)
def test_what_is_done_late_or_stopped_is_told(
    easy_plan: Path, change: Change, status: str, stage: str, told: list[str]
) -> None:
    change(REPORT, "    status: on track\n", f"    status: {status}\n    reason: Known.\n")
    words = ["We will use ANPR.", "ANPR means cameras that read numbers."]
    assert _blocks(easy_plan, "progress") == [
        (stage, told),
        ("camera", words),
        ("calendar", ["This is what we know on 23 October 2026."]),
    ]
    assert ("camera", [*words, told[0]]) in _blocks(easy_plan, "priorities/safer-roads")


def test_what_is_at_risk_says_that_it_may_be_late(easy_plan: Path, change: Change) -> None:
    change(REPORT, "    status: on track\n", "    status: at risk\n    reason: Known.\n")
    (found,) = [told for picture, told in _blocks(easy_plan, "priorities/safer-roads") if picture == "camera"]
    assert found[-1] == "We are doing this. It may be late."


def test_a_priority_with_its_objectives(easy_plan: Path) -> None:
    assert [(picture, told[0]) for picture, told in _blocks(easy_plan, "priorities/safer-roads")] == [
        ("road", "We want roads to be safe."),
        ("target", "Slow cars"),
        ("camera", "We will use ANPR."),
    ]


def test_money_in_round_sums(easy_plan: Path, change: Change) -> None:
    change(BUDGET, "        amount: 80.25\n", "        amount: 46218000\n")
    assert _blocks(easy_plan, "budget") == [
        ("calendar", ["This is the money for April 2026 to March 2027."]),
        (
            "road",
            [
                "This makes roads safe.",
                "We spend about £46 million on this.",
                "That is £100 out of every £100.",
            ],
        ),
        ("money", ["The government gives us this.", "We get about £91 from this."]),
    ]


def test_the_office_stands_once_in_its_address(easy_plan: Path, change: Change) -> None:
    name, street = "Office of the Commissioner for Testshire", "1 High Street"
    for lines in ([name, street], [street]):
        about = (easy_plan / "data/plan.yml").read_text(encoding="utf-8")
        address = "".join(f"    {line}\n" for line in lines)
        change(
            "data/plan.yml",
            "  email: plan@example.org\n",
            f"  email: plan@example.org\n  address: |\n{address}",
        )
        (told,) = [told for picture, told in _blocks(easy_plan, "contact") if picture == "letter"]
        assert told == ["Write us a letter:", name, street]
        (easy_plan / "data/plan.yml").write_text(about, encoding="utf-8")


def test_words_are_in_the_order_of_the_alphabet_with_their_pictures(easy_plan: Path, change: Change) -> None:
    change(
        "data/glossary.yml",
        "terms:\n",
        "terms:\n  - {id: zone, term: Zone, meaning: A, easy: A place., picture: road}\n",
    )
    assert _blocks(easy_plan, "words")[1:] == [
        ("camera", ["ANPR", "Cameras that read numbers."]),
        ("road", ["Zone", "A place."]),
    ]
