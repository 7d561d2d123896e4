"""Turns a plan into pages: fragments of HTML from templates, round what the authors wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from plainplan import addresses, blocks, trees
from plainplan.blocks import MARKS
from plainplan.exports import Download, TakeAway
from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_
from plainplan.language import pgettext, speaking
from plainplan.model import Chapter, Plan
from plainplan.model.chapter import Section
from plainplan.render import assets, document, linked_data, templates
from plainplan.render.editions import Editions, Foreign
from plainplan.render.feeds import Feed, FeedLink, feeds_of, links_on
from plainplan.render.figures import Figures
from plainplan.render.foreign import Counts, Saying, tell
from plainplan.render.isolated import isolate
from plainplan.render.navigation import Navigation, NavigationItem
from plainplan.render.pages import Page, pages_of
from plainplan.render.tables import complete_tables
from plainplan.render.whole import compose
from plainplan.views.changed import plan_changed
from plainplan.views.changes import Changes
from plainplan.views.index import Index


@dataclass(frozen=True)
class Frame:
    """What stands round the content of every page: where am I, what is next, when was it changed."""

    page: Page
    trail: tuple[Page, ...]
    previous: Page | None
    following: Page | None
    plan_changed: date | None


@dataclass(frozen=True)
class Expanded:
    """A chapter whose blocks have been made: Markdown with marks, and the HTML that each mark stands for."""

    markdown: str
    blocks: tuple[Markup, ...] = ()


@dataclass(frozen=True)
class Finished:
    """The content of a page, its headings, and how much of it is not in the reader's language."""

    content: str
    headings: list[document.Heading]
    untranslated: Counts


