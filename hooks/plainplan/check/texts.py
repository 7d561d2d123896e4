"""Words are plain text or simple Markdown: HTML in them would be shown to readers as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from plainplan.check.rules import Findings
from plainplan.errors import Place, Problem
from plainplan.model.walk import Keys

_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])[^<>]*>?|<!--")
_MEND = "Take the tag out: use Markdown, such as **important**, or an empty line between paragraphs."


def check_texts(findings: Findings) -> None:
    """No text of a record or of a chapter's first lines holds an HTML tag."""
    for name in type(findings.plan).model_fields:
        if name != "chapters":
            for keys, tag in _tags(getattr(findings.plan, name), (name,)):
                findings.add("html-in-text", keys, _message(tag), _MEND)
    for chapter in findings.plan.written:
        for _, tag in _tags(chapter.front_matter, ()):
            findings.add_problem(Problem(Place(chapter.file, 1), _message(tag), _MEND, "html-in-text"))


def _message(tag: str) -> str:
    return f"the text holds HTML, which readers would see as it stands: {tag[:40]}"


def _tags(value: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """The first tag of each text in `value`, with the way to it."""
    if isinstance(value, str):
        if match := _TAG.search(value):
            yield keys, match[0]
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _tags(entry, (*keys, index))
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _tags(getattr(value, name), (*keys, field.alias or name))
