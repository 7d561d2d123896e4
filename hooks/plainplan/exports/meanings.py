"""What the names in plan.json mean, for the JSON Schema: where the model itself has no words for a field.

They are English: schemas are made in the source edition alone.

A meaning stands under the name, or under `Record.name` where the same name means another thing.
"""

from __future__ import annotations

from collections.abc import Mapping

from plainplan.exports.fields import Dataset
from plainplan.exports.tables import grants, measures, money, people, progress, promises, the_plan

_TABLES: Mapping[str, Dataset] = {
    "About": the_plan.PLAN,
    "Version": the_plan.VERSIONS,
    "PreviousAction": the_plan.PREVIOUS,
    "Priority": promises.PRIORITIES,
    "Objective": promises.OBJECTIVES,
    "FocusArea": promises.FOCUS_AREAS,
    "Outcome": promises.OUTCOMES,
    "Action": promises.ACTIONS,
    "Report": progress.REPORTS,
    "Update": progress.UPDATES,
    "Milestone": progress.MILESTONES,
    "Measure": measures.MEASURES,
    "Observation": measures.FIGURES,
    "Revision": measures.REVISIONS,
    "BudgetYear": money.BUDGET_YEARS,
    "FundingLine": money.FUNDING,
    "SpendingLine": money.SPENDING,
    "PriorityShare": money.SHARES,
    "BandAmount": money.BANDS,
    "ReserveLine": money.RESERVES,
    "Saving": money.SAVINGS,
    "CapitalLine": money.CAPITAL,
    "Grant": grants.GRANTS,
    "Organisation": people.ORGANISATIONS,
    "Exercise": people.CONSULTATION,
    "Response": people.RESPONSES,
    "Requirement": people.REQUIREMENTS,
    "Term": people.GLOSSARY,
}
"""The dataset that a record is a row of: its columns have words for the fields of the same name."""

