"""How it is going: the reports, what each said of each action, and the dates of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.exports.fields import Dataset, Field, Kind, Reference, Row, pick
from plainplan.exports.tables.common import PAGE, identifier, page_of, title, under
from plainplan.model.law import MilestoneState
from plainplan.model.progress import Status
from plainplan.views.index import Index
from plainplan.views.progress import reports_newest_first


def _reports(index: Index) -> Iterator[Row]:
    for report in reports_newest_first(index.plan):
        yield {
            **pick(report, "date", "title", "covers", "summary"),
            **under(index, addresses.PROGRESS, report.date),
        }


def _updates(index: Index) -> Iterator[Row]:
    for report in reports_newest_first(index.plan):
        for update in report.updates:
            yield {
                "date": report.date,
                "action_title": index.actions[update.action].action.title,
                **pick(update, "action", "status", "percent", "words", "reason"),
                "evidence": tuple(link.url for link in update.evidence),
                "evidence_titles": tuple(link.title for link in update.evidence),
            }


def _milestones(index: Index) -> Iterator[Row]:
    for item in index.plan.milestones:
        yield {
            **pick(item, "id", "title", "date", "date_as_published", "state", "description", "organisation"),
            "page": page_of(index.plan, f"{addresses.TIMELINE}#{item.id}"),
        }


REPORTS = Dataset(
    "reports",
    "Progress reports",
    "Each report on the plan as a whole, the newest first.",
    ("date",),
    (
        Field("date", "Date", Kind.DAY, "The day of the report.", required=True),
        Field("title", "Title", Kind.WORDS, "What the report is called.", required=True),
        Field("covers", "Covers", Kind.WORDS, "The time that it is about, in words."),
        Field("summary", "Summary", Kind.PROSE, "What it says in a few sentences."),
        PAGE,
    ),
    _reports,
    dated="date",
)

UPDATES = Dataset(
    "progress",
    "Progress on actions",
    "Everything that was ever reported on an action, one row for each report that speaks of it.",
    ("date", "action"),
    (
        Field("date", "Date", Kind.DAY, "The day of the report.", required=True),
        Field("action", "Action", Kind.ID, "The action.", required=True),
        Field("action_title", "Title of action", Kind.WORDS, "What the action is called.", required=True),
        Field("status", "Status", Kind.WORDS, "How it was going.", True, tuple(Status)),
        Field("percent", "Percent done", Kind.NUMBER, "How much was done, from 0 to 100, where reported."),
        Field("words", "What was reported", Kind.PROSE, "What the report says.", required=True),
        Field("reason", "Reason", Kind.PROSE, "Why it was at risk, late or stopped."),
        Field("evidence", "Evidence", Kind.IDS, "The web addresses of what shows it."),
        Field("evidence_titles", "Titles of evidence", Kind.LINES, "What each of them is called."),
    ),
    _updates,
    (Reference(("date",), "reports", ("date",)), Reference(("action",), "actions", ("id",))),
    dated="date",
)

MILESTONES = Dataset(
    "milestones",
    "Milestones",
    "The dates of the plan itself: steps in making it and carrying it out.",
    ("id",),
    (
        identifier("milestone"),
        title("milestone"),
        Field("date", "Date", Kind.DAY, "The day."),
        Field("date_as_published", "Date, in words", Kind.WORDS, "The same in the words of the plan."),
        Field("state", "State", Kind.WORDS, "Whether it has been reached.", False, tuple(MilestoneState)),
        Field("description", "Description", Kind.PROSE, "What happens."),
        Field("organisation", "Organisation", Kind.ID, "Who does it."),
        PAGE,
    ),
    _milestones,
    (Reference(("organisation",), "organisations", ("id",)),),
)
