"""data/pictures.yml: the pictures of easy read, each for one idea, and where they come from."""

from __future__ import annotations

from pydantic import Field

from plainplan.model.base import Prose, Record, SharedLine, Slug, Url, Verbatim


class PictureSource(Record):
    """A set of pictures, or somebody's own photographs. Its names stay as they are in every language."""

    id: Slug
    title: Verbatim = Field(description="what the set is called")
    by: Verbatim = Field(description="who made the pictures")
    url: Url | None = Field(None, description="where the set is published")
    licence: Verbatim = Field(description="the licence, or whose the pictures are")
    licence_url: Url | None = Field(None, description="where the licence is published")
    note: Prose | None = Field(None, description="what was changed in the pictures")


class Picture(Record):
    """One idea, and the picture of it."""

    id: Slug = Field(description="the idea, as chapters and records name it")
    file: Verbatim = Field(description="the file, seen from content/")
    alt: SharedLine = Field(description="what is seen or meant, for those who do not see it: 2 to 6 words")
    source: Slug = Field(description="the id of its source, above")


class Pictures(Record):
    """data/pictures.yml, whole."""

    sources: tuple[PictureSource, ...] = Field((), description="where the pictures come from")
    pictures: tuple[Picture, ...] = Field((), description="one for each idea")

    def find(self, name: str) -> Picture | None:
        """The picture of an idea."""
        return next((one for one in self.pictures if one.id == name), None)
