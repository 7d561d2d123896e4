"""Each probe catches the fault that it is for, and says nothing of a page without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.gate import keyboard, layout, markup, modes, transport, weight
from tests.gate.fault import Fault
from tests.gate.kinds import tab

BASE = "http://plan.test/"
STYLE = """
* { box-sizing: border-box }
html { font: 100%/1.5 sans-serif; color: #111; background: #fff }
body { margin: 0 1rem }
h1, p, td { overflow-wrap: break-word }
.skip { position: absolute; top: -9rem; padding: 1rem }
.skip:focus { top: 0; background: #fff }
:focus-visible { outline: 3px solid #fd0; box-shadow: 0 0 0 6px #000 }
header a, summary, button, input, .skip {
  display: inline-block; min-height: 2.75rem; min-width: 2.75rem; padding: .5rem
}
input { width: 8rem; font: inherit; border: 2px solid #555 }
button { font: inherit; border: 2px solid #111; background: #eee; color: #111 }
nav a { display: inline-block; padding: .7rem }
.region { overflow-x: auto }
.region td { min-width: 10rem }
.bar { width: 5rem; height: 1rem; background: #036; border: 1px solid #036 }
.pp-status { border: 1px solid }
.moving { transition: none }
@media print {
  nav, form, .skip { display: none }
  a[href^="http"]::after { content: " (" attr(href) ")" }
  .region { overflow: visible }
  .region td { min-width: 0 }
  tr { break-inside: avoid }
}
"""
PAGE = f"""<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Plan</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><style>{STYLE}</style></head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><a href="./">The office</a>
<form role="search" action="a-to-z/" method="get"><label for="q">Search</label>
<input id="q" name="q" type="search">
<button type="submit">Search</button></form></header>
<nav class="pp-menu" aria-label="Pages"><details><summary>Menu</summary>
<ul><li><a href="roads/">Roads</a></li><li><a href="money/">Money</a></li></ul></details></nav>
<main id="main" tabindex="-1"><h1>Safer roads</h1>
<p id="words">We check speeds, with <a href="https://example.org/a">our partners</a> and
<a href="b/">others</a>.</p>
<p class="moving">Status: <span class="pp-status pp-status--late">late</span></p>
<div class="bar" id="bar"></div>
<div class="region" role="region" aria-label="Speeds" tabindex="0"><table><caption>Speeds</caption>
<thead><tr><th scope="col">Road</th><th scope="col">Speed</th></tr></thead>
<tbody><tr><td>High Street</td><td>30</td></tr></tbody></table></div>
</main></body></html>
"""
Probe = Callable[[Page, str], list[Fault]]


@contextmanager
def planted(browser: Browser, changes: tuple[tuple[str, str], ...], **settings: Any) -> Iterator[Page]:
    """The page with changes, as a server would give it."""
    text = PAGE
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the page"
        text = text.replace(old, new)

    def answer(route: Route) -> None:
        if route.request.url.endswith("/gone.js"):
            route.fulfill(status=404, body="")
        else:
            route.fulfill(body=text, content_type="text/html")

    with tab(browser, reduced_motion="reduce", **settings) as page:
        page.context.route("**/*", answer)
        page.goto(BASE)
        yield page


def _ring(page: Page, address: str) -> list[Fault]:
    return keyboard.ring(page, address)[0]


END = "</main>"
CSS = "@media print {"


def css(rule: str) -> tuple[str, str]:
    """A rule of style more."""
    return CSS, f"{rule}\n{CSS}"


def more(html: str) -> tuple[str, str]:
    """Something more at the end of the content."""
    return END, html + END


PLANTS: list[tuple[Probe, str, tuple[str, str]]] = [
    (
        keyboard.reach,
        "trap",
        more('<button onkeydown="event.preventDefault()">Stay</button><a href=x>End</a>'),
    ),
    (
        keyboard.reach,
        "unreached",
        more('<button onkeydown="event.preventDefault()">Stay</button><a href=x>End</a>'),
    ),
    (
        keyboard.reach,
        "again",
        more('<a href=x id="x">x</a><a href=y onfocus="document.getElementById(\'q\').focus()">y</a>'),
    ),
    (keyboard.reach, "positive-tabindex", ('<a href="b/"', '<a tabindex="3" href="b/"')),
    (keyboard.reach, "order", ('<a href="b/"', '<a tabindex="3" href="b/"')),
    (
        keyboard.reach,
        "order-back",
        more(
            '<a href=x>x</a><a href=y onkeydown="if (event.shiftKey) { event.preventDefault();'
            " document.getElementById('q').focus() }\">y</a>"
        ),
    ),
    (keyboard.reach, "order-by-style", css("form { display: flex; flex-direction: row-reverse }")),
    (
        keyboard.reach,
        "order-on-screen",
        more(
            '<p style="position: relative; height: 9rem">'
            '<a href=x style="position: absolute; top: 5rem">x</a>'
            '<a href=y style="position: absolute; top: 0">y</a></p>'
        ),
    ),
    (keyboard.reach, "focus-off-screen", more('<a href=x style="position: fixed; top: 200vh">x</a>')),
    (
        keyboard.reach,
        "focus-covered",
        more('<div style="position: fixed; inset: 0; background: #fff"></div>'),
    ),
    (keyboard.reach, "focus-hidden", more('<a href=x style="opacity: 0">x</a>')),
    (keyboard.reach, "focus-for-eyes-only", more('<p aria-hidden="true"><a href=x>x</a></p>')),
    (keyboard.reach, "focus-unseen", css("header a:focus-visible { outline: 0; box-shadow: none }")),
    (
        keyboard.reach,
        "focus-faint",
        css("header a:focus-visible { outline: 1px solid #111; box-shadow: none }"),
    ),
    (
        keyboard.reach,
        "focus-faint",
        css("header a:focus-visible { outline: 4px solid #ddd; box-shadow: none }"),
    ),
    (
        _ring,
        "focus-pixels",
        css("header { overflow: hidden; height: 2.75rem } header a { margin: -.5rem; clip-path: inset(0) }"),
    ),
    (keyboard.names, "no-name", more("<a href=x><span></span></a>")),
    (keyboard.names, "no-name", more('<input type="text">')),
    (keyboard.names, "no-role", more('<div tabindex="0">Press</div>')),
    (keyboard.skip_link, "skip-first", ('<a class="skip"', '<a href="b/">Words</a><a class="skip"')),
    (keyboard.skip_link, "skip-unseen", (".skip:focus { top: 0;", ".skip:focus {")),
    (keyboard.skip_link, "skip-lost", ('href="#main"', 'onclick="return false" href="#main"')),
    (keyboard.disclosures, "no-key", ("<summary>", '<summary onkeyup="event.preventDefault()">')),
    (keyboard.mouse_only, "mouse-only", more('<span onclick="go()">Go</span>')),
    (keyboard.mouse_only, "mouse-only", more('<span style="cursor: pointer">Go</span>')),
    (keyboard.mouse_only, "mouse-only", more("<label>Nothing</label>")),
    (
        keyboard.mouse_only,
        "mouse-only",
        more(
            "<b id=b>Go</b><script>document.getElementById('b').addEventListener('click', () => 1)</script>"
        ),
    ),
    (layout.reflow, "scrolls-across", more('<p style="width: 30rem">wide</p>')),
    (
        layout.reflow,
        "region-without-table",
        more('<p class="region"><span style="display: block; width: 40rem">wide</span></p>'),
    ),
    (layout.reflow, "region-unnamed", ('role="region" aria-label="Speeds"', "")),
    (layout.reflow, "stuck-too-tall", css("header { position: sticky; top: 0 }")),
    (layout.zoom, "scrolls-across", more('<p style="width: 50rem">wide</p>')),
    (layout.text_spacing, "clipped", css("#words { width: 22rem; overflow: hidden; white-space: nowrap }")),
    (layout.text_spacing, "overlapping", css("#words { height: 0; margin: 0 !important }")),
    (layout.large_text, "text-fixed", css("#words { font-size: 16px }")),
    (layout.large_text, "scrolls-across", more('<p style="width: 50rem">wide</p>')),
    (
        layout.targets,
        "target",
        more("<p><a href=x>x</a> <a href=y>y</a></p>"),
    ),
    (layout.targets, "main-target", more('<button style="min-height: 0; padding: 0">Go</button>')),
    (modes.forced_colours, "forced-background", css(".bar { border: 0 !important }")),
    (modes.forced_colours, "forced-border", css("input { border: 0 !important }")),
    (
        modes.forced_colours,
        "forced-mask",
        css("#words::before { content: ''; mask-image: linear-gradient(#000, #000) }"),
    ),
    (modes.forced_colours, "forced-status", (">late<", "><")),
    (modes.forced_colours, "forced-shape", (".pp-status { border: 1px solid }", "")),
    (
        modes.forced_colours,
        "forced-text",
        more(
            '<svg width="99" height="20"><text y="15" fill="#fff" style="forced-color-adjust: auto">a</text>'
            "</svg>"
        ),
    ),
    (
        modes.forced_colours,
        "focus-unseen",
        (":focus-visible { outline: 3px solid #fd0;", ":focus-visible { outline: 0;"),
    ),
    (modes.reduced_motion, "motion", (".moving { transition: none }", ".moving { transition: color 1s }")),
    (modes.reduced_motion, "motion-scroll", css("html { scroll-behavior: smooth }")),
    (
        modes.printed,
        "print-controls",
        ("nav, form, .skip { display: none }", "form, .skip { display: none }"),
    ),
    (modes.printed, "print-address", ('a[href^="http"]::after', "i::after")),
    (modes.printed, "print-wide", more('<p style="width: 60rem">wide</p>')),
    (modes.printed, "print-clipped", css("#words { height: 1rem; overflow: hidden }")),
    (modes.printed, "print-split", ("tr { break-inside: avoid }", "")),
    (modes.printed, "print-stuck", css("h1 { position: sticky; top: 0 }")),
    (modes.printed, "print-closed", more("<details><summary>More</summary><p>Hidden</p></details>")),
    (modes.printed, "print-pale", css("@media (prefers-color-scheme: dark) { h1 { color: #eee } }")),
    (modes.right_to_left, "scrolls-across", more('<p style="position: relative; left: -60rem">far</p>')),
    (modes.right_to_left, "rtl-side", css("#words { text-align: left }")),
    (transport.policy, "policy-missing", ("<h1>", "<h1>")),
    (transport.policy, "policy-off", ("<h1>", "<h1>")),
    (
        transport.policy,
        "policy-weak",
        (
            '<meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="script-src \'unsafe-inline\'">',
        ),
    ),
]
PROBES = sorted({probe for probe, _, _ in PLANTS} - {transport.policy}, key=lambda probe: probe.__name__)


@pytest.mark.parametrize(("probe", "rule", "change"), PLANTS, ids=[f"{p.__name__}-{r}" for p, r, _ in PLANTS])
def test_a_planted_fault_is_caught(
    browser: Browser, probe: Probe, rule: str, change: tuple[str, str]
) -> None:
    with planted(browser, (change,)) as page:
        found = [fault for fault in probe(page, "roads/") if fault.rule == rule]
    assert found
    assert all(fault.page == "roads/" and fault.place and fault.message and fault.mend for fault in found)


@pytest.mark.parametrize("probe", PROBES, ids=[probe.__name__ for probe in PROBES])
def test_nothing_is_found_where_nothing_is_wrong(browser: Browser, probe: Probe) -> None:
    with planted(browser, ()) as page:
        assert probe(page, "") == []


STRICT = (
    '<meta charset="utf-8">',
    '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src \'self\'">',
)
WITHOUT_SCRIPTS = [
    ("no-script-hidden", more("<p hidden>Read me</p>")),
    ("no-script-idle", more('<button type="button">Go</button>')),
    ("no-script-menu", ("<summary>Menu</summary>", "<summary></summary><div hidden>")),
    ("no-script-search", ('action="a-to-z/"', 'action="search/"')),
]


@pytest.mark.parametrize(("rule", "change"), WITHOUT_SCRIPTS)
def test_what_fails_without_scripts_is_caught(browser: Browser, rule: str, change: tuple[str, str]) -> None:
    with planted(browser, (change,), java_script_enabled=False) as page:
        assert rule in {fault.rule for fault in modes.without_scripts(page, "")}


def test_a_page_that_works_without_scripts_passes(browser: Browser) -> None:
    with planted(browser, (), java_script_enabled=False) as page:
        assert modes.without_scripts(page, "") == []


def test_a_strict_policy_passes(browser: Browser) -> None:
    with planted(browser, (STRICT,)) as page:
        assert transport.policy(page, "") == []


VISITS = [
    ("console", more("<script>console.log('left over')</script>")),
    ("script-error", more("<script>nothing()</script>")),
    ("failed", more('<script src="gone.js"></script>')),
    ("other-host", more('<img src="http://elsewhere.test/x.png" alt="">')),
    ("policy", ('<meta charset="utf-8">', STRICT[1] + "<script>1</script>")),
    ("cookie", more("<script>document.cookie = 'a=1'</script>")),
    ("stored", more("<script>sessionStorage.setItem('a', '1')</script>")),
]


@pytest.mark.parametrize(("rule", "change"), VISITS)
def test_what_a_page_should_not_ask_or_keep_is_caught(
    browser: Browser, rule: str, change: tuple[str, str]
) -> None:
    with planted(browser, (change,)) as page:
        faults = transport.Listener(page, BASE).visit("roads/")
    assert rule in {fault.rule for fault in faults}


def test_a_page_that_keeps_to_itself_passes(browser: Browser) -> None:
    with planted(browser, ()) as page:
        assert transport.Listener(page, BASE).visit("") == []


def test_weight_counts_all_but_images() -> None:
    light = [weight.Asked("a", "document", 20_000), weight.Asked("b", "image", 90_000)]
    assert weight.weight(light, "") == []
    (heavy,) = weight.weight([*light, weight.Asked("c", "script", 20_001)], "")
    assert heavy.rule == "heavy"
    assert "40,001 bytes" in heavy.message
    many = weight.weight([weight.Asked("a", "script", 1)] * 8, "")
    assert [fault.rule for fault in many] == ["requests"]


VALID = """<!DOCTYPE html>
<html lang="en"><head><title>Plan</title></head><body><main><h1>Plan</h1>{}</main></body></html>
"""


@pytest.mark.parametrize("check", [markup.html_validate, markup.nu])
def test_markup_that_is_not_valid_is_caught(
    tmp_path: Path, check: Callable[[dict[Path, str]], list[Fault]]
) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(VALID.format("<p>Words.</p>"), encoding="utf-8")
    bad.write_text(VALID.format("\n<p><div>Words.</div></p>"), encoding="utf-8")
    faults = check({good: "good/", bad: "bad/"})
    assert {fault.page for fault in faults} == {"bad/"}
    assert any(f"{bad}:3" in fault.place for fault in faults)


def test_a_missing_checker_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "_NU", tmp_path / "vnu.jar")
    with pytest.raises(markup.ToolMissingError, match="make test"):
        markup.nu({})
