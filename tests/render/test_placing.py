"""Pages put together on one: headings, ids, links, names."""

from __future__ import annotations

import re

import pytest
from lxml import html
from plainplan.model.chapter import Section
from plainplan.render.pages import Page
from plainplan.render.placing import Placed, join, place, place_first
from plainplan.trees import serialise

_ALL = Page("all/", "All of it", Section.ABOUT)
_ROADS = Page("aims/roads/", "Safer roads", Section.PRIORITIES)
_LAW = Page("law/", "The law", Section.ABOUT)


def _join(roads: str, law: str = "", level: int = 3) -> list[Placed]:
    placed = [place_first(_ALL, ""), place(_ROADS, roads, "aims-roads", level), place(_LAW, law, "law", 3)]
    join(placed)
    return placed


def _joined(roads: str, law: str = "", level: int = 3) -> str:
    return re.sub(r"\s+", " ", serialise(_join(roads, law, level)[1].root)).strip()


@pytest.mark.parametrize(
    ("level", "before", "after"),
    [
        (2, "h2", "h3"),
        (3, "h2", "h4"),
        (3, "h4", "h6"),
        (5, "h2", "h6"),
        (5, "h4", "h6"),
        (3, "h1", "h3"),
    ],
)
def test_headings_stand_under_the_heading_of_their_page(level: int, before: str, after: str) -> None:
    assert _joined(f"<{before}>Aim</{before}>", level=level) == f"<{after}>Aim</{after}>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p id="a">x</p>', '<p id="aims-roads--a">x</p>'),
        (
            '<p id="a" aria-describedby="a">x</p>',
            '<p id="aims-roads--a" aria-describedby="aims-roads--a">x</p>',
        ),
        (
            '<label for="a" aria-labelledby="a b">x</label><input id="a"><b id="b">y</b>',
            '<label for="aims-roads--a" aria-labelledby="aims-roads--a aims-roads--b">x</label>'
            '<input id="aims-roads--a"><b id="aims-roads--b">y</b>',
        ),
        (
            '<table><tr><th id="a">x</th><td headers="a">y</td></tr></table>',
            '<table><tr><th id="aims-roads--a">x</th><td headers="aims-roads--a">y</td></tr></table>',
        ),
        ('<p aria-describedby="main">x</p>', '<p aria-describedby="main">x</p>'),
        ('<p aria-labelledby="start-of-page">x</p>', '<p aria-labelledby="aims-roads">x</p>'),
        (
            '<svg><g id="a"></g><path fill="url(#a)"></path></svg>',
            '<svg><g id="aims-roads--a"></g><path fill="url(#aims-roads--a)"></path></svg>',
        ),
        ("<details><summary>x</summary>y</details>", "<details open><summary>x</summary>y</details>"),
    ],
)
def test_ids_are_told_apart_with_all_that_names_them(before: str, after: str) -> None:
    assert _joined(before) == after


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("#aim", "#aims-roads--aim"),
        ("#start-of-page", "#aims-roads"),
        ("", "#aims-roads"),
        ("./", "#aims-roads"),
        ("../../law/", "#law"),
        ("../../law/#s7", "#law--s7"),
        ("../../law/#start-of-page", "#law"),
        ("../../all/", "#start-of-page"),
        ("../../law/#gone", "../law/#gone"),
        ("../../law/?print=1", "../law/?print=1"),
        ("#main", "../aims/roads/#main"),
        ("../../", "../"),
        ("../../about/#versions", "../about/#versions"),
        ("../", "../aims/"),
        ("../../../cy/law/", "../../cy/law/"),
        ("../plan.pdf", "../aims/plan.pdf"),
        ("../../our%20area/", "../our%20area/"),
        ("/law/", "/law/"),
        ("https://example.org/law/#s7", "https://example.org/law/#s7"),
        ("//example.org/law/", "//example.org/law/"),
        ("mailto:plan@example.org", "mailto:plan@example.org"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_links_lead_where_they_led(link: str, led: str) -> None:
    found = _join(f'<p><a href="{link}">x</a></p><h2 id="aim">Aim</h2>', '<h3 id="s7">Section 7</h3>')
    assert [a.get("href") for a in found[1].root.iter("a")] == [led]


def test_pictures_are_fetched_from_where_they_are() -> None:
    before = '<img src="../a.png" srcset="../a.png 1x, ../b.png 2x" alt="">'
    after = '<img src="../aims/a.png" srcset="../aims/a.png 1x, ../aims/b.png 2x" alt="">'
    assert _joined(before) == after


def test_only_the_first_use_of_a_term_is_linked() -> None:
    term = '<a class="pp-term" href="../../{}">{}</a>'
    roads = f"<p>An {term.format('law/#t', 'act')} or {term.format('x/', 'x')}.</p>"
    law = '<p>Each <a class="pp-term" href="#t">act</a> of <a href="#t">this kind</a>.</p><p id="t">Act</p>'
    first, second = (html.tostring(one.root, encoding="unicode") for one in _join(roads, law)[1:])
    assert '<a class="pp-term" href="#law--t">act</a> or <a class="pp-term" href="../x/">x</a>' in first
    assert 'Each act of <a href="#law--t">this kind</a>.' in second


_REGION = '<div role="region" aria-label="{}">x</div>'
_TABLE = "<table><caption>{}</caption><tr><td>x</td></tr></table>"


@pytest.mark.parametrize(
    ("part", "path", "names"),
    [
        (_REGION.format("Money"), "//@aria-label", ["Money: Safer roads", "Money: The law"]),
        (
            _REGION.format("Money for Safer roads"),
            "//@aria-label",
            ["Money for Safer roads", "Money for Safer roads: The law"],
        ),
        (
            _REGION.format("M") * 2,
            "//@aria-label",
            ["M: Safer roads", "M: Safer roads (2)", "M: The law", "M: The law (2)"],
        ),
        (_TABLE.format("Money"), "//caption/text()", ["Money: Safer roads", "Money: The law"]),
        (_TABLE.format("<b>Money</b>"), "//caption", ["Money: Safer roads", "Money: The law"]),
        ("<nav>x</nav>", "//@aria-label", ["Safer roads", "The law"]),
        (
            '<section aria-labelledby="m"><h2 id="m">M</h2></section>',
            "//@aria-labelledby",
            ["aims-roads--m aims-roads", "law--m law"],
        ),
        ('<form aria-label="Ask">x</form>', "//@aria-label", ["Ask: Safer roads", "Ask: The law"]),
        ('<p aria-label="Ask">x</p>', "//@aria-label", ["Ask", "Ask"]),
    ],
)
def test_landmarks_and_tables_of_one_name_are_told_apart(part: str, path: str, names: list[str]) -> None:
    found = [name for one in _join(part, part) for name in one.root.xpath(path)]
    assert [name if isinstance(name, str) else name.text_content() for name in found] == names


def test_names_that_differ_stay() -> None:
    found = _join(_REGION.format("Money"), _REGION.format("People"))
    assert [name for one in found for name in one.root.xpath("//@aria-label")] == ["Money", "People"]


def test_parts_that_are_said_elsewhere_are_left_out() -> None:
    content = """\
<p>In</p>
<h2 id="out">Out</h2><p>Out</p><h3>Out</h3><ul><li>Out</li></ul>
<h2 id="in">In</h2><h3 id="also-out">Out</h3><p>Out</p><h4>Out</h4>
<h3>In</h3><p>In</p>
<h2 id="out-too">Out</h2>
"""
    placed = place(_ROADS, content, "roads", 3, frozenset({"out", "also-out", "out-too"}))
    assert "".join(placed.root.text_content().split()) == "In" * 4
    assert placed.ids == {"in"}
