"""Every MkDocs event that Plainplan listens to, in the order in which MkDocs calls them.

What a plan is and says stands in the package plainplan.

All state of a build hangs on its config (`config.extra["plainplan"]`), so that a rebuild starts from nothing.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from plainplan import addresses
from plainplan.check import check_folder, today
from plainplan.errors import PlanError, errors_among, nearest
from plainplan.headers import policy, write_headers
from plainplan.kept import Inputs, Kept, digest, files_digest, inputs_of, paths_in, program_digest
from plainplan.language import bare, speak
from plainplan.language.collation import load_order
from plainplan.model import Plan
from plainplan.preview import PREVIEW, Preview, alone, newest_first
from plainplan.publish import Aside, Part, aside_of
from plainplan.render import Expanded, Finished, Site
from plainplan.render.editions import Editions
from plainplan.render.files import files_of, files_of_chapters
from plainplan.render.foreign import Counts, tell, told_in
from plainplan.render.results_page import propose_results, settle_results
from plainplan.render.site_map import NAME as SITE_MAP
from plainplan.render.site_map import site_map
from plainplan.render.templates import let_speak
from plainplan.results import FILE as RESULTS_FILE
from plainplan.results import read_results
from plainplan.search import FOLDER as SEARCH_FOLDER
from plainplan.search import write_index
from plainplan.translation.languages import Languages, read_languages
from plainplan.translation.po import FOLDER as TRANSLATIONS
from plainplan.workers import Crew

# Only loggers under "mkdocs." count for --strict.
log = logging.getLogger("mkdocs.plainplan")


@dataclass
class Build:
    """What the build of one edition knows."""

    site: Site
    tag: str
    where: str
    languages: Languages
    aside: Aside
    published: date
    policy: str
    inputs: Inputs
    kept: Kept
    ready: dict[str, Finished]
    chapters: dict[str, Expanded] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    finished: dict[str, Finished] = field(default_factory=dict)
    written: str = ""


@dataclass(frozen=True)
class Prepared:
    """What is known before an edition is built. One build gives it to the others: the plan is read once.

    `into` is the folder that another build takes the edition from; None where it is published by itself.
    """

    languages: Languages
    on: date
    tag: str
    into: Path | None = None


@dataclass
class Started:
    """What this process was started for, and what it started. MkDocs tells the one once, before there is a
    config to hang it on, and asks for the other after an error, when it does not tell the config.
    """

    command: str = "build"
    others: Crew | None = None
    preview: Preview | None = None

    @property
    def is_preview(self) -> bool:
        """Whether an editor looks at the site while it is written."""
        return self.command == "serve" or bool(os.environ.get(PREVIEW))


STARTED = Started()
_PREPARED = "plainplan-prepared"


class ReadyFile(File):
    """A page that was finished by an earlier build: MkDocs links to it, and copies it as it is."""

    @classmethod
    def of(cls, config: MkDocsConfig, source: str, finished: Path) -> ReadyFile:
        """The page that the Markdown file `source` has or would have."""
        page = File.generated(config, source, content="")
        made = cls(source, None, config.site_dir, config.use_directory_urls, dest_uri=page.dest_uri)
        made.generated_by, made.abs_src_path = page.generated_by, str(finished)
        return made

    def is_documentation_page(self) -> bool:
        """No: there is nothing left to do."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Later, with all else that is kept."""


