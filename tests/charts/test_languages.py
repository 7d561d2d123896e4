"""Pictures in other languages than English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from plainplan.charts.chart import Bar, Bars, Level, Line, Plot, Point
from plainplan.charts.draw import Painter
from plainplan.charts.months import short_month, shortened
from plainplan.charts.picture import WIDE, picture_of
from plainplan.charts.reading import direction_of
from plainplan.charts.shapes import shape_of
from plainplan.language import ENGLISH, Language, Mark, marked, speaking
from plainplan.language.catalogue import Catalogue
from plainplan.model.progress import Status
from plainplan.render import text

Drawn = Callable[..., etree._Element]
_URDU = Language(
    "ur",
    direction="rtl",
    locale="ur",
    interface=Catalogue({("", "%(amount)s million"): "%(amount)s ملین"}),
)
_LANGUAGES = {
    "cy": Language("cy", locale="cy"),
    "pl": Language("pl", locale="pl"),
    "gu": Language("gu", locale="gu"),
    "ur": _URDU,
}


def _bars(*labels: str) -> Bars:
    return Bars(
        tuple(Bar(label, Decimal(1_200_000), text.rounded_pounds(Decimal(1_200_000))) for label in labels)
    )


def _texts(root: etree._Element) -> dict[str, etree._Element]:
    return {str(found.text): found for found in root.iter("text")}


@dataclass(frozen=True)
class _Set:
    """Words of a picture in Urdu: how they are set, where they shall stand before their bar."""

    words: str
    attributes: Mapping[str, str]


@pytest.mark.parametrize(
    "case",
    [
        _Set("ہوم آفس گرانٹ", {"direction": "rtl", "text-anchor": "start"}),
        _Set("NHS کے ساتھ", {"direction": "rtl", "text-anchor": "start"}),
        _Set("Home Office", {"text-anchor": "end"}),
    ],
)
def test_names_end_before_their_bar_in_every_direction(drawn: Drawn, case: _Set) -> None:
    with speaking(_URDU):
        found = _texts(drawn(_bars(case.words, "فیس")))
    of_text = found[case.words].attrib
    assert {key: of_text[key] for key in ("direction", "text-anchor") if key in of_text} == case.attributes
    assert float(of_text["x"]) < float(found["\u2066£1.2\u2069 ملین"].get("x", 0))


def test_amounts_are_read_from_the_right_and_stand_behind_their_bar(drawn: Drawn) -> None:
    with speaking(_URDU):
        root = drawn(_bars("فیس", "ہوم آفس گرانٹ"))
    amount, bar = _texts(root)["\u2066£1.2\u2069 ملین"], next(root.iter("rect"))
    assert (amount.get("direction"), amount.get("text-anchor")) == ("rtl", "end")
    assert float(amount.get("x", 0)) > float(bar.get("x", 0)) + float(bar.get("width", 0))


def test_what_is_on_track_points_where_words_go_on() -> None:
    def across(language: Language) -> list[float]:
        with speaking(language):
            outline = shape_of(Status.ON_TRACK)
        return [float(place.partition(",")[0]) for place in re.split("[ML]", outline.strip("MZ"))]

    assert across(_URDU) == [-x for x in across(ENGLISH)]


@pytest.mark.parametrize(("language", "least"), [(ENGLISH, 1.25), (_LANGUAGES["gu"], 1.5), (_URDU, 2.1)])
def test_lines_stand_apart_as_high_as_their_letters_are(
    drawn: Drawn, language: Language, least: float
) -> None:
    names = ("Police " * 8, "Grants " * 8)
    levels = tuple(Level(word, role, Decimal(74)) for word, role in (("A", "target"), ("B", "baseline")))
    points = tuple(Point(f"{year}", date(year, 3, 31), Decimal(year - 1950)) for year in (2023, 2024))
    with speaking(language):
        bars, line = drawn(_bars(*names)), drawn(Line("%", points, levels))
    of_names = sorted(float(one.get("y", 0)) for one in bars.iter("text") if "£" not in str(one.text))
    ends = [one for one in line.iter("text") if float(one.get("x", 0)) > WIDE.width * 0.8]
    of_ends = sorted(float(one.get("y", 0)) for one in ends if "74" in str(one.text))
    assert len(of_names) >= 4
    assert len(of_ends) == 3
    for places in (of_names, of_ends):
        assert all(after - before >= least * WIDE.text for before, after in pairwise(places))


def test_time_runs_from_left_to_right_in_every_language(drawn: Drawn) -> None:
    points = tuple(Point(f"مارچ {year}", date(year, 3, 31), Decimal(year)) for year in (2024, 2025, 2026))
    with speaking(_URDU):
        root = drawn(Line("%", points))
    places = [float(mark.get("cx", 0)) for mark in root.iter("circle")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("language", "words", "direction"),
    [
        (_URDU, "£617,000", None),
        (_URDU, "74%", None),
        (_URDU, "2027)", "rtl"),
        (_URDU, "Home Office (UK)", None),
        (_URDU, "NHS کے ساتھ", "rtl"),
        (ENGLISH, "مقامی پولیسنگ", "rtl"),
        (ENGLISH, "Masjid مسجد", None),
    ],
)
def test_words_are_read_as_their_letters_and_language_ask(
    language: Language, words: str, direction: str | None
) -> None:
    with speaking(language):
        assert direction_of(words) == direction


@pytest.mark.parametrize("mark", Mark)
def test_what_is_drawn_has_no_marks_but_the_drawing_knows_of_them(painter: Painter, mark: Mark) -> None:
    def draw(plot: Plot) -> tuple[str, bool]:
        drawing = painter.draw(picture_of(plot, WIDE, text))
        return "".join(part.groups for part in drawing.parts), drawing.is_marked

    label = "Local policing and everything else that keeps neighbourhoods safe"
    plain, with_marks = draw(_bars(label, "Fees")), draw(_bars(marked(label, mark), "Fees"))
    assert plain == (with_marks[0], False)
    assert with_marks[1]


def test_each_language_has_drawings_of_its_own(tmp_path: Path) -> None:
    plot = Bars((Bar("NHS کے ساتھ", Decimal(1), "1"), Bar("B", Decimal(2), "2")))
    painter, found = Painter(tmp_path), []
    for language in (ENGLISH, _URDU):
        with speaking(language):
            found.append(painter.draw(picture_of(plot, WIDE, text)).parts[0].groups)
    assert ['direction="rtl"' in groups for groups in found] == [False, True]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("tag", "short", "long", "shorter"),
    [
        ("cy", "Rhag 2026", "Blwyddyn hyd at Rhagfyr 2026", "Blwyddyn hyd at Rhag 2026"),
        ("pl", "gru 2026", "Rok do grudnia 2026", "Rok do gru 2026"),
        ("gu", "ડિસે 2026", "ડિસેમ્બર 2026 સુધી", "ડિસે 2026 સુધી"),
        ("ur", "دسمبر 2026", "دسمبر 2026 تک", "دسمبر 2026 تک"),
    ],
)
def test_months_are_shortened_as_the_language_does(tag: str, short: str, long: str, shorter: str) -> None:
    with speaking(_LANGUAGES[tag]):
        assert short_month(date(2026, 12, 1)) == short
        assert shortened(long) == shorter
        assert shortened("Year to September 2026") == "Year to Sep 2026"
    assert short_month(date(2026, 9, 1)) == "Sep 2026"
