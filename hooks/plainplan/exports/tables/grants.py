"""Grants: who gets how much, for what (Specified Information Order 2011, Schedule, paragraph 3(f))."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan import addresses
from plainplan.exports.fields import Cell, Dataset, Field, Kind, Reference, Row, pick
from plainplan.exports.giving_ids import grant_id, recipient_id
from plainplan.exports.tables.common import (
    BUDGET_LINE,
    PAGE,
    amount,
    budget_line,
    identifier,
    page_of,
    priority_title,
    title,
)
from plainplan.model import Grant
from plainplan.model.recipients import organisation_of
from plainplan.views.index import Index


def _grants(index: Index) -> Iterator[Row]:
    for item in sorted(index.plan.grants, key=lambda grant: (grant.awarded, grant.id), reverse=True):
        yield {
            **pick(item, "id", "title", "description", "amount", "awarded", "start", "end", "priority"),
            **pick(item, "programme", "location", "url", "applied", "disbursed", "open_call"),
            **pick(item, "conditions", "reasons"),
            "year": item.year,
            "recipient": item.recipient.name,
            "recipient_identifier": item.recipient.identifier,
            "recipient_is_person": item.recipient.person,
            "recipient_description": item.recipient.description,
            **pick(item.recipient, "charity_number", "company_number"),
            "priority_title": priority_title(index, item.priority),
            **budget_line(item.budget_line),
            "page": page_of(index.plan, f"{addresses.GRANTS}#{item.id}"),
            **_joined(item, index),
        }


def _joined(item: Grant, index: Index) -> dict[str, Cell]:
    """What joins a grant to other data: that of the plan, and that of other funders."""
    recipient = item.recipient
    organisation = organisation_of(recipient, index.plan.organisations)
    return {
        "organisation": organisation.id if organisation else None,
        "recipient_org_id": None if recipient.person else recipient_id(recipient, index),
        "giving_id": grant_id(item, index.plan.about.body),
    }


GRANTS = Dataset(
    "grants",
    "Grants",
    "Every grant: who got how much, for what, on what conditions and why. The newest is first.",
    ("id",),
    (
        identifier("grant"),
        title("grant"),
        Field("description", "Description", Kind.PROSE, "What it pays for.", required=True),
        Field("recipient", "Recipient", Kind.WORDS, "Who got it.", required=True),
        Field("recipient_identifier", "Recipient's identifier", Kind.WORDS, "As org-id.guide gives it."),
        Field("charity_number", "Charity number", Kind.WORDS, "The recipient's number as a charity."),
        Field("company_number", "Company number", Kind.WORDS, "The recipient's number as a company."),
        Field("recipient_is_person", "Person", Kind.YES_NO, "Whether the recipient is a person.", True),
        Field("recipient_description", "About the recipient", Kind.PROSE, "What the recipient does."),
        amount("What was awarded."),
        Field("awarded", "Awarded", Kind.DAY, "The day of the award.", required=True),
        Field(
            "year",
            "Financial year",
            Kind.YEAR,
            "The year whose budget pays for it; where no budget is named, the year of the award.",
            required=True,
        ),
        Field("start", "First day", Kind.DAY, "The first day that it pays for."),
        Field("end", "Last day", Kind.DAY, "The last day that it pays for."),
        Field("priority", "Priority", Kind.ID, "The priority that it serves."),
        Field("priority_title", "Title of priority", Kind.WORDS, "What the priority is called."),
        *BUDGET_LINE,
        Field("programme", "Programme", Kind.WORDS, "The scheme that it is a part of."),
        Field("location", "Place", Kind.WORDS, "The place that it is for."),
        Field("url", "Page about the grant", Kind.URL, "Where more can be read about it."),
        Field("applied", "Applied for (£)", Kind.MONEY, "What the recipient asked for. In pounds, exact."),
        Field("disbursed", "Paid so far (£)", Kind.MONEY, "What has been paid out. In pounds, exact."),
        Field("open_call", "Open to all", Kind.YES_NO, "Whether anybody could apply."),
        Field("conditions", "Conditions", Kind.PROSE, "What the recipient must do."),
        Field("reasons", "Reasons", Kind.PROSE, "Why it helps to reduce crime and disorder."),
        PAGE,
        Field(
            "organisation",
            "Organisation",
            Kind.ID,
            "The recipient, where the plan has an organisation of that name.",
        ),
        Field(
            "recipient_org_id",
            "Recipient's identifier in 360Giving",
            Kind.WORDS,
            "The identifier as stated, or made from the charity or company number, or else the body's own.",
        ),
        Field("giving_id", "360Giving identifier", Kind.WORDS, "The identifier of the grant in 360Giving."),
    ),
    _grants,
    (
        Reference(("priority",), "priorities", ("id",)),
        Reference(("budget_year", "budget_line"), "spending", ("year", "id")),
        Reference(("organisation",), "organisations", ("id",)),
    ),
    dated="awarded",
)
