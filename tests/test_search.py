"""What search tells apart on a page, and what it says when there is no index to be had."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from lxml import html
from plainplan.errors import PlanError
from plainplan.model.plan import Label, Labels
from plainplan.render.kinds import kind_id, named
from plainplan.search import FOLDER, KINDS, documents, write_index

_GRANTS = """
<html lang="en"><body data-kind="grants"><article data-pagefind-body>
<h1 id="start-of-page">Grants</h1>
<p>2 grants.</p>
<h3 id="written">Written by hand</h3>
<table><tr><td>Youth club</td></tr></table>
<h2 id="each">Each grant</h2>
<h3 id="one">Youth <b>club</b></h3>
<p>Football.</p><dl><dt>Amount</dt><dd id="deep">£5</dd></dl>
<h3 id="two">Shelter</h3>
<p>Beds.</p>
<h2 id="after">Afterwards</h2>
<p>Nothing more.</p>
</article></body></html>
"""


def _page(kind: str, inside: str) -> str:
    return (
        f'<html lang="en"><body data-kind="{kind}"><p>Around.</p>'
        f"<article data-pagefind-body>{inside}</article></body></html>"
    )


@pytest.mark.parametrize(
    ("page_kind", "expected"),
    [
        ("priority", "priority"),
        ("action", "action"),
        ("previous-action", "previous-action"),
        ("measure", "measure"),
        ("chapter", "chapter"),
        ("grants", "other"),
        ("priorities", "other"),
        ("home", "other"),
    ],
)
def test_page_is_of_a_kind(page_kind: str, expected: str) -> None:
    (found,) = documents("a/", html.document_fromstring(_page(page_kind, "<h1>A <i>title</i></h1><p>B</p>")))
    assert (found.address, found.kind, found.title) == ("a/", expected, "A title")
    assert kind_id(page_kind) == expected
    assert "Around" not in found.body.text_content()


def test_kinds_are_called_what_the_plan_calls_them() -> None:
    kinds = named(Labels(priority=Label(one="Theme", many="Themes")))
    assert (kinds["priority"].one, kinds["priority"].many) == ("Theme", "Themes")


def test_each_grant_is_a_result_of_its_own() -> None:
    one, two, page = documents("grants/", html.document_fromstring(_GRANTS))
    assert (one.address, one.kind, one.title) == ("grants/#one", "grant", "Youth club")
    assert (two.address, two.kind, two.title) == ("grants/#two", "grant", "Shelter")
    assert "Football." in one.body.text_content()
    assert "Beds." not in one.body.text_content()
    assert "Nothing more." not in two.body.text_content()
    assert not one.body.xpath(".//@id")
    assert (page.address, page.kind, page.title) == ("grants/", "other", "Grants")
    rest = page.body.text_content()
    assert "Written by hand" in rest
    assert "Nothing more." in rest
    assert "Football." not in rest
    assert "Youth club" not in rest


def test_a_page_and_a_grant_of_like_addresses_are_both_found(tmp_path: Path) -> None:
    site = _site(tmp_path)
    for name, page in (("grants", _GRANTS), ("grants/one", _page("chapter", "<h1>One</h1><p>Words.</p>"))):
        (site / name).mkdir()
        (site / name / "index.html").write_text(page, encoding="utf-8")
    write_index(site)
    fragments = (site / FOLDER / "fragment").iterdir()
    found = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))["meta"]["address"]
        for path in fragments
    ]
    assert sorted(found) == ["", "grants/", "grants/#one", "grants/#two", "grants/one/", "roads/"]


def test_a_page_more_leaves_the_others_as_browsers_keep_them(tmp_path: Path) -> None:
    site = _site(tmp_path)
    write_index(site)
    before = {path.name for path in (site / FOLDER / "fragment").iterdir()}
    (site / "a").mkdir()
    (site / "a" / "index.html").write_text(_page("chapter", "<h1>A</h1><p>B.</p>"), encoding="utf-8")
    write_index(site)
    after = {path.name for path in (site / FOLDER / "fragment").iterdir()}
    assert before < after


def test_page_that_is_not_for_search_is_left_out() -> None:
    page = _page("search", "<h1>Search</h1>").replace(" data-pagefind-body", "")
    assert list(documents("search/", html.document_fromstring(page))) == []


def _site(folder: Path) -> Path:
    for name, text in (("", "Home"), ("roads/", "Roads"), ("search/", "")):
        page = folder / name / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        marked = _page("chapter", f"<h1>{text}</h1><p>Words.</p>")
        page.write_text(marked if text else marked.replace(" data-pagefind-body", ""), encoding="utf-8")
    return folder


def test_index_holds_what_the_search_page_asks_for_and_no_more(tmp_path: Path) -> None:
    site = _site(tmp_path)
    write_index(site)
    files = {path.name for path in (site / FOLDER).iterdir()}
    meta = {name for name in files if name.endswith(".pf_meta")}
    assert len(meta) == 1
    assert files - meta == {
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.en.pagefind",
        "fragment",
        "index",
        KINDS,
    }
    kinds = json.loads((site / FOLDER / KINDS).read_text(encoding="utf-8"))
    assert [(kind, len(ids)) for kind, ids in kinds.items()] == [("chapter", 2)]


def test_settings_of_the_machine_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = _site(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    monkeypatch.setenv("PAGEFIND_OUTPUT_PATH", str(tmp_path / "elsewhere"))
    write_index(site)
    assert (site / FOLDER / "pagefind-entry.json").is_file()


@pytest.mark.parametrize("program", ["missing", "broken"])
def test_failure_of_pagefind_is_told_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    if program == "broken":
        (tmp_path / program).write_text("#!/bin/sh\necho out of paper >&2\nexit 3\n", encoding="utf-8")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / program))
    with pytest.raises(PlanError) as told:
        write_index(_site(tmp_path / "site"))
    assert "The search index could not be made." in str(told.value)
    assert ("out of paper" if program == "broken" else "could not be run") in str(told.value)
    assert "`make`" in str(told.value)
