"""Grants of a 360Giving file as data/grants.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from plainplan.exports.giving import individual_id, internal_id, register_id
from plainplan.exports.giving_columns import BUDGET_LINE, PRIORITY
from plainplan.imports.choices import Notebook, UnclearError
from plainplan.imports.days import Order, is_iso, parse_day, parse_edge, settle_order, spoken
from plainplan.imports.giving_rows import GivingRow, rows_of
from plainplan.imports.numbers import parse_number, settle_point
from plainplan.imports.records import Ids, build
from plainplan.load.yaml_source import Keys
from plainplan.model.money import GrantsFile, Recipient
from plainplan.slugs import slug

_AMOUNTS = {"amountAwarded": "amount", "amountAppliedFor": "applied", "amountDisbursed": "disbursed"}
_DATES = ("awardDate", "plannedDates.startDate", "plannedDates.endDate")
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
_PREFIX = re.compile(r"(360G-[A-Za-z0-9]+)-(.+)")
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
    """What the whole file settles: the order of dates, and the decimal sign, by way."""

    orders: dict[str, Order | None]
    points: dict[str, str | None]


def read_grants(text: str, notes: Notebook, order: Order | None = None) -> GrantsFile | None:
    """Every grant of a 360Giving file, as the model has it. None where any of them cannot be taken.

    `order` is what the editor says of dates that may be read two ways.
    """
    rows = [row for row in rows_of(text, notes) if _is_grant(row, notes)]
    if not rows and not notes.problems:
        notes.refuse(1, "there is no grant in the file.", "Check that it is the right file.")
    if not rows:
        return None
    columns = Columns(
        {way: order or settle_order(row.texts.get(way, "") for row in rows) for way in _DATES},
        {way: settle_point(_without_exact(row, way) for row in rows) for way in _AMOUNTS},
    )
    _say_what_is_left(rows, notes)
    ids = Ids()
    grants, lines = [], dict[Keys, int]()
    for place, row in enumerate(rows):
        lines["grants", place] = row.line
        grants.append(_grant(row, columns, ids, notes))
    if notes.problems:
        return None
    return build(GrantsFile, {"grants": grants}, lines, notes)


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
    """Once for each field that a plan has no place for."""
    known = {*_AMOUNTS, *_DATES, *_WORDS, *_USED}
    for way in sorted({way for row in rows for way in row.texts} - known):
        first = next(row for row in rows if way in row.texts)
        notes.took(first.line, f'left out "{way}", here and below: a plan has no place for it.')
    funders = sorted({row.texts.get("fundingOrganization.name", "") for row in rows} - {""})
    if len(funders) > 1:
        notes.took(rows[0].line, f"took the grants of all {len(funders)} funders: {', '.join(funders)}.")


def _grant(row: GivingRow, columns: Columns, ids: Ids, notes: Notebook) -> dict[str, Any]:
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
    grant |= {"id": _id(row, ids, notes), "recipient": _recipient(row, notes)}
    for way, name in _AMOUNTS.items():
        grant[name] = _amount(row, way, columns, notes)
    grant["awarded"] = _day(row, "awardDate", columns, notes)
    grant["start"] = _day(row, "plannedDates.startDate", columns, notes)
    grant["end"] = _day(row, "plannedDates.endDate", columns, notes)
    grant["open_call"] = _open_call(row, notes)
    return grant | _classified(row, notes)


def _id(row: GivingRow, ids: Ids, notes: Notebook) -> str:
    given = row.texts.get("id", "")
    match = _PREFIX.fullmatch(given)
    bare = match[2] if match else given
    if given and slug(bare) in ids.taken:
        notes.refuse(
            row.line, f'2 grants have the identifier "{given}".', "Delete one, or mend its identifier."
        )
        return bare
    made = ids.new(bare, f"grant-{row.line}")
    if given and made != bare:
        notes.took(row.line, f'the identifier "{given}" cannot be in an address: took "{made}".')
    return made


def _prefix(row: GivingRow) -> str:
    match = _PREFIX.fullmatch(row.texts.get("id", ""))
    return match[1] if match else ""


def _recipient(row: GivingRow, notes: Notebook) -> dict[str, Any]:
    texts = row.texts
    if name := texts.get("recipientIndividual.name"):
        own = individual_id(_prefix(row), slug(_PREFIX.sub(r"\2", texts.get("id", ""))))
        known = texts.get("recipientIndividual.id")
        return {"name": name, "person": "true", "identifier": None if known == own else known}
    name = texts.get("recipientOrganization.name", "")
    if not name:
        notes.refuse(row.line, "the grant has no recipient.", "Add Recipient Org:Name in the file.")
    charity, company = (texts.get(f"recipientOrganization.{kind}Number") for kind in ("charity", "company"))
    known = texts.get("recipientOrganization.id")
    for scheme, given in (("GB-CHC-", charity), ("GB-COH-", company)):
        if known and known.startswith(scheme) and not given and not (charity or company):
            number = known.removeprefix(scheme)
            charity, company = (number, company) if scheme == "GB-CHC-" else (charity, number)
    found = Recipient.model_construct(name=name, charity_number=charity, company_number=company)
    own = register_id(found) or internal_id(_prefix(row), name)
    return {
        "name": name,
        "identifier": None if known == own else known,
        "charity_number": charity,
        "company_number": company,
        "description": texts.get("recipientOrganization.description"),
    }


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


def _day(row: GivingRow, way: str, columns: Columns, notes: Notebook) -> str | None:
    text = row.texts.get(way)
    if text is None:
        return None
    order = columns.orders[way]
    try:
        day = (
            parse_day(text, order) if way == "awardDate" else parse_edge(text, order, way.endswith("endDate"))
        )
    except UnclearError as unclear:
        notes.refuse_unclear(row.line, way, unclear)
        return None
    if not is_iso(text):
        notes.took(row.line, f"took {text} under {way} as {spoken(day)}.")
    return day.isoformat()


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
