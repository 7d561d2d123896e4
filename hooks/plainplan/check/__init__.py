"""Holds records against one another: references, dates, sums, duties, staleness. Returns every problem."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from plainplan.check.chapters import check_chapters
from plainplan.check.dates import check_dates
from plainplan.check.identity import check_identity
from plainplan.check.promises import check_promises
from plainplan.check.references import check_references
from plainplan.check.rules import Findings
from plainplan.check.sums import check_sums
from plainplan.check.texts import check_texts
from plainplan.errors import Problem
from plainplan.load import Loaded

__all__ = ["check_plan", "today"]


def check_plan(loaded: Loaded, on: date) -> tuple[Problem, ...]:
    """Every problem between the records of a plan, in the order of files, as seen on the day `on`."""
    findings = Findings(loaded.plan, loaded.sources)
    check_identity(findings)
    check_references(findings)
    check_dates(findings)
    check_sums(findings)
    check_promises(findings, on)
    check_chapters(findings)
    check_texts(findings)
    return tuple(sorted(set(findings.problems)))


def today() -> date:
    """The day of the build: that of SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()
