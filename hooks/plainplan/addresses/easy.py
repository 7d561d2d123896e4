"""The pages in easy read. Each has the path of the page of the plan that says the same, under easy-read/."""

from __future__ import annotations

from plainplan.addresses.anchors import term_anchor, under
from plainplan.addresses.links import to_address
from plainplan.addresses.places import (
    BUDGET,
    CONTACT,
    EASY,
    EASY_PICTURES,
    EASY_SEARCH,
    EASY_WHOLE,
    EASY_WORDS,
    GLOSSARY,
    HOME,
    MEASURES,
    PRIORITIES,
    PROGRESS,
    SEARCH,
    WHOLE_PLAN,
)
from plainplan.model import BudgetYear, Plan
from plainplan.model.walk import walk_actions


def easy_pages(plan: Plan) -> dict[str, set[str]]:
    """The pages of easy read that are made from data, with their anchors; none without content/easy-read/."""
    if not plan.has_easy_read:
        return {}
    names = [EASY, EASY_WHOLE, EASY_SEARCH, EASY_PICTURES, f"{EASY}{CONTACT}"]
    pages: dict[str, set[str]] = {name: set() for name in names}
    told = [priority.id for priority in plan.priorities if priority.easy]
    if told:
        pages[f"{EASY}{PRIORITIES}"] = set()
    for name in told:
        pages[f"{EASY}{under(PRIORITIES, name)}"] = set()
    if plan.progress and any(item.action.easy for item in walk_actions(plan)):
        pages[f"{EASY}{PROGRESS}"] = set()
    if any(_tells_of(year) for year in plan.budget):
        pages[f"{EASY}{BUDGET}"] = set()
    if any(measure.easy for measure in plan.measures):
        pages[f"{EASY}{MEASURES}"] = set()
    words = {term_anchor(term.id) for term in plan.glossary if term.easy and term.picture}
    if words:
        pages[EASY_WORDS] = words
    return pages


def _tells_of(year: BudgetYear) -> bool:
    return any(line.easy for line in year.funding) or any(line.easy for line in year.spending)


def twins(plan: Plan) -> dict[str, str]:
    """For each page in easy read that has one, the page of the plan that says the same."""
    written = {chapter.address: chapter.front_matter.twin for chapter in plan.easy_chapters}
    found = {}
    for address in {*easy_pages(plan), *written}:
        twin = written.get(address)
        found[address] = to_address(twin) if twin else _same_path(address)
    return found


def _same_path(address: str) -> str:
    special = {EASY: HOME, EASY_WORDS: GLOSSARY, EASY_WHOLE: WHOLE_PLAN, EASY_SEARCH: SEARCH}
    return special.get(address, address.removeprefix(EASY))
