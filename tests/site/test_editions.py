"""A plan in several languages: every edition has every page, and each page says what it lacks."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import urlsplit

import pytest
from lxml import etree
from lxml.html import HtmlElement
from plainplan.language import Mark
from plainplan.language.marks import END
from plainplan.translation.languages import interface_catalogue

from tests.site.in_editions import FOLDERS, HOME, MIXED, PREFIX, TRANSLATED, Edition
from tests.sites import Built

PUBLISHED = ("en", "cy", "ur")
DIRECTIONS = {"en": "ltr", "cy": "ltr", "ur": "rtl", "pl": "ltr"}
NAMES = {"en": "English", "cy": "Cymraeg", "ur": "اردو", "pl": "Polski"}
_OF_LANGUAGE = {"letter": "a-to-z/index.html", "languages": "languages/index.html"}
"""Pages whose ids say letters of the alphabet, and what is not translated."""


def _said(tag: str, message: str) -> str:
    """Words of the product in a language; in English where its catalogue lacks them."""
    return interface_catalogue(tag).get("", message) or message


def _ids(page: HtmlElement) -> list[str]:
    return sorted(page.xpath("//@id"))


@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_edition_has_the_pages_of_the_source(editions: dict[str, Edition], tag: str) -> None:
    assert list(editions[tag].pages) == list(editions["en"].pages)
    assert len(editions[tag].pages) > 30


@pytest.mark.parametrize("tag", TRANSLATED)
def test_the_same_ids_on_every_page(editions: dict[str, Edition], tag: str) -> None:
    differ = {
        path
        for path, page in editions[tag].pages.items()
        if path not in _OF_LANGUAGE.values() and _ids(page) != _ids(editions["en"].pages[path])
    }
    assert not differ
    assert {"slower-traffic", "start-of-page"} <= set(_ids(editions[tag].pages["roads/index.html"]))


@pytest.mark.parametrize("tag", FOLDERS)
def test_language_and_direction(editions: dict[str, Edition], tag: str) -> None:
    found = {(page.get("lang"), page.get("dir")) for page in editions[tag].pages.values()}
    assert found == {(tag, DIRECTIONS[tag])}


@pytest.mark.parametrize("tag", FOLDERS)
def test_languages_lead_to_the_same_page(editions: dict[str, Edition], tag: str) -> None:
    """Published ones and this one; each in its own name, the one that is here without a link."""
    shown = [one for one in FOLDERS if one in (*PUBLISHED, tag)]
    for path in editions[tag].pages:
        if path.startswith("embed/"):
            continue
        nav = editions[tag].pages[path].xpath("//nav[@class='pp-languages']//li/*")
        address = "index.html" if path == "404.html" else path
        base = FOLDERS[tag] if path != "404.html" else f"{FOLDERS[tag]}404/"
        assert [one.text_content() for one in nav] == [NAMES[one] for one in shown], path
        for one, element in zip(shown, nav, strict=True):
            assert element.get("lang") == one
            assert (element.get("aria-current") == "true") == (one == tag)
            if one == tag:
                continue
            assert (element.get("hreflang"), element.get("dir")) == (one, DIRECTIONS[one])
            if path != "404.html":  # which may be shown at any address
                led = normpath(join("/", base, path, "..", urlsplit(element.get("href")).path))
                assert led == normpath(join("/", FOLDERS[one], address, "..")), path


@pytest.mark.parametrize("tag", PUBLISHED)
def test_what_search_engines_are_told(editions: dict[str, Edition], tag: str) -> None:
    for path, page in editions[tag].pages.items():
        if path.startswith("embed/") or path == "404.html":
            continue
        address = path.removesuffix("index.html")
        found = [(one.get("hreflang"), one.get("href")) for one in page.xpath("//link[@hreflang]")]
        expected = [(one, f"{HOME}{FOLDERS[one]}{address}") for one in PUBLISHED]
        assert sorted(found) == sorted([*expected, ("x-default", f"{HOME}{address}")])
        assert page.xpath("//link[@rel='canonical']/@href") == [f"{HOME}{FOLDERS[tag]}{address}"]
        assert not page.xpath("//meta[@name='robots']"), path


def test_a_draft_is_not_to_be_found(editions: dict[str, Edition], several: Built) -> None:
    for path, page in editions["pl"].pages.items():
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"], path
        assert not page.xpath("//link[@hreflang]"), path
    for tag in PUBLISHED:
        for path, page in editions[tag].pages.items():
            led = [normpath(join(FOLDERS[tag], path, "..", href)) for href in page.xpath("//a/@href")]
            assert not [one for one in led if one.split("/")[0] == "pl"], path
    assert "/pl/" not in (several.site / "sitemap.xml").read_text(encoding="utf-8")


def test_one_site_map_with_every_page_in_every_published_language(
    editions: dict[str, Edition], several: Built
) -> None:
    maps = {path.relative_to(several.site).as_posix() for path in several.site.rglob("sitemap.xml*")}
    assert maps == {"sitemap.xml", "sitemap.xml.gz"}
    raw = (several.site / "sitemap.xml").read_bytes()
    assert gzip.decompress((several.site / "sitemap.xml.gz").read_bytes()) == raw
    tree = etree.fromstring(raw)
    listed = [str(one.text) for one in tree.iter("{*}loc")]
    expected = {
        f"{HOME}{FOLDERS[tag]}{path.removesuffix('index.html')}"
        for tag in PUBLISHED
        for path in editions[tag].pages
        if not path.startswith("embed/") and path != "404.html"
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == expected
    for entry in tree.iter("{*}url"):
        ways = {str(one.get("hreflang")): str(one.get("href")) for one in entry.iter("{*}link")}
        assert list(ways) == [*PUBLISHED, "x-default"]
        assert entry.findtext("{*}loc") in ways.values()
        assert ways["x-default"] == ways["en"]


NOTICES = {
    "cy": ("A machine made this translation. No translator has checked it yet.",),
    "pl": (
        "This is a draft of a translation. It is not published.",
        "No translator has checked this translation yet.",
    ),
}


@pytest.mark.parametrize("tag", NOTICES)
def test_who_made_and_checked_it_is_said_in_the_language_of_readers(
    editions: dict[str, Edition], tag: str
) -> None:
    for path in editions[tag].pages:
        if not path.startswith("embed/"):
            for message in NOTICES[tag]:
                assert _said(tag, message) in editions[tag].notice(path), path


def test_a_checked_translation_has_a_note_only_where_something_lacks(editions: dict[str, Edition]) -> None:
    shown = {path for path, page in editions["ur"].pages.items() if page.xpath("//*[@role='note']")}
    assert shown == {"alone/index.html", "a-to-z/index.html", "whole-plan/index.html"}
    assert not any(page.xpath("//*[@class='pp-translation']") for page in editions["en"].pages.values())


LACKING = {
    ("cy", "roads/index.html"): [
        ("p", "stale", "Drivers slow down where they see people."),
        ("li", "missing", "Villages come first."),
    ],
    ("ur", "roads/index.html"): [],
    ("cy", "alone/index.html"): [("p", "missing", "Nobody has translated this sentence.")],
    ("cy", "law/index.html"): [],
}


@pytest.mark.parametrize("tag, path", LACKING)
def test_untranslated_blocks_say_their_language(editions: dict[str, Edition], tag: str, path: str) -> None:
    found = editions[tag].lacking(path)
    assert [(one.tag, one.get("data-untranslated"), one.text_content()) for one in found] == LACKING[
        tag, path
    ]
    assert all((one.get("lang"), one.get("dir")) == ("en", "ltr") for one in found)


def _counted(edition: Edition) -> Iterator[tuple[str, int]]:
    for path, page in edition.pages.items():
        links = page.xpath("//div[@class='pp-translation']//a[contains(@href, '#page-')]")
        if links:
            [link] = links
            yield path, int(re.findall(r"\d+", link.text_content())[0])
            target, _, anchor = link.get("href").partition("#")
            assert normpath(join(path, "..", target)) == "languages"
            [row] = edition.pages["languages/index.html"].xpath("//tr[@id=$anchor]", anchor=anchor)
            led = row.xpath("string(th//a/@href)")
            assert normpath(join("languages", led, "index.html")) == path
            assert sum(int(cell.text_content()) for cell in row.xpath("td")) == int(
                re.findall(r"\d+", link.text_content())[0]
            )


@pytest.mark.parametrize("tag", TRANSLATED)
def test_pages_say_how_much_they_lack_and_lead_to_the_row(editions: dict[str, Edition], tag: str) -> None:
    edition = editions[tag]
    counted = dict(_counted(edition))
    nothing = [path for path in edition.pages if _says_nothing(edition, path)]
    assert counted["whole-plan/index.html"] == len(edition.lacking("whole-plan/index.html"))
    for path in edition.pages:
        if path.startswith(("embed/", "404", "languages/")) or path in nothing:
            continue
        assert counted.get(path, 0) == len(edition.lacking(path)), path


def _says_nothing(edition: Edition, path: str) -> bool:
    return edition.notice(path).find(_NOTHING[edition.tag]) >= 0


_NOTHING = {tag: _said(tag, "Nothing on this page is translated yet.") for tag in TRANSLATED}


@pytest.mark.parametrize("tag", TRANSLATED)
def test_a_page_without_a_translation_says_so_first(editions: dict[str, Edition], tag: str) -> None:
    [main] = editions[tag].pages["alone/index.html"].xpath("//main")
    paragraphs = [one.text_content() for one in main.xpath(".//p")]
    draft = _said(tag, NOTICES["pl"][0])
    assert next(one for one in paragraphs if one != draft) == _NOTHING[tag]
    told = [path for path in editions[tag].pages if _says_nothing(editions[tag], path)]
    assert (len(told) > 10) if tag == "pl" else told == ["alone/index.html"]


def test_latin_words_and_figures_inside_urdu_stay_as_they_are(editions: dict[str, Edition]) -> None:
    for path in ("actions/speed-checks/index.html", "progress/2026-10-23/index.html"):
        [found] = [one for one in editions["ur"].article(path).iter() if (one.text or "").strip() == MIXED]
        assert found.get("lang") is None


DATA_FILES = (".json", ".csv", ".xml", ".svg", ".xlsx", ".zip", ".html", ".ics", ".txt")
_SIGNS = [sign.encode() for sign in (*Mark, END)]
_ESCAPED = [f"\\u{ord(sign):04x}".encode() for sign in (*Mark, END)]


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    raw = path.read_bytes()
    yield path.name, raw
    if path.suffix in (".xlsx", ".zip"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in archive.namelist():
                yield f"{path.name}: {name}", archive.read(name)


def test_no_file_holds_a_mark(several: Built) -> None:
    """Whole and as JSON escapes it, in files inside of files too."""
    looked_at = [path for path in several.site.rglob("*") if path.suffix in DATA_FILES]
    assert {path.suffix for path in looked_at} >= {".json", ".csv", ".xml", ".svg", ".xlsx", ".zip", ".html"}
    bad = [
        f"{path}: {name}"
        for path in looked_at
        for name, raw in _contents(path)
        if any(sign in raw for sign in _SIGNS) or any(sign in raw.lower() for sign in _ESCAPED)
    ]
    assert not bad


@pytest.mark.parametrize("tag", ["cy", "ur"])
def test_data_and_feeds_are_in_the_language(editions: dict[str, Edition], tag: str) -> None:
    folder = editions[tag].folder
    plan = json.loads((folder / "data/v1/plan.json").read_text(encoding="utf-8"))
    assert PREFIX[tag] in json.dumps(plan, ensure_ascii=False)
    assert f"{PREFIX[tag]} Check speeds" in (folder / "data/v1/actions.csv").read_text(encoding="utf-8")
    feed = json.loads((folder / "changes/feed.json").read_text(encoding="utf-8"))
    assert feed["language"].partition("-")[0] == tag
    assert feed["title"].startswith(PREFIX[tag])
    assert feed["home_page_url"].startswith(f"{HOME}{tag}/")
    atom = etree.fromstring((folder / "changes/feed.xml").read_bytes())
    assert atom.get("{http://www.w3.org/XML/1998/namespace}lang", "").partition("-")[0] == tag
    assert (atom.findtext("{*}title") or "").startswith(PREFIX[tag])
