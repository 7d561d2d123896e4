"""Every page of every site is sound HTML whose links all lead somewhere."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

if TYPE_CHECKING:
    from tests.sites import Built

_HERE = "http://here/"


def _targets(page: HtmlElement, address: str) -> Iterator[tuple[str, str]]:
    """The address and the anchor of everything of this site that a page asks for or links to."""
    for element, attribute, link, _ in page.iterlinks():
        if element.tag in ("a", "img", "link", "script") and attribute in ("href", "src"):
            parts = urlsplit(urljoin(_HERE + address, link))
            if f"{parts.scheme}://{parts.netloc}/" == _HERE:
                yield unquote(parts.path).lstrip("/"), unquote(parts.fragment)


def test_links_and_anchors_lead_somewhere(built: Built) -> None:
    anchors = {address: set(page.xpath("//@id")) for address, page in built.pages.items()}
    broken = []
    for address, page in built.pages.items():
        for target, anchor in _targets(page, address):
            known = anchors.get(target)
            sound = (built.site / target).is_file() if known is None else not anchor or anchor in known
            if not sound:
                broken.append(f"/{address} → /{target}#{anchor}")
    assert broken == []


def test_each_page_is_well_made(built: Built) -> None:
    wrong = []
    for address, page in built.pages.items():
        twice = [name for name, number in Counter(page.xpath("//@id")).items() if number > 1]
        levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [f"h{one} → h{two}" for one, two in itertools.pairwise(levels) if two > one + 1]
        if twice:
            wrong.append(f"/{address}: ids used twice: {twice}")
        if levels[:1] != [1] or levels.count(1) != 1:
            wrong.append(f"/{address}: headings {levels}")
        if jumps:
            wrong.append(f"/{address}: {jumps}")
        if page.get("lang") != "en":
            wrong.append(f"/{address}: lang {page.get('lang')}")
        if not page.xpath("//article//h1/text()"):
            wrong.append(f"/{address}: the heading is empty")
    assert wrong == []


def test_each_page_has_a_title_of_its_own(built: Built) -> None:
    titles = Counter(page.findtext("head/title") for page in built.pages.values())
    assert [title for title, number in titles.items() if number > 1] == []


def test_no_template_shows_through(built: Built) -> None:
    """Nothing that a template or a block failed to fill in."""
    for address, page in built.pages.items():
        text = page.find(".//article").text_content()
        for sign in ("{{", "{%", "plainplan-block", "Undefined", "None,", "None.", "Unknown."):
            assert sign not in text, f"/{address} shows {sign}"


def test_everything_is_within_three_links_of_home(built: Built) -> None:
    reached = {""}
    latest = {""}
    for _ in range(3):
        latest = {
            target for address in latest for target, _ in _targets(built.pages[address], address)
        } & set(built.pages) - reached
        reached |= latest
    assert set(built.pages) - reached == set()


def test_a_published_site_lists_every_page_in_its_sitemap(example: Built) -> None:
    site_url = "https://plan.commissioner.ashmarch.example.org/"  # as data/plan.yml has it
    listed = (example.site / "sitemap.xml").read_text(encoding="utf-8")
    found = {part.partition("</loc>")[0] for part in listed.split("<loc>")[1:]}
    assert found == {site_url + address for address in example.pages}
