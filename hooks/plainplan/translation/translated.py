"""A plan in the language of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from plainplan import addresses
from plainplan.language import Mark, marked
from plainplan.model import Grant, Organisation, Plan, Requirement, Written
from plainplan.model.recipients import organisation_of
from plainplan.translation import chapters, data
from plainplan.translation.catalogue import PlanCatalogue

W = TypeVar("W", bound=Written)


def translated(plan: Plan, catalogue: PlanCatalogue) -> Plan:
    """The plan with its words in another language; those that the catalogue lacks are marked.

    The text of chapters stays as it is until it is HTML: see `chapter_html`.
    """

    def say(text: data.Text) -> data.Said:
        if not any(sign.isalpha() for sign in text.words):
            return data.Said(text.words)
        if text.many is not None:
            return data.Said(text.words, catalogue.forms.get((text.context, text.words), ()))
        words = catalogue.words(text.context, text.words)
        return data.Said(marked(text.words, words) if isinstance(words, Mark) else words)

    made = data.mapped(plan, say)
    told = tuple(_chapter(one, catalogue) for one in plan.chapters)
    easy = tuple(_chapter(one, catalogue) for one in plan.easy_chapters)
    headings = {
        (before.address, heading.text): now.text
        for chapter, before in zip(told, plan.chapters, strict=True)
        for now, heading in zip(chapter.headings, before.headings, strict=True)
    }
    duties = tuple(_duty(duty, headings) for duty in made.requirements)
    names = {one.id: one.name for one in made.organisations}
    grants = tuple(_grant(grant, plan.organisations, names) for grant in made.grants)
    return made.model_copy(
        update={"chapters": told, "easy_chapters": easy, "requirements": duties, "grants": grants}
    )


def _grant(grant: Grant, source: Iterable[Organisation], names: Mapping[str, str]) -> Grant:
    """A grant to an organisation of the plan tells readers its name in the language of the edition."""
    organisation = organisation_of(grant.recipient, source)
    if organisation is None:
        return grant
    recipient = grant.recipient.in_translation(names[organisation.id])
    return grant.model_copy(update={"recipient": recipient})


def _duty(duty: Requirement, headings: Mapping[tuple[str, str], str]) -> Requirement:
    """A duty that names the headings of chapters as they are called in the language of the edition."""
    met_by = tuple(
        met.model_copy(
            update={"heading": headings.get((addresses.to_address(met.page), met.heading), met.heading)}
        )
        if met.heading
        else met
        for met in duty.met_by
    )
    return duty.model_copy(update={"met_by": met_by})


def _chapter(chapter: W, catalogue: PlanCatalogue) -> W:
    """A chapter with the lines at its top and its headings in another language."""

    def field(name: str, words: str | None) -> str | None:
        if words is None:
            return None
        found = catalogue.words(chapters.context_of_field(chapter, name), words)
        return marked(words, found) if isinstance(found, Mark) else found

    def heading(words: str) -> str:
        found = catalogue.block(chapters.context_of(chapter), words)
        return marked(words, found) if isinstance(found, Mark) else found

    front = chapter.front_matter
    said = {"title": field("title", front.title), "description": field("description", front.description)}
    headings = tuple(one.model_copy(update={"text": heading(one.text)}) for one in chapter.headings)
    return chapter.model_copy(update={"front_matter": front.model_copy(update=said), "headings": headings})


def chapter_html(chapter: Written, html: str, catalogue: PlanCatalogue) -> str:
    """The HTML of a chapter, without its blocks of data, in another language."""
    context = chapters.context_of(chapter)
    return chapters.said(html, lambda words: catalogue.block(context, words))
