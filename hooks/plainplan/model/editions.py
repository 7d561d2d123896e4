"""data/editions.yml: the languages in which the plan is published."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from pydantic import BeforeValidator, Field, model_validator

from plainplan.model.base import Day, Percent, Record, Verbatim, refuse, text_of

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def _tag(value: Any) -> str:
    text = text_of(value)
    if not _TAG.fullmatch(text):
        refuse(
            f'"{text}" is not the tag of a language.', 'Write it as in RFC 5646, such as "cy" or "pa-Guru".'
        )
    return text


def _locale(value: Any) -> str:
    text = text_of(value).replace("-", "_")
    try:
        Locale.parse(text)
    except (UnknownLocaleError, ValueError):
        refuse(
            f'"{text}" is not known to Babel.', 'Write a language, and a country where it matters: "cy_GB".'
        )
    return text


def _day_pattern(value: Any) -> str:
    text = text_of(value)
    try:
        format_date(date(2026, 6, 4), text, locale="en_GB")
    except (ValueError, AttributeError, KeyError):
        refuse(
            f'"{text}" is not a pattern of a date.', 'Write it in the letters of CLDR, such as "d MMMM y".'
        )
    return text


def _number_pattern(value: Any) -> str:
    text = text_of(value)
    if not re.fullmatch(r"#[#,]*##0", text) or not format_decimal(1234567, text, locale="en_GB"):
        refuse(f'"{text}" is not a pattern of a whole number.', 'Write "#,##0", or "#,##,##0" for lakhs.')
    return text


Tag = Annotated[str, BeforeValidator(_tag)]
LocaleName = Annotated[str, BeforeValidator(_locale)]
DayPattern = Annotated[str, BeforeValidator(_day_pattern)]
NumberPattern = Annotated[str, BeforeValidator(_number_pattern)]


class Direction(StrEnum):
    """Where lines begin."""

    LEFT = "ltr"
    RIGHT = "rtl"


class Format(StrEnum):
    """A way to take the plan away, in the order in which pages list them."""

    PDF = "pdf"
    LARGE_PRINT = "large print"
    EASY_READ = "easy read"
    PRIORITIES = "priorities"
    EPUB = "epub"
    DOCX = "docx"
    ODT = "odt"
    TEXT = "text"
    BRAILLE = "braille"
    AUDIO = "audio"


class Check(Record):
    """Who checked the translation, and when."""

    by: Verbatim
    on: Day


class Edition(Record):
    """One language of the plan. What is left out is as Babel has it for the language."""

    language: Tag
    name: Verbatim = Field(description="what the language calls itself, such as Cymraeg")
    direction: Direction | None = Field(None, description="where its lines begin")
    locale: LocaleName | None = Field(
        None, description="whose months and signs of numbers it uses, such as cy_GB"
    )
    day: DayPattern = Field("d MMMM y", description="how a date is written, in the letters of CLDR")
    month: DayPattern = Field("MMMM y", description="the same without the day")
    number: NumberPattern = Field("#,##0", description="how whole numbers are grouped")
    alphabet: Verbatim | None = Field(
        None, description="its letters in order, where they are not as in English"
    )
    machine: bool = Field(False, description="true: a machine translated it")
    checked: Check | None = Field(None, description="the translator who checked it")
    publish_from: Percent | None = Field(None, description="as `publish_from` of all, for this language")
    formats: tuple[Format, ...] | None = Field(None, description="as `formats` of all, for this language")

    @property
    def letters(self) -> tuple[str, ...]:
        """Its alphabet; empty where none is given."""
        return tuple((self.alphabet or "").split())

    @property
    def babel(self) -> str:
        """The name of its locale."""
        return self.locale or self.language.replace("-", "_")

    @property
    def reads(self) -> Direction:
        """Where its lines begin."""
        return self.direction or Direction(Locale.parse(self.babel).text_direction)


ENGLISH = Edition(language="en", name="English", locale="en_GB")


class Editions(Record):
    """data/editions.yml, whole. The first edition is the source: the plan is written in its language."""

    publish_from: Percent = Field(
        Decimal(80),
        description="how many percent of the plan's words must be translated for a language to be published",
    )
    formats: tuple[Format, ...] = Field((), description="the formats that every language has")
    editions: tuple[Edition, ...] = Field((ENGLISH,), min_length=1)

    @property
    def source(self) -> Edition:
        """The edition in the language in which the plan is written."""
        return self.editions[0]

    @property
    def translated(self) -> tuple[Edition, ...]:
        """All others."""
        return self.editions[1:]

    def find(self, language: str) -> Edition | None:
        """The edition in a language."""
        return next((one for one in self.editions if one.language == language), None)

    def least(self, edition: Edition) -> int:
        """From how many percent on an edition is published."""
        return int(self.publish_from if edition.publish_from is None else edition.publish_from)

    def formats_of(self, edition: Edition) -> tuple[Format, ...]:
        """The formats of an edition, in the order in which pages list them."""
        wanted = self.formats if edition.formats is None else edition.formats
        return tuple(one for one in Format if one in wanted)

    @property
    def has_formats(self) -> bool:
        """Whether any language has one."""
        return any(self.formats_of(one) for one in self.editions)

    @model_validator(mode="after")
    def _each_once(self) -> Editions:
        tags = [one.language for one in self.editions]
        for tag in tags:
            if tags.count(tag) > 1:
                refuse(f'the language "{tag}" is there twice.', "Keep one of them.")
        return self
