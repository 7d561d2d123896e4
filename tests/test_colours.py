"""Whether everybody can read a body's own colour (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re

import pytest
from plainplan.colours import GROUNDS, LEAST, TINTS, accent_of, contrast, darker, is_colour, readable_on

from tests.sites import ROOT

# As the contrast checkers of the field give them, to 2 places.
CONTRASTS = [
    ("#000000", "#ffffff", 21.0),
    ("#ffffff", "#ffffff", 1.0),
    ("#767676", "#ffffff", 4.54),
    ("#777777", "#ffffff", 4.48),
    ("#0000ff", "#ffffff", 8.59),
]
COLOURS = ["#000000", "#0f4c5c", "#123a73", "#006435", "#7a0b2e", "#b3005c", "#5b2a86", "#b00000"]
TOO_PALE = ["#6699cc", "#ffdd00", "#ff8800", "#ffffff", "#00ff00", "#808080"]


@pytest.mark.parametrize(("one", "other", "expected"), CONTRASTS)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("colour", COLOURS)
def test_accent_can_be_read_by_day_and_by_night(colour: str) -> None:
    accent = accent_of(colour)
    assert accent.light == colour
    assert readable_on(accent.light, GROUNDS["light"])
    assert readable_on(accent.dark, GROUNDS["dark"], 7)
    assert contrast(accent.on_light, accent.light) >= LEAST
    assert contrast(accent.on_dark, accent.dark) >= LEAST
    for name, grounds in TINTS.items():
        assert readable_on(accent.tinted[name], grounds), name
        assert contrast(accent.on_light, accent.tinted[name]) >= LEAST, name


@pytest.mark.parametrize("colour", TOO_PALE)
def test_mend_of_a_pale_colour_can_be_read(colour: str) -> None:
    assert not readable_on(colour, GROUNDS["light"])
    assert is_colour(darker(colour))
    assert readable_on(darker(colour), GROUNDS["light"])


@pytest.mark.parametrize("text", ["blue", "#12", "#12345g", "123a73", "#123a7", "rgb(0,0,0)", ""])
def test_other_words_are_no_colour(text: str) -> None:
    assert not is_colour(text)


def test_style_sheet_has_the_grounds_that_are_reckoned_with() -> None:
    styles = (ROOT / "overrides" / "assets" / "styles" / "10-base.css").read_text(encoding="utf-8")
    ground, wash = GROUNDS["light"]
    assert contrast(ground, "#fff") == 1
    assert "--pp-ground: #fff;" in styles
    assert f"--pp-wash: {wash};" in styles


_BASE = (ROOT / "overrides" / "assets" / "styles" / "10-base.css").read_text(encoding="utf-8")
_LIGHT = dict(re.findall(r"--pp-([a-z]+): (#[0-9a-f]{3,6});", _BASE))
INKS = ("ink", "quiet", "visited", "good", "going", "risk", "late", "stopped")


@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", [*TINTS, "light"])
def test_every_ink_can_be_read_on_every_tint(ink: str, ground: str) -> None:
    assert readable_on(_LIGHT[ink], {**TINTS, **GROUNDS}[ground])


@pytest.mark.parametrize("ground", ["notice", "mark"])
def test_what_is_marked_is_read_in_the_ink_of_the_page(ground: str) -> None:
    assert readable_on(_LIGHT["ink"], (_LIGHT[ground],))


@pytest.mark.parametrize("tint", TINTS)
def test_edges_of_controls_are_seen_on_every_tint(tint: str) -> None:
    assert readable_on(_LIGHT["edge"], TINTS[tint], 3), "WCAG 1.4.11"


def test_every_colour_of_the_light_page_is_held_against_the_tints() -> None:
    assert set(_LIGHT) - {"ground", "wash", "line", "edge", "notice", "mark"} == set(INKS)


def test_an_accent_that_is_only_just_readable_on_white_is_darker_on_tints() -> None:
    just = darker("#808080")
    assert readable_on(just, GROUNDS["light"])
    for name, shade in accent_of(just).tinted.items():
        assert shade != just, name
        assert readable_on(shade, TINTS[name]), name
