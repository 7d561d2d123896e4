"""Easy read: does each thing have its words and its picture, and does every name lead somewhere?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from plainplan import addresses
from plainplan.check.easy_words import check_easy_words
from plainplan.check.rules import Findings
from plainplan.errors import Place, Problem, nearest
from plainplan.model import BudgetYear, Measure, Plan
from plainplan.model.easy import Easy, EasyMeasure
from plainplan.model.walk import Keys, walk_actions, walk_objectives

MOST_ENTRIES = 7
"""Of the navigation of easy read, at each level."""
NEEDED = frozenset(
    {"better", "worse", "same", "done", "doing", "late", "not-started", "stopped", "question"}
    | {"calendar", "change", "email", "find", "have-your-say", "letter", "look", "money", "number"}
    | {"people", "phone", "print", "priority", "read", "book", "target", "website", "welcome", "words"}
)
"""The pictures that pages in easy read need beside our own words."""
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_SHOWN = 8
ALL = 100  # percent


def check_easy(findings: Findings) -> None:
    """All that a plan in easy read needs. A plan without content/easy-read/ has none, and needs nothing."""
    if not findings.plan.has_easy_read:
        return
    _check_pictures(findings)
    _check_twins(findings)
    _check_navigation(findings)
    _check_numbers(findings)
    _check_missing(findings)
    _check_bold(findings)
    check_easy_words(findings)


def told(plan: Plan) -> Iterator[tuple[Keys, Easy]]:
    """What easy read says of the records, with the way to each."""
    found: list[tuple[Keys, Easy | None]] = [
        (("priorities", place), one.easy) for place, one in enumerate(plan.priorities)
    ]
    found += [(one.keys, one.objective.easy) for one in walk_objectives(plan)]
    found += [(one.keys, one.action.easy) for one in walk_actions(plan)]
    found += [(("measures", place), one.easy) for place, one in enumerate(plan.measures)]
    for number, year in enumerate(plan.budget):
        found += [(("budget", number, "funding", place), one.easy) for place, one in enumerate(year.funding)]
        found += [
            (("budget", number, "spending", place), one.easy) for place, one in enumerate(year.spending)
        ]
    for keys, easy in found:
        if easy:
            yield (*keys, "easy"), easy


def _check_pictures(findings: Findings) -> None:
    known = {picture.id for picture in findings.plan.pictures.pictures}
    named: list[tuple[Keys, str]] = [((*keys, "picture"), easy.picture) for keys, easy in told(findings.plan)]
    named += [
        (("glossary", place, "picture"), term.picture)
        for place, term in enumerate(findings.plan.glossary)
        if term.picture
    ]
    for keys, name in named:
        if name not in known:
            findings.add("unknown-reference", keys, f'there is no picture "{name}".', nearest(name, known))
    for chapter in findings.plan.easy_chapters:
        name = chapter.front_matter.picture
        if name not in known:
            message = f'there is no picture "{name}".'
            problem = Problem(Place(chapter.file, 1), message, nearest(name, known), "unknown-reference")
            findings.add_problem(problem)
    if lacking := sorted(NEEDED - known):
        message = f"easy read needs pictures that are not there: {', '.join(lacking)}."
        mend = "Add each of them to data/pictures.yml, with a file and a few words."
        findings.add_problem(Problem(Place("data/pictures.yml", 1), message, mend, "unknown-reference"))


def _check_twins(findings: Findings) -> None:
    pages = {page for page in addresses.everything(findings.plan) if not page.startswith(addresses.EASY)}
    for chapter in findings.plan.easy_chapters:
        twin = chapter.front_matter.twin
        if twin and addresses.to_address(twin) not in pages:
            message = f'there is no page "{twin}".'
            problem = Problem(Place(chapter.file, 1), message, nearest(twin, pages), "unknown-reference")
            findings.add_problem(problem)


def _check_navigation(findings: Findings) -> None:
    """At most 7 entries at a level (W3C, Making content usable: short menus)."""
    plan = findings.plan
    ways = {addresses.EASY, addresses.EASY_WHOLE, addresses.EASY_SEARCH, addresses.EASY_PICTURES}
    priorities = f"{addresses.EASY}{addresses.PRIORITIES}"
    pages = {*addresses.easy_pages(plan), *(chapter.address for chapter in plan.easy_chapters)} - ways
    levels = {
        "The menu of easy read": [
            page for page in pages if not page.startswith(priorities) or page == priorities
        ],
        "The list of priorities in easy read": [
            page for page in pages if page.startswith(priorities) and page != priorities
        ],
    }
    for name, entries in levels.items():
        if len(entries) > MOST_ENTRIES:
            message = (
                f"{name} has {len(entries)} entries, and more than {MOST_ENTRIES} are hard to choose from."
            )
            findings.add_wording(
                "easy-menu", Place("content/easy-read"), message, "Put two pages together, or leave one out."
            )


def _check_numbers(findings: Findings) -> None:
    """Each sentence has one place for its number, and a share is one of a whole."""
    for place, measure in enumerate(findings.plan.measures):
        if not measure.easy:
            continue
        keys = ("measures", place, "easy")
        if (places := measure.easy.says.count("{number}")) != 1:
            message = f"the sentence has {'more than one' if places else 'no'} place for the number."
            mend = 'Write {number} once in it, such as "{number} people feel safe."'
            findings.add("easy-number", (*keys, "says"), message, mend)
        for value in sorted({one for one in _values(measure) if measure.unit == "%" and not 0 <= one <= ALL}):
            message = f"{value}% is {'more than all' if value > ALL else 'less than none'}:"
            mend = "Leave `easy:` out of this measure, or use another one."
            findings.add("easy-number", keys, f"{message} easy read cannot say it as a share.", mend)


def _values(measure: Measure) -> Iterator[Decimal]:
    stated = (measure.baseline, measure.target, *measure.series)
    yield from (one.value for one in stated if one and isinstance(one.value, Decimal))


def _check_missing(findings: Findings) -> None:
    """What easy read leaves out, told once for each kind: a reader of it would never know."""
    plan = findings.plan
    year = next((one for one in sorted(plan.budget, key=lambda one: one.id, reverse=True)), None)
    lacking = {
        "easy-missing-promise": [
            *(one.id for one in plan.priorities if not one.easy),
            *(one.objective.id for one in walk_objectives(plan) if not one.objective.easy),
            *(one.action.id for one in walk_actions(plan) if not one.action.easy),
        ],
        "easy-missing-number": [one.id for one in plan.measures if not one.easy],
        "easy-missing-money": _money_without(year) if year else [],
    }
    for code, names in lacking.items():
        if names:
            things = {"promise": "promises", "number": "measures", "money": "lines of the newest budget"}
            what = things[code.rpartition("-")[2]]
            message = f"easy read leaves out {len(names)} {what}: {_some(names)}."
            mend = "Give each of them `easy:` with a picture and words, or say in data/wording.yml why not."
            findings.add_wording(code, Place("data"), message, mend)


def _money_without(year: BudgetYear) -> list[str]:
    return [
        *(line.id for line in year.spending if not line.easy),
        *(line.id for line in year.funding if not line.easy),
    ]


def _some(names: Iterable[str]) -> str:
    found = list(names)
    return ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")


def _check_bold(findings: Findings) -> None:
    """Bold is for hard words, and each has its place in the list of them."""
    plan = findings.plan
    known = {
        " ".join(form.casefold().split())
        for term in plan.glossary
        if term.easy and term.picture
        for form in (term.term, term.short, *term.also)
        if form
    }
    mend = "Add it to data/glossary.yml with `easy:` and `picture:`, or do not make it bold."
    for chapter in plan.easy_chapters:
        for number, line in enumerate(chapter.body.splitlines(), chapter.body_line):
            for words in _bold(line):
                if words.casefold() not in known:
                    message = f'the hard word "{words}" is in no list of words.'
                    findings.add_wording("easy-word-list", Place(chapter.file, number), message, mend)
    for keys, easy in told(plan):
        said = [("words", easy.words), *([("says", easy.says)] if isinstance(easy, EasyMeasure) else [])]
        for name, text in said:
            for words in _bold(text):
                if words.casefold() not in known:
                    message = f'the hard word "{words}" is in no list of words.'
                    findings.add_wording_of("easy-word-list", (*keys, name), message, mend)


def _bold(text: str) -> Iterator[str]:
    for one, other in _BOLD.findall(text):
        yield " ".join((one or other).split())
