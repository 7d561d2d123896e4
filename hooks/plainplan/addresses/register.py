"""Every page that a plan has, with the anchors on it, and the Markdown file of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plainplan.addresses.anchors import (
    breakdown_anchors,
    day_anchor,
    month_anchor,
    progress_filter,
    response_anchor,
    term_anchor,
    under,
    year_anchor,
    year_of_priority_anchor,
)
from plainplan.addresses.easy import easy_pages
from plainplan.addresses.places import (
    A_TO_Z,
    ABOUT,
    ACCESSIBILITY,
    ACTIONS,
    ANNUAL_REPORT,
    BUDGET,
    CHANGES,
    CONSULTATION,
    CONTACT,
    DATA,
    GLOSSARY,
    GRANTS,
    HOME,
    LANGUAGES,
    LAW,
    MEASURES,
    PREVIOUS,
    PRIORITIES,
    PROGRESS,
    RESULTS,
    SAID,
    SEARCH,
    TIMELINE,
    WAYS,
    WHO,
    WHOLE_PLAN,
)
from plainplan.model import Plan
from plainplan.model.dated import (
    annual_years,
    days_of_change,
    in_newest_months,
    milestone_year,
    years_of_change,
)
from plainplan.model.facets import facet_values
from plainplan.model.recipients import receivers
from plainplan.model.walk import walk_actions, walk_focus_areas, walk_objectives


def _measured_priorities(plan: Plan) -> set[str]:
    """The priorities that have a measure, or an action that has one."""
    own = {priority.id for priority in plan.priorities if priority.measures}
    return own | {item.priority.id for item in walk_actions(plan) if item.action.measures}


def generated(plan: Plan) -> dict[str, set[str]]:
    """The pages made from data, each with the anchors of the records on it. What has no data has no page."""
    always = (HOME, A_TO_Z, SEARCH, ABOUT, CONTACT, DATA, RESULTS)
    pages: dict[str, set[str]] = {page: set() for page in always}
    pages[WHOLE_PLAN] = set()
    if plan.accessibility:
        pages[ACCESSIBILITY] = set()
    if plan.editions.translated:
        pages[LANGUAGES] = {edition.language for edition in plan.editions.editions}
    if plan.editions.has_formats:
        pages[WAYS] = {edition.language for edition in plan.editions.editions}
    _add(pages, PRIORITIES, (priority.id for priority in plan.priorities))
    _add(pages, MEASURES, (measure.id for measure in plan.measures))
    _add(pages, PROGRESS, (report.date for report in plan.progress))
    _add(pages, BUDGET, (year.id for year in plan.budget))
    _add(pages, WHO, (organisation.id for organisation in plan.organisations))
    _add(pages, ACTIONS, (item.action.id for item in walk_actions(plan)))
    for facet, values in facet_values(plan).items():
        pages |= {progress_filter(facet, value): set() for value in values}
    for index in (ACTIONS, PROGRESS):
        if index in pages:
            pages[index] |= {priority.id for priority in plan.priorities}
    _add_previous(pages, plan)
    _add_said(pages, plan)
    _add_changes(pages, plan)
    _add_annual_reports(pages, plan)
    for address in grant_groups(plan):
        pages[address] = set()
    _add_lists(pages, plan)
    _add_anchors(pages, plan)
    return pages


def _add_anchors(pages: dict[str, set[str]], plan: Plan) -> None:
    """The anchors of records on pages that are there."""
    if MEASURES in pages:
        pages[MEASURES] |= {f"for-{name}" for name in _measured_priorities(plan)}
    for measure in plan.measures:
        pages[under(MEASURES, measure.id)] |= set(breakdown_anchors(measure))
    pages[CONTACT] |= {organisation.id for organisation in plan.organisations if organisation.contact}
    if WHO in pages:
        pages[WHO] |= {organisation.id for organisation in plan.organisations}
    for objective in walk_objectives(plan):
        pages[under(PRIORITIES, objective.priority.id)].add(objective.objective.id)
    for area, keys in walk_focus_areas(plan):
        pages[under(PRIORITIES, plan.priorities[int(keys[1])].id)].add(area.id)


def _add_lists(pages: dict[str, set[str]], plan: Plan) -> None:
    """The pages that hold all records of a kind."""
    for address, anchors in (
        (GRANTS, [grant.id for grant in plan.grants]),
        (
            TIMELINE,
            [
                *(milestone.id for milestone in plan.milestones),
                *(year_anchor(year) for year in set(map(milestone_year, plan.milestones))),
            ],
        ),
        (LAW, [requirement.id for requirement in plan.requirements]),
        (GLOSSARY, [term_anchor(term.id) for term in plan.glossary]),
    ):
        if anchors:
            pages[address] = set(anchors)


def grant_groups(plan: Plan) -> list[str]:
    """The pages of the grants of one priority, of one financial year and of one recipient."""
    given = {grant.priority for grant in plan.grants}
    names = [f"priority/{priority.id}" for priority in plan.priorities if priority.id in given]
    names += [f"year/{year}" for year in sorted({grant.year for grant in plan.grants}, reverse=True)]
    names += [f"recipient/{receiver.slug}" for receiver in receivers(plan.grants)]
    return [under(GRANTS, name) for name in names]


def _add(pages: dict[str, set[str]], index: str, names: Iterable[object]) -> None:
    found = list(names)
    if found:
        pages[index] = set()
    for name in found:
        pages[under(index, name)] = set()


def _add_previous(pages: dict[str, set[str]], plan: Plan) -> None:
    """The plan before this one. Each of its actions keeps its page, but where an action of this plan is."""
    if plan.previous:
        names = {action.id for action in plan.previous.actions}
        pages[PREVIOUS] = set(names)
        for name in names:
            pages.setdefault(under(ACTIONS, name), set())


def _add_said(pages: dict[str, set[str]], plan: Plan) -> None:
    """What people were asked and said; and the overview, where anything was decided."""
    if plan.consultation:
        pages[CONSULTATION] = {exercise.id for exercise in plan.consultation} | {
            response_anchor(exercise.id, response.id)
            for exercise in plan.consultation
            for response in exercise.responses_to
        }
    if any(response.is_answered for exercise in plan.consultation for response in exercise.responses_to):
        pages[SAID] = set()


def _add_changes(pages: dict[str, set[str]], plan: Plan) -> None:
    """What changed: everything, or where years have pages of their own, the newest months and each year."""
    days, years = days_of_change(plan), years_of_change(plan)
    if days:
        pages[CHANGES] = _anchors_of(in_newest_months(days) if years else days)
    for year in years:
        pages[under(CHANGES, year)] = _anchors_of(day for day in days if day.year == year)


def _anchors_of(days: Iterable[date]) -> set[str]:
    return {anchor for day in days for anchor in (month_anchor(day), day_anchor(day))}


def _add_annual_reports(pages: dict[str, set[str]], plan: Plan) -> None:
    years = annual_years(plan)
    _add(pages, ANNUAL_REPORT, years)
    for year in years:
        parts = {year_of_priority_anchor(priority.id) for priority in plan.priorities}
        pages[under(ANNUAL_REPORT, year)] = parts


def everything(plan: Plan) -> dict[str, set[str]]:
    """Every page of the site with its known anchors, written chapters included."""
    pages = {**generated(plan), **easy_pages(plan)}
    for chapter in plan.written:
        anchors = {heading.anchor for heading in chapter.headings}
        pages[chapter.address] = pages.get(chapter.address, set()) | anchors
    return pages


def sources(plan: Plan) -> dict[str, str]:
    """Every page's address by the Markdown file, relative to content/, that it has or would have."""
    pages = everything(plan)
    found = {source(address, pages): address for address in pages}
    for chapter in plan.written:
        found.pop(source(chapter.address, pages), None)
        found[chapter.path] = chapter.address
    return found


def source(address: str, pages: Iterable[str]) -> str:
    """The Markdown file, relative to content/, that a page without a chapter stands for.

    A page with pages under it is the index.md of its folder.
    """
    if address == HOME:
        return "index.md"
    if any(other.startswith(address) and other != address for other in pages):
        return f"{address}index.md"
    return f"{address.rstrip('/')}.md"
