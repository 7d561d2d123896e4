"""From one plan to the next: what became of each action of the plan before."""

from __future__ import annotations

from collections.abc import Mapping

from plainplan import addresses
from plainplan.model import Plan
from plainplan.model.previous import Fate, PreviousAction
from plainplan.views.index import Index


def by_fate(plan: Plan) -> dict[Fate, list[PreviousAction]]:
    """The actions of the plan before by what became of them, in its own order. No fate without an action."""
    actions = plan.previous.actions if plan.previous else ()
    found = {fate: [action for action in actions if action.fate is fate] for fate in Fate}
    return {fate: those for fate, those in found.items() if those}


def carried_on(plan: Plan) -> dict[str, list[PreviousAction]]:
    """The actions of the plan before that each action of this plan carries on, by the id of the latter."""
    found: dict[str, list[PreviousAction]] = {}
    for old in plan.previous.actions if plan.previous else ():
        for name in dict.fromkeys(old.actions):
            found.setdefault(name, []).append(old)
    return found


def with_a_page(index: Index) -> list[PreviousAction]:
    """The actions of the plan before that have a page of their own.

    Where this plan has an action with the same id, that one's page is at the address.
    """
    actions = index.plan.previous.actions if index.plan.previous else ()
    return [action for action in actions if action.id not in index.actions]


def place_of(index: Index) -> Mapping[str, str]:
    """Where each action of the plan before is told of, by its id: its page, or its line in the list."""
    own = {action.id: addresses.under(addresses.ACTIONS, action.id) for action in with_a_page(index)}
    actions = index.plan.previous.actions if index.plan.previous else ()
    return {action.id: own.get(action.id, f"{addresses.PREVIOUS}#{action.id}") for action in actions}
