"""Checks of what looks like an oversight: a small letter, a lost full stop, words nobody translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainplan.translation.check_marks import Finding
from plainplan.translation.pair import Pair
from plainplan.translation.pieces import PLACEHOLDER, plain

_ENDS = {
    "a full stop": ".．。۔।॥።։॥။។᙮",
    "a question mark": "?？؟՞፧",
    "an exclamation mark": "!！՜",
    "a colon": ":：፡",
    "three dots": "…⋯",
}
_ALSO = {"el": {"a question mark": ";;"}, "hy": {"a full stop": ":"}}
_NO_STOPS = frozenset({"th", "lo"})
"""Languages that end sentences with a space."""
_AFTER_END = "\"'”’»›)]}*_ \u200e\u200f"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def capital(pair: Pair) -> Iterator[Finding]:
    """A capital at the beginning, where the source has one and the script has capitals."""
    first, said = _first_letter(pair.source), _first_letter(pair.said)
    if first.isupper() and said.islower() and not _same_beginning(pair):
        message = f'it begins with the small letter "{said}", and the source with a capital.'
        yield message, "Begin it with a capital, or say `# plainplan: allow capital` above the entry."


def _first_letter(text: str) -> str:
    return next((sign for sign in _shown(text) if sign.isalnum()), "")


@lru_cache(maxsize=2)  # two checks ask for both texts of a pair
def _shown(text: str) -> str:
    """The text with a figure for each placeholder: it has neither a capital nor a full stop."""
    return plain(_TAG.sub("", PLACEHOLDER.sub("0", text)))


def _same_beginning(pair: Pair) -> bool:
    first = [plain(text).split(None, 1) for text in (pair.source, pair.said)]
    return bool(first[0] and first[1]) and first[0][0] == first[1][0]


def ending(pair: Pair) -> Iterator[Finding]:
    """The same kind of end as the source: a sentence stays a sentence, a heading a heading."""
    language = pair.setting.tag.partition("-")[0]
    if language in _NO_STOPS:
        return
    wanted, said = _end(pair.source, "en"), _end(pair.said, language)
    if wanted != said:
        message = f"it ends with {said or 'no such sign'}, and the source with {wanted or 'none'}."
        yield message, "End it as the source ends, with the sign of its language."


def _end(text: str, language: str) -> str:
    last = _shown(text).replace("...", "…").rstrip(_AFTER_END)[-1:]
    kinds = [*_ALSO.get(language, {}).items(), *_ENDS.items()]
    return next((kind for kind, signs in kinds if last and last in signs), "")


def same(pair: Pair) -> Iterator[Finding]:
    """A translation that is the source: most likely nobody translated it."""
    if pair.said != pair.source or not _WORDS.search(plain(pair.source)):
        return
    if plain(pair.source) not in pair.setting.names:
        mend = "Translate it, or say `# same` above the entry if it is the same in this language."
        yield "it is the same as the source.", mend


def edges(pair: Pair) -> Iterator[Finding]:
    """The same white space round the words as in the source."""
    for name, cut in (("begins", str.lstrip), ("ends", str.rstrip)):
        if (cut(pair.source) == pair.source) != (cut(pair.said) == pair.said):
            has = "no white space" if cut(pair.said) == pair.said else "white space"
            yield f"it {name} with {has}, unlike the source.", "Make it as in the source."
