"""The templates, and the names that they know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2

from plainplan import addresses
from plainplan.language import gettext, ngettext, npgettext, pgettext, spoken
from plainplan.model import facets
from plainplan.model.base import Unknown
from plainplan.model.council_tax import NINTHS
from plainplan.model.progress import Status
from plainplan.render import amounts, budget_sentences
from plainplan.render.changes import kind_name, tell
from plainplan.render.short import name_from
from plainplan.render.text import FILTERS
from plainplan.views import (
    a_to_z,
    budget_year,
    changes,
    consultation,
    easy,
    figures,
    filters,
    going,
    grants,
    measures,
    money,
    overdue,
    previous,
    progress,
    reports,
    timeline,
)
from plainplan.views import comparison as years_compared
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
        extensions=["jinja2.ext.i18n"],
    )
    let_speak(made)
    made.filters |= FILTERS
    made.tests["unknown"] = lambda value: isinstance(value, Unknown)
    for names in (
        _of_the_plan(index, on),
        _of_progress(index, on),
        _of_measures(index, on),
        _of_money(index, on),
        _of_easy_read(index, on),
    ):
        made.globals |= names
    made.globals |= _of_people(index)
    made.globals |= _of_dates(index, on)
    return made


def let_speak(environment: jinja2.Environment) -> None:
    """Let templates say their words in the language of the edition: `_("…")` and `{% trans %}`."""
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals["spoken"] = spoken
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension brings it
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )


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
        "table_anchor": addresses.table_anchor,
        "columns_anchor": addresses.columns_anchor,
        "at": addresses,
    }


def _of_progress(index: Index, on: date) -> Mapping[str, Any]:
    history, goings = progress.histories(index.plan), going.goings(index, on)
    return {
        "history": history,
        "reports": progress.reports_newest_first(index.plan),
        "statuses": list(Status),
        "standing": progress.standing,
        "changes_in": progress.changes_in,
        "statuses_by_slug": {facets.status_slug(status): status for status in (*Status, None)},
        "going": goings,
        "updates_by_status": reports.by_status,
        "missing_from": lambda report: reports.missing_from(report, index, history),
        "of_actions": lambda items: [goings[item.action.id] for item in items],
        "counts": lambda group: going.counts(group, index.plan.about.reporting_months),
        "in_words": going.in_words,
        "filters": filters.filters(index),
        "grace_days": overdue.GRACE_DAYS,
        "ended": {facets.status_slug(status) for status in overdue.ENDED},
    }


def _of_measures(index: Index, on: date) -> Mapping[str, Any]:
    return {
        "read": partial(measures.read, on=on),
        "next_release": partial(measures.next_release, on=on),
        "standings": partial(measures.standings, on=on),
        "measures_by_priority": lambda: measures.grouped(index),
        "figures_of": figures.table,
        "parts_of": figures.parts,
    }


def _of_money(index: Index, on: date) -> Mapping[str, Any]:
    return {
        "money_of": cache(partial(budget_year.YearMoney, index.plan)),
        "amounts": amounts,
        "told": partial(budget_sentences.told, on=on),
        "sentences": budget_sentences,
        "comparison": lambda: years_compared.comparison(index.plan),
        "priorities_by_year": lambda: years_compared.priorities_by_year(index.plan),
        "ninths": NINTHS,
        "newest_first": grants.newest_first,
        "recipient_keys": grants.recipient_keys(index.plan),
        "years": money.years_newest_first(index.plan),
        "totals": money.totals,
        "by_priority": money.by_priority,
        "grants_total": money.grants_total,
    }


def _of_easy_read(index: Index, on: date) -> Mapping[str, Any]:
    told = easy.actions(index, going.goings(index, on)) if index.plan.has_easy_read else ()
    return {
        "easy_groups": partial(easy.groups, index.plan, told),
        "easy_stages": easy.by_stage(told),
        "easy_measures": partial(easy.measures, index.plan, on),
        "easy_money": easy.money(money.years_newest_first(index.plan)),
        "easy_sum": easy.round_sum,
    }


def _of_people(index: Index) -> Mapping[str, Any]:
    """What people said, and what became of the plan before."""
    return {
        "exercises": consultation.exercises_newest_first(index.plan),
        "findings": consultation.findings(index.plan),
        "said_behind_action": lambda action_id: consultation.behind_action(index.plan, action_id),
        "said_behind_priority": lambda priority_id: consultation.behind_priority(index, priority_id),
        "tally": consultation.tally,
        "name_from": name_from,
        "previous_by_fate": previous.by_fate(index.plan),
        "previous_at": previous.place_of(index),
        "carried_on": previous.carried_on(index.plan),
    }


def _of_dates(index: Index, on: date) -> Mapping[str, Any]:
    """What changed, and the plan's own dates."""
    return {
        "by_month": changes.by_month,
        "newest_changes": changes.newest_groups,
        "tell": partial(tell, index=index),
        "kind_name": kind_name,
        "timeline": partial(timeline.timeline, index.plan, on),
    }
