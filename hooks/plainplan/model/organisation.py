"""data/organisations.yml: who answers for what."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from plainplan.model.base import Contact, Line, Prose, Record, SharedLine, Slug, Url, Verbatim


class Responsibility(StrEnum):
    """At which level an organisation answers for its part of the plan."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"
    PARTNER = "partner"


class Organisation(Record):
    """A body, force or partner that the plan names."""

    id: Slug
    name: Line
    short_name: Line | None = None
    identifier: Verbatim | None = Field(None, description="an identifier of org-id.guide, such as GB-CHC-…")
    kind: SharedLine
    responsibility: Responsibility
    description: Prose | None = None
    responsibilities: tuple[Line, ...] = ()
    contact: Contact | None = None
    url: Url | None = None


class OrganisationsFile(Record):
    """data/organisations.yml, whole."""

    organisations: tuple[Organisation, ...]
