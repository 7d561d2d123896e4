"""The gate is proved: faults are planted one at a time into a small site, and each is caught.

What catches a fault names the page, the place and the mend, in words for those who are to mend it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.gate.axe import read_pages
from tests.gate.editions import edition_faults
from tests.gate.fault import Fault
from tests.gate.keyboard import keyboard
from tests.gate.kinds import tab
from tests.gate.layout import reflow
from tests.gate.links import link_faults, third_party_faults
from tests.gate.markup import html_validate
from tests.gate.structure import structure_faults
from tests.gate.tested import find, sitemap_faults
from tests.gate.transport import Listener, policy
from tests.sites import Workshop, serving

_PAGE = "about/"
_Check = Callable[[Path, Browser], list[Fault]]


def _from_html(folder: Path, _: Browser) -> list[Fault]:
    tested = find(folder)
    faults = [*structure_faults(tested), *link_faults(tested), *third_party_faults(tested)]
    return [*sitemap_faults(folder), *edition_faults(tested), *faults]


def _axe(folder: Path, browser: Browser) -> list[Fault]:
    with serving(folder) as home:
        return read_pages(browser, home, [_PAGE]).faults


def _keyboard(folder: Path, browser: Browser) -> list[Fault]:
    with serving(folder) as home, tab(browser, reduced_motion="reduce") as page:
        page.goto(home + _PAGE)
        return keyboard(page, _PAGE)


def _reflow(folder: Path, browser: Browser) -> list[Fault]:
    with serving(folder) as home, tab(browser, reduced_motion="reduce") as page:
        page.goto(home + _PAGE)
        return reflow(page, _PAGE)


def _loading(folder: Path, browser: Browser) -> list[Fault]:
    with serving(folder) as home, tab(browser) as page:
        return Listener(page, home).visit(_PAGE)


def _policy(folder: Path, browser: Browser) -> list[Fault]:
    with serving(folder) as home, tab(browser) as page:
        page.goto(home + _PAGE)
        return policy(page, _PAGE)


def _policy_beside_a_hosts(folder: Path, browser: Browser) -> list[Fault]:
    with serving(folder, headers=find(folder).headers()) as home, tab(browser) as page:
        page.goto(home + _PAGE)
        return policy(page, _PAGE)


def _markup(folder: Path, _: Browser) -> list[Fault]:
    return html_validate({folder / _PAGE / "index.html": _PAGE})


_CHECKS: tuple[_Check, ...] = (
    *(_from_html, _axe, _keyboard, _reflow, _loading, _markup),
    *(_policy, _policy_beside_a_hosts),
)


@dataclass(frozen=True)
class Planted:
    """A fault: HTML at the end of the content, and what goes with it; or a change of the page.

    `rule` is what catches it. `at` is told as the place.
    """

    what: str
    check: _Check
    rule: str
    at: str
    html: str = ""
    css: str = ""
    script: str = ""
    change: tuple[str, str] = ("", "")

    def __str__(self) -> str:
        return self.what

    def into(self, folder: Path) -> None:
        """Plant it."""
        page = folder / _PAGE / "index.html"
        text = page.read_text(encoding="utf-8")
        for old, new in (("</article>", f"{self.html}</article>"), self.change):
            assert not old or text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the page"
            text = text.replace(old, new) if old else text
        page.write_text(text, encoding="utf-8")
        for name, more in (("plainplan.css", self.css), ("plainplan.js", self.script)):
            file = folder / "assets" / name
            file.write_text(f"{file.read_text(encoding='utf-8')}\n{more}\n", encoding="utf-8")


_P = "<p id='planted'>Some words that are planted at the end of the page.</p>"
_LINK = "<p id='planted'>Some words, and <a href='../contact/'>how to reach the office</a> in them.</p>"
_BUTTON = "<p><button type='button' id='planted'>A button that is planted</button></p>"
_TABLE = "<table id='planted'><caption>Planted</caption><tbody><tr>{0}<td>2</td></tr></tbody></table>"
_META = 'http-equiv="Content-Security-Policy"'
_TRAP = """
document.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && event.target.id === "planted") event.preventDefault();
});
"""
PLANTED = (
    Planted("image without alt", _from_html, "no-alt", "<img", "<p><img src='../assets/icon.svg'></p>"),
    Planted("image without alt, by axe", _axe, "image-alt", "<img", "<p><img src='../assets/icon.svg'></p>"),
    Planted(
        "heading skipped", _from_html, "heading-skipped", "#planted", "<h2>One</h2><h4 id='planted'>Two</h4>"
    ),
    Planted("second h1", _from_html, "second-h1", "#planted", "<h1 id='planted'>Again</h1>"),
    Planted("heading that says nothing", _from_html, "heading-empty", "#planted", "<h2 id='planted'> </h2>"),
    Planted(
        "contrast too low",
        _axe,
        "color-contrast",
        "#planted",
        _P,
        "#planted { color: #999; background: #fff }",
    ),
    Planted(
        "contrast too low, in the dark alone",
        _axe,
        "color-contrast",
        "#planted",
        _P,
        "@media (prefers-color-scheme: dark) { #planted { color: #555; background: #222 } }",
    ),
    Planted(
        "contrast too low, in a narrow window alone",
        _axe,
        "color-contrast",
        "#planted",
        _P,
        "@media (max-width: 400px) { #planted { color: #999; background: #fff } }",
    ),
    Planted(
        "contrast too low, in closed details",
        _axe,
        "color-contrast",
        "#planted",
        f"<details><summary>More about what is planted</summary>{_P}</details>",
        "#planted { color: #999; background: #fff }",
    ),
    Planted(
        "contrast too low on a gradient, where axe gives up",
        _axe,
        "color-contrast",
        "#planted",
        _P,
        "#planted { color: #888; background: linear-gradient(to right, #fff, #ddd) }",
    ),
    Planted(
        "link that says click here",
        _from_html,
        "link-vague",
        "click here",
        "<p>For the contact, <a href='../contact/'>click here</a>.</p>",
    ),
    Planted("link without words", _from_html, "link-empty", "<a", "<p><a href='../contact/'></a></p>"),
    Planted("table without headers", _from_html, "no-headers", "#planted", _TABLE.format("<td>1</td>")),
    Planted("header without scope", _from_html, "no-scope", "#planted", _TABLE.format("<th>1</th>")),
    Planted(
        "table without caption",
        _from_html,
        "no-caption",
        "#planted",
        _TABLE.format("<th scope='row'>1</th>").replace("<caption>Planted</caption>", ""),
    ),
    Planted("no language", _from_html, "no-lang", "html", change=('<html lang="en"', "<html")),
    Planted(
        "language that does not exist", _from_html, "lang-unknown", "html", change=('lang="en"', 'lang="xx"')
    ),
    Planted(
        "region that does not exist", _from_html, "lang-unknown", "html", change=('lang="en"', 'lang="en-UK"')
    ),
    Planted(
        "language of another edition",
        _from_html,
        "lang-of-edition",
        "html",
        change=('lang="en"', 'lang="cy"'),
    ),
    Planted(
        "English words said to be Welsh",
        _from_html,
        "lang-wrong",
        "#planted",
        "<p id='planted' lang='cy'>The commissioner and the police of the area are to report on the plan "
        "with all that they have done for the people, and we have to say what is late and by how much.</p>",
    ),
    Planted(
        "target too small",
        _axe,
        "target-size",
        "#planted",
        "<p><button type='button' id='planted'>x</button><button type='button'>y</button></p>",
        "article p button { all: unset; inline-size: 10px; block-size: 10px; min-block-size: 0; "
        "font-size: 8px; display: inline-block }",
    ),
    Planted("id used twice", _from_html, "id-twice", "#planted", _P * 2),
    Planted(
        "label of nothing", _from_html, "id-missing", "#planted", "<label id='planted' for='no'>A</label>"
    ),
    Planted(
        "anchor that is not there",
        _from_html,
        "anchor",
        "#no-such-part",
        "<a href='#no-such-part'>A part</a>",
    ),
    Planted(
        "page that is not there",
        _from_html,
        "broken",
        "no-such-page",
        "<a href='../no-such-page/'>A page</a>",
    ),
    Planted("second main", _from_html, "second-main", "main", "<main id='planted'>Again</main>"),
    Planted(
        "navigation without a name", _from_html, "nav-unnamed", "#planted", "<nav id='planted'>Ways</nav>"
    ),
    Planted(
        "skip link that leads nowhere", _from_html, "skip-link-broken", "#main", change=(' id="main"', "")
    ),
    Planted(
        "positive tabindex",
        _from_html,
        "tabindex",
        "#planted",
        _BUTTON.replace("type=", "tabindex='2' type="),
    ),
    Planted(
        "button without a name",
        _axe,
        "button-name",
        "#planted",
        "<button type='button' id='planted'></button>",
    ),
    Planted(
        "link known by colour alone",
        _axe,
        "link-in-text-block",
        "#planted",
        _LINK,
        "#planted { color: #222; background: #fff } "
        "#planted a { color: #115; text-decoration: none !important; border: 0 }",
    ),
    Planted(
        "text that does not fit a narrow window",
        _reflow,
        "scrolls-across",
        "",
        _P,
        "#planted { width: 60rem }",
    ),
    Planted("keyboard trap", _keyboard, "trap", "#planted", _BUTTON, script=_TRAP),
    Planted(
        "focus that cannot be seen",
        _keyboard,
        "focus-unseen",
        "#planted",
        _BUTTON,
        "#planted, #planted:focus, #planted:focus-visible "
        "{ outline: none !important; box-shadow: none !important; transition: none !important; "
        "border: 1px solid #000 !important; color: #000 !important; background: #fff !important }",
    ),
    Planted(
        "script of another host",
        _from_html,
        "third-party",
        "<script",
        "<script src='https://example.org/count.js'></script>",
    ),
    Planted(
        "style of another host",
        _from_html,
        "third-party",
        "the style sheet",
        css="@import 'https://example.org/a.css';",
    ),
    Planted("inline style", _loading, "policy", "", _P.replace("<p ", "<p style='color: red' ")),
    Planted(
        "markup that is no HTML", _markup, "element-permitted-content", "", "<p><span><div>A</div></span></p>"
    ),
    Planted("no policy", _policy, "policy-off", "head", change=(_META, 'name="none"')),
    Planted(
        "no policy but that of the host",
        _policy_beside_a_hosts,
        "policy-missing",
        "head",
        change=(_META, 'name="none"'),
    ),
    Planted(
        "policy that allows inline scripts",
        _policy_beside_a_hosts,
        "policy-weak",
        "meta",
        change=("wasm-unsafe-eval", "unsafe-inline"),
    ),
    Planted("title of another page", _from_html, "title-twice", "<title>", change=("", "")),
)


@pytest.fixture(scope="session")
def small_site(workshop: Workshop, lasting_small_plan: Path) -> Path:
    """The site of a tiny plan."""
    return workshop.once("planted", lambda: workshop.copy(lasting_small_plan, "planted")).site


@pytest.fixture(scope="session")
def faults_before(small_site: Path, browser: Browser) -> dict[_Check, set[Fault]]:
    """What each check finds in the small site as it is."""
    return {check: set(check(small_site, browser)) for check in _CHECKS}


def test_site_without_a_fault_has_none(faults_before: dict[_Check, set[Fault]]) -> None:
    assert [str(fault) for faults in faults_before.values() for fault in sorted(faults)] == []


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_planted_fault_is_caught(
    planted: Planted,
    small_site: Path,
    browser: Browser,
    faults_before: dict[_Check, set[Fault]],
    tmp_path: Path,
) -> None:
    folder = tmp_path / "site"
    shutil.copytree(small_site, folder)
    planted.into(folder)
    if planted.rule == "title-twice":
        _borrow_title(folder)
    found = set(planted.check(folder, browser)) - faults_before[planted.check]
    caught = [fault for fault in found if fault.rule == planted.rule and planted.at in fault.place]
    assert caught, "\n".join(map(str, sorted(found))) or "nothing was found"
    for fault in caught:
        assert fault.page in (_PAGE, "contact/", "assets/plainplan.css")
        assert fault.message
        assert fault.mend
        assert str(fault).startswith(f"/{fault.page} ({fault.mode}): {fault.message}")
        assert f"where: {fault.place}\n    mend: {fault.mend}" in str(fault)


def _borrow_title(folder: Path) -> None:
    other = (folder / "contact" / "index.html").read_text(encoding="utf-8")
    title = other.partition("<title>")[2].partition("</title>")[0]
    page = folder / _PAGE / "index.html"
    text = page.read_text(encoding="utf-8")
    own = text.partition("<title>")[2].partition("</title>")[0]
    page.write_text(text.replace(f"<title>{own}<", f"<title>{title}<"), encoding="utf-8")


def test_page_missing_from_the_site_map_is_caught(small_site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(small_site, folder)
    home = "https://plan.example.org/a/"
    pages = [home, f"{home}contact/", f"{home}gone/"]
    listed = "".join(f"<url><loc>{page}</loc></url>" for page in pages)
    (folder / "sitemap.xml").write_text(
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>', encoding="utf-8"
    )
    found = {(fault.page, fault.rule) for fault in sitemap_faults(folder)}
    assert {("gone/", "no-page"), ("about/", "not-listed")} <= found
    assert ("contact/", "not-listed") not in found
    assert "gone/" not in find(folder).addresses
    assert {"", "about/", "404.html"} <= set(find(folder).addresses)
    assert find(folder).mount == "/a/"
