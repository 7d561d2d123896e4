"""What easy read says of the records of a plan, and data/easy_read.yml: who tested it."""

from __future__ import annotations

from pydantic import Field

from plainplan.model.base import Day, Line, Prose, Record, Slug, Verbatim, Whole


class Easy(Record):
    """A picture and a few words beside it: one to four short sentences, one to a line."""

    picture: Slug = Field(description="the picture beside the words, by its name in data/pictures.yml")
    words: Prose = Field(description="one to four short sentences, one to a line")

    @property
    def lines(self) -> tuple[str, ...]:
        """The sentences."""
        return tuple(line.strip() for line in self.words.splitlines() if line.strip())


class EasyTitled(Easy):
    """The same for what has a heading of its own."""

    title: Line = Field(description="the heading in easy read")


class EasyMeasure(Easy):
    """The same for a measure, with the sentence that its number stands in."""

    says: Line = Field(description="a sentence with {number}, such as '{number} people feel safe.'")


class EasyTest(Record):
    """A test of the easy read edition by people with learning disabilities."""

    on: Day
    by: Verbatim = Field(description="who asked them, such as a self-advocacy group")
    people: Whole = Field(description="how many people with learning disabilities took part")
    changed: Prose | None = Field(None, description="what was changed after it")


class EasyRead(Record):
    """data/easy_read.yml, whole. What only people can judge is recorded here: whether it is understood."""

    tested: tuple[EasyTest, ...] = ()
