"""What the pages of the budget say, and what they leave out where a plan does not say it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.model import BudgetYear, Plan
from plainplan.model.council_tax import band_amounts
from plainplan.model.totals import published
from plainplan.model.walk import walk_actions
from plainplan.render.text import cost_covers, financial_year, pounds, rounded_pounds
from plainplan.views.budget_year import YearMoney

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites import Built, Workshop

_LINES = ("funding", "spending", "capital", "capital_funding", "savings")


@pytest.fixture(scope="module")
def plan(example: Built) -> Plan:
    return load_plan(example.plan).plan


def _rows(page: HtmlElement, caption: str) -> list[list[str]]:
    """The cells of the table with that caption, row by row, its header first."""
    (table,) = [one for one in page.iter("table") if _words(one.find("caption")) == caption]
    return [[_words(cell) for cell in row.iterchildren("th", "td")] for row in table.iter("tr")]


def _words(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


def _headings(page: HtmlElement) -> list[str]:
    return [heading.get("id") for heading in page.xpath("//article//h2")]


def _amount(text: str) -> Decimal:
    return Decimal(text.replace("£", "").replace(",", "").replace("minus ", "-"))


def test_a_year_begins_with_what_policing_costs(example: Built) -> None:
    first = example.pages["budget/2026-27/"].xpath("//div[@class='pp-text']/*[1]")[0]
    assert _words(first) == (
        "In 2026 to 2027 policing costs £149 million , up £7 million (4.9%) on the year before. "
        "£148.4 million comes in, and £617,000 is drawn from reserves . A Band D home pays £271.32 a year, "
        "up £15 (5.9%) on the year before."
    )


def test_a_year_has_its_parts_in_order(example: Built) -> None:
    assert _headings(example.pages["budget/2026-27/"]) == [
        "funding",
        "spending",
        "of-each-100",
        "passed-on",
        "by-priority",
        "precept",
        "reserves",
        "savings",
        "capital",
        "grants",
    ]


def test_every_amount_of_the_budget_stands_on_the_page_of_its_year(plan: Plan, example: Built) -> None:
    for year in plan.budget:
        cells = {_words(cell) for cell in example.pages[f"budget/{year.id}/"].iter("td")}
        for field in _LINES:
            for amount in published(getattr(year, field)):
                assert pounds(amount) in cells, (year.id, field)
        for line in year.reserves.lines if year.reserves else ():
            assert {pounds(line.opening), pounds(line.closing)} <= cells


def test_tables_of_lines_add_up_on_the_page(plan: Plan, example: Built) -> None:
    for year in plan.budget:
        page, name = example.pages[f"budget/{year.id}/"], financial_year(year.id)
        for caption in ("Funding in ", "Spending in ", "Savings in ", "Capital spending in "):
            *lines, total = _rows(page, caption + name)[1:]
            assert sum(_amount(row[1]) for row in lines) == _amount(total[1])


def test_change_on_the_year_before_stands_beside_the_same_line(example: Built) -> None:
    rows = {row[0]: row for row in _rows(example.pages["budget/2026-27/"], "Spending in 2026 to 2027")}
    assert rows["Local policing"] == ["Local policing", "£46,836,400", "31.4%", "up £2,709,569.78 (6.1%)"]
    costs = next(row for name, row in rows.items() if name.startswith("Costs of the office"))
    assert costs[1:] == ["£1,602,900", "1.1%", "down £44.83 (less than 0.1%)"]
    assert "Change" not in " ".join(_rows(example.pages["budget/2025-26/"], "Spending in 2025 to 2026")[0])


def test_figures_of_two_kinds_are_compared_with_a_warning(example: Built) -> None:
    text = _words(example.pages["budget/2026-27/"].find(".//article"))
    assert "Compare with care: the figures of 2026 to 2027 are the approved budget" in text
    assert "Compare with care" not in _words(example.pages["budget/2025-26/"].find(".//article"))


def test_each_hundred_pounds_is_a_hundred(plan: Plan, example: Built) -> None:
    for year in plan.budget:
        goes = (
            f"Where each £100 {'went' if year.status == 'outturn' else 'goes'} in {financial_year(year.id)}"
        )
        rows = _rows(example.pages[f"budget/{year.id}/"], goes)[1:]
        assert len(rows) == len(year.spending) + 1
        assert sum(_amount(amount) for _, amount in rows[:-1]) == _amount(rows[-1][1]) == 100


def test_what_passes_on_and_what_stays_are_all_of_the_spending(plan: Plan, example: Built) -> None:
    for year in plan.budget:
        spends = f"Who {'spent' if year.status == 'outturn' else 'spends'} the money"
        rows = _rows(example.pages[f"budget/{year.id}/"], spends)[1:]
        assert sum(_amount(row[2]) for row in rows) == year.spending_total
        passed = sum(_amount(row[2]) for row in rows if row[1] == "Chief constable")
        assert year.passed_to_chief_constable
        assert passed == year.passed_to_chief_constable.amount


def test_priorities_and_the_rest_are_all_of_the_spending(plan: Plan, example: Built) -> None:
    for year in plan.budget:
        name = financial_year(year.id)
        given = (
            "What was spent on each priority" if year.status == "outturn" else "What each priority is given"
        )
        *lines, total = _rows(example.pages[f"budget/{year.id}/"], f"{given} in {name}")[1:]
        assert sum(_amount(row[1]) for row in lines) == _amount(total[1]) == year.spending_total
        grants = [_amount(row[-1]) for row in lines if row[-1] != "none"]
        assert sum(grants) == _amount(total[-1])
        assert lines[-1][0] == f"What {'served' if year.status == 'outturn' else 'serves'} every priority"


def test_what_the_chart_of_priorities_leaves_out_is_said(plan: Plan, example: Built) -> None:
    for year in plan.budget:
        rest = YearMoney(plan, year).by_priority[-1]
        assert rest.priority is None
        path = "//h2[@id='by-priority']/following-sibling::*[1]"
        (said,) = example.pages[f"budget/{year.id}/"].xpath(path)
        serves = "served" if year.status == "outturn" else "serves"
        words = f"{rounded_pounds(rest.amount)} {serves} every priority and is not in this chart."
        assert words in _words(said)


def test_shares_that_do_not_add_up_say_that_they_are_rounded(plan: Plan, example: Built) -> None:
    seen = set()
    for year in plan.budget:
        for table in example.pages[f"budget/{year.id}/"].iter("table"):
            heads = [_words(cell) for cell in table.findall("thead/tr/th")]
            if "Share" in heads:
                shares = [_words(row[heads.index("Share")]) for row in table.xpath("tbody/tr")]
                exact = sum(Decimal(share.removesuffix("%")) for share in shares) == 100
                after = table.getparent().getnext()
                note = after is not None and _words(after).startswith("Shares are rounded, so they may not")
                assert note is not exact
                seen.add(exact)
    assert seen == {True, False}


def test_every_band_is_said(plan: Plan, example: Built) -> None:
    for year in plan.budget:
        assert year.precept
        name, pays = financial_year(year.id), "paid" if year.status == "outturn" else "pays"
        rows = _rows(example.pages[f"budget/{year.id}/"], f"What a home {pays} towards policing in {name}")[
            1:
        ]
        expected = {f"Band {band}": pounds(amount) for band, amount in band_amounts(year.precept).items()}
        assert {row[0]: row[1] for row in rows} == expected
        assert len(rows) == 8


def test_years_stand_side_by_side(example: Built) -> None:
    rows = _rows(example.pages["budget/"], "The years of the budget side by side")
    assert rows[0] == [
        "Year",
        "Money coming in",
        "Spending",
        "Passed to the chief constable",
        "Council tax for policing, Band D",
        "Reserves at the end",
    ]
    assert rows[1][1:] == ["£142.4 million", "£142.1 million", "£136.2 million", "£256.32", "£9.9 million"]
    assert rows[2][2] == "£149 million up £7 million (4.9%)"
    assert rows[2][5] == "£9.3 million down £617,000 (6.2%)"


def test_priorities_are_compared_over_the_years(plan: Plan, example: Built) -> None:
    rows = _rows(example.pages["budget/"], "What each priority is given, year by year")
    assert rows[0] == ["Priority", "2025 to 2026", "2026 to 2027"]
    assert len(rows) == len(plan.priorities) + 3
    for place, year in enumerate(sorted(plan.budget, key=lambda year: year.id), 1):
        assert (
            sum(_amount(row[place]) for row in rows[1:-1]) == _amount(rows[-1][place]) == year.spending_total
        )


def test_a_priority_says_what_it_is_given_and_what_of_it_are_grants(plan: Plan, example: Built) -> None:
    for year in plan.budget:
        for row in YearMoney(plan, year).by_priority:
            if row.priority:
                items = example.pages[f"priorities/{row.priority}/"].xpath(
                    "//h2[@id='money']/following::ul[1]/li"
                )
                (said,) = [_words(item) for item in items if _words(item).startswith(financial_year(year.id))]
                spent = {"outturn": "was spent", "approved": "of the budget"}[year.status]
                assert f"{rounded_pounds(row.amount)} {spent}, of which" in said
                assert said.endswith(f", of which grants {pounds(sum(published(row.grants), Decimal(0)))}")


def test_a_cost_says_what_it_covers(plan: Plan, example: Built) -> None:
    seen = set()
    for item in walk_actions(plan):
        if isinstance(item.action.cost, Decimal):
            text = _words(example.pages[f"actions/{item.action.id}/"].find(".//article"))
            assert f"Cost {pounds(item.action.cost)} {cost_covers(item.action.cost_is)}" in text
            seen.add(item.action.cost_is)
    assert seen == {"a year", "in all", "in 2026-27"}


def test_a_gap_is_said_and_never_taken_for_nothing(site_of: Callable[[str], Built]) -> None:
    pages = site_of("leicestershire-2017").pages
    page = pages["budget/2017-18/"]
    text = _words(page.find(".//article"))
    assert "96% was to pass to the chief constable, as published. The amount is not published." in text
    assert "What policing was to cost in 2017 to 2018 is not published here." in text
    assert _rows(page, "Funding in 2017 to 2018")[1:] == [
        ["Central government Two thirds of the budget", "not published"],
        ["Police precept One third of the budget, from council tax", "not published"],
        ["Grants to support victims of crime From the Ministry of Justice", "£1,240,000"],
        ["Total", "not published"],
    ]
    assert _headings(page) == ["funding", "spending", "passed-on", "capital"]
    assert not pages["budget/"].xpath("//table")
    for address in ("budget/", "budget/2017-18/"):
        assert "£0" not in _words(pages[address].find(".//article"))
        assert "None" not in _words(pages[address].find(".//article"))


@pytest.fixture(scope="module")
def small(workshop: Workshop, lasting_small_plan: Path) -> Built:
    return workshop.build(workshop.copy(lasting_small_plan, "small-money"))


def test_a_small_budget_has_only_the_parts_that_it_says(small: Built) -> None:
    assert _headings(small.pages["budget/2026-27/"]) == [
        "funding",
        "spending",
        "of-each-100",
        "passed-on",
        "by-priority",
        "reserves",
        "grants",
    ]
    text = _words(small.pages["budget/2026-27/"].find(".//article"))
    assert "In 2026 to 2027 policing costs £80 . £91 comes in, and £10 is put into reserves." in text
    rows = _rows(small.pages["budget/2026-27/"], "What each priority is given in 2026 to 2027")
    assert rows[1:] == [
        ["Safer roads", "£80", "99.7%", "£10"],
        ["What serves every priority", "£0.25", "0.3%", "none"],
        ["All spending", "£80.25", "100%", "£10"],
    ]


def test_no_budget_no_page(site_of: Callable[[str], Built]) -> None:
    pages = site_of("hertfordshire-2021").pages
    assert [address for address in pages if address.startswith(("budget/", "grants/"))] == []


def test_a_year_leads_to_its_data(plan: Plan, example: Built) -> None:
    def year_in(year: BudgetYear) -> list[str]:
        links = example.pages[f"budget/{year.id}/"].xpath("//p[contains(@class, 'pp-take')]//a/@href")
        return [link for link in links if year.id in link]

    assert all(len(year_in(year)) >= 2 for year in plan.budget)
