# ruff: noqa: E501 (one case, one line)
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_plan
from plainplan.errors import Severity
from plainplan.load import load_plan

Change = Callable[[str, str, str], int]

ON = date(2026, 11, 23)
SPEEDING = "data/measures/speeding.yml"
FIRST = "    value: 20\n    low: 18\n    high: 22\n"
GAP = "    value: not available\n    reason: The cameras were broken.\n"
SECOND = "  - period: 2025 to 2026\n    start: 2025-04-01\n    end: 2026-03-31\n"
BASELINE = "baseline:\n  period: 2024 to 2025\n  value: 20\ntarget:\n  value: 10\n"
E, W = Severity.ERROR, Severity.WARNING


def later(*lines: str) -> str:
    """A third figure, with more lines."""
    more = "".join(f"    {line}\n" for line in lines)
    return f"{GAP}  - period: Half\n    start: 2026-04-01\n    end: 2026-09-30\n    value: 15\n{more}"


def part(period: str) -> str:
    return (
        f"{GAP}breakdowns:\n  - id: town\n    title: Town\n    parts:\n      - id: a\n        title: A\n        series:\n"
        f"          - period: {period}\n            start: 2024-04-01\n            end: 2025-03-31\n            value: 1\n"
    )


# code, severity, old, new, lines from the change to the problem, words of the message, words of the mend
WRONG = {
    "a baseline that the series contradicts": ("figure", E, BASELINE, BASELINE.replace("20\n", "21\n"), 0, "the series has 20 for 2024 to 2025", "agree"),
    "a breakdown without parts": ("figure", E, GAP, f"{GAP}breakdowns:\n  - {{id: a, title: A, parts: []}}\n", 3, '"A" has no parts', "leave the breakdown out"),
    "a part without figures": ("figure", E, GAP, f"{GAP}breakdowns:\n  - {{id: a, title: A, parts: [{{id: b, title: B, series: []}}]}}\n", 3, '"B" has no figures', "leave the part out"),
    "a gap without a reason": ("figure", E, GAP, "    value: not available\n", -3, "does not say why", "reason"),
    "an interval round nothing": ("figure", E, GAP, f"{GAP}    low: 1\n", -3, "confidence interval is", "delete low"),
    "a value outside its interval": ("figure", E, "high: 22", "high: 19", -5, "20 is outside its own confidence interval (18 to 19)", "three figures"),
    "only one end, on the wrong side": ("figure", E, "    low: 18\n    high: 22\n", "    low: 21\n", -4, "(21 to 20)", "three"),
    "a period twice": ("figure", E, "period: 2025 to 2026", "period: 2024 to 2025", 0, '"2024 to 2025" stands in the series twice', "Delete one"),
    "the same days under two names": ("figure", E, SECOND, SECOND.replace("2025-04-01", "2024-04-01").replace("2026-03-31", "2025-03-31"), 0, "the same first and last day", "one of them"),
    "a quarter in a series of years": ("odd-figure", W, SECOND, SECOND.replace("2025-04-01", "2024-07-01").replace("2026-03-31", "2024-09-30"), 0, "lies inside the one above it", "measures of their own"),
    "out before its period was over": ("dates", E, GAP, later("published: 2026-09-29"), 6, "published on 2026-09-29, before the period ended on 2026-09-30", "two days"),
    "out tomorrow": ("dates", E, GAP, later("published: 2026-11-24"), 6, "published on 2026-11-24, and today is 2026-11-23", "on that day"),
    "a period that is not over": ("dates", E, SECOND + GAP, (SECOND + GAP.replace("not available", "15")).replace("2026-03-31", "2026-11-24"), 2, "has a value, and its period ends on 2026-11-24: today is 2026-11-23", "once the period is over"),
    "a period that is not over, and provisional": ("dates", E, GAP, later("status: provisional").replace("2026-09-30", "2027-03-31"), 4, "its period ends on 2027-03-31", "last day"),
    "half of a period in another": ("odd-figure", W, SECOND, SECOND.replace("2025-04-01", "2024-10-01"), 0, '"2025 to 2026" has 182 days in common with "2024 to 2025"', "rolling"),
    "a period that begins on the last day of another": ("odd-figure", W, SECOND, SECOND.replace("2025-04-01", "2025-03-31"), 0, 'begins on the last day of "2024 to 2025"', "days"),
    "revised tomorrow": ("dates", E, GAP, later("revisions: [{date: 2026-11-24, was: 3}]"), 6, "revised on 2026-11-24, and today", "on that day"),
    "revised before it came out": ("dates", E, GAP, later("published: 2026-10-02", "revisions: [{date: 2026-10-01, was: 3}]"), 7, "before what it revises, of 2026-10-02", "oldest"),
    "revisions in the wrong order": ("dates", E, GAP, later("revisions: [{date: 2026-10-02, was: 3}, {date: 2026-10-01, was: 4}]"), 6, "2026-10-01 is before what it revises, of 2026-10-02", "oldest"),
    "a revision that changed nothing": ("figure", E, GAP, later("revisions: [{date: 2026-10-02, was: 15.0}]"), 6, "it was 15.0, and became 15", "until then"),
    "one of two that changed nothing": ("figure", E, GAP, later("revisions: [{date: 2026-10-02, was: 3}, {date: 2026-10-03, was: 3}]"), 6, "it was 3, and became 3", "until then"),
    "revised from nobody knows what": ("unexplained-revision", W, GAP, later("status: revised"), 2, "what it was before", "`was`"),
    "a break without words": ("figure", E, GAP, later("break_before: yes"), 6, '"yes" does not say why', "Since April 2025"),
    "fewer than no answers": ("figure", E, GAP, later("base: -5"), 6, "rest on -5 cases", "how many"),
    "more than everybody": ("odd-figure", W, GAP, GAP.replace("not available", "100.1"), 0, "100.1% is not a share of a whole", "% of the level in 2020"),
    "less than nobody": ("odd-figure", W, GAP, GAP.replace("not available", "-0.1"), 0, "-0.1% is not a share", "unit"),
    "a target before its baseline": ("dates", E, BASELINE, f"{BASELINE}  date: 2025-03-31\n", 5, "for 2025-03-31, and the baseline runs until 2025-03-31", "year of the target"),
    "a baseline of nobody knows when": ("undated-baseline", W, BASELINE, BASELINE.replace("2024 to 2025", "Before") + "  date: 2029-03-31\n", 0, 'no period "Before"', "last day"),
    "a release that did not come": ("late-figure", W, "frequency: Yearly\n", "next_release: 2026-11-22\nfrequency: Yearly\n", 0, "was due on 2026-11-22", "the one after it"),
    "a part with a period of its own": ("odd-figure", W, GAP, part("2024-25"), 9, '"2024-25" is no period of the whole', "as `series` does"),
    "a part that contradicts itself": ("figure", E, GAP, part("2024 to 2025") + "            low: 2\n", 9, "outside its own", "three"),
}  # fmt: skip

