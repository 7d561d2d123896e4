"""What is made of finished editions, what is kept of it, and what a change makes again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from plainplan import workers
from plainplan.errors import Place, PlanError, Problem, Severity
from plainplan.formats.catalogue import File
from plainplan.formats.document import Document
from plainplan.formats.kept import KeptFiles
from plainplan.formats.made import Made
from plainplan.formats.makers import Workshop
from plainplan.formats.making import EditionFiles, Finished, make_formats
from plainplan.formats.missing import MissingToolError
from plainplan.language import Language
from plainplan.load import read_plan
from plainplan.model import Plan
from plainplan.model.editions import Format

from tests.formats.said import language
from tests.sites import fingerprint

ROADS, STREETS, WHOLE = "priorities/roads/", "priorities/streets/", "whole-plan/"
TEXT, TRACK = "downloads/plan.txt", "downloads/audio/01-roads.mp3"
ROADS_PDF, STREETS_PDF = "downloads/priorities/roads.pdf", "downloads/priorities/streets.pdf"
ALL = {TEXT, ROADS_PDF, STREETS_PDF, TRACK}
PROGRAM = "the program"


def plainly(document: Document, workshop: Workshop) -> Made:
    """The words of a page and what is in its pictures."""
    pictures = [document.file(one.get("src", "")) for one in document.body.iter("img")]
    held = b"".join(file.read_bytes() for file in pictures if file)
    return Made(f"{document.language} {document.body.text_content()}".encode() + held, pages=3, seconds=1.5)


FILES = (
    File(TEXT, Format.TEXT, WHOLE, plainly),
    File(ROADS_PDF, Format.PRIORITIES, ROADS, plainly),
    File(STREETS_PDF, Format.PRIORITIES, STREETS, plainly),
    File(TRACK, Format.AUDIO, ROADS, plainly, "1 of 1"),
)


@dataclass
class Editions:
    """A site in English and Welsh: its finished pages, and what an earlier build kept."""

    folder: Path
    plan: Plan
    files: tuple[File, ...] = FILES
    tags: tuple[str, ...] = ("en", "cy")
    program: str = PROGRAM
    day: str = "d MMMM y"

    def write(self, page: str, words: str, picture: str = "") -> None:
        """Write a finished page, in both languages."""
        image = f'<img src="{"../" * page.count("/")}{picture}" alt="A farm">' if picture else ""
        for tag in ("en", "cy"):
            file = self.site(tag) / page / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            article = f"<article><h1>Title</h1><p>{words}</p>{image}</article>"
            file.write_text(f'<html lang="{tag}"><body>{article}</body></html>', encoding="utf-8")

    def site(self, tag: str) -> Path:
        return self.folder / "site" / tag

    def kept(self, tag: str) -> Path:
        return self.folder / "kept" / tag

    def language(self, tag: str) -> Language:
        return replace(language(tag), day=self.day)

    def make(self) -> tuple[set[str], dict[str, list[Finished]]]:
        """Which files are made, by what is said of each, and which stand there in the end."""
        said: list[str] = []
        workshop = Workshop(self.folder, self.folder, self.plan)
        editions = [
            EditionFiles(
                tag, self.language(tag), self.site(tag), self.files, workshop, KeptFiles(self.kept(tag))
            )
            for tag in self.tags
        ]
        found = make_formats(editions, self.program, 2, said.append)
        return {words.partition(":")[0] for words in said}, found


@pytest.fixture
def editions(tmp_path: Path, lasting_small_plan: Path, monkeypatch: pytest.MonkeyPatch) -> Editions:
    monkeypatch.setattr(workers, "CAN_COPY", False)  # a process of its own for each would take longer
    plan, problems = read_plan(lasting_small_plan)
    assert plan, problems
    made = Editions(tmp_path, plan.plan)
    for tag in ("en", "cy"):
        made.site(tag).mkdir(parents=True)
        (made.site(tag) / "farm.svg").write_text("<svg/>")
    made.write(ROADS, "Roads are calm.", "farm.svg")
    made.write(STREETS, "Streets are calm.")
    made.write(WHOLE, "Roads are calm. Streets are calm.", "farm.svg")
    return made


def told(*paths: str, tags: tuple[str, ...] = ("en", "cy")) -> set[str]:
    return {f"{path} ({tag})" for path in paths for tag in tags}


def test_each_file_stands_in_its_edition_with_its_size_and_length(editions: Editions) -> None:
    said, found = editions.make()
    assert said == told(*ALL)
    for tag in ("en", "cy"):
        assert [one.file.path for one in found[tag]] == [file.path for file in FILES]
        for one in found[tag]:
            content = (editions.site(tag) / one.file.path).read_bytes()
            assert content.decode().startswith(f"{tag} Title")
            assert (one.title, one.size, one.made.pages, one.seconds) == ("Title", len(content), 3, 1.5)


def _nothing(editions: Editions) -> None:
    """All is kept."""


def _chapter(editions: Editions) -> None:
    editions.write(ROADS, "Roads are calmer.", "farm.svg")
    editions.write(WHOLE, "Roads are calmer. Streets are calm.", "farm.svg")


def _picture(editions: Editions) -> None:
    for tag in ("en", "cy"):
        (editions.site(tag) / "farm.svg").write_text("<svg><path/></svg>")


def _saying(editions: Editions) -> None:
    words = {"languages": [{"language": "en", "words": [{"write": "ASB", "say": "A S B"}]}]}
    sayings = type(editions.plan.pronunciation).model_validate(words)
    editions.plan = editions.plan.model_copy(update={"pronunciation": sayings})


def _recording(editions: Editions) -> None:
    for tag in ("en", "cy"):
        file = editions.folder / f"content/recordings/{tag}/priorities/roads.mp3"
        file.parent.mkdir(parents=True)
        file.write_bytes(b"a voice")


def _another_track(editions: Editions) -> None:
    editions.files = (*FILES[:-1], replace(FILES[-1], detail="1 of 2"))


def _how_days_are_written(editions: Editions) -> None:
    editions.day = "y-MM-dd"


def _program(editions: Editions) -> None:
    editions.program = "a newer program"


def _forgotten(editions: Editions) -> None:
    shutil.rmtree(editions.folder / "kept")


def _of(editions: Editions, ending: str) -> Iterator[Path]:
    return (path for tag in ("en", "cy") for path in editions.kept(tag).glob(f"*{ending}"))


def _half_written(editions: Editions) -> None:
    """The disk was full, or the power went."""
    for path in _of(editions, ".txt"):
        path.write_bytes(path.read_bytes()[:5])


def _half_told(editions: Editions) -> None:
    for path in _of(editions, ".txt.json"):
        path.write_text(path.read_text(encoding="utf-8")[:5], encoding="utf-8")


def _ended_before_the_note(editions: Editions) -> None:
    """The build was ended between a file and the note that says that it is whole."""
    for path in _of(editions, ".txt.json"):
        path.unlink()


def _file_lost(editions: Editions) -> None:
    for path in _of(editions, ".txt"):
        path.unlink()


CHANGES: dict[Callable[[Editions], None], set[str]] = {
    _nothing: set(),
    _chapter: {TEXT, ROADS_PDF, TRACK},
    _picture: {TEXT, ROADS_PDF, TRACK},
    _saying: {TRACK},
    _recording: {TRACK},
    _another_track: {TRACK},
    _how_days_are_written: ALL,
    _program: ALL,
    _forgotten: ALL,
    _half_written: {TEXT},
    _half_told: {TEXT},
    _ended_before_the_note: {TEXT},
    _file_lost: {TEXT},
}


@pytest.mark.parametrize(("change", "again"), CHANGES.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_a_change_makes_again_what_contains_it(
    editions: Editions, change: Callable[[Editions], None], again: set[str]
) -> None:
    editions.make()
    change(editions)
    shutil.rmtree(editions.site("en") / "downloads")
    said, found = editions.make()
    assert said == told(*again)
    after = fingerprint(editions.folder / "site")
    _forgotten(editions)
    assert editions.make() == (told(*ALL), found)
    assert fingerprint(editions.folder / "site") == after


def test_a_warning_is_told_again_as_long_as_it_holds(editions: Editions) -> None:
    old = Problem(Place("content/recordings/en/roads.mp3"), "is old.", "Read again.", "old", Severity.WARNING)

    def warned(document: Document, workshop: Workshop) -> Made:
        return replace(plainly(document, workshop), problems=(old,))

    editions.files = (*FILES[:3], replace(FILES[3], make=warned))
    for _ in range(2):
        assert [one.made.problems for one in editions.make()[1]["en"]] == [(), (), (), (old,)]


def test_what_nothing_asks_for_is_not_kept(editions: Editions) -> None:
    editions.make()
    editions.files = FILES[:1]
    _chapter(editions)
    editions.make()
    assert sorted(path.suffix for path in editions.kept("en").iterdir()) == [".json", ".txt"]


def test_an_edition_that_is_made_alone_leaves_what_is_kept_of_others(editions: Editions) -> None:
    editions.make()
    editions.tags = ("cy",)
    _chapter(editions)
    assert editions.make()[0] == told(TEXT, ROADS_PDF, TRACK, tags=("cy",))
    editions.tags = ("en", "cy")
    assert editions.make()[0] == told(TEXT, ROADS_PDF, TRACK, tags=("en",))


def lacking(words: str) -> Callable[[Document, Workshop], Made]:
    def make(document: Document, workshop: Workshop) -> Made:
        raise MissingToolError(words)

    return make


def test_each_missing_tool_is_named_once_and_nothing_stands_there(editions: Editions) -> None:
    no_voice, no_paper = "Audio needs a voice. Run: get voice", "PDFs need Pango. Run: get pango"
    whole = editions.files
    editions.files = (
        whole[0],
        *(replace(file, make=lacking(no_paper)) for file in whole[1:3]),
        replace(whole[3], make=lacking(no_voice)),
    )
    with pytest.raises(PlanError) as raised:
        editions.make()
    lines = str(raised.value).splitlines()
    assert len(lines) == 2, lines
    for words in (no_voice, no_paper):
        [line] = [line for line in lines if words in line]
        assert line.startswith("data/editions.yml: error: downloads/")
    assert not list((editions.folder / "site").rglob("downloads"))
    editions.files = whole
    assert editions.make()[0] == told(ROADS_PDF, STREETS_PDF, TRACK)  # what could be made is kept
