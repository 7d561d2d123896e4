"""What changed and when: the rows of the page of changes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plainplan.exports.fields import Cell, Dataset, Field, Kind, Row, Seen
from plainplan.exports.tables.common import page_of
from plainplan.language import gettext as _
from plainplan.language import named
from plainplan.model.base import Unknown
from plainplan.views.changes import (
    Changes,
    Event,
    NewDecision,
    NewGrants,
    NewReport,
    NewStatus,
    NewVersion,
)
from plainplan.views.changes import Kind as Change
from plainplan.views.releases import NewFigures, RevisedFigures

_SAID = ("title", "was", "now", "number")


def _changes(index: Seen) -> Iterator[Row]:
    for event in Changes(index, index.on).newest_first:
        yield {
            **dict.fromkeys(_SAID),
            **_told(event, index),
            "key": event.key,
            "date": event.on,
            "kind": event.kind,
            "priorities": event.priorities,
            "page": page_of(index.plan, event.address),
        }


def _told(event: Event, index: Seen) -> dict[str, Cell]:
    match event.what:
        case NewVersion(version):
            return {"title": index.plan.about.title, "now": f"{version.number} ({named(version.status)})"}
        case NewReport(report):
            return {"title": report.title, "number": len(report.updates)}
        case NewStatus(item, before, update):
            return {"title": item.action.title, "was": before, "now": update.status}
        case NewDecision(exercise, response):
            return {"title": response.title or exercise.title}
        case NewGrants(grants):
            title = grants[0].title if len(grants) == 1 else _("Grants")
            return {"title": title, "number": len(grants)}
        case NewFigures() | RevisedFigures():
            return _figures(event.what)


def _figures(what: NewFigures | RevisedFigures) -> dict[str, Cell]:
    """The newest figure of the whole. One of a part alone has no words here: its row says that it came."""
    told: dict[str, Cell] = {"title": what.measure.title, "number": len(what.figures)}
    if not what.figures:
        return told
    if isinstance(what, RevisedFigures):
        put_right = what.figures[-1]
        return told | {"was": _number(put_right.was), "now": _number(put_right.now)}
    return told | {"now": _number(what.figures[-1].value)}


def _number(figure: Decimal | Unknown) -> str:
    return format(figure, "f") if isinstance(figure, Decimal) else figure.value


CHANGES = Dataset(
    "changes",
    "Changes",
    "Everything that changed in the plan, the newest first, as on the page of changes.",
    ("key",),
    (
        Field("key", "Change", Kind.WORDS, "Names the change. It does not change.", required=True),
        Field("date", "Date", Kind.DAY, "The day on which it changed.", required=True),
        Field("kind", "Kind", Kind.WORDS, "What kind of change it is.", True, tuple(Change)),
        Field("title", "Title", Kind.WORDS, "What changed.", required=True),
        Field("was", "Was", Kind.WORDS, "What stood there before: a status or a figure."),
        Field(
            "now",
            "Became",
            Kind.WORDS,
            "What stands there since: a status, a version, or the newest of the figures.",
        ),
        Field(
            "number",
            "How many",
            Kind.WHOLE,
            "How many actions a report speaks of, grants were awarded, or figures of the whole came out.",
        ),
        Field("priorities", "Priorities", Kind.IDS, "The priorities that it concerns."),
        Field("page", "Page", Kind.URL, "Where the website says it.", required=True),
    ),
    _changes,
    dated="date",
)
