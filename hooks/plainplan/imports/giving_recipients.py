"""Who got a grant: one organisation, or one person whose name is published with care."""

from __future__ import annotations

import re
from typing import Any

from plainplan.exports.giving_ids import individual_id, internal_id, recipient_id
from plainplan.imports.choices import Notebook
from plainplan.imports.giving_ids import GrantIds
from plainplan.imports.giving_rows import GivingRow
from plainplan.model.money import Recipient
from plainplan.model.recipients import register_id
from plainplan.views.index import Index

_KEEP_ONE = "Leave the one who got the money."


def recipient_of(row: GivingRow, ids: GrantIds, index: Index | None, notes: Notebook) -> dict[str, Any]:
    """The recipient of a grant. Two of them, and an organisation beside a person, are refused."""
    texts = row.texts
    name, person = (texts.get(f"recipient{kind}.name", "") for kind in ("Organization", "Individual"))
    is_person = bool(person or texts.get("recipientIndividual.id"))
    if is_person and (name or texts.get("recipientOrganization.id")):
        other = name or texts["recipientOrganization.id"]
        shown = person or texts["recipientIndividual.id"]
        message = f'the grant has two recipients, the organisation "{other}" and the person "{shown}".'
        notes.refuse(row.line, message, f"{_KEEP_ONE} A person's name is personal data.")
    if names := row.several.get("recipientOrganization"):
        message = f"the grant has {len(names)} recipients, and a plan names one: {'; '.join(names)}."
        notes.refuse(row.line, message, f"{_KEEP_ONE} Or make a grant of each share.")
    if person:
        words = f'the recipient is a person: the name "{person}" will be published. '
        notes.took(row.line, f'{words}Write "Individual" instead where it should not be.')
        own, known = individual_id(ids.prefix, ids.as_in_plan(row)), texts.get("recipientIndividual.id")
        return {"name": person, "person": "true", "identifier": None if known == own else known}
    if not name:
        notes.refuse(row.line, "the grant has no recipient.", "Add Recipient Org:Name in the file.")
    return _organisation(row, name, ids.prefix, index, notes)


def _organisation(
    row: GivingRow, name: str, prefix: str, index: Index | None, notes: Notebook
) -> dict[str, Any]:
    texts = row.texts
    charity, company = (texts.get(f"recipientOrganization.{kind}Number") for kind in ("charity", "company"))
    known = texts.get("recipientOrganization.id")
    if known and not (charity or company):
        charity = known.removeprefix("GB-CHC-") if known.startswith("GB-CHC-") else None
        company = known.removeprefix("GB-COH-") if known.startswith("GB-COH-") else None
    same = {known, None}
    if company and re.fullmatch(r"[0-9]{5,7}", company):
        same.add(f"GB-COH-{company.zfill(8)}" if known == f"GB-COH-{company}" else None)
        words = f'a company number has 8 digits: took "{company}" as "{company.zfill(8)}".'
        notes.took(row.line, words)
        company = company.zfill(8)
    found = Recipient.model_construct(name=name, charity_number=charity, company_number=company)
    own = register_id(found) or internal_id(prefix, name)
    in_plan = recipient_id(found, index) if index else None
    return {
        "name": name,
        "identifier": None if own in same or in_plan in same else known,
        "charity_number": charity,
        "company_number": company,
        "description": texts.get("recipientOrganization.description"),
    }
