"""Everything in the plan by its name, for readers who know what they look for."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from itertools import groupby

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.language.collation import first_letter, sort_key
from plainplan.model import Plan
from plainplan.model.dated import annual_years
from plainplan.views.index import Index
from plainplan.views.previous import with_a_page


@dataclass(frozen=True)
class Entry:
    """A name, what kind of thing it is, and its address."""

    name: str
    kind: str
    address: str


@dataclass(frozen=True)
class Letter:
    """The entries under one letter; `anchor` leads there."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]


def entries(index: Index) -> list[Entry]:
    """Every record and chapter with a name, and the pages on accessibility, sorted by name."""
    pages = addresses.generated(index.plan)
    chapters = (
        Entry(item.front_matter.title, _("Chapter"), item.address)
        for item in index.plan.chapters
        if item.address not in pages
    )
    found = [*_records(index), *_of_the_plan_before(index), *_pages(index.plan, pages), *chapters]
    return sorted(found, key=lambda entry: (sort_key(entry.name), entry.address))


def _records(index: Index) -> list[Entry]:
    plan, labels = index.plan, index.plan.about.labels
    return [
        *(
            Entry(item.title, labels.priority.one, addresses.under(addresses.PRIORITIES, item.id))
            for item in plan.priorities
        ),
        *(
            Entry(item.action.title, labels.action.one, addresses.under(addresses.ACTIONS, item.action.id))
            for item in index.actions.values()
        ),
        *(
            Entry(item.title, labels.measure.one, addresses.under(addresses.MEASURES, item.id))
            for item in plan.measures
        ),
        *(
            Entry(item.name, _("Organisation"), addresses.under(addresses.WHO, item.id))
            for item in plan.organisations
        ),
        *(Entry(item.title, _("Grant"), f"{addresses.GRANTS}#{item.id}") for item in plan.grants),
        *(
            Entry(item.term, _("Word explained"), f"{addresses.GLOSSARY}#{addresses.term_anchor(item.id)}")
            for item in plan.glossary
        ),
    ]


def _pages(plan: Plan, pages: Container[str]) -> list[Entry]:
    """Pages that readers ask for by name."""
    named = {
        addresses.ACCESSIBILITY: _("Accessibility statement"),
        addresses.RESULTS: _("Accessibility test results"),
        addresses.CHANGES: _("What changed"),
        addresses.DATA: _("Data to take away"),
        addresses.LANGUAGES: _("Languages"),
        addresses.WAYS: _("Ways to read"),
        addresses.SAID: _("You said, we did"),
        addresses.WHOLE_PLAN: _("Whole plan on one page"),
    }
    found = [Entry(name, _("Page"), address) for address, name in named.items() if address in pages]
    for year in annual_years(plan):
        years = _("%(first)s to %(last)s") % {"first": year[:4], "last": int(year[:4]) + 1}
        name = _("Annual report for %(year)s") % {"year": years}
        found.append(Entry(name, _("Page"), addresses.under(addresses.ANNUAL_REPORT, year)))
    return found


def _of_the_plan_before(index: Index) -> list[Entry]:
    """The actions that still have a page of their own, and the list of all."""
    before = index.plan.previous
    if before is None:
        return []
    kind = _("%(action)s of the plan for %(period)s") % {
        "action": index.plan.about.labels.action.one,
        "period": before.period,
    }
    found = [Entry(old.title, kind, addresses.under(addresses.ACTIONS, old.id)) for old in with_a_page(index)]
    name = _("Plan for %(period)s: what became of it") % {"period": before.period}
    return [*found, Entry(name, _("Page"), addresses.PREVIOUS)]


def by_letter(found: list[Entry]) -> list[Letter]:
    """The sorted entries under their first letters; what begins with a figure stands under 0 to 9."""
    grouped = groupby(found, key=lambda entry: first_letter(entry.name))
    return [
        Letter(letter or _("0 to 9"), f"letter-{letter.lower() or '0-to-9'}", tuple(entries))
        for letter, entries in grouped
    ]
