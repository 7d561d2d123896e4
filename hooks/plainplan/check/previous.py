"""The plan before this one: each of its actions has one story and one address."""

from __future__ import annotations

from plainplan import addresses
from plainplan.check.rules import Findings
from plainplan.errors import nearest
from plainplan.model.previous import Fate, PreviousAction
from plainplan.model.walk import Keys, walk_actions


def check_previous(findings: Findings) -> None:
    """Ids and what became of each action: what can be said without the rest of this plan."""
    before = findings.plan.previous
    first: dict[str, int] = {}
    for index, action in enumerate(before.actions if before else ()):
        keys: Keys = ("previous", "actions", index)
        if action.id in first:
            there = findings.sources.place("previous", "actions", first[action.id])
            message = f'the id "{action.id}" is already taken, in {there.file} line {there.line}.'
            findings.add("duplicate-id", (*keys, "id"), message, "Give this one another id.")
        elif action.id in addresses.parts_of(addresses.PREVIOUS):
            message = f'the id "{action.id}" is the address of another part of the page.'
            findings.add("duplicate-id", (*keys, "id"), message, "Give this one another id.")
        first.setdefault(action.id, index)
        _check_fate(findings, action, keys)


def _check_fate(findings: Findings, action: PreviousAction, keys: Keys) -> None:
    if action.fate is Fate.CARRIED_FORWARD and not action.actions:
        mend = "Name under `actions` those of this plan that carry it on, or write finished or dropped."
        findings.add("carried-nowhere", keys, "it was carried forward, and no action carries it on.", mend)
    elif action.fate is not Fate.CARRIED_FORWARD and action.actions:
        message = f"it was {action.fate}, and yet actions of this plan carry it on."
        mend = "Write `fate: carried forward`, or take its `actions` out."
        findings.add("fate", (*keys, "fate"), message, mend)


def check_previous_references(findings: Findings) -> None:
    """The actions that carry others on exist, and no address tells of two actions."""
    before = findings.plan.previous
    known = {item.action.id for item in walk_actions(findings.plan)}
    for index, action in enumerate(before.actions if before else ()):
        keys: Keys = ("previous", "actions", index)
        for number, name in enumerate(action.actions):
            if name not in known:
                mend = nearest(name, known) or "The plan has no action yet: add it first."
                message = f'there is no action "{name}".'
                findings.add("unknown-reference", (*keys, "actions", number), message, mend)
        if action.id in known and action.id not in action.actions:
            address = addresses.under(addresses.ACTIONS, action.id)
            message = f'this plan has an action with the same id: "/{address}" would tell of two.'
            mend = f'Add "{action.id}" to its `actions`, or give the action of this plan another id.'
            findings.add("address", (*keys, "id"), message, mend)
