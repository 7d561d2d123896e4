"""The example in the language that nobody speaks: what stands outside of ⟦…⟧ was never translated."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from babel.dates import get_month_names
from lxml.html import HtmlElement
from plainplan.language import pseudo
from playwright.sync_api import Browser

from tests.gate.kinds import tab
from tests.gate.layout import layout
from tests.sites import ROOT, Workshop, parse, serving

EDITIONS = f"""\
editions:
  - {{language: en, name: English, locale: en_GB}}
  - {{language: {pseudo.TAG}, name: Pseudo, locale: en_GB}}
"""
_INSIDE_A_SENTENCE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "data", "del", "dfn", "em", "i", "img", "input"),
        *("ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "svg"),
        *("time", "u", "var", "wbr"),
    )
)
_LEFT_ALONE = frozenset({"script", "style", "code", "template", "noscript"})
_ATTRIBUTES = ("alt", "title", "aria-label", "aria-description", "placeholder", "label")
_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_MONTHS = "|".join(
    {name for width in ("wide", "abbreviated") for name in get_month_names(width, locale="en_GB").values()}
    | set(get_month_names("abbreviated", locale="en").values())
)
_DAY = re.compile(rf"\b(?:\d{{1,2}} )?(?:{_MONTHS}) \d{{4}}\b")
_FILE = re.compile(r"\b[\w.-]+\.(?:json|csv|xml|zip|xlsx|svg|png|ics)\b")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
_FORMATS = frozenset(
    {
        *("JSON", "JSON Schema", "Data Package 2.0", "CSV on the Web", "360Giving 1.4", "ZIP"),
        *("StratML Part 1 (ISO 17469-1)", "StratML Part 2 (ISO 17469-2)", "English", "Pseudo"),
    }
)
"""Names of formats and of languages, which are names in every language."""


def outside(words: str, depth: int = 0) -> tuple[str, int]:
    """What stands outside of brackets, and how many are open at the end (-1: one too many was closed)."""
    found = []
    for sign in words:
        depth += (sign == "⟦") - (sign == "⟧")
        if depth < 0:
            return words, depth
        found.append("" if depth or sign == "⟧" else sign)
    return "".join(found), depth


def texts(element: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The words of each block in the order of reading."""
    held = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_ALONE:
            if _is_inside_a_sentence(child):
                held += [words for _, words in texts(child)]
            else:
                yield element, "".join(held)
                yield from texts(child)
                held = []
        held.append(child.tail or "")
    yield element, "".join(held)


def _is_inside_a_sentence(element: HtmlElement) -> bool:
    tags = [one.tag for one in element.iter() if isinstance(one.tag, str)]
    return all(tag in _INSIDE_A_SENTENCE for tag in tags)


def escapes(page: HtmlElement, names: frozenset[str]) -> Iterator[str]:
    """What a page says outside of brackets and is no name, date, file or address; brackets that lack one."""
    depth = 0
    for element, words in [*_titles(page), *texts(page.body)]:
        if element.get("class") == "pp-tick" or element.getparent().get("class") == "pp-tick":
            continue  # what all periods of an axis have in common is said once, with its bracket
        said, depth = outside(words, depth)
        yield from _escape(element.tag, said, names)
    if depth:
        yield f"a bracket is missing: {depth}"
    for element, name, words in _attributes(page):
        said, left = outside(words)
        yield from _escape(f"{element.tag} {name}", said, names)
        if left:
            yield f"a bracket is missing: {words}"


def _titles(page: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    yield from ((element, element.text_content()) for element in page.xpath("/html/head/title"))


def _attributes(page: HtmlElement) -> Iterator[tuple[HtmlElement, str, str]]:
    for element in page.iter():
        if isinstance(element.tag, str):
            yield from ((element, name, element.get(name, "")) for name in _ATTRIBUTES)
    for element in page.xpath("//meta[@name='description']"):
        yield element, "content", element.get("content")


def _escape(where: object, said: str, names: frozenset[str]) -> Iterator[str]:
    for name in sorted(names, key=len, reverse=True):
        said = said.replace(name, " ")
    for pattern in (_DAY, _FILE, _ADDRESS):
        said = pattern.sub("", said)
    said = " ".join(said.split())
    if _LETTERS.search(said) and said not in _FORMATS:
        yield f"<{where}> {said}"


@pytest.fixture(scope="session")
def pseudo_site(workshop: Workshop) -> Path:
    return workshop.once("pseudo", lambda: _in_pseudo(workshop)).site / pseudo.TAG


def _in_pseudo(workshop: Workshop) -> Path:
    plan = workshop.copy(ROOT, "pseudo")
    (plan / "data/editions.yml").write_text(EDITIONS, encoding="utf-8")
    shutil.rmtree(plan / "data/translations")
    return plan


@pytest.fixture(scope="session")
def names() -> frozenset[str]:
    """Who gets grants, and the office's postal address: they are the same in every language."""
    grants = yaml.safe_load((ROOT / "data/grants.yml").read_text(encoding="utf-8"))["grants"]
    about = yaml.safe_load((ROOT / "data/plan.yml").read_text(encoding="utf-8"))
    address = about["contact"]["address"].splitlines()
    return frozenset({*address, *(grant["recipient"]["name"] for grant in grants)})


def test_nothing_escapes_translation(pseudo_site: Path, names: frozenset[str]) -> None:
    files = sorted(pseudo_site.rglob("*.html"))
    assert len(files) > 200
    assert any("embed" in file.parts for file in files)
    found: dict[str, str] = {}
    for file in files:
        for escape in escapes(parse(file), names):
            found.setdefault(escape, file.relative_to(pseudo_site).as_posix())
    assert not found, "\n".join(f"{path}: {escape}" for escape, path in found.items())


PLANTED = {
    "a paragraph": "<p>Not said <b>⟦ýéš⟧</b></p>",
    "the words for an image": '<p><img alt="A road"></p>',
    "a title": '<p title="More">⟦á⟧</p>',
    "a name of a part": '<nav aria-label="Pages"></nav>',
    "a field": '<input placeholder="Find">',
    "text of a drawing": "<svg><text>Drawn</text></svg>",
    "cut off": "<p>⟦Çût öff</p>",
    "a lost beginning": "<p>⟧</p>",
}


@pytest.mark.parametrize("body", PLANTED.values(), ids=PLANTED)
def test_what_escapes_is_found(body: str, tmp_path: Path, names: frozenset[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><head><title>⟦á⟧</title></head><body>{body}</body></html>", encoding="utf-8")
    assert len(list(escapes(parse(page), names))) == 1


KINDS = (
    *("", "priorities/safer-roads/", "actions/", "measures/antisocial-behaviour/", "budget/2026-27/"),
    *("progress/", "grants/", "search/", "a-to-z/", "languages/", "data/", "accessibility/"),
)


@pytest.mark.parametrize("address", KINDS)
def test_longer_words_fit_narrow_windows(browser: Browser, pseudo_site: Path, address: str) -> None:
    with serving(pseudo_site.parent) as home, tab(browser, reduced_motion="reduce") as page:
        page.goto(urljoin(home, f"{pseudo.TAG}/{address}"), wait_until="load")
        assert page.locator("html").get_attribute("lang") == pseudo.TAG
        faults = [fault for fault in layout(page, address) if "320" in fault.mode]
    assert not faults, "\n".join(map(str, faults))
