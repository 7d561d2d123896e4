"""data/pronunciation.yml: how the voice of the audio says what it would say wrong."""

from __future__ import annotations

from pydantic import Field, model_validator

from plainplan.model.base import Record, Verbatim, refuse
from plainplan.model.editions import Tag


class Saying(Record):
    """One word or short form, as it is written and as it is said."""

    write: Verbatim = Field(description="as it stands in the plan, with its capitals")
    say: Verbatim = Field(description="the words or letters that a voice is given instead")


class Sayings(Record):
    """Those of one language."""

    language: Tag
    words: tuple[Saying, ...]

    @model_validator(mode="after")
    def _each_once(self) -> Sayings:
        written = [saying.write for saying in self.words]
        for word in written:
            if written.count(word) > 1:
                refuse(f'"{word}" is there twice for the language "{self.language}".', "Keep one of them.")
        return self


class Pronunciation(Record):
    """data/pronunciation.yml, whole."""

    languages: tuple[Sayings, ...] = ()

    def of(self, language: str) -> dict[str, str]:
        """What is written, and how a language says it."""
        base = language.partition("-")[0]
        return {
            saying.write: saying.say
            for sayings in self.languages
            if sayings.language in (language, base)
            for saying in sayings.words
        }

    @model_validator(mode="after")
    def _languages_once(self) -> Pronunciation:
        tags = [sayings.language for sayings in self.languages]
        for tag in tags:
            if tags.count(tag) > 1:
                refuse(f'the language "{tag}" is there twice.', "Put its words together.")
        return self
