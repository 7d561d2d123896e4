"""What a dataset is: its fields, its key, where it refers to, and how its rows come out of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from plainplan.exports.prose import unwrapped
from plainplan.language import bare, gettext, named
from plainplan.language import gettext_noop as N_
from plainplan.model.base import Unknown
from plainplan.views.index import Index

Cell = str | int | bool | Decimal | date | Unknown | tuple[str, ...] | None
Row = Mapping[str, Cell]


class Kind(Enum):
    """What stands in the cells of a field."""

    ID = "identifier"
    YEAR = "financial year"
    WORDS = "text"
    PROSE = "text in Markdown"
    ADDRESS = "text, line by line"
    URL = "web address"
    WHOLE = "whole number"
    NUMBER = "number"
    MONEY = "pounds"
    DAY = "date"
    YES_NO = "true or false"
    IDS = "several, with spaces between them"
    LINES = "several, one on a line"


SEPARATORS: Mapping[Kind, str] = {Kind.IDS: " ", Kind.LINES: "\n"}
"""What parts the values of a cell that holds several. None of them can stand inside a value: an identifier
and a web address have no space, and a line has no line break."""

MISSING: Mapping[str, str] = {
    "": N_("The plan says nothing here, or there is nothing to say."),
    Unknown.NOT_PUBLISHED.value: N_("The plan says that this is not published."),
    Unknown.NOT_AVAILABLE.value: N_("The plan says that there is no such figure."),
}
"""What stands in a cell instead of a value. A stated gap keeps its words, so that it is not taken for an
empty cell; programs that read the descriptions treat all three as missing."""


@dataclass(frozen=True)
class Seen(Index):
    """A plan as it is seen on a day. What is late, or behind its target, depends on the day."""

    on: date


@dataclass(frozen=True)
class Field:
    """One column. `one_of` lists every value that it can have, where there are only some."""

    name: str
    title: str
    kind: Kind
    description: str
    required: bool = False
    one_of: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Its title for readers. The catalogue has it by `plainplan.exports.words`."""
        return gettext(self.title)

    @property
    def meaning(self) -> str:
        """Its description for readers."""
        return gettext(self.description)

    @property
    def choices(self) -> tuple[str, ...]:
        """The values as they stand in a CSV file, and what each is called where that is another word."""
        return tuple(_choice(value) for value in self.one_of)


def _choice(value: str) -> str:
    name = named(value) if isinstance(value, Enum) else value
    return str(value) if bare(name) == value else f"{value} ({name})"


@dataclass(frozen=True)
class Reference:
    """Fields whose values, together, are the key of a row of another dataset."""

    fields: tuple[str, ...]
    dataset: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Dataset:
    """One table. No two rows have the same values in the fields of `key`.

    `dated` is the field, if any, that says on which day a row was added or last changed.
    """

    id: str
    title: str
    description: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    rows: Callable[[Seen], Iterable[Row]]
    references: tuple[Reference, ...] = ()
    dated: str = ""

    @property
    def heading(self) -> str:
        """Its title for readers. The catalogue has it by `plainplan.exports.words`."""
        return gettext(self.title)

    @property
    def meaning(self) -> str:
        """Its description for readers."""
        return gettext(self.description)


@dataclass(frozen=True)
class Table:
    """A dataset with its rows; each row has a cell for every field, in the order of the fields."""

    dataset: Dataset
    rows: tuple[tuple[Cell, ...], ...]

    def newest(self, on: date) -> date | None:
        """The newest day up to `on` on which a row was added or changed, where rows carry one."""
        days = self.column(self.dataset.dated) if self.dataset.dated else ()
        return max((day for day in days if isinstance(day, date) and day <= on), default=None)

    @property
    def objects(self) -> list[dict[str, Cell]]:
        """The rows by the names of the fields."""
        names = [field.name for field in self.dataset.fields]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of one field."""
        place = self._place(name)
        return tuple(row[place] for row in self.rows)

    def where(self, name: str, value: str) -> Table:
        """The rows that have `value` in the field `name`."""
        place = self._place(name)
        return Table(self.dataset, tuple(row for row in self.rows if row[place] == value))

    def _place(self, name: str) -> int:
        return [field.name for field in self.dataset.fields].index(name)


def read(dataset: Dataset, seen: Seen) -> Table:
    """The rows of a dataset. Raises KeyError where a row lacks a field."""
    rows = (
        tuple(_cell(row[field.name], field.kind) for field in dataset.fields) for row in dataset.rows(seen)
    )
    return Table(dataset, tuple(rows))


def _cell(cell: Cell, kind: Kind) -> Cell:
    """A cell as files have it: without marks of language, which no file may hold."""
    if isinstance(cell, tuple):
        return tuple(bare(words) for words in cell)
    if not isinstance(cell, str) or isinstance(cell, Enum):
        return cell
    return unwrapped(bare(cell)) if kind is Kind.PROSE else bare(cell)


def pick(record: object, *names: str) -> dict[str, Cell]:
    """The attributes of a record that are cells of the same name."""
    return {name: getattr(record, name) for name in names}
