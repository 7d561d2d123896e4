"""Goes through what a priority holds, however deeply focus areas stand inside one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainplan.model import Plan
from plainplan.model.priority import Action, FocusArea, Objective, Priority

Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class ActionInPlan:
    """An action, what it stands under (outermost first), and the way to it in the Plan."""

    action: Action
    priority: Priority
    parents: tuple[Objective | FocusArea, ...]
    keys: Keys


@dataclass(frozen=True)
class ObjectiveInPlan:
    """An objective, its priority, and the way to it in the Plan."""

    objective: Objective
    priority: Priority
    keys: Keys


Group = Priority | FocusArea


def walk_actions(plan: Plan) -> Iterator[ActionInPlan]:
    """Every action of the plan, in the order of the pages."""
    for index, priority in enumerate(plan.priorities):
        yield from _actions_in(priority, priority, (), ("priorities", index))


def _actions_in(
    group: Group, priority: Priority, parents: tuple[Objective | FocusArea, ...], keys: Keys
) -> Iterator[ActionInPlan]:
    for number, objective in enumerate(group.objectives):
        for place, action in enumerate(objective.actions):
            way = (*keys, "objectives", number, "actions", place)
            yield ActionInPlan(action, priority, (*parents, objective), way)
    if isinstance(group, FocusArea):
        for place, action in enumerate(group.actions):
            yield ActionInPlan(action, priority, parents, (*keys, "actions", place))
    for number, area in enumerate(group.focus_areas):
        yield from _actions_in(area, priority, (*parents, area), (*keys, "focus_areas", number))


def walk_objectives(plan: Plan) -> Iterator[ObjectiveInPlan]:
    """Every objective of the plan, in the order of the pages."""
    for index, priority in enumerate(plan.priorities):
        yield from _objectives_in(priority, priority, ("priorities", index))


def _objectives_in(group: Group, priority: Priority, keys: Keys) -> Iterator[ObjectiveInPlan]:
    for number, objective in enumerate(group.objectives):
        yield ObjectiveInPlan(objective, priority, (*keys, "objectives", number))
    for number, area in enumerate(group.focus_areas):
        yield from _objectives_in(area, priority, (*keys, "focus_areas", number))


def walk_focus_areas(plan: Plan) -> Iterator[tuple[FocusArea, Keys]]:
    """Every focus area of the plan, with the way to it."""

    def inside(group: Group, keys: Keys) -> Iterator[tuple[FocusArea, Keys]]:
        for number, area in enumerate(group.focus_areas):
            way = (*keys, "focus_areas", number)
            yield area, way
            yield from inside(area, way)

    for index, priority in enumerate(plan.priorities):
        yield from inside(priority, ("priorities", index))
