"""Finds records by their id, and what belongs to what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plainplan.model import Grant, Measure, Organisation, Plan, Priority
from plainplan.model.base import Unknown
from plainplan.model.law import Requirement
from plainplan.model.walk import ActionInPlan, walk_actions


@dataclass(frozen=True)
class Index:
    """A plan whose references lead somewhere (`check` has seen to that), made easy to follow."""

    plan: Plan

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """By id."""
        return {item.id: item for item in self.plan.organisations}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """By id."""
        return {item.id: item for item in self.plan.measures}

    @cached_property
    def priorities(self) -> dict[str, Priority]:
        """By id, in the plan's order."""
        return {
            item.id: item for item in sorted(self.plan.priorities, key=lambda item: (item.order, item.id))
        }

    @cached_property
    def requirements(self) -> dict[str, Requirement]:
        """By id."""
        return {item.id: item for item in self.plan.requirements}

    @cached_property
    def actions(self) -> dict[str, ActionInPlan]:
        """By id, in the order of the pages."""
        found = sorted(walk_actions(self.plan), key=lambda item: (item.priority.order, item.priority.id))
        return {item.action.id: item for item in found}

    def actions_under(self, priority_id: str) -> list[ActionInPlan]:
        """The actions of one priority."""
        return [item for item in self.actions.values() if item.priority.id == priority_id]

    def actions_owned_by(self, organisation_id: str) -> list[ActionInPlan]:
        """The actions for which one organisation answers."""
        return [item for item in self.actions.values() if item.action.owner == organisation_id]

    def actions_helped_by(self, organisation_id: str) -> list[ActionInPlan]:
        """The actions in which one organisation is a partner."""
        return [item for item in self.actions.values() if organisation_id in item.action.partners]

    def actions_measured_by(self, measure_id: str) -> list[ActionInPlan]:
        """The actions that one measure judges."""
        return [item for item in self.actions.values() if measure_id in item.action.measures]

    def measures_of(self, priority_id: str) -> list[Measure]:
        """The measures of a priority and of its actions, each once, in the order in which they are named."""
        names = [*self.priorities[priority_id].measures]
        names += [name for item in self.actions_under(priority_id) for name in item.action.measures]
        return [self.measures[name] for name in dict.fromkeys(names)]

    def grants_of(self, priority_id: str) -> list[Grant]:
        """The grants made under a priority, the newest first."""
        found = [grant for grant in self.plan.grants if grant.priority == priority_id]
        return sorted(found, key=lambda grant: (grant.awarded, grant.id), reverse=True)

    def owner(self, organisation_id: str | None) -> Organisation | None:
        """The organisation, or None where the plan names none or does not publish it."""
        if organisation_id is None or organisation_id == Unknown.NOT_PUBLISHED:
            return None
        return self.organisations.get(organisation_id)
