"""Fields that stand in labelled paragraphs of StratML's free text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plainplan.exports.stratml_notes import Notes


def fields_of(said: Notes, labels: Mapping[str, str]) -> dict[str, Any]:
    """The fields that labelled paragraphs say, grouped as the model groups them."""
    found: dict[str, Any] = {}
    for label, way in labels.items():
        text = said.first(label)
        if text is None:
            continue
        here, steps = found, way.split(".")
        for step in steps[:-1]:
            here = here.setdefault(step, {})
        here[steps[-1]] = text
    return found


def shortened(text: str, most: int = 100) -> str:
    """The first sentence of a text, or its first words, as a title."""
    line = " ".join(text.split())
    sentence = line.split(". ", 1)[0].rstrip(".")
    if len(sentence) <= most:
        return sentence
    return f"{sentence[:most].rpartition(' ')[0] or sentence[:most]} …"
