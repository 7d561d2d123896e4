"""The rules of plain English for standard chapters, as data. All are warnings."""

from __future__ import annotations

from plainplan.plain.shapes import Rule

_GOVUK = "GOV.UK style guide, A to Z"
_AVOID = "GOV.UK style guide, words to avoid"
_CONTENT = "GOV.UK, Writing for GOV.UK: content design"
_PEC = "Plain English Campaign, The A to Z of alternative words"

PLAIN_RULES = (
    Rule(
        "plain-long-sentence",
        _CONTENT,
        "Few people take in a sentence of more than 25 words at the first reading.",
        "The commissioner will publish a report every 3 months that says what is done, what is late and why,"
        " what it has cost so far and who answers for each part of it.",
        "The commissioner will publish a report every 3 months. It says what has been done and what it cost.",
    ),
    Rule(
        "plain-wordy",
        _PEC,
        "A plain word says the same, and more people know it.",
        "The panel met prior to the vote.",
        "The panel met before the vote.",
    ),
    Rule(
        "plain-passive",
        _CONTENT,
        "Say first who does it: readers of a plan want to know who answers for what.",
        "The budget was checked by auditors.",
        "Auditors checked the budget.",
    ),
    Rule(
        "plain-jargon",
        _AVOID,
        "Words that public bodies use among themselves tell others little.",
        "We will leverage the skills of stakeholders.",
        "We will use the skills of shopkeepers and farmers.",
    ),
    Rule(
        "plain-abbreviation",
        _GOVUK,
        "Some people do not know Latin short forms, and screen readers say them wrongly.",
        "Officers visit public places, e.g. parks.",
        "Officers visit public places, such as parks.",
    ),
    Rule(
        "plain-range",
        _GOVUK,
        "A line between figures may be read as minus, or not at all.",
        "Between 500-900 people came.",
        "Between 500 and 900 people came. Most were 20 to 40.",
    ),
    Rule(
        "plain-date",
        _GOVUK,
        "One way of writing dates is easiest to find and to compare: 4 June 2026.",
        "The panel met on June 4th, 2026.",
        "The panel met on 4 June 2026.",
    ),
)
