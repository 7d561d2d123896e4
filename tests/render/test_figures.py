"""Charts on pages and as files."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from plainplan.charts import Chart
from plainplan.charts.chart import Bar, Bars, Kind
from plainplan.charts.draw import Drawing
from plainplan.load import load_plan
from plainplan.render.embedding import Heights, heights_of
from plainplan.render.figures import Figure, files
from plainplan.render.placing import join, place, place_first
from plainplan.render.site import Site
from plainplan.render.text import rounded_pounds

from tests.sites import ROOT

_FRAGMENTS = ROOT / "overrides" / "fragments"
_ON = date(2026, 11, 23)
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(load_plan(ROOT).plan, _FRAGMENTS, ROOT / ".cache", _ON)


@pytest.fixture(scope="module")
def made(site: Site) -> dict[str, bytes]:
    return files(site)


def test_every_chart_has_its_files(site: Site, made: dict[str, bytes]) -> None:
    expected = {
        address
        for name in site.figures.charts
        for address in (
            *(f"data/v1/charts/{name}.{ending}" for ending in ("csv", "svg", "png")),
            f"embed/{name}/index.html",
        )
    }
    assert set(made) == expected
    assert {
        "measures/residential-burglary/district",
        "precept",
        "progress",
        "budget/2026-27/spending",
    } <= set(site.figures.charts)


def test_the_same_plan_makes_the_same_bytes(small_plan: Path, tmp_path: Path) -> None:
    plan = load_plan(small_plan).plan
    first, second = (files(Site(plan, _FRAGMENTS, tmp_path / name, _ON)) for name in ("first", "second"))
    assert first == second
    assert len(first) == 4


def test_pictures_stand_alone_under_the_policy_of_the_site(made: dict[str, bytes]) -> None:
    for name, content in made.items():
        if name.endswith(".svg"):
            root = etree.fromstring(content)
            assert root.find(f"{_SVG}title").text, name  # type: ignore[union-attr]
            assert root.find(f"{_SVG}desc").text, name  # type: ignore[union-attr]
            assert root.find(f"{_SVG}rect").get("fill") == "#ffffff", name  # type: ignore[union-attr]
            tags = {str(element.tag).removeprefix(_SVG) for element in root.iter()}
            assert tags <= {"svg", "title", "desc", "rect", "g", "line", "path", "circle", "text"}, name
            assert not any("style" in element.attrib for element in root.iter()), name
            looks = [group for group in root.iter(f"{_SVG}g") if group.get("class")]
            assert all({"fill", "stroke"} & set(group.attrib) for group in looks), name


def test_pngs_are_twice_as_large(made: dict[str, bytes]) -> None:
    for name, content in made.items():
        if name.endswith(".png"):
            root = etree.fromstring(made[name.removesuffix("png") + "svg"])
            assert content[:8] == b"\x89PNG\r\n\x1a\n"
            wide, high = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
            assert wide == 2 * float(root.get("width", 0))
            assert high == pytest.approx(2 * float(root.get("height", 0)), abs=1)


def test_rows_of_the_csv_are_whole(made: dict[str, bytes]) -> None:
    for name, content in made.items():
        if name.endswith(".csv"):
            assert not content.startswith(b"\xef\xbb\xbf")
            assert content.endswith(b"\r\n")
            rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
            assert len({len(row) for row in rows}) == 1, name
            assert len(rows) > 2, name


def test_a_page_to_embed_says_whose_it_is_and_leads_back(made: dict[str, bytes]) -> None:
    page: Any = html.document_fromstring(made["embed/measures/residential-burglary/index.html"].decode())
    assert page.get("lang") == "en"
    assert [heading.text_content() for heading in page.iter("h1")] == ["Burglaries of homes"]
    assert page.xpath("string(//meta[@name='robots']/@content)") == "noindex"
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")
    words = " ".join(page.text_content().split())
    assert "Source: Ashmarch Police" in words
    assert "The newest figure was published on 13 November 2026." in words
    assert "Published by Office of the Police and Crime Commissioner for Ashmarch." in words
    assert "This is an example." in words
    links = {link.get("href"): link.get("target") for link in page.iter("a")}
    assert links["../../../measures/residential-burglary/"] == "_top"
    assert "../../../data/v1/charts/measures/residential-burglary.csv" in links
    assert [cell for cell in page.iter("td", "th") if not cell.text_content().strip()] == []


def _content(site: Site, address: str) -> str:
    return site.finish(site.pages[address], "").content


def test_names_and_descriptions_of_pictures_survive_on_the_whole_plan(site: Site) -> None:
    first, second = "measures/residential-burglary/", "measures/knife-crime/"
    placed = [
        place_first(site.pages[""], "<p>Home</p>"),
        place(site.pages[first], _content(site, first), "a", 2),
        place(site.pages[second], _content(site, second), "b", 2),
    ]
    join(placed)
    pictures = [picture for one in placed for picture in one.root.iter("svg")]
    assert len(pictures) == 3  # charts, each as its narrow drawing
    ids = [name for one in placed for element in one.root.iter() if (name := element.get("id"))]
    assert len(ids) == len(set(ids))
    for picture in pictures:
        assert picture.get("aria-label", "").startswith("Chart: ")
        assert picture.findtext("desc").endswith(".")


def test_links_of_a_page_with_several_charts_have_names_of_their_own(site: Site) -> None:
    root: Any = html.fragment_fromstring(_content(site, "budget/2026-27/"), create_parent="div")
    links = [
        link for link in root.iter("a") if link.getparent().getparent().get("class") == "pp-figure__take"
    ]
    names = [" ".join(link.text_content().split()) for link in links]
    assert len(names) == len(set(names)) == 16
    assert "Data (CSV): What the money is spent on in 2026 to 2027" in names


def test_no_chart_has_a_style_of_its_own(site: Site) -> None:
    for address in ("measures/residential-burglary/", "budget/2026-27/", "progress/"):
        assert not re.search(r"<svg[^>]*\sstyle=|<style", _content(site, address))


@pytest.mark.parametrize(
    ("label", "there"),
    [("Plismona lleol: £3", True), ("Δήμος", True), ("مقامی پولیسنگ", False), ("警察", False)],
)
def test_a_png_that_would_lack_letters_is_not_offered(label: str, there: bool) -> None:
    bars = Bars((Bar(label, None, "not published"),))
    chart = Chart("x", Kind.FUNDING, "Title", "", "", (), (), bars)
    nothing = Drawing("0", "0", (), ())
    assert Figure(chart, nothing, nothing).has_png is there


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("measures/residential-burglary", "A hollow point is a provisional figure."),
        ("measures/residential-burglary", "The newest figure was published on 13 November 2026."),
        ("measures/residential-burglary", "Licence: Open Government Licence v3.0."),
        ("measures/residential-burglary", "example.org/measures/residential-burglary/"),
        ("progress", "As reported on 23 October 2026."),
        ("budget/2026-27/spending", "Approved budget, in the plan as of "),
    ],
)
def test_a_picture_says_what_its_page_would(made: dict[str, bytes], name: str, words: str) -> None:
    root = etree.fromstring(made[f"data/v1/charts/{name}.svg"])
    assert words in " ".join(str(text.text) for text in root.iter(f"{_SVG}text"))


def _caption(site: Site, address: str, chart: str) -> str:
    root: Any = html.fragment_fromstring(_content(site, address), create_parent="div")
    (figure,) = root.xpath(f".//div[@class='pp-figure'][svg[@aria-label='Chart: {chart}']]")
    return " ".join(figure.find_class("pp-figure__says")[0].text_content().split())


def test_a_caption_says_what_the_page_does_not(site: Site) -> None:
    caption = _caption(site, "progress/", "Actions by status")
    assert caption == "More than half are complete or on track. 14 are at risk or delayed."


def test_amounts_of_priorities_and_what_serves_all_come_to_the_total(site: Site) -> None:
    year = next(one for one in site.plan.budget if one.id == "2026-27")
    bars = site.figures.charts["budget/2026-27/priorities"].plot.bars  # type: ignore[union-attr]
    amounts = [line.amount for line in year.spending if isinstance(line.amount, Decimal)]
    rest = sum(amounts, Decimal(0)) - sum((bar.value or Decimal(0) for bar in bars), Decimal(0))
    caption = _caption(site, "budget/2026-27/", "Spending by priority in 2026 to 2027")
    assert f"{rounded_pounds(rest)} serves every priority and is not in this chart." in caption


def test_a_frame_is_as_high_as_its_drawing_and_words_ask_for() -> None:
    bars = Chart("x", Kind.FUNDING, "Title", "", "", (), (), Bars((Bar("A", None, "not published"),)))

    def heights(high: str, words: str) -> Heights:
        drawing = Drawing("290", high, (), ())
        return heights_of(
            Figure(bars, drawing, drawing), html.fragment_fromstring(f"<div><p>{words}</p></div>")
        )

    low = heights("200", "Short.")
    assert heights("300", "Short.").wide == low.wide + 100
    longer = heights("200", "A sentence that needs more than one line in a narrow frame. " * 2)
    assert longer.narrow > low.narrow
    assert longer.narrow - low.narrow > longer.wide - low.wide
