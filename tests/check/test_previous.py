"""The plan before this one: what is said of its actions holds together, and no address tells of two."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_plan
from plainplan.errors import Severity
from plainplan.load import load_plan

_FILE = "data/previous_plan.yml"
_HEAD = "title: Safer Testshire 2021\nperiod: 2021 to 2025\nactions:\n"
_ON = date(2026, 11, 23)


def _action(name: str, fate: str, *carried_on_by: str) -> str:
    actions = ", ".join(carried_on_by)
    return f"  - id: {name}\n    title: A\n    fate: {fate}\n    why: B\n    actions: [{actions}]\n"


def _problems(plan: Path, *actions: str) -> list[tuple[str, int, str, str, Severity]]:
    (plan / _FILE).write_text(_HEAD + "".join(actions), encoding="utf-8")
    found = check_plan(load_plan(plan), _ON)
    return [
        (problem.code, problem.place.line, problem.message, problem.mend, problem.severity)
        for problem in found
        if problem.place.file == _FILE
    ]


@pytest.mark.parametrize(
    "action",
    [
        _action("count-cars", "finished"),
        _action("count-cars", "dropped"),
        _action("count-cars", "carried forward", "speed-checks"),
        _action("speed-checks", "carried forward", "speed-checks"),
    ],
    ids=["finished", "dropped", "carried forward", "carried forward at the same address"],
)
def test_what_holds_together_is_no_problem(small_plan: Path, action: str) -> None:
    assert _problems(small_plan, action) == []


@pytest.mark.parametrize(
    ("action", "code", "line", "message", "mend", "severity"),
    [
        (
            _action("count-cars", "carried forward", "speed-check"),
            "unknown-reference",
            8,
            'there is no action "speed-check".',
            'Did you mean "speed-checks"?',
            Severity.ERROR,
        ),
        (
            _action("count-cars", "carried forward"),
            "carried-nowhere",
            4,
            "it was carried forward, and no action carries it on.",
            "Name under `actions` those of this plan that carry it on, or write finished or dropped.",
            Severity.WARNING,
        ),
        (
            _action("count-cars", "finished", "speed-checks"),
            "fate",
            6,
            "it was finished, and yet actions of this plan carry it on.",
            "Write `fate: carried forward`, or take its `actions` out.",
            Severity.ERROR,
        ),
        (
            _action("count-cars", "dropped", "speed-checks"),
            "fate",
            6,
            "it was dropped, and yet actions of this plan carry it on.",
            "Write `fate: carried forward`, or take its `actions` out.",
            Severity.ERROR,
        ),
        (
            _action("speed-checks", "dropped"),
            "address",
            4,
            'this plan has an action with the same id: "/actions/speed-checks/" would tell of two.',
            'Add "speed-checks" to its `actions`, or give the action of this plan another id.',
            Severity.ERROR,
        ),
        (
            _action("finished", "finished"),
            "duplicate-id",
            4,
            'the id "finished" is the address of another part of the page.',
            "Give this one another id.",
            Severity.ERROR,
        ),
    ],
)
def test_what_contradicts_itself_is_told(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path, action: str, code: str, line: int, message: str, mend: str, severity: Severity
) -> None:
    assert _problems(small_plan, action) == [(code, line, message, mend, severity)]


def test_no_two_actions_have_the_same_address(small_plan: Path) -> None:
    twice = _action("count-cars", "finished"), _action("count-cars", "dropped")
    assert _problems(small_plan, *twice) == [
        (
            "duplicate-id",
            9,
            f'the id "count-cars" is already taken, in {_FILE} line 4.',
            "Give this one another id.",
            Severity.ERROR,
        )
    ]
