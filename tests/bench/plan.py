"""A made-up plan in six languages, every word of it translated, and the same words for other programs."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib
import yaml
from plainplan.language import plurals
from plainplan.translation.merge import Edition, merged
from plainplan.translation.po import new_file, po_text
from plainplan.translation.tags import po_name
from plainplan.translation.work import Work

from tests.bench.processes import ROOT, build
from tests.bench.words import chapter_text, said, title_of

WORDS = 700
LANGUAGES = {
    "en": "English",
    "cy": "Cymraeg",
    "ur": "اردو",
    "pl": "Polski",
    "pa": "ਪੰਜਾਬੀ",
    "gu": "ગુજરાતી",
}
SECTIONS = ("plan", "priorities", "progress", "money", "people", "about")
PLAN: dict[str, Any] = {
    "title": "Plan of many words",
    "body": {"name": "Office of Manywords", "area": "Manywords", "organisation": "manywords-office"},
    "period": {"start": "2026-01-01", "end": "2030-03-31"},
    "status": "final",
    "versions": [{"number": "1", "date": "2025-12-20", "status": "final", "summary": "Final plan."}],
    "summary": "What we will do.",
    "contact": {"email": "plan@example.org"},
    "site_url": "https://plan.example.org/",
    "accessibility_statement": "not published",
}
ORGANISATIONS = [{"id": "manywords-office", "name": "Office of Manywords", "kind": "office", "responsibility": "strategic"}]


@dataclass(frozen=True)
class ManyWords:
    """The plan in a folder. `chapters` of its `pages` are written; Plainplan makes the others itself."""

    folder: Path
    pages: int
    chapters: int

    @property
    def config(self) -> Path:
        """Its mkdocs.yml."""
        return self.folder / "mkdocs.yml"

    @property
    def site(self) -> Path:
        """Where it is published."""
        return self.folder / "site"

    def build(self) -> None:
        """Build all editions."""
        build(self.config, self.site)

    def forget(self, *kept: str) -> None:
        """Make the next build a cold one. Folders of .cache that are `kept` stay."""
        cache = self.folder / ".cache"
        for part in list(cache.iterdir()) if cache.exists() else []:
            if part.name not in kept:
                shutil.rmtree(part)

    def change(self, word: str = "") -> None:
        """Say a word in the middle of one chapter; no word: as it was."""
        write_chapter(self.folder, self.chapters // 2, word)


def write_chapter(folder: Path, number: int, word: str = "") -> None:
    """Write a chapter, with a word at the end of its last paragraph."""
    front = {"title": title_of(number), "section": SECTIONS[number % len(SECTIONS)], "order": number}
    text = f"---\n{yaml.safe_dump(front)}---\n{chapter_text(number, WORDS).rstrip()} {word}".rstrip()
    path = folder / "content" / f"{name_of(number)}.md"
    path.write_text(f"{text}\n", encoding="utf-8")


def name_of(number: int) -> str:
    """What a chapter's file is called, without its ending."""
    return f"chapter-{number:03}"


def write_plan(folder: Path, pages: int) -> ManyWords:
    """A plan of so many pages in each language: a build with one chapter tells how many are made besides."""
    first = _write(folder / "first", 1)
    build(first / "mkdocs.yml", first / "site", PLAINPLAN_EDITION="en")
    made = sum(1 for _ in (first / "site").rglob("index.html")) - 1
    plan = ManyWords(_write(folder / "plan", pages - made), pages, pages - made)
    for tag in list(LANGUAGES)[1:]:
        _translate(plan.folder, tag)
    return plan


def _write(folder: Path, chapters: int) -> Path:
    (folder / "content").mkdir(parents=True)
    (folder / "data/translations").mkdir(parents=True)
    for number in range(chapters):
        write_chapter(folder, number)
    editions = [{"language": tag, "name": name} for tag, name in LANGUAGES.items()]
    _dump(folder / "data/plan.yml", PLAN)
    _dump(folder / "data/organisations.yml", {"organisations": ORGANISATIONS})
    _dump(folder / "data/editions.yml", {"editions": editions})
    write_config(folder)
    return folder


def write_config(folder: Path) -> None:
    """The mkdocs.yml of a plan that is not in the folder of the program."""
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "hooks": [str(ROOT / "hooks/mkdocs_events.py")],
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "watch": [str(folder / "data")],
    }
    _dump(folder / "mkdocs.yml", config)


def _dump(path: Path, held: Any) -> None:
    path.write_text(yaml.safe_dump(held, allow_unicode=True), encoding="utf-8")


def _translate(folder: Path, tag: str) -> None:
    """Write the PO file of a language, with words for every message."""
    entries = merged(new_file(tag), Work(folder, []).messages(), Edition(tag, PLAN["title"]))
    for entry in entries:
        _fill(entry, tag)
    (folder / po_name(tag)).write_text(po_text(entries), encoding="utf-8")


def _fill(entry: polib.POEntry, tag: str) -> None:
    if entry.msgid_plural:
        entry.msgstr_plural = dict.fromkeys(range(plurals(tag).count), said(entry.msgid_plural, tag))
    else:
        entry.msgstr = said(entry.msgid, tag)
