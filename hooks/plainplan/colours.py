"""The body's own colour: can everybody read it, and what stands for it in the dark?

Contrast as WCAG 2.2 defines it (relative luminance): criterion 1.4.3 asks 4.5 to 1 of text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coloraide import Color

ACCENT = "#123a73"
"""Where the plan names none."""
LEAST = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
GROUNDS = {"light": ("#ffffff", "#f3f5f8"), "dark": ("#12171e", "#1d252f")}
"""What text in the accent stands on: the page, and a tinted part of it. The style sheet has the same."""
TINTS = {
    "cream": ("#fbf3d9", "#f2e6bf"),
    "blue": ("#e3f0fb", "#d1e4f5"),
    "green": ("#e4f3e2", "#d1e8ce"),
    "pink": ("#fdeaee", "#f8d9e0"),
}
"""The same for readers whom white dazzles: "use cream or a soft pastel colour. Some dyslexic people will have
their own colour preference" (British Dyslexia Association, Dyslexia Style Guide)."""
_COMFORT = 7.0  # in the dark there is room for more than the least: 1.4.6
_STEP = 0.01
_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Accent:
    """The accent in both schemes, and what text on it is written in."""

    light: str
    on_light: str
    dark: str
    on_dark: str
    tinted: dict[str, str]
    """The light one on each of TINTS: the same, or as much darker as it needs to be read there."""


def is_colour(text: str) -> bool:
    """Whether `text` is a colour as plan.yml writes it: `#123a73`."""
    return bool(_HEX.fullmatch(text.lower()))


def contrast(one: str, other: str) -> float:
    """How much two colours differ in luminance: from 1 (not at all) to 21 (black and white)."""
    return Color(one).contrast(other, method="wcag21")


def readable_on(colour: str, grounds: tuple[str, ...], least: float = LEAST) -> bool:
    """Whether text in `colour` can be read on each of `grounds`."""
    return all(contrast(colour, ground) >= least for ground in grounds)


def darker(accent: str) -> str:
    """The nearest darker shade of an accent that can be read on a light page."""
    return _shade(accent, -_STEP, GROUNDS["light"], LEAST)


def accent_of(colour: str | None) -> Accent:
    """The accent of a plan in both schemes. In the dark it is the nearest lighter shade that can be read."""
    light = (colour or ACCENT).lower()
    dark = _shade(light, _STEP, GROUNDS["dark"], _COMFORT)
    tinted = {name: _shade(light, -_STEP, grounds, LEAST) for name, grounds in TINTS.items()}
    return Accent(light, "#ffffff", dark, GROUNDS["dark"][0], tinted)


def _shade(colour: str, step: float, grounds: tuple[str, ...], least: float) -> str:
    shade = Color(colour).convert("oklch")
    while not readable_on(_hex(shade), grounds, least) and 0 <= shade["lightness"] <= 1:
        shade["lightness"] += step
    return _hex(shade)


def _hex(colour: Color) -> str:
    return colour.convert("srgb").fit(method="oklch-chroma").to_string(hex=True)
