"""What a site says of its own accessibility: the statement, and what was tested on this very build."""

# ruff: noqa: E501 (one case, one line)
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from lxml import html
from lxml.html import HtmlElement
from plainplan.load import load_plan
from plainplan.render import Site
from plainplan.results import FILE, Check, Finding, Results, Settled, Tool, site_hash

from tests.gate import keyboard, layout, modes
from tests.gate.axe import ALL_MODES, read_pages
from tests.gate.checks import AXE, KINDS
from tests.gate.kinds import tab
from tests.gate.links import link_faults
from tests.gate.markup import html_validate, nu
from tests.gate.structure import structure_faults
from tests.gate.telling import tell
from tests.gate.tested import find
from tests.sites import serving
from tests.statement import CONTENT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.gate.fault import Fault
    from tests.sites import Built, Workshop

Change = Callable[[str, str, str], int]

STATEMENT, RESULTS = "accessibility/", "accessibility/results/"
REGULATIONS = "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


# The statement: what the monitoring body looks for


def test_the_statement_is_linked_from_every_page(example: Built) -> None:
    for address, page in example.pages.items():
        links = {urljoin(f"/{address}", link.get("href")) for link in page.xpath("//footer//a")}
        assert f"/{STATEMENT}" in links, f"/{address}"


def test_the_statement_has_the_headings_of_the_model(example: Built) -> None:
    article = example.pages[STATEMENT].find(".//article")
    assert said(article.find(".//h1")) == "Accessibility statement for Safer together in Ashmarch"
    headings = [said(heading) for heading in article.iter("h2")]
    model = [
        "Compliance status",
        "Non-accessible content",
        "Preparation of this accessibility statement",
        "Feedback and contact information",
        "Enforcement procedure",
    ]
    assert [heading for heading in headings if heading in model] == model


def test_the_statement_has_the_words_of_the_model(example: Built) -> None:
    text = said(example.pages[STATEMENT].find(".//article"))
    for words in (
        "This accessibility statement applies to the website of the police and crime plan for Ashmarch.",
        "Office of the Police and Crime Commissioner for Ashmarch is committed to making its website accessible, "
        f"in accordance with the {REGULATIONS}.",
        "This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA "
        "standard, due to the non-compliances listed below.",
        "The content listed below is non-accessible for the following reasons.",
        "This statement was prepared on 23 October 2026. It was last reviewed on 23 November 2026.",
        f"The Equality and Human Rights Commission (EHRC) is responsible for enforcing the {REGULATIONS} "
        "(the ‘accessibility regulations’).",
        "If you are not happy with how we respond to your complaint, contact the Equality Advisory and Support "
        "Service (EASS).",
    ):
        assert words in text


def test_the_statement_claims_no_more_than_was_shown(example: Built) -> None:
    text = said(example.pages[STATEMENT].find(".//article"))
    assert "No disabled person and no auditor has tested this website yet." in text
    assert "Nobody has shown that this meets WCAG 2.2 success criteria 1.3.2 (Meaningful sequence), " in text
    assert "This fails" not in text


def test_the_statement_leads_on(example: Built) -> None:
    links = {link.get("href") for link in example.pages[STATEMENT].xpath("//article//a")}
    assert {
        "../accessibility/results/",
        "mailto:plan@commissioner.ashmarch.example.org",
        "https://www.equalityadvisoryservice.com/",
        "https://www.legislation.gov.uk/uksi/2018/952",
    } <= links


def test_both_pages_are_in_the_a_to_z(example: Built) -> None:
    links = {link.get("href") for link in example.pages["a-to-z/"].xpath("//article//a")}
    assert {f"../{STATEMENT}", f"../{RESULTS}"} <= links


def test_a_plan_without_a_statement_has_no_page_for_one(real: Built) -> None:
    assert STATEMENT not in real.pages
    assert "This build was not tested." in said(real.pages[RESULTS].find(".//article"))


# The statement of a tiny plan, without building its site

