"""What can be wrong with a plan, said so that a communications officer can mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

_LONGEST_QUOTE = 60  # signs of the plan's own words in a problem


class Severity(StrEnum):
    """How much a problem matters: an error stops publication, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """Where something is written: the file as an editor names it, line and column from 1 (0: unknown)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        known = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *known])


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it.

    `code` names the rule (`unknown-reference`, say), so that plan.yml can raise it and CI can group by it.
    `record` names the thing in the plan (`action "street-patrols"`); empty where the file itself is meant.
    """

    place: Place
    message: str
    mend: str = ""
    code: str = "invalid"
    severity: Severity = Severity.ERROR
    record: str = ""

    def __post_init__(self) -> None:
        for name in ("message", "mend", "record"):
            object.__setattr__(self, name, _one_line(getattr(self, name)))

    def __str__(self) -> str:
        about = f"{self.record}: " if self.record else ""
        mend = f" {self.mend}" if self.mend else ""
        return f"{self.place}: {self.severity}: {about}{self.message}{mend} [{self.code}]"


def _one_line(words: str) -> str:
    """The words on one line, with what they quote cut short."""
    # Every pair of quotes is taken in turn, or the words between two short quotes would pass for a long one.
    return re.sub(r'"([^"]*)"', lambda found: f'"{_shortened(found[1])}"', " ".join(words.split()))


def _shortened(quoted: str) -> str:
    return quoted if len(quoted) <= _LONGEST_QUOTE else f"{quoted[:_LONGEST_QUOTE]}…"


@dataclass
class PlanError(Exception):
    """The plan cannot be used as it is. Holds every problem that was found, in the order of the files."""

    problems: tuple[Problem, ...] = field(default_factory=tuple)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def errors_among(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only the problems that stop publication."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def nearest(word: str, known: Iterable[str]) -> str:
    """The mend for a name that does not exist: `Did you mean "…"?`, or the names that there are.

    `known` may be empty; the answer is then empty too.
    """
    names = sorted(set(known))
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f'Did you mean "{close[0]}"?'
    if not names:
        return ""
    shown = ", ".join(f'"{name}"' for name in names[:8])
    return f"Use one of: {shown}{' …' if len(names) > 8 else ''}."
