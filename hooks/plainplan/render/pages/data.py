"""The page of all data."""

from __future__ import annotations

from datetime import date

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.model import Plan
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.views.changed import plan_changed


def data(plan: Plan, on: date) -> Page:
    """Every table and file, to take away."""
    return Page(
        addresses.DATA,
        _("Take the data away"),
        Section.ABOUT,
        "data.html",
        changed=plan_changed(plan, on),
        description=_("Every table of %(plan)s as a workbook, CSV and JSON, with its columns.")
        % {"plan": plan.about.title},
    )
