"""Identifiers of grants: what the publisher put before them, and what an address can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plainplan import addresses
from plainplan.imports.choices import Notebook
from plainplan.imports.giving_rows import GivingRow
from plainplan.imports.records import Ids
from plainplan.slugs import slug

_PREFIX = re.compile(r"(360G-[A-Za-z0-9]+)-.+")


class GrantIds:
    """Gives every grant of a file its id. `prefix` is what comes off; empty where nothing does.

    `own` is the prefix of the plan's body, `there` are the ids of the grants that the plan has.
    """

    def __init__(
        self, rows: Iterable[GivingRow], own: str | None, there: frozenset[str], notes: Notebook
    ) -> None:
        self.notes = notes
        self.ids = Ids(addresses.GRANTS)
        self.first: dict[str, int] = {}
        given = [(row.line, row.texts["id"]) for row in rows if "id" in row.texts]
        self.prefix = own or ""
        if given and not any(name.startswith(f"{own}-") for _, name in given):
            shared = {match[1] if (match := _PREFIX.fullmatch(name)) else "" for _, name in given}
            self.prefix = shared.pop() if len(shared) == 1 else ""
            if own and any(slug(name.removeprefix(f"{self.prefix}-")) in there for _, name in given):
                self.prefix = ""  # another publisher's 1 is not the plan's own 1
            if self.prefix:
                words = f'took every identifier without "{self.prefix}-", with which all of them begin.'
                notes.took(given[0][0], words)

    def bare(self, row: GivingRow) -> str:
        """The identifier without the prefix."""
        given = row.texts.get("id", "")
        return given.removeprefix(f"{self.prefix}-") if self.prefix else given

    def new(self, row: GivingRow) -> str:
        """The id of a grant. An identifier that another row has already is refused."""
        given, bare = row.texts.get("id", ""), self.bare(row)
        if given and given in self.first:
            message = f'2 grants have the identifier "{given}": the other is in line {self.first[given]}.'
            self.notes.refuse(row.line, message, "Delete one, or mend its identifier.")
            return bare
        self.first[given] = row.line
        made = self.ids.new(bare, f"grant-{row.line}")
        if given and made != bare:
            self.notes.took(row.line, f'the identifier "{given}" cannot be in an address: took "{made}".')
        return made

    def as_in_plan(self, row: GivingRow) -> str:
        """The id that the same grant has in the plan, if it is there."""
        return slug(self.bare(row))
