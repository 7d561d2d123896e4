"""Words of easy read among translators: on the page in easy read where they stand, and counted apart."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from plainplan.load import load_plan
from plainplan.translation.languages import read_languages
from plainplan.translation.messages import messages_of

from tests.conftest import Change
from tests.easy_plan import CHAPTER, HOME, ROADS, tell_in_easy_read
from tests.site.in_editions import Translated, translate

EDITIONS = """\
publish_from: 60
editions:
  - {language: en, name: English, locale: en_GB}
  - {language: cy, name: Cymraeg, locale: cy_GB}
"""


@pytest.fixture
def easy_plan(small_plan: Path) -> Path:
    return tell_in_easy_read(small_plan)


PAGES = {
    "We want roads to be safe.": "easy-read/priorities/safer-roads/",
    "Safe roads": "easy-read/priorities/safer-roads/",
    "We want cars to be slow.": "easy-read/priorities/safer-roads/",
    "Slow cars": "easy-read/priorities/safer-roads/",
    "We will use **ANPR**.\nANPR means cameras that read numbers.": "easy-read/priorities/safer-roads/",
    "We count fast cars.": "easy-read/measures/",
    "{number} cars go too fast.": "easy-read/measures/",
    "The government gives us this.": "easy-read/budget/",
    "This makes roads safe.": "easy-read/budget/",
    "Cameras that read numbers.": "easy-read/words/",
    "Picture of road": "easy-read/pictures/",
    "Welcome to easy read": "easy-read/",
    "This is our plan.": "easy-read/",
    "What do we do on roads?": "easy-read/our-roads/",
    "We look after roads.": "easy-read/our-roads/",
    "Next year we will do more.": "easy-read/our-roads/",
    "Cameras that read number plates.": "glossary/",
    "Check speeds": "actions/speed-checks/",
    "Drivers above the limit": "measures/speeding/",
    "Fewer people hurt.": "priorities/safer-roads/",
}


@pytest.mark.parametrize("words", PAGES)
def test_words_stand_on_the_page_where_readers_meet_them(easy_plan: Path, words: str) -> None:
    found = {one.page for one in messages_of(load_plan(easy_plan), easy_plan) if one.text == words}
    assert found == {PAGES[words]}


def test_a_promise_deep_in_a_focus_area_stands_on_its_priority(easy_plan: Path, change: Change) -> None:
    easy = "easy: {picture: road, words: We act deep.}"
    deep = f"      - {{id: deep, title: Deep, owner: police, {easy}}}\n"
    change(
        ROADS,
        "objectives:\n",
        f"focus_areas:\n  - id: lanes\n    title: Lanes\n    actions:\n{deep}objectives:\n",
    )
    found = {one.page for one in messages_of(load_plan(easy_plan), easy_plan) if one.text == "We act deep."}
    assert found == {"easy-read/priorities/safer-roads/"}


def test_who_tested_it_stands_on_its_first_page(easy_plan: Path, change: Change) -> None:
    change(
        "data/easy_read.yml", "", "tested: [{on: 2026-10-01, by: A group, people: 8, changed: New words.}]\n"
    )
    (found,) = [one for one in messages_of(load_plan(easy_plan), easy_plan) if one.text == "New words."]
    assert (found.page, found.place.file) == ("easy-read/", "data/easy_read.yml")


@pytest.mark.parametrize(
    ("words", "file", "below"),
    [
        ("This is our plan.", HOME, 6),
        ("You can read it here.", HOME, 7),
        ("What do we do on roads?", CHAPTER, 8),
        ("We look after roads.", CHAPTER, 11),
        ("ANPR means cameras that read numbers.", CHAPTER, 16),
        ("Next year we will do more.", CHAPTER, 21),
    ],
)
def test_each_sentence_has_its_line(easy_plan: Path, words: str, file: str, below: int) -> None:
    (found,) = [one for one in messages_of(load_plan(easy_plan), easy_plan) if one.text == words]
    assert (found.place.file, found.place.line) == (file, below)
    assert (easy_plan / file).read_text(encoding="utf-8").splitlines()[below - 1].endswith(words)


def test_pictures_and_blocks_are_nothing_to_translate(easy_plan: Path) -> None:
    told = [
        one.text for one in messages_of(load_plan(easy_plan), easy_plan) if one.page.startswith("easy-read/")
    ]
    assert not [one for one in told if "plainplan-block" in one or "![" in one]


@pytest.mark.parametrize(
    ("easy", "rest", "percent", "published"),
    [
        (True, True, (100, 100), (True, True)),
        (False, True, (0, 100), (True, False)),
        (True, False, (100, 0), (False, True)),
        (False, False, (0, 0), (False, False)),
    ],
    ids=["all", "only the plan", "only easy read", "nothing"],
)
def test_easy_read_is_counted_and_published_apart(  # noqa: PLR0913, PLR0917  # the columns of its table
    easy_plan: Path,
    change: Change,
    easy: bool,
    rest: bool,
    percent: tuple[int, int],
    published: tuple[bool, bool],
) -> None:
    change("data/editions.yml", "", EDITIONS)
    pages = {one.key: one.page for one in messages_of(load_plan(easy_plan), easy_plan)}

    def how(_: str, entry: polib.POEntry) -> Translated:
        page = pages[entry.msgctxt, entry.msgid]
        done = easy if page.startswith("easy-read/") else rest
        return Translated(f"Ŵ {entry.msgid}" if done else None)

    translate(easy_plan, "cy", how)
    languages, problems = read_languages(load_plan(easy_plan), easy_plan)
    assert not problems
    found = languages.find("cy")
    assert found.status
    assert (found.status.easy_read.percent, found.status.plan.percent) == percent
    assert (found.published, found.easy_published) == published
    assert found.status.plan.total.messages + found.status.easy_read.total.messages == len(pages)
    assert found.publishes("easy-read/words/") == all(published)
    assert found.publishes("glossary/") == published[0]


def test_a_plan_without_easy_read_lacks_none(small_plan: Path, change: Change) -> None:
    change("data/editions.yml", "", EDITIONS)
    translate(small_plan, "cy", lambda _, entry: Translated(f"Ŵ {entry.msgid}"))
    languages, _ = read_languages(load_plan(small_plan), small_plan)
    assert languages.find("cy").easy_published
