"""The pages of organisations and of consultation."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.views.consultation import findings
from plainplan.views.index import Index
from plainplan.views.progress import histories


def people(index: Index) -> Iterator[Page]:
    """Who does what, and what people were asked."""
    plan = index.plan
    if plan.organisations:
        yield Page(addresses.WHO, _("Who does what"), Section.PEOPLE, "who.html")
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
        yield from _consultation(index)


def _consultation(index: Index) -> Iterator[Page]:
    """What people were asked; and where anything was decided, the overview of what was done."""
    found = findings(index.plan)
    days = [finding.response.decided for finding in found if finding.response.decided]
    told = histories(index.plan)
    names = {name for finding in found for name in finding.response.actions}
    days += [told[name][0].on for name in names if name in told]
    changed = max(days, default=None)
    yield Page(
        addresses.CONSULTATION, _("Consultation"), Section.PEOPLE, "consultation.html", changed=changed
    )
    if any(finding.response.is_answered for finding in found):
        yield Page(
            addresses.SAID,
            _("You said, we did"),
            Section.PEOPLE,
            "you_said.html",
            changed=changed,
            description=_("What people said when asked, what was decided, and the actions on it."),
            parent=addresses.CONSULTATION,
        )
