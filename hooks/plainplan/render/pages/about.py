"""The pages about the plan and about the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan import addresses
from plainplan.model import Plan
from plainplan.model.chapter import Section
from plainplan.render.kinds import kinds_of
from plainplan.render.pages.page import Page
from plainplan.views.changed import plan_changed


def about(plan: Plan, on: date) -> Iterator[Page]:
    """The plan and its law, the words, the ways through the site, and how accessible it is."""
    yield Page(addresses.ABOUT, "About this plan", Section.ABOUT, "about.html")
    if plan.requirements:
        yield Page(addresses.LAW, "How this plan meets the law", Section.ABOUT, "law.html")
    if plan.glossary:
        yield Page(addresses.GLOSSARY, "Words explained", Section.ABOUT, "glossary.html")
    yield Page(
        addresses.A_TO_Z,
        "A to Z",
        Section.ABOUT,
        "a_to_z.html",
        changed=plan_changed(plan, on),
        in_search=False,
    )
    yield Page(
        addresses.WHOLE_PLAN,
        "The whole plan on one page",
        Section.ABOUT,
        "whole_plan.html",
        changed=plan_changed(plan, on),
        short_title="Whole plan on one page",
        in_search=False,
    )
    yield Page(addresses.CONTACT, "Contact", Section.ABOUT, "contact.html")
    yield Page(
        addresses.SEARCH,
        "Search",
        Section.ABOUT,
        "search.html",
        {"kinds": kinds_of(plan)},
        in_navigation=False,
        in_search=False,
        script="search.js",
    )
    yield from _accessibility(plan)


def _accessibility(plan: Plan) -> Iterator[Page]:
    statement = plan.accessibility
    if statement:
        yield Page(
            addresses.ACCESSIBILITY,
            f"Accessibility statement for {statement.website or plan.about.title}",
            Section.ABOUT,
            "accessibility.html",
            {"statement": statement},
            changed=statement.reviewed,
            short_title="Accessibility statement",
        )
    yield Page(
        addresses.RESULTS,
        "Accessibility test results",
        Section.ABOUT,
        "accessibility_results.html",
        parent=addresses.ACCESSIBILITY if statement else addresses.ABOUT,
        in_navigation=statement is None,  # the statement leads to it
        in_search=False,
    )
