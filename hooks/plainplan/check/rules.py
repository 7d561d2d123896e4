"""The rules that hold records against one another: their codes, and how much each matters.

A plan may raise a warning to an error (`raise_to_error` in plan.yml), never lower an error.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from plainplan.errors import Place, Problem, Severity
from plainplan.load import Sources
from plainplan.model import Plan
from plainplan.model.wording import Weight
from plainplan.plain import RULES

ERRORS = {
    "unknown-reference": "something is named that does not exist",
    "duplicate-id": "two things have the same id",
    "dates": "a date is outside its period, or an end is before its start",
    "sum": "an amount does not add up",
    "target-without-baseline": "a measure has a target and nothing to compare it with",
    "stopped-without-reason": "an action was stopped and nobody says why",
    "figure": "a figure contradicts itself",
    "broken-heading": "a heading stands where it cannot",
    "heading-jump": "a heading leaves out a level",
    "missing-alt": "a picture says nothing to people who cannot see it",
    "vague-link": "a link does not say where it leads",
    "table-headers": "a table or a column has no header",
    "broken-link": "a link leads nowhere",
    "unknown-block": "a chapter places a block that does not exist",
    "blocked": "a page holds what browsers are told not to show or to run",
    "unknown-rule": "plan.yml names a rule that does not exist",
    "contrast": "a colour is too pale to read",
    "picture-twice": "one picture stands for two ideas, or one idea has two pictures",
    "address": "two pages would have the same address",
    "fate": "an action of the plan before has an end and goes on",
    "statement": "the accessibility statement lacks or contradicts what the law asks for",
    "easy-number": "a sentence of easy read has no place for its number",
    "stale-statement": "the accessibility statement was not reviewed for a year, or a promised day is past",
}
WARNINGS = {
    "late-figure": "the next figure of a measure was due and is not here",
    "odd-figure": "a figure or its period is most likely a mistake",
    "undated-baseline": "a target has a date, and the baseline to start from has none",
    "unexplained-revision": "a figure was revised, and nothing says what it was",
    "action-gap": "an action has no owner, date or measure",
    "unused-measure": "a measure that nothing uses",
    "never-reported": "an action with no report",
    "stale-report": "the newest report is older than the plan's own reporting interval",
    "unmet-duty": "a duty is met nowhere",
    "no-decision": "people said something and were told of no decision",
    "early-decision": "something was decided while people could still answer",
    "carried-nowhere": "an action of the plan before was carried forward, and nothing carries it on",
    "costs": "actions cost more than their budget line gives",
    "grant-details": "a grant lacks what the law asks to publish with it",
    "no-statement": "nothing says how accessible the website is",
    "unexplained-acronym": "a short form is never explained",
    "html-in-text": "text holds HTML tags",
    "bare-address": "a web address stands where words should",
    "bold-as-heading": "bold text does the work of a heading",
    "capitals": "words are written in capitals",
}
WORDING = {
    "easy-word-list": (Severity.ERROR, "a hard word of easy read is in no list of words"),
    "easy-menu": (Severity.WARNING, "there are more than 7 pages to choose from"),
    "easy-missing-promise": (Severity.WARNING, "easy read leaves out promises"),
    "easy-missing-number": (Severity.WARNING, "easy read leaves out measures"),
    "easy-missing-money": (Severity.WARNING, "easy read leaves out lines of the budget"),
    **{rule.id: (rule.severity, rule.explanation) for rule in RULES},
}
"""Rules on words. A plan can raise, lower or leave out each of them, and says why (data/wording.yml)."""


@dataclass
class Findings:
    """Collects problems for one run. `plan` and `sources` say what is checked and where it stands."""

    plan: Plan
    sources: Sources
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, keys: tuple[str | int, ...], message: str, mend: str = "") -> None:
        """Note a problem of the record that `keys` lead to."""
        self.add_problem(self._problem_of(code, keys, message, mend))

    def _problem_of(self, code: str, keys: tuple[str | int, ...], message: str, mend: str) -> Problem:
        known = keys
        while known and known not in self.sources.names:
            known = known[:-1]
        return Problem(
            place=self.sources.place(*keys),
            message=message,
            mend=mend,
            code=code,
            record=self.sources.names.get(known, ""),
        )

    def add_wording(self, code: str, place: Place, message: str, mend: str) -> None:
        """Note a fault of words, as much as its rule and wording.yml make of it."""
        self._weigh(Problem(place, message, mend, code))

    def add_wording_of(self, code: str, keys: tuple[str | int, ...], message: str, mend: str) -> None:
        """The same of a record."""
        self._weigh(self._problem_of(code, keys, message, mend))

    def _weigh(self, problem: Problem) -> None:
        severity: Severity | None = WORDING[problem.code][0]
        # What is said of one file counts more than what is said of all, wherever it stands.
        for change in sorted(self.plan.wording.rules, key=lambda one: one.file is not None):
            if change.rule == problem.code and change.file in (None, problem.place.file):
                severity = None if change.weight is Weight.OFF else Severity(change.weight.value)
        if severity:
            self.problems.append(replace(problem, severity=severity))

    def add_problem(self, problem: Problem) -> None:
        """Note a problem with the severity that its rule and plan.yml give it."""
        soft = problem.code in WARNINGS and problem.code not in self.plan.about.raise_to_error
        self.problems.append(replace(problem, severity=Severity.WARNING if soft else Severity.ERROR))
