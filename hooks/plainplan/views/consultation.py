"""You said, we did: from what people said to the decision, the actions and how these are going."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plainplan import addresses
from plainplan.language import bare
from plainplan.model import Exercise, Plan
from plainplan.model.consultation import Response
from plainplan.views.index import Index


class Outcome(StrEnum):
    """What became of a thing that people said."""

    ACTION = "action in this plan"
    DECISION = "decision, no action"
    OPEN = "no decision yet"


@dataclass(frozen=True)
class Finding:
    """A thing that people said, and when they were asked. `shares_name`: another goes by the same name."""

    exercise: Exercise
    response: Response
    shares_name: bool = False

    @property
    def anchor(self) -> str:
        """Its anchor on the page of consultation."""
        return addresses.response_anchor(self.exercise.id, self.response.id)

    @property
    def outcome(self) -> Outcome:
        """Whether this plan has an action on it, or there is only a decision, or neither."""
        if self.response.actions:
            return Outcome.ACTION
        return Outcome.DECISION if self.response.is_answered else Outcome.OPEN


@dataclass(frozen=True)
class Tally:
    """How many things people said and what became of them. `actions`: the ids of those on it, each once."""

    total: int
    with_action: int
    with_decision: int
    open: int
    actions: tuple[str, ...]


def exercises_newest_first(plan: Plan) -> list[Exercise]:
    """The newest exercise first. As the editor wrote them where the day of one is not known."""
    days = {exercise.id: _last_day(exercise) for exercise in plan.consultation}
    if None in days.values():
        return list(plan.consultation)
    return sorted(plan.consultation, key=lambda exercise: days[exercise.id] or date.min, reverse=True)


def _last_day(exercise: Exercise) -> date | None:
    return next((day for day in (exercise.end, exercise.start) if isinstance(day, date)), None)


def findings(plan: Plan) -> list[Finding]:
    """Everything that people said, in the order of the page."""
    found = [
        (exercise, response)
        for exercise in exercises_newest_first(plan)
        for response in exercise.responses_to
    ]
    names = Counter(_name(response) for _, response in found)
    return [Finding(exercise, response, names[_name(response)] > 1) for exercise, response in found]


def _name(response: Response) -> str:
    return bare(response.title or response.said)


def tally(found: list[Finding]) -> Tally:
    """Count what became of what people said."""
    outcomes = [finding.outcome for finding in found]
    return Tally(
        len(found),
        outcomes.count(Outcome.ACTION),
        outcomes.count(Outcome.DECISION),
        outcomes.count(Outcome.OPEN),
        tuple(dict.fromkeys(name for finding in found for name in finding.response.actions)),
    )


def behind_action(plan: Plan, action_id: str) -> list[Finding]:
    """What people said that an action is about, the newest first."""
    return [finding for finding in findings(plan) if action_id in finding.response.actions]


def behind_priority(index: Index, priority_id: str) -> list[Finding]:
    """What people said that any action under a priority is about, the newest first."""
    names = {item.action.id for item in index.actions_under(priority_id)}
    return [finding for finding in findings(index.plan) if names & set(finding.response.actions)]
