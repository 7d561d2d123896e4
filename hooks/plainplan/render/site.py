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
from plainplan.language import speaking
from plainplan.model import EasyChapter, Plan, Written
from plainplan.model.pictures import Picture
from plainplan.render import assets, document, linked_data, templates
from plainplan.render.around import Around, Frame
from plainplan.render.easy_layout import lay_out, link_hard_words
from plainplan.render.editions import Editions, Foreign
from plainplan.render.feeds import Feed, FeedLink, feeds_of, links_on
from plainplan.render.figures import Figures
from plainplan.render.foreign import Counts, Saying, tell
from plainplan.render.isolated import isolate
from plainplan.render.pages import Page, pages_of
from plainplan.render.tables import complete_tables
from plainplan.render.whole import compose
from plainplan.render.whole_easy import compose_easy
from plainplan.views.changed import plan_changed
from plainplan.views.changes import Changes
from plainplan.views.index import Index


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
    def chapters(self) -> dict[str, Written]:
        """The written texts by their address."""
        return {chapter.address: chapter for chapter in self.plan.written}

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
            "pictures": {picture.id: picture for picture in self.plan.pictures.pictures},
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

    def expand(self, chapter: Written, markdown: str) -> Expanded:
        """Make the blocks that a chapter places. `check` has seen to it that they can be made."""
        if isinstance(chapter, EasyChapter):
            markdown = blocks.easy_markdown(markdown)
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
        if page.is_easy:
            lay_out(root)
            link_hard_words(root, self.plan.glossary, page.address)
        else:
            self.marker.mark(root, page.address)
        told, untranslated = tell(trees.serialise(root), self.saying)
        return Finished(told, document.headings(root), untranslated)

    def whole_plan(self, contents: Mapping[str, str]) -> str:
        """The content of the page that holds the whole plan, from the finished content of every page."""
        made = compose(self.pages.values(), contents, self.chapters, self._around.section_name)
        return tell(self.templates.get_template("whole.html").render(whole=made), self.saying)[0]

    def easy_whole_plan(self, contents: Mapping[str, str]) -> str:
        """The content of the page that holds all of easy read."""
        made = compose_easy(self.pages.values(), contents)
        return tell(self.templates.get_template("easy/whole.html").render(whole=made), self.saying)[0]

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

    @cached_property
    def _around(self) -> Around:
        return Around(self.pages, self.templates, self.plan, self.changed)

    def frame(self, page: Page) -> Frame:
        """What stands round a page."""
        return self._around.frame(page)

    def navigation(self, page: Page | None, root: str) -> Markup:
        """The navigation as it stands on a page (None: not found). `root` leads to the home page."""
        return self._around.navigation(page, root)

    def picture_of(self, page: Page) -> Picture:
        """The picture beside the title of a page in easy read."""
        found = self.plan.pictures.find(page.picture)
        if found is None:
            raise KeyError(page.picture)  # `check` has seen to it that it is there
        return found

    def twin(self, page: Page) -> Page | None:
        """The page in easy read that says the same as a page of the plan, or the other way round."""
        return self.pages.get(self._twins.get(page.address, "-"))

    @cached_property
    def _twins(self) -> dict[str, str]:
        found = addresses.twins(self.plan)
        return {**{twin: address for address, twin in found.items()}, **found}
