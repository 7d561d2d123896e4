"""Every message of a plan: what its translators are given, in the order of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from plainplan import addresses
from plainplan.blocks import expand, markdown_of, values_of
from plainplan.load import Loaded, Sources
from plainplan.model import BudgetYear, Measure, Plan, Term, Written
from plainplan.model.base import Record
from plainplan.model.previous import PreviousPlan
from plainplan.model.priority import Action
from plainplan.model.walk import walk_actions
from plainplan.translation.chapters import context_of, context_of_field, words_of
from plainplan.translation.data import Said, Text, mapped
from plainplan.translation.markdown import to_html
from plainplan.translation.message import Key, Message
from plainplan.translation.places import Finder

_PAGES = {
    "Priority": addresses.PRIORITIES,
    "Action": addresses.ACTIONS,
    "PreviousAction": addresses.ACTIONS,
    "Measure": addresses.MEASURES,
    "Organisation": addresses.WHO,
    "BudgetYear": addresses.BUDGET,
    "Report": addresses.PROGRESS,
}
"""Records with a page of their own, by the folder of those pages."""
_LISTED = {
    "Grant": addresses.GRANTS,
    "Exercise": addresses.CONSULTATION,
    "Milestone": addresses.TIMELINE,
    "Requirement": addresses.LAW,
    "Term": addresses.GLOSSARY,
    "Statement": addresses.ACCESSIBILITY,
    "EasyRead": addresses.EASY,
    "Pictures": addresses.EASY_PICTURES,
    "PictureSource": addresses.EASY_PICTURES,
}
"""Records that stand on a page with others."""
_EASY_BUDGET = f"{addresses.EASY}{addresses.BUDGET}"
_EASY_MEASURES = f"{addresses.EASY}{addresses.MEASURES}"
_BLOCK = "A block of a chapter. Keep the numbered tags: they are links, emphasis and the like."


def messages_of(loaded: Loaded, folder: Path) -> list[Message]:
    """Every message of the plan in `folder`: data by record and field, then chapters by block. None twice."""
    found: dict[Key, Message] = {}
    for message in (*_of_data(loaded), *_of_chapters(loaded.plan, folder)):
        found.setdefault(message.key, message)
    return list(found.values())


def _of_data(loaded: Loaded) -> list[Message]:
    found: list[Message] = []

    def say(text: Text) -> Said:
        if any(sign.isalpha() for sign in text.words):
            found.append(_message(text, loaded.plan, loaded.sources))
        return Said(text.words)

    mapped(loaded.plan, say)
    return found


def _message(text: Text, plan: Plan, sources: Sources) -> Message:
    place = sources.place(*text.keys)
    comment = text.comment[:1].upper() + text.comment[1:]
    page = easy_page_of(text.root, plan) if "easy" in text.keys else page_of(text.root, plan)
    return Message(text.context, text.words, place, page, comment, text.many)


def page_of(record: Record, plan: Plan) -> str:
    """The address of the page on which the words of a record stand first."""
    kind = type(record).__name__
    if kind in _PAGES:
        name = getattr(record, "date", None) if kind == "Report" else getattr(record, "id", "")
        return addresses.under(_PAGES[kind], name)
    if kind in ("Objective", "FocusArea"):
        return next((found for found in _priorities_with(record, plan)), addresses.PRIORITIES)
    return addresses.PREVIOUS if isinstance(record, PreviousPlan) else _LISTED.get(kind, addresses.HOME)


def easy_page_of(record: Record, plan: Plan) -> str:
    """The address of the page in easy read on which its words for a record stand first."""
    if isinstance(record, Term):
        return addresses.EASY_WORDS
    if isinstance(record, Action):
        found = next((item.priority for item in walk_actions(plan) if item.action is record), None)
        return f"{addresses.EASY}{addresses.under(addresses.PRIORITIES, found.id if found else '')}"
    if isinstance(record, BudgetYear | Measure):
        return _EASY_BUDGET if isinstance(record, BudgetYear) else _EASY_MEASURES
    return f"{addresses.EASY}{page_of(record, plan)}"


def _priorities_with(record: Record, plan: Plan) -> Iterable[str]:
    for priority in plan.priorities:
        if _holds(priority, record):
            yield addresses.under(addresses.PRIORITIES, priority.id)


def _holds(group: Record, record: Record) -> bool:
    inside = (*getattr(group, "objectives", ()), *getattr(group, "focus_areas", ()))
    return any(one is record or _holds(one, record) for one in inside)


def _of_chapters(plan: Plan, folder: Path) -> list[Message]:
    values = values_of(plan)
    return [message for chapter in plan.written for message in _of_chapter(chapter, values, folder)]


def _of_chapter(chapter: Written, values: dict[str, str], folder: Path) -> list[Message]:
    front, place = chapter.front_matter, Finder(chapter)
    found = []
    for name, words in (("title", front.title), ("description", front.description)):
        if words:
            context = context_of_field(chapter, name)
            comment = f"The {name} of a chapter."
            found.append(Message(context, words, place.of_field(), chapter.address, comment))
    text, _ = expand(markdown_of(chapter), values)
    for words in _blocks(text, folder):
        found.append(
            Message(context_of(chapter), words, place.of(words), chapter.address, _BLOCK, is_block=True)
        )
    return found


@lru_cache(maxsize=1_000)
def _blocks(text: str, folder: Path) -> tuple[str, ...]:
    """The blocks of a chapter. A preview asks for all of them each time, and one has changed."""
    return tuple(words_of(to_html(text, folder)))
