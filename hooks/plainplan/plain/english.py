"""Standard chapters held to plain English, more gently than easy read: all of it warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainplan.plain import amounts, grammar
from plainplan.plain.patterns import PLAIN, found_by
from plainplan.plain.sentences import bare, sentences, words
from plainplan.plain.shapes import Fault, Found, Known, Paragraph
from plainplan.plain.vocabulary import JARGON, WORDY, Phrases

LONG = 25  # words a sentence, as GOV.UK checks it
_WORDY, _JARGON = Phrases(WORDY), Phrases(JARGON)


def plain_faults(paragraphs: Sequence[Paragraph], known: Known) -> Iterator[Fault]:
    """Every fault of the English of a chapter. What `known` allows or explains is no jargon."""
    for paragraph in paragraphs:
        for rule, found in _found(bare(paragraph.text), known):
            line = _line(paragraph, found.words)
            yield Fault(rule, line, found.words, found.message, found.mend)


def _found(text: str, known: Known) -> Iterator[tuple[str, Found]]:
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > LONG:
            message = f'"{sentence}" has {count} words, and {LONG} are the most.'
            yield "plain-long-sentence", Found(sentence, message, "Make two sentences of it.")
    for phrase, plain in _WORDY(text):
        yield "plain-wordy", Found(phrase, f'"{phrase}" is a hard way to say it.', f"Write: {plain}.")
    for phrase, plain in _JARGON(text):
        if not known.knows(phrase):
            message = f'"{phrase}" says little to people outside public bodies.'
            yield "plain-jargon", Found(phrase, message, f"Write: {plain}.")
    for found in grammar.agent_passives(text):
        yield "plain-passive", found
    for pattern in PLAIN:
        for found in found_by(pattern, text):
            yield pattern.rule, found
    for found in amounts.odd_dates(text):
        yield "plain-date", found


def _line(paragraph: Paragraph, found: str) -> int:
    """The line on which words begin, as far as links between them let it be seen."""
    first = r"[\s*_]+".join(re.escape(word) for word in found.split()[:3])
    match = re.search(first, paragraph.text)
    return paragraph.line + (paragraph.text.count("\n", 0, match.start()) if match else 0)
