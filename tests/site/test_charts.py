"""Charts as readers see them: every chart of the example, on the page that shows it alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from plainplan.load import load_plan
from plainplan.render.figures import files
from plainplan.render.site import Site
from playwright.sync_api import Browser, Page

from tests.sites import ROOT, serving

Open = Callable[..., AbstractContextManager[Page]]

_PAGES = (
    "embed/measures/residential-burglary/",
    "embed/measures/residential-burglary/district/",
    "embed/measures/public-confidence/",
    "embed/measures/victims-offered-support/",
    "embed/budget/2026-27/spending/",
    "embed/progress/",
)
"""One of each kind: a line, small charts, intervals, a break in series, money, statuses."""

_OTHER = "other.html"
_SEEN = "[...document.querySelectorAll('svg.pp-chart')].filter(one => one.getBoundingClientRect().width)"
_FAULTS = """() => { const faults = [];
  for (const picture of SEEN) {
    const room = picture.getBoundingClientRect(), scale = room.width / picture.viewBox.baseVal.width;
    const words = [...picture.querySelectorAll('text')].map(one => [one, one.getBoundingClientRect()]);
    for (const [number, [one, here]] of words.entries()) {
      const inside = here.left >= room.left - 1 && here.right <= room.right + 1;
      if (!inside) faults.push('outside: ' + one.textContent);
      if (parseFloat(getComputedStyle(one).fontSize) * scale < 12) faults.push('small: ' + one.textContent);
      for (const [other, there] of words.slice(number + 1)) {
        const across = Math.min(here.right, there.right) - Math.max(here.left, there.left);
        const down = Math.min(here.bottom, there.bottom) - Math.max(here.top, there.top);
        if (across > 1 && down > 4) faults.push('meet: ' + one.textContent + ' and ' + other.textContent);
      } } }
  return faults; }""".replace("SEEN", _SEEN)
_COLOURS = """() => { const lines = new Set(), words = new Set();
  for (const picture of SEEN) for (const one of picture.querySelectorAll('line, path, circle, rect, text')) {
    const look = getComputedStyle(one), named = one.closest('g').className.baseVal;
    if (one.tagName === 'text') words.add(look.fill);
    else if (named !== 'pp-grid') lines.add(look.stroke === 'none' ? look.fill : look.stroke);
  }
  const ground = getComputedStyle(document.body).backgroundColor;
  return {lines: [...lines], words: [...words], ground}; }""".replace("SEEN", _SEEN)


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where the charts of the example can be read, and the addresses of their pages."""
    folder = tmp_path_factory.mktemp("charted")
    site = Site(load_plan(ROOT).plan, ROOT / "overrides" / "fragments", ROOT / ".cache", date(2026, 11, 23))
    made = {**files(site), "assets/plainplan.css": site.style_sheet.encode()}
    made[_OTHER] = b"<!doctype html><title>The page of another site</title>"
    for name, content in made.items():
        (folder / Path(name).parent).mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    with serving(folder) as address:
        yield address, tuple(name.removesuffix("index.html") for name in made if name.startswith("embed/"))


@pytest.fixture
def opened(browser: Browser, charted: tuple[str, tuple[str, ...]]) -> Open:
    """Open a tab with the settings of a reader's device."""

    @contextmanager
    def tab(address: str = _PAGES[0], **settings: Any) -> Iterator[Page]:
        with browser.new_context(**settings) as context:
            page = context.new_page()
            page.goto(charted[0] + address)
            yield page

    return tab


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 1280])
def test_words_of_every_chart_can_be_read(
    opened: Open, charted: tuple[str, tuple[str, ...]], width: int, direction: str
) -> None:
    root, pages = charted
    faults = {}
    with opened(viewport={"width": width, "height": 900}) as page:
        for address in pages:
            page.goto(root + address)
            page.evaluate("direction => { document.documentElement.dir = direction }", direction)
            if found := page.evaluate(_FAULTS):
                faults[address] = found
            assert page.evaluate(f"{_SEEN}.length") == 1, address
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert faults == {}


@pytest.mark.parametrize(
    ("width", "media", "shown"),
    [(320, "screen", "narrow"), (1280, "screen", "wide"), (320, "print", "wide"), (1280, "print", "wide")],
)
def test_one_drawing_shows(opened: Open, width: int, media: str, shown: str) -> None:
    with opened(viewport={"width": width, "height": 900}) as page:
        page.emulate_media(media=media)  # type: ignore[arg-type]
        assert page.evaluate(f"{_SEEN}.map(one => one.classList[1])") == [f"pp-chart--{shown}"]


@pytest.mark.parametrize("address", _PAGES)
@pytest.mark.parametrize(("screen", "width"), [(320, 320), (500, 500), (1000, 600)])
def test_a_frame_is_as_high_as_the_page_in_it(
    opened: Open, charted: tuple[str, tuple[str, ...]], address: str, screen: int, width: int
) -> None:
    """As the page itself advises, with its details folded."""
    with opened(address, viewport={"width": screen, "height": 800}) as page:
        code = page.locator("pre").text_content() or ""
        style = re.search(r'style="([^"]+)"', code)
        assert style
        page.goto(f"{charted[0]}{_OTHER}")
        page.set_content(f'<iframe src="{charted[0]}{address}" style="{style[1]};width:{width}px;border:0">')
        frame = page.frames[-1]
        frame.wait_for_load_state()
        assert frame.url.endswith(address)
        wide, high = frame.evaluate("[innerWidth, innerHeight]")
        needed = frame.evaluate("document.body.getBoundingClientRect().bottom")
        without_style = re.search(r'height="([0-9]+)"', code)
    assert wide == width
    assert needed <= high
    assert without_style
    assert needed <= int(without_style[1])


def test_a_chart_is_read_once(opened: Open) -> None:
    with opened(_PAGES[0]) as page:
        tree = page.locator("main").aria_snapshot()
    assert tree.count('img "Chart: Burglaries of homes"') == 1
    assert "figure" not in re.findall(r"- '?([a-z]+)", tree)
    assert tree.count("A hollow point is a provisional figure.") == 1
    assert "From 3.59" not in tree


def _channels(colour: str) -> list[float]:
    return [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("address", _PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_words_stand_out(opened: Open, address: str, scheme: str) -> None:
    with opened(address, color_scheme=scheme) as page:
        found = page.evaluate(_COLOURS)
    ground = found["ground"]
    assert found["lines"]
    assert found["words"]
    # A hollow mark is filled with the ground, and has a line round it.
    assert [one for one in found["lines"] if one != ground and _contrast(one, ground) < 3] == []
    assert [one for one in found["words"] if _contrast(one, ground) < 4.5] == []


@pytest.mark.parametrize("address", _PAGES)
def test_forced_colours_are_those_of_the_system(opened: Open, address: str) -> None:
    with opened(address, forced_colors="active") as page:
        found = page.evaluate(_COLOURS)
        system = page.evaluate(
            """() => { const one = document.body.appendChild(document.createElement('p'));
            one.style.color = 'CanvasText'; return getComputedStyle(one).color; }"""
        )
    assert set(found["lines"]) == set(found["words"]) == {system}
