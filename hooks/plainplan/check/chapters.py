"""Written chapters: what they join, place, link to and leave unexplained."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from plainplan import addresses
from plainplan.check.blocks import block_problems
from plainplan.check.links import Targets, heading_problems, link_problems
from plainplan.check.markup import chapter_tree
from plainplan.check.rules import Findings
from plainplan.check.wording import shouted_words
from plainplan.errors import Place, Problem, nearest
from plainplan.model import Plan
from plainplan.model.chapter import Written

_SHORT_FORM = re.compile(r"\b(?:[A-Z]{3,}|[A-Z]{2,}(?:&[A-Z]+)?)s?\b")
_COMMON = frozenset(
    "UK GOV NHS PDF FAQ OK BBC MP MPs AM PM CCTV DNA GP GPs HIV IT TV URL".split()  # noqa: SIM905  # as a list it fills a page
)
"""Short forms that are better known than what they stand for."""


def check_chapters(findings: Findings) -> None:
    """Blocks name what exists, links and anchors lead somewhere, short forms are explained."""
    targets = Targets(findings.plan)
    _check_joined(findings)
    _check_addresses(findings)
    _check_reserved(findings)
    _check_attachments(findings, targets)
    for chapter in findings.plan.written:
        for problem in (
            *block_problems(findings, chapter),
            *link_problems(chapter, targets),
            *heading_problems(chapter, targets),
        ):
            findings.add_problem(problem)
    _check_short_forms(findings)


def _check_joined(findings: Findings) -> None:
    known = {priority.id for priority in findings.plan.priorities}
    for chapter in findings.plan.chapters:
        name = chapter.front_matter.priority
        if name and name not in known:
            problem = Problem(
                Place(chapter.file, 1),
                f'there is no priority "{name}".',
                nearest(name, known),
                "unknown-reference",
            )
            findings.add_problem(problem)


def _check_addresses(findings: Findings) -> None:
    first: dict[str, Written] = {}
    for chapter in findings.plan.written:
        other = first.setdefault(chapter.address, chapter)
        if other is not chapter:
            message = f'it has the same address as content/{other.path}: "/{chapter.address}".'
            problem = Problem(
                Place(chapter.file, 1), message, "Give one of the files another name.", "address"
            )
            findings.add_problem(problem)


def _check_reserved(findings: Findings) -> None:
    """The site puts files of its own there: one of them would take the place of the editor's."""
    files = [(chapter.file, chapter.path) for chapter in findings.plan.written]
    files += [(f"content/{path}", path) for path in findings.plan.attachments]
    for file, path in files:
        if path.startswith(addresses.OF_FILES) or PurePosixPath(path).stem in addresses.FEEDS:
            message = "the site keeps this place for files of its own."
            mend = f"Give it another name; {', '.join(addresses.OF_FILES)} and feeds are taken."
            findings.add_problem(Problem(Place(file, 1), message, mend, "address"))


def _check_attachments(findings: Findings, targets: Targets) -> None:
    """Files that would stand where a page does: roads/index.html, or one called roads."""
    pages = {PurePosixPath(address, "index.html"): address for address in targets.pages}
    taken = {folder: address for page, address in pages.items() for folder in page.parents} | pages
    for path in findings.plan.attachments:
        address = taken.get(PurePosixPath(path))
        if address is not None:
            message = f'it would stand where the site has the page "/{address}".'
            mend = "Give the file another name."
            findings.add_problem(Problem(Place(f"content/{path}", 1), message, mend, "address"))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def explained_short_forms(plan: Plan) -> set[str]:
    """Short forms that need no explaining: known to all, in the glossary, or in the name of a body."""
    explained = set(_COMMON) | {
        word for term in plan.glossary for word in (term.term, term.short or "", *term.also)
    }
    names = [org.short_name for org in plan.organisations] + [org.name for org in plan.organisations]
    names += [plan.about.body.name, plan.about.body.short_name, plan.about.body.force]
    return explained | {word for name in names if name for word in name.split()}


def _check_short_forms(findings: Findings) -> None:
    plan = findings.plan
    explained = explained_short_forms(plan)
    told: set[str] = set()
    for chapter in plan.written:
        shouted: set[str] | None = None
        prose = re.sub(r"\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`", _blank, chapter.body)
        for match in _SHORT_FORM.finditer(prose):
            word = match[0]
            if word in told or word in explained or word.removesuffix("s") in explained:
                continue
            if re.search(rf"\(\s*{re.escape(word)}\s*\)", chapter.body):
                explained.add(word)
                continue
            if shouted is None:
                shouted = shouted_words(chapter_tree(chapter.body, chapter.body_line), explained)
            if word in shouted:
                continue
            told.add(word)
            line = prose[: match.start()].count("\n") + chapter.body_line
            mend = "Write it out where it first stands, then it in brackets, or add it to data/glossary.yml."
            problem = Problem(
                Place(chapter.file, line), f'"{word}" is not explained anywhere.', mend, "unexplained-acronym"
            )
            findings.add_problem(problem)
