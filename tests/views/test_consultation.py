"""You said, we did: the order of the exercises, and what became of what people said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from plainplan.load import load_plan
from plainplan.views.consultation import (
    Outcome,
    behind_action,
    behind_priority,
    exercises_newest_first,
    findings,
    tally,
)
from plainplan.views.index import Index

_SAID = [
    {"id": "one", "said": "A", "did": "B", "actions": ["speed-checks"]},
    {"id": "two", "said": "A", "actions": ["speed-checks"]},
    {"id": "three", "title": "A", "said": "C", "did": "Nothing, because it is dear."},
    {"id": "four", "said": "D"},
]


def _asked(plan: Path, *exercises: dict[str, object]) -> Index:
    written = [{"title": "A", "method": "B", "who": "C", **exercise} for exercise in exercises]
    (plan / "data/consultation.yml").write_text(yaml.safe_dump({"exercises": written}), encoding="utf-8")
    return Index(load_plan(plan).plan)


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (({"end": "2025-01-31"}, {"end": "2026-01-31"}), ["b", "a"]),
        (({"start": "2025-01-01", "end": "2025-01-31"}, {"start": "2025-02-01"}), ["b", "a"]),
        (({"end": "2026-01-31"}, {"end": "2025-01-31"}), ["a", "b"]),
        (({"end": "2025-01-31"}, {"end": "2025-01-31"}), ["a", "b"]),
        (({"end": "2025-01-31"}, {"end": "not published"}, {"end": "2026-01-31"}), ["a", "b", "c"]),
        (({}, {"end": "2026-01-31"}), ["a", "b"]),
    ],
    ids=["by last day", "by first day", "already", "same day", "one not published", "one not stated"],
)
def test_newest_exercise_is_first_where_all_have_a_day(
    small_plan: Path, days: Sequence[dict[str, object]], order: list[str]
) -> None:
    index = _asked(small_plan, *({"id": name, **day} for name, day in zip("abc", days, strict=False)))
    assert [exercise.id for exercise in exercises_newest_first(index.plan)] == order


def test_each_finding_has_its_outcome_and_its_place(small_plan: Path) -> None:
    index = _asked(small_plan, {"id": "survey", "you_said_we_did": _SAID})
    found = [(finding.anchor, finding.outcome, finding.shares_name) for finding in findings(index.plan)]
    assert found == [
        ("survey-one", Outcome.ACTION, True),
        ("survey-two", Outcome.ACTION, True),
        ("survey-three", Outcome.DECISION, True),
        ("survey-four", Outcome.OPEN, False),
    ]


def test_actions_that_follow_are_counted_once(small_plan: Path) -> None:
    index = _asked(small_plan, {"id": "survey", "you_said_we_did": _SAID})
    counted = tally(findings(index.plan))
    assert (counted.total, counted.with_action, counted.with_decision, counted.open) == (4, 2, 1, 1)
    assert counted.actions == ("speed-checks",)


def test_actions_and_priorities_know_what_is_behind_them(small_plan: Path) -> None:
    index = _asked(small_plan, {"id": "survey", "you_said_we_did": _SAID})
    expected = ["survey-one", "survey-two"]
    assert [finding.anchor for finding in behind_action(index.plan, "speed-checks")] == expected
    assert [finding.anchor for finding in behind_priority(index, "safer-roads")] == expected
    assert behind_action(index.plan, "another") == []


def test_nothing_said_is_nothing_counted(small_plan: Path) -> None:
    counted = tally(findings(_asked(small_plan, {"id": "survey"}).plan))
    assert (counted.total, counted.actions) == (0, ())
