"""What a drawing shows, and what it is free of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from plainplan.charts import svg
from plainplan.charts.chart import Bar, Bars, Level, Line, Part, Parts, Plot, Point
from plainplan.charts.draw import Painter
from plainplan.charts.picture import WIDE, picture_of
from plainplan.charts.spec import Size
from plainplan.charts.widths import bold, width
from plainplan.render import text

Drawn = Callable[..., etree._Element]
Points = Callable[..., tuple[Point, ...]]
_ATTRIBUTES = frozenset(
    {
        "class",
        "transform",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "d",
        "width",
        "height",
        "text-anchor",
        "direction",
    }
)
_LONG = "Buildings, vehicles, equipment, computers and everything else that an office of this size needs"


def _words(root: etree._Element) -> list[str]:
    return [str(found.text) for found in root.iter("text")]


def _group(root: etree._Element, name: str) -> list[etree._Element]:
    return [child for group in root.iter("g") if group.get("class") == f"pp-{name}" for child in group]


def _pieces(root: etree._Element) -> list[int]:
    """How many figures each piece of the line joins."""
    return [len(re.findall("[ML]", path.get("d", ""))) for path in _group(root, "line")]


@dataclass(frozen=True)
class _Joined:
    """Yearly figures, the place of the one before which the series breaks, and what is drawn."""

    values: tuple[str | None, ...]
    breaks: int | None
    pieces: list[int]
    marks: int


@pytest.mark.parametrize(
    "case",
    [
        _Joined(("1", "2", "3", "4"), None, [4], 4),
        _Joined(("1", "2", None, "4", "5"), None, [2, 2], 4),  # a gap stays a gap
        _Joined(("1", None, "3", "4"), None, [2], 3),  # a figure that stands alone has its mark
        _Joined((None, "2", "3"), None, [2], 2),
        _Joined(("1", "2", "3", "4"), 2, [2, 2], 4),
        _Joined(("1", "2", None, "4"), 3, [2], 3),
        _Joined(("-3", "2", "-1"), None, [3], 3),
        _Joined(("5", "5", "5"), None, [3], 3),
        _Joined(("7",), None, [], 1),
    ],
)
def test_the_line_joins_only_what_can_be_compared(
    drawn: Drawn, points: Points, size: Size, case: _Joined
) -> None:
    root = drawn(Line("%", points(*case.values, breaks=case.breaks)), size)
    assert _pieces(root) == case.pieces
    assert len(_group(root, "point")) == case.marks
    assert len(_group(root, "break")) == (case.breaks is not None)
    assert ("Break in series" in _words(root)) == (case.breaks is not None)


def test_points_stand_by_the_days_on_which_their_periods_end(drawn: Drawn) -> None:
    days = (date(2024, 3, 31), date(2024, 6, 30), date(2025, 6, 30))
    figures = tuple(Point(day.isoformat(), day, Decimal(place + 1)) for place, day in enumerate(days))
    first, second, third = (float(mark.get("cx", 0)) for mark in _group(drawn(Line("%", figures)), "point"))
    assert (third - second) / (second - first) == pytest.approx(365 / 91, rel=0.01)


def test_the_newest_figure_and_every_level_are_said_at_the_line(
    drawn: Drawn, points: Points, size: Size
) -> None:
    levels = (Level("Baseline", "baseline", Decimal("62.0")), Level("Target", "target", Decimal(70)))
    root = drawn(Line("%", points("62.0", "64.5", "66.1", provisional=2), levels), size)
    words = " ".join(_words(root))
    assert [str(found.text) for found in _group(root, "strong")] == ["66.1%"]
    assert "Baseline 62.0%" in words
    assert "Target 70%" in words
    assert len(_group(root, "baseline")) == len(_group(root, "target")) == len(_group(root, "hollow")) == 1


def test_intervals_are_upright_lines(drawn: Drawn) -> None:
    figures = tuple(
        Point(str(year), date(year, 3, 31), Decimal(50), low=Decimal(46), high=Decimal(55))
        for year in (2024, 2025)
    )
    lines = _group(drawn(Line("%", figures)), "range")
    assert [line.get("x1") == line.get("x2") for line in lines] == [True, True]


def test_a_scale_that_leaves_out_0_shows_it(drawn: Drawn, points: Points) -> None:
    with_zero = _group(drawn(Line("%", points("20", "90"))), "axis")
    without = _group(drawn(Line("%", points("88", "90"))), "axis")
    assert len(without) > len(with_zero)


def test_parts_share_one_scale(drawn: Drawn, points: Points, size: Size) -> None:
    parts = (Part("Brackwater", points("1", "90")), Part("Wyndale", points("1", "2")))
    root = drawn(Parts("offences", parts), size)
    assert [word for word in _words(root) if word == "100"] == ["100", "100"]
    assert {"Brackwater", "Wyndale"} <= set(_words(root))


def _bars(*bars: tuple[str, str | None]) -> Bars:
    return Bars(
        tuple(
            Bar(label, Decimal(value) if value else None, value or "not published") for label, value in bars
        )
    )


@pytest.mark.parametrize(
    ("bars", "shown"),
    [
        ((("Grant", "40"), ("Council tax", "20")), 2),
        ((("Grant", "40"), ("Council tax", None)), 1),
        ((("Grant", "40"), ("Fees", "0")), 1),
        ((("Grant", "40"), ("Fees", "-10")), 2),
    ],
)
def test_a_bar_has_its_name_and_its_amount(
    drawn: Drawn, size: Size, bars: tuple[tuple[str, str | None], ...], shown: int
) -> None:
    root = drawn(_bars(*bars), size)
    assert len(_group(root, "bar")) == shown
    assert {*(label for label, _ in bars), *(value or "not published" for _, value in bars)} <= set(
        _words(root)
    )


def test_bars_are_as_long_as_their_amounts(drawn: Drawn, size: Size) -> None:
    first, second, third = (
        float(bar.get("width", 0))
        for bar in _group(drawn(_bars(("A", "40"), ("B", "10"), ("C", "-20")), size), "bar")
    )
    assert [first / second, third / second] == pytest.approx([4, 2], rel=0.02)


_PLOTS: dict[str, Plot] = {
    "long": _bars((_LONG, "46836400"), ("Fees", "1")),
    "Urdu": _bars(("مقامی پولیسنگ اور عوامی تحفظ", "40"), ("فیس", "10")),
    "Welsh": Line(
        "troseddau fesul 1,000 o gartrefi",
        (Point("Blwyddyn hyd at Fedi 2026", date(2026, 9, 30), Decimal(3)),),
    ),
    "many": Line("%", tuple(Point(f"Week {day}", date(2026, 1, day), Decimal(day)) for day in range(1, 29))),
    "unit": Line(
        _LONG,
        (Point("2025", date(2025, 1, 1), Decimal(-3)), Point("2026", date(2026, 1, 1), Decimal(900000))),
    ),
}


@pytest.mark.parametrize("name", _PLOTS)
def test_words_stay_in_the_picture(drawn: Drawn, size: Size, name: str) -> None:
    root = drawn(_PLOTS[name], size)
    for group in root.iter("g"):
        measure = bold if group.get("class") == "pp-strong" else width
        for words in group.iter("text"):
            wide = measure(str(words.text), size.text)
            share = {"end": 1.0, "middle": 0.5}.get(words.get("text-anchor", ""), 0.0)
            share = 1 - share if words.get("direction") == "rtl" else share
            left = float(words.get("x", 0)) - wide * share
            assert -1 <= left <= left + wide <= size.width + 1, words.text


@pytest.mark.parametrize("name", _PLOTS)
def test_a_drawing_is_shapes_words_and_classes(drawn: Drawn, name: str) -> None:
    inside = drawn(_PLOTS[name])
    kept = {key for element in inside.iter() for key in element.attrib}
    assert kept <= _ATTRIBUTES
    assert {str(element.tag) for element in inside.iter()} <= {
        "svg",
        "g",
        "line",
        "path",
        "circle",
        "rect",
        "text",
    }
    assert [group for group in inside.iter("g") if not len(group)] == []


def test_words_of_the_plan_are_words_and_nothing_else(drawn: Drawn) -> None:
    root = drawn(_bars(("<script>a & b</script>", "1"), ("B", "2")))
    assert "<script>a & b</script>" in " ".join(_words(root))
    assert root.find(".//script") is None


def test_what_was_drawn_is_kept_and_can_be_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = picture_of(_PLOTS["long"], WIDE, text)
    first = Painter(tmp_path / "kept").draw(picture)
    files = list((tmp_path / "kept").iterdir())
    with monkeypatch.context() as broken:
        broken.setattr("vl_convert.vegalite_to_svg", lambda *_, **__: pytest.fail("drawn again"))
        assert Painter(tmp_path / "kept").draw(picture) == first
    for file in files:
        file.unlink()
    assert Painter(tmp_path / "kept").draw(picture) == first
    assert [file.name for file in files] == [file.name for file in (tmp_path / "kept").iterdir()]


def test_a_drawing_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="not an outline"):
        svg.clean(
            '<svg><g class="mark-symbol role-mark point__0_marks"><path d="M0,0C1,1,2,2,3,3"/></g></svg>'
        )
