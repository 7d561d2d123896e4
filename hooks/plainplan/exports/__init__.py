"""The plan as data, to take away. The same plan on the same day gives the same files, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plainplan.exports import described, giving, stratml
from plainplan.exports.archive import zipped
from plainplan.exports.document import plan_json, schema_json
from plainplan.exports.download import FOLDER, Download
from plainplan.exports.fields import Dataset, Seen, Table
from plainplan.exports.json_text import encode
from plainplan.exports.schemas import PLAN_SCHEMA, SLICES, slice_schema
from plainplan.exports.slices import slices_of
from plainplan.exports.tables import GROUPS, tables_of
from plainplan.exports.text import csv_of
from plainplan.exports.workbook import workbook_of
from plainplan.views.changed import plan_changed
from plainplan.views.index import Index

__all__ = ["FOLDER", "Download", "Listed", "TakeAway", "files"]

WORKBOOK = f"{FOLDER}plan.xlsx"
PLAN_DOCUMENT = "plan.json"
EVERYTHING = f"{FOLDER}all.zip"
_OF_SCHEMAS = "What stands in plan.json, and in the JSON files of a page."


def files(index: Index, on: date) -> dict[str, Download]:
    """Every file that the site offers of the data of a plan on a day, by its path."""
    return TakeAway(index, on).downloads


@dataclass(frozen=True)
class Listed:
    """A dataset as the page of all data lists it.

    `newest` is the newest day that its rows carry up to the day of the data. Where they carry none, it last
    changed with a `version` of the plan: the newest one, since nothing records a later change. Either or both
    may be None.
    """

    dataset: Dataset
    rows: int
    newest: date | None
    version: date | None
    files: tuple[Download, ...]

    @property
    def changed(self) -> date | None:
        """The day on which it last changed, as far as the plan says."""
        return self.newest or self.version


@dataclass(frozen=True)
class TakeAway:
    """The data of a plan in every format, as seen on the day `on`."""

    index: Index
    on: date

    @cached_property
    def seen(self) -> Seen:
        """The plan and the day together."""
        return Seen(self.index.plan, self.on)

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The datasets that the plan has, by their id."""
        return tables_of(self.seen)

    @cached_property
    def changed(self) -> date | None:
        """The day on which the plan last changed."""
        return plan_changed(self.index.plan, self.on)

    @cached_property
    def downloads(self) -> dict[str, Download]:
        """Every file by its path; the last one holds all the others."""
        made = {file.path: file for file in self._files()}
        inside = {path.removeprefix(FOLDER): file.content for path, file in made.items()}
        everything = Download(
            EVERYTHING, "application/zip", "All the data in one file", "ZIP", zipped(inside), standard="ZIP",
            description="Every file of this page, for keeping.",
        )  # fmt: skip
        return {**made, EVERYTHING: everything}

    def of(self, kind: str, name: str) -> tuple[Download, ...]:
        """The files that belong to one subject, such as `("measures", "public-confidence")`."""
        return self._by_subject.get((kind, name), ())

    @cached_property
    def _by_subject(self) -> dict[tuple[str, str], tuple[Download, ...]]:
        found: dict[tuple[str, str], tuple[Download, ...]] = {}
        for file in self.downloads.values():
            if file.subject:
                found[file.subject] = (*found.get(file.subject, ()), file)
        return found

    @cached_property
    def workbook(self) -> Download:
        """The file for people."""
        return self.downloads[WORKBOOK]

    @cached_property
    def everything(self) -> Download:
        """The file that holds all the others."""
        return self.downloads[EVERYTHING]

    @cached_property
    def standards(self) -> tuple[Download, ...]:
        """The files that follow a standard as a whole."""
        return tuple(file for file in self.downloads.values() if file.standard)

    @cached_property
    def whole(self) -> tuple[Download, ...]:
        """The files that hold the whole plan."""
        held = (file for file in self.standards if not (file.describes or file.subject))
        return (self.workbook, *(file for file in held if file.path != EVERYTHING), self.everything)

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Each dataset, in the order in which readers meet them."""
        return tuple(one for group in self.groups.values() for one in group)

    @cached_property
    def groups(self) -> dict[str, tuple[Listed, ...]]:
        """The same by what they are about. A group without any is left out."""
        made = {
            name: tuple(self._list(self.tables[one.id]) for one in datasets if one.id in self.tables)
            for name, datasets in GROUPS.items()
        }
        return {name: listed for name, listed in made.items() if listed}

    def _list(self, table: Table) -> Listed:
        days = (version.date for version in self.index.plan.about.versions)
        version = max((day for day in days if day <= self.on), default=None)
        files = self.of("dataset", table.dataset.id)
        return Listed(table.dataset, len(table.rows), table.newest(self.on), version, files)

    def _files(self) -> Iterator[Download]:
        plan, tables = self.index.plan, self.tables
        contents = {name: csv_of(table) for name, table in tables.items()}
        yield Download(
            WORKBOOK,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "The workbook",
            "Excel",
            workbook_of(plan.about, self.changed, tables),
        )
        for name, content in contents.items():
            title = tables[name].dataset.title
            yield Download(
                f"{FOLDER}{name}.csv", "text/csv", title, "CSV", content, subject=("dataset", name)
            )
        yield from _standards(
            (PLAN_DOCUMENT, "JSON", "The whole plan as one document, for programs.", plan_json(self.seen)),
            (PLAN_SCHEMA, "JSON Schema", _OF_SCHEMAS, schema_json(plan)),
            *(
                (
                    SLICES[kind][0],
                    "JSON Schema",
                    _OF_SCHEMAS,
                    encode(slice_schema(plan, kind)).encode("utf-8"),
                )
                for kind in SLICES
            ),
            (
                "datapackage.json",
                "Data Package 2.0",
                "Describes every column of the CSV files, for Frictionless and other tools.",
                described.data_package(plan, tables, contents),
            ),
            (
                "csv-metadata.json",
                "CSV on the Web",
                "Describes the same columns by the standard of the W3C.",
                described.csvw(plan, tables),
            ),
        )
        yield from giving.files(self.index)
        yield from stratml.files(self.index)
        yield from slices_of(self.seen, tables)


def _standards(*told: tuple[str, str, str, bytes]) -> Iterable[Download]:
    for name, standard, description, content in told:
        kind = "application/schema+json" if name.endswith(".schema.json") else "application/json"
        title = name if name != PLAN_DOCUMENT else "The whole plan"
        yield Download(
            f"{FOLDER}{name}",
            kind,
            title,
            "JSON",
            content,
            standard=standard,
            description=description,
            describes=name != PLAN_DOCUMENT,
        )
