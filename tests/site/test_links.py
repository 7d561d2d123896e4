"""Every page of every site is sound HTML whose links all lead somewhere."""

from __future__ import annotations

import functools

from tests.gate.links import inside, link_faults, links, third_party_faults
from tests.gate.structure import structure_faults
from tests.gate.telling import tell
from tests.gate.tested import NOT_FOUND, Tested, find
from tests.sites import Built


@functools.cache
def _tested(built: Built) -> Tested:
    return find(built.site)


def test_links_and_anchors_lead_somewhere(built: Built) -> None:
    faults = [*link_faults(_tested(built)), *third_party_faults(_tested(built))]
    # A plan of 2008 links as one did then.
    faults = [fault for fault in faults if fault.rule != "scheme" or "http://" not in fault.message]
    assert not faults, tell(faults)


def test_each_page_is_well_made(built: Built) -> None:
    faults = structure_faults(_tested(built))
    assert not faults, tell(faults)


def test_no_template_shows_through(built: Built) -> None:
    """Nothing that a template or a block failed to fill in."""
    for address, page in built.pages.items():
        text = page.find(".//article").text_content()
        for sign in ("{{", "{%", "plainplan-block", "Undefined", "None,", "None.", "Unknown."):
            assert sign not in text, f"/{address} shows {sign}"


def test_everything_is_within_three_links_of_home(built: Built) -> None:
    tested = _tested(built)
    pages = set(built.pages) - {NOT_FOUND}
    reached = {""}
    latest = {""}
    for _ in range(3):
        found = {
            leads[0]
            for address in latest
            for _, link in links(tested.trees[address])
            if (leads := inside(tested, address, link)) is not None
        }
        latest = found & pages - reached
        reached |= latest
    assert pages - reached == set()


EASY_READ_IN = ("", "cy/", "ur/")
"""The others have too little of it."""


def test_a_published_site_lists_every_page_in_its_sitemap(example: Built) -> None:
    site_url = "https://plan.commissioner.ashmarch.example.org/"  # as data/plan.yml has it
    listed = (example.site / "sitemap.xml").read_text(encoding="utf-8")
    found = {part.partition("</loc>")[0] for part in listed.split("<loc>")[1:]}
    editions = ["", *(f"{folder}/" for folder in example.translations)]
    assert found == {
        f"{site_url}{edition}{address}"
        for edition in editions
        for address in example.pages
        if edition in EASY_READ_IN or not address.startswith("easy-read/")
    }
