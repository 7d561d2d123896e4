"""Words in capitals: harder to read, and some screen readers spell them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_EDGES = "\"'“”‘’()[]*_.,;:!?…"
_OPENING, _CLOSING = '"“‘([', '.,;:!?…)]"”'
_ROMAN = re.compile(r"[IVXLC]+")
_SHOUTED = 3


@dataclass(frozen=True)
class Run:
    """Words in capitals one behind the other: where they begin in the text, and how they stand there."""

    start: int
    words: tuple[str, ...]

    @property
    def cores(self) -> tuple[str, ...]:
        """The words without the signs round them."""
        return tuple(word.strip(_EDGES) for word in self.words)

    @property
    def text(self) -> str:
        """The words on one line."""
        return " ".join(self.words).strip(_EDGES)

    def in_small_letters(self, known: set[str]) -> str:
        """The words as they could be written: short forms stay as they are."""
        kept = (word if _is_known(word.strip(_EDGES), known) else word.lower() for word in self.words)
        return " ".join(kept).strip(_EDGES)


def shouted(text: str, known: set[str], *, heading: bool = False) -> Iterator[Run]:
    """Runs of three words or more in capitals, and a heading of two or more that has nothing else.

    A run of short forms only (`known`), one word, numbers and single letters are nobody's shouting.
    The GOV.UK style guide says: do not use block capitals. No criterion of WCAG forbids them.
    """
    if sum(word.isupper() for word in text.split()) < 2:  # nearly all texts: no need to look closer
        return
    whole = heading and not any(sign.islower() for sign in text)
    for run in [Run(0, tuple(text.split()))] if whole else _runs(text):
        counted = [core for core in run.cores if _is_capitals(core)]
        if len(counted) < (2 if whole else _SHOUTED) or all(_is_known(core, known) for core in counted):
            continue
        yield run


def _runs(text: str) -> Iterator[Run]:
    """Neighbours in capitals. What stands between (a comma, a bracket, a word of another kind) parts them."""
    start, words = 0, list[str]()
    for match in re.finditer(r"\S+", text):
        word = match[0]
        core = word.strip(_EDGES)
        fits = _is_capitals(core) or not any(sign.islower() for sign in core)
        if words and (not fits or word[0] in _OPENING):
            yield Run(start, tuple(words))
            words = []
        if fits and (words or _is_capitals(core)):
            start = start if words else match.start()
            words.append(word)
        if words and word[-1] in _CLOSING:
            yield Run(start, tuple(words))
            words = []
    if words:
        yield Run(start, tuple(words))


def _is_capitals(core: str) -> bool:
    """Whether a word is one in capitals: not a number, a postcode, a Roman number or one letter."""
    letters = [sign for sign in core if sign.isalpha()]
    return (
        len(letters) > 1
        and all(sign.isupper() for sign in letters)
        and not any(sign.isdigit() for sign in core)
        and not _ROMAN.fullmatch(core)
    )


def _is_known(core: str, known: set[str]) -> bool:
    return not _is_capitals(core) or bool({core, re.sub(r"['’]S$", "", core)} & known)
