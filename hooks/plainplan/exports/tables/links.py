"""Which belongs to which, where one can belong to many: one row for each pair, to join tables by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plainplan.exports.fields import Cell, Dataset, Field, Kind, Reference, Row
from plainplan.model.priority import Action
from plainplan.views.index import Index

_ACTION = (
    Field("action", "Action", Kind.ID, "The action.", required=True),
    Field("action_title", "Title of action", Kind.WORDS, "What the action is called.", required=True),
)
_OF_ACTION = Reference(("action",), "actions", ("id",))

Pairs = Callable[[Index, Action], Iterator[dict[str, Cell]]]


def _of_actions(pairs: Pairs) -> Callable[[Index], Iterator[Row]]:
    """The rows of what actions have several of, in the order of the actions."""

    def rows(index: Index) -> Iterator[Row]:
        for item in index.actions.values():
            for pair in pairs(index, item.action):
                yield {"action": item.action.id, "action_title": item.action.title, **pair}

    return rows


def _measures(index: Index, action: Action) -> Iterator[dict[str, Cell]]:
    for name in dict.fromkeys(action.measures):
        yield {"measure": name, "measure_title": index.measures[name].title}


def _partners(index: Index, action: Action) -> Iterator[dict[str, Cell]]:
    for name in dict.fromkeys(action.partners):
        yield {"organisation": name, "organisation_name": index.organisations[name].name}


def _outcomes(index: Index, action: Action) -> Iterator[dict[str, Cell]]:
    priority = index.actions[action.id].priority
    titles = {outcome.id: outcome.title for outcome in priority.outcomes}
    for name in dict.fromkeys(action.outcomes):
        yield {"priority": priority.id, "outcome": name, "outcome_title": titles[name]}


def _requirements(index: Index, action: Action) -> Iterator[dict[str, Cell]]:
    for name in dict.fromkeys(action.requirements):
        yield {"requirement": name, "requirement_title": index.requirements[name].title}


def _responses(index: Index) -> Iterator[Row]:
    for exercise in index.plan.consultation:
        for response in exercise.responses_to:
            for name in dict.fromkeys(response.actions):
                yield {
                    "consultation": exercise.id,
                    "response": response.id,
                    "action": name,
                    "action_title": index.actions[name].action.title,
                }


ACTION_MEASURES = Dataset(
    "action-measures",
    "Measures of actions",
    "Which measures judge which action: one row for each pair.",
    ("action", "measure"),
    (
        *_ACTION,
        Field("measure", "Measure", Kind.ID, "A measure that judges it.", required=True),
        Field("measure_title", "Title of measure", Kind.WORDS, "What the measure is called.", required=True),
    ),
    _of_actions(_measures),
    (_OF_ACTION, Reference(("measure",), "measures", ("id",))),
)

ACTION_PARTNERS = Dataset(
    "action-partners",
    "Partners in actions",
    "Which organisations help with which action: one row for each pair.",
    ("action", "organisation"),
    (
        *_ACTION,
        Field("organisation", "Partner", Kind.ID, "An organisation that helps.", required=True),
        Field("organisation_name", "Name of partner", Kind.WORDS, "What it is called.", required=True),
    ),
    _of_actions(_partners),
    (_OF_ACTION, Reference(("organisation",), "organisations", ("id",))),
)

ACTION_OUTCOMES = Dataset(
    "action-outcomes",
    "Outcomes of actions",
    "Which outcomes which action serves: one row for each pair.",
    ("action", "outcome"),
    (
        *_ACTION,
        Field("priority", "Priority", Kind.ID, "The priority of both.", required=True),
        Field("outcome", "Outcome", Kind.ID, "An outcome that it serves.", required=True),
        Field("outcome_title", "Title of outcome", Kind.WORDS, "What the outcome is called.", required=True),
    ),
    _of_actions(_outcomes),
    (_OF_ACTION, Reference(("priority", "outcome"), "outcomes", ("priority", "id"))),
)

ACTION_REQUIREMENTS = Dataset(
    "action-requirements",
    "Duties that actions meet",
    "Which duties in law which action meets: one row for each pair.",
    ("action", "requirement"),
    (
        *_ACTION,
        Field("requirement", "Duty", Kind.ID, "A duty in law that it meets.", required=True),
        Field("requirement_title", "Title of duty", Kind.WORDS, "What the duty is called.", required=True),
    ),
    _of_actions(_requirements),
    (_OF_ACTION, Reference(("requirement",), "requirements", ("id",))),
)

RESPONSE_ACTIONS = Dataset(
    "response-actions",
    "Actions that came of answers",
    "Which actions came of what people said: one row for each pair.",
    ("consultation", "response", "action"),
    (
        Field("consultation", "Consultation", Kind.ID, "Where it was said.", required=True),
        Field("response", "Answer", Kind.ID, "What was said.", required=True),
        Field("action", "Action", Kind.ID, "An action that came of it.", required=True),
        Field("action_title", "Title of action", Kind.WORDS, "What the action is called.", required=True),
    ),
    _responses,
    (Reference(("consultation", "response"), "responses", ("consultation", "id")), _OF_ACTION),
)
