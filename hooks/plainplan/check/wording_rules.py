"""data/wording.yml: do the rules and files that it names exist?"""

from __future__ import annotations

from plainplan.check.rules import WORDING, Findings
from plainplan.errors import nearest


def check_wording_rules(findings: Findings) -> None:
    """Each change is of a rule on words, and where it names a file, that file is there."""
    plan = findings.plan
    files = {written.file for written in plan.written} | {
        place.file for place in findings.sources.places.values()
    }
    for number, change in enumerate(plan.wording.rules):
        keys = ("wording", "rules", number)
        if change.rule not in WORDING:
            message = f'there is no rule on words called "{change.rule}".'
            findings.add("unknown-rule", (*keys, "rule"), message, nearest(change.rule, WORDING))
        if change.file and change.file not in files:
            message = f'there is no file "{change.file}".'
            findings.add("unknown-reference", (*keys, "in"), message, nearest(change.file, files))
