"""Search where not all is as usual: without scripts, without its index, in a folder, in older browsers."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.site.searching import WAIT, found_on, search, status_of, watched
from tests.sites import Built, serving


def test_form_leads_to_the_a_to_z_without_scripts(browser: Browser, served: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served}search/")
        expect(page.locator("main noscript p")).to_be_visible()
        assert page.locator("main noscript a").get_attribute("href") == "../a-to-z/"
        expect(page.locator("main [type=radio]").first).to_be_hidden()
        page.get_by_label("What are you looking for?").fill("knife")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served}a-to-z/?*")
        expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")


def test_search_says_when_its_index_is_out_of_reach(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/pagefind/**", lambda route: route.abort())
        page.goto(f"{served}search/?q=knife")
        expect(status_of(page)).to_contain_text("The search does not work just now.", timeout=WAIT)
        page.unroute_all()
        page.locator("main").get_by_role("button", name="Search").click()
        expect(status_of(page)).to_contain_text("for “knife”", timeout=WAIT)


def test_search_works_in_a_folder_of_its_host_and_under_a_policy(browser: Browser, example: Built) -> None:
    """No more than this is needed; a worker is not."""
    policy = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; manifest-src 'self'; "
        "worker-src 'none'"
    )
    headers = {"Content-Security-Policy": policy}
    with serving(example.site, "/plans/ashmarch/", headers) as root, browser.new_context() as context:
        for page in watched(context, root):
            search(page, root, "stalking")
            assert "actions/stalking-advocates/" in found_on(page, root)


_TOO_NEW = """
for (const [owner, names] of [
    [URLSearchParams.prototype, ["size"]],
    [Array.prototype, ["findLast", "findLastIndex", "group", "toReversed", "toSorted", "toSpliced", "with"]],
    [Array, ["fromAsync"]],
    [Object, ["groupBy"]],
    [Map, ["groupBy"]],
    [Set.prototype, ["difference", "intersection", "isSubsetOf", "union"]],
    [Promise, ["try", "withResolvers"]],
    [URL, ["canParse", "parse"]],
    [AbortSignal, ["any", "timeout"]],
    [Intl, ["DurationFormat", "Segmenter"]],
    [window, ["CompressionStream", "DecompressionStream", "Iterator", "navigation", "scheduler"]],
]) for (const name of names) delete owner[name];
"""
"""What Safari 15.4, Firefox 100 or Chrome 100 lacks."""


def test_search_works_in_browsers_of_2022(browser: Browser, served: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(_TOO_NEW)
        for page in watched(context, served):
            search(page, served, "speeding")
            assert page.evaluate("'size' in URLSearchParams.prototype || 'findLast' in []") is False
            assert "measures/speeding-in-villages/" in found_on(page, served)
            assert page.locator(".pp-result__sections a").count() > 0
            field = page.get_by_label("What are you looking for?")
            field.fill("stalking")
            field.press("Enter")
            expect(status_of(page)).to_contain_text("“stalking”", timeout=WAIT)
            assert page.url == f"{served}search/?q=stalking"
            page.get_by_role("radio", name="Actions").check()
            expect(status_of(page)).to_contain_text("in Actions", timeout=WAIT)
            assert page.url == f"{served}search/?q=stalking&kind=action"
            page.reload()
            expect(status_of(page)).to_contain_text("“stalking” in Actions", timeout=WAIT)


def test_scripts_can_be_read_by_browsers_of_2022(example: Built) -> None:
    """One sign that a browser does not know, and nothing of a script runs."""
    too_new = re.compile(r"\(\?<[=!]|\bstatic\s*\{")  # looking behind in a pattern; static blocks
    scripts = sorted((example.site / "assets").glob("*.js"))
    assert {path.name for path in scripts} >= {"plainplan.js", "search.js", "welsh.js"}
    assert [
        (path.name, found[0]) for path in scripts if (found := too_new.search(path.read_text("utf-8")))
    ] == []
