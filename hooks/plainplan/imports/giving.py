"""Grants of a 360Giving file as data/grants.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plainplan import addresses
from plainplan.exports.giving_columns import BUDGET_LINE, PRIORITY
from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.days import Order
from plainplan.imports.giving_dates import Dates
from plainplan.imports.giving_funders import own_grants
from plainplan.imports.giving_ids import GrantIds
from plainplan.imports.giving_join import joined
from plainplan.imports.giving_recipients import recipient_of
from plainplan.imports.giving_rows import GivingRow, rows_of
from plainplan.imports.numbers import parse_number, settle_point
from plainplan.imports.records import build
from plainplan.load.yaml_source import Keys
from plainplan.model import Plan
from plainplan.model.money import GrantsFile
from plainplan.model.plan import Body
from plainplan.views.index import Index

_AMOUNTS = {"amountAwarded": "amount", "amountAppliedFor": "applied", "amountDisbursed": "disbursed"}
_WORDS = {
    "title": "title",
    "description": "description",
    "url": "url",
    "beneficiaryLocation.name": "location",
    "grantProgramme.title": "programme",
    "conditions": "conditions",
    "reasons": "reasons",
}
_ESSENTIAL = ("id", "title", "awardDate")
_TOTAL = re.compile(r"\b(grand |sub)?totals?\b|\bsum\b", re.IGNORECASE)
_YES = {"yes": "true", "y": "true", "true": "true", "no": "false", "n": "false", "false": "false"}
_USED = {
    "id",
    "currency",
    "fromOpenCall",
    "dataSource",
    "dateModified",
    "recipientOrganization.id",
    "recipientOrganization.name",
    "recipientOrganization.charityNumber",
    "recipientOrganization.companyNumber",
    "recipientOrganization.description",
    "recipientIndividual.id",
    "recipientIndividual.name",
    "fundingOrganization.id",
    "fundingOrganization.name",
}
"""What is read otherwise than as words, or belongs to the publisher and is made anew with each export."""


@dataclass(frozen=True)
class Columns:
    """What the whole file settles: how dates are read, the decimal sign by way, and the identifiers."""

    dates: Dates
    points: dict[str, str | None]
    ids: GrantIds


@dataclass(frozen=True)
class Office:
    """Whose grants they are: the plan that is there already, and the funder that the editor asks for."""

    plan: Plan | None = None
    funder: str | None = None

    @cached_property
    def index(self) -> Index | None:
        """The records of the plan by their ids."""
        return Index(self.plan) if self.plan else None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the grants that the plan has."""
        return frozenset(grant.id for grant in self.plan.grants) if self.plan else frozenset()

    @property
    def body(self) -> Body | None:
        """The body whose plan it is."""
        return self.plan.about.body if self.plan else None


def read_grants(
    text: str, notes: Notebook, order: Order | None = None, office: Office = Office()
) -> GrantsFile | None:
    """Every grant of a 360Giving file, as the model has it. None where any of them cannot be taken.

    `order` is what the editor says of dates that may be read two ways. The grants of `office` stay.
    """
    rows = [row for row in rows_of(text, notes) if _is_grant(row, notes)]
    if not rows and not notes.problems:
        notes.refuse(1, "there is no grant in the file.", "Check that it is the right file.")
    rows = own_grants(rows, office.body, office.funder, notes) if rows else []
    if not rows:
        return None
    _say_what_is_left(rows, notes)
    columns = Columns(
        Dates(rows, order, notes),
        {way: settle_point(_without_exact(row, way) for row in rows) for way in _AMOUNTS},
        GrantIds(rows, office.body.giving_prefix if office.body else None, office.ids, notes),
    )
    grants = [(row.line, _grant(row, columns, office, notes)) for row in rows]
    if notes.problems:
        return None
    numbered = joined(grants, office.plan.grants if office.plan else (), notes)
    lines: dict[Keys, int] = {("grants", place): line for place, (line, _) in enumerate(numbered)}
    return build(GrantsFile, {"grants": [grant for _, grant in numbered]}, lines, notes)


def _without_exact(row: GivingRow, way: str) -> str:
    return "" if way in row.exact else row.texts.get(way, "")


