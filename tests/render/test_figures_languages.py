"""Charts on pages and as files, in other languages than English."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from plainplan.charts import Chart
from plainplan.charts.chart import Bar, Bars, Kind
from plainplan.charts.draw import Drawing
from plainplan.language import Language, Mark, is_marked, marked, speaking
from plainplan.language.catalogue import Catalogue
from plainplan.load import load_plan
from plainplan.render.figures import Figure, files
from plainplan.render.site import Site

from tests.sites import ROOT

_XML = "{http://www.w3.org/XML/1998/namespace}lang"


class _Urdu(Catalogue):
    """Every message in letters of Urdu, with its values."""

    def __bool__(self) -> bool:
        return True

    def get(self, context: str, message: str) -> str | None:
        return f"لفظ {message}"

    def get_plural(self, context: str, one: str, many: str, number: int) -> str | None:
        return f"لفظ {one}"


_TRANSLATED = Language("ur", direction="rtl", locale="ur", interface=_Urdu())
_BARE = Language("ur", direction="rtl", locale="ur")


def _site(cache: Path) -> Site:
    return Site(load_plan(ROOT).plan, ROOT / "overrides" / "fragments", cache, date(2026, 11, 23))


@pytest.mark.parametrize(("language", "said"), [(_TRANSLATED, "ur"), (_BARE, "en")])
def test_pictures_say_their_language(tmp_path: Path, language: Language, said: str) -> None:
    with speaking(language):
        site = _site(tmp_path)
        page = site.pages["progress/"]
        root: Any = html.fragment_fromstring(site.render(page), create_parent="div")
    pictures = root.find_class("pp-chart")
    assert {picture.get("lang") for picture in pictures} == {said}
    assert {picture.get("direction") for picture in pictures} == {"ltr"}
    assert not any(is_marked(etree.tostring(picture, encoding="unicode")) for picture in pictures)


@pytest.mark.parametrize(("language", "said"), [(_TRANSLATED, "ur"), (_BARE, "en")])
def test_files_of_charts_have_no_marks_and_say_their_language(
    tmp_path: Path, language: Language, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speaking(language):
        site = _site(tmp_path)
        charts = site.figures.charts
        monkeypatch.setitem(site.figures.__dict__, "charts", {"progress": charts["progress"]})
        made = files(site)
    assert [name for name in made if name.endswith(".png")] == []
    picture = etree.fromstring(made["data/v1/charts/progress.svg"])
    assert (picture.get("lang"), picture.get(_XML)) == (said, said)
    taken = [content for name, content in made.items() if name.endswith((".svg", ".csv"))]
    assert not any(is_marked(content.decode()) for content in taken)
    page: Any = html.document_fromstring(made["embed/progress/index.html"].decode())
    assert (page.get("lang"), page.get("dir")) == ("ur", "rtl")
    assert page.xpath("//a[@target='_top']/@href") == ["../../progress/"]


@pytest.mark.parametrize(
    ("tag", "there"), [("cy", True), ("pl", True), ("ur", False), ("pa", False), ("gu", False)]
)
def test_a_png_is_offered_where_its_font_has_the_letters_of_the_language(tag: str, there: bool) -> None:
    chart = Chart("x", Kind.FUNDING, "Title", "", "", (), (), Bars((Bar("Grant", None, "£3"),)))
    nothing = Drawing("0", "0", (), ())
    with speaking(Language(tag, locale=tag)):
        assert Figure(chart, nothing, nothing).has_png is there


@pytest.mark.parametrize("mark", Mark)
def test_words_without_translation_do_not_cost_the_png(mark: Mark) -> None:
    bars = Bars((Bar(marked("Grant", mark), None, "£3"),))
    chart = Chart("x", Kind.FUNDING, marked("Title", mark), "", "", (), (), bars)
    nothing = Drawing("0", "0", (), ())
    with speaking(Language("cy", locale="cy")):
        assert Figure(chart, nothing, nothing).has_png
        assert Figure(chart, nothing, nothing).language_with() == "en"
