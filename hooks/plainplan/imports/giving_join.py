"""Grants of a file together with those of the plan: nothing that the plan has is lost unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plainplan.exports.prose import unwrapped
from plainplan.imports.choices import Notebook
from plainplan.imports.records import without_gaps
from plainplan.model import Grant

Numbered = tuple[int, dict[str, Any]]
"""A grant with its line in the file; 0 where the plan alone has it."""


def joined(grants: Sequence[Numbered], before: Sequence[Grant], notes: Notebook) -> list[Numbered]:
    """The plan's grants, brought up to date by id, and then those that are new.

    A field that the file does not hold stays as it is. What is added, changed and kept is listed.
    """
    if not before:
        return list(grants)
    found = {str(read["id"]): (line, read) for line, read in grants}
    kept: list[Numbered] = []
    untouched = []
    for grant in before:
        old = grant.model_dump(exclude_defaults=True, mode="json", by_alias=True)
        if grant.id not in found:
            untouched.append(grant.id)
            kept.append((0, old))
            continue
        line, new = found.pop(grant.id)
        kept.append((line, _updated(line, old, without_gaps(new), notes)))
    if untouched:
        notes.took(0, f"kept what the plan has and the file does not: {', '.join(untouched)}.")
    for line, added in found.values():
        notes.took(line, f'added the grant "{added["id"]}".')
    return [*kept, *found.values()]


def _updated(line: int, old: dict[str, Any], new: dict[str, Any], notes: Notebook) -> dict[str, Any]:
    """One grant of the plan with what the file says of it."""
    who = old["recipient"]
    given = new.get("recipient", {})
    if given.get("name") == who["name"]:
        new = new | {"recipient": who | given}
    changed = []
    for name, value in list(new.items()):
        was = old.get(name)
        if _plain(was) != _plain(value):
            changed.append(f"{name} was {_shown(was)} and is now {_shown(value)}")
        elif was is not None:
            new = new | {name: was}  # the same words, and the line breaks that the plan's file has
    about = f'the grant "{old["id"]}"'
    silent = [name for name in old if name not in new]
    if changed:
        notes.took(line, f"changed {about}: {'; '.join(changed)}.")
    if silent:
        notes.took(line, f"kept of {about} what the file does not say: {', '.join(silent)}.")
    return old | new


def _plain(value: Any) -> Any:
    """A value as it compares: 12.50 and 12.5 are one, true and "true" too."""
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items()}
    text = unwrapped(str(value).strip())
    if text.replace(".", "", 1).isdigit() and "." in text:
        return text.rstrip("0").rstrip(".")
    return text.lower() if text in ("True", "False") else text


def _shown(value: Any) -> str:
    if value is None:
        return "not given"
    if isinstance(value, dict):
        return f'"{value.get("name") or "/".join(map(str, value.values()))}"'
    return f'"{value}"'
