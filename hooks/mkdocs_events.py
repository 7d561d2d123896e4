"""Every MkDocs event that Plainplan listens to, in the order in which MkDocs calls them.

What a plan is and says stands in the package plainplan.

All state of a build hangs on its config (`config.extra["plainplan"]`), so that a rebuild starts from nothing.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from plainplan import addresses
from plainplan.check import check_folder, today
from plainplan.errors import PlanError, errors_among
from plainplan.headers import policy, write_headers
from plainplan.publish import Aside
from plainplan.render import Expanded, Heading, Site
from plainplan.render.files import files_of
from plainplan.render.results_page import fill_results
from plainplan.render.templates import speak
from plainplan.results import FILE as RESULTS_FILE
from plainplan.results import read_results
from plainplan.search import write_index

# Only loggers under "mkdocs." count for --strict.
log = logging.getLogger("mkdocs.plainplan")


@dataclass
class Build:
    """What one build knows."""

    site: Site
    aside: Aside
    published: date
    policy: str
    chapters: dict[str, Expanded] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    headings: dict[str, list[Heading]] = field(default_factory=dict)


@dataclass
class Started:
    """What this process was started for. MkDocs says so once, before there is a config to hang it on."""

    command: str = "build"


STARTED = Started()


def on_startup(*, command: str, dirty: bool) -> None:
    """A dirty build would swap in a site that lacks every page that did not change."""
    STARTED.command = command
    if dirty:
        raise PluginError("Plainplan publishes a site whole: leave out --dirty.")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the plan; make the site aside."""
    folder = Path(config.docs_dir).parent
    on = today()
    loaded, problems = check_folder(folder, on)
    if loaded is None or errors_among(problems):
        raise PluginError("\n".join(["The plan cannot be published yet:", *map(str, problems)]))
    for problem in problems:
        log.warning("%s", problem)
    fragments = Path(config.theme.custom_dir or "overrides") / "fragments"
    # A preview reloads by a script inside the page, which the policy forbids.
    allowed = "" if STARTED.command == "serve" else policy()
    site = Site(loaded.plan, fragments, folder / ".cache", on)
    build = Build(site, Aside(Path(config.site_dir)), on, allowed)
    config.extra["plainplan"] = build
    config.site_name = loaded.plan.about.title
    if loaded.plan.about.site_url and not config.site_url:  # a preview has its own address
        config.site_url = loaded.plan.about.site_url
    config.site_dir = str(build.aside.folder)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from data; leave out what the theme brings and no page asks for."""
    build: Build = config.extra["plainplan"]
    for file in list(files):
        if file.src_dir != config.docs_dir and not _is_ours(file, config):
            files.remove(file)
    for address in build.site.pages:
        source = build.site.source(address)
        build.addresses[source] = address
        if files.get_file_from_path(source) is None:
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
    content, headings = build.site.finish(build.site.pages[address], html, chapter.blocks)
    build.headings[address] = headings
    return content


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Put the whole plan together, now that every page is made.

    Compiling the theme's templates is a fifth of a small build: do it once.
    """
    build: Build = config.extra["plainplan"]
    env.autoescape = True  # MkDocs leaves it off, and titles are an editor's own words
    env.bytecode_cache = build.site.compiled
    env.add_extension("jinja2.ext.i18n")
    speak(env)
    made = {build.addresses[file.src_uri]: file.page for file in files.documentation_pages() if file.page}
    contents = {address: page.content or "" for address, page in made.items()}
    made[addresses.WHOLE_PLAN].content = build.site.whole_plan(contents)
    return env


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Tell the theme what stands round the page."""
    build: Build = config.extra["plainplan"]
    address = build.addresses[page.file.src_uri]
    context["frame"] = build.site.frame(build.site.pages[address])
    context["headings"] = build.headings[address]
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Let the site take the place of the last one, unless MkDocs is about to fail a strict build."""
    build: Build = config.extra["plainplan"]
    handlers = logging.getLogger("mkdocs").handlers
    failing = config.strict and any(one.get_counts() for one in handlers if isinstance(one, CountHandler))
    if failing:
        build.aside.drop()
    else:
        _complete(build, Path(config.docs_dir).parent)
        build.aside.swap_in()
    config.site_dir = str(build.aside.published)  # `mkdocs gh-deploy` pushes from there


def _complete(build: Build, plan: Path) -> None:
    """Add what is made from the finished pages."""
    folder = build.aside.folder
    try:
        write_index(folder)
    except PlanError as error:
        raise PluginError(str(error)) from error
    build.aside.add(files_of(build.site))
    write_headers(folder)
    fill_results(folder, build.site.templates, read_results(plan / RESULTS_FILE))
