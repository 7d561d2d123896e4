"""data/accessibility.yml: what the website's accessibility statement says.

The parts are those of the model statement that regulation 8 of the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018 asks for. What the law names (the regulations, the
standard, who enforces) is data too, with the day on which it was read.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from plainplan.model.base import (
    Contact,
    Day,
    DayIfPublished,
    Line,
    Link,
    Prose,
    Record,
    SharedLine,
    Url,
    Whole,
    Words,
    refuse,
    text_of,
)

_CRITERION = re.compile(r"[1-9]\.[1-9]\.[1-9][0-9]?( \S.*)?")


def _criterion(value: Any) -> str:
    text = " ".join(text_of(value).split())
    if not _CRITERION.fullmatch(text):
        refuse(
            f'"{text}" does not begin with the number of a success criterion.',
            "Write its number and its name, such as 1.1.1 Non-text content.",
        )
    return text


Criterion = Annotated[str, BeforeValidator(_criterion), Words.SHARED]
"""A success criterion of the standard: `1.1.1 Non-text content`. Its number stays in every language."""


class Compliance(StrEnum):
    """The 3 answers that the model statement allows."""

    FULLY = "fully compliant"
    PARTIALLY = "partially compliant"
    NOT = "not compliant"


class Ground(StrEnum):
    """Why content may be found that is not accessible: regulations 6, 7 and 4(2)."""

    NON_COMPLIANCE = "non-compliance"
    DISPROPORTIONATE_BURDEN = "disproportionate burden"
    OUT_OF_SCOPE = "out of scope"


class Content(Record):
    """Content that is not accessible, or not known to be."""

    what: Line
    reason: Prose
    ground: Ground
    fails: tuple[Criterion, ...] = Field((), description="the success criteria that it fails")
    not_shown: tuple[Criterion, ...] = Field(
        (), description="the success criteria that nobody has shown it to meet"
    )
    mended_by: DayIfPublished | None = Field(None, description="the day by which it will be mended")
    assessment: Prose | None = Field(None, description="what the assessment of the burden found")
    alternative: Prose | None = Field(None, description="where the same can be had in an accessible form")


class HowTested(Record):
    """How the website was tested, and by whom."""

    how: Prose
    by: Line
    on: Day | None = None


class Enforcement(Record):
    """Who enforces the regulations in some nations, and where people turn with a complaint."""

    nations: tuple[SharedLine, ...] = Field(min_length=1)
    enforcer: Line
    complaints: Link


class Standard(Record):
    """What the website is held against."""

    title: Line
    short_title: Line
    url: Url


class Law(Record):
    """What the law names. It changes: `read_on` is the day on which `source` was read."""

    regulations: Link
    standard: Standard
    enforcement: tuple[Enforcement, ...] = Field(min_length=1)
    source: Url
    read_on: Day


class Statement(Record):
    """data/accessibility.yml, whole."""

    website: Line | None = Field(None, description="what the website is called; the plan's title otherwise")
    scope: Line = Field(description="what the statement applies to, to go on after 'applies to'")
    summary: Prose | None = Field(None, description="what readers can do on the website")
    compliance: Compliance
    content: tuple[Content, ...] = Field((), description="what is not accessible")
    improving: Prose | None = Field(None, description="what the body does to improve accessibility")
    prepared: Day
    reviewed: Day
    tested: tuple[HowTested, ...] = Field(min_length=1)
    untested: Prose | None = Field(None, description="what nobody has tested yet")
    contact: Contact | None = Field(None, description="whom to tell; the plan's contact otherwise")
    form: Url | None = Field(None, description="a form with which to tell")
    answer_within_days: Whole | None = None
    nation: SharedLine = Field(description="where the body is, as `law` names it")
    law: Law

    def because_of(self, ground: Ground | str) -> tuple[Content, ...]:
        """The content that is not accessible on one ground, which templates name by its word."""
        return tuple(content for content in self.content if content.ground is Ground(ground))

    @property
    def enforcement(self) -> Enforcement | None:
        """Who enforces where the body is; None where `law` does not say (`check` refuses that)."""
        return next((found for found in self.law.enforcement if self.nation in found.nations), None)
