"""data/glossary.yml: words that need explaining."""

from __future__ import annotations

from pydantic import Field

from plainplan.model.base import Line, Prose, Record, Slug


class Term(Record):
    """A word or short form, with its meaning in plain words."""

    id: Slug
    term: Line
    short: Line | None = Field(None, description="the short form, such as PEEL")
    also: tuple[Line, ...] = Field((), description="other forms to mark up, such as a plural")
    exact: bool = Field(
        False, description="true: it counts only as it is written, such as Prevent, the programme"
    )
    meaning: Prose
    easy: Prose | None = Field(None, description="the meaning in easy read, one sentence to a line")
    picture: Slug | None = Field(None, description="the picture beside it in easy read")


class GlossaryFile(Record):
    """data/glossary.yml, whole."""

    terms: tuple[Term, ...]
