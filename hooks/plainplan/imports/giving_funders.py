"""Whose grants a file holds. Another funder's grants are not this office's spending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plainplan.exports.giving_ids import funder_id
from plainplan.imports.choices import Notebook
from plainplan.imports.giving_rows import GivingRow
from plainplan.model.plan import Body

_ASK = "If they belong into this plan, say --funder with the identifier or the name."


@dataclass(frozen=True, order=True)
class Funder:
    """A funder as a row names it."""

    name: str
    id: str

    def __str__(self) -> str:
        return f'"{self.name}" ({self.id})' if self.name and self.id else f'"{self.name or self.id}"'

    def is_called(self, words: str) -> bool:
        """Whether words are its identifier or its name."""
        return bool(words) and _same(words) in {_same(self.name), _same(self.id)}


def _same(words: str) -> str:
    return " ".join(words.casefold().split())


def own_grants(
    rows: list[GivingRow], body: Body | None, asked: str | None, notes: Notebook
) -> list[GivingRow]:
    """The rows of the body's own grants. Foreign and mixed funders are refused, unless one is asked for."""
    by_funder: dict[Funder, list[GivingRow]] = {}
    for row in rows:
        by_funder.setdefault(_funder(row), []).append(row)
    if asked is not None:
        return _asked(by_funder, asked, notes)
    unnamed = by_funder.pop(Funder("", ""), [])
    if unnamed:
        notes.took(unnamed[0].line, f"{_grants(unnamed)} no funder: took this plan's body as the funder.")
    if body is not None:
        _refuse_foreign(by_funder, body, notes)
    elif len(by_funder) > 1:
        line = min(found[0].line for found in by_funder.values())
        mend = "Say --funder with the identifier or the name of the one whose grants they are."
        notes.refuse(line, f"the grants are of {len(by_funder)} funders: {_listed(by_funder)}.", mend)
    else:
        for funder, found in by_funder.items():
            words = (
                f"there is no data/plan.yml to compare with: took the grants of {funder} as the body's own."
            )
            notes.took(found[0].line, words)
    return rows


def _funder(row: GivingRow) -> Funder:
    return Funder(row.texts.get("fundingOrganization.name", ""), row.texts.get("fundingOrganization.id", ""))


def _asked(by_funder: dict[Funder, list[GivingRow]], asked: str, notes: Notebook) -> list[GivingRow]:
    kept = [row for funder, found in by_funder.items() if funder.is_called(asked) for row in found]
    if not kept:
        notes.refuse(0, f'no grant is of the funder "{asked}".', f"The funders are: {_listed(by_funder)}.")
    for funder, found in by_funder.items():
        if funder.is_called(asked):
            notes.took(found[0].line, f"took the grants of {funder} as this plan's, as --funder says.")
        else:
            ids = ", ".join(row.texts.get("id", "one without identifier") for row in found)
            notes.took(found[0].line, f"left out the grants of {funder}: {ids}.")
    return sorted(kept, key=lambda row: row.line)


def _refuse_foreign(by_funder: dict[Funder, list[GivingRow]], body: Body, notes: Notebook) -> None:
    names = [name for name in (body.name, body.short_name) if name]
    known = [body.identifier or "", funder_id(body) if body.giving_prefix else ""]
    for funder, found in by_funder.items():
        if any(funder.id and _same(funder.id) == _same(own) for own in known):
            continue
        if any(funder.name and _same(funder.name) == _same(name) for name in names):
            if funder.id and body.identifier:
                words = (
                    f'the funder has the name of this body and another identifier, "{funder.id}": took it.'
                )
                notes.took(found[0].line, words)
            continue
        message = f"{_grants(found)} another funder, {funder}; this plan is of {body.name}."
        notes.refuse(found[0].line, message, f"Delete these rows from the file. {_ASK}")


def _grants(rows: list[GivingRow]) -> str:
    return "1 grant has" if len(rows) == 1 else f"{len(rows)} grants have"


def _listed(funders: Iterable[Funder]) -> str:
    return ", ".join(str(funder) if funder.name or funder.id else "nobody" for funder in sorted(funders))
