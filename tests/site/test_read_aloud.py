"""Easy read pages read aloud: offered where there is a voice, one thing at a time, and stopped at once.

A page of its own, with the script and the style sheet as they are, and with voices that the test hears.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import ROOT, serving

Voice = tuple[str, bool]
"""The language of a voice, and whether it is on the device."""
Opened = Callable[..., AbstractContextManager[Page]]
ASSETS = ROOT / "overrides" / "assets"
LOCAL: Voice = ("en-GB", True)
READ_PAGE = """<div class="pp-read-page" hidden data-read="Read aloud" data-stop="Stop"
  data-read-block="Read aloud: {words}" data-stop-block="Stop: {words}"
  data-read-page="Read this page aloud" data-stop-page="Stop reading this page"></div>"""


def block(*lines: str, lang: str = "") -> str:
    words = "".join(f"<p{lang}>{line}</p>" for line in lines)
    picture = '<div class="pp-easy__picture"><img alt="A vote" width="9" height="9" src="none.svg"></div>'
    return f'<div class="pp-easy">{picture}<div class="pp-easy__words">{words}</div></div>'


TEXTS = {
    "en": (
        '<html lang="en-GB-simple" dir="ltr">',
        "<h1>Your plan</h1>",
        "<nav><h2>On this page</h2></nav>",
        block("You can vote. It is <b>easy</b>.", "Tell us what you think about this plan of ours."),
        "<h2>Safer roads</h2>",
        block("Drive slowly.<span hidden>Not this.</span>"),
        '<div style="height: 3000px"></div>',
        block("This is the end."),
    ),
    "cy": ('<html lang="cy-simple" dir="ltr">', "<h1>Cynllun</h1>", block("Dyma’r cynllun.")),
    "mixed": (
        '<html lang="cy-simple" dir="ltr">',
        block("Dyma’r cynllun."),
        block("Not translated yet.", lang=' lang="en-GB"'),
    ),
    "pa": ('<html lang="pa" dir="ltr">', block("ਇਹ ਯੋਜਨਾ ਹੈ।")),
}
IN_ORDER = [
    "Your plan",
    "You can vote.",
    "It is easy.",
    "Tell us what you think about this plan of ours.",
    "Safer roads",
    "Drive slowly.",
    "This is the end.",
]

SPEECH = """(voices) => {
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  class Speech extends EventTarget {
    said = []; used = []; cancelled = 0; now = null; voices = voices;
    getVoices() { return this.voices; }
    get speaking() { return this.now !== null; }
    get pending() { return false; }
    speak(utterance) {
      this.now = utterance;
      this.said.push(utterance.text);
      this.used.push(`${utterance.voice?.lang} ${utterance.voice?.localService ? "local" : "remote"}`);
    }
    cancel() {
      this.cancelled += 1;
      const cut = this.now;
      this.now = null;
      cut?.dispatchEvent(new Event("error"));
    }
    finish(event = "end") {
      const done = this.now;
      this.now = null;
      done?.dispatchEvent(new Event(event));
    }
  }
  const speech = new Speech();
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
}"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("easy")
    shutil.copy(ASSETS / "read-aloud.js", folder)
    styles = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("styles/*.css")))
    (folder / "styles.css").write_text(
        f"{styles}\n:root {{ --pp-accent: #123; --pp-on-accent: #fff }}", "utf-8"
    )
    head = '<head><meta charset="utf-8"><title>Easy</title><link rel="stylesheet" href="styles.css">'
    script = '<script type="module" src="read-aloud.js"></script></head>'
    for name, (root, *parts) in TEXTS.items():
        body = f'<body><main id="main"><article>{READ_PAGE}{"".join(parts)}</article></main></body></html>'
        _write(folder / f"{name}.html", f"<!doctype html>{root}{head}{script}{body}")
    with serving(folder) as address:
        yield address


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def opened(browser: Browser, pages: str) -> Opened:
    """Open one of TEXTS on a device that has these voices."""

    @contextmanager
    def tab(name: str, *voices: Voice, **device: Any) -> Iterator[Page]:
        with browser.new_context(**device) as context:
            context.add_init_script(f"({SPEECH})({_listed(voices)})")
            page = context.new_page()
            errors: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.goto(f"{pages}{name}.html")
            yield page
            assert errors == []

    return tab


