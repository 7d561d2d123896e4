"""The plan as StratML: Part 2 (ISO 17469, with measures and progress) and Part 1 (the plan alone).

Neither schema can say in which language its text is: it is that of the plan. The labels in the notes are
English, since `plainplan import` reads them again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from lxml import etree

from plainplan.exports.download import FOLDER, Download, only_in_source
from plainplan.exports.prose import unwrapped
from plainplan.exports.stratml_goals import Goals
from plainplan.exports.stratml_nodes import Maker, Node
from plainplan.exports.stratml_notes import Notes
from plainplan.exports.stratml_words import (
    CALLED,
    ORGANISATION,
    PLAN,
    REPORT,
    RESPONSIBILITY,
    VERSION,
    Part,
)
from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_
from plainplan.model import Organisation, Plan
from plainplan.model.plan import Labels, PlanStatus
from plainplan.views.index import Index

PATHS = {Part.TWO: f"{FOLDER}plan.stratml.xml", Part.ONE: f"{FOLDER}plan.stratml-part1.xml"}
_ROOT = {Part.TWO: "PerformancePlanOrReport", Part.ONE: "StrategicPlan"}
_TITLES = {
    Part.TWO: N_("The plan, with measures and progress"),
    Part.ONE: N_("The plan, without measures"),
}
_STANDARDS = {Part.TWO: "StratML Part 2 (ISO 17469-2)", Part.ONE: "StratML Part 1 (ISO 17469-1)"}
_FOR_WHOM = N_("Goals, objectives, actions and who answers for them, in the standard for strategy documents.")


def files(index: Index) -> Iterable[Download]:
    """Both parts; nothing for a plan without priorities, since the standard asks for at least one goal."""
    if not index.plan.priorities:
        return
    for part, path in PATHS.items():
        yield Download(
            path,
            "application/xml",
            _(_TITLES[part]),
            "StratML",
            only_in_source(partial(document, index, part)),
            standard=_STANDARDS[part],
            description=_(_FOR_WHOM),
            source_only=True,
        )


def document(index: Index, part: Part) -> bytes:
    """The plan as a document of one part, UTF-8, with every element in the order of its schema."""
    plan = index.plan
    make = Maker(part, plan.about.site_url or plan.about.body.name)
    root = make.root(_ROOT[part])
    if part is Part.TWO:
        root.set("Type", "Strategic_Plan")
    make.add(root, "Name", plan.about.title)
    make.prose(root, "Description", plan.about.summary)
    make.notes(root, "OtherInformation", _notes(plan))
    core = make.add(root, "StrategicPlanCore")
    _organisation(make, core, plan)
    for name, words in (("Vision", plan.about.vision), ("Mission", plan.about.mission)):
        if words:
            node = make.add(core, name)
            make.prose(node, "Description", words)
            make.identify(node, name, "")
    for value in plan.about.values:
        node = make.add(core, "Value")
        make.add(node, "Name", value.name)
        make.prose(node, "Description", value.description)
    Goals(make, index).write(core)
    _administration(make, root, plan)
    etree.indent(root, "  ")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _notes(plan: Plan) -> Notes:
    notes = Notes()
    notes.add_fields(plan.about, PLAN)
    for version in plan.about.versions:
        words = f"{version.number}; {version.date}; {version.status.value}; {version.summary}"
        notes.add_prose(VERSION, words)
    for label, name in CALLED.items():
        word = getattr(plan.about.labels, name)
        usual = getattr(Labels(), name)
        notes.add(label, f"{word.one}; {word.many}" if word != usual else None)
    for report in plan.progress:
        for label, field in REPORT.items():
            words = getattr(report, field)
            notes.add_prose(label, f"{report.date}; {words}" if words else None)
    return notes


def _organisation(make: Maker, core: Node, plan: Plan) -> None:
    body = plan.about.body
    own = next((item for item in plan.organisations if item.id == body.organisation), None)
    node = make.add(core, "Organization")
    make.add(node, "Name", body.name)
    if body.short_name and body.short_name.isupper() and body.short_name.isalpha():
        make.add(node, "Acronym", body.short_name)
    make.identify(node, "body", "")
    make.prose(node, "Description", own.description if own else None)
    for organisation in plan.organisations:
        _stakeholder(make, node, organisation)


def _stakeholder(make: Maker, parent: Node, organisation: Organisation) -> None:
    node = make.add(parent, "Stakeholder")
    node.set("StakeholderTypeType", "Organization")
    make.add(node, "Name", organisation.name)
    notes = Notes(unwrapped(organisation.description or ""))
    notes.add_fields(organisation, ORGANISATION)
    if make.part is Part.ONE:
        for line in organisation.responsibilities:
            notes.add(RESPONSIBILITY, line)
    make.notes(node, "Description", notes)
    if make.part is Part.TWO:
        for line in organisation.responsibilities:
            role = make.add(node, "Role")
            make.add(role, "Name", line)
            make.add(role, "RoleType", "Performer")


def _administration(make: Maker, root: Node, plan: Plan) -> None:
    about = plan.about
    node = make.add(root, "AdministrativeInformation")
    if make.part is Part.TWO:
        make.identify(node, "administration", "")
    make.day(node, "StartDate", about.period.start)
    make.day(node, "EndDate", about.period.end)
    make.day(node, "PublicationDate", _published(plan))
    make.add_if(node, "Source", about.site_url)
    if not (about.contact.phone or about.contact.email):
        return
    submitter = make.add(node if make.part is Part.ONE else root, "Submitter")
    if make.part is Part.TWO:
        make.identify(submitter, "submitter", "")
    make.add_if(submitter, "PhoneNumber", about.contact.phone)
    make.add_if(submitter, "EmailAddress", about.contact.email)


def _published(plan: Plan) -> date | None:
    """The day of the newest version that was issued, not only drafted or consulted on."""
    issued = (PlanStatus.FINAL, PlanStatus.VARIED)
    return max((item.date for item in plan.about.versions if item.status in issued), default=None)
