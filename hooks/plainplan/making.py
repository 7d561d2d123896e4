"""How one edition is made: what is known before it, what its pages become, and what is added at the end.

Whoever turns Markdown into HTML and puts the theme round it (MkDocs, today) calls this in between.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryFile

from plainplan import addresses
from plainplan.check import check_folder, today
from plainplan.downloads import DownloadLink, Downloads
from plainplan.errors import Place, PlanError, Problem, errors_among, nearest
from plainplan.headers import write_headers
from plainplan.kept import Inputs, Kept, digest, files_digest, inputs_of, paths_in, program_digest
from plainplan.language.collation import load_order
from plainplan.model import Plan
from plainplan.publish import Aside
from plainplan.render import Expanded, Finished, Page, Site
from plainplan.render.editions import Editions
from plainplan.render.files import files_of, files_of_chapters
from plainplan.render.foreign import tell, told_in
from plainplan.render.results_page import propose_results, settle_results
from plainplan.render.site_map import site_map
from plainplan.results import FILE as RESULTS_FILE
from plainplan.results import read_results
from plainplan.search import FOLDER as SEARCH_FOLDER
from plainplan.search import write_index
from plainplan.translation.languages import Languages, Standing, read_languages

CACHE = ".cache"


@dataclass(frozen=True)
class Prepared:
    """What is known before an edition is made. One build gives it to the others: the plan is read once.

    `into` is the folder that another build takes the edition from; None where it is published by itself.
    """

    languages: Languages
    on: date
    tag: str
    into: Path | None = None

    @property
    def here(self) -> Standing:
        """The edition."""
        return self.languages.find(self.tag)

    @cached_property
    def plan(self) -> Plan:
        """The plan in its language."""
        return self.languages.plan_in(self.tag)

    def other(self, tag: str, into: Path) -> Prepared:
        """The same for another edition."""
        return Prepared(self.languages, self.on, tag, into)


def prepare(folder: Path, tag: str | None) -> tuple[Prepared, list[Problem]]:
    """Read and check the plan in a folder and its translations; `tag` is the edition, None for the source.

    Returns the warnings with it. Raises PlanError with all that is wrong.
    """
    on = today()
    loaded, problems = check_folder(folder, on)
    if loaded is None or errors_among(problems):
        raise PlanError(problems)
    _make_writable(folder / CACHE)
    languages, found = read_languages(loaded, folder, meanwhile=load_order)
    if errors_among(found):
        raise PlanError(tuple(found))
    wanted = tag or languages.source.edition.language
    known = [one.edition.language for one in languages.all]
    if wanted not in known:
        message = f'there is no edition "{wanted}".'
        raise PlanError((Problem(Place("data/editions.yml"), message, nearest(wanted, known), "edition"),))
    return Prepared(languages, on, wanted), [*problems, *found]


def _make_writable(cache: Path) -> None:
    """Raises PlanError where nothing can be kept in the folder."""
    try:
        cache.mkdir(exist_ok=True)
        with TemporaryFile(dir=cache):
            pass
    except OSError as error:
        message = f"the folder cannot be written to: {error.strerror}."
        mend = "Delete it, or ask whoever runs the computer for the right to write there."
        raise PlanError((Problem(Place(cache.name), message, mend, "cache"),)) from error


@dataclass(frozen=True)
class Where:
    """The folders that an edition is made from, and the address of the whole site (empty: not known).

    `program` are the files and folders of what makes it: another one makes other pages.
    """

    plan: Path
    content: Path
    fragments: Path
    program: tuple[Path, ...]
    address: str
    is_preview: bool
    makes_formats: bool

    @property
    def cache(self) -> Path:
        """What can be deleted at any time."""
        return self.plan / CACHE


@dataclass
class Making:
    """An edition in the making."""

    prepared: Prepared
    where: Where
    aside: Aside
    policy: str
    chapters: dict[str, Expanded] = field(default_factory=dict)
    finished: dict[str, Finished] = field(default_factory=dict)
    written: str = ""

    @cached_property
    def inputs(self) -> Inputs:
        """What it is made from."""
        languages, tag, plan = self.prepared.languages, self.prepared.tag, self.prepared.plan
        published = " ".join(one.edition.language for one in languages.published)
        states = digest(repr(languages.all), *files_digest(self.where.content, plan.attachments))
        settings = (
            self.prepared.on.isoformat(),
            self.where.address,
            str(self.where.is_preview),
            str(self.where.makes_formats),
            published,
            tag,
        )
        program = program_digest(*self.where.program)
        return inputs_of(plan, languages.catalogue(tag), program, states, *settings)

    @cached_property
    def kept(self) -> Kept:
        """What an earlier build made."""
        return Kept.read(self.where.cache / "editions" / self.prepared.tag)

    @property
    def published(self) -> date:
        """The day that the site says it was made on."""
        return self.prepared.on

    @property
    def is_unchanged(self) -> bool:
        """Whether an earlier build made it from the same."""
        return self.inputs.whole == self.kept.whole

    @cached_property
    def site(self) -> Site:
        """The pages."""
        languages, tag = self.prepared.languages, self.prepared.tag
        had = partial(self.kept.data, self.inputs)
        editions = Editions(languages, tag)
        return Site(
            self.prepared.plan, self.where.fragments, self.where.cache, self.prepared.on, editions, had
        )

    @cached_property
    def ready(self) -> dict[str, Finished]:
        """The pages that an earlier build finished from the same."""
        found = {address: self.kept.find(address, self.inputs.page(address)) for address in self.site.pages}
        return {address: page for address, page in found.items() if page}

    def expand(self, address: str, markdown: str) -> str:
        """The Markdown of a page, with marks for the blocks that its chapter places."""
        chapter = self.site.chapters.get(address)
        if chapter is None:
            return ""
        self.chapters[address] = self.site.expand(chapter, markdown)
        return self.chapters[address].markdown

    def finish(self, address: str, html: str) -> str:
        """The content of a page: blocks, data and glossary links put into the HTML of its Markdown."""
        if address == addresses.LANGUAGES:
            self.written = html
        blocks = self.chapters.get(address, Expanded("")).blocks
        self.finished[address] = self.site.finish(self.site.pages[address], html, blocks)
        return self.finished[address].content

    def finish_last(self, made: Collection[str]) -> Iterator[tuple[str, str]]:
        """The content of those of the pages `made` that tell of all others, by their addresses."""
        self.finished |= self.ready
        if addresses.WHOLE_PLAN in made:
            contents = {address: self.finished[address].content for address in self.site.pages}
            whole = self.site.whole_plan(contents)
            had = self.finished[addresses.WHOLE_PLAN]
            self.finished[addresses.WHOLE_PLAN] = replace(had, content=whole, untranslated=told_in(whole))
            yield addresses.WHOLE_PLAN, whole
        if addresses.EASY_WHOLE in made:
            contents = {address: page.content for address, page in self.finished.items()}
            whole = self.site.easy_whole_plan(contents)
            had = self.finished[addresses.EASY_WHOLE]
            self.finished[addresses.EASY_WHOLE] = replace(had, content=whole, untranslated=told_in(whole))
            yield addresses.EASY_WHOLE, whole
        if addresses.LANGUAGES in made:
            untranslated = {address: found.untranslated for address, found in self.finished.items()}
            content = self.site.languages_page(untranslated, self.written)
            had = self.finished[addresses.LANGUAGES]
            self.finished[addresses.LANGUAGES] = replace(had, content=content)
            yield addresses.LANGUAGES, content

    def surround(self, page: str, content: str) -> str:
        """A page with the languages told of what stands round its content, which says its own already."""
        before, inside, after = page.partition(content) if content else (page, "", "")
        return tell(before, self.site.saying)[0] + inside + tell(after, self.site.saying)[0]

    def complete(self) -> None:
        """Add what is made from the finished pages, and keep the edition. Raises PlanError."""
        folder = self.aside.folder
        if self.is_unchanged:
            self.kept.fill(folder)
        else:
            same_data = self.kept.everything_else == self.inputs.everything_else
            self.aside.add(files_of_chapters(self.site) if same_data else files_of(self.site))
            made = paths_in(folder)
            if same_data:
                self.kept.fill(folder, without=SEARCH_FOLDER)
            write_index(folder)
            self.kept.save(folder, self.inputs, self.finished, made if same_data else None)
        found = read_results(self.where.plan / RESULTS_FILE)
        propose_results(folder, self.site.templates, found, self.site.saying)

    @cached_property
    def _downloads(self) -> Downloads:
        where = self.where
        return Downloads(
            self.prepared.languages,
            self.site.pages,
            where.plan,
            where.fragments,
            where.cache,
            program_digest(*where.program),
        )

    def downloads_on(self, page: Page) -> list[DownloadLink]:
        """What the foot of a page offers to take away."""
        return self._downloads.links_on(page, self.prepared.here) if self.where.makes_formats else []

    def join(self, parts: Collection[Standing], say: Callable[[str], None]) -> list[Problem]:
        """Take in editions that were made at the same time, make the formats of all, and add what is said
        once for the whole site. Returns warnings. Raises PlanError.
        """
        warnings: list[Problem] = []
        for one in parts:
            self.aside.take_in(one.edition.language, one.folder)
        if self.where.makes_formats:
            folder = self.aside.folder
            places = [(self.prepared.here, folder), *((one, folder / one.folder) for one in parts)]
            warnings = self._downloads.add(places, say)
        languages = self.prepared.languages
        if self.prepared.here is languages.source:
            self.aside.add(site_map(self.site, self.where.address))
            write_headers(self.aside.folder, [one.edition.language for one in languages.translated])
        found = read_results(self.where.plan / RESULTS_FILE)
        settle_results(self.aside.folder, ["", *(one.folder for one in parts)], found)
        return warnings
