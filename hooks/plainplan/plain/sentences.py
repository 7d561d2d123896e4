"""Where sentences end, and which words they hold.

No library does it: pysbd has had no release since 2021, the newer ones carry models or are a few months
old, and what plans need is small: full stops of every script that a plan is translated into, and a list of
the English short forms that end with a full stop and go on.
"""

from __future__ import annotations

import re

# Full stops: Latin, Urdu and Arabic, Devanagari and its relatives (danda, double danda).
_LATIN, _OTHERS = ".!?", "۔؟।॥"
_ABBREVIATIONS = (
    r"Mr|Mrs|Ms|Dr|Prof|St|Rev|Sgt|Insp"
    r"|[Vv]s|[Aa]pprox|[Dd]ept|[Ee]\.g|[Ii]\.e|[Ee]g|[Ii]e|cf|pp?|paras?|vol|fig"
)
_END = re.compile(rf"(?:([{_LATIN}]+[\"'”’)\]*_]*)\s+|[{_OTHERS}]+[\"'”’)\]*_]*\s*)(?=\S)")
_GOES_ON = re.compile(rf"(?:^|[\s(])(?:{_ABBREVIATIONS}|[A-HJ-Z])\.$")
_SMALL_LETTER = re.compile(r"[\"'“‘(\[*_]*[a-z]")
_WORD = re.compile(r"\S*\w\S*")
_MARKUP = re.compile(
    r"!\[[^\]]*\](?:\([^)]*\))?(?:\{[^}]*\})?"  # a picture
    r"|<[^>\n]+>"
    r"|(?<!\w)\[\^[^\]]+\]"  # a footnote
    r"|`+"
)
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])(?:\{[^}]*\})?")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?!\*)|(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\3(?!\w)"
)
_PLACED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\w*\}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|info)\b\S*"
)

PLACED = "…"  # stands for what the plan's data puts in


def bare(text: str) -> str:
    """The words of a text without Markdown, web addresses and what data puts in later."""
    text = _LINK.sub(r"\1", _MARKUP.sub(" ", _PLACED.sub(PLACED, text)))
    text = _EMPHASIS.sub(lambda found: found[2] or found[4], text)
    return " ".join(_ADDRESS.sub(_ended, text).replace("\\", "").split())


def _ended(found: re.Match[str]) -> str:
    """An address becomes `…`, and the full stop that follows it stays."""
    return PLACED + (found[0][-1] if found[0][-1] in ".,;:!?" else "")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a bare text, in whichever language."""
    found, start = [], 0
    for end in _END.finditer(text):
        stop = end.end(1) if end[1] else end.end()
        shortened = end[1] == "." and _GOES_ON.search(text[start:stop])
        goes_on = shortened or _SMALL_LETTER.match(text, end.end())
        if not goes_on:
            found.append(text[start:stop].rstrip())
            start = end.end()
    return (*found, text[start:]) if text[start:].strip() else tuple(found)


def words(text: str) -> tuple[str, ...]:
    """The words as a reader counts them: "£1.5 million" is 2, "well-known" is 1."""
    return tuple(_WORD.findall(text))
