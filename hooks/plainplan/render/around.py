"""What stands round the content of a page: the way to it, its neighbours, the navigation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import jinja2
from markupsafe import Markup

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_
from plainplan.language import pgettext
from plainplan.model import Plan
from plainplan.model.chapter import Section
from plainplan.render.navigation import Navigation, NavigationItem
from plainplan.render.pages import Page


@dataclass(frozen=True)
class Frame:
    """What stands round the content of every page: where am I, what is next, when was it changed."""

    page: Page
    trail: tuple[Page, ...]
    previous: Page | None
    following: Page | None
    plan_changed: date | None


@dataclass(frozen=True)
class Around:
    """The way through the pages of an edition. Easy read has a home, an order and a navigation of its own."""

    pages: Mapping[str, Page]
    templates: jinja2.Environment
    plan: Plan
    changed: date | None

    def frame(self, page: Page) -> Frame:
        """What stands round a page. Next and previous follow the reading order, in which search is not."""
        previous, following = self._neighbours.get(page.address, (None, None))
        return Frame(page, self._home_first(page), previous, following, self.changed)

    def _trail(self, page: Page) -> tuple[Page, ...]:
        """The pages above a page, the nearest last."""
        if page.parent is None:
            return ()
        parent = self.pages[page.parent]
        return (*self._trail(parent), parent)

    def _home_first(self, page: Page) -> tuple[Page, ...]:
        is_home = page.address == addresses.HOME or page.is_easy
        return (() if is_home else (self.pages[addresses.HOME],)) + self._trail(page)

    @cached_property
    def _neighbours(self) -> dict[str, tuple[Page | None, Page | None]]:
        order = [
            page for page in self.pages.values() if page.in_reading_order and page.address != addresses.SEARCH
        ]
        return {
            **_in_turn(page for page in order if not page.is_easy),
            **_in_turn(page for page in order if page.is_easy),
        }

    def navigation(self, page: Page | None, root: str) -> Markup:
        """The navigation as it stands on a page (None: not found). `root` leads to the home page."""
        if page is not None and page.is_easy:
            return self._easy_navigation.on(self._nearest(page), root)
        return self._navigation.on(self._navigation_keys(page), root)

    def _navigation_keys(self, page: Page | None) -> frozenset[str]:
        """What sets a page apart in the navigation: itself, or the nearest page above it, and its section."""
        if page is None:
            return frozenset()
        return self._nearest(page) | {f"section:{self.section_name(page.section)}"}

    def _nearest(self, page: Page) -> frozenset[str]:
        listed = [above for above in (*self._trail(page), page) if above.in_navigation][-1:]
        return frozenset(f"{'page' if found is page else 'in'}:{found.address}" for found in listed)

    @cached_property
    def _navigation(self) -> Navigation:
        return Navigation.render(self.templates.get_template("navigation.html"), self._navigation_items())

    @cached_property
    def _easy_navigation(self) -> Navigation:
        items = tuple(
            NavigationItem(page.name, page.address, picture=page.picture)
            for page in self.pages.values()
            if page.is_easy and page.in_navigation
        )
        return Navigation.render(self.templates.get_template("easy/navigation.html"), items)

    def _navigation_items(self) -> tuple[NavigationItem, ...]:
        """Home, then one group a section, chapters and generated pages side by side."""
        items = [NavigationItem(pgettext("page", "Home"), addresses.HOME)]
        for section in Section:
            inside = tuple(
                NavigationItem(page.name, page.address)
                for page in self.pages.values()
                if page.section is section and self._is_entry(page)
            )
            if inside:
                items.append(NavigationItem(self.section_name(section), None, inside))
        return tuple(items)

    @staticmethod
    def _is_entry(page: Page) -> bool:
        return page.in_navigation and page.address != addresses.HOME and not page.is_easy

    def section_name(self, section: Section) -> str:
        """What a section is called."""
        if section is Section.PRIORITIES:
            return self.plan.about.labels.priority.many
        return _(SECTION_NAMES[section])


def _in_turn(pages: Iterable[Page]) -> dict[str, tuple[Page | None, Page | None]]:
    """The pages before and after each page, by its address."""
    order = list(pages)
    before, after = [None, *order[:-1]], [*order[1:], None]
    return {page.address: (before[place], after[place]) for place, page in enumerate(order)}


SECTION_NAMES: Mapping[Section, str] = {
    Section.PLAN: N_("The plan"),
    Section.PRIORITIES: N_("Priorities"),
    Section.PROGRESS: N_("How it is going"),
    Section.MONEY: N_("Money"),
    Section.PEOPLE: N_("People and partners"),
    Section.ABOUT: N_("About this plan"),
}
