"""Every dataset of a plan, in groups, in the order in which readers meet them."""

from __future__ import annotations

from collections.abc import Mapping

from plainplan.exports.fields import Dataset, Seen, Table, read
from plainplan.exports.tables import (
    changes,
    grants,
    links,
    measures,
    money,
    people,
    progress,
    promises,
    the_plan,
)

__all__ = ["DATASETS", "GROUPS", "tables_of"]

GROUPS: Mapping[str, tuple[Dataset, ...]] = {
    "plan": (
        the_plan.PLAN,
        the_plan.VERSIONS,
        promises.PRIORITIES,
        promises.OUTCOMES,
        promises.FOCUS_AREAS,
        promises.OBJECTIVES,
        promises.ACTIONS,
        links.ACTION_MEASURES,
        links.ACTION_PARTNERS,
        links.ACTION_OUTCOMES,
        links.ACTION_REQUIREMENTS,
        the_plan.PREVIOUS,
    ),
    "progress": (progress.REPORTS, progress.UPDATES, progress.MILESTONES, changes.CHANGES),
    "measures": (measures.MEASURES, measures.FIGURES, measures.REVISIONS),
    "money": (
        money.BUDGET_YEARS,
        money.FUNDING,
        money.SPENDING,
        money.SHARES,
        money.BANDS,
        money.RESERVES,
        money.SAVINGS,
        money.CAPITAL,
        money.CAPITAL_FUNDING,
        grants.GRANTS,
    ),
    "people": (people.ORGANISATIONS, people.CONSULTATION, people.RESPONSES, links.RESPONSE_ACTIONS),
    "law": (people.REQUIREMENTS, people.GLOSSARY),
}
"""The datasets by what they are about. Pages name a group by its key."""

DATASETS: tuple[Dataset, ...] = tuple(dataset for group in GROUPS.values() for dataset in group)


def tables_of(seen: Seen) -> dict[str, Table]:
    """The datasets that the plan has, by id: one without rows is left out."""
    made = {dataset.id: read(dataset, seen) for dataset in DATASETS}
    return {name: table for name, table in made.items() if table.rows}
