"""Who got grants: which records mean the same recipient, and the part of an address that stands for each."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from plainplan.language import bare
from plainplan.language.collation import sort_key
from plainplan.model.money import Grant, Recipient
from plainplan.model.organisation import Organisation

_LONGEST = 60
_NOT_FOR_ADDRESSES = frozenset({"index", "readme"})  # the pages of a folder itself


@dataclass(frozen=True)
class Receiver:
    """An organisation that got grants, these in the order of their award. `name` is for readers."""

    slug: str
    name: str
    grants: tuple[Grant, ...]


def receivers(grants: Iterable[Grant]) -> list[Receiver]:
    """Every organisation that got one of the grants, in the order of their names.

    Individuals are left out: they have no page.

    The same name is the same organisation, unless a number stated with it differs. Its address is made
    from the name. Where two would have the same address, it is that of the first one to get a grant, so
    that addresses stay as grants are added; the other one's ends in a fingerprint of its first grant.
    """
    clusters: list[list[Grant]] = []
    for grant in sorted(grants, key=lambda grant: (grant.awarded, grant.id)):
        if not grant.recipient.person:
            same = (cluster for cluster in clusters if _is_same(grant.recipient, cluster))
            cluster = next(same, None)
            if cluster is None:
                clusters.append([grant])
            else:
                cluster.append(grant)
    taken = set(_NOT_FOR_ADDRESSES)
    made = [
        Receiver(_free(cluster[0], taken), cluster[-1].recipient.called, tuple(cluster))
        for cluster in clusters
    ]
    return sorted(made, key=lambda one: (sort_key(one.name), one.slug))


def organisation_of(recipient: Recipient, organisations: Iterable[Organisation]) -> Organisation | None:
    """The organisation of the plan that has the recipient's name, or else the same identifier."""
    if recipient.person:
        return None
    known = tuple(organisations)
    names = {_folded(recipient.name), _folded(recipient.called)}
    stated = recipient.identifier or register_id(recipient)
    found = (one for one in known if _folded(one.name) in names)
    same = (one for one in known if stated and one.identifier == stated)
    return next(found, None) or next(same, None)


def register_id(recipient: Recipient) -> str | None:
    """The identifier from the charity or company number (org-id.guide: GB-CHC, GB-COH)."""
    if recipient.charity_number:
        return f"GB-CHC-{recipient.charity_number}"
    return f"GB-COH-{recipient.company_number}" if recipient.company_number else None


def _is_same(recipient: Recipient, cluster: Iterable[Grant]) -> bool:
    return all(
        _folded(recipient.name) == _folded(grant.recipient.name)
        and all(
            one == other
            for one, other in zip(_numbers(recipient), _numbers(grant.recipient), strict=True)
            if one and other
        )
        for grant in cluster
    )


def _numbers(recipient: Recipient) -> tuple[str | None, ...]:
    return recipient.identifier, recipient.charity_number, recipient.company_number


def _free(first: Grant, taken: set[str]) -> str:
    """An address that nobody has, added to those that are `taken`."""
    slug = _slug(first.recipient.name)
    if not slug or slug in taken:
        fingerprint = hashlib.sha256(first.id.encode()).hexdigest()[:8]
        slug = f"{slug or 'recipient'}-{fingerprint}"
    taken.add(slug)
    return slug


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", bare(name)).casefold().split())


def _slug(name: str) -> str:
    """The name in small letters a to z, digits and hyphens; empty where it has none of them."""
    folded = unicodedata.normalize("NFKD", bare(name).casefold()).replace("'", "").replace("\u2019", "")
    plain = folded.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")
