"""What the plan promises: priorities, outcomes, objectives, focus areas and actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from plainplan import addresses
from plainplan.exports.fields import Cell, Dataset, Field, Kind, Reference, Row, Seen, pick
from plainplan.exports.tables.common import (
    BUDGET_LINE,
    COUNTED_ON,
    PAGE,
    budget_line,
    identifier,
    owner_name,
    title,
    under,
)
from plainplan.model.priority import FocusArea, Objective
from plainplan.model.progress import Status
from plainplan.model.walk import ActionInPlan, walk_focus_areas, walk_objectives
from plainplan.views.going import Going, goings
from plainplan.views.index import Index
from plainplan.views.overdue import GRACE_DAYS
from plainplan.views.progress import Reported, since

_PRIORITY = Field("priority", "Priority", Kind.ID, "The priority that it belongs to.", required=True)
_OF_PRIORITY = Reference(("priority",), "priorities", ("id",))


def _priorities(index: Index) -> Iterator[Row]:
    for order, item in enumerate(index.priorities.values(), 1):
        yield {
            "order": order,
            **pick(item, "id", "title", "short_title", "summary", "aim", "why", "measures"),
            **under(index, addresses.PRIORITIES, item.id),
        }


def _outcomes(index: Index) -> Iterator[Row]:
    for priority in index.priorities.values():
        for outcome in priority.outcomes:
            yield {"priority": priority.id, **pick(outcome, "id", "title")}


def _focus_areas(index: Index) -> Iterator[Row]:
    areas = {keys: area.id for area, keys in walk_focus_areas(index.plan)}
    for area, keys in walk_focus_areas(index.plan):
        yield {
            "priority": index.plan.priorities[int(keys[1])].id,
            "within": areas.get(keys[:-2]),
            **pick(area, "id", "title", "description"),
        }


def _objectives(index: Index) -> Iterator[Row]:
    areas = {keys: area.id for area, keys in walk_focus_areas(index.plan)}
    for item in walk_objectives(index.plan):
        yield {
            "priority": item.priority.id,
            "focus_area": areas.get(item.keys[:-2]),
            **pick(item.objective, "id", "title", "description", "outcomes"),
        }


def _actions(index: Seen) -> Iterator[Row]:
    for name, going in goings(index, index.on).items():
        item, action = going.item, going.item.action
        yield {
            **pick(action, "id", "title", "description", "owner", "office", "partners", "start", "due"),
            **pick(
                action,
                "due_as_published",
                "measures",
                "measured_by",
                "cost",
                "cost_is",
                "requirements",
                "outcomes",
            ),
            **_place(item),
            **budget_line(action.budget_line),
            **_standing(going, index.on),
            "owner_name": owner_name(index, action.owner),
            **under(index, addresses.ACTIONS, name),
        }


def _place(item: ActionInPlan) -> dict[str, Cell]:
    areas = [found.id for found in item.parents if isinstance(found, FocusArea)]
    objectives = [found for found in item.parents if isinstance(found, Objective)]
    return {
        "priority": item.priority.id,
        "priority_title": item.priority.title,
        "focus_area": areas[-1] if areas else None,
        "objective": objectives[-1].id if objectives else None,
        "objective_title": objectives[-1].title if objectives else None,
    }


def _standing(going: Going, on: date) -> dict[str, Cell]:
    newest = going.told[0] if going.told else None
    return {
        "status": going.status,
        "status_since": _since(going.told),
        "percent": newest.update.percent if newest else None,
        "last_report": newest.on if newest else None,
        "report_due": going.report_due,
        **pick(going, "report_overdue", "past_due_date"),
        "counted_on": on,
    }


def _since(told: Sequence[Reported]) -> date | None:
    return since(told) if told else None


PRIORITIES = Dataset(
    "priorities",
    "Priorities",
    "What the plan is about: each priority, its aim and why it matters.",
    ("id",),
    (
        identifier("priority"),
        title("priority"),
        Field("short_title", "Short title", Kind.WORDS, "A shorter name, where there is one."),
        Field("order", "Order", Kind.WHOLE, "The place of the priority in the plan: 1 is the first.", True),
        Field("summary", "Summary", Kind.PROSE, "What the priority is about.", required=True),
        Field("aim", "Aim", Kind.PROSE, "What the priority aims at."),
        Field("why", "Why", Kind.PROSE, "Why it matters."),
        Field("measures", "Measures", Kind.IDS, "The measures of the priority as a whole."),
        PAGE,
    ),
    _priorities,
)

OUTCOMES = Dataset(
    "outcomes",
    "Outcomes",
    "What all who share a priority want to see.",
    ("priority", "id"),
    (_PRIORITY, identifier("outcome"), title("outcome")),
    _outcomes,
    (_OF_PRIORITY,),
)

FOCUS_AREAS = Dataset(
    "focus-areas",
    "Focus areas",
    "Subjects under a priority, some inside one another.",
    ("id",),
    (
        _PRIORITY,
        identifier("focus area"),
        title("focus area"),
        Field("within", "Within", Kind.ID, "The focus area that it is a part of."),
        Field("description", "Description", Kind.PROSE, "What it is about."),
    ),
    _focus_areas,
    (_OF_PRIORITY, Reference(("within",), "focus-areas", ("id",))),
)

OBJECTIVES = Dataset(
    "objectives",
    "Objectives",
    "What each priority sets out to do.",
    ("id",),
    (
        _PRIORITY,
        Field("focus_area", "Focus area", Kind.ID, "The focus area that it stands under, if any."),
        identifier("objective"),
        title("objective"),
        Field("description", "Description", Kind.PROSE, "What it means."),
        Field("outcomes", "Outcomes", Kind.IDS, "The outcomes of the priority that it serves."),
    ),
    _objectives,
    (_OF_PRIORITY, Reference(("focus_area",), "focus-areas", ("id",))),
)

ACTIONS = Dataset(
    "actions",
    "Actions",
    "Each promise: what, who answers for it, by when, and how it was going when it was last reported on.",
    ("id",),
    (
        identifier("action"),
        title("action"),
        Field("description", "Description", Kind.PROSE, "What will be done."),
        _PRIORITY,
        Field("priority_title", "Title of priority", Kind.WORDS, "What the priority is called.", True),
        Field("focus_area", "Focus area", Kind.ID, "The focus area that it stands under, if any."),
        Field("objective", "Objective", Kind.ID, "The objective that it serves."),
        Field("objective_title", "Title of objective", Kind.WORDS, "What the objective is called."),
        Field("owner", "Owner", Kind.ID, "The organisation that answers for it."),
        Field("owner_name", "Name of owner", Kind.WORDS, "What that organisation is called."),
        Field("office", "Office", Kind.WORDS, "The office or post in that organisation."),
        Field("partners", "Partners", Kind.IDS, "The organisations that help."),
        Field("start", "Start", Kind.DAY, "The day on which it begins."),
        Field("due", "Due", Kind.DAY, "The day by which it is to be done."),
        Field("due_as_published", "Due, in words", Kind.WORDS, "The same in the words of the plan."),
        Field(
            "status", "Status", Kind.WORDS, "How it was going, by the newest report.", False, tuple(Status)
        ),
        Field("status_since", "Status since", Kind.DAY, "The first report in a row with this status."),
        Field("percent", "Percent done", Kind.NUMBER, "How much is done, from 0 to 100, where reported."),
        Field("last_report", "Last report", Kind.DAY, "The day of the newest report that speaks of it."),
        Field("measures", "Measures", Kind.IDS, "The measures that judge it."),
        Field("measured_by", "Measured by", Kind.PROSE, "How it is judged, where no measure has a number."),
        Field("cost", "Cost (£)", Kind.MONEY, "What it costs. In pounds, exact."),
        Field("cost_is", "What the cost covers", Kind.WORDS, "In all, a year, or in one financial year."),
        *BUDGET_LINE,
        Field("requirements", "Requirements", Kind.IDS, "The duties in law that it meets."),
        Field("outcomes", "Outcomes", Kind.IDS, "The outcomes of the priority that it serves."),
        PAGE,
        Field("report_due", "Next report due", Kind.DAY, "The day by which the next report on it is due."),
        Field(
            "report_overdue",
            "Report overdue",
            Kind.YES_NO,
            f"Whether that report has not come {GRACE_DAYS} days after it was due.",
            required=True,
        ),
        Field(
            "past_due_date",
            "Past its due date",
            Kind.YES_NO,
            "Whether its due date is past, and it is neither complete nor stopped.",
            required=True,
        ),
        COUNTED_ON,
    ),
    _actions,
    (
        _OF_PRIORITY,
        Reference(("focus_area",), "focus-areas", ("id",)),
        Reference(("objective",), "objectives", ("id",)),
        Reference(("owner",), "organisations", ("id",)),
        Reference(("budget_year", "budget_line"), "spending", ("year", "id")),
    ),
    dated="last_report",
)
