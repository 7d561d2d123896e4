"""The pages of the plan before this one."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.render.text import plain
from plainplan.views.index import Index
from plainplan.views.previous import with_a_page


def previous(index: Index) -> Iterator[Page]:
    """What became of the plan before, then each of its actions at the address that it had."""
    before = index.plan.previous
    if before is None:
        return
    yield Page(
        addresses.PREVIOUS,
        f"What became of the plan for {before.period}",
        Section.PROGRESS,
        "previous_plan.html",
        {"before": before},
        description=plain(before.summary),
        short_title="The plan before",
    )
    for action in with_a_page(index):
        yield Page(
            addresses.under(addresses.ACTIONS, action.id),
            action.title,
            Section.PROGRESS,
            "previous_action.html",
            {"before": before, "action": action},
            description=f"An action of the plan for {before.period}. It was {action.fate}.",
            parent=addresses.PREVIOUS,
            in_navigation=False,
            in_reading_order=False,
        )
