"""The page of all data, and the links to the data of a page: they lead to files, and say their sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

import pytest
from lxml.html import HtmlElement
from openpyxl import load_workbook
from plainplan.exports import files
from plainplan.load import load_plan
from plainplan.views.index import Index

if TYPE_CHECKING:
    from tests.sites import Built

_SIZE = re.compile(r"([0-9.]+)\s(bytes|kB|MB)\)?$")
_UNITS = {"bytes": 1, "kB": 1000, "MB": 1_000_000}


def _links(built: Built) -> Iterator[tuple[str, HtmlElement, Path]]:
    """Every link to a file of data, with the address of its page and the file."""
    for address, page in built.pages.items():
        for link in page.iterfind(".//article//a[@download]"):
            target = unquote(urljoin(f"/{address}", link.get("href", "")))
            if target.startswith("/data/v1/"):
                yield address, link, built.site / target.lstrip("/")


def test_links_lead_to_files_of_the_size_that_they_say(built: Built) -> None:
    found = list(_links(built))
    assert found
    for address, link, file in found:
        assert file.is_file(), f"{address}: {file}"
        said = _SIZE.search(link.text_content().strip())
        assert said, f"{address}: {link.text_content()}"
        unit = _UNITS[said[2]]
        step = unit * 0.05 if "." in said[1] else unit / 2
        assert abs(float(said[1]) * unit - file.stat().st_size) <= step, f"{address}: {file}"


def test_links_to_data_have_names_of_their_own(built: Built) -> None:
    named: dict[tuple[str, str], set[Path]] = {}
    for address, link, file in _links(built):
        named.setdefault((address, " ".join(link.text_content().split())), set()).add(file)
    assert {key: found for key, found in named.items() if len(found) > 1} == {}


def test_site_holds_every_file(built: Built) -> None:
    made = files(Index(load_plan(built.plan).plan), date(2026, 11, 23))
    there = {path.relative_to(built.site).as_posix() for path in (built.site / "data/v1").rglob("*.*")}
    assert {path for path in there if not path.startswith("data/v1/charts/")} == set(made)
    assert [path for path, file in made.items() if (built.site / path).read_bytes() != file.content] == []


def test_page_lists_every_table_with_its_rows(built: Built) -> None:
    page = built.pages["data/"]
    shown = {
        row.find("th").get("id"): row.find("td").text_content().replace(",", "")
        for row in page.iterfind(".//article//table/tbody/tr")
    }
    for name in shown:
        (columns,) = page.iterfind(f".//article//a[@href='#{name.replace('table-', 'columns-')}']")
        assert page.find(f".//details[@id='{columns.get('href', '')[1:]}']") is not None
    for path in (built.site / "data/v1").glob("*.csv"):
        if path.name != "grants.360giving.csv":
            assert shown.pop(f"table-{path.stem}")
    assert shown == {}


@pytest.mark.parametrize(
    "address", ["measures/public-confidence/", "priorities/safer-roads/", "budget/2026-27/"]
)
def test_pages_offer_their_own_data(example: Built, address: str) -> None:
    stem = f"data/v1/{address.rstrip('/')}"
    links = {
        file.relative_to(example.site).as_posix() for page, _, file in _links(example) if page == address
    }
    assert {f"{stem}.csv", f"{stem}.json"} <= links


def test_example_of_the_page_gives_the_answer_that_it_says(example: Built) -> None:
    """The formula of the page, worked out on the workbook."""
    page = example.pages["data/"]
    (formula,) = (code.text_content() for code in page.iterfind(".//article//pre/code"))
    asked = re.fullmatch(r'=COUNTIF\((\w+)\[(\w+)\],"([^"]+)"\)', formula)
    assert asked
    book = load_workbook(example.site / "data/v1/plan.xlsx")
    sheet = next(sheet for sheet in book.worksheets if asked[1] in sheet.tables)
    column = next(cell.column for cell in sheet[1] if cell.value == asked[2])
    count = sum(cell.value == asked[3] for (cell,) in sheet.iter_rows(min_col=column, max_col=column))
    assert f"The answer is {count}." in page.text_content()
    assert count
