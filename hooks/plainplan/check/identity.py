"""Every id is unique where it is used: an address or a reference would otherwise mean two things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from plainplan import addresses
from plainplan.check.rules import Findings
from plainplan.model import Plan
from plainplan.model.walk import Keys, walk_actions, walk_focus_areas, walk_objectives

Named = Iterable[tuple[str, Keys]]
_LISTS = {
    "organisations": "organisation",
    "grants": "grant",
    "milestones": "milestone",
    "requirements": "requirement",
    "glossary": "term",
    "consultation": "exercise",
    "budget": "financial year",
}


def check_identity(findings: Findings) -> None:
    """No two records of a kind share an id, and none takes the anchor of a part of its page."""
    for kind, found in _kinds(findings.plan):
        _check_unique(findings, kind, found)
    for index, measure in enumerate(findings.plan.measures):
        for name, number in Counter(addresses.breakdown_anchors(measure)).items():
            if number > 1:
                message = f'two of its breakdowns and parts would have the address "#{name}".'
                mend = "Give one of them another id."
                findings.add("duplicate-id", ("measures", index, "breakdowns"), message, mend)
    for page, name, keys in _anchors(findings.plan):
        if name in addresses.parts_of(page):
            message = f'the id "{name}" is the address of another part of the page.'
            findings.add("duplicate-id", (*keys, "id"), message, "Give this one another id.")


def _check_unique(findings: Findings, kind: str, found: Named) -> None:
    first: dict[str, Keys] = {}
    for name, keys in found:
        if name in first:
            there = findings.sources.place(*first[name])
            message = (
                f'the id "{name}" is already taken by another {kind}, in {there.file} line {there.line}.'
            )
            findings.add("duplicate-id", (*keys, "id"), message, "Give this one another id.")
        first.setdefault(name, keys)


def _kinds(plan: Plan) -> Iterator[tuple[str, Named]]:
    yield "action", ((item.action.id, item.keys) for item in walk_actions(plan))
    yield "objective or focus area", _on_priority_pages(plan)
    for field, kind in _LISTS.items():
        yield kind, _ids(getattr(plan, field), (field,))
    for index, priority in enumerate(plan.priorities):
        yield "outcome", _ids(priority.outcomes, ("priorities", index, "outcomes"))
    for index, measure in enumerate(plan.measures):
        yield "breakdown", _ids(measure.breakdowns, ("measures", index, "breakdowns"))
        for number, breakdown in enumerate(measure.breakdowns):
            yield "part", _ids(breakdown.parts, ("measures", index, "breakdowns", number, "parts"))
    for index, year in enumerate(plan.budget):
        for field in ("funding", "spending", "capital", "capital_funding", "savings"):
            kind = f"{field.replace('_', ' ')} line"
            yield kind, _ids(getattr(year, field), ("budget", index, field))
        if year.reserves:
            yield "reserve", _ids(year.reserves.lines, ("budget", index, "reserves", "lines"))
    yield "picture", _ids(plan.pictures.pictures, ("pictures", "pictures"))
    yield "source of pictures", _ids(plan.pictures.sources, ("pictures", "sources"))
    for index, exercise in enumerate(plan.consultation):
        yield "response", _ids(exercise.responses_to, ("consultation", index, "you_said_we_did"))
    for index, report in enumerate(plan.progress):
        updates = enumerate(report.updates)
        yield (
            "update",
            ((update.action, ("progress", index, "updates", number)) for number, update in updates),
        )


def _anchors(plan: Plan) -> Iterator[tuple[str, str, Keys]]:
    """The page, the anchor and the way to each record that is an anchor by its id."""
    for name, keys in _on_priority_pages(plan):
        yield addresses.PRIORITIES, name, keys
    for index, priority in enumerate(plan.priorities):
        yield addresses.PROGRESS, priority.id, ("priorities", index)
        yield addresses.ACTIONS, priority.id, ("priorities", index)
    for field, page in (
        ("organisations", addresses.WHO),
        ("organisations", addresses.CONTACT),
        ("grants", addresses.GRANTS),
        ("milestones", addresses.TIMELINE),
        ("consultation", addresses.CONSULTATION),
        ("requirements", addresses.LAW),
    ):
        for name, keys in _ids(getattr(plan, field), (field,)):
            yield page, name, keys


def _on_priority_pages(plan: Plan) -> list[tuple[str, Keys]]:
    """Objectives and focus areas are anchors of the same pages."""
    objectives = [(item.objective.id, item.keys) for item in walk_objectives(plan)]
    return [*objectives, *((area.id, keys) for area, keys in walk_focus_areas(plan))]


def _ids(records: Iterable[object], keys: Keys) -> Named:
    return [(str(getattr(record, "id", "")), (*keys, index)) for index, record in enumerate(records)]
