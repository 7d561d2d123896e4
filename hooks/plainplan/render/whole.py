"""The whole plan on one page: the finished contents of the other pages, once each, in reading order.

In are all pages that say something of their own, and every page for which an editor has written words.
Left out, with the reason:

- A to Z, search, the data, the languages, the ways to read and the results of the tests: ways to the plan
  and facts about the site;
- what stands outside the reading order: lists of some actions only, which are ways to these as well;
- the lists of all priorities, actions and measures: what they list follows in full;
- the overview of what people said, and the pages of actions of the plan before: the pages above them say it;
- what changed, day by day: it tells again what reports, figures and grants say;
- annual reports, with the words of the office in them: each is a report of its own, on a part of all this;
- reports but the newest: what they said of each action stands in the history of that action;
- the parts of home, of progress and of organisations' pages that say again what other pages say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from plainplan import addresses, trees
from plainplan.language import bare
from plainplan.model.chapter import Section
from plainplan.render.pages import Page
from plainplan.render.placing import DEEPEST, Placed, join, place, place_first

_NEVER = {
    addresses.A_TO_Z,
    addresses.SEARCH,
    addresses.RESULTS,
    addresses.WHOLE_PLAN,
    addresses.DATA,
    addresses.LANGUAGES,
    addresses.WAYS,
}
_LISTS = {addresses.PRIORITIES, addresses.ACTIONS, addresses.MEASURES, addresses.SAID, addresses.CHANGES}
_OF_HOME = frozenset({"priorities", "how-it-is-going", "what-changed", "ways-to-read"})
_OF_GRANTS = frozenset({"list"})
_OF_PROGRESS = frozenset({"all"})
_OF_ORGANISATIONS = frozenset({"answers-for", "helps-with", "measures", "contact"})
"""Parts that other pages say: see `addresses.PARTS`."""
_SECTION, _PAGE = 2, 3


@dataclass(frozen=True)
class Part:
    """A section of the plan, a page or a record: its heading, its content, and the parts under it."""

    title: str
    anchor: str
    level: int
    content: Markup
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Whole:
    """What stands on the page, its own words first."""

    introduction: Markup
    sections: tuple[Part, ...]


SectionName = Callable[[Section], str]


def compose(
    pages: Iterable[Page], contents: Mapping[str, str], written: Collection[str], section_name: SectionName
) -> Whole:
    """Put the finished `contents` of `pages` together; `written` are the addresses of the chapters."""
    order = [page for page in pages if not page.is_easy]
    own = _own(order, written)
    above = {page.parent for page in order if page.address in own}
    kept = [page for page in order if page.address in own | above]
    openings = _openings(kept, section_name)
    places = _places(kept, {address: contents[address] for address in own}, set(openings.values()))
    first = next(page for page in order if page.address == addresses.WHOLE_PLAN)
    introduction = place_first(first, contents[first.address])
    join([introduction, *places.values()])
    return Whole(_content(introduction), tuple(_sections(kept, openings, places, section_name)))


def _own(order: Sequence[Page], written: Collection[str]) -> set[str]:
    """The addresses of the pages that say something of their own."""
    ways = {page.address for page in order if not page.in_reading_order}
    reports = [
        page.address for page in order if page.parent == addresses.PROGRESS and page.address not in ways
    ]
    every = {page.address for page in order} - _LISTS - set(reports[1:])
    annual = {address for address in every | set(written) if address.startswith(addresses.ANNUAL_REPORT)}
    return (every | set(written)) - _NEVER - ways - annual


def _openings(kept: Sequence[Page], section_name: SectionName) -> dict[Section, str]:
    """The page that opens a section, and needs no other heading: home, and one of the same name."""
    found: dict[Section, str] = {}
    for page in kept:
        if page.parent is None and bare(page.title) == bare(section_name(page.section)):
            found.setdefault(page.section, page.address)
    return found | {page.section: page.address for page in kept if page.address == addresses.HOME}


def _places(
    kept: Sequence[Page], contents: Mapping[str, str], openings: Collection[str]
) -> dict[str, Placed]:
    taken = {_section_anchor(section) for section in Section} | addresses.parts_of(addresses.WHOLE_PLAN)
    places: dict[str, Placed] = {}
    for page in kept:
        level = _SECTION if page.address in openings else _PAGE
        if page.parent in places:
            level = min(places[page.parent].level + 1, DEEPEST)
        anchor = _anchor(page.address, taken)
        content = contents.get(page.address, "")
        places[page.address] = place(page, content, anchor, level, _said_elsewhere(page))
    return places


def _said_elsewhere(page: Page) -> frozenset[str]:
    if page.address == addresses.HOME:
        return _OF_HOME
    if page.address == addresses.PROGRESS:
        return _OF_PROGRESS
    if page.address == addresses.GRANTS:
        return _OF_GRANTS
    return _OF_ORGANISATIONS if page.parent == addresses.WHO else frozenset()


def _anchor(address: str, taken: set[str]) -> str:
    """An anchor for a page. It has no two hyphens together: these stand between it and an id on the page."""
    name = re.sub(r"[\W_]+", "-", address.casefold()).strip("-") or "home"
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _section_anchor(section: Section) -> str:
    return f"section-{section.value}"


def _sections(
    kept: Sequence[Page],
    openings: Mapping[Section, str],
    places: Mapping[str, Placed],
    section_name: SectionName,
) -> Iterator[Part]:
    under: dict[str | Section, list[Page]] = {}
    for page in kept:
        if openings.get(page.section) != page.address:
            has_parent = page.parent in places and page.parent not in openings.values()
            under.setdefault(page.parent if has_parent and page.parent else page.section, []).append(page)

    def part(page: Page) -> Part:
        placed = places[page.address]
        below = tuple(part(child) for child in under.get(page.address, ()))
        return Part(page.title, placed.anchor, placed.level, _content(placed), below)

    for section in Section:
        opening = places.get(openings.get(section, "-"))
        parts = tuple(part(page) for page in under.get(section, ()))
        if opening or parts:
            anchor = opening.anchor if opening else _section_anchor(section)
            content = _content(opening) if opening else Markup()
            yield Part(section_name(section), anchor, _SECTION, content, parts)


def _content(placed: Placed) -> Markup:
    return Markup(trees.serialise(placed.root))  # noqa: S704  # it was finished content before
