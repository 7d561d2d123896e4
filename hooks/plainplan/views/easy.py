"""What easy read tells of the data: how far a promise has come, numbers out of ten, round sums of money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import partial

from plainplan.model import BudgetYear, Measure, Plan, Priority
from plainplan.model.easy import Easy, EasyTitled
from plainplan.model.measure import Baseline, Target
from plainplan.model.money import FundingLine, SpendingLine
from plainplan.model.progress import Status
from plainplan.model.walk import ActionInPlan, walk_objectives
from plainplan.views.going import Going
from plainplan.views.hundred import of_each_hundred
from plainplan.views.index import Index
from plainplan.views.measures import Change, Movement, read

TEN, HUNDRED = Decimal(10), Decimal(100)
_FEW, _MOST = Decimal(10), Decimal(90)  # percent: outside of these, tens would say nobody or everybody
_MILLION = Decimal(1_000_000)


class Stage(StrEnum):
    """How far a promise has come, as easy read tells it. The name is also that of its picture."""

    DONE = "done"
    DOING = "doing"
    LATE = "late"
    NOT_STARTED = "not-started"
    STOPPED = "stopped"
    NOT_TOLD = "question"


_STAGES: Mapping[Status, Stage] = {
    Status.COMPLETE: Stage.DONE,
    Status.ON_TRACK: Stage.DOING,
    Status.AT_RISK: Stage.DOING,
    Status.DELAYED: Stage.LATE,
    Status.NOT_STARTED: Stage.NOT_STARTED,
    Status.STOPPED: Stage.STOPPED,
}


@dataclass(frozen=True)
class EasyAction:
    """A promise that easy read tells of. `may_be_late`: those who do it say that it is at risk."""

    item: ActionInPlan
    easy: Easy
    stage: Stage
    may_be_late: bool


def actions(index: Index, goings: Mapping[str, Going]) -> tuple[EasyAction, ...]:
    """Every promise with words for easy read, in the order of the plan."""
    return tuple(
        _action(item, item.action.easy, goings[item.action.id])
        for item in index.actions.values()
        if item.action.easy
    )


def _action(item: ActionInPlan, easy: Easy, going: Going) -> EasyAction:
    stage = _STAGES[going.status] if going.status else Stage.NOT_TOLD
    if stage in (Stage.DOING, Stage.NOT_STARTED) and going.past_due_date:
        stage = Stage.LATE
    return EasyAction(item, easy, stage, going.status is Status.AT_RISK and stage is Stage.DOING)


def by_stage(told: Sequence[EasyAction]) -> dict[Stage, tuple[EasyAction, ...]]:
    """The promises by how far they have come; stages without any are left out."""
    found = {stage: tuple(one for one in told if one.stage is stage) for stage in Stage}
    return {stage: some for stage, some in found.items() if some}


@dataclass(frozen=True)
class EasyGroup:
    """What belongs to one objective; `easy` is None for promises whose objective has no words."""

    id: str
    easy: EasyTitled | None
    actions: tuple[EasyAction, ...]


def groups(plan: Plan, told: Sequence[EasyAction], priority_id: str) -> list[EasyGroup]:
    """What a priority promises, by objective, in the order of the plan."""
    here = [one for one in told if one.item.priority.id == priority_id]
    objectives = [one.objective for one in walk_objectives(plan) if one.priority.id == priority_id]
    found = [
        EasyGroup(
            one.id,
            one.easy,
            tuple(action for action in here if one.id in {up.id for up in action.item.parents}),
        )
        for one in objectives
    ]
    grouped = {action.item.action.id for group in found for action in group.actions}
    rest = tuple(action for action in here if action.item.action.id not in grouped)
    return [group for group in (*found, EasyGroup("", None, rest)) if group.easy or group.actions]


def priorities(index: Index) -> tuple[Priority, ...]:
    """The priorities with words for easy read, in the order of the plan."""
    return tuple(one for one in index.priorities.values() if one.easy)


@dataclass(frozen=True)
class Share:
    """A share as easy read says it: `part` out of every `whole`, which is 10 or 100."""

    part: int
    whole: int


@dataclass(frozen=True)
class Amount:
    """A number that is no share, rounded to what people can picture. `exact`: it was not rounded."""

    number: Decimal
    exact: bool


Number = Share | Amount


def number(value: Decimal, unit: str, *, in_tens: bool = True) -> Number:
    """A figure of a measure as easy read says it: no percentages, round numbers (UK easy read guidance).

    A share is one of ten where tens can tell it, unless not `in_tens`: then it is one of a hundred.
    """
    if unit != "%":
        rounded = two_digits(value)
        return Amount(rounded, rounded == value)
    if in_tens and _is_told_by_tens(value):
        return Share(int((value / TEN).quantize(Decimal(1), ROUND_HALF_UP)), 10)
    return Share(int(value.quantize(Decimal(1), ROUND_HALF_UP)), 100)


def _is_told_by_tens(percent: Decimal) -> bool:
    # Rounded first, or 9.7% were "10 out of every 100" beside the "1 out of every 10" of 10%.
    return _FEW <= percent.quantize(Decimal(1), ROUND_HALF_UP) <= _MOST


def two_digits(value: Decimal) -> Decimal:
    """A number rounded so that two digits tell it, and to a whole one from 10 up: 4,213 is 4,200."""
    if not value:
        return Decimal(0)
    exponent = min(max(value.adjusted() - 1, 0), value.adjusted())
    rounded = value.quantize(Decimal(1).scaleb(exponent), ROUND_HALF_UP)
    return Decimal(int(rounded)) if rounded == int(rounded) else rounded


def round_sum(value: Decimal) -> Decimal:
    """Pounds, rounded: whole millions from one million up, else two digits."""
    if value < _MILLION:
        return two_digits(value)
    return (value / _MILLION).quantize(Decimal(1), ROUND_HALF_UP) * _MILLION


class Turn(StrEnum):
    """Which way a number went since the plan began. The name is also that of its picture."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True)
