"""The search page of the example, as readers meet it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin

import pytest
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.model.walk import walk_actions
from plainplan.search import FOLDER, write_index
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.searching import WAIT, found_on, search, status_of, watched
from tests.sites import Built

_KINDS = {
    "priority": ("Priorities", "Priority", r"priorities/[\w-]+/"),
    "action": ("Actions", "Action", r"actions/[\w-]+/"),
    "previous-action": ("The plan before", "From the plan before", r"actions/[\w-]+/"),
    "measure": ("Measures", "Measure", r"measures/[\w-]+/"),
    "grant": ("Grants", "Grant", r"grants/#[\w-]+"),
    "chapter": ("Chapters", "Chapter", r"[\w-]+/"),
    "other": ("Other pages", "Page", r".*"),
}


@pytest.fixture(scope="module")
def plan(example: Built) -> Plan:
    return load_plan(example.plan).plan


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as context:
        yield context


@pytest.fixture
def reader(visit: BrowserContext, served: str) -> Iterator[Page]:
    """A reader whose pages say nothing in the console, and ask no other host for anything."""
    yield from watched(visit, served)


def _records(plan: Plan) -> list[tuple[str, str]]:
    """Every record that has a result of its own: its title, and its address."""
    records = [(item.action.title, f"actions/{item.action.id}/") for item in walk_actions(plan)]
    records += [(priority.title, f"priorities/{priority.id}/") for priority in plan.priorities]
    records += [(measure.title, f"measures/{measure.id}/") for measure in plan.measures]
    records += [(grant.title, f"grants/#{grant.id}") for grant in plan.grants]
    records += [(body.name, f"who-does-what/{body.id}/") for body in plan.organisations]
    records += [(chapter.front_matter.title, chapter.address) for chapter in plan.chapters]
    return records


def _words(title: str) -> list[str]:
    return re.findall(r"[a-z]{4,}", title.casefold())


def test_search_finds_what_is_in_the_plan(reader: Page, served: str, plan: Plan) -> None:
    """The rarest word of a title finds its record: the first and the last of each kind."""
    records = _records(plan)
    often = Counter(word for title, _ in records for word in set(_words(title)))
    folders = [address.partition("/")[0] if "/" in address[:-1] else "" for _, address in records]
    ends = {
        folder: (folders.index(folder), len(folders) - 1 - folders[::-1].index(folder)) for folder in folders
    }
    assert len(ends) == 7
    for place in sorted({place for both in ends.values() for place in both}):
        title, address = records[place]
        word = min(_words(title), key=lambda word: (often[word], -len(word)))
        search(reader, served, word)
        assert address in found_on(reader, served), f"{word!r} does not find {title!r}"


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("stalking", "actions/stalking-advocates/"),
        ("STALKING", "actions/stalking-advocates/"),
        ("stalk", "actions/stalking-advocates/"),
        ("stalked", "actions/stalking-advocates/"),
        ("stalkers", "actions/stalking-advocates/"),
        ("stàlking", "actions/stalking-advocates/"),
        ("speeds village", "grants/#apcc-2026-016"),
        ("speeding in villages", "measures/speeding-in-villages/"),
        ('"speed watch"', "actions/community-speed-groups/"),
        ("speed-watch", "actions/community-speed-groups/"),
    ],
)
def test_word_is_found_in_another_form(reader: Page, served: str, asked: str, address: str) -> None:
    search(reader, served, asked)
    assert address in found_on(reader, served)


@pytest.mark.parametrize("asked", ["xylophone", "qqqq", "carpet", "stonework", "&&", "<b>bold</b>"])
def test_nothing_is_found_by_a_word_that_only_begins_like_another(
    reader: Page, served: str, asked: str
) -> None:
    search(reader, served, asked)
    assert status_of(reader).inner_text() == f"There is nothing for “{asked}”."
    expect(reader.get_by_role("heading", name="What you can try")).to_be_visible()
    expect(reader.locator(".pp-result")).to_have_count(0)
    expect(reader.get_by_role("link", name="Look in everything")).to_be_hidden()
    tips = reader.locator("#found [data-part=none]")
    hrefs = [link.get_attribute("href") for link in tips.get_by_role("link").all()]
    assert hrefs == ["../a-to-z/", "../contact/"]


def test_page_with_some_of_the_words_is_better_than_nothing(reader: Page, served: str) -> None:
    search(reader, served, "stalking qqqq")
    expect(status_of(reader)).to_contain_text("No page has all of these words. These have some of them.")
    assert "actions/stalking-advocates/" in found_on(reader, served)
    search(reader, served, "stalking advocates")
    expect(status_of(reader)).not_to_contain_text("No page")


@pytest.mark.parametrize("kind", _KINDS)
def test_results_can_be_of_one_kind(reader: Page, served: str, kind: str) -> None:
    many, one, address = _KINDS[kind]
    search(reader, served, "people")
    everything = found_on(reader, served)
    reader.get_by_role("radio", name=many).check()
    expect(status_of(reader)).to_contain_text(f"in {many}.", timeout=WAIT)
    assert reader.url == f"{served}search/?q=people&kind={kind}"
    found = found_on(reader, served)
    assert found
    assert set(found) < set(everything)
    assert [link for link in found if not re.fullmatch(address, link)] == []
    labels = reader.locator(".pp-result__kind").all_inner_texts()
    assert set(labels) == {one}
    assert status_of(reader).inner_text() == (
        f"{len(found)} result{'' if len(found) == 1 else 's'} for “people” in {many}."
    )


def test_every_result_is_of_some_kind(reader: Page, served: str) -> None:
    search(reader, served, "people")
    found_on(reader, served)
    assert set(reader.locator(".pp-result__kind").all_inner_texts()) == {one for _, one, _ in _KINDS.values()}


@pytest.mark.parametrize("asked", ["speeding", "people", "knife crime"])
def test_results_lead_to_sections_that_there_are(
    reader: Page, served: str, example: Built, asked: str
) -> None:
    search(reader, served, asked)
    found_on(reader, served)
    links: list[str] = reader.locator(".pp-result a").evaluate_all("links => links.map(link => link.href)")
    sections = [urldefrag(link.removeprefix(served)) for link in links]
    assert any(anchor for _, anchor in sections)
    known = {address: set(page.xpath("//@id")) for address, page in example.pages.items()}
    assert [link for link, anchor in sections if anchor and anchor not in known[link]] == []
    assert [link for link, _ in sections if link not in known] == []


def test_result_shows_the_words_that_were_found(reader: Page, served: str) -> None:
    search(reader, served, "speeding", "measure")
    result = reader.locator(".pp-result").first
    expect(result.get_by_role("link", name="Vehicles that speed through villages")).to_be_visible()
    marks = result.locator(".pp-result__words mark").all_inner_texts()
    assert marks
    assert all(re.match("speed", mark, re.IGNORECASE) for mark in marks)


def test_result_is_told_once_and_politely(reader: Page, served: str) -> None:
    reader.goto(f"{served}search/")
    status = status_of(reader)
    assert status.inner_text() == ""
    status.evaluate(
        """element => {
            window.told = [];
            const note = () => element.textContent && window.told.push(element.textContent);
            new MutationObserver(note).observe(element, { childList: true });
        }"""
    )
    reader.get_by_label("What are you looking for?").fill("stalking advocates")
    reader.get_by_role("button", name="Search", exact=True).last.click()
    expect(status).to_contain_text("stalking advocates", timeout=WAIT)
    told: list[str] = reader.evaluate("window.told")
    count = len(found_on(reader, served))
    assert count > 1
    assert [text for text in told if text != "Searching."] == [f"{count} results for “stalking advocates”."]


def test_one_result_is_not_called_results(reader: Page, served: str) -> None:
    search(reader, served, '"speed watch groups by March 2028"', "action")
    assert found_on(reader, served) == ["actions/community-speed-groups/"]
    assert status_of(reader).inner_text().startswith("1 result for ")


def test_form_asks_for_words(reader: Page, served: str) -> None:
    reader.goto(f"{served}search/")
    reader.locator("main").get_by_role("button", name="Search").click()
    expect(status_of(reader)).to_have_text("Write what you are looking for.")
    expect(reader.get_by_label("What are you looking for?")).to_be_focused()


def test_what_is_of_another_kind_is_a_link_away(reader: Page, served: str) -> None:
    asked = '"speed watch groups by March 2028"'
    search(reader, served, asked, "chapter")
    assert status_of(reader).inner_text() == f"There is nothing for “{asked}” in Chapters."
    reader.get_by_role("link", name="Look in everything").click()
    reader.wait_for_url(f"{served}search/?q={quote(asked.replace(' ', '+'), safe='+')}")
    expect(reader.locator(".pp-result").first).to_be_visible(timeout=WAIT)


def test_search_from_any_page_has_an_address_to_share(reader: Page, served: str, browser: Browser) -> None:
    reader.goto(urljoin(served, "actions/high-risk-routes/"))
    reader.get_by_label("Search this plan").fill("knife crime")
    reader.keyboard.press("Enter")
    reader.wait_for_url(f"{served}search/?q=knife+crime")
    expect(status_of(reader)).to_contain_text("“knife crime”", timeout=WAIT)
    assert reader.title().startswith("knife crime - Search - ")
    reader.get_by_role("radio", name="Measures").check()
    expect(status_of(reader)).to_contain_text("in Measures", timeout=WAIT)
    with browser.new_context() as elsewhere:
        other = elsewhere.new_page()
        other.goto(reader.url)
        expect(status_of(other)).to_have_text(status_of(reader).inner_text(), timeout=WAIT)
        assert found_on(other, served) == found_on(reader, served)
        expect(other.get_by_role("radio", name="Measures")).to_be_checked()
        expect(other.get_by_label("What are you looking for?")).to_have_value("knife crime")


def test_back_leads_to_the_search_before(reader: Page, served: str) -> None:
    search(reader, served, "stalking")
    field = reader.get_by_label("What are you looking for?")
    field.fill("knife")
    field.press("Enter")
    expect(status_of(reader)).to_contain_text("“knife”", timeout=WAIT)
    assert reader.title().startswith("knife - Search")
    reader.go_back()
    expect(status_of(reader)).to_contain_text("“stalking”", timeout=WAIT)
    expect(field).to_have_value("stalking")
    assert reader.title().startswith("stalking - Search")
    reader.go_forward()
    expect(status_of(reader)).to_contain_text("“knife”", timeout=WAIT)


def test_search_works_with_the_keyboard_alone(reader: Page, served: str) -> None:
    reader.goto(f"{served}search/")
    focused = reader.locator(":focus")
    for _ in range(60):
        reader.keyboard.press("Tab")
        if focused.get_attribute("id") == "find-field":
            break
    reader.keyboard.type("people")
    reader.keyboard.press("Enter")
    expect(status_of(reader)).to_contain_text("“people”", timeout=WAIT)
    expect(reader.locator(".pp-result")).to_have_count(10)
    reader.keyboard.press("Tab")
    reader.keyboard.press("Tab")
    reader.keyboard.press("ArrowRight")
    reader.keyboard.press("ArrowRight")
    expect(status_of(reader)).to_contain_text("in Actions", timeout=WAIT)
    expect(reader.locator(".pp-result")).to_have_count(10)
    expect(reader.get_by_role("radio", name="Actions")).to_be_focused()
    more = reader.get_by_role("button", name="Show more results")
    for _ in range(80):
        reader.keyboard.press("Tab")
        if focused.inner_text() == "Show more results":
            break
    expect(more).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.locator(".pp-result").nth(10).locator("h3 a")).to_be_focused(timeout=WAIT)
    reader.keyboard.press("Enter")
    reader.wait_for_url(re.compile("/actions/."))


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Everything in the plan by its name", "a-to-z/"),
        ("What are you looking for", "search/"),
        ("The whole plan on one page", "whole-plan/"),
        ("Accessibility test results", "accessibility/results/"),
        ("Page not found", "404.html"),
    ],
)
def test_pages_that_repeat_the_plan_are_not_found(
    reader: Page, served: str, words: str, address: str
) -> None:
    search(reader, served, words)
    assert address not in found_on(reader, served)


def test_index_of_the_same_pages_is_the_same(
    example: Built, tmp_path: Path, fingerprint_of: Callable[[Path], dict[str, str]]
) -> None:
    built = fingerprint_of(example.site / FOLDER)
    assert len(built) > 100
    for name in ("one", "two"):
        site = tmp_path / name
        shutil.copytree(example.site, site, ignore=shutil.ignore_patterns(FOLDER, *example.translations))
        write_index(site)
        assert fingerprint_of(site / FOLDER) == built