def _is_grant(row: GivingRow, notes: Notebook) -> bool:
    """Whether a row is one: a total or a note at the end of a table is not."""
    filled = " ".join(row.texts.values())
    if any(way in row.texts for way in _ESSENTIAL[::2]) and "title" in row.texts:
        return True
    if not row.texts:
        notes.took(row.line, "left out a row that says nothing in the columns of the standard.")
        return False
    if "awardDate" not in row.texts and (_TOTAL.search(filled) or len(row.texts) == 1):
        what = "a total" if _TOTAL.search(filled) else "a note"
        notes.took(row.line, f'left out {what}, which is not a grant: "{filled}".')
        return False
    return True


def _say_what_is_left(rows: list[GivingRow], notes: Notebook) -> None:
    """Once for each field that a plan has no place for, and for a currency that is not given."""
    known = {*_AMOUNTS, *Dates.WAYS, *_WORDS, *_USED}
    for way in sorted({way for row in rows for way in row.texts} - known):
        held = [row for row in rows if way in row.texts]
        said = "; ".join(dict.fromkeys(row.texts[way] for row in held))
        notes.took(held[0].line, f'left out "{way}", here and below, a plan has no place for it: "{said}".')
    without = [row for row in rows if "currency" not in row.texts]
    if without:
        lines = ", ".join(str(row.line) for row in without)
        notes.took(without[0].line, f"no currency is given: took pounds. The lines are {lines}.")


def _grant(row: GivingRow, columns: Columns, office: Office, notes: Notebook) -> dict[str, Any]:
    for way in ("id", "title", "awardDate", "amountAwarded"):
        if way not in row.texts:
            notes.refuse(row.line, f'the grant has no "{way}".', "Add it in the file.")
    currency = row.texts.get("currency", "GBP")
    if currency.upper() not in ("GBP", "£"):
        mend = "Give the amounts in pounds, with GBP as the currency."
        notes.refuse(row.line, f'the currency is "{currency}", and plans are in pounds.', mend)
    title = row.texts.get("title", "")
    grant: dict[str, Any] = {name: row.texts.get(way) for way, name in _WORDS.items()}
    if title and not grant["description"]:
        grant["description"] = title
        notes.took(row.line, "there is no description: took the title.")
    if names := row.several.get("fundingOrganization"):
        message = f"the grant has {len(names)} funders: {'; '.join(names)}."
        notes.refuse(row.line, message, "Leave the part that is this body's own, with its amount.")
    ids = columns.ids
    grant["id"] = ids.new(row)
    grant["recipient"] = recipient_of(row, ids, office.index, notes)
    if (grant["url"] or "").endswith(f"/{addresses.GRANTS}#{grant['id']}"):
        grant["url"] = None  # our own page about it, which is no page elsewhere
    for way, name in _AMOUNTS.items():
        grant[name] = _amount(row, way, columns, notes)
    grant |= columns.dates.of(row)
    grant["open_call"] = _open_call(row, notes)
    return grant | _classified(row, notes)


def _amount(row: GivingRow, way: str, columns: Columns, notes: Notebook) -> str | None:
    text = row.texts.get(way)
    if text is None:
        return None
    try:
        figure = parse_number(text, "." if way in row.exact else columns.points[way])
    except UnclearError as unclear:
        notes.refuse_unclear(row.line, way, unclear)
        return None
    if figure.percent:
        notes.refuse(row.line, f'{way}: "{text}" is not an amount.', "Write pounds, such as 1250.50.")
    written = format(figure.value, "f")
    if not figure.plain and way not in row.exact:
        notes.took(row.line, f'took "{text}" under {way} as {written}.')
    return written


def _open_call(row: GivingRow, notes: Notebook) -> str | None:
    text = row.texts.get("fromOpenCall", "")
    known = _YES.get(text.lower())
    if text and known is None:
        notes.took(row.line, f'left out "{text}" under fromOpenCall: it is neither yes nor no.')
    return known


def _classified(row: GivingRow, notes: Notebook) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in row.classifications:
        code = entry.get("code", "")
        year, _, line = code.partition("/")
        if entry.get("vocabulary") == PRIORITY and code:
            found["priority"] = code
        elif entry.get("vocabulary") == BUDGET_LINE and line:
            found["budget_line"] = {"year": year, "line": line}
        else:
            words = " ".join(entry.values())
            notes.took(row.line, f'left out the classification "{words}": a plan has no place for it.')
    return found
