"""Priorities as goals, and all that stands under them as objectives.

StratML has one level of objectives. Focus areas, objectives and actions are all objectives of the goal, in
the order of the plan; `SequenceIndicator` (1.2.1) shows where each belongs, and `Part of` names the
identifier of the one that it stands under.
"""

from __future__ import annotations

from collections.abc import Iterator

from plainplan.exports.stratml_indicators import Indicators
from plainplan.exports.stratml_nodes import Maker, Node
from plainplan.exports.stratml_notes import Notes
from plainplan.exports.stratml_words import (
    ACTION,
    GOAL,
    KIND,
    OBJECTIVE,
    OF_ACTION,
    OF_AREA,
    OF_MEASURES,
    OF_OBJECTIVE,
    OF_OTHER_MEASURES,
    OUTCOME,
    OUTCOMES,
    OWNER,
    PART_OF,
    PARTNER,
    PARTNER_ALONE,
    Part,
)
from plainplan.model import Priority
from plainplan.model.base import Unknown
from plainplan.model.priority import Action, FocusArea, Objective
from plainplan.views.index import Index

Item = Action | FocusArea | Objective
_KINDS: dict[type[Item], str] = {Objective: OF_OBJECTIVE, FocusArea: OF_AREA, Action: OF_ACTION}


class Goals:
    """Writes the goals of one document."""

    def __init__(self, make: Maker, index: Index) -> None:
        self.make = make
        self.index = index
        self.indicators = Indicators(make, index)

    def write(self, core: Node) -> None:
        """Every priority, in the order of the plan."""
        node = None
        for place, priority in enumerate(self.index.priorities.values(), start=1):
            node = self._goal(core, priority, place)
        if node is not None and self.make.part is Part.TWO:
            self._unused(node)

    def _goal(self, core: Node, priority: Priority, place: int) -> Node:
        make = self.make
        node = make.add(core, "Goal")
        make.add(node, "Name", priority.title)
        make.prose(node, "Description", priority.summary)
        make.identify(node, "priority", priority.id)
        make.add(node, "SequenceIndicator", place)
        notes = Notes()
        in_order = priority.order == place
        notes.add_fields(
            priority, {label: way for label, way in GOAL.items() if way != "order" or not in_order}
        )
        for outcome in priority.outcomes:
            notes.add(OUTCOME, f"{outcome.id}; {outcome.title}")
        make.notes(node, "OtherInformation", notes)
        last = 0
        for last, item in enumerate(_inside(priority), start=1):
            self._item(node, item, f"{place}.{last}", None)
        if priority.measures and make.part is Part.TWO:
            self._measures(node, OF_MEASURES, f"{place}.{last + 1}", priority.measures)
        return node

    def _item(self, goal: Node, item: Item, place: str, parent: str | None) -> None:
        make, kind = self.make, _KINDS[type(item)]
        node = make.add(goal, "Objective")
        make.add(node, "Name", item.title)
        make.prose(node, "Description", item.description)
        own = make.identifier(kind, item.id)
        make.add(node, "Identifier", own)
        make.add(node, "SequenceIndicator", place)
        notes = Notes()
        notes.add(KIND, kind)
        notes.add(PART_OF, parent)
        if isinstance(item, Action):
            self._stakeholders(node, item)
            owner_is_told = item.owner not in (None, Unknown.NOT_PUBLISHED)
            told = {label: way for label, way in ACTION.items() if way != "owner" or not owner_is_told}
            notes.add_fields(item, told)
        else:
            notes.add_fields(item, OBJECTIVE)
        if not isinstance(item, FocusArea) and item.outcomes:
            notes.add(OUTCOMES, ", ".join(item.outcomes))
        make.notes(node, "OtherInformation", notes)
        if isinstance(item, Action) and make.part is Part.TWO:
            self.indicators.of_action(node, item)
        for number, below in enumerate(_inside(item), start=1):
            self._item(goal, below, f"{place}.{number}", own)

    def _stakeholders(self, node: Node, action: Action) -> None:
        if action.owner and action.owner != Unknown.NOT_PUBLISHED:
            self._stakeholder(node, action.owner, OWNER, action.office)
        elif action.office:
            self._stakeholder(node, None, OWNER, action.office)
        for partner in action.partners:
            self._stakeholder(node, partner, PARTNER, None)

    def _stakeholder(self, node: Node, organisation: str | None, role: str, office: str | None) -> None:
        make = self.make
        found = self.index.organisations.get(organisation or "")
        stakeholder = make.add(node, "Stakeholder")
        stakeholder.set("StakeholderTypeType", "Organization")
        make.add(stakeholder, "Name", found.name if found else organisation)
        if make.part is Part.ONE:
            alone = PARTNER_ALONE if role == PARTNER else role
            make.add(stakeholder, "Description", f"{role}: {office}" if office else alone)
            return
        node = make.add(stakeholder, "Role")
        make.add(node, "Name", role)
        make.add_if(node, "Description", office)
        make.add(node, "RoleType", "Performer")

    def _measures(self, goal: Node, kind: str, place: str, measures: tuple[str, ...]) -> None:
        make = self.make
        node = make.add(goal, "Objective")
        make.add(node, "Name", kind)
        make.identify(node, kind, place)
        make.add(node, "SequenceIndicator", place)
        notes = Notes()
        notes.add(KIND, kind)
        make.notes(node, "OtherInformation", notes)
        for measure in measures:
            self.indicators.of_measure(node, measure)

    def _unused(self, goal: Node) -> None:
        """Measures that no action and no priority names stand at the end, apart from the last goal."""
        left = tuple(item.id for item in self.index.plan.measures if item.id not in self.indicators.written)
        if left:
            self._measures(goal, OF_OTHER_MEASURES, "0", left)


def _inside(item: Priority | Item) -> Iterator[Item]:
    """What stands directly under a thing, in the order of the pages."""
    if isinstance(item, Action):
        return
    if isinstance(item, Objective):
        yield from item.actions
        return
    yield from item.objectives
    if isinstance(item, FocusArea):
        yield from item.actions
    yield from item.focus_areas
