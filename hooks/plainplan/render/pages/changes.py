"""The pages of what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.model.chapter import Section
from plainplan.model.dated import days_of_change, years_of_change
from plainplan.render.pages.page import Page
from plainplan.views.index import Index


def changes(index: Index, on: date) -> Iterator[Page]:
    """What changed of late, and where that is much, in each year."""
    days = [day for day in days_of_change(index.plan) if day <= on]
    years = [year for year in years_of_change(index.plan) if any(day.year == year for day in days)]
    if days:
        yield Page(
            addresses.CHANGES,
            _("What changed"),
            Section.PROGRESS,
            "changes.html",
            {"year": None, "years": years},
            changed=days[0],
            description=_(
                "Reports, new status, figures, decisions, grants and versions of the plan, by date."
            ),
        )
    for year in years:
        yield Page(
            addresses.under(addresses.CHANGES, year),
            _("What changed in %(year)s") % {"year": year},
            Section.PROGRESS,
            "changes.html",
            {"year": year, "years": years},
            changed=max(day for day in days if day.year == year),
            parent=addresses.CHANGES,
            in_navigation=False,
            in_search=False,
            in_reading_order=False,
        )
