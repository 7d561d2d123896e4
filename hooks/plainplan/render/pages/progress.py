"""The pages of progress and of milestones."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.views import progress as reported
from plainplan.views.index import Index


def progress(index: Index) -> Iterator[Page]:
    """How it is going: the overview, each report, the dates."""
    plan = index.plan
    reports = reported.reports_newest_first(plan)
    if reports:
        yield Page(addresses.PROGRESS, "Progress", Section.PROGRESS, "progress.html", changed=reports[0].date)
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
    if plan.milestones:
        yield Page(addresses.TIMELINE, "Timeline", Section.PROGRESS, "timeline.html")
