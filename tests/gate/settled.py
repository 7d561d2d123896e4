"""The list of what axe could not decide and a person has looked at: settled.yml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from tests.gate.fault import Fault

FILE = Path(__file__).with_name("settled.yml")


class Entry(BaseModel):
    """What is settled: a rule of axe, where (a CSS selector), and why it is no fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    place: str
    reason: str = Field(min_length=20)


def read(file: Path = FILE) -> tuple[Entry, ...]:
    """Every entry of the list."""
    listed = yaml.safe_load(file.read_text(encoding="utf-8"))["settled"]
    return tuple(Entry.model_validate(one) for one in listed)


def unused(entries: Iterable[Entry], seen: Counter[Entry]) -> list[Fault]:
    """A list that nobody clears would settle the faults of tomorrow."""
    return [
        Fault(
            "",
            "in every mode",
            "settled",
            "unused",
            f"tests/gate/settled.yml: {entry.rule}: {entry.place}",
            "The entry matches nothing on the whole site.",
            "Take it out of tests/gate/settled.yml.",
        )
        for entry in entries
        if not seen[entry]
    ]
