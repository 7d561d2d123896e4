"""The article of a page, made over for paper."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from plainplan.formats.pdf import LARGE_PRINT, STANDARD, ToolMissingError
from plainplan.formats.pdf.engine import weasyprint
from plainplan.formats.pdf.layouts import Layout
from plainplan.formats.pdf.paper import for_paper

from tests.formats.pdf.samples import ACCENT, document


def paper(article: str, layout: Layout = STANDARD) -> HtmlElement:
    body = html.fragment_fromstring(f"<article>{article}</article>")
    return for_paper(replace(document("en"), body=body), layout, ACCENT)


def words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_facts_become_items() -> None:
    found = paper("<dl><dt>Owner</dt><dd>Council</dd><dt>Cost</dt><dd>£7</dd><dd>a year</dd></dl>")
    assert [[words(part) for part in item] for item in found.iter("li")] == [
        ["Owner", "Council"],
        ["Cost", "£7", "a year"],
    ]


TABLE = (
    "<table id='t'><caption>Grants</caption><thead><tr><th>To</th><th>For</th><th>Amount</th></tr></thead>"
    "<tbody><tr><th>Council</th><td>Gates</td><td>£7</td></tr></tbody>"
    "<tfoot><tr><th>Total</th><td></td><td>£7</td></tr></tfoot></table>"
)


def test_a_table_that_does_not_fit_becomes_a_list() -> None:
    found = paper(TABLE, LARGE_PRINT)
    assert found.find(".//table") is None
    assert found.get_element_by_id("t").get("class") == "pp-recast"
    assert words(found) == "Grants To Council For Gates Amount £7 Total For Amount £7"


def test_a_table_that_fits_stays_one() -> None:
    found = paper(f"<div class='pp-table'>{TABLE}</div>")
    table = found.find(".//table")
    assert table is not None
    assert table.getparent().get("class") == "pp-short"
    assert words(table.find("caption")) == "Grants"


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("#two", "#two"),
        ("../measures/", "https://plan.example.org/measures/"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_links_lead_off_the_paper(link: str, leads: str) -> None:
    assert next(paper(f'<a href="{link}">x</a>').iter("a")).get("href") == leads


def test_links_of_a_plan_without_address_are_words() -> None:
    body = html.fragment_fromstring('<article><a href="../measures/">x</a></article>')
    found = for_paper(replace(document("en"), body=body, url=""), STANDARD, ACCENT)
    assert next(found.iter("a")).get("href") is None


def test_words_for_the_ear_are_seen_or_describe_their_link() -> None:
    found = paper(
        '<p>Complete<span class="pp-hidden">:</span> '
        '<a href="#x">1<span class="pp-hidden">: done</span></a></p>'
    )
    assert found.text_content() == "Complete: 1"
    assert next(found.iter("a")).get("aria-label") == "1: done"


def test_one_drawing_of_a_chart_is_kept() -> None:
    both = "".join(
        f'<svg class="pp-chart pp-chart--{size}" viewBox="0 0 9 9" aria-label="A"><desc>B</desc></svg>'
        for size in ("wide", "narrow")
    )
    for layout, size in ((STANDARD, "wide"), (LARGE_PRINT, "narrow")):
        (chart,) = paper(f"<div>{both}</div>", layout).iter("svg")
        assert chart.get("class", "").endswith(size)
        assert words(chart.find("title")) == "A B"


def test_small_charts_stand_side_by_side() -> None:
    parts = "".join(f'<g transform="translate(0 {28 + 200 * place})"></g>' for place in range(4))
    chart = f'<svg class="pp-chart pp-chart--narrow" viewBox="0 0 290 850" aria-label="A">{parts}</svg>'
    (made,) = paper(chart).iter("svg")
    assert made.get("viewbox") == "0 0 604 450"
    assert [part.get("transform") for part in made.iter("g")] == [
        "translate(0 28)",
        "translate(314 28)",
        "translate(0 228)",
        "translate(314 228)",
    ]


def test_a_missing_picture_leaves_its_words() -> None:
    assert words(paper('<p><img src="../gone.png" alt="A farm"></p>')) == "A farm"


def test_a_missing_library_is_told_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ToolMissingError, match="Run: make setup"):
        weasyprint()


def test_a_missing_pango_is_told_with_its_command(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    code = "from plainplan.formats.pdf.engine import weasyprint; weasyprint()"
    hooks = Path(__file__).parents[3] / "hooks"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": f"{tmp_path}:{hooks}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = done.stderr.splitlines()[-1]
    assert "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in said
    assert "brew install pango" in said
    assert "Windows" in said
