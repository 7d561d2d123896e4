"""The annual reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.render.text import financial_year
from plainplan.views.annual import annual_reports
from plainplan.views.index import Index


def annual(index: Index, on: date) -> Iterator[Page]:
    """The list of annual reports, then each of them."""
    reports = annual_reports(index, on)
    if reports:
        yield Page(
            addresses.ANNUAL_REPORT,
            _("Annual reports"),
            Section.PROGRESS,
            "annual_reports.html",
            {"annual_reports": reports},
        )
    for report in reports:
        months = financial_year(report.span.year)
        label = index.plan.about.labels.priority.one.lower()
        yield Page(
            addresses.under(addresses.ANNUAL_REPORT, report.span.year),
            _("Annual report for %(year)s") % {"year": months},
            Section.PROGRESS,
            "annual_report.html",
            {"report": report},
            changed=report.changed,
            description=_("What was done and achieved in %(year)s, %(priority)s by %(priority)s.")
            % {"year": months, "priority": label},
            parent=addresses.ANNUAL_REPORT,
            in_navigation=False,
        )
