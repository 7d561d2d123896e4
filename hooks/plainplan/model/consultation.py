"""data/consultation.yml: who was asked, what they said, what was decided."""

from __future__ import annotations

from pydantic import Field

from plainplan.model.base import Day, DayIfPublished, Line, Prose, Record, Slug, WholeIfPublished


class Response(Record):
    """You said, we did."""

    id: Slug
    title: Line | None = Field(None, description="what it is about, in a few words")
    said: Prose
    did: Prose | None = None
    decided: Day | None = Field(None, description="the day of the decision")
    actions: tuple[Slug, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether anything was decided, in words or by an action of this plan."""
        return bool(self.did or self.actions)


class Exercise(Record):
    """One time that people were asked."""

    id: Slug
    title: Line
    method: Line
    who: Prose
    start: DayIfPublished | None = None
    end: DayIfPublished | None = None
    dates_as_published: Line | None = Field(None, description="such as 'April to May 2019'")
    responses: WholeIfPublished | None = None
    responses_as_published: Line | None = Field(None, description="such as 'about 2,500'")
    representative: bool | None = Field(None, description="whether the sample stands for the whole area")
    summary: Prose | None = None
    responses_to: tuple[Response, ...] = Field((), alias="you_said_we_did")


class ConsultationFile(Record):
    """data/consultation.yml, whole."""

    exercises: tuple[Exercise, ...]
