"""The data of one page: a measure, a priority, a financial year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from plainplan.exports.document import as_data
from plainplan.exports.download import FOLDER, Download
from plainplan.exports.fields import Dataset, Field, Kind, Row, Seen, Table, pick, read
from plainplan.exports.json_text import encode
from plainplan.exports.schemas import SLICES, address_from
from plainplan.exports.tables.common import NOTE, YEAR, amount, identifier, title
from plainplan.exports.text import csv_of
from plainplan.language import gettext as _
from plainplan.model import BudgetYear

_KINDS = ("funding", "spending", "capital", "capital funding", "savings")


Had = Callable[[str], bytes | None]
"""A file that is kept, by its path; None where it must be made."""


def slices_of(index: Seen, tables: Mapping[str, Table], had: Had) -> Iterator[Download]:
    """A CSV of what a page has rows of, and a JSON of all that the page is made from.

    `had` gives a file that was made from the same before, by its path.
    """
    yield from _measures(index, tables.get("figures"), had)
    yield from _priorities(index, tables.get("actions"), had)
    yield from _years(index, tables.get("grants"), had)


def _measures(index: Seen, figures: Table | None, had: Had) -> Iterator[Download]:
    for measure in index.plan.measures:
        subject = ("measures", measure.id)
        if figures:
            name = _("Figures of %(measure)s") % {"measure": measure.title}
            yield from _csv(subject, name, figures.where("measure", measure.id))
        yield _json(index, subject, measure.title, {"measure": as_data(measure)}, had)


def _priorities(index: Seen, actions: Table | None, had: Had) -> Iterator[Download]:
    labels = index.plan.about.labels
    for priority in index.priorities.values():
        subject = ("priorities", priority.id)
        own = actions.where("priority", priority.id) if actions else None
        if own:
            # Translators: the name of a file: the actions (as this plan calls them) of a priority
            name = _("%(actions)s of %(priority)s") % {
                "actions": labels.action.many,
                "priority": priority.title,
            }
            yield from _csv(subject, name, own)
        data = {"priority": as_data(priority), "actions": own.objects if own else []}
        yield _json(index, subject, priority.title, data, had)


def _years(index: Seen, grants: Table | None, had: Had) -> Iterator[Download]:
    for year in index.plan.budget:
        subject = ("budget", year.id)
        first = int(year.id[:4])
        span = {"year": _("%(first)s to %(last)s") % {"first": first, "last": first + 1}}
        lines = _("Lines of the budget for %(year)s") % span
        yield from _csv(subject, lines, _budget_lines(index, year))
        paid = grants.where("year", year.id).objects if grants else []
        data = {"year": as_data(year), "grants": paid}
        yield _json(index, subject, _("Budget for %(year)s") % span, data, had)


def _csv(subject: tuple[str, str], name: str, table: Table) -> Iterator[Download]:
    if table.rows:
        path = f"{FOLDER}{'/'.join(subject)}.csv"
        yield Download(path, "text/csv", name, "CSV", csv_of(table), subject=subject)


def _json(index: Seen, subject: tuple[str, str], name: str, data: Mapping[str, Any], had: Had) -> Download:
    about, path = index.plan.about, f"{'/'.join(subject)}.json"
    schema = address_from(path, SLICES[subject[0]][0])
    told = {
        "$schema": schema,
        "plan": {"title": about.title, "body": about.body.name, "site": about.site_url},
        "licence": {"title": about.licence, "url": about.licence_url},
        "described_by": schema,
    }
    path = f"{FOLDER}{path}"
    content = had(path) or encode({**told, **data}).encode("utf-8")
    return Download(path, "application/json", name, "JSON", content, subject=subject)


def _budget_lines(index: Seen, year: BudgetYear) -> Table:
    """The lines of a year, one under the other. `kind` says which can be added up with which."""

    def rows(_seen: Seen) -> Iterator[Row]:
        every = (year.funding, year.spending, year.capital, year.capital_funding, year.savings)
        for kind, lines in zip(_KINDS, every, strict=True):
            for line in lines:
                yield {
                    "year": year.id,
                    "kind": kind,
                    "percent": getattr(line, "percent", None),
                    **pick(line, "id", "title", "amount", "note"),
                }

    return read(Dataset("budget-lines", "Lines of a budget", "", ("kind", "id"), _LINE, rows), index)


_LINE = (
    YEAR,
    Field("kind", "Kind", Kind.WORDS, "Which part of the budget it is in.", True, _KINDS),
    identifier("line"),
    title("line"),
    amount("The line."),
    Field("percent", "Percent", Kind.NUMBER, "Its share of the whole of its kind, as published."),
    NOTE,
)
