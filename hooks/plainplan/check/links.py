"""The links of chapters: each leads to a page, and to a heading or an entry that the page has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt

from plainplan import addresses
from plainplan.errors import Place, Problem, nearest
from plainplan.model import Plan
from plainplan.model.chapter import Chapter


@dataclass(frozen=True)
class Targets:
    """What a link in a chapter can lead to."""

    plan: Plan

    @cached_property
    def pages(self) -> dict[str, set[str]]:
        """Every page, with the anchors on it."""
        return addresses.everything(self.plan)

    @cached_property
    def sources(self) -> dict[str, str]:
        """Every page by the file that a link names."""
        return addresses.sources(self.plan)

    @cached_property
    def made(self) -> dict[str, set[str]]:
        """The pages made from data."""
        return addresses.generated(self.plan)


def link_problems(chapter: Chapter, targets: Targets) -> Iterator[Problem]:
    """Links of a chapter to pages of the site that lead nowhere."""
    for token in MarkdownIt("commonmark").parse(chapter.body):
        if token.type != "inline" or not token.children:
            continue
        line = (token.map[0] if token.map else 0) + chapter.body_line
        for child in token.children:
            target = child.attrGet("href") if child.type == "link_open" else None
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            if isinstance(target, str):
                yield from _target_problems(chapter, unquote(target), line, targets)


def _target_problems(chapter: Chapter, target: str, line: int, targets: Targets) -> Iterator[Problem]:
    try:
        parts = urlsplit(target)
    except ValueError:
        yield Problem(
            Place(chapter.file, line), f'"{target}" is not an address.', "Check the link.", "broken-link"
        )
        return
    if parts.scheme or parts.netloc:
        return
    if parts.path and not parts.path.endswith(".md"):
        mend = "Link to a page by its file, such as measures/public-confidence.md."
        yield Problem(
            Place(chapter.file, line), f'the link "{target}" does not name a page.', mend, "broken-link"
        )
        return
    path = (
        posixpath.normpath(posixpath.join(posixpath.dirname(chapter.path), parts.path))
        if parts.path
        else chapter.path
    )
    address = targets.sources.get(path)
    if address is None:
        message = f'the link "{target}" leads to no page.'
        yield Problem(Place(chapter.file, line), message, nearest(path, targets.sources), "broken-link")
    elif parts.fragment and parts.fragment not in targets.pages[address] | addresses.parts_of(address):
        message = f'the page has no heading or entry "#{parts.fragment}".'
        yield Problem(
            Place(chapter.file, line), message, nearest(parts.fragment, targets.pages[address]), "broken-link"
        )


def heading_problems(chapter: Chapter, targets: Targets) -> Iterator[Problem]:
    """A chapter that is the written part of a generated page must leave that page's own anchors alone."""
    if chapter.address not in targets.made:
        return
    taken = targets.made[chapter.address] | addresses.parts_of(chapter.address)
    for heading in chapter.headings:
        if heading.anchor in taken:
            message = f'the heading "{heading.text}" has the address of another part: #{heading.anchor}.'
            mend = f"Write another heading, or give it an address: {heading.text} {{#our-{heading.anchor}}}"
            yield Problem(Place(chapter.file, heading.line), message, mend, "duplicate-id")
