"""Every dataset of a plan, in the order in which readers meet them."""

from __future__ import annotations

from plainplan.exports.fields import Dataset, Table, read
from plainplan.exports.tables import grants, measures, money, people, progress, promises, the_plan
from plainplan.views.index import Index

__all__ = ["DATASETS", "tables_of"]

DATASETS: tuple[Dataset, ...] = (
    the_plan.PLAN,
    the_plan.VERSIONS,
    promises.PRIORITIES,
    promises.OUTCOMES,
    promises.FOCUS_AREAS,
    promises.OBJECTIVES,
    promises.ACTIONS,
    progress.REPORTS,
    progress.UPDATES,
    progress.MILESTONES,
    measures.MEASURES,
    measures.FIGURES,
    measures.REVISIONS,
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
    people.ORGANISATIONS,
    people.CONSULTATION,
    people.RESPONSES,
    people.REQUIREMENTS,
    people.GLOSSARY,
    the_plan.PREVIOUS,
)


def tables_of(index: Index) -> dict[str, Table]:
    """The datasets that the plan has, by id: one without rows is left out."""
    made = {dataset.id: read(dataset, index) for dataset in DATASETS}
    return {name: table for name, table in made.items() if table.rows}
