"""The accessibility statement: whole, in order and looked at within a year.

Regulation 8 of the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations
2018 asks for one that follows the model statement and is kept under review. What is refused here is what the
monitoring body looks for: alphagov/accessibility-monitoring-platform, statement checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan.check.rules import Findings
from plainplan.errors import nearest
from plainplan.model.accessibility import Compliance, Content, Ground, Statement
from plainplan.model.days import months_later
from plainplan.model.walk import Keys

_HERE: Keys = ("accessibility",)
_MONTHS_BETWEEN_REVIEWS = 12


def check_accessibility(findings: Findings, today: date) -> None:
    """The statement is whole on the day `today`; or the plan says where one is, or that there is none."""
    statement, elsewhere = findings.plan.accessibility, findings.plan.about.accessibility_statement
    if statement is None:
        if elsewhere is None:
            findings.add(
                "no-statement",
                ("about",),
                "readers cannot find out how accessible this website is.",
                "Add data/accessibility.yml, or in plan.yml `accessibility_statement:` with the address of "
                "your statement, or with `not published`.",
            )
        return
    if elsewhere is not None:
        findings.add(
            "statement",
            ("about", "accessibility_statement"),
            "data/accessibility.yml is a statement already.",
            "Delete this line, or that file.",
        )
    _check_compliance(findings, statement)
    _check_contact(findings, statement)
    _check_enforcement(findings, statement)
    _check_dates(findings, statement, today)
    for index, content in enumerate(statement.content):
        for field, message, mend in _gaps(content):
            findings.add("statement", (*_HERE, "content", index, field), message, mend)
        if isinstance(content.mended_by, date) and content.mended_by < today:
            findings.add(
                "stale-statement",
                (*_HERE, "content", index, "mended_by"),
                f"this was to be mended by {content.mended_by}, which is past.",
                "If it is mended, delete the entry; otherwise write a day to come, and why it is late.",
            )


def _check_compliance(findings: Findings, statement: Statement) -> None:
    failing = [content for content in statement.content if content.ground is not Ground.OUT_OF_SCOPE]
    if statement.compliance is Compliance.FULLY and failing:
        message = f"it claims to be fully compliant, and lists {_count(len(failing))} that is not accessible."
        findings.add("statement", (*_HERE, "compliance"), message, "Write `partially compliant`.")
    if statement.compliance is not Compliance.FULLY and not statement.content:
        message = f"it says that the website is {statement.compliance}, and not what is not accessible."
        mend = "Add `content:` with what is not accessible, why, and which success criterion it fails."
        findings.add("statement", (*_HERE, "compliance"), message, mend)


def _count(number: int) -> str:
    return "content" if number == 1 else f"{number} kinds of content"


def _gaps(content: Content) -> Iterator[tuple[str, str, str]]:
    """What content lacks that its ground asks for: the field, what is wrong, the mend."""
    if content.ground is not Ground.OUT_OF_SCOPE and not (content.fails or content.not_shown):
        yield (
            "fails",
            "it does not say which success criterion it fails.",
            'Add `fails: ["1.1.1 Non-text content"]`, with the numbers and names that fit.',
        )
    if content.ground is Ground.NON_COMPLIANCE and content.mended_by is None:
        yield (
            "mended_by",
            "it does not say by when it will be mended.",
            "Add `mended_by: 2027-06-30`, with the day that fits, or `not published`.",
        )
    if content.ground is Ground.DISPROPORTIONATE_BURDEN and not content.assessment:
        yield (
            "assessment",
            "a burden is claimed, and no assessment of it is given.",
            "Add `assessment: …` with what was found. Without an assessment the ground is `non-compliance`.",
        )


def _check_contact(findings: Findings, statement: Statement) -> None:
    contact = statement.contact or findings.plan.about.contact
    if not (contact.email or statement.form):
        keys = (*_HERE, "contact") if statement.contact else _HERE
        message = "nobody can report a barrier: there is no email address and no form."
        mend = "Add `form: …` with the address of a form, or `contact:` with an `email:`."
        findings.add("statement", keys, message, mend)


def _check_enforcement(findings: Findings, statement: Statement) -> None:
    if statement.enforcement is None:
        known = [nation for found in statement.law.enforcement for nation in found.nations]
        message = f'nobody is named who enforces the regulations in "{statement.nation}".'
        findings.add("statement", (*_HERE, "nation"), message, nearest(statement.nation, known))


def _check_dates(findings: Findings, statement: Statement, today: date) -> None:
    if statement.reviewed < statement.prepared:
        message = f"it was reviewed on {statement.reviewed}, before it was prepared on {statement.prepared}."
        findings.add("dates", (*_HERE, "reviewed"), message, "Change one of the dates.")
    for keys, day in _past_days(statement):
        if day > today:
            message = f"{day} is still to come."
            findings.add("dates", (*_HERE, *keys), message, "Write the day on which it was done.")
    due = months_later(statement.reviewed, _MONTHS_BETWEEN_REVIEWS)
    if today > due:
        message = f"it was last reviewed on {statement.reviewed}, more than a year ago."
        mend = "Read it against the website as it is now, correct it, and write the day as `reviewed`."
        findings.add("stale-statement", (*_HERE, "reviewed"), message, mend)


def _past_days(statement: Statement) -> Iterator[tuple[Keys, date]]:
    yield ("prepared",), statement.prepared
    yield ("reviewed",), statement.reviewed
    yield ("law", "read_on"), statement.law.read_on
    for index, test in enumerate(statement.tested):
        if test.on:
            yield ("tested", index, "on"), test.on
