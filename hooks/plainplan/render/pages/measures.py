"""The pages of measures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan import addresses
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.render.text import plain
from plainplan.views.changed import measures_changed
from plainplan.views.index import Index


def measures(index: Index, on: date) -> Iterator[Page]:
    """The list of measures, then each measure."""
    plan = index.plan
    if plan.measures:
        yield Page(
            addresses.MEASURES,
            plan.about.labels.measure.many,
            Section.PROGRESS,
            "measures.html",
            changed=measures_changed(plan, plan.measures, on),
        )
    for measure in plan.measures:
        yield Page(
            addresses.under(addresses.MEASURES, measure.id),
            measure.title,
            Section.PROGRESS,
            "measure.html",
            {"measure": measure},
            changed=measures_changed(plan, [measure], on),
            description=plain(measure.tells_you),
            parent=addresses.MEASURES,
            in_navigation=False,
        )
