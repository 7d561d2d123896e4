"""Which letters our fonts have. A letter without one would print as an empty box."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from plainplan.formats.missing import MissingToolError

_SHOWN = 8
_DRAWS_NOTHING = ("Cc", "Cf", "Zl", "Zp")


class LettersMissingError(MissingToolError):
    """No font of ours has some letters of a document."""


def check_letters(words: str, fonts: Path, where: str) -> None:
    """Raise LettersMissingError, with the letters by script, unless a font of the folder has each of them."""
    missing = {
        sign
        for sign in set(unicodedata.normalize("NFC", words)) - _letters(fonts)
        if unicodedata.category(sign) not in _DRAWS_NOTHING and not _in_parts(sign, fonts)
    }
    if missing:
        raise LettersMissingError(
            f"{where}: no font of Plainplan has these letters: {_by_script(missing)}. "
            f"Put a font that has them into {fonts}, cut as its README says, and name it in paper.css."
        )


@cache
def _letters(fonts: Path) -> frozenset[str]:
    found: set[int] = set()
    for file in sorted(fonts.glob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            found |= font.getBestCmap().keys()
    return frozenset(map(chr, found))


def _in_parts(sign: str, fonts: Path) -> bool:
    """Whether a letter can be put together: ŵ from w and its circumflex."""
    parts = unicodedata.normalize("NFD", sign)
    return len(parts) > 1 and set(parts) <= _letters(fonts)


def _by_script(signs: set[str]) -> str:
    scripts: dict[str, list[str]] = defaultdict(list)
    for sign in sorted(signs):
        scripts[unicodedata.name(sign, "unknown").split()[0].capitalize()].append(sign)
    return "; ".join(
        f"{script} ({' '.join(found[:_SHOWN])}{' …' if len(found) > _SHOWN else ''})"
        for script, found in sorted(scripts.items())
    )
