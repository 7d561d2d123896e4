"""What is named must exist."""

from __future__ import annotations

from collections.abc import Iterable

from plainplan import addresses
from plainplan.check.rules import ERRORS, WARNINGS, Findings
from plainplan.errors import nearest
from plainplan.model.base import Unknown
from plainplan.model.priority import BudgetLineReference
from plainplan.model.walk import Keys, walk_actions, walk_objectives


def check_references(findings: Findings) -> None:
    """Every reference leads to a record."""
    _check_rules_named(findings)
    _check_actions(findings)
    _check_others(findings)


def _check_rules_named(findings: Findings) -> None:
    for index, code in enumerate(findings.plan.about.raise_to_error):
        if code not in WARNINGS:
            message = f'"{code}" is an error already.' if code in ERRORS else f'there is no rule "{code}".'
            findings.add("unknown-rule", ("about", "raise_to_error", index), message, nearest(code, WARNINGS))


class _Known:
    """The ids of a plan, by kind."""

    def __init__(self, findings: Findings) -> None:
        plan = findings.plan
        self.findings = findings
        self.ids = {
            "organisation": {item.id for item in plan.organisations},
            "measure": {item.id for item in plan.measures},
            "priority": {item.id for item in plan.priorities},
            "requirement": {item.id for item in plan.requirements},
            "action": {item.action.id for item in walk_actions(plan)},
            "financial year": {item.id for item in plan.budget},
        }
        self.lines = {year.id: {line.id for line in year.spending} for year in plan.budget}

    def check(self, kind: str, name: object, keys: Keys) -> None:
        """`name` may be absent or said to be not published."""
        known = self.ids[kind]
        if name is None or isinstance(name, Unknown) or name == Unknown.NOT_PUBLISHED or name in known:
            return
        mend = nearest(str(name), known) or f"The plan has no {kind} yet: add it first."
        self.findings.add("unknown-reference", keys, f'there is no {kind} "{name}".', mend)

    def check_all(self, kind: str, names: Iterable[str], keys: Keys) -> None:
        for index, name in enumerate(names):
            self.check(kind, name, (*keys, index))

    def check_line(self, reference: BudgetLineReference | None, keys: Keys) -> None:
        if reference is None:
            return
        self.check("financial year", reference.year, (*keys, "year"))
        lines = self.lines.get(reference.year)
        if lines is not None and reference.line not in lines:
            message = f'the budget of {reference.year} has no spending line "{reference.line}".'
            self.findings.add("unknown-reference", (*keys, "line"), message, nearest(reference.line, lines))


def _check_actions(findings: Findings) -> None:
    known = _Known(findings)
    for item in walk_actions(findings.plan):
        action, keys = item.action, item.keys
        known.check("organisation", action.owner, (*keys, "owner"))
        known.check_all("organisation", action.partners, (*keys, "partners"))
        known.check_all("measure", action.measures, (*keys, "measures"))
        known.check_all("requirement", action.requirements, (*keys, "requirements"))
        known.check_line(action.budget_line, (*keys, "budget_line"))
        _check_outcomes(findings, item.priority.outcomes, action.outcomes, (*keys, "outcomes"))
    for found in walk_objectives(findings.plan):
        way = (*found.keys, "outcomes")
        _check_outcomes(findings, found.priority.outcomes, found.objective.outcomes, way)


def _check_outcomes(findings: Findings, outcomes: Iterable[object], names: Iterable[str], keys: Keys) -> None:
    known = {str(getattr(outcome, "id", "")) for outcome in outcomes}
    for index, name in enumerate(names):
        if name not in known:
            message = f'the priority has no outcome "{name}".'
            findings.add("unknown-reference", (*keys, index), message, nearest(name, known))


def _check_others(findings: Findings) -> None:
    plan, known = findings.plan, _Known(findings)
    known.check("organisation", plan.about.body.organisation, ("about", "body", "organisation"))
    for index, priority in enumerate(plan.priorities):
        known.check_all("measure", priority.measures, ("priorities", index, "measures"))
    for index, measure in enumerate(plan.measures):
        known.check("organisation", measure.owner, ("measures", index, "owner"))
    for index, report in enumerate(plan.progress):
        for number, update in enumerate(report.updates):
            known.check("action", update.action, ("progress", index, "updates", number, "action"))
    for index, year in enumerate(plan.budget):
        for number, line in enumerate(year.spending):
            for part, share in enumerate(line.priorities):
                way: Keys = ("budget", index, "spending", number, "priorities", part, "priority")
                known.check("priority", share.priority, way)
    for index, grant in enumerate(plan.grants):
        known.check("priority", grant.priority, ("grants", index, "priority"))
        known.check_line(grant.budget_line, ("grants", index, "budget_line"))
    for index, exercise in enumerate(plan.consultation):
        for number, response in enumerate(exercise.responses_to):
            way = ("consultation", index, "you_said_we_did", number, "actions")
            known.check_all("action", response.actions, way)
    for index, milestone in enumerate(plan.milestones):
        known.check("organisation", milestone.organisation, ("milestones", index, "organisation"))
    _check_met_by(findings)


def _check_met_by(findings: Findings) -> None:
    """Where a duty is said to be met there is a page, and the heading on it."""
    pages = addresses.everything(findings.plan)
    headings = {
        chapter.address: {heading.text: heading.anchor for heading in chapter.headings}
        for chapter in findings.plan.chapters
    }
    for index, requirement in enumerate(findings.plan.requirements):
        for number, met in enumerate(requirement.met_by):
            keys: Keys = ("requirements", index, "met_by", number)
            address = addresses.to_address(met.page)
            if address not in pages:
                mend = nearest(met.page, (addresses.source(page, pages) for page in pages))
                findings.add("broken-link", (*keys, "page"), f'there is no page "{met.page}".', mend)
            elif met.heading and met.heading not in headings.get(address, {}):
                message = f'the page "{met.page}" has no written heading "{met.heading}".'
                mend = nearest(met.heading, headings.get(address, {})) or "Leave the heading out."
                findings.add("broken-link", (*keys, "heading"), message, mend)
