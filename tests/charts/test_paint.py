"""Pictures that stand alone look as they do on a page."""

from __future__ import annotations

import re

import pytest
from plainplan.charts import paint

from tests.sites import ROOT

_STYLES = (ROOT / "overrides" / "assets" / "styles" / "10-base.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("ink", paint.INK),
        ("quiet", paint.QUIET),
        ("line", paint.LINE),
        ("edge", paint.EDGE),
        ("good", paint.STATUS["complete"]),
        ("going", paint.STATUS["on-track"]),
        ("risk", paint.STATUS["at-risk"]),
        ("late", paint.STATUS["delayed"]),
        ("stopped", paint.STATUS["stopped"]),
    ],
)
def test_colours_are_the_light_ones_of_the_site(name: str, colour: str) -> None:
    found = re.search(rf"--pp-{name}: (#[0-9a-f]+);", _STYLES)
    assert found
    assert found[1] == colour


def test_every_group_of_a_picture_gets_its_look() -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg"><g class="pp-bar"><text>A</text></g></svg>'
    assert b'<g class="pp-bar" fill="#123456"><text unicode-bidi="plaintext">' in paint.paint(
        picture, "#123456", 15
    )
