"""`plainplan import`: reads a file that others made, and writes files of the plan."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from plainplan.imports.choices import Notebook
from plainplan.imports.days import Order
from plainplan.imports.decoding import read_file
from plainplan.imports.giving import read_grants
from plainplan.imports.measure import Asked, read_measure
from plainplan.imports.periods import Quarters, Settled
from plainplan.imports.stratml import read_plan
from plainplan.imports.writing import to_yaml, write_files
from plainplan.load.validate import to_record
from plainplan.load.yaml_source import parse, read_text
from plainplan.model import Measure
from plainplan.slugs import slug

_ORDERS = {"day-first": Order.DAY_FIRST, "month-first": Order.MONTH_FIRST}
_QUARTERS = {quarters.value: quarters for quarters in Quarters}
_ABOUT = """\
Reads a file that was made elsewhere, and writes it as YAML into data/.

What has one meaning is taken. What may mean two things is refused, with the line and a way to say which.
Every choice is listed, so that you can check it. If anything is wrong, nothing is written.
"""
_AFTERWARDS = "Afterwards, run `plainplan check`: it says what is still missing."


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its three kinds of file."""
    parser = commands.add_parser(
        "import",
        help="take over a plan, grants or figures from a file",
        description=_ABOUT,
        epilog=_AFTERWARDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="stratml | 360giving | csv")
    stratml = kinds.add_parser(
        "stratml",
        help="a plan in StratML (XML), Part 1 or Part 2: writes plan.yml, priorities, measures and more",
        description="Takes over a plan from a StratML file, Part 1 or Part 2 of the standard, of any age.",
        epilog=_AFTERWARDS,
    )
    giving = kinds.add_parser(
        "360giving",
        help="grants in the 360Giving standard (JSON or CSV): writes grants.yml",
        description="Takes over grants from a 360Giving file, JSON or CSV.",
        epilog=_AFTERWARDS,
    )
    table = kinds.add_parser(
        "csv",
        help="the figures of one measure (CSV): writes the measure's file",
        description="Takes over the figures of one measure from a table with a row for each period.",
        epilog=f"What the measure's file says besides stays as it is, but not its comments. {_AFTERWARDS}",
    )
    table.add_argument("--measure", required=True, metavar="ID", help="the measure, as its file is named")
    table.add_argument("--value", metavar="TITLE", help="the title of the column with the figures")
    table.add_argument(
        "--quarters",
        choices=sorted(_QUARTERS),
        help="whether Q1 2024 begins in January (calendar) or in April (financial)",
    )
    for kind in (stratml, giving, table):
        _common(kind)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the file to read; it is not changed")
    parser.add_argument("--folder", default=".", help="where data/ is, or will be (default: here)")
    parser.add_argument("--replace", action="store_true", help="write over files that are there already")
    parser.add_argument(
        "--dates", choices=sorted(_ORDERS), help="whether 03/04/2025 is 3 April (day-first) or 4 March"
    )


def run(options: argparse.Namespace) -> int:
    """Import a file. Returns the exit status: 0 written, 1 something is wrong, 2 cannot run."""
    path, folder = Path(options.file), Path(options.folder)
    if not path.is_file():
        print(f"{path}: there is no such file.", file=sys.stderr)
        return 2
    if not folder.is_dir():
        print(f"{folder}: there is no such folder.", file=sys.stderr)
        return 2
    notes = Notebook(str(path))
    text = read_file(path, notes)
    texts = _READERS[options.kind](text, options, notes) if text is not None else {}
    if not notes.problems:
        write_files(folder, texts, options.replace, notes)
    _say(notes, texts)
    return 1 if notes.problems else 0


def _say(notes: Notebook, texts: dict[str, str]) -> None:
    for choice in sorted(notes.choices):
        print(f"{notes.file}: {choice}")
    for problem in sorted(notes.problems):
        print(problem)
    if notes.problems:
        print("Nothing was written.")
        return
    for name in texts:
        print(f"Wrote {name}.")
    print(_AFTERWARDS)


def _stratml(text: str, options: argparse.Namespace, notes: Notebook) -> dict[str, str]:
    plan = read_plan(text, notes, _ORDERS.get(options.dates))
    return plan.texts() if plan else {}


def _giving(text: str, options: argparse.Namespace, notes: Notebook) -> dict[str, str]:
    grants = read_grants(text, notes, _ORDERS.get(options.dates))
    return {"data/grants.yml": to_yaml(grants)} if grants else {}


def _table(text: str, options: argparse.Namespace, notes: Notebook) -> dict[str, str]:
    if slug(options.measure) != options.measure:
        mend = f"Write --measure {slug(options.measure)}." if slug(options.measure) else ""
        notes.refuse(0, f'"{options.measure}" cannot be the id of a measure.', mend)
        return {}
    name = f"data/measures/{options.measure}.yml"
    path, before = Path(options.folder) / name, None
    if path.exists():
        written, problems = read_text(path, name)
        if not problems:
            before, problems = to_record(Measure, parse(written, name), name)
        if before is None:
            notes.problems += problems
            return {}
    settled = Settled(_ORDERS.get(options.dates), _QUARTERS.get(options.quarters))
    measure = read_measure(text, Asked(options.measure, settled, options.value), before, notes)
    return {name: to_yaml(measure)} if measure else {}


_READERS = {"stratml": _stratml, "360giving": _giving, "csv": _table}
