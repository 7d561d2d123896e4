"""What a change does to the editions of a plan, and what stops a build of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest
from plainplan.preview import ALONE

from tests import sites
from tests.site.in_editions import FOLDERS, FUZZY, Edition, editions_of, po_of, replace_in
from tests.sites import Built, Workshop, fingerprint, run, share_drawings

_OLD = "The old paragraph stays as it was."
_NEW = "The old paragraph stays nearly as it was."
Lack = tuple[str, str, str]
"""A page, why it lacks words, and which."""


@pytest.fixture
def plan(several: Built, tmp_path: Path) -> Path:
    """A copy of the plan in several languages, without any page built."""
    for part in ("data", "content"):
        shutil.copytree(several.plan / part, tmp_path / "plan" / part)
    shutil.copy2(several.plan / "mkdocs.yml", tmp_path / "plan" / "mkdocs.yml")
    share_drawings(tmp_path / "plan")
    return tmp_path / "plan"


def _lacking(edition: Edition) -> set[Lack]:
    return {
        (path, str(one.get("data-untranslated")), one.text_content())
        for path, page in edition.pages.items()
        if page.xpath("//div[@class='pp-text']") and not path.startswith("languages/")
        for one in edition.lacking(path)
    }


def test_a_changed_paragraph_is_stale_in_all_languages_and_nothing_else(
    workshop: Workshop, plan: Path, editions: dict[str, Edition]
) -> None:
    """Before `plainplan translate update` and after it."""
    replace_in(plan / "content/roads.md", _OLD, _NEW)
    for _ in range(2):
        after = editions_of(workshop.build(plan).site)
        for tag in ("cy", "ur"):
            new = _lacking(after[tag]) - _lacking(editions[tag])
            assert new == {(path, "stale", _NEW) for path in ("roads/index.html", "whole-plan/index.html")}
            assert _lacking(editions[tag]) <= _lacking(after[tag])
        assert not _lacking(after["en"])
        done = run("plainplan.cli", "translate", "update", "--folder", str(plan))
        assert done.code == 0, done.output
    for tag in ("cy", "ur"):
        entries = polib.pofile(str(po_of(plan, tag)))
        [changed] = [entry for entry in entries if entry.msgid == _NEW]
        assert (changed.fuzzy, changed.previous_msgid) == (True, _OLD)
        assert {entry.msgid for entry in entries if entry.fuzzy} == {_NEW} | (
            {FUZZY[2]} if tag == "cy" else set()
        )


def test_a_deleted_entry_is_missing_there_alone(
    workshop: Workshop, plan: Path, editions: dict[str, Edition]
) -> None:
    entries = polib.pofile(str(po_of(plan, "cy")), wrapwidth=78)
    [gone] = [entry for entry in entries if entry.msgid == _OLD]
    entries.remove(gone)
    entries.save()
    after = editions_of(workshop.build(plan).site)
    assert _lacking(after["cy"]) - _lacking(editions["cy"]) == {
        (path, "missing", _OLD) for path in ("roads/index.html", "whole-plan/index.html")
    }
    assert _lacking(after["ur"]) == _lacking(editions["ur"])


def test_a_language_without_a_file_is_a_draft(workshop: Workshop, plan: Path) -> None:
    po_of(plan, "pl").unlink()
    built = workshop.build(plan)
    after = editions_of(built.site)
    assert list(after["pl"].pages) == list(after["en"].pages)
    assert after["pl"].pages["index.html"].xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert ("roads/index.html", "missing", _OLD) in _lacking(after["pl"])
    [cells] = after["en"].pages["languages/index.html"].xpath("//tr[@id='pl']")
    assert [cell.text_content() for cell in cells.xpath("td")][:3] == ["0%", "0", "0"]


@dataclass(frozen=True)
class _Broken:
    """A change of data/translations/cy.po, and what the build says at its line; `after` lines further on."""

    old: str
    new: str
    message: str
    after: int = 0


BROKEN = {
    "a figure": _Broken(
        'msgstr "Ŵy We checked 12 roads."', 'msgstr "Ŵy We checked 21 roads."', "the figure 12 is missing"
    ),
    "a tag": _Broken(
        'msgstr "Ŵy See <1>the measure</1>, and ANPR."',
        'msgstr "Ŵy See <1>the measure, and ANPR."',
        "the tag </1> is missing",
    ),
    "a quotation mark": _Broken(
        'msgstr "Ŵy Our roads"', 'msgstr "Ŵy Our roads', "a quotation mark is missing"
    ),
    "a conflict": _Broken('msgstr "Ŵy Our roads"', '<<<<<<< HEAD\nmsgstr "Ŵy Our roads"', "not settled"),
    "an entry twice": _Broken(
        'msgstr "Ŵy Our roads"',
        'msgstr "Ŵy Our roads"\n\nmsgctxt "chapter roads.md: title"\nmsgid "Our roads"\nmsgstr "Ŵy"',
        "is here a second time",
        4,
    ),
    "another encoding": _Broken(
        "charset=UTF-8", "charset=ISO-8859-1", "the file says that it is in ISO-8859-1"
    ),
    "another language": _Broken('"Language: cy', '"Language: ga', "the header says Language: ga", -3),
}


@pytest.fixture(scope="module")
def last_good(workshop: Workshop, several: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan whose site is built, for tests of what stops a build. Who changes a file puts it back."""
    folder = tmp_path_factory.mktemp("last-good") / "plan"
    shutil.copytree(several.plan, folder, symlinks=True, ignore=shutil.ignore_patterns(".site-*"))
    return folder


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_stops_the_build_and_leaves_the_last_site(
    workshop: Workshop, last_good: Path, case: _Broken
) -> None:
    before, file = fingerprint(last_good / "site"), po_of(last_good, "cy")
    whole = file.read_text(encoding="utf-8")
    try:
        line = replace_in(file, case.old, case.new) + case.after
        failed = workshop.try_build(last_good)
    finally:
        file.write_text(whole, encoding="utf-8")
    assert failed.code != 0
    assert re.search(rf"data/translations/cy\.po:{line}: error: .*{case.message}", failed.output), (
        failed.output
    )
    assert "Traceback" not in failed.output
    assert fingerprint(last_good / "site") == before
    assert not list(last_good.glob(".site-*"))


