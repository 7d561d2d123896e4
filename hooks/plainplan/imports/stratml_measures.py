"""Performance indicators as measures, as what was reported on actions, or as words on how one is measured."""

from __future__ import annotations

from typing import Any

from plainplan.exports import stratml_notes
from plainplan.exports.stratml_words import (
    BREAKDOWN,
    EVIDENCE,
    MEASURE,
    PERCENT_DONE,
    PROGRESS,
    REASON,
    STATUS,
    UNIT_OF_WORDS,
)
from plainplan.imports.choices import Notebook
from plainplan.imports.days import Order
from plainplan.imports.records import NO_UNIT, Ids
from plainplan.imports.stratml_fields import fields_of
from plainplan.imports.stratml_left import all_words, content, say_left_out
from plainplan.imports.stratml_organisations import Organisations
from plainplan.imports.stratml_results import Results
from plainplan.imports.stratml_xml import Element

_UNITS = {
    "": NO_UNIT,
    **dict.fromkeys(("percent", "per cent", "percentage", "pct"), "%"),
    **dict.fromkeys(("number", "numbers", "count", "units", "#"), "in number"),
}
"""A unit as documents write it → what reads well after a figure: 58%, 1,200 in number."""
_LACKING = {
    "kind": "performance metric",
    "frequency": "not published",
    "owner": "not published",
}