def _listed(voices: tuple[Voice, ...]) -> str:
    return json.dumps([{"lang": lang, "localService": local, "default": False} for lang, local in voices])


def said(page: Page) -> list[str]:
    return list(page.evaluate("speechSynthesis.said"))


def finish(page: Page, event: str = "end") -> None:
    page.evaluate("event => speechSynthesis.finish(event)", event)


def names(page: Page) -> list[str]:
    """What the buttons that are offered are called."""
    shown = page.get_by_role("button").all()
    return [button.get_attribute("aria-label") or button.inner_text() for button in shown]


OFFERED = [
    "Read this page aloud",
    "Read aloud: You can vote. It is easy.",
    "Read aloud: Drive slowly.",
    "Read aloud: This is the end.",
]


@pytest.mark.parametrize(
    ("name", "voices", "expected"),
    [
        ("en", (), []),
        ("en", (("cy-GB", True),), []),
        ("en", (LOCAL,), OFFERED),
        ("en", (("en_US", True),), OFFERED),
        ("en", (("en_US", False),), []),
        ("en", (("nonsense tag", True), ("", True), LOCAL), OFFERED),
        ("cy", (LOCAL,), []),
        ("cy", (("cy-GB", True),), ["Read this page aloud", "Read aloud: Dyma’r cynllun."]),
        ("mixed", (LOCAL,), ["Read aloud: Not translated yet."]),
        ("mixed", (("cy-GB", True),), ["Read this page aloud", "Read aloud: Dyma’r cynllun."]),
        ("pa", (("pa-PK", True),), []),
        ("pa", (("pa-IN", True),), ["Read this page aloud", "Read aloud: ਇਹ ਯੋਜਨਾ ਹੈ।"]),
    ],
)
def test_what_no_voice_can_read_is_not_offered(
    opened: Opened, name: str, voices: tuple[Voice, ...], expected: list[str]
) -> None:
    with opened(name, *voices) as page:
        assert names(page) == expected


def test_voices_may_come_late_and_go(opened: Opened) -> None:
    change = """voices => { speechSynthesis.voices = voices;
        speechSynthesis.dispatchEvent(new Event("voiceschanged")) }"""
    with opened("en") as page:
        assert names(page) == []
        page.evaluate(change, [{"lang": "en-GB", "localService": True}])
        assert names(page) == OFFERED
        page.evaluate(change, [])
        assert names(page) == []


@pytest.mark.parametrize(
    ("voices", "used"),
    [
        ((("en-US", True), ("en-GB", True)), "en-GB local"),
        ((("en-GB", False), ("en-US", True)), "en-US local"),
        ((("en-GB", False), ("en-AU", True), ("en-US", False)), "en-AU local"),
    ],
)
def test_voice_is_of_the_device_then_of_the_region(
    opened: Opened, voices: tuple[Voice, ...], used: str
) -> None:
    with opened("en", *voices) as page:
        page.get_by_role("button", name=OFFERED[1]).click()
        assert page.evaluate("speechSynthesis.used") == [used]


def test_a_block_is_read_sentence_by_sentence(opened: Opened) -> None:
    with opened("en", LOCAL) as page:
        assert said(page) == [], "nothing speaks unasked"
        page.get_by_role("button", name=OFFERED[1]).press("Enter")
        for number in (2, 3, 4):
            assert said(page) == IN_ORDER[1:number]
            expect(page.locator(".pp-being-read")).to_have_count(1)
            finish(page)
        expect(page.locator(".pp-being-read")).to_have_count(0)
        assert said(page) == IN_ORDER[1:4]
        assert names(page) == OFFERED


def test_pressed_again_it_stops(opened: Opened) -> None:
    with opened("en", LOCAL) as page:
        page.get_by_role("button", name=OFFERED[1]).click()
        pressed = page.locator(".pp-read__button--stop")
        expect(pressed).to_have_accessible_name("Stop: You can vote. It is easy.")
        expect(pressed).to_have_text("Stop")
        assert pressed.get_attribute("aria-pressed") is None, "its name says it already"
        pressed.click()
        assert page.evaluate("[speechSynthesis.speaking, speechSynthesis.cancelled]") == [False, 1]
        assert said(page) == IN_ORDER[1:2]
        assert names(page) == OFFERED
        expect(page.locator(".pp-being-read")).to_have_count(0)


