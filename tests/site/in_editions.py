"""A small plan in several languages, for tests: what its translators have done and what they have not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
from lxml.html import HtmlElement
from plainplan.load import read_plan
from plainplan.translation import merge
from plainplan.translation.entries import key_of
from plainplan.translation.messages import messages_of
from plainplan.translation.po import new_file, po_text

from tests.sites import Workshop, parse

FOLDERS = {"en": "", "cy": "cy/", "ur": "ur/", "pl": "pl/"}
TRANSLATED = ("cy", "ur", "pl")
HOME = "https://plan.example.org/"
EDITIONS = """\
publish_from: 40
editions:
  - {language: en, name: English, locale: en_GB}
  - {language: cy, name: Cymraeg, locale: cy_GB, machine: true}
  - {language: ur, name: اردو, checked: {by: Aisha Khan, on: 2026-11-01}}
  - {language: pl, name: Polski}
"""
ROADS = """\
---
title: Our roads
priority: safer-roads
---

See [the measure](measures/speeding.md), and ANPR.

Drivers slow down where they see people.

The old paragraph stays as it was.

## Slower traffic

- Villages come first.
- Towns come next.

{{ measure("speeding") }}
"""
ALONE = "---\ntitle: Streets alone\n---\n\nNobody has translated this sentence.\n"
PREFIX: Mapping[str, str] = {"cy": "Ŵy", "ur": "اردو", "pl": "Źle"}
"""What stands before the words of the plan in each language: so every check is content."""
FUZZY = ("cy", "chapter: roads.md", "Drivers slow down where they see people.")
MISSING = ("cy", "chapter: roads.md", "Villages come first.")
UPDATE = "report 2026-10-23: updates speed-checks words"
MIXED = "ہم نے 12 سڑکوں کو ANPR سے دیکھا۔"
"""Latin letters and a figure inside Urdu."""


@dataclass(frozen=True)
class Translated:
    """What is done with the message of a language: its words, or None for none; fuzzy or not."""

    words: str | None
    fuzzy: bool = False


Translate = Callable[[str, polib.POEntry], Translated]


def in_several_languages(workshop: Workshop, small: Path, name: str) -> Path:
    """The folder of the plan with its PO files; `pl` has hardly anything."""
    plan = workshop.copy(small, name)
    about = plan / "data/plan.yml"
    about.write_text(f"{about.read_text(encoding='utf-8')}site_url: {HOME}\n", encoding="utf-8")
    (plan / "data/editions.yml").write_text(EDITIONS, encoding="utf-8")
    (plan / "content/roads.md").write_text(ROADS, encoding="utf-8")
    (plan / "content/alone.md").write_text(ALONE, encoding="utf-8")
    for tag in PREFIX:
        translate(plan, tag, usual)
    return plan


def usual(tag: str, entry: polib.POEntry) -> Translated:
    """Welsh: one fuzzy, one missing, one page without anything. Urdu: all but that. Polish: a title."""
    context, words = key_of(entry)
    said = f"{PREFIX[tag]} {words}"
    if "alone.md" in context:
        return Translated(None)
    if tag == "pl":
        return Translated(said if context == "plan: title" else None)
    if (tag, context, words) == MISSING:
        return Translated(None)
    if tag == "ur" and context == UPDATE:
        return Translated(MIXED)
    return Translated(said, (tag, context, words) == FUZZY)


def translate(plan: Path, tag: str, how: Translate) -> None:
    """Write the PO file of a language."""
    loaded, problems = read_plan(plan)
    assert loaded is not None, problems
    made = merge.merged(new_file(tag), messages_of(loaded, plan), merge.Edition(tag, "Safer Testshire"))
    for entry in made:
        found = how(tag, entry)
        if found.words is None:
            continue
        entry.flags += ["fuzzy"] if found.fuzzy else []
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, found.words)
        else:
            entry.msgstr = found.words
    path = po_of(plan, tag)
    path.parent.mkdir(exist_ok=True)
    path.write_text(po_text(made), encoding="utf-8")


def po_of(plan: Path, tag: str) -> Path:
    return plan / f"data/translations/{tag}.po"


def replace_in(path: Path, old: str, new: str) -> int:
    """Put other words into a file. Returns the line on which they begin."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@dataclass(frozen=True)
class Edition:
    """The files of HTML of an edition by their paths, and the trees of its pages."""

    tag: str
    folder: Path
    pages: dict[str, HtmlElement]

    def article(self, path: str) -> HtmlElement:
        [found] = self.pages[path].xpath("//div[@class='pp-text']")
        assert isinstance(found, HtmlElement)
        return found

    def notice(self, path: str) -> str:
        found = self.pages[path].xpath("//div[@class='pp-translation']")
        return " ".join(" ".join(one.text_content() for one in found).split())

    def lacking(self, path: str) -> list[HtmlElement]:
        ways = "@data-untranslated='missing' or @data-untranslated='stale'"
        return list(self.article(path).xpath(f".//*[{ways}]"))


def editions_of(site: Path) -> dict[str, Edition]:
    """Every edition of a site, by its tag."""
    return {tag: Edition(tag, site / folder, _pages(site, tag)) for tag, folder in FOLDERS.items()}


def _pages(site: Path, tag: str) -> dict[str, HtmlElement]:
    folder = site / FOLDERS[tag]
    found = (path.relative_to(folder) for path in sorted(folder.rglob("*.html")))
    own = [path for path in found if tag != "en" or path.parts[0] not in TRANSLATED]
    return {path.as_posix(): parse(folder / path) for path in own}
