"""Turns what a file says into a record of the model, and pydantic's complaints into plain words."""

from __future__ import annotations

import re
import types
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plainplan.errors import Place, Problem, nearest
from plainplan.load.yaml_source import Document, Keys

R = TypeVar("R", bound=BaseModel)

_ONE_OF = {
    "priorities": "priority",
    "focus_areas": "focus area",
    "funding": "funding line",
    "spending": "spending line",
    "series": "figure",
    "years": "financial year",
    "you_said_we_did": "response",
    "met_by": "place",
}


def to_record(model: type[R], document: Document, name: str) -> tuple[R | None, list[Problem]]:
    """The record in a file, or None with what is wrong. `name` is the file's name in problems."""
    if document.problems:
        return None, document.problems
    if not isinstance(document.data, dict):
        message = "the file is empty." if document.data is None else "the file does not begin with a field."
        fields = ", ".join(_required(model)) or "its fields"
        return None, [Problem(Place(name, 1), message, f"Write its fields, at least: {fields}.", "empty")]
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [_problem(detail, model, document) for detail in error.errors(include_url=False)]


def _required(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items() if field.is_required()]


def _problem(detail: ErrorDetails, model: type[BaseModel], document: Document) -> Problem:
    keys = _known(detail["loc"], document)
    last = _called(detail["loc"])
    message, mend = _plain(detail, last, model_at(model, detail["loc"][:-1]))
    named = detail["type"] in ("missing", "extra_forbidden") or not last
    return Problem(
        place=document.places[keys],
        message=message if named else f"{last}: {message}",
        mend=mend,
        code={"missing": "missing-field", "extra_forbidden": "unknown-field"}.get(
            detail["type"], "wrong-value"
        ),
        record=name_of_record(keys, document.data),
    )


def _called(keys: Keys) -> str:
    """The field, or `measures 2` for the second entry of the list `measures`."""
    if not keys or isinstance(keys[-1], str):
        return str(keys[-1]) if keys else ""
    return f"{keys[-2] if len(keys) > 1 else 'entry'} {keys[-1] + 1}"


def _known(keys: Keys, document: Document) -> Keys:
    """The longest way to something that the file really holds (a missing field stands nowhere)."""
    while keys not in document.places:
        keys = keys[:-1]
    return keys


def _plain(detail: ErrorDetails, last: str, parent: type[BaseModel] | None) -> tuple[str, str]:
    """What is wrong, and the mend, in an editor's words."""
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "plain":
        return context["problem"], context["mend"]
    if kind == "missing":
        return f'the field "{last}" is missing.', f"Add a line `{last}: …`."
    if kind == "extra_forbidden":
        fields = [field.alias or name for name, field in parent.model_fields.items()] if parent else []
        return f'there is no field "{last}" here.', nearest(last, fields)
    if given is None:
        return _NOTHING
    if kind == "enum" and isinstance(given, str):
        choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return f'"{given}" is not one of the words to choose from.', nearest(str(given), choices)
    return _PLAIN_BY_KIND.get(kind, (f"{detail['msg'].lower()}.", "Compare it with the example plan."))


_NOTHING = ("there is nothing in it.", "Write something, or delete the line.")
_PLAIN_BY_KIND = {
    "string_too_short": _NOTHING,
    "too_short": _NOTHING,
    "enum": ("one word is expected here, not a list or a group.", "Write it on one line."),
    "string_type": ("text is expected here, not a list or a group.", "Write it on one line."),
    "tuple_type": ("a list is expected here.", "Begin each entry on a line of its own with `- `."),
    "model_type": ("a group of fields is expected here.", "Write each field on a line of its own, indented."),
    "model_attributes_type": ("a group of fields is expected here.", "Write each field on its own line."),
    "bool_parsing": ("this is neither yes nor no.", "Write true or false."),
    "bool_type": ("this is neither yes nor no.", "Write true or false."),
    "int_parsing": ("this is not a whole number.", "Write digits only."),
    "int_type": ("this is not a whole number.", "Write digits only."),
    "int_from_float": ("this is not a whole number.", "Write digits only."),
    "int_parsing_size": ("this number is too long.", "Write a smaller one."),
}


def model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel] | None:
    """The model of the record that `keys` lead to, or None where they lead to none."""
    found: type[BaseModel] | None = model
    for key in keys:
        if isinstance(key, int) or found is None:
            continue
        fields = {field.alias or name: field.annotation for name, field in found.model_fields.items()}
        found = _model_in(fields.get(key))
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in (tuple, types.UnionType, typing.Union, typing.Annotated):
        for part in typing.get_args(annotation):
            if found := _model_in(part):
                return found
    return None


def name_of_record(keys: Keys, data: Any) -> str:
    """What an editor calls the innermost named thing on the way: `action "street-patrols"`."""
    name, here = "", data
    for depth, key in enumerate(keys):
        try:
            here = here[key]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(here, dict) and isinstance(key, int) and depth:
            called = next(
                (
                    here[field]
                    for field in ("id", "action", "title", "name", "number", "period")
                    if field in here
                ),
                None,
            )
            kind = str(keys[depth - 1])
            kind = _ONE_OF.get(kind, kind.removesuffix("s").replace("_", " "))
            name = f'{kind} "{called}"' if isinstance(called, str) else f"{kind} {key + 1}"
    return name
