"""Words of print as braille, each by the table of its own language."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from plainplan.formats.braille.liblouis import has_table, to_dots
from plainplan.formats.missing import MissingToolError
from plainplan.formats.spoken import Words

BLANK = "\u2800"
FULL = "\u283f"
"""Stands for a sign that no table knows."""
_TABLES = {
    "en": "en-ueb-g2.ctb",
    "cy": "cy-cy-g2.ctb",
    "ur": "ur-pk-g2.ctb",
    "pl": "pl.tbl",
    "pa": "pa.tbl",
    "gu": "gu.tbl",
}
"""By language: contracted where liblouis has a contracted table. Polish, Punjabi and Gujarati have none."""
_UNCONTRACTED_ENGLISH = "en-ueb-g1.ctb"
"""Unified English Braille has a sign for nearly everything: for what the language's own table lacks."""
_WRONG = {"pa.tbl": "£", "gu.tbl": "£"}
"""What a table of liblouis 3.24 writes as another sign: here as the sign of numbers."""
_NOT_WRITTEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe0f\ufeff]")
_ADDRESS = re.compile(r"((?:https?://|www\.)[^\s]*\w/?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.ASCII)
"""What is never contracted (The Rules of Unified English Braille, 10.12.3)."""
_SPACES = re.compile(r"[\s\u00a0]+")


def table_for(language: str) -> str:
    """The table for a language. Raises MissingToolError where liblouis has none."""
    base = language.partition("-")[0]
    table = _TABLES.get(language) or _TABLES.get(base) or f"{base}.tbl"
    if has_table(table) or base in _TABLES:
        return table
    raise MissingToolError(f'liblouis has no table for the language "{language}", so it has no braille here.')


def braille(words: Words) -> str:
    """Words as signs of braille, with one blank between them."""
    return "".join(written(run.text, table_for(run.language)) for run in words).strip(BLANK)


def written(text: str, table: str) -> str:
    """Print as braille by one table; what the table lacks by that of uncontracted English."""
    clean = _SPACES.sub(" ", _NOT_WRITTEN.sub("", text))
    parts = (
        part
        for number, piece in enumerate(_ADDRESS.split(clean))
        for part in _by_table(piece, _UNCONTRACTED_ENGLISH if number % 2 else table)
    )
    return "".join(parts).replace(" ", BLANK)


def _by_table(text: str, table: str) -> list[str]:
    made = []
    for known, signs in groupby(text, key=lambda sign: knows(table, sign)):
        part = "".join(signs)
        made.append(to_dots(table, part) if known else _borrowed(part))
    return made


def _borrowed(part: str) -> str:
    return "".join(
        to_dots(_UNCONTRACTED_ENGLISH, "".join(signs)) if known else _from_any("".join(signs))
        for known, signs in groupby(part, key=lambda sign: knows(_UNCONTRACTED_ENGLISH, sign))
    )


def _from_any(part: str) -> str:
    """Signs that English lacks too, by the first table that has them: names in other scripts."""
    found = (next((to_dots(t, sign) for t in _TABLES.values() if knows(t, sign)), FULL) for sign in part)
    return "".join(found)


@cache
def knows(table: str, sign: str) -> bool:
    """Whether a table has a sign. What it lacks liblouis writes out as the sign's number: \\x20ac."""
    if sign in _WRONG.get(table, ""):
        return False
    dots = to_dots(table, sign)
    return not (len(dots) > 6 and dots[0] == dots[-1] == "⠄" and dots[2] == "⠭")


def unknown(words: Words) -> set[str]:
    """The signs that no table has: for each a full cell stands in the braille."""
    signs = {sign for run in words for sign in _SPACES.sub(" ", _NOT_WRITTEN.sub("", run.text))}
    tables = (*_TABLES.values(), _UNCONTRACTED_ENGLISH, *(table_for(run.language) for run in words))
    return {sign for sign in signs if not any(knows(table, sign) for table in tables)}
