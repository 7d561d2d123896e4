"""Every MkDocs event that Plainplan listens to, in the order in which MkDocs calls them.

What a plan is and says stands in the package plainplan.

All state of a build hangs on its config (`config.extra["plainplan"]`), so that a rebuild starts from nothing.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler
from plainplan.check import check_folder, today
from plainplan.errors import errors_among
from plainplan.publish import Aside
from plainplan.render import Expanded, Heading, NavigationItem, Site

# Only loggers under "mkdocs." count for --strict.
log = logging.getLogger("mkdocs.plainplan")


@dataclass
class Build:
    """What one build knows."""

    site: Site
    aside: Aside
    chapters: dict[str, Expanded] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)


def on_startup(*, command: str, dirty: bool) -> None:
    """A dirty build would swap in a site that lacks every page that did not change."""
    if dirty:
        raise PluginError("Plainplan publishes a site whole: leave out --dirty.")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the plan; make the site aside."""
    folder = Path(config.docs_dir).parent
    loaded, problems = check_folder(folder, today())
    if loaded is None or errors_among(problems):
        raise PluginError("\n".join(["The plan cannot be published yet:", *map(str, problems)]))
    for problem in problems:
        log.warning("%s", problem)
    fragments = Path(config.theme.custom_dir or "overrides") / "fragments"
    build = Build(Site(loaded.plan, fragments, folder / ".cache" / "templates"), Aside(Path(config.site_dir)))
    config.extra["plainplan"] = build
    config.site_name = loaded.plan.about.title
    if loaded.plan.about.site_url and not config.site_url:  # a preview has its own address
        config.site_url = loaded.plan.about.site_url
    config.site_dir = str(build.aside.folder)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from data, and the navigation."""
    build: Build = config.extra["plainplan"]
    for address in build.site.pages:
        source = build.site.source(address)
        build.addresses[source] = address
        if files.get_file_from_path(source) is None:
            files.append(File.generated(config, source, content=""))
    config.nav = [_nav_entry(item, build) for item in build.site.navigation()]
    return files


def _nav_entry(item: NavigationItem, build: Build) -> dict[str, Any]:
    if item.address is not None:
        return {item.title: build.site.source(item.address)}
    return {item.title: [_nav_entry(child, build) for child in item.items]}


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
    page.toc = _toc(headings)
    return content


def _toc(headings: list[Heading]) -> TableOfContents:
    """Headings of levels 1 to 3. "Skip to content" leads to the first, the page's own."""
    links = [AnchorLink(heading.text, heading.anchor, heading.level) for heading in headings[:1]]
    for heading in headings[1:]:
        link = AnchorLink(heading.text, heading.anchor, heading.level)
        if heading.level == 2:
            links[0].children.append(link)
        elif heading.level == 3 and links[0].children:
            links[0].children[-1].children.append(link)
    return TableOfContents(links)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Compiling the theme's templates is a fifth of a small build: do it once."""
    build: Build = config.extra["plainplan"]
    env.bytecode_cache = build.site.compiled
    return env


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Tell the theme what stands round the page."""
    build: Build = config.extra["plainplan"]
    site = build.site
    context["site"] = site
    context["frame"] = site.frame(site.pages[build.addresses[page.file.src_uri]])
    context["filters"] = site.templates.filters
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Let the site take the place of the last one, unless MkDocs is about to fail a strict build."""
    build: Build = config.extra["plainplan"]
    handlers = logging.getLogger("mkdocs").handlers
    failing = config.strict and any(one.get_counts() for one in handlers if isinstance(one, CountHandler))
    if failing:
        build.aside.drop()
    else:
        build.aside.swap_in()
    config.site_dir = str(build.aside.published)  # `mkdocs gh-deploy` pushes from there
