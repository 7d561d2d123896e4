"""What people said has one place on its page and gets a decision, which comes after they were asked."""

from __future__ import annotations

from datetime import date

from plainplan import addresses
from plainplan.check.rules import Findings
from plainplan.model.base import Unknown
from plainplan.model.consultation import Exercise, Response
from plainplan.model.walk import Keys


def check_consultation(findings: Findings, today: date) -> None:
    """Decisions that are missing, come too early or are not there yet, as of `today`."""
    _check_anchors(findings)
    for index, exercise in enumerate(findings.plan.consultation):
        for number, response in enumerate(exercise.responses_to):
            keys: Keys = ("consultation", index, "you_said_we_did", number)
            if response.decided:
                _check_day(findings, exercise, response.decided, today, (*keys, "decided"))
            if not response.is_answered:
                _check_unanswered(findings, exercise, response, today, keys)


def _check_day(findings: Findings, exercise: Exercise, decided: date, today: date, keys: Keys) -> None:
    start, end = exercise.start, exercise.end
    if decided > today:
        message = f"it was decided on {decided}, which is still to come."
        findings.add("dates", keys, message, "Check the year, or leave the day out until then.")
    elif isinstance(start, date) and decided < start:
        message = f"it was decided on {decided}, before people were first asked on {start}."
        findings.add("dates", keys, message, "Change one of the dates.")
    elif isinstance(end, date) and decided < end:
        message = f"it was decided on {decided}, while people could still answer until {end}."
        findings.add("early-decision", keys, message, "Check the day, or say in `did` why it could not wait.")


def _check_unanswered(
    findings: Findings, exercise: Exercise, response: Response, today: date, keys: Keys
) -> None:
    mend = "Add `did`, also where nothing was changed, and say why; or name the `actions` that follow."
    if response.decided:
        message = f"it was decided on {response.decided}, and nothing says what."
        findings.add("no-decision", keys, message, mend)
    elif _has_ended(exercise, today):
        findings.add("no-decision", keys, "nobody tells people what was decided on this.", mend)


def _has_ended(exercise: Exercise, today: date) -> bool:
    """Whether an answer can be expected. Where a day is said to be not published, nobody can tell."""
    days = [day for day in (exercise.end, exercise.start) if isinstance(day, date)]
    if days:
        return days[0] < today
    return Unknown.NOT_PUBLISHED not in (exercise.end, exercise.start)


def _check_anchors(findings: Findings) -> None:
    """No thing that people said takes the address of another, or of an exercise, on their page."""
    taken = {exercise.id for exercise in findings.plan.consultation}
    taken |= addresses.parts_of(addresses.CONSULTATION)
    for index, exercise in enumerate(findings.plan.consultation):
        own: set[str] = set()
        for number, response in enumerate(exercise.responses_to):
            anchor = addresses.response_anchor(exercise.id, response.id)
            if anchor in taken:
                message = f'"#{anchor}" is already the address of something else on the page.'
                keys: Keys = ("consultation", index, "you_said_we_did", number, "id")
                findings.add("duplicate-id", keys, message, "Give this one another id.")
            own.add(anchor)
        taken |= own
