"""Word lists: wordy phrases with the plain ones, jargon, familiar words, names of one thing.

The plain words are those of the A to Z of alternative words (Plain English Campaign) and of the words to
avoid in the GOV.UK style guide, as far as they are wrong wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_LISTS = Path(__file__).with_name("words")

# Each is a regular expression for one phrase, and what to write instead.
WORDY = {
    "a (?:large |small |significant )?number of": "some, many or how many",
    "a proportion of": "some",
    "accordingly": "so",
    "additional": "more or extra",
    "adjacent to": "next to",
    "ascertain": "find out",
    "assists?|assisting": "help",
    "at (?:the )?present(?: time)?": "now",
    "at this (?:moment|point) in time": "now",
    "commenc(?:e|es|ed|ing|ement)": "start",
    "concerning": "about",
    "consequently": "so",
    "due to the fact that": "because",
    "endeavours?|endeavouring": "try",
    "expedite": "speed up",
    "for the duration of": "during",
    "for the purposes? of": "for or to",
    "forthwith": "now",
    "has the ability to|have the ability to": "can",
    "hereby|herewith|therein|thereof|thereto|heretofore|aforementioned": "leave it out",
    "in accordance with": "in line with or under",
    "in addition to": "besides or and",
    "in conjunction with": "with",
    "in excess of": "more than",
    "in lieu of": "instead of",
    "in order to": "to",
    "in receipt of": "get or have",
    "in relation to": "about",
    "in respect of": "about or for",
    "in the event (?:of|that)": "if",
    "in the vicinity of": "near",
    "in view of": "because of",
    "inter alia": "among others",
    "is (?:able|required) to|are (?:able|required) to": "can or must",
    "necessitat(?:e|es|ed|ing)": "need",
    "notwithstanding": "despite or even if",
    "on a (?:daily|weekly|monthly|regular|annual) basis": "every day, week, month, regularly or each year",
    "per annum": "a year",
    "pertaining to": "about",
    "prior to": "before",
    "purchase[sd]?|purchasing(?= (?:an?|the|new|more)\\b)": "buy",
    "pursuant to": "under",
    "regarding": "about",
    "remunerat(?:e|ion)": "pay",
    "shall": "must or will",
    "subsequent to": "after",
    "subsequently": "later",
    "terminat(?:e|es|ed|ing|ion)": "end",
    "the majority of": "most",
    "thereafter": "then",
    "upon": "on",
    "utili[sz](?:e|es|ed|ing|ation)": "use",
    "whilst": "while",
    "with (?:regard|reference|respect) to": "about",
    "with the exception of": "except",
    "with immediate effect": "now",
}
# Fine in a standard chapter, too hard in easy read.
WORDY_IN_EASY_READ = {
    "accommodation": "a place to live",
    "approximately": "about",
    "demonstrat(?:e|es|ed|ing)": "show",
    "ensur(?:e|es|ed|ing)": "make sure",
    "implement(?:s|ed|ing|ation)?": "start or do",
    "individuals?": "people or person",
    "participat(?:e|es|ed|ing|ion)": "take part",
    "provision of": "giving",
    "requir(?:e|es|ed|ing)": "need",
    "sufficient": "enough",
    "variety of": "different",
    "numerous": "many",
}
# GOV.UK style guide, words to avoid. Those with a plain use are held to the use that is jargon.
JARGON = {
    "actionable": "say what can be done",
    "best practice": "what works",
    "buy-in": "agreement",
    "combat(?:s|ted|ting)?(?= (?:crime|fraud|abuse|violence|drugs|antisocial))": "stop or fight",
    "co-?produc(?:e|ed|tion)": "make together",
    "collaborat(?:e|es|ed|ing)": "work with",
    "cross-cutting": "say which parts it concerns",
    "deep dives?": "a close look",
    "deliver(?:s|ed|ing|y of)? (?:\\w+ )?(?:priorit(?:y|ies)|improvements?|outcomes?|change|objectives)"
    "|deliver(?:s|ed|ing|y of)? (?:\\w+ )?(?:savings|efficienc(?:y|ies)|value|results)": "make or do",
    "deploy(?:s|ed|ing)? (?:\\w+ )?(?:resources?|approach|funding)": "use",
    "dialogue": "talk or spoke to",
    "direction of travel": "what we plan",
    "disincentivi[sz]e": "discourage",
    "driv(?:e|es|ing) (?:forward|out|up|change|improvements?|performance)": "improve",
    "empower(?:s|ed|ing|ment)?": "let or help",
    "facilitat(?:e|es|ed|ing)": "help or make it easier",
    "foster(?:s|ed|ing)? (?:\\w+ )?(?:relationships?|links|a culture|trust|confidence)": "build or help",
    "going forward": "from now on",
    "granular(?:ity)?": "detailed",
    "holistic(?:ally)?": "whole",
    "horizon scanning": "looking ahead",
    "impact(?:s|ed|ing)? (?:on|upon)(?= (?:the|our|people))": "affect or change",
    "incentivi[sz]e": "encourage",
    "innovative": "new",
    "key (?:priorit(?:y|ies)|issues?|themes?|areas?|objectives?|principles|messages?|role)": "main",
    "(?:changing|policing|threat) landscape": "what is happening",
    "leverag(?:e|es|ed|ing)": "use",
    "liais(?:e|es|ed|ing)": "talk to or work with",
    "multi-agency": "say who works together",
    "one-stop shop": "one place",
    "overarching": "main, or leave it out",
    "paradigm": "way",
    "proactive(?:ly)?": "say what you do before it happens",
    "ring-?fenc(?:e|ed|ing)": "set aside for",
    "robust(?:ly)?": "strong, or say how",
    "roll(?:ed|ing)?[ -]out": "start or give to all",
    "service users?": "people who use the service",
    "silo(?:s|ed)?": "separate",
    "stakeholders?": "say who they are",
    "streamlin(?:e|es|ed|ing)": "make simpler",
    "synerg(?:y|ies)": "working together",
    "transformation(?:al)?(?= (?:change|programme|agenda|journey))|transformative": "change",
    "touch ?points?": "say when people meet the service",
}


def word_list(name: str) -> frozenset[str]:
    """The words of a list in words/, one to a line; lines with # explain."""
    lines = (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


FAMILIAR = word_list("familiar")
KNOWN_ACRONYMS = frozenset(
    ("UK", "NHS", "GP", "GPS", "TV", "OK", "BBC", "AM", "PM", "DVD", "CD", "PIN", "ID", "A", "I")
)
# The name to use first. Names in capitals count in capitals only.
GROUPS = (
    ("police officer", "constable", "PC", "policeman", "policewoman", "cop", "bobby"),
    ("chief constable", "police chief", "head of police"),
    ("police and crime commissioner", "PCC"),
    ("antisocial behaviour", "anti-social behaviour", "ASB", "nuisance behaviour"),
    ("children", "kids", "minors"),
    ("older people", "elderly people", "the elderly", "pensioners", "senior citizens", "OAPs"),
    ("young people", "youths", "youngsters"),
    ("council", "local authority"),
    ("domestic abuse", "domestic violence"),
    ("prison", "jail", "gaol"),
    ("survey", "questionnaire"),
    ("crash", "collision", "road traffic accident", "RTC"),
    ("disabled people", "people with disabilities", "the disabled"),
    ("shoplifting", "shop theft", "retail crime"),
    ("burglary", "house breaking", "break-in"),
)


class Phrases:
    """A list of phrases that is searched in one go, and the plain words for each."""

    def __init__(self, *lists: dict[str, str]) -> None:
        entries = [entry for entries in lists for entry in entries.items()]
        self._plain = {f"p{number}": plain for number, (_, plain) in enumerate(entries)}
        either = "|".join(f"(?P<p{number}>{phrase})" for number, (phrase, _) in enumerate(entries))
        self._pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)

    def __call__(self, text: str) -> Iterator[tuple[str, str]]:
        """Each phrase of the list in a text, and the plain words for it."""
        for match in self._pattern.finditer(text):
            yield match[0], self._plain[match.lastgroup or ""]
