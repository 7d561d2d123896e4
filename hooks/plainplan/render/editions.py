"""An edition among those of its plan: its languages, the way to the others, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jinja2
from babel import Locale, UnknownLocaleError

from plainplan.language import Language, Mark, spoken
from plainplan.model import Written
from plainplan.model.editions import Edition
from plainplan.translation.languages import Languages, Standing
from plainplan.translation.status import Progress
from plainplan.translation.translated import chapter_html


@dataclass(frozen=True)
class LanguageLink:
    """This page in a language. `address` is relative to the root of the whole site."""

    edition: Edition
    address: str
    is_here: bool
    is_source: bool
    is_published: bool


@dataclass(frozen=True)
class Editions:
    """The edition in the language `tag`, and those beside it."""

    languages: Languages
    tag: str

    @cached_property
    def here(self) -> Standing:
        """This edition."""
        return self.languages.find(self.tag)

    @property
    def is_source(self) -> bool:
        """Whether it is in the language in which the plan is written."""
        return self.here is self.languages.source

    @cached_property
    def source_language(self) -> Language:
        """How the edition speaks that all others are translated from."""
        return self.languages.language(self.languages.source.edition.language)

    @property
    def to_site(self) -> str:
        """The way from the root of this edition to the root of the whole site."""
        return "" if self.is_source else "../"

    def links(self, address: str) -> Iterator[LanguageLink]:
        """A page in each language that readers are led to, and in this one. Every edition has every page."""
        for one in self.languages.all:
            if one.publishes(address) or one is self.here:
                is_source = one is self.languages.source
                yield LanguageLink(
                    one.edition, f"{one.folder}{address}", one is self.here, is_source, one.publishes(address)
                )

    @property
    def site_url(self) -> str:
        """Where the whole site is published, with a slash at its end; empty where the plan does not say."""
        where = self.languages.plan.about.site_url
        return f"{where.rstrip('/')}/" if where else ""

    def name_of(self, edition: Edition) -> str:
        """What the language of an edition is called in the language of this one (CLDR); empty if unknown."""
        try:
            locale = Locale.parse(edition.language.replace("-", "_"))
        except UnknownLocaleError:
            return ""
        return locale.get_display_name(spoken().locale) or ""

    def row_anchor(self, address: str) -> str:
        """The anchor of a page in the list of what is not translated."""
        return f"page-{address.strip('/').replace('/', '-') or 'home'}"

    def has_nothing(self, address: str) -> bool:
        """Whether a page has words of the plan that stand first on it, and none of them is translated."""
        progress = self._by_page.get(address)
        return progress is not None and not progress.translated.messages

    @cached_property
    def _by_page(self) -> dict[str, Progress]:
        status = self.here.status
        return {one.page: one.progress for one in status.pages} if status else {}

    def chapter(self, chapter: Written, html: str) -> str:
        """The HTML of a chapter in the language of this edition."""
        if self.is_source:
            return html
        original = next(one for one in self.languages.plan.written if one.path == chapter.path)
        return chapter_html(original, html, self.languages.catalogue(self.tag))


@dataclass(frozen=True)
class Foreign:
    """Says the language of words by the macros of fragments/foreign.html."""

    templates: jinja2.Environment
    editions: Editions | None

    @cached_property
    def _macros(self) -> Any:
        source = self.editions.source_language if self.editions else Language()
        return self.templates.get_template("foreign.html").make_module({"source": source})

    def attributes(self, mark: Mark, has_direction: bool) -> str:
        """Attributes of an element that holds such words; some elements can have no direction."""
        return str(self._macros.attributes(mark, has_direction))

    def span(self, mark: Mark, words: str) -> str:
        """An element round such words."""
        return str(self._macros.span(mark, words))
