"""data/plan.yml: the plan itself, and the body whose plan it is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from plainplan.colours import is_colour
from plainplan.language import gettext as _
from plainplan.language import spoken, whole_number
from plainplan.model.base import (
    Contact,
    Day,
    DayIfPublished,
    Line,
    Prose,
    Record,
    SharedLine,
    SiteUrl,
    Slug,
    Url,
    UrlIfPublished,
    Verbatim,
    refuse,
    text_of,
    whole,
)


def _months(value: Any) -> int:
    months = whole(value)
    if not 1 <= months <= 60:
        refuse(f'"{value}" is not a number of months from 1 to 60.', "Write 3 for a report every 3 months.")
    return months


Months = Annotated[int, BeforeValidator(_months)]


def _colour(value: Any) -> str:
    text = text_of(value).lower()
    if not is_colour(text):
        refuse(
            f'"{text}" is not a colour.', 'Write a # and 6 digits or letters a to f, in quotes: "#123a73".'
        )
    return text


Colour = Annotated[str, BeforeValidator(_colour)]


class PlanStatus(StrEnum):
    """How far the plan has come (Police Reform and Social Responsibility Act 2011, section 5)."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    FINAL = "final"
    VARIED = "varied"


class Body(Record):
    """Who issues the plan: in law the elected local policing body. All its names are data."""

    name: Line = Field(description="the office, such as 'Office of the Police and Crime Commissioner for …'")
    short_name: Line | None = None
    holder: Line | None = Field(None, description="who holds the office, where that is published")
    holder_role: Line = Field("Police and crime commissioner", description="what the holder is called")
    force: Line | None = None
    force_head_role: Line = Field("chief constable", description="who leads the force")
    area: Line
    organisation: Slug | None = Field(None, description="the body's own record in organisations.yml")
    url: Url | None = None
    identifier: Verbatim | None = Field(None, description="an identifier of org-id.guide, such as GB-LAE-…")
    giving_prefix: Verbatim | None = Field(
        None, description="the body's prefix for grants, given by 360Giving, such as 360G-example"
    )


class Period(Record):
    """The planning period (section 7(7) of the Act). Both days are inside it."""

    start: DayIfPublished
    end: DayIfPublished
    as_published: Line | None = Field(None, description="such as '2017 to 2021'")

    @property
    def first(self) -> date:
        """The first day; the first of all days where it is not published."""
        return self.start if isinstance(self.start, date) else date.min

    @property
    def last(self) -> date:
        """The last day; the last of all days where it is not published."""
        return self.end if isinstance(self.end, date) else date.max


class Version(Record):
    """One version of the plan, and what changed in it."""

    number: Verbatim
    date: Day
    status: PlanStatus
    summary: Prose


class Value(Record):
    """Something that the body holds to."""

    name: Line
    description: Prose | None = None


class Label(Record):
    """What this plan calls a thing, for one and for many of it."""

    one: Line
    many: Line
    _forms: tuple[str, ...] = ()  # what a translation says after numbers, by the plurals of its language

    def counted(self, number: int) -> str:
        """`9 actions`, `1 action`: as they stand inside a sentence."""
        return _("%(number)s %(things)s") % {"number": whole_number(number), "things": self.of(number)}

    def of(self, number: int) -> str:
        """The same without the number: `actions`, `action`."""
        if self._forms:
            return self._forms[spoken().plural_form(number)].lower()
        return (self.one if number == 1 else self.many).lower()


class Labels(Record):
    """What this plan calls its parts: a priority may be a "Theme", an action a "Priority for action"."""

    priority: Label = Label(one="Priority", many="Priorities")
    aim: Label = Label(one="Aim", many="Aims")
    outcome: Label = Label(one="Shared outcome", many="Shared outcomes")
    objective: Label = Label(one="Objective", many="Objectives")
    focus_area: Label = Label(one="Focus area", many="Focus areas")
    action: Label = Label(one="Action", many="Actions")
    measure: Label = Label(one="Measure", many="Measures")


class Appearance(Record):
    """How the site looks like the body's own."""

    accent: Colour | None = Field(None, description="the body's colour, such as '#123a73'")
    logo: Verbatim | None = Field(None, description="a picture in content/, such as 'images/logo.svg'")


class About(Record):
    """data/plan.yml, whole."""

    title: Line
    body: Body
    period: Period
    status: PlanStatus
    versions: tuple[Version, ...] = ()
    summary: Prose
    vision: Prose | None = None
    mission: Prose | None = None
    values: tuple[Value, ...] = ()
    labels: Labels = Labels()
    appearance: Appearance = Appearance()
    contact: Contact
    reporting_months: Months | None = Field(None, description="how many months apart progress is reported")
    example: bool = Field(False, description="true: the area is invented, and every page says so")
    notice: Prose | None = Field(None, description="words to show at the top of every page")
    licence: SharedLine | None = None
    licence_url: Url | None = None
    site_url: SiteUrl | None = Field(
        None, description="where this site is published, for the site map and search engines"
    )
    accessibility_statement: UrlIfPublished | None = Field(
        None, description="where a plan without data/accessibility.yml has its statement, or 'not published'"
    )
    raise_to_error: tuple[Verbatim, ...] = Field(
        (), description="codes of warnings that this plan holds as errors"
    )
