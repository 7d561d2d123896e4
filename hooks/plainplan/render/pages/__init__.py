"""Which pages there are, in reading order, and what each is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plainplan import addresses
from plainplan.model import Chapter
from plainplan.model.chapter import Section
from plainplan.render.pages.about import about
from plainplan.render.pages.annual import annual
from plainplan.render.pages.changes import changes
from plainplan.render.pages.data import data
from plainplan.render.pages.easy import easy
from plainplan.render.pages.measures import measures
from plainplan.render.pages.money import money
from plainplan.render.pages.page import Page
from plainplan.render.pages.people import people
from plainplan.render.pages.previous import previous
from plainplan.render.pages.priorities import priorities
from plainplan.render.pages.progress import progress
from plainplan.views.changed import plan_changed
from plainplan.views.index import Index

__all__ = ["Page", "pages_of"]


def pages_of(index: Index, on: date) -> dict[str, Page]:
    """Every page by its address, as seen on the day `on`.

    In reading order: each section with its chapters first, and last what is in easy read.
    """
    plan = index.plan
    made = {page.address: page for page in _generated(index, on)}
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
    return found | {page.address: page for page in easy(index, on)}


def _chapter(chapter: Chapter) -> Page:
    matter = chapter.front_matter
    return Page(
        address=chapter.address,
        title=matter.title,
        section=matter.section,
        changed=matter.updated,
        description=matter.description or "",
    )


def _generated(index: Index, on: date) -> Iterator[Page]:
    plan = index.plan
    yield Page(addresses.HOME, plan.about.title, Section.PLAN, "home.html", changed=plan_changed(plan, on))
    yield from priorities(index, on)
    yield from progress(index)
    yield from changes(index, on)
    yield from annual(index, on)
    yield from measures(index, on)
    yield from previous(index)
    yield from money(index)
    yield from people(index)
    yield from about(plan, on)
    yield data(plan, on)
