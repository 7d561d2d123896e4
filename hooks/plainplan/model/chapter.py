"""content/**/*.md: written chapters, and the few lines at their top."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from plainplan.model.base import Day, Line, Record, Slug


class Section(StrEnum):
    """The part of the navigation in which a chapter stands."""

    PLAN = "plan"
    PRIORITIES = "priorities"
    PROGRESS = "progress"
    MONEY = "money"
    PEOPLE = "people"
    ABOUT = "about"


class FrontMatter(Record):
    """The lines between `---` and `---` at the top of a chapter."""

    title: Line
    description: Line | None = Field(None, description="one sentence for search engines and lists")
    section: Section = Section.PLAN
    order: int = 0
    priority: Slug | None = Field(None, description="the priority that the chapter is about")
    updated: Day | None = Field(None, description="when the words last changed")


class Heading(Record):
    """A heading of a chapter, with the anchor of its address. `line` counts from 1 in the file."""

    level: int
    text: str
    anchor: str
    line: int
    lasting: bool = True


class Chapter(Record):
    """A written chapter. `path` is relative to content/; `body_line` is the line on which the text begins."""

    model_config = ConfigDict(str_strip_whitespace=False)  # or lines at the top would not count

    path: str
    front_matter: FrontMatter
    body: str
    body_line: int
    headings: tuple[Heading, ...] = ()

    @property
    def file(self) -> str:
        """What problems call it."""
        return f"content/{self.path}"

    @property
    def address(self) -> str:
        """Where it stands in the site: `foreword/` for content/foreword.md, empty for the home page."""
        stem = self.path.removesuffix(".md")
        if stem == "index" or stem.endswith("/index"):
            return stem.removesuffix("index")
        return f"{stem}/"