_OLD = "content: [{what: Old files, ground: out of scope, reason: They are from 2015.}]\n"
_DATA = "data/accessibility.yml"
SAID = {
    "both kinds": ("nation: Wales", "nation: Wales", "due to the non-compliances and exemptions listed below."),
    "a criterion": ("nation: Wales", "nation: Wales", "This fails WCAG 2.2 success criterion 2.1.1 (Keyboard)."),
    "a day": ("nation: Wales", "nation: Wales", "We plan to mend this by 31 March 2027."),
    "two criteria": ("nation: Wales", "nation: Wales", "fails WCAG 2.2 success criteria 1.1.1 (Non-text content) and 1.3.1."),
    "no day": ("mended_by: 2027-03-31", "mended_by: not published", "We have not published a day by which we will mend this."),
    "exemptions only": (CONTENT, _OLD, "due to the exemptions listed below."),
    "fully": (f"compliance: partially compliant\n{CONTENT}", "compliance: fully compliant\n", "This website is fully compliant with the Guidelines."),
    "nothing known": (f"compliance: partially compliant\n{CONTENT}", "compliance: fully compliant\n", "We know of no content on this website that is not accessible."),
    "not": ("compliance: partially", "compliance: not", "This website is not compliant with the Guidelines. The non-compliances and exemptions are listed below."),
    "a name": ("nation: Wales", "nation: Wales\nanswer_within_days: 1", "We will answer within 1 day."),
    "a test": ("nation: Wales", "nation: Wales", "The test was carried out by the office, on 30 October 2026."),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), SAID.values(), ids=SAID)
def test_the_statement_says(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path, change: Change, repository: Path, old: str, new: str, words: str
) -> None:
    change(_DATA, old, new)
    assert words in said(_statement(small_plan, repository))


def test_a_form_and_a_contact_of_its_own(small_plan: Path, change: Change, repository: Path) -> None:
    own = "nation: Wales\nform: https://example.org/form\ncontact: {phone: 01632 960999}"
    change(_DATA, "nation: Wales", own)
    page = _statement(small_plan, repository)
    assert page.xpath("//a[@href='https://example.org/form']")
    assert "01632 960999" in said(page)
    assert "plan@example.org" not in said(page)


def _statement(plan: Path, repository: Path) -> HtmlElement:
    site = Site(
        load_plan(plan).plan, repository / "overrides" / "fragments", plan / ".cache", date(2026, 11, 23)
    )
    content = site.finish(site.pages[STATEMENT], "").content
    return html.fragment_fromstring(content, create_parent="div")


# The results: built with none, with its own, with another build's, and with a broken file


FAULTS = tuple(
    Finding(
        page=page, mode="320 px, dark, opened", check="axe", rule="image-alt", place=place,
        message="The picture has no alternative text.", mend="Add it.",
    )
    for page, place in (
        ("roads/", '<img src="a.png">'),
        ("no-such-page/", f"main#main > article > div:nth-of-type(3) > p > a  <img src='{'a' * 200}.png'>"),
    )
)  # fmt: skip


def _results(site: str, findings: tuple[Finding, ...] = FAULTS) -> Results:
    """As long and as wide as the gate's own: each of its checks, in all modes of axe."""
    counted = {kind: findings if kind == AXE else () for kind in KINDS}
    return Results(
        site=site,
        tested_on=date(2026, 11, 21),
        tools=tuple(Tool(name=name, version="156.0.8078.79") for name in ("axe-core", "Nu HTML checker")),
        pages=150,
        rules=95,
        checks=tuple(
            Check(name=kind.name, what=kind.what, pages=150, modes=ALL_MODES, findings=len(found))
            for kind, found in counted.items()
        ),
        settled=(Settled(rule="color-contrast", count=12, reason="Measured by a test of our own."),),
        findings=findings,
    )


@pytest.fixture(scope="module")
def plan(workshop: Workshop, lasting_small_plan: Path) -> Path:
    return workshop.copy(lasting_small_plan, "with-results")


@pytest.fixture(scope="module")
def without(workshop: Workshop, plan: Path) -> Built:
    return workshop.once("results-none", lambda: workshop.copy(plan, "without"))


@pytest.fixture(scope="module")
def with_its_own(workshop: Workshop, plan: Path, without: Built) -> Built:
    return _build_with(workshop, plan, "own", _results(site_hash(without.site)).model_dump_json())


@pytest.fixture(scope="module")
def without_faults(workshop: Workshop, plan: Path, without: Built) -> Built:
    return _build_with(workshop, plan, "sound", _results(site_hash(without.site), ()).model_dump_json())


@pytest.fixture(scope="module")
def with_anothers(workshop: Workshop, plan: Path) -> Built:
    return _build_with(workshop, plan, "another", _results("0" * 64).model_dump_json())


@pytest.fixture(scope="module")
def with_broken(workshop: Workshop, plan: Path) -> Built:
    return _build_with(workshop, plan, "broken", "{")


def _build_with(workshop: Workshop, plan: Path, name: str, written: str) -> Built:
    """The site of a plan for which there is a file of results."""

    def copy() -> Path:
        made = workshop.copy(plan, name)
        (made / FILE).parent.mkdir(parents=True)
        (made / FILE).write_text(written, encoding="utf-8")
        return made

    return workshop.once(f"results-{name}", copy)