class Measures:
    """The indicators of one document."""

    def __init__(self, notes: Notebook, organisations: Organisations, plan: str, order: Order | None) -> None:
        self.notes = notes
        self.organisations = organisations
        self.plan = plan
        self.results = Results(notes, order)
        self.ids = Ids()
        self.by_node: dict[int, str] = {}
        self.by_identifier: dict[str, str] = {}
        self.by_content: dict[object, str] = {}
        self.found: dict[str, tuple[dict[str, Any], int]] = {}
        self.updates: dict[str, list[dict[str, Any]]] = {}
        self.lines: dict[str, int] = {}

    def prepare(self, core: Element) -> None:
        """Give every whole measure its id first, so that others can name it wherever they stand."""
        nodes = [node for goal in core.all("Goal") for aim in goal.all("Objective") for node in aim.children]
        for node in nodes:
            if node.name != "PerformanceIndicator" or _is_words(node) or _relation(node)[0] or node.is_empty:
                continue
            said = stratml_notes.read(node.words("OtherInformation"), MEASURE)
            title = node.words("MeasurementDimension") or node.words("Identifier") or "measure"
            key = (said.first("Reference"), content(node))
            if key in self.by_content:
                own = self.by_content[key]
                words = f'"{title}" is told twice in the same words: took one measure, "{own}".'
                all_words(node)  # as read: the other one has the same
                self.notes.took(node.line, words)
            else:
                own = self.ids.new(said.first("Reference") or title, "measure")
                self.by_content[key] = own
            self.by_node[id(node)] = own
            if identifier := node.words("Identifier"):
                self.by_identifier[identifier] = own

    def of(self, objective: Element, action: dict[str, Any] | None) -> list[str]:
        """The ids of the measures under an objective. What is told of an action goes into `action`."""
        named: list[str] = []
        for node in objective.all("PerformanceIndicator"):
            if node.is_empty:
                continue
            relation, other = _relation(node)
            if _is_words(node):
                self._words(node, action)
            elif relation == "Narrower_Than" and other in self.by_identifier:
                self._part(node, self.by_identifier[other])
            elif relation and other in self.by_identifier:
                named.append(self.by_identifier[other])
            else:
                named.append(self._whole(node))
        return list(dict.fromkeys(named))

    def _whole(self, node: Element) -> str:
        own = self.by_node.get(id(node)) or self.ids.new(node.words("MeasurementDimension"), "measure")
        if own in self.found and "title" in self.found[own][0]:
            return own
        said = stratml_notes.read(node.words("OtherInformation"), MEASURE)
        data = fields_of(said, MEASURE) | {"id": own}
        data["title"] = node.words("MeasurementDimension") or own
        data["unit"] = self._unit(node, str(data["title"]))
        self._fill(node, data, said.head)
        owner = self.organisations.by_name.get(str(data["owner"]))
        data["owner"] = owner["id"] if owner else data["owner"]
        data |= self.results.of(node)
        if undated := self.results.undated(node):
            data["caveats"] = "\n\n".join([*filter(None, [data.get("caveats")]), *undated])
        breakdowns = self.found[own][0] if own in self.found else {}
        self.found[own] = (data | breakdowns, node.line)
        return own

    def _unit(self, node: Element, title: str) -> str:
        """The unit as a page can say it after a figure."""
        given = node.words("UnitOfMeasurement")
        unit = _UNITS.get(given.casefold(), given)
        if not given:
            self.notes.took(node.line, f'"{title}" has no unit: took "{unit}".')
        elif unit != given:
            self.notes.took(node.line, f'took the unit "{given}" as "{unit}".')
        return unit

    def _fill(self, node: Element, data: dict[str, Any], head: str) -> None:
        """What the model needs and StratML lacks: the nearest true words, each of them a choice."""
        lacking = dict(_LACKING)
        if "tells_you" not in data:
            data["tells_you"] = head or data["title"]
            lacking["tells_you"] = data["tells_you"]
        elif head:
            data.setdefault("caveats", head)
        if "source" not in data:
            data["source"] = {"title": self.plan}
            lacking["source"] = self.plan
        told = [
            f'{name} "{words}"' for name, words in lacking.items() if data.setdefault(name, words) == words
        ]
        foreign = [words for words in told if words.split(" ")[0] in ("tells_you", "source")]
        if foreign:
            self.notes.took(
                node.line, f'the measure "{data["title"]}" lacks what a plan says: took {", ".join(told)}.'
            )

    def _part(self, node: Element, own: str) -> None:
        """A series of one part, such as one district."""
        said = stratml_notes.read(node.words("OtherInformation"), BREAKDOWN)
        fields = fields_of(said, BREAKDOWN)
        title = node.words("MeasurementDimension") or "Part"
        split = {"id": "part", "title": "Part", **fields.pop("breakdown", {})}
        data, _ = self.found.setdefault(own, ({}, node.line))
        breakdowns = data.setdefault("breakdowns", [])
        breakdown = next((found for found in breakdowns if found["id"] == split["id"]), None)
        if breakdown is None:
            breakdown = {**split, "parts": []}
            breakdowns.append(breakdown)
        taken = Ids()
        taken.taken |= {part["id"] for part in breakdown["parts"]}
        part = {"title": title, **fields}
        part["id"] = taken.new(str(part.get("id") or title), "part")
        breakdown["parts"].append(part | {"series": self.results.of(node).get("series", [])})

    def _words(self, node: Element, action: dict[str, Any] | None) -> None:
        if node.words("MeasurementDimension") == PROGRESS and action is not None:
            self._progress(node, str(action["id"]))
        elif action is not None:
            action["measured_by"] = node.words("MeasurementDimension")
        else:
            say_left_out(node, "an indicator in words, which only actions have", self.notes)

    def _progress(self, node: Element, action: str) -> None:
        for line, day, percent, status, text in self.results.reported(node):
            said = stratml_notes.read(text, [REASON, EVIDENCE])
            links = [entry.rstrip(">").rpartition(" <") for entry in said.all(EVIDENCE)]
            update = {
                "action": action,
                "status": status.lower(),
                "words": said.head or status,
                "percent": percent,
                "reason": said.first(REASON),
                "evidence": [{"title": title, "url": url} for title, _, url in links],
            }
            self.updates.setdefault(day, []).append(update)
            self.lines.setdefault(day, line)

    def reports(self, said: dict[str, dict[str, str]]) -> dict[str, tuple[dict[str, Any], int]]:
        """What was reported, by date. `said` is what the document says of whole reports."""
        found = {}
        for day in sorted(self.updates):
            fields = {"title": f"Report of {day}", **said.get(day, {})}
            if "title" not in said.get(day, {}):
                self.notes.took(self.lines[day], f'the report of {day} has no title: took "Report of {day}".')
            found[day] = ({"date": day, **fields, "updates": self.updates[day]}, self.lines[day])
        return found


def _is_words(node: Element) -> bool:
    if (node.words("MeasurementDimension"), node.words("UnitOfMeasurement")) == (PROGRESS, PERCENT_DONE):
        return True
    qualitative = node.attributes.get("PerformanceIndicatorType") == "Qualitative"
    return qualitative and node.words("UnitOfMeasurement") in (STATUS, UNIT_OF_WORDS, "")


def _relation(node: Element) -> tuple[str, str]:
    """How an indicator relates to another that it names, and which; empty where it has figures of its own."""
    relation = next((found for found in node.all("Relationship") if found.words("ReferentIdentifier")), None)
    kind = relation.attributes.get("RelationshipType", "Peer_To") if relation else ""
    if relation is None or (kind != "Narrower_Than" and any(True for _ in node.all("MeasurementInstance"))):
        return "", ""
    return kind, relation.words("ReferentIdentifier")
