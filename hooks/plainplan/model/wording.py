"""data/wording.yml: the words that a body holds to be easy, and which rules of wording it changes."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from plainplan.model.base import Record, Verbatim, VerbatimLines


class Weight(StrEnum):
    """How much a rule matters."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


class RuleChange(Record):
    """A rule of wording that this plan raises, lowers or leaves out, and why."""

    model_config = ConfigDict(populate_by_name=True)

    rule: Verbatim
    weight: Weight = Field(alias="as")
    file: Verbatim | None = Field(None, alias="in", description="the one file in which it is changed")
    reason: VerbatimLines = Field(description="why, for those who come after you")


class Wording(Record):
    """data/wording.yml, whole."""

    easy_words: tuple[Verbatim, ...] = Field((), description="words that are easy, however rare they are")
    same_things: tuple[tuple[Verbatim, ...], ...] = Field(
        (), description="lists of names for one thing: easy read keeps to one of each list"
    )
    rules: tuple[RuleChange, ...] = ()
