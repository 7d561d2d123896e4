"""The fields of a 360Giving grant that a plan can fill, as paths of the JSON and as titles of the CSV.

Source: 360Giving Data Standard 1.4, https://standard.threesixtygiving.org/. A step that holds
a list in the JSON is one of `LISTS`; its entries are reached by number, and the CSV holds the first of each.
"""

from __future__ import annotations

from typing import Any

Path = tuple[str | int, ...]

LISTS = frozenset(
    {
        "plannedDates",
        "actualDates",
        "recipientOrganization",
        "beneficiaryLocation",
        "fundingOrganization",
        "grantProgramme",
        "classifications",
    }
)
PRIORITY = "Priority of the plan"
BUDGET_LINE = "Budget line of the plan"
"""Vocabularies of classifications: the standard's own way to say what part of a whole a grant belongs to."""

COLUMNS: dict[str, Path] = {
    "Identifier": ("id",),
    "Title": ("title",),
    "Description": ("description",),
    "Currency": ("currency",),
    "Amount Applied For": ("amountAppliedFor",),
    "Amount Awarded": ("amountAwarded",),
    "Amount Disbursed": ("amountDisbursed",),
    "Award Date": ("awardDate",),
    "URL": ("url",),
    "Planned Dates:Start Date": ("plannedDates", 0, "startDate"),
    "Planned Dates:End Date": ("plannedDates", 0, "endDate"),
    "Planned Dates:Duration (months)": ("plannedDates", 0, "duration"),
    "Actual Dates:Start Date": ("actualDates", 0, "startDate"),
    "Actual Dates:End Date": ("actualDates", 0, "endDate"),
    "Recipient Org:Identifier": ("recipientOrganization", 0, "id"),
    "Recipient Org:Name": ("recipientOrganization", 0, "name"),
    "Recipient Org:Charity Number": ("recipientOrganization", 0, "charityNumber"),
    "Recipient Org:Company Number": ("recipientOrganization", 0, "companyNumber"),
    "Recipient Org:Description": ("recipientOrganization", 0, "description"),
    "Recipient Ind:Identifier": ("recipientIndividual", "id"),
    "Recipient Ind:Name": ("recipientIndividual", "name"),
    "Beneficiary Location:Name": ("beneficiaryLocation", 0, "name"),
    "Funding Org:Identifier": ("fundingOrganization", 0, "id"),
    "Funding Org:Name": ("fundingOrganization", 0, "name"),
    "Grant Programme:Title": ("grantProgramme", 0, "title"),
    "From An Open Call?": ("fromOpenCall",),
    "Classifications:0:Vocabulary": ("classifications", 0, "vocabulary"),
    "Classifications:0:Code": ("classifications", 0, "code"),
    "Classifications:0:Title": ("classifications", 0, "title"),
    "Classifications:1:Vocabulary": ("classifications", 1, "vocabulary"),
    "Classifications:1:Code": ("classifications", 1, "code"),
    "Classifications:1:Title": ("classifications", 1, "title"),
    "Last Modified": ("dateModified",),
    "Data Source": ("dataSource",),
    "Conditions": ("conditions",),
    "Reasons": ("reasons",),
}
"""Title of the CSV → way in the JSON. The last two are not of the standard, which allows further fields: the
law asks for both (Specified Information Order 2011, Schedule, paragraph 3(f))."""


def at(grant: Any, path: Path) -> Any:
    """What stands at a path, or None where there is nothing."""
    here = grant
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else None
    return here
