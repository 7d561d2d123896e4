"""The files to take away: where they stand, what is said of them, and what stops a build of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pikepdf
import pytest
from plainplan.exports.download import size_in_words
from plainplan.language import bare
from plainplan.preview import ALONE, FORMATS
from plainplan.translation.languages import interface_catalogue

from tests import sites
from tests.site.in_editions import in_several_languages, replace_in
from tests.site.test_serve import free_port, wait_for
from tests.sites import ENVIRONMENT, Built, Run, Workshop, fingerprint, parse, run, share_drawings

FOLDERS = {"en": "", "cy": "cy/"}
"""The editions that have files. Urdu has `formats: []`, Polish is a draft."""
EDITIONS = """\
publish_from: 40
formats: [text, epub, priorities, braille]
editions:
  - {language: en, name: English, locale: en_GB}
  - {language: cy, name: Cymraeg, locale: cy_GB, machine: true}
  - {language: ur, name: اردو, formats: []}
  - {language: pl, name: Polski}
"""
STREETS = """\
id: safer-streets
title: Safer streets
summary: Fewer people robbed.
outcomes:
  - {id: calm-parks, title: Calm parks}
objectives:
  - id: walk
    title: Walk in the parks
    outcomes: [calm-parks]
    actions:
      - id: patrols
        title: Walk at night
        owner: police
        start: 2026-02-01
        due: 2026-12-31
        measured_by: not published
"""
CHAPTER = "---\ntitle: Safer streets\npriority: safer-streets\n---\n\nWe asked people where they feel safe.\n"
NO_FILES = "There are no files in this build."
WHOLE = ("plan.txt", "plan.epub", "plan.brf", "plan.pef")
PRIORITIES = ("priorities/safer-roads.pdf", "priorities/safer-streets.pdf")
FILES = {f"downloads/{name}" for name in (*WHOLE, *PRIORITIES)}


@pytest.fixture(scope="module", autouse=True)
def with_formats() -> Iterator[None]:
    """Other tests build without."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sites.ENVIRONMENT, FORMATS, "all")
        yield


def _build(plan: Path) -> Run:
    return run("mkdocs", "build", "-f", str(plan / "mkdocs.yml"), "-d", str(plan / "site"))


def _made(done: Run) -> set[str]:
    """The files that a build says it made, each with the name of its edition."""
    assert done.code == 0, done.output
    return set(re.findall(r"(downloads/\S+ \(\w+\)): .*, made in [\d.]+ seconds", done.output))


