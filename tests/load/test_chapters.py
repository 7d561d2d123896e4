from __future__ import annotations

from pathlib import Path

import pytest
from plainplan.load.chapters import load_chapters

WRONG = {
    "no front matter": ("# Roads\n", "content/x.md:1", "has no title", "Begin the file"),
    "an empty file": ("", "content/x.md:1", "has no title", "Begin the file"),
    "not closed": ("---\ntitle: x\n", "content/x.md:1", "has no title", "Begin the file"),
    "nothing in it": ("---\n---\ntext\n", "content/x.md:1", "has no title", "Begin the file"),
    "no title": ("---\norder: 1\n---\n", "content/x.md:2:1", '"title" is missing', "title"),
    "unknown field": ("---\ntitle: x\nordr: 1\n---\n", "content/x.md:3:1", '"ordr"', '"order"'),
    "unknown section": ("---\ntitle: x\nsection: cash\n---\n", "content/x.md:3:1", '"cash"', '"money"'),
    "wrong YAML": ("---\ntitle: x: y\n---\n", "content/x.md:2:9", "second colon", "Put quotes"),
    "duplicate": ("---\ntitle: x\ntitle: y\n---\n", "content/x.md:3:1", "first in line 2", "Keep one"),
    "control character": ("---\ntitle: x\n---\n\x02\n", "content/x.md:4:1", "U+0002", "Delete it"),
}
HEADINGS = {
    "plain": ("## Slower traffic\n", [(2, "Slower traffic", "slower-traffic", 4)]),
    "markup": ("# *Safe* `road`\n", [(1, "Safe road", "safe-road", 4)]),
    "own anchor": ("## Roads {#our-roads}\n", [(2, "Roads", "our-roads", 4)]),
    "twice": ("## A\n\n## A\n", [(2, "A", "a", 4), (2, "A", "a_1", 6)]),
    "underlined": ("\nRoads\n=====\n", [(1, "Roads", "roads", 5)]),
    "in code": ("```\n# no\n```\n", []),
}


@pytest.mark.parametrize(("text", "where", "message", "mend"), WRONG.values(), ids=WRONG)
def test_wrong_chapters(tmp_path: Path, text: str, where: str, message: str, mend: str) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "x.md").write_text(text, encoding="utf-8")
    chapters, (problem,) = load_chapters(folder)
    assert not chapters
    assert str(problem.place) == where
    assert message in problem.message
    assert mend in problem.mend


@pytest.mark.parametrize(("body", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_headings(tmp_path: Path, body: str, expected: list[tuple[int, str, str, int]]) -> None:
    (tmp_path / "x.md").write_text(f"---\ntitle: x\n---\n{body}", encoding="utf-8")
    (chapter,), problems = load_chapters(tmp_path)
    assert not problems
    assert [(item.level, item.text, item.anchor, item.line) for item in chapter.headings] == expected


def test_chapters_come_in_the_order_of_their_paths_with_their_addresses(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("index.md", "b/index.md", "b/c.md", "a.md"):
        (tmp_path / name).write_bytes(b"---\r\ntitle: NO\r\n---\r\ntext\r\n")
    chapters, _ = load_chapters(tmp_path)
    assert [chapter.address for chapter in chapters] == ["a/", "b/c/", "b/", ""]
    assert {chapter.front_matter.title for chapter in chapters} == {"NO"}
    assert {(chapter.body, chapter.body_line) for chapter in chapters} == {("text\n", 4)}


def test_no_folder_means_no_chapters(tmp_path: Path) -> None:
    assert load_chapters(tmp_path / "content") == ([], [])
