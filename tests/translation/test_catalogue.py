"""What the catalogue of a plan says of a text: its words, or whether they are missing or changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from plainplan.errors import Place, Problem, Severity
from plainplan.language import Mark
from plainplan.translation import remembered as module
from plainplan.translation.catalogue import PlanCatalogue, of_entries, read_plan_catalogue
from plainplan.translation.remembered import Memory, Read
from plainplan.translation.status import State

from tests.translation.made import block, data

_OF_DATA, _OF_CHAPTER = "action speed-checks: title", "chapter: roads.md"


def _entry(context: str, text: str, said: str = "", *, fuzzy: bool = False, **more: Any) -> polib.POEntry:
    flags = ["fuzzy"] if fuzzy else []
    return polib.POEntry(msgctxt=context, msgid=text, msgstr=said, flags=flags, **more)


CATALOGUE = of_entries(
    [
        _entry(_OF_DATA, "Check speeds", "Gwirio"),
        _entry("action b: title", "Put up signs"),
        _entry("action c: title", "Mend roads", "Trwsio", fuzzy=True),
        _entry("action d: title", "Gone", "Wedi mynd", obsolete=True),
        _entry("action e: title", "Empty and fuzzy", fuzzy=True),
        _entry(_OF_CHAPTER, "Drivers slow down where they see people.", "Arafu"),
        _entry(_OF_CHAPTER, "Villages come first.", "Pentrefi", fuzzy=True),
        _entry(_OF_CHAPTER, "Nobody did this."),
        _entry("forms", "road", msgid_plural="roads", msgstr_plural={0: "ffordd", 1: "ffyrdd"}),
        _entry("half", "lane", msgid_plural="lanes", msgstr_plural={0: "lôn", 1: ""}),
    ]
)
DATA: dict[str, tuple[str, str, str | Mark]] = {
    "translated": (_OF_DATA, "Check speeds", "Gwirio"),
    "other words under the context of a translation": (_OF_DATA, "Anything else", Mark.STALE),
    "an entry without words": ("action b: title", "Put up signs", Mark.MISSING),
    "other words under the context of none": ("action b: title", "Put up more signs", Mark.MISSING),
    "fuzzy": ("action c: title", "Mend roads", Mark.STALE),
    "not used any more": ("action d: title", "Gone", Mark.MISSING),
    "fuzzy and empty": ("action e: title", "Empty and fuzzy", Mark.MISSING),
    "another context": ("action z: title", "Check speeds", Mark.MISSING),
}
BLOCKS: dict[str, tuple[str, str, str | Mark]] = {
    "translated": (_OF_CHAPTER, "Drivers slow down where they see people.", "Arafu"),
    "nearly the same": (_OF_CHAPTER, "Drivers slow down when they see people.", Mark.STALE),
    "other words": (_OF_CHAPTER, "Budgets.", Mark.MISSING),
    "fuzzy": (_OF_CHAPTER, "Villages come first.", Mark.STALE),
    "nearly what nobody translated": (_OF_CHAPTER, "Nobody did that.", Mark.MISSING),
    "nearly the same in another chapter": (
        "chapter: b.md",
        "Drivers slow down when they see people.",
        Mark.MISSING,
    ),
}
_STATES = {Mark.STALE: State.CHANGED, Mark.MISSING: State.MISSING}


@pytest.mark.parametrize("context, text, expected", DATA.values(), ids=DATA)
def test_words_of_data(context: str, text: str, expected: str | Mark) -> None:
    assert CATALOGUE.words(context, text) == expected
    state = _STATES[expected] if isinstance(expected, Mark) else State.TRANSLATED
    assert CATALOGUE.state(data(context, text)) is state


@pytest.mark.parametrize("context, text, expected", BLOCKS.values(), ids=BLOCKS)
def test_words_of_blocks(context: str, text: str, expected: str | Mark) -> None:
    assert CATALOGUE.block(context, text) == expected
    state = _STATES[expected] if isinstance(expected, Mark) else State.TRANSLATED
    assert CATALOGUE.state(block(text, context.removeprefix("chapter: "))) is state


def test_forms_for_numbers_are_whole_or_missing() -> None:
    assert CATALOGUE.forms == {("forms", "road"): ("ffordd", "ffyrdd")}
    assert CATALOGUE.state(data("forms", "road", many="roads")) is State.TRANSLATED
    assert CATALOGUE.state(data("half", "lane", many="lanes")) is State.MISSING


def test_no_file_is_an_empty_catalogue(tmp_path: Path) -> None:
    assert read_plan_catalogue(tmp_path / "cy.po") == PlanCatalogue()


PROBLEM = Problem(
    Place("data/translations/cy.po", 7), "the figure 12 is missing.", "Write it.", "t", Severity.WARNING, "a"
)
ANSWER: Read = (CATALOGUE, [PROBLEM])


class _Reader:
    """Answers, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> Read:
        self.asked += 1
        return ANSWER


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cy.po"
    path.write_text("one", encoding="utf-8")
    return path


