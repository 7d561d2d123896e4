"""Settles what axe leaves open about contrast: it gives up where layers, gradients or single letters meet.

WCAG 2.2, 1.4.3: 4.5 to 1, or 3 to 1 for letters of at least 24 px, or 18.66 px (14 pt) in bold.
What cannot be known for certain is taken at its worst.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator
from typing import NotRequired, TypedDict

from coloraide import Color

_LARGE = 24.0
_LARGE_BOLD = 18.66
_BOLD = 700
_MOST_WAYS = 64  # of stacking doubtful layers; more would be a page that nobody can judge


class Layer(TypedDict):
    """What one element paints under letters. Of a `sometimes` layer nobody knows whether it lies there."""

    color: str
    image: str
    sometimes: bool


class Sample(TypedDict):
    """The letters of one element, as the page's own styles make them. `places` are points of them."""

    text: str
    color: str
    size: float
    weight: float
    opacity: float
    canvas: str
    places: list[list[Layer]]
    covers: list[str]
    target: NotRequired[str]
    html: NotRequired[str]


def judge(sample: Sample) -> tuple[str, str] | None:
    """What is wrong with some letters, and the mend; nothing where they can be read."""
    if not sample["places"]:
        over = f" It lies under {sample['covers'][0]}" if sample["covers"] else ""
        return (
            f"Nobody can see the text “{sample['text']}”.{over}",
            "Move it to where it can be read, or list it in tests/gate/settled.yml with the reason.",
        )
    if any("url(" in layer["image"] for place in sample["places"] for layer in place):
        return (
            f"The text “{sample['text']}” stands on a picture, so its contrast cannot be measured.",
            "Put a plain colour behind the text.",
        )
    places = {_key(place) for place in sample["places"]}
    if any(math.prod(map(len, _ways(place))) > _MOST_WAYS for place in places):
        return (
            f"So much lies behind the text “{sample['text']}” that its contrast cannot be measured.",
            "Simplify what lies behind the text: fewer gradients, stops of gradients, and layers.",
        )
    worst: tuple[float, str, str] = min(
        ratio(sample["color"], sample["opacity"], ground)
        for place in places
        for ground in grounds(place, sample["canvas"])
    )
    needed = 3.0 if _is_large(sample) else 4.5
    if worst[0] >= needed:
        return None
    found, text, ground = worst
    return (
        f"The text “{sample['text']}” has a contrast of {found:.2f} to 1 ({text} on {ground}).",
        f"It needs {needed:g} to 1: make the text or what is behind it darker or lighter.",
    )


def _is_large(sample: Sample) -> bool:
    return sample["size"] >= (_LARGE_BOLD if sample["weight"] >= _BOLD else _LARGE)


_Place = tuple[tuple[str, str, bool], ...]


def _key(place: list[Layer]) -> _Place:
    return tuple((layer["color"], layer["image"], layer["sometimes"]) for layer in place)


@functools.lru_cache(maxsize=4096)
def grounds(place: _Place, canvas: str) -> tuple[str, ...]:
    """Every colour that may lie behind letters, from the layers under them, the top one first."""
    found = set()
    for way in itertools.product(*_ways(place)):
        stack = [Color(color) for color in way if color]
        found.add(Color.layer([*stack, Color(canvas)], space="srgb").convert("srgb").to_string(hex=True))
    return tuple(sorted(found))


def _ways(place: _Place) -> list[tuple[str, ...]]:
    return [tuple(_paints(*layer)) for layer in place]


def _paints(color: str, image: str, sometimes: bool) -> Iterator[str]:
    """The colours that a layer may add, or nothing."""
    if sometimes:
        yield ""
    if image == "none":
        yield color
        return
    # Over each stop of a gradient, and beside it where the image does not reach.
    yield color
    yield from colours_in(image)


def colours_in(image: str) -> list[str]:
    """The colours of a gradient."""
    found = []
    start = 0
    while start < len(image):
        # A name such as "to" or "linear" is no colour, but "tan" is: only whole words count.
        match = Color.match(image, start) if start == 0 or not image[start - 1].isalnum() else None
        if match:
            found.append(match.color.to_string())
            start = match.end
        else:
            start += 1
    return found


@functools.lru_cache(maxsize=4096)
def ratio(text: str, opacity: float, ground: str) -> tuple[float, str, str]:
    """The contrast of letters with what is behind them, and both colours."""
    letters = Color(text)
    letters["alpha"] = letters.alpha() * opacity
    shown = Color.layer([letters, Color(ground)], space="srgb").convert("srgb")
    return shown.contrast(ground, method="wcag21"), shown.to_string(hex=True), ground