RIGHT = {
    "published on the last day of its period": (GAP, later("published: 2026-09-30")),
    "published and revised today": (GAP, later("published: 2026-11-23", "revisions: [{date: 2026-11-23, was: 3}]")),
    "revised twice, and back again": (GAP, later("status: revised", "revisions: [{date: 2026-10-01, was: 15}, {date: 2026-10-02, was: 3}]")),
    "a period that ends today": (GAP, later("status: provisional").replace("2026-09-30", "2026-11-23")),
    "a gap in a period that is not over": (SECOND, SECOND.replace("2026-03-31", "2026-11-24")),
    "rolling years, one a leap day shorter": (SECOND, SECOND.replace("2025-04-01", "2024-07-01").replace("2026-03-31", "2025-06-29")),
    "rolling years": (SECOND, SECOND.replace("2025-04-01", "2024-07-01").replace("2026-03-31", "2025-06-30")),
    "due today": ("frequency: Yearly\n", "next_release: 2026-11-23\nfrequency: Yearly\n"),
    "everybody and nobody": (GAP, GAP.replace("not available", "100") + later("low: 0").removeprefix(GAP)),
    "a baseline with its own last day": (BASELINE, BASELINE.replace("to 2025\n", "to 2024\n  end: 2024-03-31\n") + "  date: 2029-03-31\n"),
    "a target without a date": (BASELINE, BASELINE.replace("2024 to 2025", "Before")),
    "a break in words": (GAP, later("break_before: The cameras are new.")),
    "a part with the periods of the whole": (GAP, part("2024 to 2025")),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_figures_is_told(small_plan: Path, change: Change, name: str) -> None:
    code, severity, old, new, below, message, mend = WRONG[name]
    line = change(SPEEDING, old, new) + below
    found = [one for one in check_plan(load_plan(small_plan), ON) if message in one.message]
    assert [(one.code, one.severity) for one in found] == [(code, severity)]
    assert mend in found[0].mend
    assert (found[0].place.file, found[0].place.line) == (SPEEDING, line)


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_left_alone(small_plan: Path, change: Change, name: str) -> None:
    change(SPEEDING, *RIGHT[name])
    assert check_plan(load_plan(small_plan), ON) == ()


def test_a_unit_in_words_has_no_upper_end(small_plan: Path, change: Change) -> None:
    change(SPEEDING, 'unit: "%"', 'unit: "% of the level in 2020"')
    change(SPEEDING, GAP, GAP.replace("not available", "130"))
    assert check_plan(load_plan(small_plan), ON) == ()
