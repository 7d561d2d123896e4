"""Where everything stands in the site. Addresses are kept for ever: change none without a redirect.

An address is relative to the root of the edition, without a leading slash: `priorities/safer-roads/`.
The home page is the empty address.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainplan.model import Plan
from plainplan.model.walk import walk_actions, walk_focus_areas, walk_objectives

HOME = ""
PRIORITIES = "priorities/"
ACTIONS = "actions/"
PROGRESS = "progress/"
MEASURES = "measures/"
BUDGET = "budget/"
GRANTS = "grants/"
WHO = "who-does-what/"
TIMELINE = "timeline/"
CONSULTATION = "consultation/"
LAW = "law/"
GLOSSARY = "glossary/"
A_TO_Z = "a-to-z/"
ABOUT = "about/"
CONTACT = "contact/"
SEARCH = "search/"
WHOLE_PLAN = "whole-plan/"
ACCESSIBILITY = "accessibility/"
RESULTS = "accessibility/results/"


PARTS: dict[str, frozenset[str]] = {
    HOME: frozenset({"vision", "priorities", "how-it-is-going", "what-changed", "ways-to-read"}),
    PRIORITIES: frozenset(
        {
            "about-it",
            "aim",
            "outcomes",
            "how-it-is-going",
            "why",
            "objectives",
            "focus-areas",
            "measures",
            "money",
        }
    ),
    ACTIONS: frozenset({"what", "who", "you-said", "history"}),
    PROGRESS: frozenset({"by-priority", "by-status", "reports", "changes", "updates"}),
    MEASURES: frozenset({"meaning", "caveats", "figures", "facts", "used-by"}),
    BUDGET: frozenset({"funding", "spending", "by-priority", "precept", "reserves", "capital", "grants"}),
    GRANTS: frozenset({"each"}),
    WHO: frozenset(
        {
            "strategic",
            "operational",
            "partner",
            "responsibilities",
            "answers-for",
            "helps-with",
            "measures",
            "contact",
        }
    ),
    ABOUT: frozenset({"mission", "values", "versions"}),
    CONTACT: frozenset({"office", "organisations"}),
    WHOLE_PLAN: frozenset({"contents"}),
    ACCESSIBILITY: frozenset(
        {
            "compliance-status",
            "non-accessible-content",
            "non-compliance",
            "disproportionate-burden",
            "out-of-scope",
            "improving",
            "preparation",
            "feedback",
            "enforcement",
        }
    ),
    RESULTS: frozenset({"tools", "checks", "findings", "settled"}),
}
"""The anchors of the parts that templates make, for a section's own page and the pages under it."""


_OF_THE_THEME = frozenset({"start-of-page", "main", "search-field"})


def parts_of(page: str) -> frozenset[str]:
    """The anchors that a template may use on a page: no heading or record on it can have the same."""
    section = page if page in PARTS else f"{page.split('/', 1)[0]}/"
    return PARTS.get(section, frozenset()) | _OF_THE_THEME


def under(page: str, name: object) -> str:
    """The page of one record: `under(ACTIONS, "street-patrols")` is `actions/street-patrols/`."""
    return f"{page}{name}/"


def term_anchor(term_id: str) -> str:
    """The anchor of a term on the glossary page."""
    return f"term-{term_id}"


def generated(plan: Plan) -> dict[str, set[str]]:
    """The pages made from data, each with the anchors of the records on it. What has no data has no page."""
    always = (HOME, A_TO_Z, SEARCH, ABOUT, CONTACT, RESULTS)
    pages: dict[str, set[str]] = {page: set() for page in always}
    pages[WHOLE_PLAN] = set()
    if plan.accessibility:
        pages[ACCESSIBILITY] = set()
    _add(pages, PRIORITIES, (priority.id for priority in plan.priorities))
    _add(pages, MEASURES, (measure.id for measure in plan.measures))
    _add(pages, PROGRESS, (report.date for report in plan.progress))
    _add(pages, BUDGET, (year.id for year in plan.budget))
    _add(pages, WHO, (organisation.id for organisation in plan.organisations))
    _add(pages, ACTIONS, (item.action.id for item in walk_actions(plan)))
    for index in (ACTIONS, PROGRESS):
        if index in pages:
            pages[index] |= {priority.id for priority in plan.priorities}
    pages[CONTACT] |= {organisation.id for organisation in plan.organisations if organisation.contact}
    if WHO in pages:
        pages[WHO] |= {organisation.id for organisation in plan.organisations}
    for objective in walk_objectives(plan):
        pages[under(PRIORITIES, objective.priority.id)].add(objective.objective.id)
    for area, keys in walk_focus_areas(plan):
        pages[under(PRIORITIES, plan.priorities[int(keys[1])].id)].add(area.id)
    for address, anchors in (
        (GRANTS, [grant.id for grant in plan.grants]),
        (TIMELINE, [milestone.id for milestone in plan.milestones]),
        (CONSULTATION, [exercise.id for exercise in plan.consultation]),
        (LAW, [requirement.id for requirement in plan.requirements]),
        (GLOSSARY, [term_anchor(term.id) for term in plan.glossary]),
    ):
        if anchors:
            pages[address] = set(anchors)
    return pages


def _add(pages: dict[str, set[str]], index: str, names: Iterable[object]) -> None:
    found = list(names)
    if found:
        pages[index] = set()
    for name in found:
        pages[under(index, name)] = set()


def everything(plan: Plan) -> dict[str, set[str]]:
    """Every page of the site with its known anchors, written chapters included."""
    pages = generated(plan)
    for chapter in plan.chapters:
        anchors = {heading.anchor for heading in chapter.headings}
        pages[chapter.address] = pages.get(chapter.address, set()) | anchors
    return pages


def to_address(page: str) -> str:
    """The address of a page that an editor names by its file or its address: `law.md`, `/law/`, `law`."""
    stem = page.strip().strip("/").removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""


def relative(target: str, page: str) -> str:
    """The link from `page` to `target`, both addresses; `target` may end in an anchor."""
    path, _, anchor = target.partition("#")
    ending = f"#{anchor}" if anchor else ""
    if path == page and ending:
        return ending
    return "../" * page.count("/") + path + ending or "./"


def sources(plan: Plan) -> dict[str, str]:
    """Every page's address by the Markdown file, relative to content/, that it has or would have."""
    pages = everything(plan)
    found = {source(address, pages): address for address in pages}
    for chapter in plan.chapters:
        found.pop(source(chapter.address, pages), None)
        found[chapter.path] = chapter.address
    return found


def source(address: str, pages: Iterable[str]) -> str:
    """The Markdown file, relative to content/, that a page without a chapter stands for.

    A page with pages under it is the index.md of its folder.
    """
    if address == HOME:
        return "index.md"
    if any(other.startswith(address) and other != address for other in pages):
        return f"{address}index.md"
    return f"{address.rstrip('/')}.md"
