"""The pages of measures."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.render.text import plain
from plainplan.views.index import Index


def measures(index: Index) -> Iterator[Page]:
    """The list of measures, then each measure."""
    plan = index.plan
    if plan.measures:
        yield Page(addresses.MEASURES, plan.about.labels.measure.many, Section.PROGRESS, "measures.html")
    for measure in plan.measures:
        yield Page(
            addresses.under(addresses.MEASURES, measure.id),
            measure.title,
            Section.PROGRESS,
            "measure.html",
            {"measure": measure},
            description=plain(measure.tells_you),
            parent=addresses.MEASURES,
            in_navigation=False,
        )
