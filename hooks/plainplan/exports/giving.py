"""The grants as 360Giving 1.4, JSON and CSV (https://standard.threesixtygiving.org/).

Without a prefix of the body (see `giving_ids`) there are no files: an invented one could be somebody else's.

The words of the standard are English, and so are those here that are not the plan's.

The plan knows one day on which the record of a grant changed: that of its award. It stands as `dateModified`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from plainplan import addresses
from plainplan.exports.download import FOLDER, Download, only_in_source
from plainplan.exports.giving_columns import BUDGET_LINE, COLUMNS, PRIORITY, at
from plainplan.exports.giving_ids import funder_id, grant_id, individual_id, recipient_id
from plainplan.exports.prose import unwrapped
from plainplan.language import bare
from plainplan.language import gettext as _
from plainplan.model import Grant, Plan
from plainplan.views.index import Index

VERSION = "1.4"
JSON_PATH = f"{FOLDER}grants.360giving.json"
CSV_PATH = f"{FOLDER}grants.360giving.csv"


def files(index: Index) -> Iterable[Download]:
    """The grants of a plan as JSON and CSV; nothing where no grant can be held or the body has no prefix."""
    plan = index.plan
    held = [grant for grant in plan.grants if _holds(grant)]
    if not held or not plan.about.body.giving_prefix:
        return ()
    about: dict[str, Any] = {
        "standard": f"360Giving {VERSION}",
        "description": _(
            "The grants in the format that UK funders share, for GrantNav and other tools of 360Giving."
        ),
        "subject": ("dataset", "grants"),
        "source_only": True,
    }
    return (
        Download(
            JSON_PATH,
            "application/json",
            _("Grants"),
            "360Giving JSON",
            only_in_source(lambda: _json(index, held)),
            **about,
        ),
        Download(
            CSV_PATH,
            "text/csv",
            _("Grants"),
            "360Giving CSV",
            only_in_source(lambda: _csv([grant_of(grant, index) for grant in held])),
            **about,
        ),
    )


def _json(index: Index, held: list[Grant]) -> bytes:
    package = _package(index.plan, [grant_of(grant, index) for grant in held])
    return (bare(json.dumps(package, ensure_ascii=False, indent=2)) + "\n").encode()


def left_out(plan: Plan) -> list[tuple[Grant, str]]:
    """The grants that the standard cannot hold, each with the reason, in words for readers."""
    return [
        (grant, "The amount is not published, and the standard needs one.")
        for grant in plan.grants
        if not _holds(grant)
    ]


def _holds(grant: Grant) -> bool:
    return isinstance(grant.amount, Decimal)


def _package(plan: Plan, grants: list[dict[str, Any]]) -> dict[str, Any]:
    about, body = plan.about, plan.about.body
    publisher = _without_gaps({"name": body.name, "identifier": funder_id(body), "website": body.url})
    invented = " The area, the body and everything else in it are invented." if about.example else ""
    return _without_gaps(
        {
            "version": VERSION,
            "identifier": f"{body.giving_prefix}-grants",
            "title": f"Grants of {about.title}",
            "description": f"Grants made under the plan by {body.name}.{invented}",
            "publisher": publisher,
            "modified": max(grant["dateModified"] for grant in grants),
            "license": about.licence_url,
            "downloadURL": _on_site(plan, JSON_PATH),
            "accessURL": _on_site(plan, addresses.GRANTS),
            "grants": grants,
        }
    )


def grant_of(grant: Grant, index: Index) -> dict[str, Any]:
    """One grant as the standard's JSON. Its amount must be published."""
    plan = index.plan
    body = plan.about.body
    return _without_gaps(
        {
            "id": grant_id(grant, body),
            "title": grant.title,
            "description": _prose(grant.description),
            "currency": "GBP",
            "amountAppliedFor": _number(grant.applied),
            "amountAwarded": _number(grant.amount),
            "amountDisbursed": _number(grant.disbursed),
            "awardDate": grant.awarded.isoformat(),
            "url": grant.url or _on_site(plan, f"{addresses.GRANTS}#{grant.id}"),
            "plannedDates": _one({"startDate": _iso(grant.start), "endDate": _iso(grant.end)}),
            **_recipient(grant, index),
            "beneficiaryLocation": _one({"name": grant.location}),
            "fundingOrganization": [{"id": funder_id(body), "name": body.name}],
            "grantProgramme": _one({"title": grant.programme}),
            "fromOpenCall": {True: "Yes", False: "No", None: None}[grant.open_call],
            "classifications": list(_classifications(grant, index)) or None,
            "dateModified": _moment(grant.awarded),
            "dataSource": _on_site(plan, addresses.GRANTS),
            "conditions": _prose(grant.conditions),
            "reasons": _prose(grant.reasons),
        }
    )


def _recipient(grant: Grant, index: Index) -> dict[str, Any]:
    recipient, prefix = grant.recipient, index.plan.about.body.giving_prefix or ""
    if recipient.person:
        person = {"id": recipient.identifier or individual_id(prefix, grant.id), "name": recipient.name}
        return {"recipientIndividual": person}
    organisation = {
        "id": recipient_id(recipient, index),
        "name": recipient.name,
        "charityNumber": recipient.charity_number,
        "companyNumber": recipient.company_number,
        "description": _prose(recipient.description),
    }
    return {"recipientOrganization": [_without_gaps(organisation)]}


def _classifications(grant: Grant, index: Index) -> Iterator[dict[str, str]]:
    if grant.priority:
        priority = index.priorities.get(grant.priority)
        title = priority.title if priority else grant.priority
        yield {"vocabulary": PRIORITY, "code": grant.priority, "title": title}
    if line := grant.budget_line:
        years = {year.id: year for year in index.plan.budget}
        spending = years[line.year].spending if line.year in years else ()
        title = next((found.title for found in spending if found.id == line.line), line.line)
        yield {"vocabulary": BUDGET_LINE, "code": f"{line.year}/{line.line}", "title": title}


def _csv(grants: list[dict[str, Any]]) -> bytes:
    """One row a grant, with the columns that any of them fills."""
    used = {
        title: path for title, path in COLUMNS.items() if any(at(grant, path) is not None for grant in grants)
    }
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow(used)
    for grant in grants:
        found = [at(grant, path) for path in used.values()]
        writer.writerow("" if value is None else value for value in found)
    return bare(out.getvalue()).encode()


def _number(amount: object) -> int | float | None:
    """Pounds as a JSON number. Exact: a float says pence without loss up to 13 digits of pounds."""
    if not isinstance(amount, Decimal):
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _moment(day: date) -> str:
    """The day as RFC 3339 has moments: the standard asks for one, and no hour is known."""
    return f"{day.isoformat()}T00:00:00Z"


def _prose(text: str | None) -> str | None:
    return unwrapped(text) if text else None


def _one(record: dict[str, Any]) -> list[dict[str, Any]] | None:
    filled = _without_gaps(record)
    return [filled] if filled else None


def _without_gaps(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None}


def _on_site(plan: Plan, address: str) -> str | None:
    return f"{plan.about.site_url.rstrip('/')}/{address}" if plan.about.site_url else None
