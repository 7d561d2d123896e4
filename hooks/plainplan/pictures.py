"""`plainplan pictures`: a sheet of all pictures of easy read, with the names that texts call them by."""

from __future__ import annotations

import argparse
import os
import sys
import webbrowser
from collections import Counter
from pathlib import Path

import jinja2

from plainplan.blocks import PICTURE_LINE
from plainplan.check.easy import told
from plainplan.load import read_plan
from plainplan.model import Plan

_TEMPLATE = "easy/sheet.html"


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("pictures", help="make a sheet of all pictures of easy read, to choose from")
    parser.add_argument("folder", nargs="?", default=".", help="where mkdocs.yml is (default: here)")
    parser.add_argument("--output", metavar="FILE", help="where to write it (default: .cache/pictures.html)")
    parser.add_argument("--open", action="store_true", help="open it in the browser")


def run(options: argparse.Namespace) -> int:
    """Run the command. Returns the exit status: 0 made, 1 there is nothing to show, 2 cannot run."""
    folder = Path(options.folder)
    loaded, problems = read_plan(folder)
    if loaded is None:
        for problem in problems:
            print(problem, file=sys.stderr)
        return 2
    if not loaded.plan.pictures.pictures:
        print(f"{folder}/data/pictures.yml: there are no pictures. README.md says how to add some.")
        return 1
    output = Path(options.output) if options.output else folder / ".cache" / "pictures.html"
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(sheet(loaded.plan, folder, output.parent), encoding="utf-8")
    print(f"{output}: {len(loaded.plan.pictures.pictures)} pictures. Open it in a browser.")
    if options.open:
        webbrowser.open(output.resolve().as_uri())
    return 0


def sheet(plan: Plan, folder: Path, beside: Path) -> str:
    """The sheet as HTML, to stand in the folder `beside`."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder / "overrides" / "fragments"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    content = Path(os.path.relpath(folder / "content", beside)).as_posix()
    return templates.get_template(_TEMPLATE).render(
        plan=plan, pictures=plan.pictures.pictures, content=content, used=uses(plan)
    )


def uses(plan: Plan) -> Counter[str]:
    """How often texts and data use each picture."""
    found = Counter(easy.picture for _, easy in told(plan))
    found.update(term.picture for term in plan.glossary if term.picture)
    for chapter in plan.easy_chapters:
        found.update([chapter.front_matter.picture, *PICTURE_LINE.findall(chapter.body)])
    return found
