"""The order of names, as a reader who knows the alphabet looks for them.

Most of it is the common order of Unicode (UTS 10: accents and capitals count only between names that are
the same otherwise), which the library pyuca brings. What a language has of its own is its alphabet: it may
have letters of two signs (Welsh `ll`), or letters that are the same with an accent elsewhere (Polish `ó`).
What is not in the alphabet stands where the common order has it; words in another script come last.

Where two signs are two letters (the n and the g of Bangor), an author can put U+034F between them, the
grapheme joiner that Unicode has for this.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from babel import Locale

from plainplan.language.marks import bare
from plainplan.language.speaking import spoken
from plainplan.language.wording import capital

Element = tuple[int, int, int]
"""Where a letter stands: what it is, its weight in the common order, and its place after the letter of that
weight."""
SortKey = tuple[tuple[Element, ...], tuple[int, ...]]

_SPACE, _FIGURE, _OWN_SCRIPT, _OTHER_SCRIPT = range(4)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,4000}")  # as long as Python makes whole numbers of
_PLAIN = "abcdefghijklmnopqrstuvwxyz"


def sort_key(words: str) -> SortKey:
    """What to sort names by. Figures are numbers: 12 comes before 101.

    Punctuation counts only between names that are the same without it.
    """
    return _key(bare(words), spoken().alphabet, spoken().locale)


@lru_cache(maxsize=1 << 15)
def _key(text: str, alphabet: tuple[str, ...], locale: str) -> SortKey:
    order = _order(alphabet, locale)
    elements = tuple(element for _, found in order.letters(text) for element in found)
    tie: tuple[int, ...] = _collator().sort_key(text)
    return elements, tie


def first_letter(words: str) -> str:
    """The capital under which readers look for a name; empty if a figure comes first, or it has no letter."""
    order = _order(spoken().alphabet, spoken().locale)
    letter, elements = next(order.letters(bare(words)), ("", ()))
    if not elements or elements[0][0] == _FIGURE:
        return ""
    return capital(order.names.get(elements[0]) or unicodedata.normalize("NFD", letter)[0])


@dataclass(frozen=True)
class _Order:
    """How letters follow each other in a language. `names` are those of letters that others stand under."""

    alphabet: Mapping[str, Element]
    names: Mapping[Element, str]
    scripts: frozenset[str]
    longest: int

    def letters(self, text: str) -> Iterator[tuple[str, tuple[Element, ...]]]:
        """The letters and figures of a text in turn, spaces between them too: each with its elements."""
        folded, place, is_first = _folded(text), 0, True
        while place < len(folded):
            letter = self._letter_at(folded, place)
            place += len(letter)
            elements = self._elements(letter)
            if elements and not (is_first and letter.isspace()):
                is_first = False
                yield letter, elements

    def _letter_at(self, text: str, place: int) -> str:
        if number := _NUMBER.match(text, place):
            return number[0]
        found = (text[place : place + length] for length in range(self.longest, 1, -1))
        return next((letter for letter in found if letter in self.alphabet), text[place])

    def _elements(self, letter: str) -> tuple[Element, ...]:
        if letter.isspace():
            return ((_SPACE, 0, 0),)
        known = self.alphabet.get(letter) or self.alphabet.get(_without_accents(letter))
        if known:
            return (known,)
        return _other(letter, self.scripts)


@cache
def _other(letter: str, scripts: frozenset[str]) -> tuple[Element, ...]:
    """The elements of a number, or of a letter that is not in the alphabet; none for punctuation."""
    if _NUMBER.fullmatch(letter):
        return ((_FIGURE, int(letter.replace(",", "")), 0),)
    kind = _kind(letter, scripts)
    return tuple((kind, weight, 0) for weight in _weights(letter)) if kind is not None else ()


@cache
def _order(alphabet: tuple[str, ...], locale: str) -> _Order:
    letters = [_folded(letter) for letter in alphabet]
    scripts = _scripts("".join(letters) or Locale.parse(locale).language_name or "")
    ranks = dict(_ranks(letters))
    names = {element: letter for letter, element in ranks.items()}
    kind = _OWN_SCRIPT if "LATIN" in scripts else _OTHER_SCRIPT
    for letter in _PLAIN:
        names.setdefault((kind, _weights(letter)[0], 0), letter)
    return _Order(ranks, names, scripts, max(map(len, letters), default=1))


def _ranks(letters: Iterable[str]) -> Iterator[tuple[str, Element]]:
    """Each letter of an alphabet at its own weight, if it comes after all before it in the common order too;
    otherwise next after the one before it."""
    last, after = 0, 0
    for letter in letters:
        weights = _weights(letter)
        if len(weights) == 1 and weights[0] > last:
            last, after = weights[0], 0
        else:
            after += 1
        yield letter, (_OWN_SCRIPT, last, after)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text.casefold())


def _without_accents(letter: str) -> str:
    signs = unicodedata.normalize("NFD", letter)
    return signs[0] if all(unicodedata.category(sign) == "Mn" for sign in signs[1:]) else letter


def _kind(letter: str, scripts: frozenset[str]) -> int | None:
    """What a sign is; None for punctuation, which has no place."""
    category = unicodedata.category(letter[0])[0]
    if category == "N":
        return _FIGURE
    if category not in "LM":
        return None
    return _OWN_SCRIPT if _scripts(letter) <= scripts else _OTHER_SCRIPT


def _scripts(signs: str) -> frozenset[str]:
    """The scripts of letters, by the first word of their names in Unicode: LATIN, ARABIC, GURMUKHI."""
    return frozenset(
        unicodedata.name(sign, "-").split()[0] for sign in signs if sign.isalpha() or _is_vowel(sign)
    )


def _is_vowel(sign: str) -> bool:
    """Whether it is a sign of an Indic script that stands for a vowel, and not an accent."""
    return unicodedata.category(sign)[0] == "M" and bool(_weights(sign))


@cache
def _weights(letter: str) -> tuple[int, ...]:
    """The weights of a letter in the common order, before accents and capitals count."""
    elements = _collator().collation_elements(unicodedata.normalize("NFD", letter))
    return tuple(element[0] for element in elements if element[0])


def load_order() -> None:
    """Read the common order now, and not when the first names are sorted."""
    _collator()


@cache
def _collator() -> Any:
    """It reads the table of Unicode, which takes a tenth of a second: only once, and only if asked."""
    from pyuca import Collator  # type: ignore[import-untyped]  # noqa: PLC0415

    return Collator()
