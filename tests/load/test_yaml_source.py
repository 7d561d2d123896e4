from __future__ import annotations

from pathlib import Path

import pytest
from plainplan.load.yaml_source import parse, read_text

WRONG = {
    "tab indentation": ("a:\n\tb: 1\n", "2:1", "a tab is used", "Use spaces"),
    "tab after spaces": ("a:\n  b: 1\n\tc: 2\n", "3:1", "a tab is used", "Use spaces"),
    "tab after a dash": ("a:\n  -\tb: 1\n    c: 2\n", "2:4", "a tab is used", "Use spaces"),
    "second colon": ("title: Safer: together\n", "1:13", "second colon", "Put quotes round"),
    "indented deeper": ("a:\n  b: 1\n   c: 2\n", "3:5", "indented deeper", "same column"),
    "indented less": ("a:\n    b: 1\n  c: 2\n", "3:3", "not indented like", "same column"),
    "list indented less": ("a:\n  - x\n - y\n", "3:2", "not indented like", "same column"),
    "field after a list": ("- x\nb: 1\n", "2:1", "not an entry of the list", "same column"),
    "unclosed double quote": ('a: 1\ntitle: "Safer\n', "2:8", "quotes are opened", "Close the quotes"),
    "unclosed single quote": ("title: 'Safer\n", "1:8", "quotes are opened", "Close the quotes"),
    "text after quotes": ('a: "x" y\n', "1:8", "after the quotes", "the whole text"),
    "backslash": ('a: "C:\\dir"\n', "1:7", "a backslash", "single quotes"),
    "no colon": ("a: 1\nhello\nb: 2\n", "2:1", "neither a field", "name: value"),
    "unclosed bracket": ("a: [x\nb: 2\n", "1:4", "brackets are opened", "Close the bracket"),
    "a block of Jinja": ("a: {{ x\n", "1:5", "brackets are opened", "Close the bracket"),
    "closing bracket": ("a: ]\n", "1:4", "begins with a character", "Put quotes"),
    "percent": ("a: %x\n", "1:4", "begins with a character", "Put quotes"),
    "at": ("a: @x\n", "1:4", "begins with a character", "Put quotes"),
    "star": ("a: *x\n", "1:4", "begins with a character", "Put quotes"),
    "ampersand": ("a: & x\n", "1:5", "begins with a character", "Put quotes"),
    "exclamation mark": ("a: !x y\n", "1:4", "begins with a character", "Put quotes"),
    "greater than": ("a: > x\n", "1:6", "begins with a character", "Put quotes"),
    "dash": ("a: - x\n", "1:4", "begins with a character", "Put quotes"),
    "second document": ("a: 1\n---\nb: 2\n", "2:1", "second document", "Delete"),
    "after the end": ("a: 1\n...\nb: 2\n", "3:1", "does not belong", "same column"),
    "field without name": ("? [a]\n: b\n", "1:3", "a field has no name", "Put quotes"),
    "duplicate field": ("a: 1\nb: 2\na: 3\n", "3:1", '"a" is written twice: first in line 1', "Keep one"),
    "duplicate in a group": ("a:\n  b: 1\n  b: 2\n", "3:3", "first in line 2", "Keep one"),
    "anchored group": ("a: &x {b: 1}\nc: *x\n", "1:4", "repeated with & and *", "Write it out"),
    "group in itself": ("a: &x\n  b: *x\n", "1:4", "repeated with & and *", "Write it out"),
    "list in itself": ("a: &x [*x]\n", "1:4", "repeated with & and *", "Write it out"),
    "deep": ("a: " + "[" * 60 + "]" * 60, "1:44", "too deeply", "Check the brackets"),
    "bottomless brackets": ("[" * 100_000, "1", "too deeply", "Check the brackets"),
    "bottomless dashes": ("- " * 100_000, "1", "too deeply", "Check the brackets"),
    "unprintable": ("a: \0\n", "1", "cannot be read as YAML", "Compare it"),
}
RIGHT = {
    "NO stays text": ("a: NO\n", {"a": "NO"}),
    "a number keeps its nought": ("a: 1.10\n", {"a": "1.10"}),
    "a date stays text": ("a: 2026-06-31\n", {"a": "2026-06-31"}),
    "an empty value is left out": ("a:\nb: ~\nc: null\nd: 'null'\n", {"d": "null"}),
    "an anchored word": ("a: &x b\nc: *x\n", {"a": "b", "c": "b"}),
    "groups and lists": ("a:\n  - b: 1\n  - [c]\n", {"a": [{"b": "1"}, ["c"]]}),
    "many entries": ("a:\n" + "- x\n" * 2000, {"a": ["x"] * 2000}),
    "nothing": ("# only a comment\n", None),
}
ENCODED = {
    "byte order mark": (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
    "byte order mark inside": ("a: x\ufeffy\n".encode(), "a: xy\n"),
    "Windows": (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
    "old Mac": (b"a: 1\rb: 2\r", "a: 1\nb: 2\n"),
    "doubled": (b"a: 1\r\r\nb: 2\r\r\n", "a: 1\nb: 2\n"),
    "line separators": ("a: x\u2028y\u2029z\x85\n".encode(), "a: x y z \n"),
    "emoji": ("a: 🚓\n".encode(), "a: 🚓\n"),
}
UNREADABLE = {
    "not UTF-8": (b"a: 1\nb: caf\xe9\n", "f.yml:2", "not saved as UTF-8", "encoding UTF-8"),
    "UTF-16": ("a: 1\n".encode("utf-16"), "f.yml:1", "not saved as UTF-8", "encoding UTF-8"),
    "control character": ("a: é\nb: x\x07\n".encode(), "f.yml:2:5", "U+0007", "Delete it"),
    "NUL": (b"a: \0\n", "f.yml:1:4", "U+0000", "Delete it"),
}


@pytest.mark.parametrize(("text", "where", "message", "mend"), WRONG.values(), ids=WRONG)
def test_wrong_yaml(text: str, where: str, message: str, mend: str) -> None:
    problem = parse(text, "f.yml").problems[0]
    assert str(problem.place) == f"f.yml:{where}"
    assert message in problem.message
    assert mend in problem.mend


@pytest.mark.parametrize(("text", "data"), RIGHT.values(), ids=RIGHT)
def test_right_yaml(text: str, data: object) -> None:
    document = parse(text, "f.yml")
    assert not document.problems
    assert document.data == data


@pytest.mark.parametrize(("raw", "text"), ENCODED.values(), ids=ENCODED)
def test_readable_files(tmp_path: Path, raw: bytes, text: str) -> None:
    (tmp_path / "f.yml").write_bytes(raw)
    assert read_text(tmp_path / "f.yml", "f.yml") == (text, [])


@pytest.mark.parametrize(("raw", "where", "message", "mend"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_files(tmp_path: Path, raw: bytes, where: str, message: str, mend: str) -> None:
    (tmp_path / "f.yml").write_bytes(raw)
    (problem,) = read_text(tmp_path / "f.yml", "f.yml")[1]
    assert str(problem.place) == where
    assert message in problem.message
    assert mend in problem.mend


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (problem,) = read_text(tmp_path, "f.yml")[1]
    assert "cannot be opened" in problem.message


def test_places_of_fields_and_entries() -> None:
    places = parse("a:\n  - b: 1\n  - c\n", "f.yml", first_line=2).places
    found = {keys: f"{place.line}:{place.column}" for keys, place in places.items()}
    assert found == {
        (): "2:1",
        ("a",): "2:1",
        ("a", 0): "3:5",
        ("a", 0, "b"): "3:5",
        ("a", 1): "4:5",
    }


def test_one_file_may_have_several_problems() -> None:
    problems = parse("a: 1\na: 2\nb: !x y\n", "f.yml").problems
    assert [problem.place.line for problem in problems] == [2, 3]
