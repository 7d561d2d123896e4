"""What stands beside a figure or instead of one: 309 p, 327 (r), n/a, .., [c]."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STATUS = {
    "p": "provisional",
    "prov": "provisional",
    "provisional": "provisional",
    "r": "revised",
    "rev": "revised",
    "revised": "revised",
    "f": "final",
    "final": "final",
    "": "final",
}
_NOTES = {
    "e": "Estimated.",
    "est": "Estimated.",
    "estimate": "Estimated.",
    "u": "Low reliability.",
    "b": "Break.",
}
_MISSING = {
    "": "The file gives no figure.",
    "..": "The figure is not available.",
    "…": "The figure is not available.",
    "...": "The figure is not available.",
    ":": "The figure is not available.",
    "n/a": "The figure is not available.",
    "na": "The figure is not available.",
    "n.a.": "The figure is not available.",
    "#n/a": "The figure is not available.",
    "not available": "The figure is not available.",
    "no data": "There are no data.",
    "not collected": "The figure was not collected.",
    "[x]": "The figure is not available.",
    "x": "The figure is not available.",
    "[z]": "A figure does not apply here.",
    "z": "A figure does not apply here.",
    "not applicable": "A figure does not apply here.",
    "[c]": "The figure is withheld, to protect people.",
    "c": "The figure is withheld, to protect people.",
    "*": "The figure is withheld, to protect people.",
    "[w]": "There is no figure that can be relied on.",
}
"""Shorthand of the Government Analysis Function and of older tables."""
_MARKED = re.compile(r"(.*?[0-9%])\s*[(\[]?([A-Za-z]+)[)\]]?\*?")


@dataclass(frozen=True)
class Marked:
    """A figure's text without its marks (empty: there is none), and what the marks say."""

    text: str
    status: str | None = None
    note: str | None = None
    reason: str | None = None


def split_marks(text: str) -> Marked:
    """Take the marks off a figure. An unknown mark stays: then the text is no number."""
    words = " ".join(text.split())
    if words.lower() in _MISSING:
        return Marked("", reason=_MISSING[words.lower()])
    match = _MARKED.fullmatch(words)
    mark = match[2].lower() if match else ""
    if match and mark in _STATUS:
        return Marked(match[1].strip(), status=_STATUS[mark])
    if match and mark in _NOTES:
        return Marked(match[1].strip(), note=_NOTES[mark])
    return Marked(words)


def status_of(text: str) -> str | None:
    """The status that a cell of its own says: `p`, `Provisional`, `(r)`, `[p]`. None where it is unknown."""
    return _STATUS.get(re.sub(r"[^a-z]", "", text.lower()))
