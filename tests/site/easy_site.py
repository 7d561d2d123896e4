"""A small plan in easy read, in three languages: what its tests share."""

from __future__ import annotations

from pathlib import Path

import polib
from plainplan import addresses
from plainplan.load import load_plan
from plainplan.translation.messages import messages_of

from tests.easy_plan import tell_in_easy_read
from tests.site.in_editions import HOME, Translated, translate
from tests.sites import Built, Workshop

EDITIONS = """\
publish_from: 40
editions:
  - {language: en, name: English, locale: en_GB}
  - {language: ur, name: اردو}
  - {language: cy, name: Cymraeg, locale: cy_GB}
"""
FOLDERS = {"en": "", "ur": "ur/", "cy": "cy/"}
PUBLISHED = ("en", "ur")
TAGS = {"en": "en-GB-simple", "ur": "ur-simple", "cy": "cy-GB-simple"}
TWINS = {
    "": "easy-read/",
    "priorities/": "easy-read/priorities/",
    "priorities/safer-roads/": "easy-read/priorities/safer-roads/",
    "progress/": "easy-read/progress/",
    "budget/": "easy-read/budget/",
    "measures/": "easy-read/measures/",
    "contact/": "easy-read/contact/",
    "glossary/": "easy-read/words/",
    "whole-plan/": "easy-read/whole-plan/",
    "search/": "easy-read/search/",
    "roads/": "easy-read/our-roads/",
}
EASY_PAGES = {*TWINS.values(), "easy-read/pictures/"}
MENU = ("our-roads", "priorities", "progress", "budget", "measures", "contact", "words")


def easy_site(workshop: Workshop, small_plan: Path) -> Built:
    """The site. Into Urdu all is translated, into Welsh all but easy read."""
    return workshop.once("easy-read", lambda: _plan(workshop, small_plan))


def _plan(workshop: Workshop, small_plan: Path) -> Path:
    plan = tell_in_easy_read(workshop.copy(small_plan, "easy"))
    about = plan / "data/plan.yml"
    about.write_text(f"{about.read_text(encoding='utf-8')}site_url: {HOME}\n", encoding="utf-8")
    (plan / "data/editions.yml").write_text(EDITIONS, encoding="utf-8")
    pages = {one.key: one.page for one in messages_of(load_plan(plan), plan)}

    def how(tag: str, entry: polib.POEntry) -> Translated:
        if tag == "cy" and pages[entry.msgctxt, entry.msgid].startswith(addresses.EASY):
            return Translated(None)
        begins = "" if entry.msgid == "ANPR" else "اردو " if tag == "ur" else "Ŵy "
        return Translated(f"{begins}{entry.msgid.replace('ANPR', 'کیمرا' if tag == 'ur' else 'Camera')}")

    for tag in ("ur", "cy"):
        translate(plan, tag, how)
    return plan
