"""The plan as data, to take away. The same plan gives the same files, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plainplan.exports import described, giving, stratml
from plainplan.exports.archive import zipped
from plainplan.exports.document import SCHEMA_FILE, plan_json, schema_json
from plainplan.exports.download import FOLDER, Download
from plainplan.exports.fields import Dataset, Table
from plainplan.exports.slices import slices_of
from plainplan.exports.tables import tables_of
from plainplan.exports.text import csv_of
from plainplan.exports.workbook import workbook_of
from plainplan.views.index import Index

__all__ = ["FOLDER", "Download", "Listed", "TakeAway", "files"]

WORKBOOK = f"{FOLDER}plan.xlsx"
EVERYTHING = f"{FOLDER}all.zip"


def files(index: Index) -> dict[str, Download]:
    """Every file that the site offers of the data of a plan, by its path."""
    return TakeAway(index).downloads


@dataclass(frozen=True)
class Listed:
    """A dataset as the page of all data lists it. `changed` is None where its rows carry no date."""

    dataset: Dataset
    rows: int
    changed: date | None
    files: tuple[Download, ...]


@dataclass(frozen=True)
class TakeAway:
    """The data of a plan in every format."""

    index: Index

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The datasets that the plan has, by their id."""
        return tables_of(self.index)

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
    def standards(self) -> tuple[Download, ...]:
        """The files that follow a standard as a whole."""
        return tuple(file for file in self.downloads.values() if file.standard)

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """Each dataset, in the order in which readers meet them."""
        return tuple(
            Listed(table.dataset, len(table.rows), table.changed, self.of("dataset", name))
            for name, table in self.tables.items()
        )

    def _files(self) -> Iterator[Download]:
        plan, tables = self.index.plan, self.tables
        contents = {name: csv_of(table) for name, table in tables.items()}
        yield Download(
            WORKBOOK,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "The workbook",
            "Excel",
            workbook_of(plan.about, _changed(self.index), tables),
        )
        for name, content in contents.items():
            title = tables[name].dataset.title
            yield Download(
                f"{FOLDER}{name}.csv", "text/csv", title, "CSV", content, subject=("dataset", name)
            )
        yield from _standards(
            ("plan.json", "JSON", "The whole plan as one document, for programs.", plan_json(plan)),
            (SCHEMA_FILE, "JSON Schema", "What stands in plan.json.", schema_json(plan)),
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
        yield from slices_of(self.index, tables)


def _standards(*told: tuple[str, str, str, bytes]) -> Iterable[Download]:
    for name, standard, description, content in told:
        kind = "application/schema+json" if name == SCHEMA_FILE else "application/json"
        yield Download(
            f"{FOLDER}{name}", kind, name, "JSON", content, standard=standard, description=description
        )


def _changed(index: Index) -> date | None:
    """The day of the newest version or report."""
    plan = index.plan
    days = [version.date for version in plan.about.versions] + [report.date for report in plan.progress]
    return max(days, default=None)
