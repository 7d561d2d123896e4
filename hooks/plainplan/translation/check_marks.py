"""Checks of what must stay the same in every language: figures, placeholders, tags, links, signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from babel import Locale
from babel.dates import get_month_names

from plainplan.translation.figures import differences, listed_figures, turned_round
from plainplan.translation.pair import Pair
from plainplan.translation.pieces import DIRECTIONS, NUMBERED, PLACEHOLDER, addresses

Finding = tuple[str, str]
"""What is wrong, and what to do."""
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_OPENING, _CLOSING = {"\u202a", "\u202b", "\u202d", "\u202e"}, "\u202c"
_ISOLATING, _ISOLATED = {"\u2066", "\u2067", "\u2068"}, "\u2069"
_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffd]")
"""Control characters (Cc in Unicode, but for tabs and line breaks), noncharacters, what could not be read."""
_RIGHT_WAY = "Write them in the order in which they are read: the browser turns them round where it must."


def numbers(pair: Pair) -> Iterator[Finding]:
    """Every figure of the source, and no other. Grouping, decimal signs and digits may differ."""
    if turned := turned_round(pair.source, pair.said):
        yield f"{', '.join(turned)} stands the other way round.", _RIGHT_WAY
    missing, more = _best(pair)
    if missing:
        yield f"the figure {listed_figures(missing)} is missing.", _of_figures(more)
    elif more:
        yield f"the figure {listed_figures(more)} is not in the source.", _of_figures(())


def _of_figures(more: Iterable[str]) -> str:
    there = f"The translation has {listed_figures(more)}. " if more else ""
    return f"{there}Write figures in digits, or say `# plainplan: allow numbers` above the entry."


def _best(pair: Pair) -> tuple[list[str], list[str]]:
    """The smallest difference: a form for one number may say that number, or leave it out."""
    found = []
    for source in dict.fromkeys((pair.source, pair.many or pair.source, pair.one)):
        missing, more = differences(source, pair.said)
        if pair.many is not None and pair.only is not None:
            missing, more = ([f for f in part if f != str(pair.only)] for part in (missing, more))
        found.append((missing, _without_months(more, source, pair.setting.source_tag)))
    return min(found, key=lambda way: len(way[0]) + len(way[1]))


def _without_months(figures: list[str], source: str, tag: str) -> list[str]:
    """Some languages write a month as its number."""
    if not figures:
        return figures
    names = get_month_names("wide", locale=Locale.parse(tag.replace("-", "_")))
    named = Counter(str(number) for number, name in names.items() if name in source)
    kept = []
    for figure in figures:
        if named[figure]:
            named[figure] -= 1
        else:
            kept.append(figure)
    return kept


def placeholders(pair: Pair) -> Iterator[Finding]:
    """Every placeholder of the source. A form for one number may leave the number out."""
    known = set(PLACEHOLDER.findall(pair.one)) | set(PLACEHOLDER.findall(pair.many or ""))
    wanted = set(PLACEHOLDER.findall(pair.many or pair.one))
    said = set(PLACEHOLDER.findall(pair.said))
    missing = wanted - said
    if pair.only is not None and len(missing & _numbers_among(pair)) == 1:
        missing -= _numbers_among(pair)
    for name in sorted(missing):
        yield f"the placeholder {name} is missing.", "Copy it as it is: a word of the plan takes its place."
    for name in sorted(said - known):
        yield f"there is no placeholder {name} in the source.", f"Use {_or(known)}."


def _or(known: Iterable[str]) -> str:
    return " or ".join(sorted(known)) or "no placeholder here"


def _numbers_among(pair: Pair) -> set[str]:
    """The placeholders that stand for the number itself."""
    many = set(PLACEHOLDER.findall(pair.many or ""))
    named = {name for name in many if re.search(r"\W(?:n|num|number|count)\W", name)}
    return named | (many - set(PLACEHOLDER.findall(pair.one)))


def tags(pair: Pair) -> Iterator[Finding]:
    """The numbered tags of the source: the same, each closed, none across another."""
    wanted, said = _tags(pair.source), _tags(pair.said)
    mend = "The numbers say which words are a link or stand out: put them round the same words."
    for tag in sorted(wanted - said):
        yield f"the tag {tag} is missing.", mend
    for tag in sorted(said - wanted):
        yield f"the tag {tag} is not in the source, or is here too often.", mend
    if wanted == said and not _is_nested(pair.said) and _is_nested(pair.source):
        yield "the tags are not closed in the order in which they open.", "Write <1>…<2>…</2>…</1>."


def _tags(text: str) -> Counter[str]:
    return Counter(found[0] for found in NUMBERED.finditer(text))


def _is_nested(text: str) -> bool:
    open_tags: list[str] = []
    for found in NUMBERED.finditer(text):
        if found["alone"]:
            continue
        if not found["closing"]:
            open_tags.append(found["number"])
        elif not open_tags or open_tags.pop() != found["number"]:
            return False
    return not open_tags


def markup(pair: Pair) -> Iterator[Finding]:
    """HTML of the translator's own: readers would see it as it is written."""
    for tag in dict.fromkeys(_TAG.findall(pair.said)):
        if tag not in pair.source:
            yield f"{tag} is HTML, and the source has none.", "Leave it out, or use a numbered tag as <1>."


def links(pair: Pair) -> Iterator[Finding]:
    """Web and email addresses as they are in the source."""
    wanted, said = Counter(addresses(pair.source)), Counter(addresses(pair.said))
    mend = "Copy it as it is. To lead elsewhere on purpose, say `# plainplan: allow links` above the entry."
    for address in sorted(wanted.keys() - said.keys()):
        yield f"the address {address} is missing.", mend
    for address in sorted(said.keys() - wanted.keys()):
        yield f"the address {address} is not in the source.", mend


def direction(pair: Pair) -> Iterator[Finding]:
    """Signs of direction: whatever is opened is closed, in the same paragraph."""
    for line in pair.said.split("\n"):
        if DIRECTIONS.search(line) and not _is_closed(line):
            message = "a sign of direction (U+202A to U+202E, U+2066 to U+2069) is opened or closed alone."
            yield message, "Leave it out: the page gives each language its direction."
            return


def _is_closed(line: str) -> bool:
    open_signs: list[str] = []
    for sign in line:
        if sign in _OPENING or sign in _ISOLATING:
            open_signs.append(_CLOSING if sign in _OPENING else _ISOLATED)
        elif sign in (_CLOSING, _ISOLATED) and (not open_signs or open_signs.pop() != sign):
            return False
    return not open_signs


def characters(pair: Pair) -> Iterator[Finding]:
    """Characters that no text should hold."""
    for sign in dict.fromkeys(_NEVER.findall(pair.said)):
        yield f"the character U+{ord(sign):04X} is in the text.", "Write the text again without it."
