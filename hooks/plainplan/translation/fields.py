"""Which fields of the model hold words that are translated, read from the model itself."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any

from plainplan.model.base import Record, Words


@dataclass(frozen=True)
class Holding:
    """What a field holds: words (`words` says how they are translated), or records (`words` is None)."""

    name: str
    words: Words | None
    description: str = ""


@cache
def holdings(model: type[Record]) -> tuple[Holding, ...]:
    """The fields of a record that hold words or records, one or many, in their order."""
    hints = typing.get_type_hints(model, include_extras=True)
    found = []
    for name, field in model.model_fields.items():
        words = _words(hints[name])
        if words or _is_record(hints[name]):
            found.append(Holding(name, words, field.description or ""))
    return tuple(found)


def _words(hint: Any) -> Words | None:
    if typing.get_origin(hint) is typing.Annotated:
        own = [item for item in hint.__metadata__ if isinstance(item, Words)]
        return own[-1] if own else _words(hint.__origin__)
    return next((found for part in _parts(hint) if (found := _words(part))), None)


def _is_record(hint: Any) -> bool:
    if typing.get_origin(hint) is typing.Annotated:
        return _is_record(hint.__origin__)
    if isinstance(hint, type) and issubclass(hint, Record):
        return True
    return any(_is_record(part) for part in _parts(hint))


def _parts(hint: Any) -> tuple[Any, ...]:
    """What stands inside of `tuple[X, ...]` and `X | None`."""
    inside = typing.get_origin(hint) in (tuple, typing.Union, types.UnionType)
    return tuple(part for part in typing.get_args(hint) if part is not Ellipsis) if inside else ()
