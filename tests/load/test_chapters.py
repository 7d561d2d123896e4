from __future__ import annotations

from pathlib import Path

import pytest
from plainplan.errors import Place
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

_SPACE, _OWN, _ELSEWHERE = "hold a space", "something of its own", "another folder, such as images/"
# name, words of the message, words of the mend
NAMES = {
    "space": ("our plan.md", _SPACE, "Call it our-plan.md."),
    "sign of an anchor": ("roads #2.md", _SPACE, "Call it roads-2.md."),
    "anchor": ("roads#2.md", "hold #", "Call it roads-2.md."),
    "query": ("why?.md", "hold ?", "Call it why.md."),
    "percent": ("100%.md", "hold %", "Call it 100.md."),
    "written for a link": ("our%20map.png", "hold %", "Call it our-map.png."),
    "quotes": ('the "plan".md', _SPACE, "Call it the-plan.md."),
    "apostrophe": ("people's.md", "hold '", "Call it peoples.md."),
    "ampersand": ("Q&A.md", "hold &", "Call it Q-and-A.md."),
    "brackets": ("map(1).png", "hold (", "Call it map-1.png."),
    "colon": ("a:b.md", "hold :", "Call it a-b.md."),
    "line break": ("a\nb.md", "hold a space", "Call it a-b.md."),
    "control character": ("a\x02b.md", "hold U+0002", "Call it a-b.md."),
    "emoji": ("\U0001f600.png", "hold \U0001f600", "Call it page.png."),
    "folder": ("our maps/a.png", _SPACE, "Call it content/our-maps/a.png."),
    "logo": ("our logo.svg", _SPACE, "Call it our-logo.svg."),
    "document": ("annual report.v2.pdf", _SPACE, "Call it annual-report.v2.pdf."),
    "accent apart": ("cafe\u0301.md", "are two characters", "Type the name again: caf\xe9.md."),
    "style sheets": ("assets/a.css", _OWN, _ELSEWHERE),
    "picture for a year": ("Assets/deep/a.png", _OWN, _ELSEWHERE),
    "chapter for a year": ("assets/a.md", _OWN, _ELSEWHERE),
    "page for a year": ("assets.md", _OWN, "Call it something else."),
    "index of search": ("pagefind/a.png", _OWN, _ELSEWHERE),
    "page over the index": ("pagefind.md", _OWN, "Call it something else."),
    "headers": ("_headers", _OWN, "Call it something else."),
    "folder over headers": ("_headers/a.md", _OWN, _ELSEWHERE),
    "map of the site": ("sitemap.xml", _OWN, "Call it something else."),
    "page for wrong addresses": ("404.html", _OWN, "Call it something else."),
}
RIGHT = (
    "Our-plan_2.v1.md", "ŵyl.md", "计划.md", "योजना.md", "خطة.md", "images/ŵy.png",
    "about/assets/a.png", "about/_headers", "404.md", "assets.png", "_redirects",
)  # fmt: skip


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


def write(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntitle: x\n---\n" if path.suffix == ".md" else "", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("name", "message", "mend"), NAMES.values(), ids=NAMES)
def test_names_that_links_or_the_build_cannot_bear(
    tmp_path: Path, name: str, message: str, mend: str
) -> None:
    _, (problem,) = load_chapters(write(tmp_path / "content", name))
    assert (problem.place, problem.code) == (Place(f"content/{name}", 1), "file-name")
    assert message in problem.message
    assert mend in problem.mend


def test_names_that_can_stay(tmp_path: Path) -> None:
    _, problems = load_chapters(write(tmp_path, *RIGHT))
    assert problems == []


def test_the_name_to_use_is_free(tmp_path: Path) -> None:
    _, (problem,) = load_chapters(write(tmp_path, "a b.md", "a-b.md", "a-b-2.md"))
    assert problem.mend == "Call it a-b-3.md."
    (tmp_path / "a b.md").rename(tmp_path / "a-b-3.md")
    assert load_chapters(tmp_path)[1] == []


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
