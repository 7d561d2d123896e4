"""What readers find of measures: the sentence, every figure, what to take care with."""
# ruff: noqa: E501 (one case, one line)

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.model.base import Unknown
from plainplan.views.course import judge
from plainplan.views.figures import parts

from tests.site.measure_pages import (
    GAP,
    ON,
    SPEEDING,
    TARGET,
    Change,
    page_of,
    reading,
    site_of,
    words,
)
from tests.sites import ROOT

if TYPE_CHECKING:
    from tests.sites import Built


@pytest.fixture(scope="module")
def plan(example: Built) -> Plan:
    return load_plan(example.plan).plan


def test_each_page_begins_with_the_sentence_and_says_how_the_measure_stands(
    example: Built, plan: Plan
) -> None:
    for measure in plan.measures:
        page = example.pages[f"measures/{measure.id}/"]
        first = page.xpath("//article//*[contains(@class, 'pp-text')]/*[1]")[0]
        assert "pp-reading" in first.get("class", ""), measure.id
        standing = judge(measure, ON).standing.capitalize()
        assert words(first).startswith(f"{standing}. The latest figure is "), measure.id


def test_the_plain_sentence_is_the_one_of_the_page(example: Built, plan: Plan) -> None:
    say = site_of(example.plan).templates.get_template("measures.html").module
    for measure in plan.measures:
        text = html.fromstring(f"<p>{say.reading_text(measure)}</p>")  # type: ignore[attr-defined]
        assert words(text) == str(text.text), "it has no markup"
        told = reading(example.pages[f"measures/{measure.id}/"])
        assert told.partition(". ")[2] == words(text)


def test_every_figure_of_every_measure_is_in_its_table(example: Built, plan: Plan) -> None:
    for measure in plan.measures:
        name = f"{measure.title} ({measure.unit})"
        page = example.pages[f"measures/{measure.id}/"]
        (table,) = [found for found in page.iter("table") if words(found.find("caption")) == name]
        rows = [[words(cell) for cell in row.iterchildren("th", "td")] for row in table.find("tbody")]
        assert [row[0] for row in rows] == [figure.period for figure in measure.series]
        for row, figure in zip(rows, measure.series, strict=True):
            if isinstance(figure.value, Unknown):
                assert row[1] == "not available"
                assert str(figure.reason) in row[-1]
            else:
                assert float(re.sub("[,%£]", "", row[1])) == float(figure.value)
            assert all(revision.why in row[-1] for revision in figure.revisions if revision.why)
        places = {len(row[1].rstrip("%").partition(".")[2]) for row in rows if row[1] != "not available"}
        assert len(places) == 1, f"{measure.id}: figures of one table have the same places after the point"


def test_breakdowns_are_one_table_and_keep_their_old_addresses(example: Built, plan: Plan) -> None:
    split = [measure for measure in plan.measures if measure.breakdowns]
    assert split
    for measure in split:
        page = example.pages[f"measures/{measure.id}/"]
        for breakdown in measure.breakdowns:
            heads = {
                part.title: page.get_element_by_id(f"by-{breakdown.id}-{part.id}") for part in breakdown.parts
            }
            assert page.get_element_by_id(f"by-{breakdown.id}").tag == "h2"
            assert {title: (head.tag, words(head)) for title, head in heads.items()} == {
                part.title: ("th", part.title) for part in breakdown.parts
            }
            assert len({next(head.iterancestors("table")) for head in heads.values()}) == 1


def test_no_cell_of_a_table_is_empty(example: Built) -> None:
    pages = {address: page for address, page in example.pages.items() if address.startswith("measures/")}
    assert len(pages) > 26
    for address, page in pages.items():
        assert [cell for cell in page.xpath("//article//td") if not words(cell)] == [], address


def test_the_list_counts_every_measure_once_and_leads_to_each(example: Built, plan: Plan) -> None:
    page = example.pages["measures/"]
    counts = [words(item) for item in page.xpath("//ul[contains(@class, 'pp-standings')]/li")]
    numbers = [re.search(r"(\d+) of (\d+) measures", count) for count in counts]
    assert sum(int(found[1]) for found in numbers if found) == len(plan.measures)
    assert {int(found[2]) for found in numbers if found} == {len(plan.measures)}
    linked = {link.get("href") for link in page.xpath("//article//th/a")}
    assert linked == {f"../measures/{measure.id}/" for measure in plan.measures}
    for measure in plan.measures:
        row = page.xpath(f"(//tr[th/a[@href='../measures/{measure.id}/']])[1]")[0]
        assert judge(measure, ON).standing.capitalize() in words(row)


def test_the_sentence_of_the_example_says_all_five_things(example: Built) -> None:
    assert reading(example.pages["measures/knife-crime/"]) == (
        "On course. The latest figure is 309 offences (year to September 2026, provisional), down 18 (6%) from the "
        "baseline of 327 (year to September 2025). That is better. The target is 260 by September 2029, with 49 to "
        "go: it is on course."
    )