def on_startup(*, command: str, dirty: bool) -> None:
    """A dirty build would swap in a site that lacks every page that did not change."""
    STARTED.command = command
    if command == "serve":
        STARTED.preview = Preview(log.info)
    if dirty:
        raise PluginError("Plainplan publishes a site whole: leave out --dirty.")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the plan; begin the other editions; make this one aside."""
    folder = Path(config.docs_dir).parent
    given: Prepared | None = config.extra.pop(_PREPARED, None)
    prepared = given or _prepare(folder)
    languages, tag = prepared.languages, prepared.tag
    editions = Editions(languages, tag)
    aside = aside_of(Path(config.site_dir), editions.here.folder, prepared.into)
    STARTED.others = None if given or alone() or STARTED.preview else _others(config, prepared, aside)
    speak(languages.language(tag))
    plan = languages.plan_in(tag)
    fragments = Path(config.theme.custom_dir or "overrides") / "fragments"
    # A preview reloads by a script inside the page, which the policy forbids.
    allowed = "" if STARTED.is_preview else policy()
    given_url = config.site_url or languages.plan.about.site_url  # a preview has its own address
    where = f"{given_url.rstrip('/')}/" if given_url else ""
    config.site_url = f"{where}{editions.here.folder}" if where else ""
    config.theme.static_templates -= {SITE_MAP}  # one for all editions: see _complete
    config.site_name = bare(plan.about.title)
    config.site_dir = str(aside.folder)
    inputs = _inputs(config, plan, languages, prepared)
    kept = Kept.read(folder / ".cache" / "editions" / tag)
    had = partial(kept.data, inputs)
    site = Site(plan, fragments, folder / ".cache", prepared.on, editions, had)
    ready = {address: found for address in site.pages if (found := kept.find(address, inputs.page(address)))}
    config.extra["plainplan"] = Build(
        site, tag, where, languages, aside, prepared.on, allowed, inputs, kept, ready
    )
    return config


def _inputs(config: MkDocsConfig, plan: Plan, languages: Languages, prepared: Prepared) -> Inputs:
    """What the edition is made from."""
    folder, tag = Path(config.docs_dir).parent, prepared.tag
    own = Path(config.theme.custom_dir or "overrides"), Path(__file__).parent, folder / "mkdocs.yml"
    published = " ".join(one.edition.language for one in languages.published)
    states = digest(repr(languages.all), *files_digest(Path(config.docs_dir), plan.attachments))
    settings = (prepared.on.isoformat(), config.site_url or "", str(STARTED.is_preview), published, tag)
    return inputs_of(plan, languages.catalogue(tag), program_digest(*own), states, *settings)


def _prepare(folder: Path) -> Prepared:
    """Read and check the plan and its translations. Raises PluginError with all that is wrong."""
    on = today()
    loaded, problems = check_folder(folder, on)
    if loaded is None or errors_among(problems):
        raise PluginError("\n".join(["The plan cannot be published yet:", *map(str, problems)]))
    languages, in_translations = read_languages(loaded, folder)
    if errors_among(in_translations):
        raise PluginError("\n".join(["The plan cannot be published yet:", *map(str, in_translations)]))
    for problem in (*problems, *in_translations):
        log.warning("%s", problem)
    tag = alone() or languages.source.edition.language
    try:
        languages.find(tag)
    except KeyError:
        known = nearest(tag, (one.edition.language for one in languages.all))
        raise PluginError(f'There is no edition "{tag}" in data/editions.yml. {known}') from None
    return Prepared(languages, on, tag)


def _others(config: MkDocsConfig, prepared: Prepared, aside: Aside) -> Crew:
    """Begin all other editions, each beside the site that is made here."""
    load_order()  # once, before the copies are made
    work = {}
    for one in prepared.languages.translated:
        tag = one.edition.language
        mine = replace(prepared, tag=tag, into=aside.beside(tag))
        work[one.edition.name] = partial(_build_edition, config, mine)
    return Crew(work, os.cpu_count() or 1, (PluginError, Abort))


def _build_edition(ours: MkDocsConfig, prepared: Prepared) -> None:
    """Build another edition as the one is built that `ours` is the config of."""
    config = load_config(ours.config_file_path, site_dir=ours.site_dir, strict=ours.strict)
    config.extra[_PREPARED] = prepared
    config.site_url = ours.site_url
    logging.getLogger("mkdocs").setLevel(logging.WARNING)  # one build tells how far it is
    build_site(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from data; leave out what the theme brings and no page asks for."""
    build: Build = config.extra["plainplan"]
    for file in list(files):
        if file.src_dir != config.docs_dir and not _is_ours(file, config):
            files.remove(file)
    for address in build.site.pages:
        source = build.site.source(address)
        build.addresses[source] = address
        found = files.get_file_from_path(source)
        if address in build.ready:
            if found:
                files.remove(found)
            files.append(ReadyFile.of(config, source, build.kept.file(address)))
        elif found is None:
            files.append(File.generated(config, source, content=""))
    files.append(File.generated(config, "assets/plainplan.css", content=build.site.style_sheet))
    # The navigation is ours, rendered once: MkDocs need not make one of every page for every page.
    config.nav = [build.site.source("")]
    return files


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of the theme stands in overrides/assets itself: its folders are put together."""
    assets = Path(config.theme.custom_dir or "overrides") / "assets"
    return Path(file.abs_src_path or "").parent == assets


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make the blocks that a chapter places."""
    build: Build = config.extra["plainplan"]
    address = build.addresses[page.file.src_uri]
    made = build.site.pages[address]
    page.meta = {**page.meta, "title": made.title, "description": made.description}
    # MkDocs would say today, and no two builds would be the same.
    if changed := made.changed or build.site.changed:
        page.update_date = changed.isoformat()
    chapter = build.site.chapters.get(address)
    if chapter is None:
        return ""
    build.chapters[address] = build.site.expand(chapter, markdown)
    return build.chapters[address].markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put blocks, data and glossary links into the content, where search finds them."""
    build: Build = config.extra["plainplan"]
    address = build.addresses[page.file.src_uri]
    chapter = build.chapters.get(address, Expanded(""))
    if address == addresses.LANGUAGES:
        build.written = html
    build.finished[address] = build.site.finish(build.site.pages[address], html, chapter.blocks)
    return build.finished[address].content


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Put the whole plan together, now that every page is made.

    Compiling the theme's templates is a fifth of a small build: do it once.
    """
    build: Build = config.extra["plainplan"]
    env.autoescape = True  # MkDocs leaves it off, and titles are an editor's own words
    env.bytecode_cache = build.site.compiled
    env.add_extension("jinja2.ext.i18n")
    let_speak(env)
    build.finished |= build.ready
    made = {build.addresses[file.src_uri]: file.page for file in files.documentation_pages() if file.page}
    if page := made.get(addresses.WHOLE_PLAN):
        contents = {address: build.finished[address].content for address in build.site.pages}
        whole = build.site.whole_plan(contents)
        _finish(build, page, addresses.WHOLE_PLAN, whole, told_in(whole))
    if page := made.get(addresses.LANGUAGES):
        untranslated = {address: found.untranslated for address, found in build.finished.items()}
        _finish(build, page, addresses.LANGUAGES, build.site.languages_page(untranslated, build.written))
    return env


