"""Which pages a browser reads where a site has several languages: all of one, and of each other a few.

What a template does to a page, it does in every language; what is new in a translation is its words, its
script and its direction. So one page of each kind is read in the first translation of each direction, and in
the others the pages in which a language shows most. `--all-editions` reads every page.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable

from lxml.html import HtmlElement

from tests.gate.tested import Tested

WHOLES = frozenset({"whole-plan/", "easy-read/whole-plan/"})
"""What the other pages say, on one: too long to go through with a key, since each of them is."""
WHOLE = "whole-plan/"
"""What their addresses end with, in every edition."""


def kinds(tested: Tested, edition: str = "") -> dict[str, tuple[str, ...]]:
    """The pages of each kind (`data-kind` of the body) of an edition, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for address in tested.editions[edition]:
        found[kind_of(tested.trees[address])].append(address)
    return {kind: tuple(addresses) for kind, addresses in sorted(found.items())}


def kind_of(page: HtmlElement) -> str:
    """The kind of a page."""
    return page.xpath("string(//body/@data-kind)") or "none"


@functools.cache
def to_read(tested: Tested, *, all_editions: bool) -> tuple[str, ...]:
    """The pages that a run reads in a browser, always the same: `all_editions`, or a sample."""
    if all_editions:
        return tested.addresses
    paths = _one_of_each_kind(tested)
    found, first = set(tested.editions[""]), firsts(tested)
    for edition in tested.translations:
        found |= set(_there(tested, edition, paths) if edition in first else few(tested, edition))
    return tuple(sorted(found))


@functools.cache
def firsts(tested: Tested) -> tuple[str, ...]:
    """The first translation of each direction. No draft: nobody is led to one."""
    found: dict[str, str] = {}
    for edition in tested.translations:
        if not tested.is_draft(edition):
            found.setdefault(tested.trees[edition].get("dir", ""), edition)
    return tuple(found.values())


def few(tested: Tested, edition: str) -> tuple[str, ...]:
    """The pages of an edition in which its language shows most: home, languages, the longest, the widest."""
    own = kinds(tested)
    paths = (*own.get("home", ()), *own.get("languages", ()), *_extremes(tested))
    return _there(tested, edition, paths)


def _one_of_each_kind(tested: Tested) -> tuple[str, ...]:
    """The paths of the source edition that are read in all others. The whole plan says what they say."""
    first = (pages[0] for pages in kinds(tested).values())
    return (*(path for path in first if path not in WHOLES), *_extremes(tested))


def _extremes(tested: Tested) -> tuple[str, str]:
    """The longest page, and that with the widest table."""
    sizes, own = tested.sizes(), [path for path in tested.editions[""] if path not in WHOLES]
    return (
        max(own, key=lambda path: (sizes[path], path)),
        max(own, key=lambda path: (_columns(tested.trees[path]), path)),
    )


def _columns(page: HtmlElement) -> int:
    return max((len(row.xpath("th|td")) for row in page.iter("tr")), default=0)


def _there(tested: Tested, edition: str, paths: Iterable[str]) -> tuple[str, ...]:
    """Paths as addresses of an edition, where it has them."""
    known = set(tested.editions[edition])
    return tuple(dict.fromkeys(edition + path for path in paths if edition + path in known))
