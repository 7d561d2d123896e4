"""The list of grants in the hands of a reader: searched with a script, and by pages without one."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.model.recipients import receivers
from plainplan.model.totals import published
from plainplan.render.text import pounds
from playwright.sync_api import Browser, Page, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.sites import Built

Open = Callable[..., AbstractContextManager[Page]]
_WAYS = re.compile(r"grants/(priority|year|recipient)/[^/]+/")


@pytest.fixture(scope="module")
def plan(example: Built) -> Plan:
    return load_plan(example.plan).plan


def _words(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


def _facts(page: HtmlElement, grant: str) -> dict[str, str]:
    (facts,) = page.xpath(f"//h3[@id='{grant}']/following-sibling::details[1]/dl")
    pairs = zip(facts.findall("dt"), facts.findall("dd"), strict=True)
    return {_words(name): _words(value) for name, value in pairs}


def test_each_grant_says_what_the_law_asks(plan: Plan, example: Built) -> None:
    """The Specified Information Order 2011, Schedule, paragraph 3(f)."""
    page = example.pages["grants/"]
    for grant in plan.grants:
        facts = _facts(page, grant.id)
        assert facts["Recipient"].startswith(grant.recipient.name)
        assert facts["Amount awarded"] == pounds(grant.amount)
        assert len(facts["Conditions"]) > 20
        assert len(facts["Reasons"]) > 20
        purpose = page.xpath(f"//h3[@id='{grant.id}']/following-sibling::details[1]/p[1]")[0]
        assert _words(purpose)[:20] == " ".join(grant.description.split())[:20]


def test_a_grant_says_where_its_money_went(example: Built) -> None:
    facts = _facts(example.pages["grants/"], "apcc-2025-014")
    assert facts["Applied for"] == "£104,600"
    assert facts["Paid out so far"] == "£81,240.60"
    assert facts["Place"] == "Wyndale"
    assert facts["Programme"] == "Community safety fund"
    assert facts["Open to all"] == "yes, anybody could apply"
    assert _facts(example.pages["grants/"], "apcc-2026-014")["Paid out so far"] == "not published"
    assert facts["Paid from"] == "Budget for 2025 to 2026 : Community safety grants"


def test_every_way_leads_to_every_grant_once(plan: Plan, example: Built) -> None:
    for kind in ("priority", "year", "recipient"):
        pages = [page for address, page in example.pages.items() if address.startswith(f"grants/{kind}/")]
        links = [link for page in pages for link in page.xpath("//table//th/a/@href")]
        assert sorted(link.partition("#")[2] for link in links) == sorted(grant.id for grant in plan.grants)


def test_each_recipient_has_a_page_with_its_sum(plan: Plan, example: Built) -> None:
    for receiver in receivers(plan.grants):
        page = example.pages[f"grants/recipient/{receiver.slug}/"]
        total, count = sum(published(receiver.grants), Decimal(0)), len(receiver.grants)
        awarded = f"1 grant of {pounds(total)}" if count == 1 else f"{count} grants, {pounds(total)} in all"
        assert _words(page.find_class("pp-reading")[0]) == f"We have awarded {awarded}."
        assert _words(page.find(".//h1")) == f"Grants to {receiver.name}"


def test_the_list_begins_with_how_much_went_to_how_many(plan: Plan, example: Built) -> None:
    total = pounds(sum(published(plan.grants), Decimal(0)))
    assert _words(example.pages["grants/"].find_class("pp-reading")[0]) == (
        f"Since April 2025 we have awarded {len(plan.grants)} grants "
        f"to {len(receivers(plan.grants))} recipients, {total} in all."
    )


def test_sums_by_priority_year_and_recipient_are_the_sum_of_all(plan: Plan, example: Built) -> None:
    total = pounds(sum(published(plan.grants), Decimal(0)))
    for name in ("priority", "year", "recipient"):
        (table,) = [
            table
            for table in example.pages["grants/"].iter("table")
            if _words(table.find("caption")) == f"Grants by {name}"
            or f"Grants by {name}" in (table.getparent().get("aria-label") or "")
        ]
        rows = [[_words(cell) for cell in row.iterchildren("th", "td")] for row in table.iter("tr")][1:]
        assert rows[-1] == ["Total", str(len(plan.grants)), total]
        assert sum(int(row[1]) for row in rows[:-1]) == len(plan.grants)
        amounts = [Decimal(row[2].replace("£", "").replace(",", "")) for row in rows[:-1]]
        assert pounds(sum(amounts, Decimal(0))) == total


def test_ways_stand_in_no_list_of_pages(example: Built) -> None:
    ways = [address for address in example.pages if _WAYS.fullmatch(address)]
    assert len(ways) > 20
    for address in ways:
        page = example.pages[address]
        assert not page.xpath("//*[@data-pagefind-body]")
        assert page.xpath("//nav[contains(@class, 'pp-trail')]//a[text()='Grants']")
    menu = example.pages["grants/"].xpath("//nav[@aria-label='Pages of this plan']//a/@href")
    assert not [
        link for link in menu if re.search(r"(priority|year|recipient)/[^/]+/$", link) and "grants" in link
    ]
    whole = _words(example.pages["whole-plan/"].find(".//article"))
    assert "Grants to Victim Care Ashmarch" not in whole
    assert "Words in the list" not in whole
    assert "Help for victims in Brackwater and Stonelow" in whole


@pytest.fixture
def opened(browser: Browser, served: str) -> Open:
    """Open a page in a tab of its own."""

    @contextmanager
    def tab(address: str, **settings: Any) -> Iterator[Page]:
        with browser.new_context(**settings) as context:
            page = context.new_page()
            page.goto(urljoin(served, address))
            yield page

    return tab


def _shown(page: Page) -> int:
    return page.locator("#all-grants tbody tr:visible").count()


def _status(page: Page) -> str:
    return " ".join((page.locator(".pp-filter [role=status]").text_content() or "").split())


def test_grants_are_found_as_the_reader_asks(opened: Open, plan: Plan) -> None:
    with opened("grants/") as page:
        assert _shown(page) == len(plan.grants)
        page.get_by_label("Priority", exact=True).select_option("women-and-girls")
        page.wait_for_url(re.compile(r"\?priority=women-and-girls$"))
        found = [grant for grant in plan.grants if grant.priority == "women-and-girls"]
        total = pounds(sum(published(found), Decimal(0)))
        assert _shown(page) == len(found)
        assert _status(page) == f"{len(found)} of {len(plan.grants)} grants are shown: {total}"
        page.get_by_label("Year", exact=True).select_option("2025-26")
        page.wait_for_url(re.compile(r"priority=women-and-girls&year=2025-26$"))
        assert _shown(page) == len([grant for grant in found if grant.year == "2025-26"])
        page.get_by_role("button", name="Clear").click()
        expect(page.locator("#all-grants tbody tr:visible")).to_have_count(len(plan.grants))


def test_an_address_keeps_what_was_asked(opened: Open, plan: Plan) -> None:
    with opened("grants/?q=REFUGE+stonelow&year=2026-27") as page:
        assert page.get_by_label("Words in the list").input_value() == "REFUGE stonelow"
        assert _status(page) == f"1 of {len(plan.grants)} grants is shown: £271,900"
    with opened("grants/?recipient=victim-care-ashmarch") as page:
        assert _shown(page) == 5
    with opened("grants/?q=zebra") as page:
        fits = f"None of the {len(plan.grants)} grants fits. Choose less, or clear what you chose."
        assert _status(page) == fits


def test_without_scripts_pages_do_the_same(opened: Open, plan: Plan) -> None:
    with opened("grants/", java_script_enabled=False) as page:
        assert not page.locator(".pp-filter").is_visible()
        assert _shown(page) == len(plan.grants)
        ways = page.locator("h2#list + .pp-ways")
        ways.get_by_role("link", name="Grants: Victim Care Ashmarch").click()
        page.wait_for_url(re.compile("/grants/recipient/victim-care-ashmarch/$"))
        assert page.locator(".pp-reading").inner_text() == "We have awarded 5 grants, £2,194,500 in all."
        page.get_by_role("link", name="Stalking advocates").click()
        page.wait_for_url(re.compile("/grants/#apcc-2026-004$"))
        details = page.locator("h3#apcc-2026-004 + details")
        expect(details.get_by_text("Paid out so far")).to_be_visible()
        expect(page.locator("h3#apcc-2026-003 + details").get_by_text("Paid out so far")).to_be_hidden()


def test_with_scripts_the_form_takes_the_place_of_the_ways(opened: Open) -> None:
    with opened("grants/") as page:
        expect(page.locator("h2#list + .pp-ways")).to_be_hidden()
        expect(page.locator(".pp-filter")).to_be_visible()


def test_paper_has_the_details_of_every_grant(opened: Open, plan: Plan) -> None:
    with opened("grants/") as page:
        assert page.locator(".pp-grant dl:visible").count() == 0
        page.emulate_media(media="print")
        assert page.locator(".pp-grant dl:visible").count() == len(plan.grants)


@pytest.mark.parametrize(
    "address", ["grants/", "grants/year/2026-27/", "grants/recipient/snug/", "budget/", "budget/2026-27/"]
)
def test_money_fits_a_phone(opened: Open, address: str) -> None:
    with opened(
        address.replace("snug", "ashmarch-snug-homes"), viewport={"width": 320, "height": 900}
    ) as page:
        wide = (
            "[...document.querySelectorAll('.pp-table')].filter((one) => one.scrollWidth > one.clientWidth)"
        )
        assert page.evaluate(f"{wide}.map((one) => one.getAttribute('aria-label'))") == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
