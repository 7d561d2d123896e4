"""The links of chapters: each leads to a page, and to a heading or an entry that the page has."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from plainplan import addresses
from plainplan.check.markup import chapter_tree
from plainplan.errors import Place, Problem, nearest
from plainplan.model import Plan
from plainplan.model.chapter import Written


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


def link_problems(chapter: Written, targets: Targets) -> Iterator[Problem]:
    """Links and pictures of a chapter that lead nowhere within the site."""
    for element in chapter_tree(chapter.body, chapter.body_line).elements("a", "img"):
        target = element.attributes.get("href", element.attributes.get("src"))
        if target is None or element.raw:  # MkDocs leaves the addresses in HTML as they are
            continue
        if found := _fault(chapter, unquote(target), targets):
            yield Problem(Place(chapter.file, element.line), *found, "broken-link")


def _fault(chapter: Written, target: str, targets: Targets) -> tuple[str, str] | None:
    """What is wrong with a link, and the mend; None where it leads somewhere or out of the site."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return f'"{target}" is not an address.', "Check the link."
    if parts.scheme or parts.netloc:
        return None
    path = (
        posixpath.normpath(posixpath.join(posixpath.dirname(chapter.path), parts.path))
        if parts.path
        else chapter.path
    )
    if path in targets.plan.attachments:
        return None
    address = targets.sources.get(path)
    if address is None:
        mend = nearest(path, (*targets.sources, *targets.plan.attachments))
        return f'the link "{target}" leads to no page and no file.', mend
    anchors = targets.pages[address] | addresses.parts_of(address)
    if parts.fragment and parts.fragment not in anchors:
        return f'the page has no heading or entry "#{parts.fragment}".', nearest(parts.fragment, anchors)
    return None


def heading_problems(chapter: Written, targets: Targets) -> Iterator[Problem]:
    """Headings that would stand twice on a page, or have no address that lasts."""
    for heading in chapter.headings:
        if heading.level == 1:
            mend = f"Begin the line with two signs: ## {heading.text}"
            message = "the page has its title as main heading already."
            yield Problem(Place(chapter.file, heading.line), message, mend, "broken-heading")
        elif not heading.lasting:
            message = "a heading that holds a value has no address that lasts."
            mend = "Write the words themselves, or give the heading an address of its own: {#our-area}"
            yield Problem(Place(chapter.file, heading.line), message, mend, "broken-heading")
    if chapter.address not in targets.made:
        return
    taken = targets.made[chapter.address] | addresses.parts_of(chapter.address)
    for heading in chapter.headings:
        if heading.anchor in taken:
            message = f'the heading "{heading.text}" has the address of another part: #{heading.anchor}.'
            mend = f"Write another heading, or give it an address: {heading.text} {{#our-{heading.anchor}}}"
            yield Problem(Place(chapter.file, heading.line), message, mend, "duplicate-id")