def test_the_rule_can_be_followed_with_the_numbers_that_it_names(example: Built) -> None:
    rule = words(example.pages["measures/drug-networks/"].xpath("//p[strong='How this is judged.']")[0])
    assert rule.endswith(
        "it stands at 5.4. The latest figure is 6, which is worse than the line, so it is behind."
    )


def test_the_time_of_year_is_told_once_in_the_lead_and_once_in_the_rule(example: Built) -> None:
    page = example.pages["measures/call-answer-999/"]
    before = " ".join(words(part) for part in page.xpath("//h2[@id='meaning']/preceding-sibling::*"))
    assert before.count("time of year") == 2
    assert "time of year" in reading(page)


def test_the_list_names_units_and_has_no_caption_like_its_heading(example: Built) -> None:
    page = example.pages["measures/"]
    row = page.xpath("(//tr[th/a[@href='../measures/emergency-response-time/']])[1]")[0]
    cells = [words(cell) for cell in row.xpath("./td")]
    assert cells[0].startswith("17.1 minutes")
    assert cells[1] == "up 1.2 minutes"
    assert cells[2] == "at most 15 minutes by September 2027"
    headings = {words(heading) for heading in page.xpath("//article//h2")}
    captions = [words(caption) for caption in page.xpath("//article//caption")]
    assert captions
    assert headings.isdisjoint(captions)


# changes to the measure and to the report, and what the page of the action then says
BEHIND = "Its measure, Drivers above the limit, is behind."
WORSE = [(GAP, "    value: 30\n"), (TARGET, "target:\n  value: 10\n  date: 2029-03-31\n")]


@pytest.mark.parametrize(
    ("changes", "status", "told"),
    [
        (WORSE, "on track", BEHIND),
        (WORSE, "complete", BEHIND),
        (WORSE, "delayed", None),
        ([(GAP, "    value: 10\n")], "on track", None),
        ([(GAP, "    value: 11\n"), (TARGET, "target:\n  value: 10\n  date: 2026-03-31\n")], "on track", "has missed its target."),
        ([(GAP, "    value: 26\n"), ("better: lower", "better: at or below"), (TARGET, "target:\n  value: 25\n")], "on track", "is above the limit."),
    ],
)  # fmt: skip
def test_an_action_that_goes_well_says_where_its_measure_does_not(
    small_plan: Path, change: Change, changes: list[tuple[str, str]], status: str, told: str | None
) -> None:
    for old, new in changes:
        change(SPEEDING, old, new)
    change("data/progress/2026-10-23.yml", "status: on track", f"status: {status}")
    site = site_of(small_plan)
    text = words(
        html.fragment_fromstring(
            site.finish(site.pages["actions/speed-checks/"], "").content, create_parent=True
        )
    )
    assert ("The status is about the work. The measure is about its result." in text) is (told is not None)
    assert told is None or told in text


def test_the_districts_of_the_example_make_the_county(plan: Plan) -> None:
    """Rates by the people of each district, as the chapter on the area gives them; counts by their sum."""
    chapter = (ROOT / "content" / "our-area.md").read_text("utf-8")
    rows = re.findall(r"^\| (\w+) \| ([\d,]+) \|", chapter, re.MULTILINE)
    people = {name: Decimal(number.replace(",", "")) for name, number in rows}
    rates, counts = ["antisocial-behaviour", "residential-burglary"], ["road-deaths-and-injuries"]
    for measure in (one for one in plan.measures if one.id in rates + counts):
        for row in parts(measure, measure.breakdowns[0]).rows:
            cells = [cell.value for cell in row.cells if cell and cell.value is not None]
            assert len(cells) == len(people)
            assert row.whole
            assert row.whole.value is not None
            weights = people.values() if measure.id in rates else [Decimal(1)] * len(cells)
            total = sum((a * b for a, b in zip(cells, weights, strict=True)), Decimal(0))
            whole = total / sum(people.values()) if measure.id in rates else total
            assert whole.quantize(row.whole.value) == row.whole.value, (measure.id, row.period)


def test_a_figure_that_did_not_come_is_said_to_be_late(small_plan: Path, change: Change) -> None:
    change(SPEEDING, "frequency: Yearly\n", "frequency: Yearly\nnext_release: 2026-11-22\n")
    for on, late in ((date(2026, 11, 22), False), (ON, True)):
        text = words(page_of(small_plan, on))
        assert ("A figure is late. It was due on 22 November 2026" in text) is late
        assert ("was due on 22 November 2026, and is late" in text) is late


def test_a_plan_without_figures_tells_no_untruth(real: Built) -> None:
    pages = [page for address, page in real.pages.items() if re.fullmatch(r"measures/.+/", address)]
    for page in pages:
        assert reading(page).startswith("No figure has been published for this measure.")
        assert not page.xpath("//h2[@id='figures']")
        assert not page.xpath("//article//*[contains(@class, 'pp-status')]")
