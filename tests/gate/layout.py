"""Does a page keep its text and its controls when it is narrow, spaced out or large?

WCAG 2.2: 1.4.4 Resize text, 1.4.10 Reflow, 1.4.12 Text spacing, 2.5.8 Target size (minimum), and for the
controls that everybody needs the 44 px of 2.5.5.
"""

from __future__ import annotations

from playwright.sync_api import Page, ViewportSize

from tests.gate.asking import Teller, Words, ask
from tests.gate.fault import Fault

WIDE = ViewportSize(width=1280, height=1024)
HALF = ViewportSize(width=640, height=512)  # what a window of 1280 by 1024 shows at a zoom of 200%
NARROW = ViewportSize(width=320, height=256)  # and at 400%: the two measures of 1.4.10
SPACED = """
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
*:not(:lang(ur), :lang(ks)) { line-height: 1.5 !important }
p { margin-bottom: 2em !important }
"""
"""The least that a reader may set, by 1.4.12. Lines of Nastaliq stand further apart than that already."""
LARGE = ":root { font-size: 200% !important }"
MODES = (
    "320 by 256 px",
    "zoom 200%",
    "text spacing, 1280 px",
    "text spacing, 320 px",
    "text 200%",
    "1280 px",
    "320 px",
)
"""All the ways in which `layout` reads a page."""
WORDS = {
    "scrolls-across": Words(
        "the page has to be scrolled sideways: {}",
        "Let it wrap or shrink; put a wide table into a region that scrolls.",
    ),
    "region-without-table": Words(
        "scrolls sideways, and is no table", "Let it wrap; only data tables may scroll (WCAG 1.4.10)."
    ),
    "region-unnamed": Words(
        "a region that scrolls has no name or cannot be reached", "Give it role, aria-label and tabindex 0."
    ),
    "stuck-too-tall": Words(
        "stays in front of the page and takes more than a third of a low window: {}",
        "Let it scroll away with the page.",
    ),
    "clipped": Words(
        "text is cut off: {}", "Let the box grow with its text: no fixed height, no overflow hidden."
    ),
    "overlapping": Words(
        "text lies on other text: {}", "Let boxes grow with their text: no fixed heights or places."
    ),
    "text-fixed": Words(
        "text does not grow with the reader's own text size: {}", "Give its size in rem or em."
    ),
    "target": Words(
        "is too small to hit: {} (24 by 24 at least, or as much room)",
        "Give it padding, or min-width and min-height.",
    ),
    "main-target": Words(
        "is too small for a control that everybody needs: {} (44 by 44 at least)",
        "Give it padding, or min-width and min-height, of 2.75rem.",
    ),
}


def layout(page: Page, address: str) -> list[Fault]:
    """All of this module, on a page that shows `address`."""
    faults = [
        *reflow(page, address),
        *zoom(page, address),
        *text_spacing(page, address),
        *large_text(page, address),
    ]
    return [*faults, *targets(page, address)]


def resize(page: Page, size: ViewportSize) -> None:
    """Give the window another size, and let the page answer to it."""
    page.set_viewport_size(size)
    ask(page, "settle")


def _teller(address: str, mode: str) -> Teller:
    return Teller("layout", WORDS, address, mode)


def _texts(page: Page, teller: Teller) -> list[Fault]:
    return teller.faults([*ask(page, "clipped"), *ask(page, "overlapping")])


def reflow(page: Page, address: str) -> list[Fault]:
    """A window of 320 by 256, or of 1280 by 1024 at 400%: nothing to scroll sideways (1.4.10)."""
    resize(page, NARROW)
    teller = _teller(address, "320 by 256 px")
    return [*teller.faults(ask(page, "reflow")), *_texts(page, teller)]


def zoom(page: Page, address: str) -> list[Fault]:
    """A zoom of 200% (1.4.4)."""
    resize(page, HALF)
    teller = _teller(address, "zoom 200%")
    return [*teller.faults(ask(page, "reflow")), *_texts(page, teller)]


def text_spacing(page: Page, address: str) -> list[Fault]:
    """The spacing of 1.4.12 cuts off nothing and lays no text on text, in a wide window and a narrow one."""
    ask(page, "restyle", SPACED)
    faults: list[Fault] = []
    for size in (WIDE, NARROW):
        resize(page, size)
        faults += _texts(page, _teller(address, f"text spacing, {size['width']} px"))
    ask(page, "unstyle")
    return faults


def large_text(page: Page, address: str) -> list[Fault]:
    """Text of twice the size (1.4.4), as a reader sets it in the browser."""
    resize(page, WIDE)
    ask(page, "measureText")
    ask(page, "restyle", LARGE)
    teller = _teller(address, "text 200%")
    faults = [*teller.faults([*ask(page, "reflow"), *ask(page, "unmoved")]), *_texts(page, teller)]
    ask(page, "unstyle")
    return faults


def targets(page: Page, address: str) -> list[Fault]:
    """Large enough to hit (2.5.8, and 2.5.5 for main controls), with all details open."""
    faults: list[Fault] = []
    ask(page, "openAll")
    for size in (WIDE, NARROW):
        resize(page, size)
        faults += _teller(address, f"{size['width']} px").faults(ask(page, "targets"))
    return faults
