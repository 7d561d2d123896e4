"""The plan as data, to take away. The same plan on the same day gives the same files, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from plainplan import addresses
from plainplan.exports import described, giving, stratml
from plainplan.exports.archive import zipped
from plainplan.exports.document import plan_json, schema_json
from plainplan.exports.download import FOLDER, Download, only_in_source
from plainplan.exports.example import Example, example_of
from plainplan.exports.fields import Dataset, Seen, Table
from plainplan.exports.json_text import encode
from plainplan.exports.schemas import PLAN_DOCUMENT, PLAN_SCHEMA, SLICES, slice_schema
from plainplan.exports.slices import Had, slices_of
from plainplan.exports.tables import GROUPS, tables_of
from plainplan.exports.text import csv_of
from plainplan.exports.words import words
from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_
from plainplan.model import Plan
from plainplan.views.changed import plan_changed
from plainplan.views.index import Index

__all__ = ["FOLDER", "Download", "Listed", "TakeAway", "files", "words"]

WORKBOOK = f"{FOLDER}plan.xlsx"
EVERYTHING = f"{FOLDER}all.zip"
PLAN = f"{FOLDER}{PLAN_DOCUMENT}"
_OF_SCHEMAS = N_("What stands in plan.json, and in the JSON files of a page.")


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
    """The data of a plan in every format, as seen on the day `on`.

    `had` gives a file that was made from the same before, by its path (the workbook takes longest).
    """

    index: Index
    on: date
    had: Had = field(default=lambda path: None)

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
        """Every file of the edition by its path; the last one holds all the others."""
        return {path: file for path, file in self.offered.items() if not file.elsewhere}

    @cached_property
    def offered(self) -> dict[str, Download]:
        """The same with those to which the edition links, since the source edition alone has them."""
        made = {file.path: file for file in self._files()}
        inside = {
            path.removeprefix(FOLDER): file.content for path, file in made.items() if not file.elsewhere
        }
        everything = Download(
            EVERYTHING, "application/zip", _("All the data in one file"), "ZIP", zipped(inside),
            standard="ZIP", description=_("Every file of this page, for keeping."),
        )  # fmt: skip
        return {**made, EVERYTHING: everything}

    def of(self, kind: str, name: str) -> tuple[Download, ...]:
        """The files that belong to one subject, such as `("measures", "public-confidence")`."""
        return self._by_subject.get((kind, name), ())

    @cached_property
    def _by_subject(self) -> dict[tuple[str, str], tuple[Download, ...]]:
        found: dict[tuple[str, str], tuple[Download, ...]] = {}
        for file in self.offered.values():
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
        return tuple(file for file in self.offered.values() if file.standard)

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

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The sections of the site whose pages have data of their own."""
        plan = self.index.plan
        held = (
            (addresses.PRIORITIES, plan.priorities),
            (addresses.MEASURES, plan.measures),
            (addresses.BUDGET, plan.budget),
        )
        return tuple(section for section, records in held if records)

    @cached_property
    def example(self) -> Example | None:
        """Something to try in the workbook; None for a plan without actions."""
        return example_of(self.tables["actions"]) if "actions" in self.tables else None

    def _workbook(self) -> bytes:
        # The library takes a tenth of a second to begin, and most builds have the workbook already.
        from plainplan.exports.workbook import workbook_of  # noqa: PLC0415

        return workbook_of(self.index.plan.about, self.changed, self.tables)

    def _files(self) -> Iterator[Download]:
        plan, tables = self.index.plan, self.tables
        contents = {name: csv_of(table) for name, table in tables.items()}
        yield Download(
            WORKBOOK,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _("The workbook"),
            "Excel",
            self.had(WORKBOOK) or self._workbook(),
        )
        for name, content in contents.items():
            title = tables[name].dataset.heading
            yield Download(
                f"{FOLDER}{name}.csv", "text/csv", title, "CSV", content, subject=("dataset", name)
            )
        yield _document(
            PLAN_DOCUMENT, "JSON", N_("The whole plan as one document, for programs."), plan_json(self.seen)
        )
        yield _schema(PLAN_SCHEMA, lambda: schema_json(plan), self.had)
        for kind, (name, *_rest) in SLICES.items():
            yield _schema(name, partial(_slice_schema, plan, kind), self.had)
        yield _document(
            "datapackage.json",
            "Data Package 2.0",
            N_("Describes every column of the CSV files, for Frictionless and other tools."),
            described.data_package(plan, tables, contents),
        )
        yield _document(
            "csv-metadata.json",
            "CSV on the Web",
            N_("Describes the same columns by the standard of the W3C."),
            described.csvw(plan, tables),
        )
        yield from giving.files(self.index)
        yield from stratml.files(self.index)
        yield from slices_of(self.seen, tables, self.had)


def _document(name: str, standard: str, description: str, content: bytes) -> Download:
    """A file by a standard that says what stands in the others, or the plan itself."""
    describes = name != PLAN_DOCUMENT
    return Download(
        f"{FOLDER}{name}",
        "application/json",
        name if describes else _("The whole plan"),
        "JSON",
        content,
        standard=standard,
        description=_(description),
        describes=describes,
    )


def _schema(name: str, make: Callable[[], bytes], had: Had) -> Download:
    return Download(
        f"{FOLDER}{name}",
        "application/schema+json",
        name,
        "JSON",
        had(f"{FOLDER}{name}") or only_in_source(make),
        standard="JSON Schema",
        description=_(_OF_SCHEMAS),
        describes=True,
        source_only=True,
    )


def _slice_schema(plan: Plan, kind: str) -> bytes:
    return encode(slice_schema(plan, kind)).encode("utf-8")