@pytest.fixture(scope="module")
def plan(workshop: Workshop, lasting_small_plan: Path) -> Path:
    made = in_several_languages(workshop, lasting_small_plan, "downloads")
    (made / "data/editions.yml").write_text(EDITIONS, encoding="utf-8")
    (made / "data/priorities/safer-streets.yml").write_text(STREETS, encoding="utf-8")
    (made / "content/priorities").mkdir()
    (made / "content/priorities/safer-streets.md").write_text(CHAPTER, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def first(plan: Path) -> Run:
    """The first build. Tests after it build the same plan again, and put back what they change."""
    return _build(plan)


@pytest.fixture(scope="module")
def built(plan: Path, first: Run, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What the first build made."""
    folder = tmp_path_factory.mktemp("downloads")
    shutil.copytree(plan / "site", folder / "site")
    return Built(folder, folder / "site")


def _copy(plan: Path, folder: Path) -> Path:
    """The plan without anything that was made of it."""
    for part in ("data", "content"):
        shutil.copytree(plan / part, folder / part)
    shutil.copy2(plan / "mkdocs.yml", folder)
    share_drawings(folder)
    return folder


def _files(site: Path) -> set[str]:
    return {path for path in fingerprint(site) if "downloads/" in path}


def test_every_edition_that_is_to_have_files_has_them(first: Run, built: Built) -> None:
    assert _files(built.site) == {f"{folder}{path}" for folder in FOLDERS.values() for path in FILES}
    assert _made(first) == {f"{path} ({name})" for path in FILES for name in ("English", "Cymraeg")}


def _length_of(path: Path) -> str | None:
    """How many pages a file has, as English says it."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            pages = len(pdf.pages)
    elif path.suffix == ".brf":
        pages = path.read_bytes().count(b"\f")
    elif path.suffix == ".pef":
        pages = path.read_text(encoding="utf-8").count("<page>")
    else:
        return None
    return f"{pages} page{'s' if pages > 1 else ''}"


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_the_page_says_size_and_length_of_each_file(built: Built, folder: str) -> None:
    page = built.site / folder / "ways-to-read/index.html"
    links = {link.get("href"): link for link in parse(page).xpath("//article//a[@download]")}
    assert {f"{folder}{href.removeprefix('../')}" for href in links} == {f"{folder}{path}" for path in FILES}
    for href, link in links.items():
        file = (page.parent / href).resolve()
        words = bare(link.text_content())
        size = bare(size_in_words(file.stat().st_size))
        facts = [fact for fact in (_length_of(file), size) if fact]
        if folder:  # the words are Welsh, the figures are the same
            facts = [fact.split()[0] for fact in facts]
        for fact in facts:
            assert fact in words, (href, words, fact)
        assert bool(_length_of(file)) == (words.count(",") > 0 or "priorities" in href)
    headings = [bare(one.text_content()) for one in parse(page).xpath("//article//h3")]
    assert len(headings) == 4
    if not folder:
        assert headings == ["One priority as a PDF", "EPUB book", "Plain text", "Braille"]


def test_each_page_offers_files_that_are_there(built: Built) -> None:
    offered = {}
    for page in sorted(built.site.rglob("index.html")):
        address = page.parent.relative_to(built.site).as_posix()
        found = parse(page).xpath("//p[@class='pp-take-plan']/a[@download]/@href")
        for href in found:
            assert (page.parent / href).resolve().is_file(), f"{address}: {href}"
        offered[address] = {href.rpartition("downloads/")[2] for href in found}
    whole = {"plan.txt", "plan.epub", "plan.brf"}
    assert offered["roads"] == offered["cy/roads"] == whole
    assert offered["priorities/safer-roads"] == whole | {PRIORITIES[0]}
    assert offered["cy/priorities/safer-streets"] == whole | {PRIORITIES[1]}
    assert offered["ur/roads"] == offered["pl/roads"] == set()


@pytest.mark.parametrize("folder", ["ur/", "pl/"])
def test_an_edition_without_files_says_so(built: Built, folder: str) -> None:
    page = parse(built.site / folder / "ways-to-read/index.html")
    assert not page.xpath("//a[@download]")
    after = page.xpath("//h2[@id='to-take-away']/following-sibling::*")
    assert [one.tag for one in after][:3] == ["p", "p", "h2"]
    said = interface_catalogue(folder.strip("/")).get("", NO_FILES) or NO_FILES
    assert bare(after[1].text_content()) == said


def test_a_build_of_the_same_makes_nothing_again(plan: Path, built: Built) -> None:
    assert _made(_build(plan)) == set()
    assert fingerprint(plan / "site") == fingerprint(built.site)


def test_a_missing_tool_stops_the_build_and_leaves_the_last_site(
    plan: Path, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the tables of liblouis: two files in each of two languages lack them."""
    monkeypatch.setitem(ENVIRONMENT, "LOUIS_TABLEPATH", str(tmp_path))
    for kept in [*plan.glob(".cache/formats/*/*.brf"), *plan.glob(".cache/formats/*/*.pef")]:
        kept.unlink()
    before = fingerprint(plan / "site")
    failed = _build(plan)
    assert failed.code != 0
    assert "Traceback" not in failed.output
    [line] = [line for line in failed.output.splitlines() if "could not be made" in line]
    assert line.startswith("data/editions.yml: error: downloads/plan.brf (English) could not be made. ")
    assert "sudo apt-get install liblouis-data" in line
    assert fingerprint(plan / "site") == before
    assert not list(plan.glob(".site-*"))


def test_a_changed_chapter_makes_again_what_contains_it(plan: Path, built: Built) -> None:
    chapter = plan / "content/priorities/safer-streets.md"
    replace_in(chapter, "where they feel safe", "where they feel safest")
    try:
        again = {*(f"downloads/{name}" for name in WHOLE), f"downloads/{PRIORITIES[1]}"}
        assert _made(_build(plan)) == {
            f"{path} ({name})" for path in again for name in ("English", "Cymraeg")
        }
        text = (plan / "site/downloads/plan.txt").read_text(encoding="utf-8")
        assert "where they feel safest" in text
    finally:
        chapter.write_text(CHAPTER, encoding="utf-8")


def test_a_fresh_build_of_one_edition_alone_makes_the_same_bytes(
    plan: Path, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on another machine: .cache is in no repository."""
    monkeypatch.setitem(ENVIRONMENT, ALONE, "cy")
    fresh = _copy(plan, tmp_path / "plan")
    assert _made(_build(fresh)) == {f"{path} (Cymraeg)" for path in FILES}
    wanted = {path: held for path, held in fingerprint(built.site).items() if path.startswith("cy/")}
    assert fingerprint(fresh / "site") == wanted


def test_a_format_that_does_not_exist(workshop: Workshop, plan: Path) -> None:
    editions = plan / "data/editions.yml"
    line = replace_in(editions, "[text, epub, priorities, braille]", "[text, ebup]")
    try:
        failed = workshop.check(plan)
    finally:
        editions.write_text(EDITIONS, encoding="utf-8")
    assert failed.code != 0
    [error] = [said for said in failed.output.splitlines() if "ebup" in said]
    assert error.startswith(f"data/editions.yml:{line}")
    assert '"epub"' in error
    assert "Traceback" not in failed.output


def test_a_preview_makes_no_files_and_leads_to_none(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(ENVIRONMENT, FORMATS)
    written = _copy(plan, tmp_path / "plan")
    only_english = EDITIONS.partition("  - {language: cy")[0]
    (written / "data/editions.yml").write_text(only_english, encoding="utf-8")
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", address]
    process = subprocess.Popen(command, env=ENVIRONMENT, cwd=written)
    try:
        wait_for(f"http://{address}/", process)
        for path in ("", "priorities/safer-roads/", "ways-to-read/"):
            with urlopen(f"http://{address}/{path}") as answer:  # our own address
                page = answer.read().decode()
            assert "downloads/" not in page, path
        assert f"<p>{NO_FILES}</p>" in page
    finally:
        process.terminate()
        process.wait(timeout=60)
    assert not (written / ".cache/formats").exists()


def test_a_recording_that_is_not_used_is_named_and_stops_a_strict_build(
    workshop: Workshop, lasting_small_plan: Path
) -> None:
    plan = workshop.copy(lasting_small_plan, "recording")
    editions = "formats: [audio]\neditions:\n  - {language: en, name: English, locale: en_GB}\n"
    (plan / "data/editions.yml").write_text(editions, encoding="utf-8")
    recording = plan / "content/recordings/en/roads.mp3"
    recording.parent.mkdir(parents=True)
    recording.write_bytes(b"a voice")
    for _ in range(2):  # the second takes the track that the first kept
        failed = workshop.try_build(plan)
        assert failed.code != 0
        assert "WARNING -  content/recordings/en/roads.mp3: warning: nothing says what" in failed.output
        assert "Traceback" not in failed.output
        assert not (plan / "site").exists()