def _article(built: Built) -> str:
    return said(built.pages[RESULTS].find(".//article"))


def test_a_build_without_results(without: Built) -> None:
    assert "This build was not tested. There are no test results yet." in _article(without)


def test_a_build_that_was_tested(with_its_own: Built) -> None:
    assert "This build was tested on 21 November 2026." in _article(with_its_own)
    assert "The picture has no alternative text." in _article(with_its_own)


def test_a_build_that_another_test_was_of(with_anothers: Built) -> None:
    assert "This build was not tested. The last test, on 21 November 2026, read another" in _article(
        with_anothers
    )
    assert "150" not in _article(with_anothers)


def test_a_build_with_a_broken_file_of_results(with_broken: Built) -> None:
    assert "This build was not tested. There is a file of test results, but it cannot be read." in _article(
        with_broken
    )


def test_only_the_page_of_results_differs(
    without: Built, with_its_own: Built, fingerprint_of: Callable[[Path], dict[str, str]]
) -> None:
    one, other = fingerprint_of(without.site), fingerprint_of(with_its_own.site)
    assert {name for name in one | other if one.get(name) != other.get(name)} == {f"{RESULTS}index.html"}
    assert site_hash(without.site) == site_hash(with_its_own.site)


def test_a_build_after_a_change_was_not_tested(workshop: Workshop, plan: Path, without: Built) -> None:
    chapter = plan / "content" / "roads.md"
    good = chapter.read_text(encoding="utf-8")
    chapter.write_text(good + "\nOne word more.\n", encoding="utf-8")
    try:
        changed = _build_with(workshop, plan, "changed", _results(site_hash(without.site)).model_dump_json())
    finally:
        chapter.write_text(good, encoding="utf-8")
    assert "This build was not tested. The last test" in _article(changed)


def test_nothing_of_the_mark_is_left(
    without: Built, with_its_own: Built, with_anothers: Built, with_broken: Built
) -> None:
    for built in (without, with_its_own, with_anothers, with_broken):
        assert "plainplan-results" not in (built.site / RESULTS / "index.html").read_text(encoding="utf-8")


def test_the_html_is_valid_with_results_and_without(
    without: Built, with_its_own: Built, without_faults: Built, with_anothers: Built
) -> None:
    files = {
        built.site / address / "index.html": f"{built.plan.name}/{address}"
        for built in (without, with_its_own, without_faults, with_anothers)
        for address in (RESULTS, STATEMENT)
    }
    assert [str(fault) for fault in (*html_validate(files), *nu(files))] == []


@pytest.fixture(scope="module", params=["with_its_own", "without_faults"])
def filled(request: pytest.FixtureRequest) -> Built:
    """The gate reads the page of results before there are any: here it is as it is published."""
    built: Built = request.getfixturevalue(request.param)
    tables = built.pages[RESULTS].xpath("//article//table")
    assert len(tables) == (4 if request.param == "with_its_own" else 3)
    return built


def test_axe_finds_nothing_on_the_page_with_results(filled: Built, browser: Browser) -> None:
    with serving(filled.site) as home:
        assert tell(read_pages(browser, home, [RESULTS]).faults) == ""


def _at_rest(page: Page, address: str) -> list[Fault]:
    return [*keyboard.names(page, address), *keyboard.mouse_only(page, address)]


@pytest.mark.parametrize(
    "probe", [keyboard.reach, _at_rest, layout.layout, modes.printed, modes.right_to_left]
)
def test_the_page_with_results_can_be_used(
    filled: Built, browser: Browser, probe: Callable[[Page, str], list[Fault]]
) -> None:
    with serving(filled.site) as home, tab(browser, reduced_motion="reduce") as page:
        page.goto(home + RESULTS)
        assert tell(probe(page, RESULTS)) == ""


def test_the_page_with_results_is_well_made(filled: Built) -> None:
    tested = find(filled.site)
    # The link to a page that is gone is told as words; a link would be broken.
    faults = [*structure_faults(tested), *link_faults(tested)]
    assert tell(fault for fault in faults if fault.page == RESULTS) == ""


def test_search_leaves_the_results_out(with_its_own: Built) -> None:
    page = with_its_own.pages[RESULTS]
    ignored = page.xpath("//*[@data-pagefind-ignore='all']")
    assert any("This build was tested" in said(element) for element in ignored)
    assert not page.xpath("//*[@data-pagefind-body]")