def _finish(build: Build, page: Page, address: str, content: str, untranslated: Counts | None = None) -> None:
    had = build.finished[address]
    page.content = content
    build.finished[address] = replace(had, content=content, untranslated=untranslated or had.untranslated)


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Tell the theme what stands round the page."""
    build: Build = config.extra["plainplan"]
    address = build.addresses[page.file.src_uri]
    context["frame"] = build.site.frame(build.site.pages[address])
    context["headings"] = build.finished[address].headings
    context["untranslated"] = build.finished[address].untranslated
    return context


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Say the languages of what stands round the page that is shown where there is none."""
    return tell(output, config.extra["plainplan"].site.saying)[0] if template_name == "404.html" else output


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say the languages of what stands round the content."""
    saying = config.extra["plainplan"].site.saying
    before, content, after = output.partition(page.content or "")  # which says its languages already
    return tell(before, saying)[0] + content + tell(after, saying)[0]


def on_post_build(config: MkDocsConfig) -> None:
    """Let the site take the place of the last one, unless MkDocs is about to fail a strict build."""
    build: Build = config.extra["plainplan"]
    handlers = logging.getLogger("mkdocs").handlers
    failing = config.strict and any(one.get_counts() for one in handlers if isinstance(one, CountHandler))
    if failing:
        _break_off(build)
    else:
        _complete(build, Path(config.docs_dir).parent)
        build.aside.swap_in(keep=() if STARTED.others else [one.folder for one in build.languages.translated])
        if STARTED.preview:
            _preview_others(STARTED.preview, build, config)
    config.site_dir = str(build.aside.published)  # `mkdocs gh-deploy` pushes from there


def _preview_others(preview: Preview, build: Build, config: MkDocsConfig) -> None:
    """Bring the other editions up to date. Where this one is as it was, the change is about them: wait."""
    tags = [one.edition.language for one in build.languages.translated]
    ordered = newest_first(tags, Path(config.docs_dir).parent / TRANSLATIONS)
    names = {tag: build.languages.find(tag).edition.name for tag in ordered}
    preview.build(names, Path(config.config_file_path), build.aside.published)
    if build.inputs.whole == build.kept.whole:
        preview.wait()


def on_shutdown() -> None:
    """Leave no process behind."""
    if STARTED.preview:
        STARTED.preview.stop()


def on_build_error(*, error: Exception) -> None:
    """Leave no process behind."""
    if STARTED.others:
        STARTED.others.stop()


def _break_off(build: Build) -> None:
    if STARTED.others:
        STARTED.others.stop()
    build.aside.drop()


def _complete(build: Build, plan: Path) -> None:
    """Add what is made from the finished pages, and the other editions."""
    folder = build.aside.folder
    if build.inputs.whole == build.kept.whole:
        build.kept.fill(folder)
    else:
        same_data = build.kept.everything_else == build.inputs.everything_else
        build.aside.add(files_of_chapters(build.site) if same_data else files_of(build.site))
        made = paths_in(folder)
        if same_data:
            build.kept.fill(folder, without=SEARCH_FOLDER)
        try:
            write_index(folder)
        except PlanError as error:
            raise PluginError(str(error)) from error
        build.kept.save(folder, build.inputs, build.finished, made if same_data else None)
    found = read_results(plan / RESULTS_FILE)
    propose_results(folder, build.site.templates, found, build.site.saying)
    beside = []
    if STARTED.others:
        if failures := STARTED.others.wait():
            build.aside.drop()
            raise PluginError("\n".join(f"{failure.name}: {failure.words}" for failure in failures))
        for one in build.languages.translated:
            build.aside.take_in(one.edition.language, one.folder)
            beside.append(one.folder)
    if isinstance(build.aside, Part):
        return  # the build that takes it in does the rest
    if build.languages.source.edition.language == build.tag:
        build.aside.add(site_map(build.site, build.where))
        write_headers(folder)
    settle_results(folder, ["", *beside], found)
