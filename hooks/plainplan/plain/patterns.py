"""Rules that one pattern finds: marks and short forms, whatever the sentence means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainplan.plain.shapes import Found


@dataclass(frozen=True)
class Pattern:
    """A pattern, what is wrong with what it finds (`{}` is that), and the mend."""

    rule: str
    pattern: re.Pattern[str]
    message: str
    mend: str


def _pattern(rule: str, pattern: str, message: str, mend: str) -> Pattern:
    return Pattern(rule, re.compile(pattern), message, mend)


MARKUP = (  # on the text as written
    _pattern(
        "easy-italics",
        r"(?<![\w*])\*(?![*\s])[^*\n]+?(?<![\s*])\*(?![\w*])|(?<![\w_])_(?![_\s])[^_\n]+?(?<![\s_])_(?![\w_])"
        r"|<(?:i|em)\b[^>]*>[^<]*",
        '"{}" is in italics, which bend the shapes of letters.',
        "Take the marks away. A hard word may be **bold**.",
    ),
    _pattern(
        "easy-underline",
        r"<(?:u|ins)\b[^>]*>[^<]*|\^\^[^^\n]+\^\^",
        '"{}" is underlined, and looks like a link.',
        "Take the line away. A hard word may be **bold**.",
    ),
)
ALL_LANGUAGES = (  # on bare text
    _pattern(
        "easy-percentage",
        r"\d[\d.,]*\s?[%٪]|(?:\d[\d.,]*|\b\w+) per ?cent\b|\bpercentage\b",
        '"{}" is a percentage, which many people cannot picture.',
        'Write how many out of every 10 or 100, such as "7 out of every 10 people".',
    ),
    _pattern(
        "easy-brackets",
        r"[(\[][^()\[\]]*[)\]]",
        '"{}" is in brackets, which break the sentence in two.',
        "Say it in a sentence of its own, or leave it out.",
    ),
    _pattern(
        "easy-roman-numeral",
        r"(?<![\w-])(?=[IVX]{2,}(?![\w-]))X{0,3}(?:IX|IV|V?I{0,3})(?![\w-])",
        '"{}" is a Roman numeral.',
        "Write the number with digits, such as 2.",
    ),
)
ENGLISH = (
    _pattern(
        "easy-abbreviation",
        r"(?i)(?<![\w.])(?:e\.g\.?|i\.e\.?|eg|ie|etc\.?|p\.a\.?|n/a|approx\.?|asap|dept\.?|incl\.?|vs\.?|and/or"
        r"|[a-z]+/[a-z]+)(?![\w/])|\w+ & \w+",
        '"{}" is shortened, and not everybody knows it.',
        'Write the whole words: "for example", "that is", "and", "or".',
    ),
    _pattern(
        "easy-contraction",
        r"(?i)\b(?:(?:it|that|there|here|what|who|where|how|he|she|let)['’]s|[a-z]+n['’]t|[a-z]+['’](?:re|ve|ll|m|d))\b",
        '"{}" is 2 words pushed together.',
        'Write both words, such as "do not" or "we will".',
    ),
)
PLAIN = (
    _pattern(
        "plain-abbreviation",
        r"(?i)(?<![\w.])(?:e\.g\.?|i\.e\.?|eg|ie|etc\.?)(?![\w/])",
        '"{}" is Latin that many people read wrongly, and screen readers too.',
        'Write "for example", "such as", "that is", or the whole list.',
    ),
    _pattern(
        "plain-range",
        r"(?<![\w.,/–-])(?<!\d )(?:£ ?)?\d(?:[\d,.]*\d)?(?: ?%| ?(?:am|pm|million)\b)? ?[–—-]"
        r" ?(?:£ ?)?\d(?:[\d,.]*\d)?"
        r"(?: ?%| ?(?:am|pm|million)\b)?(?![\w/–-])",
        '"{}" is a range with a line, which screen readers leave out.',
        'Write "to" between the figures, such as "500 to 900" or "2025 to 2026".',
    ),
)


def found_by(pattern: Pattern, text: str) -> Iterator[Found]:
    """Everything that a pattern finds in a text."""
    for match in pattern.pattern.finditer(text):
        words = re.sub(r"<[^>]*>", "", match[0]).strip()
        yield Found(words, pattern.message.format(words.strip("*_^")), pattern.mend)
