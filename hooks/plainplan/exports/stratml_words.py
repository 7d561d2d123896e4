"""What StratML calls things, in the order of its schemas, and the words that stand in its free text.

Sources: StratML Part 2 (ISO 17469, PerformancePlanOrReport20160216.xsd, version 2.2.6) and Part 1
(StrategicPlanISOVersion20140401.xsd, version 1.1).

What has no element of its own stands in `OtherInformation` or a `Description`, as paragraphs that begin with
a label: a reader understands them, and `plainplan import stratml` reads them back (see `stratml_notes`).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Part(Enum):
    """The two parts of the standard; the value is the namespace."""

    ONE = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
    TWO = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"


ROOTS: Mapping[str, Part] = {"StrategicPlan": Part.ONE, "PerformancePlanOrReport": Part.TWO}

ORDER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(children.split())
        for name, children in {
            "PerformancePlanOrReport": "Name Description OtherInformation StrategicPlanCore"
            " AdministrativeInformation Submitter",
            "StrategicPlan": "Name Description OtherInformation StrategicPlanCore AdministrativeInformation",
            "StrategicPlanCore": "Organization Vision Mission Value Goal",
            "Organization": "Name Acronym Identifier Description Stakeholder",
            "Vision": "Description Identifier",
            "Mission": "Description Identifier",
            "Value": "Name Description",
            "Goal": "Name Description Identifier SequenceIndicator Stakeholder OtherInformation Objective",
            "Objective": "Name Description Identifier SequenceIndicator Stakeholder OtherInformation"
            " PerformanceIndicator",
            "PerformanceIndicator": "SequenceIndicator MeasurementDimension UnitOfMeasurement Identifier"
            " Relationship MeasurementInstance OtherInformation",
            "Relationship": "Identifier ReferentIdentifier Name Description",
            "MeasurementInstance": "TargetResult ActualResult",
            "TargetResult": "StartDate EndDate NumberOfUnits Descriptor Description",
            "ActualResult": "StartDate EndDate NumberOfUnits Descriptor Description",
            "Descriptor": "DescriptorName DescriptorValue",
            "Stakeholder": "Name Description Role",
            "Role": "Name Description RoleType",
            "AdministrativeInformation": "Identifier StartDate EndDate PublicationDate Source Submitter",
            "Submitter": "Identifier GivenName Surname PhoneNumber EmailAddress",
        }.items()
    }
)
"""The order of the children of every element that has children."""

Labels = Mapping[str, str]
"""A label → the field that it says, with dots between the steps."""

PLAN: Labels = {
    "Status": "status",
    "Period": "period.as_published",
    "Area": "body.area",
    "Short name": "body.short_name",
    "Office holder": "body.holder",
    "Role of the office holder": "body.holder_role",
    "Force": "body.force",
    "Role of the head of the force": "body.force_head_role",
    "Reference of the body": "body.organisation",
    "Website of the body": "body.url",
    "Identifier of the body": "body.identifier",
    "Prefix for grants": "body.giving_prefix",
    "Months between reports": "reporting_months",
    "Postal address": "contact.address",
    "Contact page": "contact.url",
    "Opening hours": "contact.hours",
    "Accessibility statement": "accessibility_statement",
    "Licence": "licence",
    "Licence page": "licence_url",
    "Notice": "notice",
    "Invented example": "example",
}
VERSION = "Version"
REPORT = {"Report": "title", "Period of the report": "covers", "Summary of the report": "summary"}
"""A label → the field of a report; the words begin with its date."""
CALLED = {
    "Word for a priority": "priority",
    "Word for an aim": "aim",
    "Word for an outcome": "outcome",
    "Word for an objective": "objective",
    "Word for a focus area": "focus_area",
    "Word for an action": "action",
    "Word for a measure": "measure",
}
"""A label → what this plan calls such a thing, for one and for many of it."""
ORGANISATION: Labels = {
    "Reference": "id",
    "Short name": "short_name",
    "Kind": "kind",
    "Answers at this level": "responsibility",
    "Identifier": "identifier",
    "Email": "contact.email",
    "Phone": "contact.phone",
    "Postal address": "contact.address",
    "Contact page": "contact.url",
    "Opening hours": "contact.hours",
    "Website": "url",
}
RESPONSIBILITY = "Responsible for"
GOAL: Labels = {
    "Reference": "id",
    "Short title": "short_title",
    "Order": "order",
    "Aim": "aim",
    "Why": "why",
}
OUTCOME = "Outcome"
OBJECTIVE: Labels = {"Reference": "id"}
ACTION: Labels = {
    "Reference": "id",
    "Owner": "owner",
    "Start": "start",
    "Due": "due",
    "Due, as published": "due_as_published",
    "Cost in pounds": "cost",
    "What the cost is for": "cost_is",
}
KIND = "Kind"
PART_OF = "Part of"
OUTCOMES = "Outcomes"
OF_OBJECTIVE = "Objective"
OF_AREA = "Focus area"
OF_ACTION = "Action"
OF_MEASURES = "Measures of the priority"
OF_OTHER_MEASURES = "Measures of the plan"
KINDS = frozenset({OF_OBJECTIVE, OF_AREA, OF_ACTION, OF_MEASURES, OF_OTHER_MEASURES})
OWNER = "Answers for it"
PARTNER = "Helps with it"
PARTNER_ALONE = "Partner"
"""How Part 1, which has no roles, says the same of an organisation."""
MEASURE: Labels = {
    "Reference": "id",
    "What it tells you": "tells_you",
    "Kind": "kind",
    "Better": "better",
    "Source": "source.title",
    "Source page": "source.url",
    "Licence": "licence",
    "Licence page": "licence_url",
    "Comes out": "frequency",
    "Owner": "owner",
    "Next release": "next_release",
    "Caveats": "caveats",
    "Small numbers are below": "small_below",
    "One of the unit": "unit_one",
    "Varies with the season": "seasonal",
}
BREAKDOWN: Labels = {
    "Split by": "breakdown.title",
    "Reference of the split": "breakdown.id",
    "Part": "title",
    "Reference": "id",
}
FIGURE: Labels = {
    "Status": "status",
    "Reason": "reason",
    "Low": "low",
    "High": "high",
    "Published": "published",
    "Break before": "break_before",
    "Cases": "base",
    "Note": "note",
}
REVISED = "Revised"
BASELINE = "Baseline"
PERIOD = "Period"
STATUS = "Status"
REASON = "Reason"
EVIDENCE = "Evidence"
PROGRESS = "Progress"
"""The dimension of the indicator that holds what was reported on an action."""
PERCENT_DONE = "Percent done"
"""Its unit where a percentage was reported, with the status beside it; else its unit is `STATUS`."""
UNIT_OF_WORDS = "In words"
"""The unit of the indicator that says how an action is measured where no number does."""
