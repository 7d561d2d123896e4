"""Words for made-up chapters: the same on every run, with the same tags and figures in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle, islice, product

PARAGRAPH, PARAGRAPHS_A_HEADING = 50, 3
SENTENCE = 10
ROWS, COLUMNS = 5, 3
VOCABULARY = (
    "the plan says what we will do to keep people safe who answers for it by when and what it costs "
    "every three months we report how each action is going including what has gone wrong "
    "officers walk in towns and villages victims hear from us within two days and councils share what they do"
)
WORDS = tuple(map("".join, product(("ba", "do", "ke", "li", "mo", "nu", "pa", "ri", "so", "te"), repeat=3)))
_STEP, _PRIME = 48_271, 2_147_483_647  # Lehmer's numbers: random enough for words
_KEPT = re.compile(r"<[^>]*>|&\w+;|\{\{.*?\}\}|%\(\w+\)[sd]|\{\w+\}|https?://\S+|\S+@\S+")
_WORD = re.compile(r"[A-Za-z]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنه",
    "ur": "ابپتٹثجچحخدڈذرڑزژسشصضطظعغف",
    "pa": "ਅਕਖਗਘਚਛਜਝਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰ",
    "gu": "અકખગઘચછજઝટઠડઢણતથદધનપફબભમયર",
}
"""A letter for each of ours; a language that is not here turns its words round."""


def plain_chapter(title: str, words: int) -> str:
    """Markdown of about as many words as asked for: a title, headings, paragraphs, and one table."""
    return f"# {title}\n\n{_text(cycle(VOCABULARY.split()), words - len(title.split()))}"


def chapter_text(number: int, words: int) -> str:
    """The same without a title, in words of which no two chapters have the same run, in short sentences."""
    return _text(_stream(number), words, sentences=True)


def title_of(number: int) -> str:
    """A title that no other chapter has."""
    return " ".join(islice(_stream(number), 3)).capitalize()


def said(words: str, tag: str) -> str:
    """Words as another language might say them: tags, placeholders, addresses and figures stay."""
    parts, end = [], 0
    for match in _KEPT.finditer(words):
        parts += [_WORD.sub(lambda word: _said(word[0], tag), words[end : match.start()]), match[0]]
        end = match.end()
    parts.append(_WORD.sub(lambda word: _said(word[0], tag), words[end:]))
    return "".join(parts)


def _said(word: str, tag: str) -> str:
    if tag == "en":
        return word
    if tag in _ALPHABETS:
        return word.lower().translate(str.maketrans(_LETTERS, _ALPHABETS[tag]))
    turned = word[::-1].lower() + {"cy": "w", "pl": "ł"}.get(tag, "")
    return turned.capitalize() if word[0].isupper() else turned


def _stream(number: int) -> Iterator[str]:
    state = number * 7_919 + 1
    while True:
        state = state * _STEP % _PRIME
        yield WORDS[state % len(WORDS)]


def _text(stream: Iterator[str], words: int, *, sentences: bool = False) -> str:
    parts, left = [], words
    if left > 2 * ROWS * COLUMNS:
        parts.append(_table(stream))
        left -= (ROWS + 1) * COLUMNS
    for number in range(max(left, 0) // PARAGRAPH + 1):
        if number % PARAGRAPHS_A_HEADING == 0 and left > PARAGRAPH:
            parts.append("## " + " ".join(islice(stream, 4)).capitalize())
            left -= 4
        paragraph = list(islice(stream, max(min(PARAGRAPH, left), 0)))
        parts.append(_sentences(paragraph) if sentences else " ".join(paragraph))
        left -= PARAGRAPH
    return "\n\n".join(part for part in parts if part) + "\n"


def _sentences(words: list[str]) -> str:
    starts = range(0, len(words), SENTENCE)
    return " ".join(" ".join(words[start : start + SENTENCE]).capitalize() + "." for start in starts)


def _table(stream: Iterator[str]) -> str:
    rows = [" | ".join(islice(stream, COLUMNS)) for _ in range(ROWS + 1)]
    return "\n".join(f"| {row} |" for row in [rows[0], " | ".join(["---"] * COLUMNS), *rows[1:]])