def test_one_thing_is_read_at_a_time(opened: Opened) -> None:
    with opened("en", LOCAL) as page:
        page.get_by_role("button", name=OFFERED[1]).click()
        page.get_by_role("button", name=OFFERED[2]).click()
        assert names(page) == [*OFFERED[:2], "Stop: Drive slowly.", OFFERED[3]]
        finish(page)
        assert said(page) == ["You can vote.", "Drive slowly."]
        assert names(page) == OFFERED


def test_page_is_read_in_its_order(opened: Opened) -> None:
    with opened("en", LOCAL, reduced_motion="reduce") as page:
        page.get_by_role("button", name="Read this page aloud").click()
        marked: list[str] = []
        for number in range(1, len(IN_ORDER) + 1):
            assert said(page) == IN_ORDER[:number]
            place = page.locator(".pp-being-read")
            expect(place).to_be_in_viewport()
            assert place.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 3
            marked.append(place.evaluate("e => e.tagName"))
            finish(page)
        assert marked == ["H1", "DIV", "DIV", "DIV", "H2", "DIV", "DIV"]
        expect(page.locator(".pp-being-read")).to_have_count(0)
        assert names(page) == OFFERED


def test_a_page_can_be_stopped_where_it_is_being_read(opened: Opened) -> None:
    with opened("en", LOCAL) as page:
        page.get_by_role("button", name="Read this page aloud").click()
        finish(page)
        assert names(page)[:2] == ["Stop reading this page", "Stop: You can vote. It is easy."]
        page.get_by_role("button", name="Stop: You can vote").click()
        assert page.evaluate("speechSynthesis.speaking") is False
        assert names(page) == OFFERED


def test_escape_stops_from_anywhere(opened: Opened) -> None:
    with opened("en", LOCAL) as page:
        page.get_by_role("button", name="Read this page aloud").click()
        page.locator("body").press("Escape")
        assert page.evaluate("speechSynthesis.speaking") is False
        assert names(page) == OFFERED
        page.locator("body").press("Escape")
        assert page.evaluate("speechSynthesis.cancelled") == 1, "silence is not stopped again"


def test_leaving_the_page_stops(opened: Opened) -> None:
    with opened("en", LOCAL) as page:
        page.get_by_role("button", name=OFFERED[1]).click()
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        assert page.evaluate("speechSynthesis.speaking") is False
        assert names(page) == OFFERED


def test_a_voice_that_fails_leaves_the_button_as_it_was(opened: Opened) -> None:
    with opened("en", LOCAL) as page:
        page.get_by_role("button", name=OFFERED[1]).click()
        finish(page, "error")
        assert names(page) == OFFERED
        expect(page.locator(".pp-being-read")).to_have_count(0)


def test_buttons_are_large_and_nothing_is_announced(opened: Opened) -> None:
    with opened("en", LOCAL, viewport={"width": 320, "height": 800}) as page:
        boxes = [button.bounding_box() for button in page.get_by_role("button").all()]
        assert len(boxes) == len(OFFERED)
        assert all(box and box["height"] >= 44 and box["width"] >= 44 for box in boxes)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.locator("[aria-live], [role=status], [role=alert]").count() == 0


def test_paper_has_no_buttons(opened: Opened) -> None:
    with opened("en", LOCAL) as page:
        page.get_by_role("button", name=OFFERED[1]).click()
        page.emulate_media(media="print")
        assert names(page) == []
        assert page.locator(".pp-being-read").evaluate("e => getComputedStyle(e).outlineStyle") == "none"


@pytest.mark.parametrize("scripts", [True, False], ids=["no speech", "no scripts"])
def test_without_speech_or_without_scripts_nothing_is_there(
    browser: Browser, pages: str, scripts: bool
) -> None:
    with browser.new_context(java_script_enabled=scripts) as context:
        context.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
        page = context.new_page()
        page.goto(f"{pages}en.html")
        expect(page.get_by_role("heading", name="Your plan")).to_be_visible()
        expect(page.locator(".pp-read-page")).to_be_hidden()
        assert names(page) == []
