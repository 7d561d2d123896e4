"""content/**/*.md: written chapters, and the few lines at their top."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from plainplan.model.base import Day, Line, Record, Slug, Verbatim

EASY_FOLDER = "easy-read"
"""The folder in content/ that holds the easy read edition."""


class Section(StrEnum):
    """The part of the navigation in which a chapter stands."""

    PLAN = "plan"
    PRIORITIES = "priorities"
    PROGRESS = "progress"
    MONEY = "money"
    PEOPLE = "people"
    ABOUT = "about"


class Opening(Record):
    """The lines between `---` and `---` at the top of every text."""

    title: Line
    description: Line | None = Field(None, description="one sentence for search engines and lists")
    order: int = 0
    updated: Day | None = Field(None, description="when the words last changed")


class FrontMatter(Opening):
    """The lines at the top of a chapter."""

    section: Section = Section.PLAN
    priority: Slug | None = Field(None, description="the priority that the chapter is about")


class EasyFrontMatter(Opening):
    """The lines at the top of a page in easy read."""

    picture: Slug = Field(description="the picture beside the title, by its name in data/pictures.yml")
    twin: Verbatim | None = Field(
        None, description="the page of the plan that says the same, where its name is another one"
    )


class Heading(Record):
    """A heading of a chapter, with the anchor of its address. `line` counts from 1 in the file."""

    level: int
    text: str
    anchor: str
    line: int
    lasting: bool = True


class Written(Record):
    """A text in content/. `path` is relative to it; `body_line` is the line on which the text begins."""

    model_config = ConfigDict(str_strip_whitespace=False)  # or lines at the top would not count

    path: str
    front_matter: Opening
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


class Chapter(Written):
    """A chapter of the plan."""

    front_matter: FrontMatter


class EasyChapter(Written):
    """A page of the easy read edition: pictures, and short sentences beside them."""

    front_matter: EasyFrontMatter
