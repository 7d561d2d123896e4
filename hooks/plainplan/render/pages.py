"""Which pages there are, in reading order, and what each is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from plainplan import addresses
from plainplan.model import Chapter, Plan
from plainplan.model.chapter import Section
from plainplan.render.kinds import kinds_of
from plainplan.render.text import plain
from plainplan.views import money, progress
from plainplan.views.index import Index


@dataclass(frozen=True)
class Page:
    """A page of the site. `template` is empty for a chapter, which is only what its author wrote.

    `changed` is known only where the data carries a date: a report, or the `updated` of a chapter.
    """

    address: str
    title: str
    section: Section
    template: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    changed: date | None = None
    short_title: str = ""
    description: str = ""
    parent: str | None = None
    in_navigation: bool = True
    in_search: bool = True
    script: str = ""

    @property
    def kind(self) -> str:
        """What kind of page it is: the name of its template, such as `budget-year`, or `chapter`."""
        return self.template.removesuffix(".html").replace("_", "-") or "chapter"

    @property
    def name(self) -> str:
        """What lists and navigation call it."""
        return self.short_title or self.title

    @property
    def shortest_name(self) -> str:
        """What the trail calls it, where there is little room."""
        return min(self.name, self.title, key=len)


def pages_of(index: Index) -> dict[str, Page]:
    """Every page by its address, in reading order: each section with its chapters first."""
    plan = index.plan
    made = {page.address: page for page in _generated(index)}
    for chapter in plan.chapters:
        page = made.get(chapter.address)
        if page:
            days = [day for day in (chapter.front_matter.updated, page.changed) if day]
            made[page.address] = replace(
                page,
                changed=max(days, default=None),
                description=chapter.front_matter.description or page.description,
            )
    written = {chapter.address: _chapter(chapter) for chapter in plan.chapters}
    found: dict[str, Page] = {addresses.HOME: made.pop(addresses.HOME)}
    for section in Section:
        chapters = [page for page in written.values() if page.section is section and page.address not in made]
        order = {chapter.address: (chapter.front_matter.order, chapter.path) for chapter in plan.chapters}
        for page in sorted(chapters, key=lambda page: order[page.address]):
            found.setdefault(page.address, page)
        for page in made.values():
            if page.section is section:
                found[page.address] = page
    return found


def _chapter(chapter: Chapter) -> Page:
    matter = chapter.front_matter
    return Page(
        address=chapter.address,
        title=matter.title,
        section=matter.section,
        changed=matter.updated,
        description=matter.description or "",
    )


def _generated(index: Index) -> Iterator[Page]:
    plan = index.plan
    yield Page(addresses.HOME, plan.about.title, Section.PLAN, "home.html", changed=plan_changed(plan))
    yield from _priorities(index)
    yield from _progress(index)
    yield from _money(index)
    yield from _people(index)
    yield from _about(plan)


def plan_changed(plan: Plan) -> date | None:
    """The day of the newest version or report, whichever is later."""
    days = [report.date for report in plan.progress] + [version.date for version in plan.about.versions]
    return max(days, default=None)


def _priorities(index: Index) -> Iterator[Page]:
    labels, history = index.plan.about.labels, progress.histories(index.plan)
    if not index.priorities:
        return
    every = f"All {labels.priority.many.lower()}"
    yield Page(
        addresses.PRIORITIES,
        labels.priority.many,
        Section.PRIORITIES,
        "priorities.html",
        short_title=every,
    )
    for priority in index.priorities.values():
        ids = [item.action.id for item in index.actions_under(priority.id)]
        told = [history[name][0].on for name in ids if name in history]
        yield Page(
            addresses.under(addresses.PRIORITIES, priority.id),
            priority.title,
            Section.PRIORITIES,
            "priority.html",
            {"priority": priority},
            changed=max(told, default=None),
            description=plain(priority.summary),
            short_title=priority.short_title or "",
            parent=addresses.PRIORITIES,
        )
    yield from _actions(index, history)


def _actions(index: Index, history: Mapping[str, Sequence[progress.Reported]]) -> Iterator[Page]:
    labels = index.plan.about.labels
    if index.actions:
        yield Page(
            addresses.ACTIONS,
            labels.action.many,
            Section.PRIORITIES,
            "actions.html",
            changed=plan_changed(index.plan),
            short_title=f"All {labels.action.many.lower()}",
        )
    for item in index.actions.values():
        told = [history[item.action.id][0].on] if item.action.id in history else []
        yield Page(
            addresses.under(addresses.ACTIONS, item.action.id),
            item.action.title,
            Section.PRIORITIES,
            "action.html",
            {"item": item},
            changed=max(told, default=None),
            description=plain(item.action.description),
            parent=addresses.under(addresses.PRIORITIES, item.priority.id),
            in_navigation=False,
        )


def _progress(index: Index) -> Iterator[Page]:
    plan = index.plan
    reports = progress.reports_newest_first(plan)
    if reports:
        yield Page(addresses.PROGRESS, "Progress", Section.PROGRESS, "progress.html", changed=reports[0].date)
    for report in reports:
        address = addresses.under(addresses.PROGRESS, report.date)
        yield Page(
            address,
            report.title,
            Section.PROGRESS,
            "report.html",
            {"report": report},
            changed=report.date,
            parent=addresses.PROGRESS,
            in_navigation=False,
        )
    if plan.measures:
        yield Page(addresses.MEASURES, plan.about.labels.measure.many, Section.PROGRESS, "measures.html")
    for measure in plan.measures:
        yield Page(
            addresses.under(addresses.MEASURES, measure.id),
            measure.title,
            Section.PROGRESS,
            "measure.html",
            {"measure": measure},
            description=plain(measure.tells_you),
            parent=addresses.MEASURES,
            in_navigation=False,
        )
    if plan.milestones:
        yield Page(addresses.TIMELINE, "Timeline", Section.PROGRESS, "timeline.html")


def _money(index: Index) -> Iterator[Page]:
    plan = index.plan
    if plan.budget:
        yield Page(addresses.BUDGET, "Budget", Section.MONEY, "budget.html")
    for year in money.years_newest_first(plan):
        yield Page(
            addresses.under(addresses.BUDGET, year.id),
            f"Budget for {year.id[:4]} to {int(year.id[:4]) + 1}",
            Section.MONEY,
            "budget_year.html",
            {"year": year},
            parent=addresses.BUDGET,
        )
    if plan.grants:
        yield Page(addresses.GRANTS, "Grants", Section.MONEY, "grants.html")


def _people(index: Index) -> Iterator[Page]:
    plan = index.plan
    if plan.organisations:
        yield Page(addresses.WHO, "Who does what", Section.PEOPLE, "who.html")
    for organisation in plan.organisations:
        yield Page(
            addresses.under(addresses.WHO, organisation.id),
            organisation.name,
            Section.PEOPLE,
            "organisation.html",
            {"organisation": organisation},
            parent=addresses.WHO,
            in_navigation=False,
        )
    if plan.consultation:
        yield Page(addresses.CONSULTATION, "Consultation", Section.PEOPLE, "consultation.html")


def _about(plan: Plan) -> Iterator[Page]:
    yield Page(addresses.ABOUT, "About this plan", Section.ABOUT, "about.html")
    if plan.requirements:
        yield Page(addresses.LAW, "How this plan meets the law", Section.ABOUT, "law.html")
    if plan.glossary:
        yield Page(addresses.GLOSSARY, "Words explained", Section.ABOUT, "glossary.html")
    yield Page(
        addresses.A_TO_Z,
        "A to Z",
        Section.ABOUT,
        "a_to_z.html",
        changed=plan_changed(plan),
        in_search=False,
    )
    yield Page(
        addresses.WHOLE_PLAN,
        "The whole plan on one page",
        Section.ABOUT,
        "whole_plan.html",
        changed=plan_changed(plan),
        short_title="Whole plan on one page",
        in_search=False,
    )
    yield Page(addresses.CONTACT, "Contact", Section.ABOUT, "contact.html")
    yield Page(
        addresses.SEARCH,
        "Search",
        Section.ABOUT,
        "search.html",
        {"kinds": kinds_of(plan)},
        in_navigation=False,
        in_search=False,
        script="search.js",
    )
    yield from _accessibility(plan)


def _accessibility(plan: Plan) -> Iterator[Page]:
    statement = plan.accessibility
    if statement:
        yield Page(
            addresses.ACCESSIBILITY,
            f"Accessibility statement for {statement.website or plan.about.title}",
            Section.ABOUT,
            "accessibility.html",
            {"statement": statement},
            changed=statement.reviewed,
            short_title="Accessibility statement",
        )
    yield Page(
        addresses.RESULTS,
        "Accessibility test results",
        Section.ABOUT,
        "accessibility_results.html",
        parent=addresses.ACCESSIBILITY if statement else addresses.ABOUT,
        in_navigation=statement is None,  # the statement leads to it
        in_search=False,
    )
