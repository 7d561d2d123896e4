"""The words of easy read, held to the field's rules: those of chapters, and those of the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainplan.check.rules import Findings
from plainplan.errors import Place
from plainplan.model import EasyChapter, Plan
from plainplan.model.easy import Easy, EasyMeasure
from plainplan.model.walk import Keys, walk_actions, walk_objectives
from plainplan.plain import Block, Fault, Known, Sentence, document_faults, page_faults

_PICTURE = re.compile(r"!\[([a-z0-9-]+)\]")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*(?:\{[^}]*\}\s*)?")
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_LIST = re.compile(r"^(?:[-*+]|\d+[.)])\s+")
_BLOCK = re.compile(r"\{\{.*?\}\}")
_SHARE, _AMOUNT = "6 out of every 10", "about 4,200"
"""How a number of a measure reads."""


@dataclass(frozen=True)
class EasyPage:
    """A page of easy read as its words are checked. `places` says what each line of it is, by its number."""

    blocks: tuple[Block, ...]
    places: dict[int, Place | Keys]


def check_easy_words(findings: Findings) -> None:
    """Every sentence of easy read against every rule that holds for its language."""
    plan = findings.plan
    pages = [page for page in (*map(of_chapter, plan.easy_chapters), *of_data(plan)) if page.blocks]
    known, language = known_words(plan), plan.editions.source.babel.replace("_", "-")
    for page in pages:
        for fault in page_faults(page.blocks, known, language):
            _add(findings, page, fault)
    for number, fault in document_faults([page.blocks for page in pages], known, language):
        _add(findings, pages[number], fault)


def _add(findings: Findings, page: EasyPage, fault: Fault) -> None:
    place = page.places.get(fault.line) or next(iter(page.places.values()), Place("content/easy-read"))
    if isinstance(place, Place):
        findings.add_wording(fault.rule, place, fault.message, fault.mend)
    else:
        findings.add_wording_of(fault.rule, place, fault.message, fault.mend)


def known_words(plan: Plan) -> Known:
    """What readers of this plan know: the words that it explains, its house list, and its names."""
    terms = {
        form for term in plan.glossary if term.easy for form in (term.term, term.short, *term.also) if form
    }
    body = plan.about.body
    names = [body.name, body.short_name, body.area, body.force, *(one.name for one in plan.organisations)]
    allowed = {word for name in names if name for word in re.findall(r"[^\W\d_]+", name)}
    return Known(
        frozenset(terms), frozenset(allowed | set(plan.wording.easy_words)), plan.wording.same_things
    )


def of_chapter(chapter: EasyChapter) -> EasyPage:
    """A page as its editor wrote it."""
    blocks: list[Block] = []
    places: dict[int, Place | Keys] = {}
    picture: str | None = None
    lines: list[Sentence] = []

    def close() -> None:
        nonlocal picture
        if lines or picture:
            blocks.append(Block(picture, tuple(lines)))
        picture = None
        lines.clear()

    for number, line in enumerate(chapter.body.splitlines(), chapter.body_line):
        text = _BLOCK.sub("", line).strip()
        places[number] = Place(chapter.file, number)
        if match := _PICTURE.fullmatch(text):
            close()
            picture = match[1]
        elif match := _HEADING.fullmatch(text):
            close()
            blocks.append(Block(None, (sentence(match[1], number),), heading=True))
        elif text:
            lines.append(sentence(_LIST.sub("", text, count=1), number))
        elif lines:
            close()
    close()
    return EasyPage(tuple(blocks), places)


def sentence(text: str, line: int) -> Sentence:
    """A line with what it shows in bold."""
    return Sentence(text, line, tuple(one or other for one, other in _BOLD.findall(text)))


def of_data(plan: Plan) -> Iterator[EasyPage]:
    """The words of the data, page by page."""
    for place, priority in enumerate(plan.priorities):
        yield _page(_of_priority(plan, place, priority.id))
    yield _page(_of_measures(plan))
    yield _page(_of_budget(plan))
    yield _page(_of_glossary(plan))


def _page(found: Iterator[tuple[Keys, str, Sequence[str]]]) -> EasyPage:
    """A page of blocks, each with the way to it, its picture and its lines. Lines are numbered through."""
    blocks: list[Block] = []
    places: dict[int, Place | Keys] = {}
    for keys, picture, lines in found:
        sentences = []
        for line in lines:
            places[len(places) + 1] = keys
            sentences.append(sentence(line, len(places)))
        blocks.append(Block(picture, tuple(sentences)))
    return EasyPage(tuple(blocks), places)


Told = Iterator[tuple[Keys, str, Sequence[str]]]


def _of_priority(plan: Plan, place: int, priority_id: str) -> Told:
    yield from _told(("priorities", place), plan.priorities[place].easy)
    for found in walk_objectives(plan):
        if found.priority.id == priority_id:
            yield from _told(found.keys, found.objective.easy)
    for item in walk_actions(plan):
        if item.priority.id == priority_id:
            yield from _told(item.keys, item.action.easy)


def _told(keys: Keys, easy: Easy | None, number: str = "") -> Told:
    if easy is None:
        return
    said = (easy.says.replace("{number}", number),) if isinstance(easy, EasyMeasure) else ()
    yield (*keys, "easy", "words"), easy.picture, (*easy.lines, *said)


def _of_measures(plan: Plan) -> Told:
    for place, measure in enumerate(plan.measures):
        yield from _told(("measures", place), measure.easy, _SHARE if measure.unit == "%" else _AMOUNT)


def _of_budget(plan: Plan) -> Told:
    for number, year in enumerate(plan.budget):
        for place, funding in enumerate(year.funding):
            yield from _told(("budget", number, "funding", place), funding.easy)
        for place, spending in enumerate(year.spending):
            yield from _told(("budget", number, "spending", place), spending.easy)


def _of_glossary(plan: Plan) -> Told:
    for place, term in enumerate(plan.glossary):
        if term.easy and term.picture:
            lines = [line.strip() for line in term.easy.splitlines() if line.strip()]
            yield ("glossary", place, "easy"), term.picture, lines
