"""Holds records against one another: references, dates, sums, duties, staleness. Returns every problem."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from plainplan.check.accessibility import check_accessibility
from plainplan.check.appearance import check_appearance
from plainplan.check.chapters import check_chapters
from plainplan.check.consultation import check_consultation
from plainplan.check.dates import check_dates
from plainplan.check.easy import check_easy
from plainplan.check.figures import check_figures, check_releases
from plainplan.check.identity import check_identity
from plainplan.check.money import check_money
from plainplan.check.past import check_past
from plainplan.check.pictures import check_pictures
from plainplan.check.previous import check_previous, check_previous_references
from plainplan.check.promises import check_promises
from plainplan.check.references import check_references
from plainplan.check.rules import Findings
from plainplan.check.texts import check_texts
from plainplan.check.wording_rules import check_wording_rules
from plainplan.check.writing import check_writing
from plainplan.errors import Problem
from plainplan.load import Loaded, read_plan

__all__ = ["check_folder", "check_plan", "today"]


def check_folder(folder: Path, on: date) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """The plan in a folder, and every problem of its files and between its records, as seen on the day `on`.

    Where a file cannot be read, references are left alone: each one to that file would be a false alarm.
    """
    loaded, unreadable = read_plan(folder)
    if loaded is None:
        return None, unreadable
    if not unreadable:
        return loaded, check_plan(loaded, on)
    findings = Findings(loaded.plan, loaded.sources)
    _check_each(findings)
    return None, tuple(sorted({*unreadable, *findings.problems}))


def _check_each(findings: Findings) -> None:
    """The rules that hold for what was read, whatever is missing beside it."""
    check_identity(findings)
    check_dates(findings)
    check_previous(findings)
    check_figures(findings)
    check_money(findings)
    check_texts(findings)
    check_writing(findings)


def check_plan(loaded: Loaded, on: date) -> tuple[Problem, ...]:
    """Every problem between the records of a plan, in the order of files, as seen on the day `on`."""
    findings = Findings(loaded.plan, loaded.sources)
    _check_each(findings)
    check_references(findings)
    check_previous_references(findings)
    check_appearance(findings)
    check_pictures(findings)
    check_past(findings, on)
    check_promises(findings, on)
    check_releases(findings, on)
    check_consultation(findings, on)
    check_accessibility(findings, on)
    check_chapters(findings)
    check_wording_rules(findings)
    check_easy(findings)
    return tuple(sorted(set(findings.problems)))


def today() -> date:
    """The day of the build: that of SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()
