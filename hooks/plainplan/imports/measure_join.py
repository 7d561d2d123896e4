"""Figures of a file together with those of the plan: nothing that the plan has is lost unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plainplan.imports.choices import Notebook
from plainplan.model.measure import Observation

Figures = list[tuple[int, dict[str, Any]]]
"""Figures with their lines in the file; 0 where the plan alone has one."""
_KEPT = ("published", "revisions", "break_before", "base", "note", "low", "high")
"""What a figure that is there already keeps, where the file says nothing of it."""


def joined(figures: Figures, before: Sequence[Observation], of: str, notes: Notebook) -> Figures:
    """The figures of one series, by period. `of` says whose series it is; empty for the whole."""
    there = {(str(item.start), str(item.end)): item for item in before}
    named = f" of {of}" if of else ""
    made = []
    for line, read in figures:
        figure = read
        old = there.pop((figure["start"], figure["end"]), None)
        if old is not None:
            kept = old.model_dump(include=set(_KEPT), exclude_defaults=True)
            given = {name: value for name, value in figure.items() if value}
            if str(old.value) != figure["value"]:
                words = f"{figure['value']} takes the place of {old.value}{named}, for {old.period}."
                notes.took(line, f"{words} If it was published, add it under revisions.")
            figure = {**kept, **given, "period": old.period}
        made.append((line, figure))
    if there:
        names = ", ".join(item.period for item in there.values())
        notes.took(0, f"kept what the measure has{named} and the file does not: {names}.")
    rest = [(0, item.model_dump(exclude_defaults=True)) for item in there.values()]
    return sorted([*made, *rest], key=lambda entry: (str(entry[1]["start"]), str(entry[1]["end"])))
