"""The rules about languages are proved: faults are planted into a small site of three, and each is caught.

One edition is read from the right, and one is a draft.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.gate.editions import edition_faults
from tests.gate.fault import Fault
from tests.gate.sample import to_read
from tests.gate.structure import structure_faults
from tests.gate.tested import find, sitemap_faults
from tests.sites import Workshop

_HOME = "https://plan.example.org/"
_EDITIONS = """\
publish_from: 0
editions:
  - language: en
    name: English
  - language: ur
    name: اردو
  - language: cy
    name: Cymraeg
    publish_from: 100
"""
_HERE = "ur/about/"
_END = "</article>"


@dataclass(frozen=True)
class Planted:
    """A fault: in the file `file`, `old` becomes `new`. `rule` catches it, on `page`, and names `at`."""

    what: str
    rule: str
    old: str
    new: str
    at: str = ""
    page: str = _HERE
    file: str = f"{_HERE}index.html"

    def __str__(self) -> str:
        return self.what


def _words(what: str, rule: str, html: str, **more: str) -> Planted:
    """Words at the end of the content."""
    return Planted(what, rule, _END, f"{html}{_END}", at="planted", **more)


PLANTED = (
    Planted("page in another language", "lang-of-edition", '<html lang="ur"', '<html lang="ar"', "html"),
    Planted("page that says it is easy", "lang-of-reading-level", 'lang="ur"', 'lang="ur-simple"', "html"),
    Planted("page read the wrong way", "dir-of-language", 'dir="rtl">\n<head', 'dir="ltr">\n<head', "html"),
    Planted(
        "alternate with the wrong language",
        "hreflang-wrong",
        'alternate" hreflang="en"',
        'alternate" hreflang="cy"',
    ),
    Planted(
        "page left out of the set", "hreflang-incomplete", 'alternate" hreflang="ur"', 'x" lang="ur"', "head"
    ),
    Planted("no language for all others", "hreflang-incomplete", 'hreflang="x-default"', 'lang="en"', "head"),
    Planted(
        "alternate that does not name this page",
        "hreflang-one-way",
        'alternate" hreflang="ur" href="https://plan.example.org/ur/about/"',
        'alternate" hreflang="ur" href="https://plan.example.org/ur/contact/"',
        "head",
        "about/",
        "about/index.html",
    ),
    Planted(
        "site map that says something else",
        "hreflang-site-map",
        'hreflang="x-default" href="https://plan.example.org/about/"',
        'hreflang="x-default" href="https://plan.example.org/contact/"',
        "sitemap.xml",
        page="about/",
        file="sitemap.xml",
    ),
    Planted(
        "list that leads elsewhere",
        "language-link-elsewhere",
        'href="../../about/" lang',
        'href="../../" lang',
    ),
    Planted(
        "list that leaves a language out",
        "language-not-listed",
        'hreflang="ur" dir',
        "dir",
        "nav",
        "about/",
        "about/index.html",
    ),
    Planted(
        "list that names no language as this",
        "language-not-current",
        'aria-current="true" lang="ur"',
        'lang="ur"',
        "nav",
    ),
    Planted("no list", "no-languages", '<nav class="pp-languages"', "<nav hidden><a></a></nav><div", "body"),
    Planted(
        "draft that is linked",
        "draft-linked",
        _END,
        f"<a href='../cy/about/' id='planted'>Cymraeg</a>{_END}",
        "planted",
        "about/",
        "about/index.html",
    ),
    Planted(
        "draft that may be found",
        "draft-to-be-found",
        '<meta name="robots" content="noindex">',
        "",
        "head",
        "cy/about/",
        "cy/about/index.html",
    ),
    Planted(
        "draft in the site map",
        "not-to-be-listed",
        "<loc>https://plan.example.org/about/</loc>",
        "<loc>https://plan.example.org/cy/about/</loc>",
        "sitemap.xml",
        "cy/about/",
        "sitemap.xml",
    ),
    Planted("part that only the source has", "id-of-source", ' id="main"', ' id="other"', "main"),
    Planted("mark in a page", "mark-left", _END, f"\ufdd0words\ufdd3{_END}", "index.html"),
    Planted(
        "mark in a file of data",
        "mark-left",
        '"',
        '"\\ufdd1',
        "plan.json",
        "ur/data/v1/plan.json",
        "ur/data/v1/plan.json",
    ),
    _words("English words in Urdu", "words-unmarked", "<p id='planted'>What we do about roads</p>"),
    _words(
        "Urdu words in English",
        "words-unmarked",
        "<p id='planted'>سڑکوں کے بارے میں</p>",
        page="about/",
        file="about/index.html",
    ),
    _words("title in another script", "words-unmarked", "<p title='planted'>What we do about roads</p>"),
    _words("words without their direction", "dir-missing", "<p id='planted' lang='en'>What we do</p>"),
    _words(
        "what is not translated and does not say so",
        "untranslated-unmarked",
        "<p id='planted' data-untranslated='missing'>ہم</p>",
    ),
    _words("number that is turned about", "not-isolated", "<p id='planted'>فون: 01632 960101</p>"),
    _words(
        "address of mail that is turned about", "not-isolated", "<p id='planted'>ای میل: a@example.org</p>"
    ),
    _words("web address that is turned about", "not-isolated", "<p id='planted'>ویب: www.example.org/a/</p>"),
    _words("vague link in Urdu", "link-vague", "<p><a href='../contact/' id='planted'>یہاں</a></p>"),
    _words(
        "vague English link in Urdu", "link-vague", "<p><a href='../' id='planted' lang='en'>here</a></p>"
    ),
)
_SOUND = (
    "<p>Police and Crime Commissioner</p>",
    "<p><a href='../contact/'>plan.json (CSV، 7 kB)</a></p>",
    "<p lang='en' dir='ltr'>What we do about roads: ring 01632 960101, or see www.example.org</p>",
    "<p>فون: <bdi dir='ltr'>01632 960101</bdi>، <bdi>a@example.org</bdi></p>",
    "<p>2026-11-23 · 101 · 10 000</p>",
)
"""What is no fault in Urdu: names, files, what says its language, what is set apart, and plain figures."""


@pytest.fixture(scope="session")
def three_languages(workshop: Workshop, lasting_small_plan: Path) -> Path:
    """The site of a tiny plan in three languages."""
    return workshop.once("three-languages", lambda: _in_three_languages(workshop, lasting_small_plan)).site


def _in_three_languages(workshop: Workshop, lasting_small_plan: Path) -> Path:
    plan = workshop.copy(lasting_small_plan, "editions")
    (plan / "data" / "editions.yml").write_text(_EDITIONS, encoding="utf-8")
    file = plan / "data" / "plan.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}site_url: {_HOME}\n", encoding="utf-8")
    return plan


def _faults(folder: Path) -> list[Fault]:
    tested = find(folder)
    return [*edition_faults(tested), *structure_faults(tested), *sitemap_faults(folder)]


@pytest.fixture(scope="session")
def faults_before(three_languages: Path) -> set[Fault]:
    return set(_faults(three_languages))


def _copy(site: Path, into: Path) -> Path:
    shutil.copytree(site, into / "site")
    return into / "site"


def test_site_without_a_fault_has_none(faults_before: set[Fault]) -> None:
    assert sorted(map(str, faults_before)) == []


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_planted_fault_is_caught(
    planted: Planted, three_languages: Path, faults_before: set[Fault], tmp_path: Path
) -> None:
    folder = _copy(three_languages, tmp_path)
    file = folder / planted.file
    text = file.read_text(encoding="utf-8")
    assert planted.old in text
    file.write_text(text.replace(planted.old, planted.new, 1), encoding="utf-8")
    found = set(_faults(folder)) - faults_before
    caught = [one for one in found if (one.rule, one.page) == (planted.rule, planted.page)]
    assert caught, "\n".join(map(str, sorted(found))) or "nothing was found"
    assert all(planted.at in one.place and one.message and one.mend for one in caught)


@pytest.mark.parametrize("html", _SOUND)
def test_what_is_no_fault(
    html: str, three_languages: Path, faults_before: set[Fault], tmp_path: Path
) -> None:
    folder = _copy(three_languages, tmp_path)
    file = folder / _HERE / "index.html"
    file.write_text(file.read_text(encoding="utf-8").replace(_END, html + _END), encoding="utf-8")
    assert set(_faults(folder)) == faults_before


def test_pages_that_one_edition_has_are_told(three_languages: Path, tmp_path: Path) -> None:
    folder = _copy(three_languages, tmp_path)
    (folder / _HERE / "index.html").unlink()
    shutil.copytree(folder / "ur" / "contact", folder / "ur" / "contact-2")
    found = {(one.page, one.rule) for one in edition_faults(find(folder))}
    assert {(_HERE, "page-of-source"), ("ur/contact-2/", "page-not-of-source")} <= found


def test_a_draft_of_easy_read_alone_is_not_led_to(three_languages: Path, tmp_path: Path) -> None:
    folder = _copy(three_languages, tmp_path)
    here = folder / _HERE / "index.html"
    text = here.read_text(encoding="utf-8")
    easy = folder / "ur" / "easy-read" / "index.html"
    easy.parent.mkdir()
    unfound = '<meta name="robots" content="noindex"></head>'
    easy.write_text(
        text.replace('lang="ur"', 'lang="ur-simple"', 1).replace("</head>", unfound), encoding="utf-8"
    )
    here.write_text(text.replace(_END, f"<a href='../easy-read/'>آسان</a>{_END}"), encoding="utf-8")
    found = {(one.page, one.rule) for one in edition_faults(find(folder))}
    assert (_HERE, "draft-linked") in found
    assert ("ur/easy-read/", "lang-of-reading-level") not in found
    easy.write_text(text, encoding="utf-8")
    found = {(one.page, one.rule) for one in edition_faults(find(folder))}
    assert (_HERE, "draft-linked") not in found
    assert ("ur/easy-read/", "lang-of-reading-level") in found


def test_a_sample_has_all_of_one_edition_and_each_kind_of_the_others(three_languages: Path) -> None:
    tested = find(three_languages)
    sample = set(to_read(tested, all_editions=False))
    assert tested.translations == ("cy/", "ur/")
    assert set(tested.editions[""]) <= sample
    kinds = {tested.trees[page].xpath("string(//body/@data-kind)") for page in tested.editions[""]}
    urdu = {
        tested.trees[page].xpath("string(//body/@data-kind)") for page in sample if page.startswith("ur/")
    }
    assert urdu == kinds - {"whole-plan"}
    assert {"ur/", "ur/404.html", "ur/search/", "ur/languages/", "cy/"} <= sample
    drafts = {page for page in sample if page.startswith("cy/")}
    assert len(drafts) < len({page for page in sample if page.startswith("ur/")}) / 2
    assert to_read(tested, all_editions=True) == tested.addresses
