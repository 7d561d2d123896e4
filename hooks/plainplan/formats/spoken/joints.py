"""Joins words into sentences, as the language that is spoken makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plainplan.formats.spoken.pieces import Run, Words, plain
from plainplan.language import bare, is_marked, pgettext, spoken
from plainplan.language.speaking import INTERFACE_TAG

_STOPS = ".!?…۔।؟。"
_PAUSES = f"{_STOPS}:;,،؛"
_CLOSERS = "\u2069\"'”’)»"
_SPACES = re.compile("[ \t\r\n\f]+")
_UNSEEN = re.compile("[\u00ad\u200b\ufeff]")
_NAME = re.compile(r"%\((\w+)\)s")


class Break:
    """Where a line or a block ends inside of what is said in one piece: a pause."""


def fill(message: str, **parts: Words) -> Words:
    """A message of the product with words in the places that it names."""
    language = INTERFACE_TAG if is_marked(message) else spoken().tag
    runs: list[Run] = []
    for number, piece in enumerate(_NAME.split(bare(message))):
        runs += parts[piece] if number % 2 else (Run(piece, language),)
    return merged(runs)


def said(message: str) -> Words:
    """A message of the product."""
    return fill(message)


def joined(parts: Iterable[Words], between: str) -> Words:
    """Words with a joint between them."""
    runs: list[Run] = []
    for part in parts:
        runs += [*said(between), *part] if runs else part
    return merged(runs)


def ended(words: Words) -> Words:
    """The words as a sentence: with a full stop, if nothing ends them."""
    text = plain(words).rstrip(_CLOSERS)
    if not text or text.endswith(tuple(_STOPS)):
        return words
    return merged([*words, *said(pgettext("end of a sentence", "."))])


def open_ended(words: Words) -> Words:
    """The words without the full stop at their end, for what goes on."""
    if not words or not words[-1].text.endswith((".", "۔", "।")) or words[-1].text.endswith(".."):
        return words
    return merged([*words[:-1], Run(words[-1].text[:-1], words[-1].language)])


def tidy(runs: Iterable[Run | Break]) -> Words:
    """One space where there were several, none at the ends, and a joint for every break."""
    made: list[Run] = []
    broken = False
    for run in runs:
        if isinstance(run, Break):
            broken = bool(made)
            continue
        text = _SPACES.sub(" ", _UNSEEN.sub("", bare(run.text)))
        if broken and text.strip():
            made, broken = [*_paused(made)], False
        if not made or made[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            made.append(Run(text, run.language))
    return merged(_trimmed(made))


def merged(runs: Iterable[Run]) -> Words:
    """Neighbours of one language as one run. What has no letter is of the language before it."""
    made: list[Run] = []
    for run in runs:
        if made and (run.language == made[-1].language or not re.search(r"\w", run.text)):
            made[-1] = Run(made[-1].text + run.text, made[-1].language)
        elif run.text:
            made.append(run)
    return tuple(made)


def _paused(runs: list[Run]) -> Iterator[Run]:
    runs = list(_trimmed(runs))
    yield from runs
    if runs:
        ends = runs[-1].text.rstrip(_CLOSERS).endswith(tuple(_PAUSES))
        joint = Run(" ", runs[-1].language)
        yield from (joint,) if ends else said(pgettext("between the items of a list", ", "))


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    kept = list(runs)
    while kept and not kept[-1].text.rstrip(" "):
        kept.pop()
    for number, run in enumerate(kept):
        yield Run(run.text.rstrip(" "), run.language) if number == len(kept) - 1 else run
