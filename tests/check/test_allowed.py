"""What looks odd and is in order."""

# ruff: noqa: E501 (one case, one line)
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_plan
from plainplan.load import load_plan
from plainplan.model.days import months_later

Change = Callable[[str, str, str], int]

ROADS, SPEEDING, CHAPTER = "data/priorities/safer-roads.yml", "data/measures/speeding.yml", "content/roads.md"
BUDGET, LINK = "data/budget.yml", "(measures/speeding.md)"
ALLOWED = {
    "owner not published": (ROADS, "owner: police", "owner: not published"),
    "due not published": (ROADS, "due: 2026-12-31", "due: Not published"),
    "no amount": (BUDGET, "amount: 90.50", "amount: not published"),
    "stated total not published": (BUDGET, "funding_total: 90.50", "funding_total: not published"),
    "income among the spending": (
        BUDGET,
        "    spending_total: 80.25",
        "      - {id: fairs, title: Fairs, amount: 10}\n      - {id: fees, title: Fees, amount: -10}\n    spending_total: 80.25",
    ),
    "baseline of another period": (SPEEDING, "  period: 2024 to 2025\n  value: 20\n", "  period: old\n  value: 9\n"),
    "link to a site": (CHAPTER, LINK, "(https://example.org/x)"),
    "link to a mailbox": (CHAPTER, LINK, "(mailto:a@example.org)"),
    "link to an index": (CHAPTER, LINK, "(priorities/index.md)"),
    "link to the first page": (CHAPTER, LINK, "(index.md)"),
    "link to an entry": (CHAPTER, LINK, "(glossary.md#term-anpr)"),
    "link to a heading": (CHAPTER, LINK, "(#slower-traffic)"),
    "short form in brackets": (CHAPTER, "ANPR", "quick quiz (QQZ) and QQZ"),
    "plural of a short form": (CHAPTER, "ANPR", "ANPRs"),
    "short form of all": (CHAPTER, "ANPR", "NHS"),
    "all of a kind": (CHAPTER, '{{ measure("speeding") }}', '{{ measures() }} {{ measures("safer-roads") }}'),
    "less than": (ROADS, "title: Calm streets", "title: Speeds <30 and 2 < 3"),
    "web address in prose": (ROADS, "summary: Fewer", "summary: See [our site](https://example.org). Fewer"),
    "footnote of one word": (CHAPTER, "ANPR", "ANPR[^1].\n\n[^1]: Source"),
    "address in HTML": (CHAPTER, "ANPR", 'ANPR <a href="../map/">on the map</a>'),
    "mailbox in prose": (ROADS, "summary: Fewer", "summary: <a@example.org> Fewer"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new"), ALLOWED.values(), ids=ALLOWED)
def test_allowed(small_plan: Path, change: Change, file: str, old: str, new: str) -> None:
    change(file, old, new)
    assert check_plan(load_plan(small_plan), date(2026, 11, 23)) == ()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 10, 23), 3, date(2027, 1, 23)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
