"""The pages of organisations and of consultation."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.views.index import Index


def people(index: Index) -> Iterator[Page]:
    """Who does what, and what people were asked."""
    plan = index.plan
    if plan.organisations:
        yield Page(addresses.WHO, "Who does what", Section.PEOPLE, "who.html")
    for organisation in plan.organisations:
        yield Page(
            addresses.under(addresses.WHO, organisation.id),
            organisation.name,
            Section.PEOPLE,
            "organisation.html",
            {"organisation": organisation},
            parent=addresses.WHO,
            in_navigation=False,
        )
    if plan.consultation:
        yield Page(addresses.CONSULTATION, "Consultation", Section.PEOPLE, "consultation.html")
