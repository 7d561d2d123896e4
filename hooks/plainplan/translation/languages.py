"""The languages of a plan: how far each has come, which are published, and how each speaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from plainplan import addresses
from plainplan.errors import Problem
from plainplan.language import Catalogue, Language, pseudo, read_catalogue
from plainplan.language.kept_catalogue import kept_catalogue
from plainplan.language.wording import in_order
from plainplan.load import Loaded
from plainplan.model import Plan
from plainplan.model.editions import Direction, Edition
from plainplan.translation.catalogue import PlanCatalogue
from plainplan.translation.message import Message
from plainplan.translation.messages import messages_of
from plainplan.translation.reading import Reading
from plainplan.translation.status import LanguageStatus, pages_of
from plainplan.translation.translated import translated

INTERFACE = Path(__file__).parent.parent / "language" / "catalogues"
"""The catalogues of the product's own words."""


@dataclass(frozen=True)
class Standing:
    """An edition, and how far its translation has come (None: it is the source).

    Easy read is published apart: a language may have the plan, and nothing in easy read yet.
    """

    edition: Edition
    status: LanguageStatus | None
    published: bool
    easy_published: bool = True

    def publishes(self, address: str) -> bool:
        """Whether readers are led to the page at an address in this language."""
        return self.published and (self.easy_published or not address.startswith(addresses.EASY))

    @property
    def folder(self) -> str:
        """Where it stands in the site: empty for the source, else `cy/`."""
        return f"{self.edition.language}/" if self.status else ""

    @property
    def percent(self) -> int:
        """How many of a hundred words are in its language."""
        return self.status.plan.percent if self.status else 100


@dataclass(frozen=True)
class Languages:
    """Every edition of a plan, the source first, with the catalogue of each."""

    plan: Plan
    all: tuple[Standing, ...]
    catalogues: Mapping[str, PlanCatalogue]
    cache: Path
    """Where the product's own words are kept, to be read sooner. It can be deleted at any time."""

    @property
    def source(self) -> Standing:
        """The edition in the language in which the plan is written."""
        return self.all[0]

    @property
    def translated(self) -> tuple[Standing, ...]:
        """All others."""
        return self.all[1:]

    @cached_property
    def published(self) -> tuple[Standing, ...]:
        """What readers are led to: the source, and what has come far enough."""
        return tuple(one for one in self.all if one.published)

    def find(self, tag: str) -> Standing:
        """The edition in a language. Raises KeyError where there is none."""
        return {one.edition.language: one for one in self.all}[tag]

    def catalogue(self, tag: str) -> PlanCatalogue:
        """The translation of the plan into a language."""
        return self.catalogues.get(tag, PlanCatalogue())

    def plan_in(self, tag: str) -> Plan:
        """The plan in a language. Where its site is (`site_url`) is then where that edition is."""
        if tag == self.source.edition.language:
            return self.plan
        made = translated(self.plan, self.catalogue(tag))
        if not made.about.site_url:
            return made
        address = f"{made.about.site_url.rstrip('/')}/{self.find(tag).folder}"
        return made.model_copy(update={"about": made.about.model_copy(update={"site_url": address})})

    def language(self, tag: str) -> Language:
        """How the edition in a language speaks."""
        edition, source = self.find(tag).edition, self.source.edition
        interface = interface_catalogue(edition.language, self.cache)
        if edition.reads is Direction.RIGHT:
            interface = interface.changed(in_order)
        return Language(
            tag=edition.language,
            source=source.language,
            direction=edition.reads.value,
            locale=edition.babel,
            day=edition.day,
            month=edition.month,
            number=edition.number,
            alphabet=edition.letters,
            interface=interface,
        )


def interface_catalogue(tag: str, cache: Path | None = None) -> Catalogue:
    """The words of the product in a language: of the very tag, or without script and region.

    They are kept in the folder `cache`, where there is one.
    """
    if tag == pseudo.TAG:
        return pseudo.PseudoCatalogue()
    for name in (tag, tag.partition("-")[0]):
        path = INTERFACE / f"{name}.po"
        if path.exists():
            return kept_catalogue(path, cache) if cache else read_catalogue(path)
    return Catalogue()


def read_languages(
    loaded: Loaded, folder: Path, meanwhile: Callable[[], None] | None = None
) -> tuple[Languages, list[Problem]]:
    """The languages of the plan in `folder`, and all that is wrong with its PO files.

    `meanwhile` is done while other processes read those that are new.
    """
    editions = loaded.plan.editions
    tags = [one.language for one in editions.translated if one.language != pseudo.TAG]
    reading = Reading(tags, loaded, folder)
    messages = messages_of(loaded, folder) if editions.translated else []
    if meanwhile and reading.is_under_way:
        meanwhile()
    reading.wait()
    standings = [Standing(editions.source, None, published=True)]
    catalogues: dict[str, PlanCatalogue] = {}
    problems: list[Problem] = []
    for edition in editions.translated:
        is_pseudo = edition.language == pseudo.TAG
        catalogue, found = (pseudo_plan(messages), []) if is_pseudo else reading.read(edition.language)
        if edition.reads is Direction.RIGHT:
            catalogue = in_order_all(catalogue)
        problems += found
        status = progress_of(edition.language, messages, catalogue)
        least = editions.least(edition)
        published = is_pseudo or status.plan.percent >= least
        easy = is_pseudo or status.easy_read.percent >= least
        catalogues[edition.language] = catalogue
        standings.append(Standing(edition, status, published, easy))
    cache = folder / ".cache" / "interface"
    return Languages(loaded.plan, tuple(standings), catalogues, cache), problems


def progress_of(tag: str, messages: Sequence[Message], catalogue: PlanCatalogue) -> LanguageStatus:
    """How much of each page readers are shown in the language, in the order of the pages."""
    return LanguageStatus(tag, pages_of((message, catalogue.state(message)) for message in messages))


def in_order_all(catalogue: PlanCatalogue) -> PlanCatalogue:
    """The catalogue of a language from right to left, with figures and their signs kept in order."""
    return replace(catalogue, ready={key: in_order(words) for key, words in catalogue.ready.items()})


def pseudo_plan(messages: Sequence[Message]) -> PlanCatalogue:
    """The whole plan in the language that shows what escapes translation."""
    return PlanCatalogue(
        ready={one.key: pseudo.changed(one.text) for one in messages if one.many is None},
        forms={
            one.key: (pseudo.changed(one.text), pseudo.changed(one.many))
            for one in messages
            if one.many is not None
        },
    )
