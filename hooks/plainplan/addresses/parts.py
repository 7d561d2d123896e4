"""The anchors of the parts that templates make."""

from __future__ import annotations

from plainplan.addresses.places import (
    ABOUT,
    ACCESSIBILITY,
    ACTIONS,
    ANNUAL_REPORT,
    BUDGET,
    CHANGES,
    CONTACT,
    DATA,
    GRANTS,
    HOME,
    MEASURES,
    PREVIOUS,
    PRIORITIES,
    PROGRESS,
    RESULTS,
    SAID,
    WHO,
    WHOLE_PLAN,
)
from plainplan.model.facets import STATUS_SLUGS

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
            "you-said",
        }
    ),
    ACTIONS: frozenset({"why", "goes-on", "what", "who", "you-said", "history"}),
    PROGRESS: frozenset(
        {
            "by-priority",
            "by-status",
            "by-organisation",
            "late",
            "all",
            "other-ways",
            "reports",
            "changes",
            "updates",
            "missing",
            *STATUS_SLUGS,
        }
    ),
    MEASURES: frozenset({"meaning", "caveats", "figures", "facts", "used-by", "others"}),
    BUDGET: frozenset(
        {
            "years",
            "funding",
            "spending",
            "passed-on",
            "of-each-100",
            "by-priority",
            "precept",
            "reserves",
            "savings",
            "capital",
            "grants",
        }
    ),
    GRANTS: frozenset(
        {"list", "all-grants", "by-priority", "by-year", "by-recipient", "each"}
        | {"find-words", "find-priority", "find-year", "find-recipient"}
    ),
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
    SAID: frozenset({"how-it-is-going", "each"}),
    PREVIOUS: frozenset({"carried-forward", "finished", "dropped"}),
    CHANGES: frozenset({"by-year", "follow"}),
    ANNUAL_REPORT: frozenset(
        {
            "from-the-office",
            "in-figures",
            "what-we-did",
            "plan-and-budget",
            "due-next",
            "grants",
            "listening",
            "milestones",
            "progress",
            "difficulties",
            "next",
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
    DATA: frozenset(
        {"workbook", "tables", "columns", "standards", "of-a-page", "cells", "in-a-spreadsheet"}
        | {"cite", "addresses"}
        | {f"tables-{group}" for group in ("plan", "progress", "measures", "money", "people", "law")}
    ),
    RESULTS: frozenset({"tools", "checks", "findings", "settled"}),
}
"""The anchors of the parts that templates make, for a section's own page and the pages under it."""


_OF_THE_THEME = frozenset({"start-of-page", "main", "search-field"})


def parts_of(page: str) -> frozenset[str]:
    """The anchors that a template may use on a page: no heading or record on it can have the same."""
    section = page if page in PARTS else f"{page.split('/', 1)[0]}/"
    return PARTS.get(section, frozenset()) | _OF_THE_THEME
