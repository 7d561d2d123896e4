"""axe on every page, in every mode: wide and narrow, light and dark, and with everything open."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from axe_core_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, Page, TimeoutError

from tests.gate import contrast
from tests.gate.fault import Fault
from tests.gate.mends import MENDS
from tests.gate.settled import Entry

HERE = Path(__file__).parent
_PACKAGE = HERE / "node_modules" / "axe-core"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_EVERY_RULE = {"type": "tag", "values": TAGS}
_RULES_OF_COLOUR = {"type": "rule", "values": ("color-contrast", "link-in-text-block")}
_OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations", "incomplete"],
    "elementRef": True,
    "preload": False,  # it would fetch every style sheet again, for a rule that is not among these
}


_PATIENCE = 15_000  # milliseconds, for a first search on a slow machine


@dataclass(frozen=True)
class Mode:
    """A way of reading a page."""

    width: int
    height: int
    scheme: Literal["light", "dark"]

    def __str__(self) -> str:
        return f"{self.width} px, {self.scheme}"

    @property
    def rules(self) -> dict[str, Any]:
        """The dark scheme changes colours and nothing else: what it cannot change is not asked again."""
        return _EVERY_RULE if self.scheme == "light" else _RULES_OF_COLOUR


MODES = (
    Mode(1280, 900, "light"),
    Mode(1280, 900, "dark"),
    Mode(320, 640, "light"),
    Mode(320, 640, "dark"),
)
OPENED = ", opened"
"""What the name of a mode ends with where menus, settings and details are open."""
LIGHT = tuple(mode for mode in MODES if mode.scheme == "light")
"""What tells of a translation: no language changes colours."""


@dataclass(frozen=True)
class Way:
    """In which modes a page is read, and whether in each of them with its menus open, too."""

    modes: tuple[Mode, ...] = MODES
    menus: bool = True


EVERY_WAY = Way()
ALL_MODES = tuple(f"{mode}{ending}" for ending in ("", OPENED) for mode in MODES)


@dataclass
class Found:
    """What axe said about some pages."""

    faults: list[Fault] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    settled: Counter[Entry] = field(default_factory=Counter)
    measured: int = 0
    """Places whose contrast axe left open and contrast.py measured."""

    def add(self, more: Found) -> None:
        """Take over what it said about other pages."""
        self.faults += more.faults
        self.rules |= more.rules
        self.settled += more.settled
        self.measured += more.measured


def wanted_version() -> str:
    """The version of axe that the lock file asks for."""
    return str(json.loads((_PACKAGE / "package.json").read_text(encoding="utf-8"))["version"])


@cache
def newest() -> Axe:
    """axe-core-python with the script of today: its own is of 2022, and knows nothing of WCAG 2.2."""
    return Axe.from_file(_PACKAGE / "axe.min.js")


def read_pages(
    browser: Browser,
    home: str,
    pages: Iterable[str],
    settled: tuple[Entry, ...] = (),
    way: Way = EVERY_WAY,
) -> Found:
    """Run axe on pages in a way. `home` is the address of the served site."""
    found = Found()
    with browser.new_context(reduced_motion="reduce") as context:
        tab = context.new_page()
        for address in pages:
            show_first(tab)
            tab.goto(home + address, wait_until="load")
            read_page(tab, address, found, settled, way)
    return found


def read_page(
    tab: Page, address: str, found: Found, settled: tuple[Entry, ...] = (), way: Way = EVERY_WAY
) -> None:
    """Run axe on the page that a tab shows, in a way."""
    prepare(tab)
    for mode in way.modes:
        show(tab, mode)
        for number, said in enumerate(_run(tab, mode, settled, menus=way.menus)):
            _note(said, address, f"{mode}{OPENED}" if number else str(mode), found, settled)


def read_search(
    browser: Browser, home: str, words: Iterable[str], edition: str = "", way: Way = EVERY_WAY
) -> Found:
    """Search an edition for some words as a reader would, and run axe on what is shown."""
    found = Found()
    with browser.new_context(reduced_motion="reduce") as context:
        tab = context.new_page()
        for word in words:
            show_first(tab)
            tab.goto(home + edition, wait_until="load")
            field = tab.locator("form[role=search] input[type=search]")
            field.fill(word)
            field.press("Enter")
            said = tab.locator("main [role=status]", has_text=word)
            try:
                said.wait_for(timeout=_PATIENCE)
            except TimeoutError:
                found.faults.append(_silent(f"{edition}search/?q={word}", word))
                continue
            read_page(tab, f"{edition}search/?q={word}", found, way=way)
    return found


def _silent(address: str, word: str) -> Fault:
    return Fault(
        address,
        str(MODES[0]),
        "axe",
        "search-silent",
        "main [role=status]",
        f"Who searches for “{word}” on the home page is not told what was found.",
        "Let the search page say in an element with role=status how much it found, and for which words.",
    )


def prepare(tab: Page) -> None:
    """Bring axe and what we do with it into a page. A policy of the page does not stop that."""
    tab.evaluate(newest().axe_script)
    tab.evaluate(_inside())


@cache
def _inside() -> str:
    return (HERE / "js" / "inside.js").read_text(encoding="utf-8")


def show_first(tab: Page) -> None:
    """Pages are opened in the first mode."""
    tab.set_viewport_size({"width": MODES[0].width, "height": MODES[0].height})
    tab.emulate_media(color_scheme=MODES[0].scheme)


def show(tab: Page, mode: Mode) -> None:
    """Let a tab show its page in a mode, and let the page answer to it."""
    tab.set_viewport_size({"width": mode.width, "height": mode.height})
    tab.emulate_media(color_scheme=mode.scheme)
    tab.evaluate("plainplanGate.nextFrame()")


def _run(tab: Page, mode: Mode, settled: tuple[Entry, ...], *, menus: bool) -> list[dict[str, Any]]:
    """What axe says of the page as it is, and then of each round of what can be opened."""
    entries = [{"rule": entry.rule, "place": entry.place} for entry in settled]
    options = {**_OPTIONS, "runOnly": mode.rules}
    rounds: list[dict[str, Any]] = tab.evaluate(
        "given => plainplanGate.runAll(given)", {"options": options, "settled": entries, "menus": menus}
    )
    return rounds


def _note(said: dict[str, Any], address: str, mode: str, found: Found, settled: tuple[Entry, ...]) -> None:
    found.rules.update(said["rules"])
    found.settled.update({entry: n for entry, n in zip(settled, said["settled"], strict=True) if n})
    found.measured += len(said["contrast"])
    found.faults += _faults(said, address, mode)


def _faults(said: dict[str, Any], address: str, mode: str) -> Iterator[Fault]:
    for node in said["violations"]:
        rule = node["rule"]
        summary = _summary(node["summary"])
        mend = MENDS.get(rule, summary)
        # What axe measured (a colour, a size) belongs to what is wrong.
        told = f"{node['help']}." + (f" {summary}" if rule in MENDS and summary else "")
        yield Fault(address, mode, "axe", rule, _place(node), told, mend)
    for node in said["contrast"]:
        if (wrong := contrast.judge(node)) is not None:
            yield Fault(address, mode, "contrast", node["rule"], _place(node), *wrong)
    for node in said["incomplete"]:
        yield Fault(
            address,
            mode,
            "axe",
            node["rule"],
            _place(node),
            f"axe cannot tell whether this is right: {node['help']}. {_summary(node['summary'])}",
            "Mend it, or look at it and list it with the reason in tests/gate/settled.yml.",
        )


def _place(node: dict[str, Any]) -> str:
    snippet = " ".join(str(node["html"]).split())
    return f"{node['target']}  {snippet if len(snippet) <= 160 else snippet[:157] + '...'}"


def _summary(text: str) -> str:
    """axe's advice in one line, without its first words ("Fix any of the following:")."""
    lines = [line.strip() for line in text.splitlines()]
    return "; ".join(line for line in lines if line and not line.startswith("Fix "))
