"""Everything in the plan by its name, for readers who know what they look for."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from itertools import groupby

from plainplan import addresses
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


def entries(index: Index) -> list[Entry]:
    """Every record and chapter with a name, and the pages on accessibility, sorted by name."""
    pages = addresses.generated(index.plan)
    chapters = (
        Entry(item.front_matter.title, "Chapter", item.address)
        for item in index.plan.chapters
        if item.address not in pages
    )
    found = [*_records(index), *_of_the_plan_before(index), *_pages(index.plan, pages), *chapters]
    return sorted(found, key=lambda entry: (_key(entry.name), entry.address))


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
            Entry(item.name, "Organisation", addresses.under(addresses.WHO, item.id))
            for item in plan.organisations
        ),
        *(Entry(item.title, "Grant", f"{addresses.GRANTS}#{item.id}") for item in plan.grants),
        *(
            Entry(item.term, "Word explained", f"{addresses.GLOSSARY}#{addresses.term_anchor(item.id)}")
            for item in plan.glossary
        ),
    ]


def _pages(plan: Plan, pages: Container[str]) -> list[Entry]:
    """Pages that readers ask for by name."""
    named = {
        addresses.ACCESSIBILITY: "Accessibility statement",
        addresses.RESULTS: "Accessibility test results",
        addresses.CHANGES: "What changed",
        addresses.DATA: "Data to take away",
        addresses.SAID: "You said, we did",
        addresses.WHOLE_PLAN: "Whole plan on one page",
    }
    found = [Entry(name, "Page", address) for address, name in named.items() if address in pages]
    for year in annual_years(plan):
        name = f"Annual report for {year[:4]} to {int(year[:4]) + 1}"
        found.append(Entry(name, "Page", addresses.under(addresses.ANNUAL_REPORT, year)))
    return found


def _of_the_plan_before(index: Index) -> list[Entry]:
    """The actions that still have a page of their own, and the list of all."""
    before = index.plan.previous
    if before is None:
        return []
    kind = f"{index.plan.about.labels.action.one} of the plan for {before.period}"
    found = [Entry(old.title, kind, addresses.under(addresses.ACTIONS, old.id)) for old in with_a_page(index)]
    return [*found, Entry(f"Plan for {before.period}: what became of it", "Page", addresses.PREVIOUS)]


def by_letter(found: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries under their first letters; what begins with a figure stands under 0 to 9."""
    return [(letter, list(group)) for letter, group in groupby(found, key=lambda entry: _letter(entry.name))]


def _key(name: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(sign for sign in plain if sign.isalnum() or sign.isspace())
    return ("" if _letter(name) == "0 to 9" else letters, letters)


def _letter(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    first = next((sign for sign in plain if sign.isalnum()), "0")
    return first.upper() if first.isalpha() else "0 to 9"
