"""Words that some readers stumble over, wherever they stand: web addresses, capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from plainplan.check.capitals import Run, shouted
from plainplan.check.markup import HEADINGS, INLINE, SILENT, Element, Words

ADDRESS = re.compile(
    r"""(?<![\w@./-])(?:https?://|www\.)\w[^\s<>()\[\]{}"“”‘’]*(?<![.,;:!?'])""", re.IGNORECASE
)


@dataclass(frozen=True)
class Fault:
    """One fault in a text: the code of its rule, the line it stands on, what is wrong, and the mend."""

    code: str
    line: int
    message: str
    mend: str


def address_faults(tree: Element) -> Iterator[Fault]:
    """Web addresses in running text, which screen readers spell and nobody can follow (WCAG 2.4.4)."""
    for part in tree.walk(without={*SILENT, "a"}):
        if isinstance(part, Words):
            for match in ADDRESS.finditer(part.text):
                message = f'the web address "{match[0]}" stands in the text, and is no link.'
                mend = "Write words that say where it leads, with the address behind them: [words](address)."
                yield Fault("bare-address", part.line, message, mend)


def capital_faults(tree: Element, known: set[str]) -> Iterator[Fault]:
    """Words in capitals, but for short forms that are `known` (GOV.UK style guide: no block capitals)."""
    for heading, line, run in _shouted_in(tree, known):
        calm = run.in_small_letters(known)
        message = f'"{run.text}" is in capitals, which many people find hard to read.'
        mend = f'Write "{calm[:1].upper() + calm[1:] if heading else calm}".'
        yield Fault("capitals", line, message, mend)


def shouted_words(tree: Element, known: set[str]) -> set[str]:
    """Words in capitals that are no short forms, however they look: `capital_faults` tells them."""
    return {core for _, _, run in _shouted_in(tree, known) for core in run.cores}


def _shouted_in(tree: Element, known: set[str]) -> Iterator[tuple[bool, int, Run]]:
    for heading, words in _blocks(tree):
        text, starts = "", list[int]()
        for part in words:
            starts.append(len(text))
            text += part.text
        for run in shouted(text, known, heading=heading):
            yield heading, words[bisect_right(starts, run.start) - 1].line, run


def _blocks(tree: Element) -> Iterator[tuple[bool, list[Words]]]:
    """The running text of each paragraph, heading, cell and so on, and whether it is a heading."""
    for block in [tree, *tree.walk(without=SILENT)]:
        if isinstance(block, Words) or block.name in INLINE | SILENT:
            continue
        words: list[Words] = []
        for child in block.children:
            if isinstance(child, Words):
                words.append(child)
            elif child.name in INLINE:
                words += _within(child)
            else:
                yield block.name in HEADINGS, words
                words = []
        yield block.name in HEADINGS, words


def _within(element: Element) -> Iterator[Words]:
    """The words of an element in a sentence. Code and pictures part what stands round them."""
    if element.name in SILENT or element.name == "img":
        yield Words(" x ", element.line)
        return
    for part in element.walk():
        if isinstance(part, Words):
            yield part
        elif part.name in SILENT:
            yield Words(" x ", part.line)
