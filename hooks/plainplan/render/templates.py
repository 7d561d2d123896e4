"""The templates, and the names that they know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jinja2

from plainplan import addresses
from plainplan.model.base import Unknown
from plainplan.model.progress import Status
from plainplan.render.text import FILTERS
from plainplan.views import a_to_z, measures, money, progress
from plainplan.views.index import Index


def environment(folder: Path, compiled: jinja2.BytecodeCache, index: Index, on: date) -> jinja2.Environment:
    """The templates of a folder. Strict: a name that does not exist is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled,
    )
    made.filters |= FILTERS
    made.tests["unknown"] = lambda value: isinstance(value, Unknown)
    for names in (_of_the_plan(index, on), _of_progress(index, on), _of_measures(), _of_money(index)):
        made.globals |= names
    return made


def _of_the_plan(index: Index, on: date) -> Mapping[str, Any]:
    return {
        "plan": index.plan,
        "about": index.plan.about,
        "labels": index.plan.about.labels,
        "index": index,
        "on": on,
        "entries_by_letter": lambda: a_to_z.by_letter(a_to_z.entries(index)),
        "under": addresses.under,
        "term_anchor": addresses.term_anchor,
        "at": addresses,
    }


def _of_progress(index: Index, on: date) -> Mapping[str, Any]:
    return {
        "history": progress.histories(index.plan),
        "reports": progress.reports_newest_first(index.plan),
        "statuses": list(Status),
        "standing": progress.standing,
        "changes_in": progress.changes_in,
    }


def _of_measures() -> Mapping[str, Any]:
    return {"read": measures.read}


def _of_money(index: Index) -> Mapping[str, Any]:
    return {
        "years": money.years_newest_first(index.plan),
        "totals": money.totals,
        "by_priority": money.by_priority,
        "grants_total": money.grants_total,
    }
