"""What translators are given of a whole plan: each text once, with its line and its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from plainplan.load import load_plan
from plainplan.translation.message import Message
from plainplan.translation.messages import messages_of

from tests.conftest import Change
from tests.sites import ROOT

_CHAPTER = """\
---
title: Our roads
description: Where people die.
priority: safer-roads
---

See [the measure](measures/speeding.md), and ANPR.

Same words.

## Slower traffic

* One item
  over two lines
* Same words.

| Year | Roads |
| --- | --- |
| 2026 | Twelve |

{{ measure("speeding") }}

In {{ plan.area }} we drive. {{ measure("speeding") }}
"""
FILE = "content/roads.md"
BLOCKS = [
    ("chapter roads.md: title", "Our roads", 1),
    ("chapter roads.md: description", "Where people die.", 1),
    ("chapter: roads.md", "See <1>the measure</1>, and ANPR.", 7),
    ("chapter: roads.md", "Same words.", 9),
    ("chapter: roads.md", "Slower traffic", 11),
    ("chapter: roads.md", "One item over two lines", 13),
    ("chapter: roads.md", "Year", 17),
    ("chapter: roads.md", "Roads", 17),
    ("chapter: roads.md", "Twelve", 19),
    ("chapter: roads.md", "In Testshire we drive. plainplan-block-1-", 23),
]


def _of(folder: Path) -> list[Message]:
    return messages_of(load_plan(folder), folder)


@pytest.fixture
def told(small_plan: Path, change: Change) -> list[Message]:
    change(FILE, "", _CHAPTER)
    (small_plan / "mkdocs.yml").write_text("markdown_extensions: [attr_list]\n", encoding="utf-8")
    return _of(small_plan)


def test_the_blocks_of_a_chapter_in_order_with_their_lines(told: list[Message]) -> None:
    found = [one for one in told if one.place.file == FILE]
    assert [(one.context, one.text, one.place.line) for one in found] == BLOCKS
    assert {one.page for one in found} == {"roads/"}
    assert [one.is_block for one in found] == [False, False, *[True] * (len(BLOCKS) - 2)]


LINES = {
    "plan: title": ("data/plan.yml", "title: Safer Testshire", ""),
    "priority safer-roads: summary": (
        "data/priorities/safer-roads.yml",
        "summary:",
        "priorities/safer-roads/",
    ),
    "objective slow-down: title": (
        "data/priorities/safer-roads.yml",
        "title: Slow",
        "priorities/safer-roads/",
    ),
    "action speed-checks: title": (
        "data/priorities/safer-roads.yml",
        "title: Check",
        "actions/speed-checks/",
    ),
    "measure speeding: tells you": ("data/measures/speeding.yml", "tells_you:", "measures/speeding/"),
    "report 2026-10-23: title": ("data/progress/2026-10-23.yml", "title:", "progress/2026-10-23/"),
    "organisation police: name": (
        "data/organisations.yml",
        "name: Testshire Police",
        "who-does-what/police/",
    ),
    "grant village-watch: reasons": ("data/grants.yml", "reasons:", "grants/"),
    "word anpr: meaning": ("data/glossary.yml", "meaning:", "glossary/"),
    "consultation survey: who": ("data/consultation.yml", "who:", "consultation/"),
    "milestone published: title": ("data/milestones.yml", "title:", "timeline/"),
    "requirement s7: duty": ("data/requirements.yml", "duty:", "law/"),
    "accessibility: scope": ("data/accessibility.yml", "scope:", "accessibility/"),
    "budget line: title": ("data/budget.yml", "title: Grant", "budget/2026-27/"),
}


@pytest.mark.parametrize("context", LINES)
def test_the_line_and_the_page_of_data(told: list[Message], small_plan: Path, context: str) -> None:
    file, begins, page = LINES[context]
    message = next(one for one in told if one.context == context)
    lines = (small_plan / file).read_text(encoding="utf-8").splitlines()
    expected = next(number for number, line in enumerate(lines, 1) if begins in line)
    assert (message.place.file, message.place.line, message.page) == (file, expected, page)


@pytest.mark.parametrize("name", ["small", "example"])
def test_none_is_there_twice_or_without_letters(name: str, lasting_small_plan: Path) -> None:
    messages = _of(lasting_small_plan if name == "small" else ROOT)
    keys = [one.key for one in messages]
    assert len(keys) == len(set(keys)) > 50
    assert all(any(sign.isalpha() for sign in one.text) for one in messages)


def test_the_same_words_in_another_record_or_chapter_are_another_text(
    small_plan: Path, change: Change
) -> None:
    change("content/lanes.md", "", "---\ntitle: Our roads\n---\n\nSlower traffic\n")
    found = sorted(one.context for one in _of(small_plan) if one.text in ("Our roads", "Slower traffic"))
    assert found == [
        "chapter lanes.md: title",
        "chapter roads.md: title",
        "chapter: lanes.md",
        "chapter: roads.md",
    ]


def test_shared_words_are_there_once(told: list[Message]) -> None:
    assert [one.text for one in told if one.context == "figure: period"] == ["2024 to 2025", "2025 to 2026"]
