"""The words of the chapters: block by block of their HTML, so that Markdown is never rebuilt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plainplan.blocks import MARKS
from plainplan.language import Mark, marked
from plainplan.model import Written
from plainplan.translation.runs import UnfitError, attributes, runs
from plainplan.trees import parse, serialise

_LETTER = re.compile(r"[^\W\d_]")
Say = Callable[[str], str | Mark]
"""The words of a block in the language of the edition, or why there are none."""


def context_of(chapter: Written) -> str:
    """The context of the blocks of a chapter among translators."""
    return f"chapter: {chapter.path}"


def context_of_field(chapter: Written, name: str) -> str:
    """The context of a line at the top of a chapter."""
    return f"chapter {chapter.path}: {name}"


def words_of(content: str) -> Iterator[str]:
    """What a translator is given of the HTML of a chapter, in the order of reading."""
    root = parse(content)
    yield from (run.text for run in runs(root) if _has_words(run.text))
    yield from (element.get(name, "") for element, name in attributes(root))


def said(content: str, say: Say) -> str:
    """The HTML of a chapter with its words as `say` says them. Those that it has no words for are marked."""
    root = parse(content)
    for element, name in attributes(root):
        words = say(element.get(name, ""))
        element.set(name, marked(element.get(name, ""), words) if isinstance(words, Mark) else words)
    for run in reversed(runs(root)):  # from the end, since what is said changes the places of what follows
        if not _has_words(run.text):
            continue
        words = say(run.text)
        try:
            run.say(marked(run.text, words) if isinstance(words, Mark) else words)
        except UnfitError:  # `plainplan translate check` says so
            run.say(marked(run.text, Mark.MISSING))
    return serialise(root)


def _has_words(text: str) -> bool:
    return bool(_LETTER.search(re.sub(r"</?\d+/?>", "", MARKS.sub("", text))))
