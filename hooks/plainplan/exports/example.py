"""A first question to put to the workbook, with its answer."""

from __future__ import annotations

from dataclasses import dataclass

from plainplan.exports.columns import reference
from plainplan.exports.fields import Table
from plainplan.language import bare, named
from plainplan.model.progress import Status


@dataclass(frozen=True)
class Example:
    """How many actions have a `status`, or belong to a priority where none has one.

    `column` and `value` are what the formula names, as the workbook has them; `answer` is the number.
    """

    status: Status | None
    column: str
    value: str
    answer: int


def example_of(actions: Table) -> Example:
    """The example with the first action's status or priority."""
    statuses = [cell for cell in actions.column("status") if isinstance(cell, Status)]
    name = "status" if statuses else "priority"
    value = statuses[0] if statuses else str(actions.column(name)[0])
    return Example(
        statuses[0] if statuses else None,
        reference(actions, name),
        bare(named(value)) if isinstance(value, Status) else value,
        len(actions.where(name, value).rows),
    )
