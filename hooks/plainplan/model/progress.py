"""data/progress/<date>.yml: what was reported on a date. Never edited afterwards, only added to."""

from __future__ import annotations

from enum import StrEnum

from plainplan.model.base import Day, Line, Link, Percent, Prose, Record, Slug


class Status(StrEnum):
    """How an action is going, in the order in which pages list them."""

    COMPLETE = "complete"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    DELAYED = "delayed"
    NOT_STARTED = "not started"
    STOPPED = "stopped"


class Update(Record):
    """What was reported on one action."""

    action: Slug
    status: Status
    words: Prose
    percent: Percent | None = None
    reason: Prose | None = None
    evidence: tuple[Link, ...] = ()


class Report(Record):
    """All that was reported on one date. The date is the name of the file."""

    date: Day
    title: Line
    covers: Line | None = None
    summary: Prose | None = None
    updates: tuple[Update, ...]
