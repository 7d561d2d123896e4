"""data/pictures.yml: the pictures of easy read, each for one idea."""

from __future__ import annotations

from pydantic import Field

from plainplan.model.base import Prose, Record, SharedLine, Slug, Url, Verbatim


class PictureSource(Record):
    """Where pictures come from, and who may use them how."""

    id: Slug
    title: Verbatim
    by: Verbatim
    url: Url
    licence: Verbatim
    licence_url: Url
    note: Prose | None = Field(None, description="what was changed, where the licence asks to say so")


class Picture(Record):
    """A picture of one idea. Its id is what texts call it."""

    id: Slug
    file: Verbatim = Field(description="where it is in content/, such as 'easy-read/pictures/vote.svg'")
    alt: SharedLine = Field(description="what it shows, in a few words")
    source: Slug


class Pictures(Record):
    """data/pictures.yml, whole."""

    sources: tuple[PictureSource, ...] = ()
    pictures: tuple[Picture, ...] = ()
