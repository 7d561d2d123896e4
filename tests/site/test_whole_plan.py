"""The whole plan on one page, as built and as printed."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml.html import HtmlElement
from plainplan import addresses
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.model.walk import walk_actions, walk_focus_areas, walk_objectives
from plainplan.views.progress import reports_newest_first
from playwright.sync_api import Browser, Page

if TYPE_CHECKING:
    from tests.sites import Built

_ADDRESS = "whole-plan/"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HERE = "http://here/"
_A4_LESS_MARGINS = {"width": 680, "height": 1000}
"""In CSS pixels, of which an inch has 96."""


def _page(site: Built) -> HtmlElement:
    return site.pages[_ADDRESS].find(".//article")


def _said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _titles(plan: Plan) -> Iterator[str]:
    """The name of every record that has words of its own."""
    yield from (priority.title for priority in plan.priorities)
    yield from (item.objective.title for item in walk_objectives(plan))
    yield from (area.title for area, _ in walk_focus_areas(plan))
    yield from (item.action.title for item in walk_actions(plan))
    yield from (measure.title for measure in plan.measures)
    yield from (organisation.name for organisation in plan.organisations)
    yield from (grant.title for grant in plan.grants)
    yield from (exercise.title for exercise in plan.consultation)
    made = addresses.generated(plan)  # a page that is made from data goes by its name there
    yield from (item.front_matter.title for item in plan.chapters if item.address not in made)
    yield from (heading.text for chapter in plan.chapters for heading in chapter.headings if heading.lasting)
    yield from (report.title for report in reports_newest_first(plan)[:1])


def test_every_record_and_chapter_has_its_heading(built: Built) -> None:
    headings = {_said(heading) for heading in _page(built).iter(*_HEADINGS)}
    assert [name for name in _titles(load_plan(built.plan).plan) if name not in headings] == []


def test_every_word_that_an_editor_wrote_is_there(example: Built) -> None:
    said = _said(_page(example))
    paragraphs = [
        _said(paragraph)
        for chapter in load_plan(example.plan).plan.chapters
        for paragraph in example.pages[chapter.address].xpath(
            ".//div[@class='pp-text']//p[not(contains(@class, 'pp-take'))]"
        )
        if chapter.address and not chapter.address.startswith(addresses.ANNUAL_REPORT)
    ]
    assert len(paragraphs) > 300
    assert [paragraph for paragraph in paragraphs if paragraph not in said] == []


def test_it_is_sound(built: Built) -> None:
    page = _page(built)
    ids = Counter(page.xpath("//@id"))
    assert [name for name, number in ids.items() if number > 1] == []
    named = " ".join(page.xpath(".//@aria-labelledby | .//@aria-describedby | .//@for | .//@headers"))
    assert set(named.split()) - set(ids) == set()
    levels = [int(heading.tag[1]) for heading in page.iter(*_HEADINGS)]
    assert levels[0] == 1
    assert [(one, two) for one, two in itertools.pairwise(levels) if two > one + 1] == []
    regions = Counter(region.get("aria-label") for region in page.iter() if region.get("role") == "region")
    assert [name for name, number in regions.items() if number > 1] == []
    captions = Counter(_said(caption) for caption in page.iter("caption"))
    assert [name for name, number in captions.items() if number > 1] == []


def test_links_stay_on_it_where_they_can(built: Built) -> None:
    page = _page(built)
    ids, strayed = set(page.xpath("//@id")), []
    for link in page.xpath(".//a/@href"):
        parts = urlsplit(urljoin(_HERE + _ADDRESS, link))
        if parts.netloc != urlsplit(_HERE).netloc:
            continue
        target, anchor = unquote(parts.path).lstrip("/"), unquote(parts.fragment)
        place = target.rstrip("/").replace("/", "-") or "home"
        if target == _ADDRESS:
            strayed += [link] if anchor not in ids else []
        elif not (built.site / target).exists() or (place in ids and not anchor):
            strayed.append(link)
    assert strayed == []
    assert len(page.xpath(".//a[starts-with(@href, '#')]")) > 30


def test_each_term_is_linked_once(built: Built) -> None:
    links = Counter(_page(built).xpath(".//a[contains(@class, 'pp-term')]/@href"))
    assert [link for link, number in links.items() if number > 1] == []
    assert links


def test_contents_lead_to_every_section_and_page(example: Built) -> None:
    page = _page(example)
    listed = page.xpath(".//div[@class='pp-whole-contents']//a/@href")
    parts = page.xpath(".//section[@class='pp-whole-section' or @class='pp-whole-page']")
    headed = [f"#{part[0].get('id')}" for part in parts]
    assert len(headed) > 25
    assert [link for link in listed if link in headed] == headed
    assert {link.removeprefix("#") for link in listed} <= set(page.xpath("//@id"))


def test_it_holds_no_more_than_the_other_pages(example: Built) -> None:
    words = len(_page(example).text_content().split())
    all_words = sum(len(page.find(".//article").text_content().split()) for page in example.pages.values())
    assert 30_000 < words < all_words - words
    assert (example.site / _ADDRESS / "index.html").stat().st_size < 1_000_000


def test_search_finds_the_pages_and_not_this_one(example: Built) -> None:
    (whole,) = _page(example).find_class("pp-whole")
    assert whole.get("data-pagefind-ignore") == "all"
    assert {heading.getparent().tag for heading in _page(example).iter("h3")} <= {"section", "div"}
    outside = [heading for heading in _page(example).iter("h3") if whole not in heading.iterancestors()]
    assert outside == []


@pytest.fixture(scope="module")
def printed(browser: Browser, served: str) -> Iterator[Page]:
    """The page as it is laid out for paper."""
    context = browser.new_context(viewport=_A4_LESS_MARGINS)  # type: ignore[arg-type]
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(served + _ADDRESS)
    yield page
    context.close()


def test_paper_shows_the_plan_and_nothing_else(printed: Page) -> None:
    shown = "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length"
    assert printed.evaluate(shown, "nav, form, button, [type=search]") == 0
    assert printed.evaluate(shown, "main h1") == 1
    assert printed.evaluate(shown, "main table") == printed.locator("main table").count() > 50
    assert printed.evaluate(shown, "main td") == printed.locator("main td").count()
    assert printed.evaluate("document.documentElement.scrollWidth") <= _A4_LESS_MARGINS["width"]
    hidden = "[...document.querySelectorAll('main details')].filter(e => !e.open).length"
    assert printed.evaluate(hidden) == 0


def test_no_row_is_cut_by_the_end_of_a_sheet(printed: Page) -> None:
    rows = printed.evaluate("""() => [...document.querySelectorAll("main tr")].map(row => [
        getComputedStyle(row).breakInside, row.getBoundingClientRect().height])""")
    assert {rule for rule, _ in rows} == {"avoid"}
    assert max(height for _, height in rows) < _A4_LESS_MARGINS["height"] / 2  # or it could not be avoided


def test_no_table_is_cut_at_its_side(printed: Page) -> None:
    cut = printed.evaluate("""() => [...document.querySelectorAll("main .pp-table")]
        .filter(region => region.scrollWidth > region.clientWidth + 1)
        .map(region => region.getAttribute("aria-label"))""")
    assert cut == []


def test_headings_stay_with_what_they_head(printed: Page) -> None:
    rules = printed.evaluate("""() => [...document.querySelectorAll("main :is(h2, h3, h4, h5, h6)")]
        .map(heading => getComputedStyle(heading).breakAfter)""")
    assert set(rules) == {"avoid"}


def test_sections_begin_on_a_sheet_of_their_own(printed: Page) -> None:
    rules = printed.evaluate("""() => [...document.querySelectorAll(".pp-whole-section")]
        .map(section => getComputedStyle(section).breakBefore)""")
    assert set(rules) == {"page"}


def test_it_becomes_a_pdf(printed: Page) -> None:
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed.pdf(format="A4")))
    assert 50 < sheets < 400
