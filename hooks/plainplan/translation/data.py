"""The words of the data: by record and field, before any figure is put into a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from plainplan.model import Plan
from plainplan.model.base import Record, Words
from plainplan.model.plan import Label
from plainplan.translation.fields import Holding, holdings

R = TypeVar("R", bound=Record)

_ROOTS: Mapping[str, str] = {
    "Priority": "priority",
    "FocusArea": "focus area",
    "Objective": "objective",
    "Action": "action",
    "Measure": "measure",
    "Organisation": "organisation",
    "BudgetYear": "budget",
    "Grant": "grant",
    "Exercise": "consultation",
    "Milestone": "milestone",
    "Requirement": "requirement",
    "Term": "word",
    "Report": "report",
    "PreviousAction": "previous action",
    "PictureSource": "picture source",
}
"""Records that a context begins anew with: their ids are their own in the whole plan."""
_TOP: Mapping[str, str] = {
    "about": "plan",
    "accessibility": "accessibility",
    "previous": "previous plan",
    "pictures": "pictures",
    "easy_read": "easy read",
}
_LISTS = (
    "priorities",
    "measures",
    "organisations",
    "budget",
    "grants",
    "consultation",
    "progress",
    "milestones",
    "requirements",
    "glossary",
)
_SHARED_AS: Mapping[str, str] = {
    "Baseline": "figure",
    "Observation": "figure",
    "FundingLine": "budget line",
    "SpendingLine": "budget line",
    "ReserveLine": "budget line",
    "CapitalLine": "budget line",
    "Saving": "budget line",
    "BreakdownSeries": "breakdown",
    "About": "licence",
    "Measure": "measure",
}
"""What shared words are called among translators. A baseline has the periods of its figures: same words."""
_IDENTIFIED_BY = ("id", "action", "date", "number", "name", "period", "title")


@dataclass(frozen=True)
class Text:
    """Words of a record. `context` is theirs among translators, `keys` the way to them in the Plan."""

    context: str
    words: str
    keys: tuple[str | int, ...]
    root: Record
    comment: str
    many: str | None = None


@dataclass(frozen=True)
class Said:
    """What is said instead; `forms` for each plural of the language, where `many` was given."""

    words: str
    forms: tuple[str, ...] = ()


Say = Callable[[Text], Said]


@dataclass(frozen=True)
class _Way:
    """Where in the plan we are."""

    context: str
    keys: tuple[str | int, ...]
    root: Record

    def into(self, record: Record, name: str, place: int | None) -> _Way:
        """The way to a record in the field `name`; `place` is its number in a list."""
        keys = (*self.keys, name) if place is None else (*self.keys, name, place)
        if kind := _ROOTS.get(type(record).__name__):
            return _Way(f"{kind} {_identity(record, place)}:", keys, record)
        step = name if place is None else f"{name} {_identity(record, place)}"
        return replace(self, context=f"{self.context} {step},", keys=keys)


def _identity(record: Record, place: int | None) -> str:
    found = next((str(value) for name in _IDENTIFIED_BY if (value := getattr(record, name, None))), None)
    return found or str((place or 0) + 1)


def mapped(plan: Plan, say: Say) -> Plan:
    """The plan with all words of its data as `say` says them. Chapters are left as they are."""
    changes: dict[str, Any] = {}
    for name, called in _TOP.items():
        if (record := getattr(plan, name)) is not None:
            changes[name] = _mapped(record, _Way(f"{called}:", (name,), record), say)
    for name in _LISTS:
        whole = _Way("", (), plan)
        changes[name] = _mapped_list(getattr(plan, name), name, whole, say)
    return plan.model_copy(update=changes)


def _mapped_list(records: tuple[R, ...], name: str, way: _Way, say: Say) -> tuple[R, ...]:
    return tuple(_mapped(one, way.into(one, name, place), say) for place, one in enumerate(records))


def _mapped(record: R, way: _Way, say: Say) -> R:
    if isinstance(record, Label):
        return cast(R, _label(record, way, say))
    changes: dict[str, Any] = {}
    for holding in holdings(type(record)):
        value = getattr(record, holding.name)
        if not value:
            continue
        if holding.words is None:
            changes[holding.name] = (
                _mapped_list(value, holding.name, way, say)
                if isinstance(value, tuple)
                else _mapped(value, way.into(value, holding.name, None), say)
            )
        else:
            changes[holding.name] = _words(record, holding, value, way, say)
    return record.model_copy(update=changes)


def _words(record: Record, holding: Holding, value: Any, way: _Way, say: Say) -> Any:
    shared = holding.words is Words.SHARED
    name = holding.name.replace("_", " ")
    kind = _SHARED_AS.get(type(record).__name__, type(record).__name__.lower())
    context = f"{kind}: {name}" if shared else f"{way.context.rstrip(',')} {name}"
    keys = (*way.keys, holding.name)
    if isinstance(value, tuple):
        return tuple(
            say(Text(context, words, (*keys, place), way.root, holding.description)).words
            for place, words in enumerate(value)
        )
    if not isinstance(value, str) or type(value) is not str:  # a stated gap is told by the product
        return value
    return say(Text(context, value, keys, way.root, holding.description)).words


def _label(record: Label, way: _Way, say: Say) -> Label:
    """What the plan calls a thing: as headings for one and for many, and after a number.

    The three are apart, since after a number some languages take other forms than anywhere else.
    """
    context = way.context.rstrip(",")

    def text(name: str, comment: str, one: str, many: str | None = None) -> Text:
        keys = (*way.keys, "many" if name == "many" else "one")
        return Text(f"{context} {name}", one, keys, way.root, comment, many)

    one = say(text("one", "What the plan calls one of its parts, as a heading or a label.", record.one))
    many = say(text("many", "What the plan calls many of its parts, as a heading or a label.", record.many))
    comment = "The form that stands after a number inside a sentence: 1 action, 5 actions."
    counted = say(text("counted", comment, record.one.lower(), record.many.lower()))
    made = record.model_copy(update={"one": one.words, "many": many.words})
    made._forms = counted.forms
    return made
