"""The pictures of easy read: each is there, and stands for one idea that has no other picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_plan
from plainplan.errors import Severity
from plainplan.load import load_plan

ROOT = Path(__file__).parents[2]
_FILE = "data/pictures.yml"
_HEAD = "sources:\n  - {id: set, title: A set, by: A painter, licence: CC0}\npictures:\n"
_ON = date(2026, 11, 23)
_VOTE = "  - {id: vote, file: easy-read/vote.svg, alt: A vote, source: set}\n"
_PHOTO = "  - {id: phone, file: photos/phone.jpg, alt: A phone, source: set}\n"


def _problems(plan: Path, words: str) -> list[tuple[str, int, str, str, Severity]]:
    for name in ("easy-read/vote.svg", "easy-read/road.svg", "photos/phone.jpg"):
        file = plan / "content" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"")
    (plan / _FILE).write_text(words, encoding="utf-8")
    return [
        (problem.code, problem.place.line, problem.message, problem.mend, problem.severity)
        for problem in check_plan(load_plan(plan), _ON)
        if problem.place.file == _FILE
    ]


@pytest.mark.parametrize(
    "words",
    [
        "pictures: []\n",
        _HEAD + _VOTE + _PHOTO,
        _HEAD + _VOTE + "  - {id: road, file: easy-read/road.svg, alt: A voter, source: set}\n",
    ],
    ids=["none", "in two folders", "words that are alike"],
)
def test_what_holds_together_is_no_problem(small_plan: Path, words: str) -> None:
    assert _problems(small_plan, words) == []


@pytest.mark.parametrize(
    ("picture", "code", "message", "mend"),
    [
        (
            "{id: road, file: easy-read/raod.svg, alt: A road, source: set}",
            "unknown-reference",
            'there is no picture "content/easy-read/raod.svg".',
            'Did you mean "easy-read/road.svg"?',
        ),
        (
            "{id: road, file: road.svg, alt: A road, source: set}",
            "unknown-reference",
            'there is no picture "content/road.svg".',
            'Did you mean "easy-read/road.svg"?',
        ),
        (
            "{id: road, file: easy-read/road.svg, alt: A road, source: sat}",
            "unknown-reference",
            'there is no source "sat".',
            'Did you mean "set"?',
        ),
        (
            "{id: road, file: easy-read/vote.svg, alt: A road, source: set}",
            "picture-twice",
            'the picture "content/easy-read/vote.svg" is already used for "vote", in line 4.',
            "Give each idea a picture of its own.",
        ),
        (
            "{id: road, file: easy-read/road.svg, alt: a vote, source: set}",
            "picture-twice",
            '"a vote" is already said of the picture "vote", in line 4: one idea has two pictures.',
            "Keep one of them, or say what the other one shows.",
        ),
        (
            "{id: vote, file: easy-read/road.svg, alt: A road, source: set}",
            "duplicate-id",
            'the id "vote" is already taken by another picture, in data/pictures.yml line 4.',
            "Give this one another id.",
        ),
    ],
    ids=["mistyped file", "no folder", "no source", "two ideas", "two pictures", "same id"],
)
def test_each_rule(small_plan: Path, picture: str, code: str, message: str, mend: str) -> None:
    found = _problems(small_plan, f"{_HEAD}{_VOTE}  - {picture}\n")
    assert found == [(code, 5, message, mend, Severity.ERROR)]


def test_a_source_is_given_once_and_not_missed(small_plan: Path) -> None:
    (problem,) = _problems(small_plan, f"pictures:\n{_VOTE}")
    assert problem[2:4] == (
        'there is no source "set".',
        "The file has no sources yet: add this one first.",
    )
    (problem,) = _problems(small_plan, _HEAD.replace("pictures:", _HEAD.splitlines()[1] + "\npictures: []"))
    assert problem[:3] == (
        "duplicate-id",
        3,
        'the id "set" is already taken by another source of pictures, in data/pictures.yml line 2.',
    )


def test_the_pictures_of_the_example_are_light_and_safe() -> None:
    """They carry nothing that one page would clash over, and nothing that a reader would wait for."""
    pictures = load_plan(ROOT).plan.pictures.pictures
    files = {picture.id: ROOT / "content" / picture.file for picture in pictures}
    wrong = {
        name: fault
        for name, file in files.items()
        for fault in (" id=", "<style", "<script", "<metadata", "href=", "<text")
        if fault in file.read_text(encoding="utf-8")
    }
    heavy = {name: size for name, file in files.items() if (size := file.stat().st_size) > 7_000}
    unseen = [name for name, file in files.items() if "viewBox=" not in file.read_text(encoding="utf-8")]
    assert (wrong, heavy, unseen) == ({}, {}, [])
    assert len(files) >= 120
    assert len({file.read_bytes() for file in files.values()}) == len(files)