@dataclass(frozen=True)
class Site:
    """One edition of a plan, as seen on the day `on`.

    `fragments` is the folder of its templates, `cache` keeps what is slow to make and can be deleted.
    `had` gives a file of data that was made from the same before, by its path.
    `editions` is this edition among those of the plan; None where the plan is published in one language.
    All that it makes, it makes in the language that is spoken (`language.speaking`).
    """

    plan: Plan
    fragments: Path
    cache: Path
    on: date
    editions: Editions | None = None
    had: Callable[[str], bytes | None] = field(default=lambda path: None)

    @cached_property
    def index(self) -> Index:
        """The records by their ids."""
        return Index(self.plan)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its address, in reading order."""
        return pages_of(self.index, self.on)

    @cached_property
    def changes(self) -> Changes:
        """What changed, and when."""
        return Changes(self.index, self.on)

    @cached_property
    def feeds(self) -> dict[str, Feed]:
        """The feeds of what changed, by the page whose changes they tell."""
        return feeds_of(self.index, self.changes)

    @cached_property
    def take_away(self) -> TakeAway:
        """The data of the plan, in every format."""
        return TakeAway(self.index, self.on, self.had)

    @cached_property
    def downloads(self) -> dict[str, Download]:
        """Every file of data by its path in the site."""
        return self.take_away.downloads

    def linked_data(self, page: Page) -> str:
        """What a page says to machines (JSON-LD), safe inside a <script>; empty where it says nothing."""
        return linked_data.of_page(page.address, self.take_away)

    def feeds_on(self, page: Page) -> tuple[FeedLink, ...]:
        """The feeds that the head of a page names."""
        return links_on(self.feeds, page.address)

    @cached_property
    def changed(self) -> date | None:
        """The day of the newest event of the plan, where its data has one."""
        return plan_changed(self.plan, self.on)

    @cached_property
    def chapters(self) -> dict[str, Chapter]:
        """The written chapters by their address."""
        return {chapter.address: chapter for chapter in self.plan.chapters}

    @cached_property
    def templates(self) -> jinja2.Environment:
        """Where the templates are."""
        made = templates.environment(self.fragments, self.compiled, self.index, self.on)
        made.globals |= {
            "pages": self.pages,
            "figures": self.figures,
            "anchor_of": self._anchor_of,
            "happened": self.changes,
            "take_away": self.take_away,
            "slices_of": self.take_away.of,
            "feeds": self.feeds,
            "editions": self.editions,
        }
        return made

    @cached_property
    def figures(self) -> Figures:
        """The charts of the plan."""
        return Figures(self.index, self.cache / "charts")

    @cached_property
    def compiled(self) -> jinja2.FileSystemBytecodeCache:
        """Compiled templates, found again by their content. The folder can be deleted at any time."""
        folder = self.cache / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        # The name says how they were compiled: Jinja would take up others, which do not escape.
        return jinja2.FileSystemBytecodeCache(str(folder), "escaping-%s.cache")

    @cached_property
    def style_sheet(self) -> str:
        """The style sheet, in the body's colour."""
        return assets.style_sheet(self._assets, self.templates, self.plan.about.appearance)

    @cached_property
    def _assets(self) -> Path:
        return self.fragments.with_name("assets")

    @cached_property
    def _assets_version(self) -> str:
        return assets.version(self._assets, self.style_sheet)

    def asset(self, name: str) -> str:
        """The address of a style sheet, script or icon: another one when any of them has changed."""
        return f"assets/{name}?v={self._assets_version}"

    @cached_property
    def marker(self) -> document.TermMarker:
        """Marks the words of the glossary."""
        body = self.plan.about.body
        names = {body.name, body.force, *(found.name for found in self.plan.organisations)}
        return document.TermMarker(self.plan.glossary, {name for name in names if name})

    def source(self, address: str) -> str:
        """The Markdown file that a page has or would have in content/."""
        return self._sources[address]

    def address(self, source: str) -> str:
        """The address of the page that a Markdown file in content/ has or would have."""
        return self._addresses[source]

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {source: address for address, source in self._sources.items()}

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {address: source for source, address in addresses.sources(self.plan).items()}

    def render(self, page: Page, written: str = "", **more: Any) -> str:
        """The content of a page under its heading: its template round the HTML that its author wrote."""
        content = Markup(written)  # noqa: S704  # the author's own Markdown
        if not page.template:
            return content
        template = self.templates.get_template(f"pages/{page.template}")
        return template.render(
            written=content, page=page, link=self._link(page.address), **{**page.context, **more}
        )

    def expand(self, chapter: Chapter, markdown: str) -> Expanded:
        """Make the blocks that a chapter places. `check` has seen to it that they can be made."""
        text, placed = blocks.expand(markdown, self.values)
        return Expanded(text, tuple(self._block(chapter.address, name, value) for name, value in placed))

    def _block(self, address: str, name: str, value: str | None) -> Markup:
        template = self.templates.get_template(f"blocks/{name}.html")
        key = blocks.parameter(name)
        given = {key: value} if key else {}
        return Markup(template.render(link=self._link(address), **given))  # noqa: S704  # templates escape

    @cached_property
    def values(self) -> dict[str, str]:
        """What `{{ plan.… }}` prints: as the source says it, since blocks are translated whole."""
        if self.editions is None:
            return blocks.values_of(self.plan)
        with speaking(self.editions.source_language):
            return blocks.values_of(self.editions.languages.plan)

    @cached_property
    def saying(self) -> Saying:
        """How its pages say which words are in another language."""
        return Foreign(self.templates, self.editions)

    def _anchor_of(self, address: str, heading: str) -> str:
        """The anchor of a written heading; `check` has seen to it that the chapter has it."""
        return next(found.anchor for found in self.chapters[address].headings if found.text == heading)

    def _link(self, page: str) -> Any:
        return lambda target: addresses.relative(target, page)

    def finish(self, page: Page, content: str, made: tuple[Markup, ...] = ()) -> Finished:
        """The finished content of a page: blocks in, glossary words marked, languages told."""
        chapter = self.chapters.get(page.address)
        if chapter and self.editions:
            content = self.editions.chapter(chapter, content)
        written = MARKS.sub(lambda match: made[int(match[1] or match[2])], content)
        root = trees.parse(self.render(page, written))
        complete_tables(root, page.title)
        isolate(root)
        self.marker.mark(root, page.address)
        told, untranslated = tell(trees.serialise(root), self.saying)
        return Finished(told, document.headings(root), untranslated)

    def whole_plan(self, contents: Mapping[str, str]) -> str:
        """The content of the page that holds the whole plan, from the finished content of every page."""
        made = compose(self.pages.values(), contents, self.chapters, self._section_name)
        return tell(self.templates.get_template("whole.html").render(whole=made), self.saying)[0]

    def languages_page(self, untranslated: Mapping[str, Counts], written: str) -> str:
        """The content of the page on languages, from what is not translated on every page."""
        lacking = [
            (page, found)
            for page in self.pages.values()
            if (found := untranslated.get(page.address)) and found.all
        ]
        content = self.render(self.pages[addresses.LANGUAGES], written, lacking=lacking)
        root = trees.parse(content)
        complete_tables(root, self.pages[addresses.LANGUAGES].title)
        return tell(trees.serialise(root), self.saying)[0]

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
        home = () if page.address == addresses.HOME else (self.pages[addresses.HOME],)
        return home + self._trail(page)

    @cached_property
    def _neighbours(self) -> dict[str, tuple[Page | None, Page | None]]:
        order = [
            page for page in self.pages.values() if page.in_reading_order and page.address != addresses.SEARCH
        ]
        before, after = [None, *order[:-1]], [*order[1:], None]
        return {order[place].address: around for place, around in enumerate(zip(before, after, strict=True))}

    def navigation(self, page: Page | None, root: str) -> Markup:
        """The navigation as it stands on a page (None: not found). `root` leads to the home page."""
        return self._navigation.on(self._navigation_keys(page), root)

    def _navigation_keys(self, page: Page | None) -> frozenset[str]:
        """What sets a page apart in the navigation: itself, or the nearest page above it, and its section."""
        if page is None:
            return frozenset()
        listed = [above for above in (*self._trail(page), page) if above.in_navigation][-1:]
        nearest = {f"{'page' if found is page else 'in'}:{found.address}" for found in listed}
        return frozenset({f"section:{self._section_name(page.section)}"} | nearest)

    @cached_property
    def _navigation(self) -> Navigation:
        return Navigation.render(self.templates.get_template("navigation.html"), self._navigation_items())

    def _navigation_items(self) -> tuple[NavigationItem, ...]:
        """Home, then one group a section, chapters and generated pages side by side."""
        items = [NavigationItem(pgettext("page", "Home"), addresses.HOME)]
        for section in Section:
            inside = tuple(
                NavigationItem(page.name, page.address)
                for page in self.pages.values()
                if page.section is section and page.in_navigation and page.address != addresses.HOME
            )
            if inside:
                items.append(NavigationItem(self._section_name(section), None, inside))
        return tuple(items)

    def _section_name(self, section: Section) -> str:
        return (
            self.plan.about.labels.priority.many
            if section is Section.PRIORITIES
            else _(SECTION_NAMES[section])
        )


SECTION_NAMES: Mapping[Section, str] = {
    Section.PLAN: N_("The plan"),
    Section.PRIORITIES: N_("Priorities"),
    Section.PROGRESS: N_("How it is going"),
    Section.MONEY: N_("Money"),
    Section.PEOPLE: N_("People and partners"),
    Section.ABOUT: N_("About this plan"),
}
