"""One figure for a page: how easy it is to read.

Flesch reading ease, because it is the measure that most people and word processors know, and because both
what it counts (words a sentence, syllables a word) can be mended by a writer. With it goes the reading age
of its sister, the Flesch-Kincaid grade: the school year in the United States, and 5 years to it. GOV.UK
aims at a reading age of 9. Both hold for English only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plainplan.plain.sentences import bare, sentences, words

_STARTS_SCHOOL = 5  # the age before the first school year
_ENOUGH = 100  # words: with fewer, one long name would decide


@dataclass(frozen=True)
class Readability:
    """Reading ease from 0 (hardest) to 100, plain English being about 60; the age in years; words."""

    ease: int
    age: int
    words: int


def readability(texts: Sequence[str]) -> Readability | None:
    """The figure for the paragraphs of a page; None where there are too few words to tell."""
    # textstat reads a dictionary of syllables for 1 to 3 seconds, once: only who asks for a figure waits.
    from textstat import textstat  # type: ignore[import-untyped]  # noqa: PLC0415  # it has no types

    found = [sentence for text in texts for sentence in sentences(bare(text))]
    read = [re.sub(r"[^\w'’]+", " ", word) for sentence in found for word in words(sentence)]
    if len(read) < _ENOUGH:
        return None
    # textstat counts sentences by full stops alone, so those are ours; the syllables are its own.
    per_sentence = len(read) / len(found)
    per_word = textstat.syllable_count(" ".join(read)) / len(read)
    ease = 206.835 - 1.015 * per_sentence - 84.6 * per_word
    grade = 0.39 * per_sentence + 11.8 * per_word - 15.59
    return Readability(
        round(min(100.0, max(0.0, ease))), max(_STARTS_SCHOOL, round(grade) + _STARTS_SCHOOL), len(read)
    )
