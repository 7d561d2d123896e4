"""The language that is spoken while an edition is made.

Every part of the product says its words through `gettext` and its companions, as programs do that are
translated: the words stand in English in the code and in the templates, and the catalogue of the language
has them in the reader's. Which language that is holds for all that runs inside of `speaking(...)`; it is
the only thing in this package that functions know without being told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from plainplan.language.catalogue import EMPTY, Catalogue, plural_form
from plainplan.language.marks import Mark, marked

INTERFACE_TAG = "en"
"""The language in which the words of the product stand in its code."""


@dataclass(frozen=True)
class Language:
    """How an edition speaks.

    `day`, `month` and `number` are patterns of Babel; `alphabet` holds the letters in their order, those of
    two signs among them.
    """

    tag: str = "en"
    source: str = "en"
    direction: str = "ltr"
    locale: str = "en_GB"
    day: str = "d MMMM y"
    month: str = "MMMM y"
    number: str = "#,##0"
    alphabet: tuple[str, ...] = ()
    interface: Catalogue = field(default=EMPTY, repr=False)

    @cached_property
    def plural_form(self) -> Callable[[int], int]:
        """Which form of a plural a number takes."""
        try:
            return plural_form(self.tag)
        except LookupError:  # a tag that Babel does not know, such as that of the pseudo-locale
            return plural_form(self.locale)

    @property
    def easy_tag(self) -> str:
        """What the HTML of its easy read says: `en-GB-simple` (the variant `simple` of RFC 5646)."""
        return f"{self.locale.replace('_', '-')}-simple"

    @cached_property
    def is_source(self) -> bool:
        """Whether the plan itself is written in it."""
        return self.tag == self.source

    @cached_property
    def needs_interface(self) -> bool:
        """Whether the words of the product must be translated for it."""
        return self.tag.partition("-")[0] != INTERFACE_TAG or bool(self.interface)


ENGLISH = Language()
_SPOKEN: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def spoken() -> Language:
    """The language that is spoken here."""
    return _SPOKEN.get()


def speak(language: Language) -> None:
    """Speak a language from here on: for a build, which is no block that a `with` could stand round."""
    _SPOKEN.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[Language]:
    """Speak a language inside of a `with` block."""
    token = _SPOKEN.set(language)
    try:
        yield language
    finally:
        _SPOKEN.reset(token)


def gettext(message: str) -> str:
    """The words of a message in the language that is spoken."""
    return pgettext("", message)


def pgettext(context: str, message: str) -> str:
    """The same, where one English word has several meanings: `context` tells them apart."""
    language = spoken()
    if not language.needs_interface:
        return message
    return language.interface.get(context, message) or marked(message, Mark.INTERFACE)


def ngettext(one: str, many: str, number: int) -> str:
    """The words for a number of things, in as many forms as the language has."""
    return npgettext("", one, many, number)


def npgettext(context: str, one: str, many: str, number: int) -> str:
    """The same with a context."""
    language = spoken()
    english = one if number == 1 else many
    if not language.needs_interface:
        return english
    return language.interface.get_plural(context, one, many, number) or marked(english, Mark.INTERFACE)


def gettext_noop(message: str) -> str:
    """Words that are told later, by `gettext`: this only lets the catalogue find them."""
    return message


def named(member: Enum) -> str:
    """What a member of an enumeration is called. Its class is the context for translators."""
    return pgettext(type(member).__name__, str(member.value))
