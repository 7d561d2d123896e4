"""What easy read tells of the data: how far promises have come, numbers out of ten, round sums."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from plainplan.load import load_plan
from plainplan.model import BudgetYear, Plan
from plainplan.views.easy import (
    Amount,
    EasyAction,
    Share,
    Stage,
    Turn,
    actions,
    by_stage,
    groups,
    measures,
    money,
    number,
    priorities,
    round_sum,
)
from plainplan.views.going import goings
from plainplan.views.index import Index

from tests.conftest import Change
from tests.easy_plan import ROADS, tell_in_easy_read
from tests.views.measured import ON, measure

REPORT = "data/progress/2026-10-23.yml"
DUE, PAST = date(2026, 12, 31), date(2027, 1, 1)
EASY = {"picture": "number", "words": "We count.", "says": "{number} people."}


@pytest.fixture
def easy_plan(small_plan: Path) -> Path:
    return tell_in_easy_read(small_plan)


def _told(folder: Path, on: date = ON) -> tuple[EasyAction, ...]:
    index = Index(load_plan(folder).plan)
    return actions(index, goings(index, on))


STAGES = {
    "complete": ("complete", DUE, Stage.DONE, False),
    "on track": ("on track", DUE, Stage.DOING, False),
    "at risk": ("at risk", DUE, Stage.DOING, True),
    "delayed": ("delayed", DUE, Stage.LATE, False),
    "not started": ("not started", DUE, Stage.NOT_STARTED, False),
    "stopped": ("stopped", DUE, Stage.STOPPED, False),
    "never reported": ("", DUE, Stage.NOT_TOLD, False),
    "complete, past due": ("complete", PAST, Stage.DONE, False),
    "on track, past due": ("on track", PAST, Stage.LATE, False),
    "at risk, past due": ("at risk", PAST, Stage.LATE, False),
    "delayed, past due": ("delayed", PAST, Stage.LATE, False),
    "not started, past due": ("not started", PAST, Stage.LATE, False),
    "stopped, past due": ("stopped", PAST, Stage.STOPPED, False),
    "never reported, past due": ("", PAST, Stage.NOT_TOLD, False),
}


@pytest.mark.parametrize(("status", "on", "stage", "may_be_late"), STAGES.values(), ids=STAGES)
def test_how_far_a_promise_has_come(  # noqa: PLR0913, PLR0917  # the columns of its table
    easy_plan: Path, change: Change, status: str, on: date, stage: Stage, may_be_late: bool
) -> None:
    if status:
        change(REPORT, "    status: on track\n", f"    status: {status}\n    reason: Known.\n")
    else:
        change(
            REPORT, "\n  - action: speed-checks\n    status: on track\n    words: We checked 12 roads.", " []"
        )
    (one,) = _told(easy_plan, on)
    assert (one.stage, one.may_be_late, one.easy.picture) == (stage, may_be_late, "camera")
    assert by_stage([one]) == {stage: (one,)}


def test_stages_come_in_their_order_and_without_empty_ones(easy_plan: Path, change: Change) -> None:
    _two_more(change)
    told = _told(easy_plan)
    found = by_stage(told)
    assert [(stage, [one.item.action.id for one in some]) for stage, some in found.items()] == [
        (Stage.DOING, ["speed-checks"]),
        (Stage.NOT_TOLD, ["deep", "lone"]),
    ]


def _two_more(change: Change) -> None:
    """A promise right under a focus area, one under an objective in it, and one without words."""
    easy = "easy: {picture: road, words: We act.}, owner: police"
    change(
        ROADS,
        "objectives:\n  - id: slow-down\n",
        f"""\
focus_areas:
  - id: villages
    title: Villages
    actions:
      - {{id: lone, title: Lone, {easy}}}
      - {{id: silent, title: Silent, owner: police}}
    objectives:
      - id: lanes
        title: Lanes
        actions:
          - {{id: deep, title: Deep, {easy}}}
      - id: empty
        title: Empty
        easy: {{title: Empty, picture: road, words: Nothing yet.}}
        actions: []
      - id: mute
        title: Mute
        actions: []
objectives:
  - id: slow-down
