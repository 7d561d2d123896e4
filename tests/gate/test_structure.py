"""How the pages of the site are made, and where their links lead: from the HTML, without a browser."""

from __future__ import annotations

from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.links import link_faults, third_party_faults
from tests.gate.structure import MODE, structure_faults
from tests.gate.tested import sitemap_faults


def _check(gate: Gate, name: str, what: str, faults: list[Fault]) -> None:
    gate.check(name, what, faults if gate.whole else [], pages=gate.whole, modes=[MODE])


def test_every_page_is_known(gate: Gate) -> None:
    what = "Every page is in the site map, and every page in the site map is there."
    _check(gate, "Site map", what, sitemap_faults(gate.tested.folder))


def test_pages_are_well_made(gate: Gate) -> None:
    what = (
        "Titles, headings, landmarks, the skip link, link words, alternative texts, tables, ids, focus order "
        "and languages, as they stand in the HTML."
    )
    _check(gate, "How pages are made", what, structure_faults(gate.tested))


def test_links_lead_somewhere(gate: Gate) -> None:
    what = "Every link and anchor within the site leads to a page and a part that is there."
    _check(gate, "Links", what, link_faults(gate.tested))


def test_nothing_is_asked_of_another_host(gate: Gate) -> None:
    what = "No page or style sheet makes a browser ask another host for anything."
    _check(gate, "Other hosts", what, third_party_faults(gate.tested))
