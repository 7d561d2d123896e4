"""Every MkDocs event that Plainplan listens to, in the order in which MkDocs calls them.

What a plan is and says stands in the package plainplan.

All state of a build hangs on its config (`config.extra["plainplan"]`), so that a rebuild starts from nothing.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils import CountHandler
from plainplan.errors import PlanError
from plainplan.headers import policy
from plainplan.language import bare, speak
from plainplan.making import Making, Prepared, Where, prepare
from plainplan.model import Plan
from plainplan.preview import PREVIEW, Preview, alone, newest_first, wants_formats
from plainplan.publish import Aside, aside_of
from plainplan.render.site_map import NAME as SITE_MAP
from plainplan.render.templates import let_speak
from plainplan.translation.languages import Standing
from plainplan.translation.po import FOLDER as TRANSLATIONS
from plainplan.workers import Crew

# Only loggers under "mkdocs." count for --strict.
log = logging.getLogger("mkdocs.plainplan")


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


class OwnFirst(FileSystemLoader):
    """Finds every template of the theme, and lists those in overrides/: Material has 14,000 icons beside."""

    def list_templates(self) -> list[str]:
        """The files from which MkDocs takes what is published."""
        return FileSystemLoader(self.searchpath[:1]).list_templates()


def _environment(theme: Theme) -> Environment:
    environment = Theme.get_env(theme)
    environment.loader = OwnFirst(theme.dirs)
    return environment


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
    aside = _aside(config, prepared)
    STARTED.others = None if given or alone() or STARTED.preview else _others(config, prepared, aside)
    speak(prepared.languages.language(prepared.tag))
    # A preview reloads by a script inside the page, which the policy forbids.
    allowed = "" if STARTED.is_preview else policy()
    making = Making(prepared, _where(config, prepared.languages.plan), aside, allowed)
    where = making.where.address
    config.site_url = f"{where}{prepared.here.folder}" if where else ""
    vars(config.theme)["get_env"] = partial(_environment, config.theme)
    config.theme.static_templates -= {SITE_MAP}  # one for all editions: see Making.join
    config.site_name = bare(prepared.plan.about.title)
    config.site_dir = str(aside.folder)
    config.extra["plainplan"] = making
    return config


def _aside(config: MkDocsConfig, prepared: Prepared) -> Aside:
    try:
        return aside_of(Path(config.site_dir), prepared.here.folder, prepared.into)
    except PlanError as error:
        raise PluginError(str(error)) from error


def _where(config: MkDocsConfig, plan: Plan) -> Where:
    folder, overrides = Path(config.docs_dir).parent, Path(config.theme.custom_dir or "overrides")
    address = config.site_url or plan.about.site_url  # a preview has its own
    return Where(
        plan=folder,
        content=Path(config.docs_dir),
        fragments=overrides / "fragments",
        program=(overrides, Path(__file__).parent, folder / "mkdocs.yml"),
        address=f"{address.rstrip('/')}/" if address else "",
        is_preview=STARTED.is_preview,
        makes_formats=wants_formats(STARTED.is_preview),
    )


def _prepare(folder: Path) -> Prepared:
    try:
        prepared, warnings = prepare(folder, alone())
    except PlanError as error:
        raise PluginError(f"The plan cannot be published yet:\n{error}") from error
    for problem in warnings:
        log.warning("%s", problem)
    return prepared


def _others(config: MkDocsConfig, prepared: Prepared, aside: Aside) -> Crew:
    """Begin all other editions, each beside the site that is made here."""
    work = {}
    for one in prepared.languages.translated:
        tag = one.edition.language
        other = prepared.other(tag, aside.beside(tag))
        work[one.edition.name] = partial(_build_edition, config, other)
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
    making: Making = config.extra["plainplan"]
    for file in list(files):
        if file.src_dir != config.docs_dir and not _is_ours(file, config):
            files.remove(file)
    for address in making.site.pages:
        source = making.site.source(address)
        found = files.get_file_from_path(source)
        if address in making.ready:
            if found:
                files.remove(found)
            files.append(ReadyFile.of(config, source, making.kept.file(address)))
        elif found is None:
            files.append(File.generated(config, source, content=""))
    files.append(File.generated(config, "assets/plainplan.css", content=making.site.style_sheet))
    # The navigation is ours, rendered once: MkDocs need not make one of every page for every page.
    config.nav = [making.site.source("")]
    return files


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of the theme stands in overrides/assets itself: its folders are put together."""
    assets = Path(config.theme.custom_dir or "overrides") / "assets"
    return Path(file.abs_src_path or "").parent == assets


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make the blocks that a chapter places."""
    making: Making = config.extra["plainplan"]
    address = making.site.address(page.file.src_uri)
    made = making.site.pages[address]
    page.meta = {**page.meta, "title": made.title, "description": made.description}
    # MkDocs would say today, and no two builds would be the same.
    if changed := made.changed or making.site.changed:
        page.update_date = changed.isoformat()
    return making.expand(address, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put blocks, data and glossary links into the content, where search finds them."""
    making: Making = config.extra["plainplan"]
    return making.finish(making.site.address(page.file.src_uri), html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Put the whole plan together, now that every page is made.

    Compiling the theme's templates is a fifth of a small build: do it once.
    """
    making: Making = config.extra["plainplan"]
    env.autoescape = True  # MkDocs leaves it off, and titles are an editor's own words
    env.bytecode_cache = making.site.compiled
    env.add_extension("jinja2.ext.i18n")
    let_speak(env)
    pages = [file.page for file in files.documentation_pages() if file.page]
    made = {making.site.address(page.file.src_uri): page for page in pages}
    for address, content in making.finish_last(made):
        made[address].content = content
    return env


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Tell the theme what stands round the page."""
    making: Making = config.extra["plainplan"]
    address = making.site.address(page.file.src_uri)
    context["frame"] = making.site.frame(making.site.pages[address])
    context["headings"] = making.finished[address].headings
    context["untranslated"] = making.finished[address].untranslated
    return context


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Say the languages on the page that is shown where there is none."""
    making: Making = config.extra["plainplan"]
    return making.surround(output, "") if template_name == "404.html" else output


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say the languages of what stands round the content."""
    making: Making = config.extra["plainplan"]
    return making.surround(output, page.content or "")


def on_post_build(config: MkDocsConfig) -> None:
    """Let the site take the place of the last one, unless MkDocs is about to fail a strict build."""
    making: Making = config.extra["plainplan"]
    if _fails(config):
        _stop_others()
        making.aside.drop()
    else:
        _publish(making, config)
        if STARTED.preview:
            _preview_others(STARTED.preview, making, Path(config.config_file_path))
    config.site_dir = str(making.aside.published)  # `mkdocs gh-deploy` pushes from there


def _fails(config: MkDocsConfig) -> bool:
    """Whether MkDocs is about to fail a strict build."""
    handlers = logging.getLogger("mkdocs").handlers
    return config.strict and any(one.get_counts() for one in handlers if isinstance(one, CountHandler))


def _publish(making: Making, config: MkDocsConfig) -> None:
    """Complete the edition, take in those that were made at the same time, and swap the site in."""
    translated = making.prepared.languages.translated
    try:
        making.complete()
    except PlanError as error:
        raise PluginError(str(error)) from error
    failures = STARTED.others.wait() if STARTED.others else []
    if failures:
        making.aside.drop()
        raise PluginError("\n".join(f"{failure.name}: {failure.words}" for failure in failures))
    if making.prepared.into is None:
        _join(making, translated if STARTED.others else ())
    if _fails(config):
        making.aside.drop()
        return
    making.aside.swap_in(keep=() if STARTED.others else [one.folder for one in translated])


def _join(making: Making, parts: Sequence[Standing]) -> None:
    try:
        for problem in making.join(parts, log.info):
            log.warning("%s", problem)
    except PlanError as error:
        making.aside.drop()
        raise PluginError(f"Not every format could be made:\n{error}") from error


def _preview_others(preview: Preview, making: Making, config: Path) -> None:
    """Bring the other editions up to date. Where this one is as it was, the change is about them: wait."""
    languages = making.prepared.languages
    tags = [one.edition.language for one in languages.translated]
    names = {
        tag: languages.find(tag).edition.name for tag in newest_first(tags, making.where.plan / TRANSLATIONS)
    }
    preview.build(names, config, making.aside.published)
    if making.is_unchanged:
        preview.wait()


def on_shutdown() -> None:
    """Leave no process behind."""
    if STARTED.preview:
        STARTED.preview.stop()


def on_build_error(*, error: Exception) -> None:
    """Leave no process behind."""
    _stop_others()


def _stop_others() -> None:
    if STARTED.others:
        STARTED.others.stop()
