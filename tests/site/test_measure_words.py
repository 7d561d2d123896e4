"""What the page of a measure says, for what stands in the data."""
# ruff: noqa: E501 (one case, one line)

from __future__ import annotations

from pathlib import Path

import pytest
from plainplan.language import Catalogue, Language, speaking
from plainplan.render.text import within
from plainplan.views.course import Reason

from tests.site.measure_pages import FIRST, GAP, SPEEDING, TARGET, Change, page_of, reading, site_of, words

QUARTERS = [
    ("better: lower", "better: at or above"),
    ("series:", "seasonal: true\nseries:"),
    ("  period: 2024 to 2025\n  value: 20", "  period: Half 1\n  value: 9"),
    (
        f"period: 2024 to 2025\n    start: 2024-04-01\n    end: 2025-03-31\n{FIRST}",
        "period: Half 1\n    start: 2025-04-01\n    end: 2025-09-30\n    value: 9\n",
    ),
    ("period: 2025 to 2026\n    start: 2025-04-01", "period: Half 2\n    start: 2025-10-01"),
    (TARGET, "target:\n  value: 10\n  date: 2029-03-31\n"),
]


# what stands in the data, and what the page then says
SAID: dict[str, tuple[list[tuple[str, str]], str]] = {
    "the baseline is the latest": (
        [],
        "Not judged. The latest figure is 20% (2024 to 2025), which is the baseline. The target is 10%, 10 "
        "percentage points from the latest figure. Whether it is on course is not judged, because its target has "
        "no date.",
    ),
    "one is one": (
        [('unit: "%"', "unit: networks\nunit_one: network"), (GAP, "    value: 1\n"), (TARGET, "target:\n  value: 1\n")],
        "Target met. The latest figure is 1 network (2025 to 2026), down 19 (95%) from the baseline of 20 (2024 to "
        "2025). That is better. The target of 1 is met.",
    ),
    "one point": (
        [(GAP, "    value: 19\n"), (FIRST, "    value: 20\n")],
        "Not judged. The latest figure is 19% (2025 to 2026), down 1 percentage point from the baseline of 20% (2024 "
        "to 2025). That is better. The target is 10%, 9 percentage points from the latest figure. Whether it is on "
        "course is not judged, because its target has no date.",
    ),
    "pounds": (
        [('unit: "%"', "unit: £"), (GAP, "    value: 1250.5\n"), (TARGET, "target:\n  value: 0\n  date: 2029-03-31\n")],
        "Behind. The latest figure is £1,250.50 (2025 to 2026), up £1,230.50 (6,153%) from the baseline of £20 (2024 "
        "to 2025). That is worse. The target is £0 by March 2029, with £1,250.50 to go: it is behind where it should "
        "be by now.",
    ),
    "nothing moved": (
        [(GAP, "    value: 20\n"), ("better: lower", "better: at or below"), (TARGET, "target:\n  value: 25\n")],
        "Meets the standard. The latest figure is 20% (2025 to 2026), the same as the baseline (2024 to 2025). The "
        "target is at most 25%: the latest figure meets that standard, with 5 percentage points to spare.",
    ),
    "a level is lost": (
        [(GAP, "    value: 26\n"), ("better: lower", "better: at or below"), (TARGET, "target:\n  value: 25\n")],
        "Above the limit. The latest figure is 26% (2025 to 2026), up 6 percentage points from the baseline of 20% "
        "(2024 to 2025). That is worse. The target is at most 25%: the latest figure is 1 percentage point above "
        "that limit.",
    ),
    "a standard met in another season": (
        [*QUARTERS, (GAP, "    value: 15\n")],
        "Meets the standard. The latest figure is 15% (half 2). These figures go up and down with the time of year, "
        "so it is not compared with the baseline of 9% (half 1). The target is at least 10% by March 2029: the "
        "latest figure meets that standard, with 5 percentage points to spare. Whether it is on course is not "
        "judged.",
    ),
    "a standard not met in another season": (
        [*QUARTERS, (GAP, "    value: 5\n")],
        "Below the standard. The latest figure is 5% (half 2). These figures go up and down with the time of year, "
        "so it is not compared with the baseline of 9% (half 1). The target is at least 10% by March 2029: the "
        "latest figure is 5 percentage points below that standard. Whether it is on course is not judged.",
    ),
    "a target met in another season": (
        [*QUARTERS[1:], ("seasonal", "better: higher\nseasonal"), ("better: lower\n", ""), (GAP, "    value: 15\n")],
        "Not judged. The latest figure is 15% (half 2). These figures go up and down with the time of year, so it "
        "is not compared with the baseline of 9% (half 1). The target is 10% by March 2029, and the latest figure "
        "is better by 5 percentage points. Whether it is on course is not judged.",
    ),
    "the date came": (
        [(GAP, "    value: 11\n"), (TARGET, "target:\n  value: 10\n  date: 2026-03-31\n")],
        "Target missed. The latest figure is 11% (2025 to 2026), down 9 percentage points from the baseline of 20% "
        "(2024 to 2025). That is better. The target of 10% by March 2026 was missed by 1 percentage point.",
    ),
    "counted in another way": (
        [(GAP, "    value: 11\n    break_before: The cameras are new.\n")],
        "Not judged. The latest figure is 11% (2025 to 2026). It cannot be compared with the baseline of 20% (2024 "
        "to 2025), because the figures are made in another way now. The target is 10%, 1 percentage point from the "
        "latest figure. Whether it is on course is not judged.",
    ),
    "may be chance": (
        [(GAP, "    value: 21\n    low: 19\n    high: 23\n"), (TARGET, "target:\n  value: not published\n")],
        "The latest figure is 21% (2025 to 2026), up 1 percentage point from the baseline of 20% (2024 to 2025). "
        "This is within the margin of error, so it may be chance. No value is published for its target.",
    ),
    "no target": (
        [(FIRST, "    value: 20\n"), (GAP, "    value: 21.0\n"), (TARGET, "")],
        "The latest figure is 21.0% (2025 to 2026), up 1.0 percentage points from the baseline of 20% (2024 to "
        "2025). That is worse. It has no target.",
    ),
    "no figure": (
        [(FIRST, GAP), ("  period: 2024 to 2025\n  value: 20", "  period: Before\n  value: not published")],
        "No figure has been published for this measure. The target is 10%.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_what_the_sentence_says(small_plan: Path, change: Change, name: str) -> None:
    changes, told = SAID[name]
    for old, new in changes:
        change(SPEEDING, old, new)
    assert reading(page_of(small_plan)) == told


def test_what_to_take_care_with_stands_beside_the_figures_and_in_a_part_of_its_own(
    small_plan: Path, change: Change
) -> None:
    more = "    status: provisional\n    break_before: The cameras are new.\n    base: 7\n"
    change(SPEEDING, GAP, f"    value: 11\n{more}")
    change(SPEEDING, "series:", "small_below: 20\nseasonal: true\nseries:")
    page = page_of(small_plan)
    beside = [words(item) for item in page.xpath(".//ul[@class='pp-cautions']/li")]
    assert beside == [
        "The latest figure is provisional: it may still change.",
        "From 2025 to 2026 on, figures are made in another way. The cameras are new.",
        "It goes up and down with the time of year: compare it with the same time of the year before.",
        "These are small numbers: they go up and down by chance.",
    ]
    assert page.xpath(".//h2[@id='caveats']")
    apart = [words(item) for item in page.xpath(".//h2[@id='caveats']/following-sibling::ul[1]/li")]
    assert len(apart) == 4
    assert any("95% confidence interval" in one for one in apart)
    assert any("fewer than 20 cases" in one for one in apart)
    row = words(page.xpath(".//tr[@class='pp-break']")[0])
    assert "7" in row
    assert "Provisional. A small number. Do not compare with earlier figures. The cameras are new." in row


@pytest.mark.parametrize(
    ("period", "inside"),
    [
        ("Year to June 2026", "year to June 2026"),
        ("At 31 March 2026", "at 31 March 2026"),
        ("Inspection of 2026", "inspection of 2026"),
        ("June 2026", "June 2026"),
        ("Autumn", "Autumn"),
        ("Atlas 3", "Atlas 3"),
        ("2025 to 2026", "2025 to 2026"),
    ],
)
def test_a_period_inside_a_sentence_begins_small_unless_it_is_a_name(period: str, inside: str) -> None:
    assert within(period) == inside


@pytest.mark.parametrize(("bases", "told"), [(("7", "8"), "All"), (("7", "30"), "Some")])
def test_how_many_figures_are_small(
    small_plan: Path, change: Change, bases: tuple[str, str], told: str
) -> None:
    change(SPEEDING, FIRST, f"    value: 20\n    base: {bases[0]}\n")
    change(SPEEDING, GAP, f"    value: 11\n    base: {bases[1]}\n")
    change(SPEEDING, "series:", "small_below: 20\nseries:")
    assert f"{told} figures rest on fewer than 20 cases or answers." in words(page_of(small_plan))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([], "lower"),
        ([("better: lower\n", "")], "not published"),
        ([("better: lower", "better: at or below")], "reaching the target, then staying at it or below"),
        ([("better: lower", "better: at or above")], "staying at the target or above it"),
        (
            [("better: lower", "better: at or above"), (FIRST, GAP), ("  value: 20\ntarget", "  value: not published\ntarget")],
            "at the target or above it",
        ),
    ],
)  # fmt: skip
def test_which_way_is_better(
    small_plan: Path, change: Change, changes: list[tuple[str, str]], told: str
) -> None:
    for old, new in changes:
        change(SPEEDING, old, new)
    assert words(page_of(small_plan).xpath(".//dt[.='Better is']/following-sibling::dd[1]")[0]) == told


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_has_a_sentence_of_its_own(small_plan: Path, reason: Reason) -> None:
    say = site_of(small_plan).templates.get_template("measures.html").module
    sentence = str(say.because(reason))  # type: ignore[attr-defined]
    assert sentence == f"Whether it is on course is not judged, because {reason}."


def test_another_language_has_its_own_order_of_words(small_plan: Path, change: Change) -> None:
    change(SPEEDING, GAP, "    value: 19\n")
    change(SPEEDING, FIRST, "    value: 20\n")
    english = "The latest figure is %(figure)s (%(when)s), down %(amount)s from the baseline of %(first)s (%(then)s)."
    catalogue = Catalogue({("", english): "%(then)s: %(first)s, %(when)s: %(figure)s"})
    with speaking(Language(tag="ur", locale="ur", direction="rtl", interface=catalogue)):
        page = page_of(small_plan)
    said = page.xpath("(.//p[contains(@class, 'pp-reading')])[1]")[0]
    assert "2024 to 2025: \u206620%\u2069, 2025 to 2026: \u206619%\u2069" in words(said)
    assert words(said.find("strong")) == "\u206619%\u2069"
    untold = [words(one) for one in said.iter("span") if one.get("data-untranslated") == "interface"]
    assert "That is better." in untold
