"""Tables that authors write as HTML: what heads what, and which of them become cards."""

from __future__ import annotations

import markdown
import pytest
from lxml.html import HtmlElement
from plainplan import trees
from plainplan.language import Mark, marked
from plainplan.render.tables import complete_tables

_YEARS = "<tr><th>Year</th><th>Amount</th></tr>"
_ROW = "<tr><th>2026</th><td>£5</td></tr>"
_WIDE = "<tr><th>A</th><th>B</th><th>C</th></tr>"


def completed(inside: str) -> HtmlElement:
    root = trees.parse(f"<p>Before.</p><table>{inside}</table>")
    complete_tables(root, "Money")
    return root


@pytest.mark.parametrize(
    ("inside", "scopes", "in_head"),
    [
        (_YEARS + _ROW, ["col", "col", "row"], 1),
        (f"<tbody>{_YEARS}{_ROW}</tbody>", ["col", "col", "row"], 1),
        (f"<tbody>{_YEARS}</tbody><tbody>{_ROW}</tbody>", ["col", "col", "row"], 1),
        (f"<caption>Our money</caption><colgroup><col></colgroup>{_YEARS}{_ROW}", ["col", "col", "row"], 1),
        (f"<thead>{_YEARS}</thead><tbody>{_ROW}</tbody>", ["col", "col", "row"], 1),
        ("<tr><th></th><th>B</th></tr>" + _ROW, ["col", "row"], 1),
        ("<tr><td></td><th>B</th></tr>" + _ROW, ["col", "row"], 1),
        ('<tr><th colspan="2">Money</th></tr>' + _YEARS + _ROW, ["col", "col", "col", "row"], 2),
        (_YEARS + '<tr><th colspan="2">Before</th></tr>' + _ROW, ["col", "col", "col", "row"], 1),
        (_ROW + _ROW, ["row", "row"], 0),
        (_ROW + _YEARS + _ROW, ["row", "col", "col", "row"], 0),
        (_YEARS, ["col", "col"], 0),
        ('<tr><th scope="rowgroup">A</th><th>B</th></tr>' + _ROW, ["rowgroup", "col", "row"], 1),
    ],
)  # fmt: skip
def test_each_header_says_what_it_heads(inside: str, scopes: list[str], in_head: int) -> None:
    root = completed(inside)
    assert [header.get("scope") for header in root.iter("th")] == scopes
    assert len(root.findall(".//thead/tr")) == in_head
    assert [part.tag for part in root.iter("tbody") if not len(part)] == []
    table = next(root.iter("table"))
    order = [part.tag for part in table if part.tag in ("caption", "colgroup", "thead", "tbody", "tr")]
    assert order == sorted(order, key=("caption", "colgroup", "thead", "tbody", "tr").index)


def test_cells_of_a_written_table_carry_the_header_of_their_column() -> None:
    root = completed(_WIDE + "<tr><td>1</td><td>2</td><td>3</td></tr>")
    assert [cell.get("data-label") for cell in root.iter("td")] == ["A", "B", "C"]
    assert next(root.iter("table")).get("class") == "pp-cards"


def test_a_table_that_says_so_stays_rows() -> None:
    root = trees.parse(f'<table class="pp-rows">{_WIDE}<tr><td>1</td><td>2</td><td>3</td></tr></table>')
    complete_tables(root, "Money")
    assert next(root.iter("table")).get("class") == "pp-rows"


@pytest.mark.parametrize(
    "inside",
    [
        '<tr><th colspan="2">A</th><th>B</th></tr><tr><td>1</td><td>2</td><td>3</td></tr>',
        _WIDE + '<tr><td rowspan="2">1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr>',
        _WIDE + '<tr><td colspan="0">1</td></tr>',
        f"<thead>{_WIDE}{_WIDE}</thead><tr><td>1</td><td>2</td><td>3</td></tr>",
        f"{_WIDE}<tr><td>1</td><td><table>{_WIDE}<tr><td>4</td></tr></table></td><td>3</td></tr>",
    ],
)
def test_what_is_no_plain_grid_becomes_no_cards(inside: str) -> None:
    root = completed(inside)
    assert root.xpath(".//*[@data-label] | .//*[contains(@class, 'pp-cards')]") == []


def test_a_column_that_markdown_sets_to_the_right_is_of_figures() -> None:
    written = "| A | B | C |\n|:--|--:|:-:|\n| 1 | 2 | 3 |"
    root = trees.parse(markdown.markdown(written, extensions=["tables"]))
    complete_tables(root, "Money")
    assert [cell.get("class") for cell in root.iter("th", "td")] == [None, "pp-amount", None] * 2
    assert root.xpath(".//@style") == []


def test_a_span_of_one_is_none() -> None:
    root = completed(_WIDE + '<tr><td colspan="1">1</td><td>2</td><td>3</td></tr>')
    assert len(root.xpath(".//*[@data-label]")) == 3


def test_a_table_in_a_cell_changes_nothing_for_the_one_around_it() -> None:
    inner = f"<table>{_YEARS}{_ROW}</table>"
    root = completed(f"<tr><th>Plan</th><td>{inner}</td></tr>")
    scopes = {header.text_content(): header.get("scope") for header in root.iter("th")}
    assert scopes == {"Plan": "row", "Year": "col", "Amount": "col", "2026": "row"}
    assert len(root.findall(".//thead")) == 1
    assert len(root.xpath(".//*[@class='pp-table']//*[@class='pp-table']")) == 1


def test_a_caption_like_its_heading_is_said_once_though_one_of_them_is_marked() -> None:
    words = marked("Money", Mark.MISSING)
    root = trees.parse(f"<h2>{words}</h2><table><caption>Money</caption>{_YEARS}{_ROW}</table>")
    complete_tables(root, "Money")
    assert next(root.iter("caption")).get("class") == "pp-hidden"
