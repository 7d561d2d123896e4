"""English grammar as far as a program can see it: passive verbs, joined ideas, double negatives.

A parser would see more, but every one that is good enough brings a model of its own to download. These
patterns lean to silence: a word that is as often an adjective as a verb is taken for an adjective.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainplan.plain.sentences import words
from plainplan.plain.shapes import Found
from plainplan.plain.vocabulary import word_list

_IRREGULAR = word_list("participles")
_ADJECTIVES = word_list("adjectives")
_STATES = word_list("states")
_BE = r"(?:is|are|was|were|be|been|being|am)"
_ADVERB = r"(?:not|also|now|often|always|never|both|all|already|ever|only|just|then|still|being|been|\w+ly)"
_WHO = r"(?:(?:the|an?|its|their|our|your|all|each|every|some|other)\s+)?[\w’'-]+"
_PASSIVE = re.compile(
    rf"\b{_BE}((?:\s+{_ADVERB})*)\s+([a-z]+)\b(?:\s+(to|by)\b(?:\s+({_WHO}))?)?",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"\b(?:very|too|so|more|most|less|quite|really|deeply|highly)\b")
# After "by": when, how or where, not who.
_NOT_WHO = re.compile(
    r"(?:\d|£|…|\w+ing\b|the (?:end|start|beginning|time)"
    r"|(?:the|this|next|last) (?:year|month|week"
    r"|spring|summer|autumn|winter|date)"
    r"|(?:early|late|mid|January|February|March|April|May|June|July|August|September|October|November)\b"
    r"|(?:December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"|(?:law|post|phone|email|telephone|letter|hand|name|default|far|then|now|mistake|chance|area|age)\b"
    r"|(?:half|how|at least|more than|about|around|almost|nearly|up to)\b"
    r"|(?:[\w-]+ ){0,3}(?:measures?|figures?|means|rules?|standards?)\b|none\b"
    r"|what\b|\w+(?:,| or| and)? (?:email|post|phone)\b)",
    re.IGNORECASE,
)
_JOINERS = re.compile(
    r"\b(?:although|though|whereas|whose|unless|therefore|however|nevertheless|in order to|so that"
    r"|as well as|provided that|given that|despite|whilst|moreover|furthermore"
    r"|consequently|thereby|hence|in addition)\b|;|\s[–—]\s",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"(?<!know )(?<!choose )(?<!say )(?<!says )(?<!decide )"
    r"(?<!ask )(?<!tell )(?<!see )(?<!about )(?<!you )(?<!us )\bwhich\b(?! of\b)",
    re.IGNORECASE,
)
_WHILE = re.compile(r"(?<!a )(?<!little )\bwhile\b", re.IGNORECASE)
_LONG_FOR_BECAUSE = 12  # words: below that, "because" gives a reason in one breath
_NOT = r"(?:not|cannot|never|nobody|nothing|none|no|[a-z]+n['’]t)"
_NEGATIVE = re.compile(
    rf"\b{_NOT}\b(?!,)(?:\s+[\w’']+){{0,3}}?\s+(?:not|without|never|no|nobody|nothing"
    r"|none|except|fail|fails|failed|refuse|refuses|impossible"
    r"|illegal|un(?:able|aware|clear|common|fair|happy|important|kind|known|lawful|less|likely|reasonable|safe|usual|well"
    r"|willing|true|helpful|necessary|reported))\b(?! one\b| longer\b)",
    re.IGNORECASE,
)


def passives(text: str) -> Iterator[Found]:
    """Verbs in the passive voice: "is" with what was done, and nobody who does it."""
    for match in _PASSIVE.finditer(text):
        if _is_passive(match):
            words_found = f"{match[0].split(' by ')[0]} by" if match[3] == "by" else _verb(match)
            mend = "Say who does it first: not “the plan is checked”, but “the panel checks the plan”."
            yield Found(words_found, f'"{words_found}" hides who does it.', mend)


def agent_passives(text: str) -> Iterator[Found]:
    """Only passives that name who does it: standard chapters may use the others where nobody matters."""
    for match in _PASSIVE.finditer(text):
        if match[4] and _is_passive(match) and match[3] == "by" and not _NOT_WHO.match(text, match.start(4)):
            found = f"{_verb(match)} by {match[4]}"
            mend = f'Say who does it first: begin with "{match[4]} …".'
            yield Found(found, f'"{found}" puts who does it last.', mend)


def _verb(match: re.Match[str]) -> str:
    return match[0][: match.end(2) - match.start()]


def _is_passive(match: re.Match[str]) -> bool:
    word, then = match[2].casefold(), match[3]
    if not (word in _IRREGULAR or (word.endswith("ed") and len(word) > 4)) or _DEGREE.search(match[1]):
        return False
    if word in _ADJECTIVES:
        return then == "by" and word in _STATES and not _NOT_WHO.match(match.string, match.start(4))
    return True


def joiners(text: str) -> Iterator[Found]:
    """Words that join two ideas in one sentence."""
    found = [match[0] for match in _JOINERS.finditer(text)]
    found += [match[0] for match in _WHICH.finditer(text) if match.start()]
    found += [match[0] for match in _WHILE.finditer(text)]
    if "because" in text.casefold() and len(words(text)) > _LONG_FOR_BECAUSE:
        found.append("because")
    for joiner in (word.strip() for word in found):
        yield Found(joiner, f'"{joiner}" joins 2 ideas in one sentence.', "Write a sentence for each idea.")


def double_negatives(text: str) -> Iterator[Found]:
    """Two words for no, which together say yes."""
    for match in _NEGATIVE.finditer(text):
        yield Found(
            match[0], f'"{match[0]}" says no twice, so readers must turn it round.', "Say what is so."
        )
