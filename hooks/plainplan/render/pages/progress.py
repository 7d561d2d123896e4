"""The pages of progress and of milestones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.model import Report
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.views import progress as reported
from plainplan.views.filters import filters
from plainplan.views.index import Index


def progress(index: Index) -> Iterator[Page]:
    """How it is going: the overview, each report, the dates."""
    plan = index.plan
    reports = reported.reports_newest_first(plan)
    if reports:
        yield Page(
            addresses.PROGRESS,
            _("Progress"),
            Section.PROGRESS,
            "progress.html",
            changed=reports[0].date,
            script="filter.js",
        )
    for report in reports:
        address = addresses.under(addresses.PROGRESS, report.date)
        yield Page(
            address,
            report.title,
            Section.PROGRESS,
            "report.html",
            {"report": report},
            changed=report.date,
            parent=addresses.PROGRESS,
            in_navigation=False,
        )
    yield from _filtered(index, reports)
    if plan.milestones:
        yield Page(addresses.TIMELINE, _("Timeline"), Section.PROGRESS, "timeline.html")


def _filtered(index: Index, reports: list[Report]) -> Iterator[Page]:
    """A page for each way to ask for some of the actions. They are ways, and stand in no list of pages."""
    for found in chain.from_iterable(filters(index).values()):
        yield Page(
            found.address,
            found.title,
            Section.PROGRESS,
            "progress_filter.html",
            {"filter": found},
            changed=reports[0].date,
            parent=addresses.PROGRESS,
            in_navigation=False,
            in_search=False,
            in_reading_order=False,
        )
