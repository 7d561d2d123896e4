"""In which direction the words of a picture are read.

A picture itself stands the same in every language: time runs from left to right. Words in it whose script
runs from right to left say so themselves, since what begins with a sign of no script, or with a name in
another script, would else be put in a wrong order: `NHS کے اخراجات`, `£1.2 ملین`.
"""

from __future__ import annotations

from typing import Literal
from unicodedata import bidirectional

from babel import Locale
from lxml.etree import _Element as Element

from plainplan.language import bare, is_marked, spoken

Anchor = Literal["start", "middle", "end"]

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LETTERS = _RIGHT_TO_LEFT | {"L"}
_MIRRORED = frozenset("()[]«»")
_TURNED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def direction_of(words: str) -> Literal["rtl"] | None:
    """`rtl` for words that are read from right to left; None for others and for figures.

    Where the language runs from right to left, words that have any letter of such a script do, and the rest
    of a bracket that a line was broken in: `2027)`.
    """
    letters = [found for sign in words if (found := bidirectional(sign)) in _LETTERS]
    if spoken().direction != "rtl":
        letters = letters[:1]
    elif not letters and _MIRRORED & set(words):
        return "rtl"
    return "rtl" if _RIGHT_TO_LEFT & set(letters) else None


def anchor_of(words: str, anchor: Anchor) -> Anchor:
    """Where words stand that shall stand at the left (`start`), the middle or the right of their place.

    For words from right to left SVG takes the beginning for the right end.
    """
    return _TURNED[anchor] if direction_of(words) else anchor


def direct(text: Element) -> None:
    """Say of a <text> in which direction its words are read, and keep it where it stands."""
    words = str(text.text or "")
    if direction := direction_of(words):
        text.set("direction", direction)
        anchor: Anchor = {"middle": "middle", "end": "end"}.get(text.get("text-anchor", ""), "start")  # type: ignore[assignment]  # a dict's values are any str to mypy
        text.set("text-anchor", anchor_of(words, anchor))


def language_of(*words: str) -> str:
    """The language of a picture with such words: the one that is spoken, unless any are not translated."""
    return spoken().source if any(map(is_marked, words)) else spoken().tag


def own_name() -> str:
    """What the language that is spoken calls itself, in its own letters."""
    return bare(Locale.parse(spoken().locale).get_display_name() or "")
