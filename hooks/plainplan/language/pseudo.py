"""A language that nobody speaks, to see what escapes translation and which layouts break.

`en-XA` is CLDR's tag for it. Words keep their meaning, get accents, are 40% longer and stand in brackets:
what is on a page without brackets was never said through a catalogue, and what loses one was cut off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plainplan.language.catalogue import Catalogue

TAG = "en-XA"
_ACCENTS = str.maketrans("AaCcEeIiLlNnOoSsUuYyZz", "ÅáÇçÉéÎíĻļÑñÖöŠšÛûÝýŽž")
_KEPT = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}|<[^>]*>|&\w+;|https?://\S+|\S+@\S+")
_LONGER = 0.4


def changed(words: str) -> str:
    """The words as this language says them; placeholders, tags and addresses stay."""
    parts, end = [], 0
    for match in _KEPT.finditer(words):
        parts += [words[end : match.start()].translate(_ACCENTS), match[0]]
        end = match.end()
    parts.append(words[end:].translate(_ACCENTS))
    letters = sum(sign.isalpha() for sign in _KEPT.sub("", words))
    more = " ~".join("" for _ in range(round(letters * _LONGER / 2) + 1))
    return f"⟦{''.join(parts)}{more}⟧"


@dataclass(frozen=True)
class PseudoCatalogue(Catalogue):
    """Has words for every message."""

    def __bool__(self) -> bool:
        return True

    def get(self, context: str, message: str) -> str:
        """The words of a message."""
        return changed(message)

    def get_plural(self, context: str, one: str, many: str, number: int) -> str:
        """The words for a number of things."""
        return changed(one if number == 1 else many)