_HERE: Mapping[str, str] = {
    "about": "The plan itself, and the body whose plan it is.",
    "accessibility": "What the accessibility statement of the website says.",
    "actions": "The actions that stand under it.",
    "address": "The address for letters, line by line.",
    "amount": "In pounds, exact.",
    "anchor": "The end of its address, after #.",
    "appearance": "How the website looks like the body's own.",
    "area": "The area that the plan is for.",
    "attachments": "Other files beside the chapters, such as pictures.",
    "band_d": "What a Band D home pays in the year towards policing, in pounds.",
    "baseline": "Where it stood when the plan began.",
    "body": "The body whose plan it is.",
    "Chapter.body": "The text of the chapter, in Markdown.",
    "Check.by": "Who checked the translation.",
    "Check.on": "The day on which it was checked.",
    "Edition.language": "The tag of the language (RFC 5646).",
    "Plan.pictures": "The pictures of easy read, and where they come from.",
    "Plan.editions": "The languages in which the plan is published.",
    "Plan.pronunciation": "How the voice of the audio says words that it would say wrong.",
    "Pronunciation.languages": "The languages that have such words.",
    "Sayings.language": "The language, as a tag of BCP 47.",
    "Sayings.words": "Words and short forms, as they are written and as they are said.",
    "Editions.editions": "The languages, that in which the plan is written first.",
    "body_line": "The line of the file on which the text begins.",
    "breakdowns": "The same split into parts, such as areas.",
    "budget": "Each financial year.",
    "budget_line": "The spending line that pays for it.",
    "by": "Who did it.",
    "capital": "What is spent on buildings, vehicles, equipment and the like.",
    "chapters": "The written chapters.",
    "charity_number": "Its number as a charity.",
    "closing": "What is there when the year ends, in pounds.",
    "company_number": "Its number as a company.",
    "complaints": "Where people turn with a complaint.",
    "compliance": "How far the website meets the standard.",
    "consultation": "Each time that people were asked.",
    "contact": "How to reach the body.",
    "date": "The day.",
    "description": "What it is.",
    "email": "An email address.",
    "end": "The last day.",
    "enforcement": "Who enforces the law, and where.",
    "enforcer": "Who enforces the law.",
    "focus_areas": "Subjects that stand under it.",
    "force": "The police force.",
    "front_matter": "The lines at the top of the chapter.",
    "funding": "Where the money comes from, line by line.",
    "glossary": "Words that need explaining.",
    "grants": "Each grant.",
    "ground": "On what ground the content is not accessible.",
    "heading": "The heading on that page.",
    "headings": "The headings of the chapter.",
    "hours": "When it can be reached.",
    "how": "How it was done.",
    "id": "Its identifier. It does not change.",
    "labels": "What this plan calls its parts.",
    "lasting": "Whether its address stays when the words of the heading change.",
    "law": "What the law names.",
    "level": "1 for the heading of the chapter, 2 for the parts under it, and so on.",
    "line": "The line of the file.",
    "BudgetLineReference.line": "The identifier of the spending line.",
    "lines": "Each of them.",
    "many": "Its name for several.",
    "measures": "The measures.",
    "milestones": "The dates of the plan.",
    "movement": "What goes in, or out if below 0, in pounds.",
    "name": "What it is called.",
    "nations": "The nations where that holds.",
    "note": "What a reader needs to know about it.",
    "objectives": "What it sets out to do.",
    "on": "The day.",
    "one": "Its name for one.",
    "opening": "What is there when the year starts, in pounds.",
    "order": "Its place in the section, the smallest first.",
    "organisations": "Who answers for what.",
    "outcomes": "What all who share it want to see.",
    "page": "The page, by its file or its address.",
    "parts": "The parts of the whole.",
    "path": "The file, in the folder of the chapters.",
    "percent": "In percent, as published.",
    "period": "The time that it covers.",
    "phone": "A telephone number.",
    "precept": "What council taxpayers pay towards policing.",
    "prepared": "The day on which the statement was first made.",
    "previous": "The plan before this one, and what became of its actions.",
    "priorities": "The priorities.",
    "SpendingLine.priorities": "The parts of the line that serve one priority.",
    "priority": "The priority.",
    "progress": "What was reported, report by report.",
    "read_on": "The day on which the source was read.",
    "reason": "Why.",
    "recipient": "Who got it.",
    "regulations": "The law.",
    "requirements": "The duties in law, and where the plan meets them.",
    "reserves": "Money put by.",
    "reviewed": "The day on which the statement was last reviewed.",
    "savings": "Money that the same work will not cost any more.",
    "section": "The part of the navigation in which it stands.",
    "series": "Its figures, the oldest first.",
    "short_name": "A shorter name.",
    "short_title": "A shorter title.",
    "source": "Where it comes from.",
    "spending": "What the money is spent on, line by line.",
    "standard": "What the website is held against.",
    "start": "The first day.",
    "summary": "What it says in a few sentences.",
    "target": "Where it is to be, and by when.",
    "tested": "How the website was tested.",
    "text": "The words of the heading.",
    "title": "What it is called.",
    "updates": "What was said of each action.",
    "url": "A web address.",
    "value": "The figure, with the digits that were published.",
    "values": "What the body holds to.",
    "versions": "The versions of the plan, the oldest first.",
    "answer_within_days": "In how many days the body answers.",
    "what": "The content that is not accessible.",
    "year": "The financial year.",
    "you_said_we_did": "What people said, and what was decided.",
}
_LABELS = "What this plan calls it, for one and for many."
_RECORDS: Mapping[str, str] = {
    "About": "The plan itself.",
    "FrontMatter": "What a chapter says of itself.",
    "Label": "What this plan calls a thing, for one and for many of it.",
    "Statement": "The accessibility statement.",
}


def of_record(record: str, words: str) -> str:
    """What a record is; `words` are those of the model."""
    return _RECORDS.get(record, words)


def of_field(record: str, name: str) -> str:
    """What a field of a record means; empty where nobody has said it."""
    if record == "Labels":
        return _LABELS
    columns = _TABLES[record].fields if record in _TABLES else ()
    found = {field.name: field.description for field in columns}
    return _HERE.get(f"{record}.{name}") or found.get(name) or _HERE.get(name, "")
