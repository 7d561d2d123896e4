"""Goals as priorities; objectives as objectives, focus areas or actions.

Documents made here say what each objective is. Others are read by their numbers: 1.2.1 stands under 1.2, and
is an action of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plainplan import addresses
from plainplan.exports import stratml_notes
from plainplan.exports.stratml_notes import Notes
from plainplan.exports.stratml_words import (
    ACTION,
    GOAL,
    KIND,
    KINDS,
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
)
from plainplan.imports.choices import Notebook
from plainplan.imports.days import Order
from plainplan.imports.records import Ids
from plainplan.imports.stratml_fields import fields_of, shortened
from plainplan.imports.stratml_measures import Measures
from plainplan.imports.stratml_organisations import Organisations
from plainplan.imports.stratml_xml import Element


@dataclass
class _Item:
    """An objective of the document, and what stands under it."""

    node: Element
    kind: str
    said: Notes
    below: list[_Item] = field(default_factory=list)


class Goals:
    """The goals of one document."""

    def __init__(self, notes: Notebook, organisations: Organisations, plan: str, order: Order | None) -> None:
        self.notes = notes
        self.organisations = organisations
        self.measures = Measures(notes, organisations, plan, order)
        self.ids = {kind: Ids() for kind in KINDS}
        self.ids[OF_OBJECTIVE] = Ids(addresses.PRIORITIES)
        self.ids["priority"] = Ids(addresses.PROGRESS, addresses.ACTIONS)
        self.priorities: dict[str, tuple[dict[str, Any], int]] = {}

    def read(self, core: Element) -> None:
        """Every goal that says anything."""
        self.measures.prepare(core)
        for place, goal in enumerate(core.all("Goal"), start=1):
            if goal.is_empty:
                self.notes.took(goal.line, "left out an empty goal.")
            else:
                self._goal(goal, place)

    def _goal(self, goal: Element, place: int) -> None:
        said = stratml_notes.read(goal.words("OtherInformation"), [*GOAL, OUTCOME])
        priority = {"order": str(place), **fields_of(said, GOAL)}
        priority["title"] = self._title(goal, f"Goal {place}")
        priority["id"] = self.ids["priority"].new(
            str(priority.get("id") or priority["title"]), f"goal-{place}"
        )
        description = goal.words("Description")
        priority["summary"] = description or said.head or priority["title"]
        if not description:
            self.notes.took(
                goal.line, f'a goal has no description: took "{priority["summary"]}" as its summary.'
            )
        elif said.head:
            priority.setdefault("why", said.head)
        priority["outcomes"] = [outcome for text in said.all(OUTCOME) if (outcome := _outcome(text))]
        self._note_stakeholders(goal, "goal")
        for item in self._tree(goal):
            self._place(priority, item, priority)
        self.priorities[priority["id"]] = (priority, goal.line)

    def _title(self, node: Element, otherwise: str) -> str:
        name = node.words("Name")
        if name:
            return name
        title = shortened(node.words("Description")) or otherwise
        self.notes.took(node.line, f'<{node.name}> has no name: took "{title}".')
        return title

    def _tree(self, goal: Element) -> list[_Item]:
        items: list[_Item] = []
        by_id: dict[str, _Item] = {}
        by_number: dict[str, _Item] = {}
        for node in goal.all("Objective"):
            if node.is_empty:
                self.notes.took(node.line, "left out an empty objective.")
                continue
            said = stratml_notes.read(node.words("OtherInformation"), [*ACTION, KIND, PART_OF, OUTCOMES])
            kind = said.first(KIND)
            item = _Item(node, kind if kind in KINDS else "", said)
            number = node.words("SequenceIndicator").strip(".")
            parent = by_id.get(said.first(PART_OF) or "")
            if not item.kind:
                parent = by_number.get(number.rpartition(".")[0]) if number.count(".") > 1 else None
            (parent.below if parent else items).append(item)
            by_id[node.words("Identifier")] = item
            if not item.kind:
                by_number[number] = item
        return items

    def _place(self, parent: dict[str, Any], item: _Item, priority: dict[str, Any]) -> None:
        """Put an objective of the document where the model has its like."""
        if item.kind in (OF_MEASURES, OF_OTHER_MEASURES):
            found = self.measures.of(item.node, None)
            listed = priority.setdefault("measures", [])
            listed += [own for own in found if own not in listed] if item.kind == OF_MEASURES else []
            return
        kind = item.kind or OF_OBJECTIVE
        if kind == OF_ACTION:
            parent.setdefault("actions", []).append(self._action(item))
            return
        data = fields_of(item.said, OBJECTIVE) | self._common(item, kind)
        if kind == OF_OBJECTIVE:
            self._own_measures(item, priority)
            data["outcomes"] = _split(item.said.first(OUTCOMES))
        self._note_stakeholders(item.node, "objective")
        for below in item.below:
            if not below.kind and kind == OF_OBJECTIVE:
                self._numbered_below(data, below)
            else:
                self._place(data, below, priority)
        parent.setdefault("focus_areas" if kind == OF_AREA else "objectives", []).append(data)

    def _numbered_below(self, objective: dict[str, Any], item: _Item) -> None:
        """An objective under an objective is an action; so is what stands under that."""
        for below in _with_all_below(item):
            number = below.node.words("SequenceIndicator")
            words = (
                f'took "{self._title(below.node, number)}" as an action, since {number} stands under another.'
            )
            self.notes.took(below.node.line, words)
            objective.setdefault("actions", []).append(self._action(below))

    def _common(self, item: _Item, kind: str) -> dict[str, Any]:
        title = self._title(item.node, f"{kind} {item.node.words('SequenceIndicator')}".strip())
        given = item.said.first("Reference") or title
        description = item.node.words("Description") if item.node.words("Name") else ""
        if item.said.head:
            description = f"{description}\n\n{item.said.head}".strip()
        # Objectives and focus areas are anchors of the same pages.
        ids = self.ids[OF_ACTION if kind == OF_ACTION else OF_OBJECTIVE]
        long = item.node.words("Description")
        return {
            "id": ids.new(given, kind.lower().replace(" ", "-")),
            "title": title,
            "description": description or (long if long.rstrip(".") != title else ""),
        }

    def _action(self, item: _Item) -> dict[str, Any]:
        data = fields_of(item.said, ACTION) | self._common(item, OF_ACTION)
        partners = []
        for place, stakeholder in enumerate(item.node.all("Stakeholder")):
            role, office = _role(stakeholder, place)
            found = self.organisations.named(stakeholder)
            if role == OWNER:
                data["office"] = office
                data |= {"owner": found} if found else {}
            elif found and found not in partners:
                partners.append(found)
        data |= {"partners": partners, "outcomes": _split(item.said.first(OUTCOMES))}
        data["measures"] = self.measures.of(item.node, data)
        return data

    def _own_measures(self, item: _Item, priority: dict[str, Any]) -> None:
        found = self.measures.of(item.node, None)
        if found:
            listed = priority.setdefault("measures", [])
            listed += [own for own in found if own not in listed]
            words = f"put the measures of an objective under its priority: {', '.join(found)}."
            self.notes.took(item.node.line, words)

    def _note_stakeholders(self, node: Element, what: str) -> None:
        for stakeholder in node.all("Stakeholder"):
            if self.organisations.named(stakeholder):
                name = stakeholder.words("Name")
                words = f'"{name}" stands under this {what}: kept among the organisations, without the link.'
                self.notes.took(stakeholder.line, words)


def _with_all_below(item: _Item) -> Iterator[_Item]:
    yield item
    for below in item.below:
        yield from _with_all_below(below)


def _role(stakeholder: Element, place: int) -> tuple[str, str]:
    """Whether a stakeholder answers for an action or helps with it, and in which office.

    Documents made elsewhere do not say: the first one answers for it.
    """
    said = stratml_notes.read(stakeholder.words("Description"), [OWNER, PARTNER])
    for name in (OWNER, PARTNER):
        for role in stakeholder.all("Role"):
            if role.words("Name") == name:
                return name, role.words("Description")
        if words := said.first(name):
            return name, "" if words == "yes" else words
    if stakeholder.words("Description") in (OWNER, PARTNER_ALONE):
        return (OWNER if stakeholder.words("Description") == OWNER else PARTNER), ""
    return (PARTNER if place else OWNER), ""


def _outcome(text: str) -> dict[str, str] | None:
    own, _, title = text.partition("; ")
    return {"id": own, "title": title} if title else None


def _split(text: str | None) -> list[str]:
    return text.split(", ") if text else []
