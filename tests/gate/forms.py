"""In which modes axe reads each page: with `--all-editions` in every mode, else each form of an element is.

What a narrow window, the dark scheme or an open menu changes comes from the style sheet, and a style sheet
knows an element by its form: its name, its classes and states, and those of what it stands in. So a page all
of whose forms stand on pages that are read in every mode too, has nothing that could be wrong with it there
alone. What a page has for itself, its words, links, headings, tables and ids, every rule reads on every page
in the first mode. Longest pages come first: they are the ones with most words in each form. How long words
and wide tables fit narrow windows is for layout.py to find, on the longest page of each kind.

Menus are opened where a page has a form outside its main part that none before it had, and on home pages.
The whole plan on one page says what the others say: it is read wide, light and dark.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from tests.gate.axe import EVERY_WAY, LIGHT, MODES, Way
from tests.gate.sample import WHOLES
from tests.gate.tested import Tested

VALUES = (
    "aria-current",
    "aria-expanded",
    "class",
    "data-kind",
    "data-lines",
    "data-text",
    "data-untranslated",
    "dir",
    "lang",
    "rel",
    "role",
    "scope",
    "type",
)
"""The attributes whose values style sheets go by. Of others they ask whether they are there."""
_WIDE = tuple(mode for mode in MODES if mode.width == MODES[0].width)
_Form = tuple[str, ...]


@dataclass(frozen=True)
class Fresh:
    """The pages that have a form which no page before them had: in their main part, or round it."""

    inside: frozenset[str]
    outside: frozenset[str]


def ways(tested: Tested, pages: Iterable[str], *, all_editions: bool) -> dict[Way, tuple[str, ...]]:
    """How axe reads some pages of a site: each of them in one way."""
    found: dict[Way, list[str]] = {}
    for page in pages:
        found.setdefault(EVERY_WAY if all_editions else _way(tested, page), []).append(page)
    return {way: tuple(some) for way, some in found.items()}


def _way(tested: Tested, page: str) -> Way:
    if tested.edition_of(page, tested.translations):
        # What a language can change: none changes colours.
        return Way(LIGHT, menus=page in tested.translations)
    if page in WHOLES:
        return Way(_WIDE, menus=False)
    fresh = fresh_forms(tested)
    menus = page in fresh.outside or not page
    return Way(MODES if menus or page in fresh.inside else MODES[:1], menus)


@functools.cache
def fresh_forms(tested: Tested) -> Fresh:
    """Of the edition that is read whole, longest pages first."""
    sizes = tested.sizes()
    pages = [page for page in tested.editions[""] if page not in WHOLES]
    met: dict[bool, set[_Form]] = {True: set(), False: set()}
    fresh: dict[bool, set[str]] = {True: set(), False: set()}
    for page in sorted(pages, key=lambda one: (-sizes[one], one)):
        for in_main, form in set(forms(tested.trees[page])):
            if form not in met[in_main]:
                met[in_main].add(form)
                fresh[in_main].add(page)
    return Fresh(frozenset(fresh[True]), frozenset(fresh[False]))


def forms(page: HtmlElement) -> Iterator[tuple[bool, _Form]]:
    """The form of each element of a page, and whether it stands in the main part."""
    body = page.find("body")
    waiting: list[tuple[HtmlElement, _Form, bool]] = [] if body is None else [(body, (), False)]
    while waiting:
        element, round_it, in_main = waiting.pop()
        form = (*round_it, _own_form(element))
        in_main = in_main or element.tag == "main"
        yield in_main, form
        waiting += [(one, form, in_main) for one in element if isinstance(one.tag, str)]


def _own_form(element: HtmlElement) -> str:
    """An element as a style sheet can name it."""
    values = [f"{name}={element.get(name)}" for name in VALUES if name in element.attrib]
    leads = ["elsewhere"] if element.get("href", "").startswith("http") else []
    return " ".join([str(element.tag), *sorted(map(str, element.attrib)), *values, *leads])
