"""The page of the small plan's measure, and what its tests change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.render import Site

from tests.sites import ROOT

Change = Callable[[str, str, str], int]

ON = date(2026, 11, 23)
SPEEDING = "data/measures/speeding.yml"
TARGET = "target:\n  value: 10\n"
FIRST = "    value: 20\n    low: 18\n    high: 22\n"
GAP = "    value: not available\n    reason: The cameras were broken.\n"


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def site_of(folder: Path, on: date = ON) -> Site:
    return Site(load_plan(folder).plan, ROOT / "overrides" / "fragments", folder / ".cache", on)


def page_of(folder: Path, on: date = ON) -> HtmlElement:
    """The content of the page of the small plan's measure."""
    site = site_of(folder, on)
    return html.fragment_fromstring(
        site.finish(site.pages["measures/speeding/"], "").content, create_parent=True
    )


def reading(page: HtmlElement) -> str:
    return words(page.xpath("(.//p[contains(@class, 'pp-reading')])[1]")[0])
