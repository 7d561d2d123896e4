"""The pages of priorities and of actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.model.chapter import Section
from plainplan.render.pages.page import Page
from plainplan.render.text import plain
from plainplan.views import progress
from plainplan.views.changed import measures_changed
from plainplan.views.index import Index


def priorities(index: Index, on: date) -> Iterator[Page]:
    """What the plan promises: each priority, then each action."""
    labels, history = index.plan.about.labels, progress.histories(index.plan)
    if not index.priorities:
        return
    every = _("All %(priorities)s") % {"priorities": labels.priority.many.lower()}
    yield Page(
        addresses.PRIORITIES,
        labels.priority.many,
        Section.PRIORITIES,
        "priorities.html",
        short_title=every,
    )
    for priority in index.priorities.values():
        ids = [item.action.id for item in index.actions_under(priority.id)]
        told = [history[name][0].on for name in ids if name in history]
        if figures := measures_changed(index.plan, index.measures_of(priority.id), on):
            told.append(figures)
        yield Page(
            addresses.under(addresses.PRIORITIES, priority.id),
            priority.title,
            Section.PRIORITIES,
            "priority.html",
            {"priority": priority},
            changed=max(told, default=None),
            description=plain(priority.summary),
            short_title=priority.short_title or "",
            parent=addresses.PRIORITIES,
        )
    yield from _actions(index, history)


def _actions(index: Index, history: Mapping[str, Sequence[progress.Reported]]) -> Iterator[Page]:
    labels = index.plan.about.labels
    if index.actions:
        yield Page(
            addresses.ACTIONS,
            labels.action.many,
            Section.PRIORITIES,
            "actions.html",
            changed=max((told[0].on for told in history.values()), default=None),
            short_title=_("All %(actions)s") % {"actions": labels.action.many.lower()},
        )
    for item in index.actions.values():
        told = [history[item.action.id][0].on] if item.action.id in history else []
        yield Page(
            addresses.under(addresses.ACTIONS, item.action.id),
            item.action.title,
            Section.PRIORITIES,
            "action.html",
            {"item": item},
            changed=max(told, default=None),
            description=plain(item.action.description),
            parent=addresses.under(addresses.PRIORITIES, item.priority.id),
            in_navigation=False,
        )
