"""The pages in easy read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_
from plainplan.language.collation import sort_key
from plainplan.language.samples import samples
from plainplan.model import EasyChapter
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.views.easy import priorities
from plainplan.views.index import Index


@dataclass(frozen=True)
class _Made:
    """A page that is made from data. Its title, picture and order are those of its text, where it has one."""

    title: str
    template: str
    picture: str
    order: int


_MADE: Mapping[str, _Made] = {
    addresses.EASY: _Made(N_("Easy read"), "easy_home.html", "welcome", 0),
    f"{addresses.EASY}{addresses.PRIORITIES}": _Made(
        N_("What we want to do"), "easy_list.html", "priority", 20
    ),
    f"{addresses.EASY}{addresses.PROGRESS}": _Made(N_("What we have done"), "easy_progress.html", "done", 30),
    f"{addresses.EASY}{addresses.BUDGET}": _Made(N_("Money"), "easy_budget.html", "money", 40),
    f"{addresses.EASY}{addresses.MEASURES}": _Made(N_("Is it working?"), "easy_measures.html", "number", 50),
    f"{addresses.EASY}{addresses.CONTACT}": _Made(
        N_("Have your say"), "easy_contact.html", "have-your-say", 60
    ),
    addresses.EASY_WORDS: _Made(N_("Hard words"), "easy_words.html", "words", 70),
    addresses.EASY_WHOLE: _Made(N_("All of our easy read"), "easy_whole.html", "print", 80),
    addresses.EASY_PICTURES: _Made(N_("Our pictures"), "easy_pictures.html", "look", 90),
    addresses.EASY_SEARCH: _Made(N_("Find something"), "easy_search.html", "find", 95),
}
_WAYS = frozenset({addresses.EASY_WHOLE, addresses.EASY_PICTURES, addresses.EASY_SEARCH})
"""Pages that are ways to the others, or tell of them: not in the navigation, and not found in search."""


def easy(index: Index, on: date) -> Iterator[Page]:
    """Every page in easy read, in the order of reading."""
    plan = index.plan
    written = {chapter.address: chapter for chapter in plan.easy_chapters}
    made = [
        _page(address, written.get(address)) for address in addresses.easy_pages(plan) if address in _MADE
    ]
    chapters = [_chapter(chapter) for chapter in written.values() if chapter.address not in _made(index)]
    order = {page.address: _order(page.address, written) for page in (*made, *chapters)}
    for page in sorted((*made, *chapters), key=lambda page: order[page.address]):
        yield _with_words(page, index)
        if page.template == "easy_list.html":
            yield from _priorities(index, written)


def _made(index: Index) -> set[str]:
    return set(addresses.easy_pages(index.plan))


def _order(address: str, written: Mapping[str, EasyChapter]) -> tuple[int, str]:
    chapter = written.get(address)
    if address == addresses.EASY:
        return (-1_000_000, address)
    if chapter and (chapter.front_matter.order or address not in _MADE):
        return (chapter.front_matter.order, address)
    return (_MADE[address].order, address)


def _page(address: str, chapter: EasyChapter | None) -> Page:
    made = _MADE[address]
    page = Page(
        address,
        _(made.title),
        Section.PLAN,
        made.template,
        parent=None if address == addresses.EASY else addresses.EASY,
        in_navigation=address not in _WAYS and address != addresses.EASY,
        in_search=address not in _WAYS,
        in_reading_order=address not in _WAYS,
        picture=made.picture,
        script="search.js" if address == addresses.EASY_SEARCH else "read-aloud.js",
    )
    return _as_written(page, chapter) if chapter else page


def _as_written(page: Page, chapter: EasyChapter) -> Page:
    front = chapter.front_matter
    return replace(
        page,
        title=front.title,
        picture=front.picture,
        changed=front.updated,
        description=front.description or "",
    )


def _chapter(chapter: EasyChapter) -> Page:
    page = Page(
        chapter.address,
        chapter.front_matter.title,
        Section.PLAN,
        "easy_chapter.html",
        parent=addresses.EASY,
        script="read-aloud.js",
    )
    return _as_written(page, chapter)


def _priorities(index: Index, written: Mapping[str, EasyChapter]) -> Iterator[Page]:
    """A page for each priority."""
    above = f"{addresses.EASY}{addresses.PRIORITIES}"
    for priority in priorities(index):
        if priority.easy is None:
            continue
        address = addresses.under(above, priority.id)
        page = Page(
            address,
            priority.easy.title,
            Section.PLAN,
            "easy_priority.html",
            {"priority": priority},
            parent=above,
            in_navigation=False,
            picture=priority.easy.picture,
            script="read-aloud.js",
        )
        yield _as_written(page, written[address]) if address in written else page


def _with_words(page: Page, index: Index) -> Page:
    """What the template of a page is given."""
    if page.template == "easy_search.html":
        return replace(page, context={"plural_forms": samples()})
    if page.template == "easy_words.html":
        terms = [term for term in index.plan.glossary if term.easy and term.picture]
        return replace(page, context={"terms": sorted(terms, key=lambda term: sort_key(term.term))})
    return page
