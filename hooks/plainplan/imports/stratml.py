"""A StratML document, Part 1 or Part 2, as the files of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from plainplan.exports import stratml_notes
from plainplan.exports.stratml_words import (
    CALLED,
    PLAN,
    REPORT,
    VERSION,
)
from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.days import Order, is_iso, parse_edge, settle_order, spoken
from plainplan.imports.records import build
from plainplan.imports.stratml_fields import fields_of, shortened
from plainplan.imports.stratml_goals import Goals
from plainplan.imports.stratml_left import refuse_same_identifiers, say_what_is_left
from plainplan.imports.stratml_organisations import Organisations
from plainplan.imports.stratml_xml import Element, read_xml
from plainplan.imports.writing import to_yaml
from plainplan.load.yaml_source import Keys
from plainplan.model import About, Measure, Priority, Report
from plainplan.model.organisation import OrganisationsFile

NOT_PUBLISHED = "not published"


@dataclass
class Imported:
    """The records of a plan, by the file (relative to the plan's folder) that each belongs into.

    `lines` says where each of them begins in the document.
    """

    records: dict[str, BaseModel] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def texts(self) -> dict[str, str]:
        """The same as YAML."""
        return {name: to_yaml(record) for name, record in self.records.items()}


def read_plan(text: str, notes: Notebook, order: Order | None = None) -> Imported | None:
    """Everything that a document says of a plan. None, with the problems noted, where it cannot be taken.

    `order` is what the editor says of dates that may be read two ways.
    """
    found = read_xml(text, notes)
    if found is None:
        return None
    root, _ = found
    refuse_same_identifiers(root, notes)
    core = root.first("StrategicPlanCore")
    if core is None or not any(not goal.is_empty for goal in core.all("Goal")):
        notes.refuse(root.line, "there is no goal in the document.", "A plan has at least one <Goal>.")
        return None
    organisations = Organisations(notes)
    organisations.read(core)
    about, reports = _about(root, core, organisations, notes, order)
    goals = Goals(notes, organisations, about["title"], order or settle_order(_dates(root)))
    goals.read(core)
    wanted: dict[str, tuple[type[BaseModel], dict[str, Any], Mapping[Keys, int]]] = {
        "data/plan.yml": (About, about, {(): root.line})
    }
    listed, lines = organisations.all()
    if listed:
        wanted["data/organisations.yml"] = (OrganisationsFile, {"organisations": listed}, lines)
    for kind, model, records in (
        ("priorities", Priority, goals.priorities),
        ("measures", Measure, goals.measures.found),
        ("progress", Report, goals.measures.reports(reports)),
    ):
        for name, (data, line) in records.items():
            wanted[f"data/{kind}/{name}.yml"] = (model, data, {(): line})
    built = {name: build(*parts, notes) for name, parts in wanted.items()}
    records_made = {name: record for name, record in built.items() if record is not None}
    say_what_is_left(root, notes)
    where = {name: lines.get((), 0) for name, (_, _, lines) in wanted.items()}
    return None if notes.problems else Imported(records_made, where)


def _dates(root: Element) -> list[str]:
    found = [root.text] if root.name.endswith("Date") else []
    return found + [text for child in root.children for text in _dates(child)]


def _about(
    root: Element, core: Element, organisations: Organisations, notes: Notebook, order: Order | None
) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
    """data/plan.yml, and what is said of whole reports."""
    said = stratml_notes.read(root.words("OtherInformation"), [*PLAN, *CALLED, VERSION, *REPORT])
    about = fields_of(said, PLAN)
    about["title"] = root.words("Name") or shortened(root.words("Description"))
    if not about["title"]:
        notes.refuse(root.line, "the document has no name.", "Write one in its <Name>.")
    body = about.setdefault("body", {})
    body["name"] = organisations.body or about["title"]
    if not organisations.body:
        notes.took(
            core.line, f'no organisation is named: took "{body["name"]}" as the body whose plan it is.'
        )
    if "area" not in body:
        body["area"] = body["name"]
        words = f'StratML has no area: took the name of the body, "{body["area"]}", until you change it.'
        notes.took(root.line, f"{words} Write the area in data/plan.yml, under body.")
    if "status" not in about:
        about["status"] = "final"
        notes.took(root.line, 'StratML does not say how far the plan has come: took "final".')
    about["summary"] = root.words("Description") or said.head or about["title"]
    if not root.words("Description"):
        notes.took(root.line, f'there is no description: took "{about["summary"]}" as the summary.')
    elif said.head:
        about.setdefault("notice", said.head)
        notes.took(root.line, "took the other information as the notice of the plan.")
    about["vision"], about["mission"] = (
        core.words("Vision", "Description"),
        core.words("Mission", "Description"),
    )
    about["values"] = list(_values(core, notes))
    about["versions"] = [version for text in said.all(VERSION) if (version := _version(text))]
    _administration(root, about, notes, order)
    about["labels"] = _labels(said)
    return about, _reports(said)


def _labels(said: stratml_notes.Notes) -> dict[str, dict[str, str]]:
    """What the plan calls its parts."""
    words = {name: (said.first(label) or "").partition("; ") for label, name in CALLED.items()}
    return {name: {"one": one, "many": many} for name, (one, _, many) in words.items() if many}


def _reports(said: stratml_notes.Notes) -> dict[str, dict[str, str]]:
    """What the document says of whole reports, by their dates."""
    found: dict[str, dict[str, str]] = {}
    for label, name in REPORT.items():
        for text in said.all(label):
            day, _, words = text.partition("; ")
            found.setdefault(day, {})[name] = words
    return found


def _values(core: Element, notes: Notebook) -> list[dict[str, str]]:
    values = []
    for value in core.all("Value"):
        name, description = value.words("Name"), value.words("Description")
        if name or description:
            values.append({"name": name or description, "description": description if name else ""})
            if not name:
                notes.took(value.line, f'a value has no name: took its description, "{description}".')
    return values


def _version(text: str) -> dict[str, str] | None:
    parts = text.split("; ", 3)
    return dict(zip(("number", "date", "status", "summary"), parts, strict=True)) if len(parts) == 4 else None


def _administration(root: Element, about: dict[str, Any], notes: Notebook, order: Order | None) -> None:
    node = root.first("AdministrativeInformation") or root
    period = about.setdefault("period", {})
    order = order or settle_order(_dates(node))
    for element, name in (("StartDate", "start"), ("EndDate", "end")):
        text = node.words(element)
        period[name] = NOT_PUBLISHED
        if not text:
            notes.took(node.line, f'the plan has no {element}: took "{NOT_PUBLISHED}".')
            continue
        try:
            day = parse_edge(text, order, name == "end")
        except UnclearError as unclear:
            notes.refuse_unclear(node.line, element, unclear)
            continue
        period[name] = day.isoformat()
        if not is_iso(text):
            notes.took(node.line, f"took {text} as {spoken(day)}.")
    source = node.words("Source")
    if source.startswith(("http://", "https://")):
        about["site_url"] = source
    elif source:
        notes.took(node.line, f'left out the source, which is no web address: "{source}".')
    submitter = node.first("Submitter") or root.first("Submitter")
    contact = about.setdefault("contact", {})
    if submitter:
        contact |= {"phone": submitter.words("PhoneNumber")}
        email = submitter.words("EmailAddress").removeprefix("mailto:")
        if "@" in email:
            contact["email"] = email
        elif email:
            notes.took(submitter.line, f'left out what is no email address: "{email}".')
    if not any(contact.values()):
        contact["address"] = "No contact details are published."
        notes.took(node.line, f'the document names nobody to write to: took "{contact["address"]}"')