class EasyMeasure:
    """A measure that easy read tells of: its newest number, the one to start from, the one to come to.

    `year` is that in which the newest period ends; `turn` is None where the plan does not say what is better.
    """

    measure: Measure
    newest: Number
    year: int
    before: Number | None
    target: Number | None
    turn: Turn | None


def measures(plan: Plan, on: date) -> Iterator[EasyMeasure]:
    """The measures with words for easy read that have a figure."""
    for measure in plan.measures:
        reading = read(measure, on)
        latest = reading.latest
        if not measure.easy or latest is None or not isinstance(latest.value, Decimal):
            continue
        start = _level(measure.baseline) if reading.change else None
        target = _level(measure.target)
        say = partial(number, unit=measure.unit, in_tens=_all_in_tens(latest.value, start, target))
        newest, before = say(latest.value), None if start is None else say(start)
        yield EasyMeasure(
            measure,
            newest,
            latest.end.year,
            before,
            None if target is None else say(target),
            _turn(newest, before, reading.change) if reading.change else None,
        )


def _all_in_tens(newest: Decimal, start: Decimal | None, target: Decimal | None) -> bool:
    """Readers compare them: all are out of ten, or all out of a hundred.

    Tens do not do where a target that is not met would read as the number that there is.
    """
    known = [level for level in (newest, start, target) if level is not None]
    if not all(_is_told_by_tens(level) for level in known):
        return False
    return target is None or newest == target or number(newest, "%") != number(target, "%")


def _level(stated: Baseline | Target | None) -> Decimal | None:
    return stated.value if stated and isinstance(stated.value, Decimal) else None


def _turn(newest: Number, before: Number | None, change: Change) -> Turn | None:
    """What readers see must not contradict what they are told: the same two numbers are the same.

    Nor is it better or worse where the page of the measure says that the change may be chance.
    """
    if newest == before or change.movement is Movement.UNCHANGED or change.within_margin:
        return Turn.SAME
    return None if change.improved is None else Turn.BETTER if change.improved else Turn.WORSE


@dataclass(frozen=True)
class EasyLine:
    """A line of the budget that easy read tells of; `of_hundred` are its pounds of each £100, where known."""

    easy: Easy
    amount: Decimal | None
    of_hundred: Decimal | None


@dataclass(frozen=True)
class EasyMoney:
    """The money of a financial year in easy read."""

    year: BudgetYear
    funding: tuple[EasyLine, ...]
    spending: tuple[EasyLine, ...]


def money(years: Sequence[BudgetYear]) -> EasyMoney | None:
    """The newest year with words for easy read; `years` come newest first."""
    for year in years:
        funding, spending = _lines(year.funding), _lines(year.spending)
        if funding or spending:
            return EasyMoney(year, funding, spending)
    return None


def _lines(lines: Sequence[FundingLine | SpendingLine]) -> tuple[EasyLine, ...]:
    amounts = [line.amount if isinstance(line.amount, Decimal) else None for line in lines]
    known = [amount for amount in amounts if amount is not None]
    shares = of_each_hundred(known) if len(known) == len(lines) else None
    hundred: Sequence[Decimal | None] = shares or [None] * len(lines)
    words = [line.easy for line in lines]
    told = [
        EasyLine(easy, amount, share)
        for easy, amount, share in zip(words, amounts, hundred, strict=True)
        if easy
    ]
    return tuple(sorted(told, key=lambda one: -(one.amount or 0)))
