"""The pages of the plan before this one."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.language import bare
from plainplan.language import gettext as _
from plainplan.model.chapter import Section
from plainplan.model.previous import Fate
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
        _("What became of the plan for %(period)s") % {"period": before.period},
        Section.PROGRESS,
        "previous_plan.html",
        {"before": before},
        description=plain(before.summary),
        short_title=_("The plan before"),
    )
    has_period = bare(before.period) in bare(before.title)
    for action in with_a_page(index):
        yield Page(
            addresses.under(addresses.ACTIONS, action.id),
            action.title,
            Section.PROGRESS,
            "previous_action.html",
            {"before": before, "action": action, "title_has_period": has_period},
            description=_description(before.period, action.fate),
            parent=addresses.PREVIOUS,
            in_navigation=False,
            in_reading_order=False,
        )


def _description(period: str, fate: Fate) -> str:
    if fate is Fate.FINISHED:
        words = _("An action of the plan for %(period)s. It was finished.")
    elif fate is Fate.DROPPED:
        words = _("An action of the plan for %(period)s. It was dropped.")
    else:
        words = _("An action of the plan for %(period)s. It was carried forward.")
    return words % {"period": period}
