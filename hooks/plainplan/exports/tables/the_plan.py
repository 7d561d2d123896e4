"""The plan itself: one row, its versions, and what became of the plan before."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan.exports.fields import Dataset, Field, Kind, Row, pick
from plainplan.exports.tables.common import page_of
from plainplan.model.plan import PlanStatus
from plainplan.model.previous import Fate
from plainplan.views.index import Index

_STATUSES = tuple(PlanStatus)


def _plan(index: Index) -> Iterator[Row]:
    about = index.plan.about
    newest = about.versions[-1] if about.versions else None
    body = about.body
    yield {
        **pick(about, "title", "status", "summary", "vision", "mission", "licence", "licence_url"),
        **pick(body, "holder", "holder_role", "force", "area", "identifier"),
        "body": body.name,
        "body_url": body.url,
        "start": about.period.start,
        "end": about.period.end,
        "period": about.period.as_published,
        "version": newest.number if newest else None,
        "version_date": newest.date if newest else None,
        "page": page_of(index.plan, "") or "./",
    }


def _versions(index: Index) -> Iterator[Row]:
    for place, version in enumerate(index.plan.about.versions, 1):
        yield {"order": place, **pick(version, "number", "date", "status", "summary")}


def _previous(index: Index) -> Iterator[Row]:
    previous = index.plan.previous
    for action in previous.actions if previous else ():
        yield pick(action, "id", "title", "priority", "fate", "why", "actions")


PLAN = Dataset(
    "plan",
    "The plan",
    "The plan itself: one row with whose it is, which years it covers and which version this is.",
    ("title",),
    (
        Field("title", "Title", Kind.WORDS, "What the plan is called.", required=True),
        Field("body", "Body", Kind.WORDS, "The office whose plan it is.", required=True),
        Field("body_url", "Website of the body", Kind.URL, "The website of the office."),
        Field("identifier", "Identifier of the body", Kind.WORDS, "Its identifier in org-id.guide."),
        Field("holder", "Holder", Kind.WORDS, "Who holds the office, where that is published."),
        Field("holder_role", "Role", Kind.WORDS, "What the holder of the office is called.", required=True),
        Field("force", "Force", Kind.WORDS, "The police force."),
        Field("area", "Area", Kind.WORDS, "The area that the plan is for.", required=True),
        Field("start", "First day", Kind.DAY, "The first day of the planning period."),
        Field("end", "Last day", Kind.DAY, "The last day of the planning period."),
        Field("period", "Period", Kind.WORDS, "The planning period in the words of the plan."),
        Field("status", "Status", Kind.WORDS, "How far the plan has come.", True, _STATUSES),
        Field("version", "Version", Kind.WORDS, "The number of the newest version."),
        Field("version_date", "Date of version", Kind.DAY, "The day of the newest version."),
        Field("summary", "Summary", Kind.PROSE, "What the plan says in a few sentences.", required=True),
        Field("vision", "Vision", Kind.PROSE, "What the office wants to see."),
        Field("mission", "Mission", Kind.PROSE, "What the office does about it."),
        Field("licence", "Licence", Kind.WORDS, "On what terms the plan and its data may be used."),
        Field("licence_url", "Licence online", Kind.URL, "Where the licence can be read."),
        Field("page", "Page", Kind.URL, "The home page of the plan.", required=True),
    ),
    _plan,
    dated="version_date",
)

VERSIONS = Dataset(
    "versions",
    "Versions of the plan",
    "How the plan came about: each version, its day and what changed in it.",
    ("order",),
    (
        Field("order", "Order", Kind.WHOLE, "1 is the first version.", required=True),
        Field("number", "Number", Kind.WORDS, "The number that the version was given.", required=True),
        Field("date", "Date", Kind.DAY, "The day of the version.", required=True),
        Field("status", "Status", Kind.WORDS, "How far the plan had come.", True, _STATUSES),
        Field("summary", "What changed", Kind.PROSE, "What changed in this version.", required=True),
    ),
    _versions,
    dated="date",
)

PREVIOUS = Dataset(
    "previous-plan",
    "Actions of the plan before",
    "What became of each action of the plan before this one: carried forward, finished or dropped, and why.",
    ("id",),
    (
        Field("id", "Identifier", Kind.ID, "The identifier that it had in that plan.", required=True),
        Field("title", "Title", Kind.WORDS, "What the action was called.", required=True),
        Field("priority", "Priority then", Kind.WORDS, "What it stood under, in the words of that plan."),
        Field("fate", "What became of it", Kind.WORDS, "What became of it.", True, tuple(Fate)),
        Field("why", "Why", Kind.PROSE, "Why, in the words of the office.", required=True),
        Field("actions", "Actions now", Kind.IDS, "The actions of this plan that carry it on."),
    ),
    _previous,
)
