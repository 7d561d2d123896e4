"""The pages about the plan and about the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from plainplan import addresses
from plainplan.language import bare, listed, marked_as, pgettext, spoken
from plainplan.language import gettext as _
from plainplan.language.collation import sort_key
from plainplan.language.samples import samples
from plainplan.language.wording import together
from plainplan.model import Plan
from plainplan.model.chapter import Section
from plainplan.render.kinds import kinds_of
from plainplan.render.pages.page import Page
from plainplan.views.changed import plan_changed

_NUMBER = re.compile(r"\d+\.\d+\.\d+")
"""Of a success criterion."""


def about(plan: Plan, on: date) -> Iterator[Page]:
    """The plan and its law, the words, the ways through the site, and how accessible it is."""
    yield Page(addresses.ABOUT, _("About this plan"), Section.ABOUT, "about.html")
    if plan.requirements:
        yield Page(addresses.LAW, _("How this plan meets the law"), Section.ABOUT, "law.html")
    if plan.glossary:
        terms = sorted(plan.glossary, key=lambda term: sort_key(term.term))
        yield Page(addresses.GLOSSARY, _("Words explained"), Section.ABOUT, "glossary.html", {"terms": terms})
    yield Page(
        addresses.A_TO_Z,
        _("A to Z"),
        Section.ABOUT,
        "a_to_z.html",
        changed=plan_changed(plan, on),
        in_search=False,
    )
    yield Page(
        addresses.WHOLE_PLAN,
        _("The whole plan on one page"),
        Section.ABOUT,
        "whole_plan.html",
        changed=plan_changed(plan, on),
        short_title=_("Whole plan on one page"),
        in_search=False,
    )
    yield from _languages(plan)
    if plan.editions.has_formats:
        yield Page(
            addresses.WAYS,
            _("Ways to read this plan"),
            Section.ABOUT,
            "ways_to_read.html",
            short_title=_("Ways to read"),
        )
    yield Page(addresses.CONTACT, _("Contact"), Section.ABOUT, "contact.html")
    yield Page(
        addresses.SEARCH,
        pgettext("page", "Search"),
        Section.ABOUT,
        "search.html",
        {"kinds": kinds_of(plan), "plural_forms": samples()},
        in_navigation=False,
        in_search=False,
        script="search.js",
    )
    yield from _accessibility(plan)


def _languages(plan: Plan) -> Iterator[Page]:
    if plan.editions.translated:
        yield Page(
            addresses.LANGUAGES,
            _("Languages of this plan"),
            Section.ABOUT,
            "languages.html",
            {"lacking": ()},
            short_title=_("Languages"),
            in_search=False,
        )


def _accessibility(plan: Plan) -> Iterator[Page]:
    statement = plan.accessibility
    if statement:
        yield Page(
            addresses.ACCESSIBILITY,
            _("Accessibility statement for %(website)s") % {"website": statement.website or plan.about.title},
            Section.ABOUT,
            "accessibility.html",
            {"statement": statement, "criteria": criteria},
            changed=statement.reviewed,
            short_title=_("Accessibility statement"),
        )
    yield Page(
        addresses.RESULTS,
        _("Accessibility test results"),
        Section.ABOUT,
        "accessibility_results.html",
        parent=addresses.ACCESSIBILITY if statement else addresses.ABOUT,
        in_navigation=statement is None,  # the statement leads to it
        in_search=False,
    )


def criteria(found: Iterable[str]) -> str:
    """`1.1.1 (Non-text content) and 1.2.1`: success criteria inside a sentence."""
    return listed(map(_criterion, found))


def _criterion(words: str) -> str:
    """`1.1.1 Non-text content` with its name in brackets; a translator may put the number elsewhere."""
    found = _NUMBER.search(bare(words))
    if not found:
        return words
    number = together(found[0]) if spoken().direction == "rtl" else found[0]
    name = " ".join(_NUMBER.sub(" ", bare(words), count=1).split())
    return f"{number} ({marked_as(words, name)})" if name else number
