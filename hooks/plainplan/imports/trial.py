"""Tries the result of an import in a copy of the plan: what `plainplan check` would newly call an error."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from plainplan.check import check_folder
from plainplan.errors import Problem, errors_among
from plainplan.imports.choices import Notebook

_SHOWN = 20
_STAND_IN = """\
title: Plan
body: {name: Body, area: Area}
period: {start: not published, end: not published}
status: draft
summary: Plan
contact: {address: Nobody}
"""
"""A plan of which only the imported part is there: enough for the rules on figures and dates to be held."""
_OF_THE_REST = frozenset({"unknown-reference", "missing-file"})
"""What such a part cannot help: it names what will come later."""


def refuse_new_errors(
    folder: Path, texts: Mapping[str, str], lines: Mapping[str, int], on: date, notes: Notebook
) -> None:
    """Note as a problem every error that the plan in `folder` would have with `texts`, and has not now.

    `lines` says where in the imported file the record of each of the texts begins.
    """
    found = _new_errors(folder, texts, on)
    for problem in found[:_SHOWN]:
        about = f"{problem.record}: " if problem.record else ""
        message = f"{problem.place.file} would have an error: {about}{problem.message}"
        notes.refuse(lines.get(problem.place.file, 0), message, problem.mend, problem.code)
    if len(found) > _SHOWN:
        notes.refuse(0, f"there are {len(found) - _SHOWN} more such errors.", "Mend these first.")


def _new_errors(folder: Path, texts: Mapping[str, str], on: date) -> list[Problem]:
    with TemporaryDirectory() as place:
        copy = Path(place)
        for name in ("data", "content"):
            if (folder / name).is_dir():
                shutil.copytree(folder / name, copy / name, copy_function=_linked)
        alone = not (copy / "data/plan.yml").exists() and "data/plan.yml" not in texts
        if alone:
            _write(copy, {"data/plan.yml": _STAND_IN})
        before = {_same(problem) for problem in errors_among(check_folder(copy, on)[1])}
        _write(copy, texts)
        after = errors_among(check_folder(copy, on)[1])
    return [
        problem
        for problem in after
        if _same(problem) not in before and not (alone and problem.code in _OF_THE_REST)
    ]


def _linked(source: str, target: str) -> None:
    """Large pictures and documents of a plan are not copied."""
    Path(target).symlink_to(Path(source).resolve())


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _same(problem: Problem) -> tuple[str, ...]:
    """A problem without its line, which moves when something is added above it."""
    return problem.place.file, problem.code, problem.record, problem.message
