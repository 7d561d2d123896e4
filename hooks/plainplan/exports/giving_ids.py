"""The identifiers that 360Giving asks for, of grants, organisations and people.

A grant needs an identifier that begins with a prefix which 360Giving gave to the body (`giving_prefix`), and
an organisation that no register knows gets one that begins with it too (https://standard.threesixtygiving.org/).
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from plainplan.model import Grant
from plainplan.model.base import Slug
from plainplan.model.money import Recipient
from plainplan.model.plan import Body
from plainplan.model.recipients import organisation_of, register_id
from plainplan.slugs import slug
from plainplan.views.index import Index


def grant_id(grant: Grant, body: Body) -> str | None:
    """The identifier of a grant; None where the body has no prefix."""
    return f"{body.giving_prefix}-{grant.id}" if body.giving_prefix else None


def funder_id(body: Body) -> str:
    """The body's identifier; where it has none, one of its own, as the standard allows."""
    return body.identifier or internal_id(body.giving_prefix or "", body.organisation or body.name)


def recipient_id(recipient: Recipient, index: Index) -> str | None:
    """The identifier of an organisation that got a grant.

    What is stated of the recipient comes first, then what the plan says of its own organisation of that name.
    None where there is no number and the body has no prefix.
    """
    known = organisation_of(recipient, index.plan.organisations)
    stated = recipient.identifier or register_id(recipient) or (known.identifier if known else None)
    prefix = index.plan.about.body.giving_prefix
    if stated or not prefix:
        return stated
    return internal_id(prefix, known.id if known else recipient.name)


def internal_id(prefix: str, name: str) -> str:
    """The identifier that a publisher gives to an organisation that no register knows."""
    return f"{prefix}-org:{slug(name) or uuid5(NAMESPACE_URL, name)}"


def individual_id(prefix: str, grant_id: Slug) -> str:
    """The identifier of a person. It says nothing of who they are."""
    return f"{prefix}-ind:{grant_id}"
