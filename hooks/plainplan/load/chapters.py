"""Reads content/**/*.md: the few lines at the top of each chapter, its headings, its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath

from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
from markdown_it.token import Token

from plainplan.errors import Place, Problem
from plainplan.load.names import name_problem
from plainplan.load.validate import to_record
from plainplan.load.yaml_source import parse, read_text
from plainplan.model.chapter import (
    EASY_FOLDER,
    Chapter,
    EasyChapter,
    EasyFrontMatter,
    FrontMatter,
    Heading,
    Written,
)

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_OWN_ANCHOR = re.compile(r"\s*\{:?[^}]*#([\w-]+)[^}]*\}\s*$")


def load_chapters(folder: Path) -> tuple[list[Written], list[Problem]]:
    """Every text under `folder` (content/), in the order of their paths. No folder: no chapters."""
    chapters: list[Written] = []
    problems = list(_misplaced(folder))
    for path in _files(folder):
        if path.suffix != ".md":
            continue
        chapter, found = _load_chapter(folder / path, path.as_posix(), folder.name)
        problems += found
        if chapter:
            chapters.append(chapter)
    return chapters, problems


def _misplaced(folder: Path) -> Iterator[Problem]:
    """Files that the build treats otherwise than an editor would expect."""
    files = _files(folder)
    taken = frozenset(files)
    for path in files:
        place = Place(f"{folder.name}/{path.as_posix()}", 1)
        if problem := name_problem(path, folder.name, taken):
            yield problem
        elif path.stem.lower() == "readme" and path.suffix == ".md":
            yield Problem(
                place, "README.md is the first page of its folder.", "Call it index.md.", "file-name"
            )
        elif path.suffix in (".markdown", ".mdown", ".mkdn", ".mkd"):
            mend = f"Call it {path.stem}.md."
            yield Problem(place, "the ending of the file is not the one of chapters.", mend, "file-name")
        elif path.suffix == ".md" and path.parts[0] == "templates":
            yield Problem(
                place, "a folder called templates is not published.", "Call it something else.", "file-name"
            )


def _files(folder: Path) -> list[Path]:
    """Every file under `folder` that is not hidden, relative to it, in order."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.parts))


def attachments_in(folder: Path) -> tuple[str, ...]:
    """Pictures and documents that lie beside the chapters, as paths relative to `folder`."""
    return tuple(path.as_posix() for path in _files(folder) if path.suffix != ".md")


def _load_chapter(path: Path, relative: str, folder: str) -> tuple[Written | None, list[Problem]]:
    name = f"{folder}/{relative}"
    text, problems = read_text(path, name)
    if problems:
        return None, problems
    match = _FRONT_MATTER.match(text)
    if not match or not match[1].strip():
        mend = "Begin the file with a line ---, a line `title: …`, and a line ---."
        return None, [Problem(Place(name, 1), "the chapter has no title.", mend, "front-matter")]
    opening = parse(match[1], name, first_line=2)
    body, body_line = text[match.end() :], text[: match.end()].count("\n") + 1
    headings = tuple(headings_of(body, body_line))
    if PurePosixPath(relative).parts[0] in (EASY_FOLDER, f"{EASY_FOLDER}.md"):
        easy, problems = to_record(EasyFrontMatter, opening, name)
        if easy is None:
            return None, problems
        return EasyChapter(
            path=relative, front_matter=easy, body=body, body_line=body_line, headings=headings
        ), []
    front, problems = to_record(FrontMatter, opening, name)
    if front is None:
        return None, problems
    return Chapter(path=relative, front_matter=front, body=body, body_line=body_line, headings=headings), []


def headings_of(body: str, first_line: int) -> list[Heading]:
    """The headings of Markdown text, with the anchors that Python-Markdown's toc extension gives them."""
    tokens = MarkdownIt("commonmark").parse(body)
    used: set[str] = set()
    headings = []
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        text, anchor = plain_text(inline), ""
        if match := _OWN_ANCHOR.search(text):
            text, anchor = text[: match.start()], match[1]
        lasting = bool(anchor) or "{{" not in text
        anchor = anchor or unique(slugify(text, "-"), used)
        used.add(anchor)
        line = (opening.map[0] if opening.map else 0) + first_line
        level = int(opening.tag[1])
        headings.append(Heading(level=level, text=text, anchor=anchor, line=line, lasting=lasting))
    return headings


def plain_text(inline: Token) -> str:
    """The words of an inline token, without its markup."""
    children = inline.children or []
    return "".join(
        child.content if child.type in ("text", "code_inline") else " " * (child.type == "softbreak")
        for child in children
    )
