"""Makes identifiers from words."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60


def slug(words: str) -> str:
    """Small letters, digits and hyphens, at most 60, cut between words. Empty where no letter is left."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", ""))
    plain = plain.encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(whole) <= _LONGEST:
        return whole
    return whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]
