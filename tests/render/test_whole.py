"""The whole plan on one page: what is on it, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from plainplan.model.chapter import Section
from plainplan.render.pages import Page
from plainplan.render.whole import Part, Whole, compose

_NAMES = {section: f"About {section.value}" for section in Section}
_PAGES = (
    Page("", "The plan", Section.PLAN),
    Page("foreword/", "Foreword", Section.PLAN),
    Page("priorities/", "About priorities", Section.PRIORITIES),
    Page("priorities/roads/", "Roads", Section.PRIORITIES, parent="priorities/"),
    Page("actions/", "Actions", Section.PRIORITIES),
    Page("actions/speed/", "Speed", Section.PRIORITIES, parent="priorities/roads/"),
    Page("progress/", "Progress", Section.PROGRESS),
    Page("progress/2026-10-23/", "Autumn", Section.PROGRESS, parent="progress/"),
    Page("progress/2026-07-24/", "Summer", Section.PROGRESS, parent="progress/"),
    Page("measures/", "Measures", Section.PROGRESS),
    Page("measures/deaths/", "Deaths", Section.PROGRESS, parent="measures/"),
    Page("who-does-what/", "Who does what", Section.PEOPLE),
    Page("who-does-what/police/", "Police", Section.PEOPLE, parent="who-does-what/"),
    Page("law/", "The law", Section.ABOUT),
    Page("a-to-z/", "A to Z", Section.ABOUT),
    Page("whole-plan/", "Whole plan", Section.ABOUT),
    Page("search/", "Search", Section.ABOUT),
    Page("accessibility/results/", "Test results", Section.ABOUT),
)


def _compose(
    *written: str, pages: tuple[Page, ...] = _PAGES, contents: Mapping[str, str] | None = None
) -> Whole:
    given = {page.address: f"<p>{page.title}.</p>" for page in pages} | dict(contents or {})
    return compose(pages, given, written, _NAMES.__getitem__)


def _lines(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        yield f"h{part.level} {part.anchor}: {part.title}" + (f" - {part.content}" if part.content else "")
        yield from _lines(part.parts)


def test_every_page_of_its_own_is_there_once_in_reading_order() -> None:
    assert list(_lines(_compose().sections)) == [
        "h2 home: About plan - <p>The plan.</p>",
        "h3 foreword: Foreword - <p>Foreword.</p>",
        "h2 priorities: About priorities",
        "h3 priorities-roads: Roads - <p>Roads.</p>",
        "h4 actions-speed: Speed - <p>Speed.</p>",
        "h2 section-progress: About progress",
        "h3 progress: Progress - <p>Progress.</p>",
        "h4 progress-2026-10-23: Autumn - <p>Autumn.</p>",
        "h3 measures: Measures",
        "h4 measures-deaths: Deaths - <p>Deaths.</p>",
        "h2 section-people: About people",
        "h3 who-does-what: Who does what - <p>Who does what.</p>",
        "h4 who-does-what-police: Police - <p>Police.</p>",
        "h2 section-about: About about",
        "h3 law: The law - <p>The law.</p>",
    ]


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("priorities/", "h2 priorities: About priorities - <p>About priorities.</p>"),
        ("actions/", "h3 actions: Actions - <p>Actions.</p>"),
        ("measures/", "h3 measures: Measures - <p>Measures.</p>"),
        ("progress/2026-07-24/", "h4 progress-2026-07-24: Summer - <p>Summer.</p>"),
    ],
)
def test_what_an_editor_wrote_is_there(address: str, line: str) -> None:
    assert line in list(_lines(_compose(address).sections))
    assert line not in list(_lines(_compose().sections))


@pytest.mark.parametrize("address", ["a-to-z/", "search/", "whole-plan/", "accessibility/results/"])
def test_what_is_not_the_plan_is_not_there(address: str) -> None:
    assert _compose(address).sections == _compose().sections


@pytest.mark.parametrize(
    ("address", "left_out"),
    [
        ("", ["priorities", "how-it-is-going", "what-changed", "ways-to-read"]),
        ("who-does-what/police/", ["answers-for", "helps-with", "measures", "contact"]),
        ("who-does-what/", []),
        ("law/", []),
    ],
)
def test_what_other_pages_say_is_said_once(address: str, left_out: list[str]) -> None:
    home = ("vision", "priorities", "how-it-is-going", "what-changed", "ways-to-read")
    parts = (*home, "answers-for", "helps-with", "measures", "contact", "responsibilities")
    content = "".join(f'<h2 id="{part}">{part}</h2>' for part in parts)
    said = "".join(_lines(_compose(contents={address: content}).sections))
    assert [part for part in parts if f">{part}<" not in said] == left_out


def test_introduction_keeps_its_headings_and_leads_into_the_page() -> None:
    content = '<h2 id="why">Why</h2><p><a href="../law/">The law</a>, <a href="#why">why</a></p>'
    introduction = _compose(contents={"whole-plan/": content}).introduction
    assert introduction == ('<h2 id="why">Why</h2><p><a href="#law">The law</a>, <a href="#why">why</a></p>')


@pytest.mark.parametrize(
    ("addresses", "anchors"),
    [
        (("a/b/", "a-b/"), ["a-b", "a-b-2"]),
        (("home/",), ["home-2"]),
        (("section-plan/", "contents/"), ["section-plan-2", "contents-2"]),
        (("start-of-page/",), ["start-of-page-2"]),
        (("Our area/", "a--b/", "ardaloedd/tŷ_llan/"), ["our-area", "a-b", "ardaloedd-tŷ-llan"]),
    ],
)
def test_anchors_of_pages_are_unique(addresses: tuple[str, ...], anchors: list[str]) -> None:
    added = tuple(Page(address, "Added", Section.PLAN) for address in addresses)
    sections = _compose(pages=(_PAGES[0], *added, *_PAGES[1:])).sections
    assert [part.anchor for part in sections[0].parts if part.title == "Added"] == anchors


def test_bare_plan_has_a_page_too() -> None:
    bare = tuple(page for page in _PAGES if page.address in ("", "whole-plan/"))
    assert list(_lines(_compose(pages=bare).sections)) == ["h2 home: About plan - <p>The plan.</p>"]


def test_what_stands_outside_the_reading_order_is_left_out() -> None:
    way = Page("progress/status/late/", "Late", Section.PROGRESS, parent="progress/", in_reading_order=False)
    made = _compose(pages=(*_PAGES[:7], way, *_PAGES[7:]))
    assert [line for line in _lines(made.sections) if "late" in line] == []
    assert list(_lines(made.sections)) == list(_lines(_compose().sections))


def test_list_of_all_actions_under_progress_is_left_out() -> None:
    contents = {"progress/": '<p>Well.</p><h2 id="all">All</h2><table><tr><td>Speed</td></tr></table>'}
    said = " ".join(_lines(_compose(contents=contents).sections))
    assert "Well." in said
    assert "<table" not in said
