"""The rules of easy read, as data: what the check prints, and what its tests run."""

from __future__ import annotations

from plainplan.errors import Severity
from plainplan.plain.shapes import Languages, Rule

_UK = "UK government, guidance on accessible communication formats: easy read"
_DH = (
    "Department of Health, Making written information easier to understand"
    " for people with learning disabilities, 2010"
)
_IE = "Inclusion Europe, Information for all: European standards for making information easy to read"
_COGA = "W3C, Making content usable for people with cognitive and learning disabilities"

EASY_RULES = (
    Rule(
        "easy-long-sentence",
        _UK,
        "A sentence of more than 15 words is hard to keep in mind.",
        "![vote]\nYou can tell the commissioner what you think about the plan at a meeting in our hall.",
        "![vote]\nYou can tell the commissioner what you think.\nYou can come to a meeting.",
        languages=Languages.ALL,
    ),
    Rule(
        "easy-too-long",
        _UK,
        "Nobody who needs easy read can use a sentence of more than 20 words.",
        "![vote]\nYou can tell the commissioner what you think about the plan and the police"
        " at a meeting in the town hall near you.",
        "![vote]\nYou can come to a meeting.\nYou can say what you think.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-one-sentence-a-line",
        _IE,
        "Each sentence begins on a new line, so that readers find the next one.",
        "![police]\nThe police will help you. They will listen.",
        "![police]\nThe police will help you.\nThey will listen.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-too-many-sentences",
        _DH,
        "A picture goes with 1 to 4 sentences. With more, nobody sees what it is a picture of.",
        "![police]\nWe listen.\nWe help.\nWe care.\nWe act.\nWe learn.",
        "![police]\nWe listen.\nWe help.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-no-picture",
        _DH,
        "Each idea has a picture, because many readers look at it first.",
        "The police will help you.",
        "![police]\nThe police will help you.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-joined-ideas",
        _IE,
        "One sentence says one thing. Words such as although, unless or which join two.",
        "![road]\nRoads are safer, although people still drive too fast.",
        "![road]\nRoads are safer.\nBut some people still drive too fast.",
    ),
    Rule(
        "easy-passive",
        _IE,
        "Say who does it. Otherwise readers must guess.",
        "![money]\nThe money was spent on new cameras.",
        "![money]\nWe spent the money on new cameras.",
    ),
    Rule(
        "easy-percentage",
        _IE,
        "Few people can picture a percentage. Many can picture 7 out of every 10 people.",
        "![night]\n70% of people feel safe at night.",
        "![night]\n7 out of every 10 people feel safe at night.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-number-word",
        _IE,
        "Digits are easier to see than numbers in words.",
        "![police]\nThere are six teams.",
        "![police]\nThere are 6 teams.",
    ),
    Rule(
        "easy-large-number",
        _DH,
        "Exact large numbers mean little. Round them, and say what they mean.",
        "![phone]\n4,217 people called us.",
        "![phone]\nAbout 4,200 people called us.",
        languages=Languages.ALL,
    ),
    Rule(
        "easy-decimal",
        _DH,
        "Parts of a number are hard to picture.",
        "![money]\nWe will spend £1.2 million.",
        "![money]\nWe will spend about £1 million.",
        languages=Languages.ALL,
    ),
    Rule(
        "easy-acronym",
        _DH,
        "Not everybody knows what letters stand for.",
        "![meeting]\nThe OPCC pays for this.",
        "![meeting]\nThe commissioner pays for this.",
        Severity.ERROR,
    ),
    Rule(
        "easy-brackets",
        _IE,
        "Brackets break a sentence in two.",
        "![court]\nYou may go to court (we will help you).",
        "![court]\nYou may go to court.\nWe will help you.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-double-negative",
        _IE,
        "Two words for no must be turned round to be understood.",
        "![meeting]\nYou cannot come without a ticket.",
        "![meeting]\nYou need a ticket to come.",
    ),
    Rule(
        "easy-roman-numeral",
        _IE,
        "Many people read a Roman numeral as letters.",
        "![book]\nRead part IV of the plan.",
        "![book]\nRead part 4 of the plan.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-abbreviation",
        _IE,
        "Short forms such as e.g. and etc. are not words that people say.",
        "![home]\nWe help with homes, food, etc.",
        "![home]\nWe help with homes and food.",
    ),
    Rule(
        "easy-capitals",
        _UK,
        "Words in capitals lose their shape, and seem to shout.",
        "![phone]\nCALL THE POLICE now.",
        "![phone]\nCall the police now.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-contraction",
        _DH,
        "Words pushed together, such as don't, are harder to read than both words.",
        "![help]\nDon't worry about money.",
        "![help]\nDo not worry about money.",
    ),
    Rule(
        "easy-wordy",
        _DH,
        "A short word that people say is easier than a long one that they only read.",
        "![police]\nCall us prior to the meeting.",
        "![police]\nCall us before the meeting.",
    ),
    Rule(
        "easy-hard-word",
        _COGA,
        "A word that people seldom meet is explained in the next sentence or in the word list, or left out.",
        "![police]\nThe police prevent exploitation.",
        "![police]\nThe police stop people who use others.",
    ),
    Rule(
        "easy-italics",
        _IE,
        "Letters in italics lean, and are harder to tell apart.",
        "![book]\nThis is *our* plan.",
        "![book]\nThis is our plan.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-underline",
        _IE,
        "Underlined words look like links, and the line cuts through letters.",
        "![book]\nThis is <u>our</u> plan.",
        "![book]\nThis is our plan.",
        Severity.ERROR,
        Languages.ALL,
    ),
    Rule(
        "easy-unexplained",
        _DH,
        "A hard word is bold where it first stands on a page, and the next sentence says what it means.",
        "![money]\nThe **budget** is on this page.\nWe pay the police.",
        "![money]\nThe **budget** is on this page.\nA budget is a plan for money.",
    ),
    Rule(
        "easy-two-names",
        _COGA,
        "Readers take two names for two things.",
        "![police]\nA police officer will help you.\nThe constable will call you.",
        "![police]\nA police officer will help you.\nThe police officer will call you.",
    ),
    Rule(
        "easy-long-document",
        _DH,
        "Easy read of more than 24 pages in print is put away unread.",
        "An edition of 120 blocks, which are 30 pages in print.",
        "An edition of 90 blocks, which are 23 pages in print.",
        languages=Languages.ALL,
    ),
)
