"""Charts for these tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree
from plainplan.charts.chart import Plot, Point
from plainplan.charts.draw import Painter
from plainplan.charts.picture import NARROW, WIDE, picture_of
from plainplan.charts.spec import Size
from plainplan.render import text

Drawn = Callable[..., etree._Element]


def points_of(
    *values: str | None, breaks: int | None = None, provisional: int | None = None
) -> tuple[Point, ...]:
    """Figures of one year after another."""
    return tuple(
        Point(
            f"Year to March {2020 + place}",
            date(2020 + place, 3, 31),
            Decimal(value) if value is not None else None,
            provisional=place == provisional,
            breaks=place == breaks,
        )
        for place, value in enumerate(values)
    )


@pytest.fixture(scope="session")
def painter(tmp_path_factory: pytest.TempPathFactory) -> Painter:
    return Painter(tmp_path_factory.mktemp("drawn"))


@pytest.fixture(scope="session")
def drawn(painter: Painter) -> Drawn:
    """The drawing of a plot, as a tree."""

    def draw(plot: Plot, size: Size = WIDE) -> etree._Element:
        made = painter.draw(picture_of(plot, size, text))
        groups = "".join(f'<g transform="{part.x} {part.y}">{part.groups}</g>' for part in made.parts)
        root = etree.fromstring(f"<svg>{groups}</svg>")
        root.set("width", made.width)
        root.set("height", made.height)
        return root

    return draw


@pytest.fixture(scope="session", params=(WIDE, NARROW), ids=("wide", "narrow"))
def size(request: pytest.FixtureRequest) -> Size:
    found: Size = request.param
    return found


@pytest.fixture(scope="session")
def points() -> Callable[..., tuple[Point, ...]]:
    return points_of