def test_the_same_answer_without_reading_again(file: Path, tmp_path: Path) -> None:
    reader, cache = _Reader(), tmp_path / "cache"
    answers = [Memory(file, cache, "en").recall(reader) for _ in range(3)]
    assert answers == [ANSWER] * 3
    assert reader.asked == 1


def _text(new: str) -> Callable[[Path], None]:
    return lambda kept: _write(kept, new)


def _write(kept: Path, new: str) -> None:
    kept.write_text(new, encoding="utf-8")


SPOILT: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "empty": _text(""),
    "cut off": lambda kept: _write(kept, kept.read_text(encoding="utf-8")[:-20]),
    "a list": _text("[]"),
    "a number": _text("1"),
    "nothing": _text("null"),
    "no parts": lambda kept: _write(kept, kept.read_text(encoding="utf-8").replace('"ready"', '"red"')),
    "other parts": lambda kept: _write(kept, kept.read_text(encoding="utf-8").replace('"line"', '"row"')),
    "not in UTF-8": lambda kept: kept.write_bytes(b"\xff\xfe"),
    "an unknown severity": lambda kept: _write(
        kept, kept.read_text(encoding="utf-8").replace('"warning"', '"x"')
    ),
    "too few words": lambda kept: _write(kept, kept.read_text(encoding="utf-8").replace(', "Gwirio"]', "]")),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_is_damaged_is_read_again(file: Path, tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    reader, cache = _Reader(), tmp_path / "cache"
    Memory(file, cache, "en").recall(reader)
    spoil(cache / "cy.json")
    assert Memory(file, cache, "en").recall(reader) == ANSWER
    assert reader.asked == 2
    Memory(file, cache, "en").recall(reader)
    assert reader.asked == 2


def test_another_file_setting_or_reader_is_read_again(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, cache = _Reader(), tmp_path / "cache"
    Memory(file, cache, "en").recall(reader)
    state = file.stat()
    file.write_text("two", encoding="utf-8")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    Memory(file, cache, "en").recall(reader)
    assert reader.asked == 2, "the words of the file count, not its time"
    Memory(file, cache, "en another name").recall(reader)
    assert reader.asked == 3
    (tmp_path / "readers").mkdir()
    (tmp_path / "readers/new.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(module, "_READERS", tmp_path / "readers")
    Memory(file, cache, "en another name").recall(reader)
    assert reader.asked == 4


def test_what_is_known_already_need_not_be_read_by_another_process(file: Path, tmp_path: Path) -> None:
    reader, cache = _Reader(), tmp_path / "cache"
    assert not Memory(file, cache, "en").holds
    Memory(file, cache, "en").recall(reader)
    assert Memory(file, cache, "en").holds
    assert not Memory(file, cache, "en another name").holds
    file.write_text("two", encoding="utf-8")
    assert not Memory(file, cache, "en").holds
    (cache / "cy.json").write_bytes(b"\xff\xfe")
    assert not Memory(file, cache, "en").holds
