"""Does a page stand up to a reader's own settings, to a printer, and to a browser without scripts?

Forced colours and reduced motion (WCAG 1.4.1, 1.4.11, 2.3.3), print, no JavaScript, and a first look at right
to left.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, ViewportSize

from tests.gate.asking import Teller, Words, ask
from tests.gate.fault import Fault
from tests.gate.keyboard import WORDS as KEYBOARD
from tests.gate.keyboard import indicators
from tests.gate.layout import NARROW, WIDE, resize
from tests.gate.layout import WORDS as LAYOUT
from tests.gate.tested import EASY

PAPER = ViewportSize(width=680, height=980)  # A4 with margins of 15 mm, in px of CSS
MENU = "nav.pp-menu"
FORCED = "forced colours"
SCRIPTLESS = "no JavaScript"
SETTINGS = ("reduced motion", "print", "right to left, 1280 px", "right to left, 320 px")
_KEEP = "Say it in words or with a border; or set forced-color-adjust: none with system colours."
WORDS = {
    **KEYBOARD,
    **LAYOUT,
    "forced-background": Words("vanishes in forced colours: it is a background and nothing else", _KEEP),
    "forced-mask": Words(
        "an icon vanishes in forced colours",
        "Draw it as SVG with currentcolor, or give it background: CanvasText there.",
    ),
    "forced-border": Words("has no edge in forced colours", "Give it a border; a transparent one is enough."),
    "forced-status": Words("a status without words", "Write the status as a word."),
    "forced-shape": Words("a status has neither shape nor border in forced colours", _KEEP),
    "forced-text": Words(
        "text in a drawing cannot be read in forced colours", "Give it fill: CanvasText, or currentcolor."
    ),
    "motion": Words(
        "moves for readers who asked for no motion: {}",
        "Put it into @media (prefers-reduced-motion: no-preference).",
    ),
    "motion-scroll": Words(
        "scrolls smoothly for readers who asked for no motion",
        "Put it into @media (prefers-reduced-motion: no-preference).",
    ),
    "print-controls": Words("is printed, and does nothing on paper", "Hide it in @media print."),
    "print-address": Words(
        "a link on paper does not say where it leads",
        "In @media print, put its href after it (content: attr(href)).",
    ),
    "print-wide": Words("is wider than the paper", "Let it wrap or shrink in @media print."),
    "print-clipped": Words("is cut off on paper", "Set overflow: visible in @media print."),
    "print-split": Words("a row of a table can be split over two sheets", "Set break-inside: avoid for tr."),
    "print-stuck": Words("is printed on top of every sheet", "Set position: static in @media print."),
    "print-closed": Words(
        "is closed, and its content is not on paper",
        "In @media print, show details::details-content (content-visibility: visible).",
    ),
    "print-pale": Words(
        "is too pale on paper: {}", "Set dark text in @media print, for readers with a dark screen too."
    ),
    "no-script-hidden": Words("cannot be read without JavaScript", "Show it, and let the script hide it."),
    "no-script-idle": Words(
        "does nothing without JavaScript",
        "Make it hidden, and let the script show it; or put it into a form that works.",
    ),
    "no-script-menu": Words("the menu does not work without JavaScript: {}", "Use nav, details and summary."),
    "no-script-search": Words(
        "the search form leads nowhere without JavaScript: {}",
        'Give it action="a-to-z/" (from the root; in easy read "easy-read/") and method="get".',
    ),
    "rtl-side": Words("stands on the wrong side from right to left", "Write text-align: start, not left."),
}


def _teller(address: str, mode: str) -> Teller:
    return Teller("modes", WORDS, address, mode)


def forced_colours(page: Page, address: str) -> list[Fault]:
    """High contrast themes: all that is told is told there too, and the focus is seen (1.4.11, 2.4.7)."""
    resize(page, WIDE)
    page.emulate_media(forced_colors="none")
    ask(page, "rememberPaint")
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    faults = _teller(address, FORCED).faults(ask(page, "forced"))
    faults += indicators(page, address, FORCED)
    page.emulate_media(forced_colors="null", reduced_motion="null")
    return faults


def reduced_motion(page: Page, address: str) -> list[Fault]:
    """Nothing moves for those who ask for no motion (2.3.3)."""
    page.emulate_media(reduced_motion="reduce")
    faults = _teller(address, "reduced motion").faults(ask(page, "motion"))
    page.emulate_media(reduced_motion="null")
    return faults


def printed(page: Page, address: str) -> list[Fault]:
    """On paper: the content and where its links lead, whole, in dark ink; no menu, no search, no form."""
    resize(page, PAPER)
    page.emulate_media(media="print", color_scheme="dark")
    faults = _teller(address, "print").faults(ask(page, "printed"))
    page.emulate_media(media="null", color_scheme="null")
    resize(page, WIDE)
    return faults


def without_scripts(page: Page, address: str) -> list[Fault]:
    """Everything can be read, and what can be pressed works. `page` is one whose scripts are off.

    Follows the search form, so the page shows another address afterwards.
    """
    teller = _teller(address, SCRIPTLESS)
    faults = teller.faults(ask(page, "scriptless"))
    if page.locator("body[data-kind=embed]").count():
        return faults  # a part of another site's page: that one has menu and search
    faults += _menu(page, teller)
    form = ask(page, "searchForm")
    if form is None:
        return [*faults, teller.fault("no-script-search", "body", "there is none")]
    leads = urlsplit(form["action"]).path
    # The contents of easy read are its home page.
    if not leads.endswith("/easy-read/" if f"/{EASY}" in f"/{address}" else "/a-to-z/"):
        return [*faults, teller.fault("no-script-search", form["place"], f"it leads to {leads}")]
    answer = page.goto(form["action"])
    if answer is None or not answer.ok:
        faults.append(teller.fault("no-script-search", form["place"], f"there is no {leads}"))
    return faults


def _menu(page: Page, teller: Teller) -> list[Fault]:
    """In a narrow window the menu is closed, and a press opens it."""
    page.set_viewport_size(NARROW)  # no `resize`: where scripts are off, no frame calls back
    opener = page.locator(f"{MENU} > details > summary")
    if not opener.count():
        return [teller.fault("no-script-menu", MENU, "there is none")]
    before = ask(page, "linksShown", MENU)
    opener.first.click()
    after = ask(page, "linksShown", MENU)
    page.set_viewport_size(WIDE)
    opened = after > before
    return [] if opened else [teller.fault("no-script-menu", MENU, "its links cannot be shown")]


def right_to_left(page: Page, address: str) -> list[Fault]:
    """Written from right to left, the page is as wide as its window."""
    faults: list[Fault] = []
    ask(page, "mirror")
    for size in (WIDE, NARROW):
        resize(page, size)
        teller = _teller(address, f"right to left, {size['width']} px")
        faults += teller.faults([*ask(page, "reflow"), *ask(page, "oneSided"), *ask(page, "overlapping")])
    return faults
