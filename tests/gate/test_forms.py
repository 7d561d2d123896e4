"""What is read in fewer modes has nothing that another mode could change and no page shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.gate.axe import EVERY_WAY, LIGHT, MODES
from tests.gate.forms import VALUES, fresh_forms, ways
from tests.gate.tested import Tested, find
from tests.sites import ROOT

_PAGE = """<!DOCTYPE html><html lang="{lang}"><head><title>A</title></head><body data-kind="chapter">
<nav class="menu"><details><summary>Menu</summary></details></nav>{outside}
<main>{inside}<p class="a">Words, {words}</p></main></body></html>"""
_PAGES = {
    "index.html": {},
    "long/index.html": {"words": "many words " * 20},
    "same/index.html": {"words": "others"},
    "class/index.html": {"inside": '<p class="b">New</p>'},
    "state/index.html": {"inside": "<p hidden>New</p>"},
    "place/index.html": {"inside": '<div><p class="a">Elsewhere</p></div>'},
    "round/index.html": {"outside": "<p>New</p>"},
    "whole-plan/index.html": {"inside": "<section>All</section>"},
    "cy/index.html": {"lang": "cy"},
    "cy/404.html": {"lang": "cy"},
    "cy/class/index.html": {"lang": "cy", "inside": '<p class="b">Newydd</p>'},
}


@pytest.fixture
def tested(tmp_path: Path) -> Tested:
    for name, parts in _PAGES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        given = {"lang": "en", "outside": "", "inside": "", "words": "", **parts}
        path.write_text(_PAGE.format(**given), encoding="utf-8")
    return find(tmp_path)


def test_what_has_forms_of_its_own_is_read_in_every_mode(tested: Tested) -> None:
    fresh = fresh_forms(tested)
    assert fresh.outside == {"long/", "round/"}
    assert fresh.inside == {"long/", "class/", "state/", "place/"}


def test_every_page_is_read_in_one_way(tested: Tested) -> None:
    read = ways(tested, tested.addresses, all_editions=False)
    assert {page: (way.modes, way.menus) for way, pages in read.items() for page in pages} == {
        **dict.fromkeys(("", "long/", "round/"), (MODES, True)),
        **dict.fromkeys(("class/", "state/", "place/"), (MODES, False)),
        "same/": (MODES[:1], False),
        "whole-plan/": (MODES[:2], False),
        "cy/": (LIGHT, True),
        **dict.fromkeys(("cy/404.html", "cy/class/"), (LIGHT, False)),
    }


def test_for_results_every_page_is_read_in_every_mode(tested: Tested) -> None:
    assert ways(tested, tested.addresses, all_editions=True) == {EVERY_WAY: tested.addresses}
    assert (EVERY_WAY.modes, EVERY_WAY.menus) == (MODES, True)


def test_style_sheets_go_by_no_other_values() -> None:
    """Else two elements could look alike to forms.py and different to a reader."""
    by_value = {
        name
        for sheet in (ROOT / "overrides" / "assets").rglob("*.css")
        for name in re.findall(r"\[([a-z-]+)[~^*|$]?=", sheet.read_text(encoding="utf-8"))
    }
    assert "dir" in by_value
    assert by_value - {"href"} <= set(VALUES), "add it to VALUES in tests/gate/forms.py"
