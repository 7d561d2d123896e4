"""How the pages of the site are made, and where their links lead: from the HTML, without a browser."""

from __future__ import annotations

from tests.gate import checks
from tests.gate.editions import edition_faults
from tests.gate.fault import Fault
from tests.gate.gate import Gate
from tests.gate.links import link_faults, third_party_faults
from tests.gate.places import MODE
from tests.gate.structure import structure_faults
from tests.gate.tested import sitemap_faults


def _check(gate: Gate, kind: checks.Kind, faults: list[Fault]) -> None:
    gate.check(kind, faults if gate.whole else [], pages=gate.whole, modes=[MODE])


def test_every_page_is_known(gate: Gate) -> None:
    _check(gate, checks.SITE_MAP, sitemap_faults(gate.tested.folder))


def test_pages_are_well_made(gate: Gate) -> None:
    """In every language, and the languages beside each other."""
    faults = [*structure_faults(gate.tested), *edition_faults(gate.tested)] if gate.whole else []
    _check(gate, checks.STRUCTURE, faults)


def test_links_lead_somewhere(gate: Gate) -> None:
    _check(gate, checks.LINKS, link_faults(gate.tested))


def test_nothing_is_asked_of_another_host(gate: Gate) -> None:
    _check(gate, checks.OTHER_HOSTS, third_party_faults(gate.tested))