def test_an_unknown_edition(workshop: Workshop, last_good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(last_good / "site")
    monkeypatch.setitem(sites.ENVIRONMENT, ALONE, "cv")
    failed = workshop.try_build(last_good)
    assert failed.code != 0
    mend = 'Use one of: "cy", "en", "pl", "ur".'
    assert f'data/editions.yml: error: there is no edition "cv". {mend} [edition]' in failed.output
    assert "Traceback" not in failed.output
    assert fingerprint(last_good / "site") == before


def test_editions_that_are_built_apart_make_the_same_site(
    workshop: Workshop, several: Built, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on several machines, each of which builds one."""
    for tag, folder in FOLDERS.items():
        monkeypatch.setitem(sites.ENVIRONMENT, ALONE, tag)
        site = workshop.build(plan, tmp_path / f"only-{tag}").site
        own = {path.split("/")[0] for path in fingerprint(site)}
        assert (own == {tag}) if folder else not own & {"cy", "ur", "pl"}
        shutil.copytree(site, tmp_path / "joined", dirs_exist_ok=True)
    assert fingerprint(tmp_path / "joined") == fingerprint(several.site)


def test_an_edition_that_is_built_alone_leaves_the_others(
    workshop: Workshop, several: Built, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(several.site, plan / "site")
    replace_in(po_of(plan, "cy"), 'msgstr "Ŵy Our roads"', 'msgstr "Ŵy Our own roads"')
    monkeypatch.setitem(sites.ENVIRONMENT, ALONE, "cy")
    workshop.build(plan)
    before, after = fingerprint(several.site), fingerprint(plan / "site")
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert "cy/roads/index.html" in changed
    assert {path.split("/")[0] for path in changed} == {"cy"}


def _untouched(plan: Path) -> None:
    """Nothing: what is kept is good."""


def _hand_edited(plan: Path) -> None:
    for tag in FOLDERS:
        page = plan / f".cache/editions/{tag}/site/law/index.html"
        text = page.read_text(encoding="utf-8")
        page.unlink()
        page.write_text(text.replace("<h1", "<h1 title='by hand'"), encoding="utf-8")


def _published_edited(plan: Path) -> None:
    """The published file can be the kept one, by another name."""
    with (plan / "site/cy/law/index.html").open("a", encoding="utf-8") as file:
        file.write("by hand")


def _damaged(plan: Path) -> None:
    for number, tag in enumerate(FOLDERS):
        kept = plan / f".cache/editions/{tag}/pages.json"
        text = kept.read_text(encoding="utf-8")
        kept.write_text([text[: len(text) // 2], "[]", '{"format": 1}', ""][number], encoding="utf-8")


def _page_lost(plan: Path) -> None:
    (plan / ".cache/editions/ur/site/roads/index.html").unlink()


def _half_deleted(plan: Path) -> None:
    shutil.rmtree(plan / ".cache/editions/cy/site")
    shutil.rmtree(plan / ".cache/translations")


def _deleted(plan: Path) -> None:
    shutil.rmtree(plan / ".cache")


KEPT: list[Callable[[Path], None]] = [
    _untouched,
    _hand_edited,
    _published_edited,
    _damaged,
    _page_lost,
    _half_deleted,
    _deleted,
]


@pytest.fixture(scope="module")
def kept(workshop: Workshop, last_good: Path) -> Path:
    """The plan after a build that kept its editions."""
    assert (last_good / ".cache/editions/cy/pages.json").is_file()
    workshop.build(last_good)
    return last_good


@pytest.mark.parametrize("spoil", KEPT, ids=lambda spoil: spoil.__name__.strip("_"))
def test_the_same_site_whatever_became_of_what_was_kept(
    workshop: Workshop, several: Built, kept: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(kept)
    assert fingerprint(workshop.build(kept).site) == fingerprint(several.site)


@dataclass(frozen=True)
class _Change:
    """A change of one file of the plan."""

    file: str
    old: str
    new: str


CHANGES = {
    "a chapter": _Change("content/roads.md", "- Towns come next.", "- Towns come next, then lanes."),
    "data": _Change("data/glossary.yml", "meaning: Cameras that", "meaning: All cameras that"),
    "a translation": _Change("data/translations/cy.po", 'msgstr "Ŵy Our roads"', 'msgstr "Ŵy All our roads"'),
    "a form of a plural": _Change("data/translations/cy.po", 'msgstr[1] "Ŵy action"', 'msgstr[1] "Ŵy act"'),
    "a language": _Change("data/editions.yml", "publish_from: 40", "publish_from: 0"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_build_after_a_change_is_as_a_fresh_one(
    workshop: Workshop, several: Built, plan: Path, change: _Change
) -> None:
    shutil.rmtree(plan / ".cache")
    shutil.copytree(several.plan / ".cache", plan / ".cache", symlinks=True)
    shutil.copytree(several.site, plan / "site")
    replace_in(plan / change.file, change.old, change.new)
    after = fingerprint(workshop.build(plan).site)
    shutil.rmtree(plan / ".cache")
    assert after == fingerprint(workshop.build(plan, plan / "fresh").site)
    assert after != fingerprint(several.site)
