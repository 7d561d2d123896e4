"""What an import took, left out or refused, each with the line of the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from plainplan.errors import Place, Problem


class UnclearError(Exception):
    """A text has no meaning or more than one. Says what is wrong, and the mend."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


@dataclass(frozen=True, order=True)
class Choice:
    """One thing that was decided while reading. `line` is from 1; 0 is the whole file."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}" if self.line else self.words


@dataclass
class Notebook:
    """Collects the choices and the problems of one file. `file` is what the editor calls it."""

    file: str
    choices: list[Choice] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def took(self, line: int, words: str) -> None:
        """Note a choice."""
        choice = Choice(line, quoted_short(words))
        if choice not in self.choices:
            self.choices.append(choice)

    def refuse(self, line: int, message: str, mend: str = "", code: str = "import") -> None:
        """Note what cannot be taken."""
        problem = Problem(Place(self.file, line), message, mend, code)
        if problem not in self.problems:
            self.problems.append(problem)

    def refuse_unclear(self, line: int, what: str, unclear: UnclearError) -> None:
        """Note a text that is unclear; `what` says where it stands, such as the title of its column."""
        self.refuse(line, f"{what}: {unclear.message}", unclear.mend)


def quoted_short(words: str, most: int = 2000) -> str:
    """Words on one line, cut where they go on for long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most]}…"