""",
    )


def test_promises_by_objective_those_of_none_last(easy_plan: Path, change: Change) -> None:
    _two_more(change)
    plan = load_plan(easy_plan).plan
    found = groups(plan, _told(easy_plan), "safer-roads")
    assert [
        (one.id, one.easy.title if one.easy else "", [told.item.action.id for told in one.actions])
        for one in found
    ] == [
        ("slow-down", "Slow cars", ["speed-checks"]),
        ("lanes", "", ["deep"]),
        ("empty", "Empty", []),
        ("", "", ["lone"]),
    ]
    assert groups(plan, _told(easy_plan), "another") == []


def test_only_priorities_and_promises_with_words_are_told(easy_plan: Path, change: Change) -> None:
    assert [one.id for one in priorities(Index(load_plan(easy_plan).plan))] == ["safer-roads"]
    change(
        ROADS, "easy:\n  title: Safe roads\n  picture: road\n  words: |\n    We want roads to be safe.\n", ""
    )
    assert priorities(Index(load_plan(easy_plan).plan)) == ()


NUMBERS = {
    "tens": ("60", "%", Share(6, 10)),
    "tens, rounded down": ("64.9", "%", Share(6, 10)),
    "tens, half up": ("65", "%", Share(7, 10)),
    "10 percent": ("10", "%", Share(1, 10)),
    "nearly 10 percent": ("9.5", "%", Share(1, 10)),
    "under 10 percent": ("9.4", "%", Share(9, 100)),
    "90 percent": ("90", "%", Share(9, 10)),
    "just over 90 percent": ("90.4", "%", Share(9, 10)),
    "over 90 percent": ("90.5", "%", Share(91, 100)),
    "nearly all": ("99.6", "%", Share(100, 100)),
    "hardly any": ("0.4", "%", Share(0, 100)),
    "nobody": ("0", "%", Share(0, 100)),
    "everybody": ("100.0", "%", Share(100, 100)),
    "two digits stay": ("42", "people", Amount(Decimal(42), True)),
    "three digits": ("421", "people", Amount(Decimal(420), False)),
    "four digits": ("4213", "people", Amount(Decimal(4200), False)),
    "half up": ("4250", "people", Amount(Decimal(4300), False)),
    "round already": ("4200", "people", Amount(Decimal(4200), True)),
    "one digit more": ("995", "people", Amount(Decimal(1000), False)),
    "millions": ("1234567", "people", Amount(Decimal(1200000), False)),
    "whole from 10 up": ("24.5", "crimes", Amount(Decimal(25), False)),
    "whole under 10": ("4.2", "crimes", Amount(Decimal(4), False)),
    "written with noughts": ("4.0", "crimes", Amount(Decimal(4), True)),
    "under 1": ("0.42", "crimes", Amount(Decimal("0.4"), False)),
    "far under 1": ("0.0421", "crimes", Amount(Decimal("0.04"), False)),
    "nearly 1": ("0.96", "crimes", Amount(Decimal(1), False)),
    "nought": ("0.00", "crimes", Amount(Decimal(0), True)),
    "negative": ("-421", "pounds", Amount(Decimal(-420), False)),
    "negative under 1": ("-0.42", "pounds", Amount(Decimal("-0.4"), False)),
}


@pytest.mark.parametrize(("value", "unit", "said"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_that_people_can_picture(value: str, unit: str, said: Share | Amount) -> None:
    found = number(Decimal(value), unit)
    assert found == said
    if isinstance(found, Amount):
        assert "E" not in str(found.number)
        assert str(found.number) in {str(int(found.number)), str(found.number.normalize())}


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0", "0"),
        ("80.25", "80"),
        ("9.99", "10"),
        ("999", "1000"),
        ("46218", "46000"),
        ("999999", "1000000"),
        ("1000000", "1000000"),
        ("1499999.99", "1000000"),
        ("1500000", "2000000"),
        ("46218000", "46000000"),
        ("123456789", "123000000"),
        ("-46218", "-46000"),
        ("-46218000", "-46000000"),
    ],
)
def test_round_sums(amount: str, said: str) -> None:
    assert format(round_sum(Decimal(amount)), "f") == said


def _with(plan: Path, *values: str, **more: Any) -> Plan:
    found = measure(values, **{"easy": EASY, **more})
    return load_plan(plan).plan.model_copy(update={"measures": (found,)})


SURVEY = {"unit": "%"}
SAMPLE = ({"low": "55", "high": "65"}, {"low": "64", "high": "76"})
TURNS: Mapping[str, tuple[tuple[str, str], dict[str, Any], Turn | None]] = {
    "more is better": (("20", "30"), {}, Turn.BETTER),
    "more is worse": (("20", "30"), {"better": "lower"}, Turn.WORSE),
    "fewer is worse": (("30", "20"), {}, Turn.WORSE),
    "fewer is better": (("30", "20"), {"better": "lower"}, Turn.BETTER),
    "no change": (("30", "30"), {}, Turn.SAME),
    "the same when rounded": (("4213", "4180"), {}, Turn.SAME),
    "the same out of ten": (("58", "62"), SURVEY, Turn.SAME),
    "the same on both sides of 10%": (("10.4", "9.6"), SURVEY, Turn.SAME),
    "nobody said what is better": (("20", "30"), {"better": None}, None),
    "may be chance": (("60", "70"), {**SURVEY, "figures": SAMPLE}, Turn.SAME),
    "other tens": (("60", "70"), SURVEY, Turn.BETTER),
    "no longer at the level to keep": (("30", "20"), {"better": "at or above", "target": "25"}, Turn.WORSE),
    "still at the level to keep": (("30", "28"), {"better": "at or above", "target": "25"}, None),
}


@pytest.mark.parametrize(("values", "more", "turn"), TURNS.values(), ids=TURNS)
def test_better_worse_or_the_same(
    lasting_small_plan: Path, values: tuple[str, str], more: dict[str, Any], turn: Turn | None
) -> None:
    (found,) = measures(_with(lasting_small_plan, *values, **more), ON)
    assert found.turn is turn
    assert found.turn is Turn.SAME or found.newest != found.before


TOGETHER = {
    "all in tens": (("60", "70"), "80", (Share(7, 10), Share(6, 10), Share(8, 10))),
    "the target has the same tens": (("52", "58"), "62", (Share(58, 100), Share(52, 100), Share(62, 100))),
    "the target is met": (("52", "62"), "62", (Share(6, 10), Share(5, 10), Share(6, 10))),
    "the target is higher": (("60", "70"), "95", (Share(70, 100), Share(60, 100), Share(95, 100))),
    "it was lower": (("5", "70"), "", (Share(70, 100), Share(5, 100), None)),
    "it is higher": (("88", "91.7"), "95", (Share(92, 100), Share(88, 100), Share(95, 100))),
}


@pytest.mark.parametrize(("values", "target", "said"), TOGETHER.values(), ids=TOGETHER)
def test_shares_that_are_compared_are_alike(
    lasting_small_plan: Path, values: tuple[str, str], target: str, said: tuple[Share | None, ...]
) -> None:
    (found,) = measures(_with(lasting_small_plan, *values, target=target, unit="%"), ON)
    assert (found.newest, found.before, found.target) == said


@pytest.mark.parametrize(
    ("values", "more", "told"),
    [
        (("20", "not available"), {}, [(20, None, None)]),
        (("20",), {}, [(20, None, None)]),
        (("20", "30"), {"baseline": None}, [(30, None, None)]),
        (("not available",), {"baseline": None}, []),
        (("20", "30"), {"easy": None}, []),
        (("20", "30"), {"figures": ({}, {"break_before": "A new way to count."})}, [(30, None, None)]),
        (("20", "30"), {"target": "40"}, [(30, 20, 40)]),
        (("20", "30"), {"target": "not published"}, [(30, 20, None)]),
    ],
    ids=[
        "newest unknown",
        "one figure",
        "no start",
        "no figure",
        "no words",
        "not comparable",
        "target",
        "target unknown",
    ],
)
def test_what_is_not_known_is_not_told(
    lasting_small_plan: Path,
    values: tuple[str, ...],
    more: dict[str, Any],
    told: list[tuple[int, int | None, int | None]],
) -> None:
    def plain(one: object) -> int | None:
        return int(one.number) if isinstance(one, Amount) else None

    found = list(measures(_with(lasting_small_plan, *values, **more), ON))
    assert [(plain(one.newest), plain(one.before), plain(one.target)) for one in found] == told
    assert all((one.turn is None) == (one.before is None) for one in found)


def _year(name: str, spending: list[tuple[str, object, bool]]) -> BudgetYear:
    lines = [
        {"id": line, "title": line, "amount": amount, "easy": EASY_LINE if told else None}
        for line, amount, told in spending
    ]
    return BudgetYear.model_validate({"id": name, "status": "approved", "spending": lines})


EASY_LINE = {"picture": "money", "words": "It is money."}
OLD = _year("2025-26", [("old", 10, True)])


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ([_year("2026-27", [("a", 10, True)]), OLD], ("2026-27", [(10, 100)])),
        ([_year("2026-27", [("a", 10, False)]), OLD], ("2025-26", [(10, 100)])),
        ([_year("2026-27", [("a", 10, True), ("b", 30, True)])], ("2026-27", [(30, 75), (10, 25)])),
        ([_year("2026-27", [("a", 10, False), ("b", 30, True)])], ("2026-27", [(30, 75)])),
        (
            [_year("2026-27", [("a", "not published", True), ("b", 30, True)])],
            ("2026-27", [(30, None), (None, None)]),
        ),
        ([_year("2026-27", [("a", 10, False)])], None),
        ([], None),
    ],
    ids=[
        "newest",
        "newest with words",
        "largest first",
        "share of all lines",
        "one unknown",
        "none",
        "no year",
    ],
)
def test_money_of_the_newest_year_with_words(
    years: list[BudgetYear], told: tuple[str, list[tuple[int | None, int | None]]] | None
) -> None:
    found = money(years)
    if told is None:
        assert found is None
        return
    assert found is not None
    assert (found.year.id, [(one.amount, one.of_hundred) for one in found.spending]) == told
    assert found.funding == ()
