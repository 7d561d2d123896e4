"""What editors write and some readers cannot use: told here, before a browser is started to look for it.

In chapters, and in every text of a record. Each rule names the criterion of WCAG 2.2 behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from plainplan.check.chapters import explained_short_forms
from plainplan.check.elements import (
    blocked_faults,
    bold_faults,
    heading_faults,
    link_faults,
    picture_faults,
    table_faults,
)
from plainplan.check.markup import chapter_tree, line_tree, prose_tree
from plainplan.check.rules import Findings
from plainplan.check.wording import Fault, address_faults, capital_faults
from plainplan.errors import Place, Problem
from plainplan.model.base import Line, Prose
from plainplan.model.chapter import Written
from plainplan.model.walk import Keys

_TITLES = ("title", "short_title")
"""Fields that become headings."""
_CAPITALS_BELONG = ("address", "also", "short", "term")
"""Fields of post towns, and of the short forms that the glossary explains."""

_MARKUP = re.compile(r"[\[<`\n]")
"""What makes a difference to these rules. Most texts have none of it, and parsing each takes its time."""


def check_writing(findings: Findings) -> None:
    """Pictures, links, headings, tables and words that some readers could not use."""
    known = explained_short_forms(findings.plan)
    for chapter in findings.plan.written:
        for fault in _chapter_faults(chapter, known):
            problem = Problem(Place(chapter.file, fault.line), fault.message, fault.mend, fault.code)
            findings.add_problem(problem)
    for name in type(findings.plan).model_fields:
        if name != "chapters":
            for keys, text, markdown in _texts(getattr(findings.plan, name), (name,)):
                for fault in _text_faults(keys, text, known, markdown=markdown):
                    findings.add(fault.code, keys, fault.message, fault.mend)


def _chapter_faults(chapter: Written, known: set[str]) -> Iterator[Fault]:
    for keys, text, markdown in _texts(chapter.front_matter, ()):
        yield from _text_faults(keys, text, known, markdown=markdown)
    tree = chapter_tree(chapter.body, chapter.body_line)
    yield from blocked_faults(tree)
    yield from picture_faults(tree, with_attributes=True)
    yield from link_faults(tree)
    yield from heading_faults(tree, chapter.body.split("\n"), chapter.body_line)
    yield from table_faults(tree)
    yield from bold_faults(tree)
    yield from address_faults(tree)
    yield from capital_faults(tree, known)


def _text_faults(keys: Keys, text: str, known: set[str], *, markdown: bool) -> Iterator[Fault]:
    tree = (
        prose_tree(text)
        if markdown and _MARKUP.search(text)
        else line_tree(text, heading=keys[-1] in _TITLES)
    )
    yield from blocked_faults(tree)
    yield from picture_faults(tree, with_attributes=False)
    yield from link_faults(tree)
    yield from address_faults(tree)
    if not set(_CAPITALS_BELONG) & set(keys):
        yield from capital_faults(tree, known)


@cache
def _kinds(model: type[BaseModel]) -> dict[str, bool]:
    """The fields of a record that hold words, and whether those are Markdown. Ids and addresses are none."""
    kinds = get_type_hints(model, include_extras=True)
    return {
        name: _holds(kinds[name], Prose)
        for name in model.model_fields
        if _holds(kinds[name], Prose) or _holds(kinds[name], Line)
    }


def _holds(annotation: Any, kind: Any) -> bool:
    return bool(annotation == kind) or any(_holds(part, kind) for part in get_args(annotation))


def _texts(value: Any, keys: Keys, markdown: bool | None = None) -> Iterator[tuple[Keys, str, bool]]:
    """The texts in `value`, with the way to each, and whether it is Markdown."""
    if isinstance(value, str):
        if markdown is not None:
            yield keys, value, markdown
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, (*keys, index), markdown)
    elif isinstance(value, BaseModel):
        kinds = _kinds(type(value))
        for name, field in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*keys, field.alias or name), kinds.get(name))
