"""The results of the tests are told in every edition, and hold for all of them together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plainplan.results import FILE, Check, Results, Tool, site_hash

from tests.gate.checks import KINDS
from tests.gate.editions import edition_faults
from tests.gate.structure import structure_faults
from tests.gate.tested import find
from tests.sites import ROOT, Built, Workshop, parse

EDITIONS = """\
publish_from: 0
editions:
  - language: en
    name: English
  - language: cy
    name: Cymraeg
  - language: ur
    name: اردو
"""
PAGE = "accessibility/results/index.html"
FOLDERS = ("", "cy/", "ur/")


@pytest.fixture(scope="module")
def plan(workshop: Workshop, lasting_small_plan: Path) -> Path:
    made = workshop.copy(lasting_small_plan, "results-in-editions")
    (made / "data" / "editions.yml").write_text(EDITIONS, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def untested(workshop: Workshop, plan: Path) -> Built:
    return workshop.build(plan, plan / "untested")


@pytest.fixture(scope="module")
def told(workshop: Workshop, plan: Path, untested: Built) -> Built:
    """The same plan, built where the gate has written what it found on the first build."""
    found = Results(
        site=site_hash(untested.site),
        tested_on=date(2026, 11, 21),
        tools=(Tool(name="axe-core", version="4.14.1"),),
        pages=150,
        rules=95,
        checks=tuple(
            Check(name=kind.name, what=kind.what, pages=150, modes=(), findings=0) for kind in KINDS
        ),
        settled=(),
        findings=(),
    )
    (plan / FILE).parent.mkdir(parents=True, exist_ok=True)
    (plan / FILE).write_text(found.model_dump_json(), encoding="utf-8")
    return workshop.build(plan, plan / "told")


def test_every_edition_tells_them(told: Built) -> None:
    for folder in FOLDERS:
        page = parse(told.site / folder / PAGE)
        rows = page.xpath("//tr[td]")
        assert len(rows) == len(KINDS) + 1, folder
        assert page.xpath("//code[string-length() = 64]"), folder
    said = [parse(told.site / folder / PAGE).xpath("string(//article)") for folder in FOLDERS]
    assert len(set(said)) == len(FOLDERS), "each in its own words"


def test_no_mark_and_no_half_done_page_is_left(told: Built) -> None:
    tested = find(told.site)
    assert [*edition_faults(tested), *structure_faults(tested)] == []
    assert not [path for path in told.site.rglob("*") if path.name.startswith(".")]


def test_results_leave_the_hash_as_it_is(untested: Built, told: Built) -> None:
    assert site_hash(told.site) == site_hash(untested.site)


def test_a_change_of_one_edition_makes_them_those_of_another_build(
    workshop: Workshop, plan: Path, told: Built
) -> None:
    file = plan / "data" / "translations" / "cy.po"
    file.parent.mkdir(exist_ok=True)
    header = (ROOT / "data" / "translations" / "cy.po").read_text(encoding="utf-8").partition("\n\n")[0]
    title = 'msgctxt "plan: title"\nmsgid "Safer Testshire"\nmsgstr "Testshire mwy diogel"\n'
    file.write_text(f"{header}\n\n{title}", encoding="utf-8")
    again = workshop.try_build(plan, plan / "changed")
    file.unlink()
    assert again.code == 0, again.output
    for folder in FOLDERS:
        page = parse(plan / "changed" / folder / PAGE)
        assert not page.xpath("//tr[td]"), folder
