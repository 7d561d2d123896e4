"""Standard chapters held to plain English, more gently than easy read: all of it warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainplan.plain import amounts, grammar
from plainplan.plain.patterns import PLAIN, found_by
from plainplan.plain.sentences import bare, sentences, words
from plainplan.plain.shapes import Fault, Known, Paragraph
from plainplan.plain.vocabulary import JARGON, WORDY, Phrases

LONG = 25  # words a sentence, as GOV.UK checks it
_WORDY, _JARGON = Phrases(WORDY), Phrases(JARGON)


def plain_faults(paragraphs: Sequence[Paragraph], known: Known) -> Iterator[Fault]:
    """Every fault of the English of a chapter. What `known` allows or explains is no jargon."""
    for paragraph in paragraphs:
        text = bare(paragraph.text)
        yield from _length_faults(paragraph, text)
        for phrase, plain in _WORDY(text):
            message = f'"{phrase}" is a hard way to say it.'
            yield Fault("plain-wordy", paragraph.line, phrase, message, f"Write: {plain}.")
        for phrase, plain in _JARGON(text):
            if not known.knows(phrase):
                message = f'"{phrase}" says little to people outside public bodies.'
                yield Fault("plain-jargon", paragraph.line, phrase, message, f"Write: {plain}.")
        for found in grammar.agent_passives(text):
            yield Fault("plain-passive", paragraph.line, found.words, found.message, found.mend)
        for pattern in PLAIN:
            for found in found_by(pattern, text):
                yield Fault(pattern.rule, paragraph.line, found.words, found.message, found.mend)
        for found in amounts.odd_dates(text):
            yield Fault("plain-date", paragraph.line, found.words, found.message, found.mend)


def _length_faults(paragraph: Paragraph, text: str) -> Iterator[Fault]:
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > LONG:
            message = f'"{sentence}" has {count} words, and {LONG} are the most.'
            yield Fault("plain-long-sentence", paragraph.line, sentence, message, "Make two sentences of it.")
