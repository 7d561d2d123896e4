"""Plain language in the chapters: more gently than easy read, and in English only (GOV.UK style guide).

Asked for by `plainplan check` alone: what it says is advice, and a build need not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from plainplan.check.easy_words import known_words
from plainplan.check.rules import Findings
from plainplan.errors import Place, Problem
from plainplan.load import Loaded
from plainplan.model import Chapter
from plainplan.plain import Paragraph, Readability, plain_faults, readability

_MARKDOWN = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class ReadingEase:
    """How easy a chapter is to read; `found` is None where it is too short to tell."""

    file: str
    found: Readability | None


def check_plain_words(loaded: Loaded) -> list[Problem]:
    """Every fault of the English of the chapters."""
    findings = Findings(loaded.plan, loaded.sources)
    if not _is_english(loaded):
        return []
    known = known_words(loaded.plan)
    for chapter in loaded.plan.chapters:
        for fault in plain_faults(list(paragraphs(chapter)), known):
            findings.add_wording(fault.rule, Place(chapter.file, fault.line), fault.message, fault.mend)
    return findings.problems


def reading_ease(loaded: Loaded) -> list[ReadingEase]:
    """The reading ease of each chapter, in the order of the files; none where the plan is not in English."""
    if not _is_english(loaded):
        return []
    return [
        ReadingEase(chapter.file, readability([one.text for one in paragraphs(chapter)]))
        for chapter in loaded.plan.chapters
    ]


def _is_english(loaded: Loaded) -> bool:
    return loaded.plan.editions.source.language.partition("-")[0] == "en"


def paragraphs(chapter: Chapter) -> Iterator[Paragraph]:
    """The paragraphs, items and cells of a chapter, with the lines on which they begin."""
    for token in _MARKDOWN.parse(chapter.body):
        if token.type == "inline" and token.map:
            yield Paragraph(token.content, chapter.body_line + token.map[0])
