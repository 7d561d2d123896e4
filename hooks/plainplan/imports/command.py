"""`plainplan import`: reads a file that others made, and writes files of the plan."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from plainplan.check import today
from plainplan.imports.choices import Notebook
from plainplan.imports.days import Order
from plainplan.imports.decoding import read_file
from plainplan.imports.giving import Office, read_grants
from plainplan.imports.measure import Asked, read_measure
from plainplan.imports.periods import Settled, Years
from plainplan.imports.stratml import read_plan
from plainplan.imports.trial import refuse_new_errors
from plainplan.imports.writing import refuse_a_mixture, refuse_overwriting, to_yaml, write_files
from plainplan.load import read_plan as load_what_is_there
from plainplan.load.validate import to_record
from plainplan.load.yaml_source import parse, read_text
from plainplan.model import Measure, Plan
from plainplan.model.money import GrantsFile
from plainplan.slugs import slug

_ORDERS = {"day-first": Order.DAY_FIRST, "month-first": Order.MONTH_FIRST}
_YEARS = {years.value: years for years in Years}
R = TypeVar("R", bound=BaseModel)
Made = tuple[dict[str, str], dict[str, int]]
"""The texts of files by their names, and the line of the imported file on which each of them begins."""
_NOTHING: Made = ({}, {})
_ABOUT = """\
Reads a file that was made elsewhere, and writes it as YAML into data/.

What has one meaning is taken. What may mean two things is refused, with the line and a way to say which.
Every choice is listed, so that you can check it. If anything is wrong, nothing is written: neither what
cannot be read, nor what would give the plan an error that it does not have now.
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
        epilog=f"With --replace, grants that the plan has are kept or brought up to date. {_AFTERWARDS}",
    )
    giving.add_argument(
        "--funder",
        metavar="NAME",
        help="take only the grants of this funder (its identifier or name), as grants of this plan",
    )
    table = _add_csv(kinds)
    for kind in (stratml, giving, table):
        _common(kind)


def _add_csv(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
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
        choices=sorted(_YEARS),
        help="whether Q1 2024 begins in January (calendar) or in April (financial)",
    )
    table.add_argument(
        "--years",
        choices=sorted(_YEARS),
        help="whether 2024 alone is the calendar year or the financial year that begins in April 2024",
    )
    return table


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
    texts, lines = _READERS[options.kind](text, options, notes) if text is not None else _NOTHING
    if not notes.problems:
        refuse_overwriting(folder, texts, options.replace, notes)
    if not notes.problems:
        refuse_new_errors(folder, texts, lines, today(), notes)
    if not notes.problems:
        write_files(folder, texts, notes)
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


def _stratml(text: str, options: argparse.Namespace, notes: Notebook) -> Made:
    plan = read_plan(text, notes, _ORDERS.get(options.dates))
    if plan is None:
        return _NOTHING
    refuse_a_mixture(Path(options.folder), plan.records, notes)
    return plan.texts(), plan.lines


def _giving(text: str, options: argparse.Namespace, notes: Notebook) -> Made:
    folder, name = Path(options.folder), "data/grants.yml"
    if (folder / name).exists() and _there(folder, name, GrantsFile, notes) is None:
        return _NOTHING
    plan = _plan(folder, notes)
    grants = read_grants(text, notes, _ORDERS.get(options.dates), Office(plan, options.funder))
    return ({name: to_yaml(grants)}, {}) if grants else _NOTHING


def _plan(folder: Path, notes: Notebook) -> Plan | None:
    """The plan in a folder. A file of it that cannot be read is for `plainplan check` to name."""
    loaded, _ = load_what_is_there(folder) if (folder / "data/plan.yml").exists() else (None, ())
    if loaded is None and (folder / "data/plan.yml").exists():
        mend = "Run `plainplan check`, and mend what it says of it."
        notes.refuse(0, "data/plan.yml cannot be read, and says whose plan it is.", mend)
    return loaded.plan if loaded else None


def _there(folder: Path, name: str, model: type[R], notes: Notebook) -> R | None:
    """The record of a file that is there; None, with the problems noted, where it cannot be read."""
    record = None
    written, problems = read_text(folder / name, name)
    if not problems:
        record, problems = to_record(model, parse(written, name), name)
    notes.problems += problems
    return record


def _table(text: str, options: argparse.Namespace, notes: Notebook) -> Made:
    if slug(options.measure) != options.measure:
        mend = f"Write --measure {slug(options.measure)}." if slug(options.measure) else ""
        notes.refuse(0, f'"{options.measure}" cannot be the id of a measure.', mend)
        return _NOTHING
    folder, name = Path(options.folder), f"data/measures/{options.measure}.yml"
    before = _there(folder, name, Measure, notes) if (folder / name).exists() else None
    plan = _plan(folder, notes)
    if notes.problems:
        return _NOTHING
    settled = Settled(
        _ORDERS.get(options.dates), _YEARS.get(options.quarters), years=_YEARS.get(options.years)
    )
    asked = Asked(options.measure, settled, options.value, plan.about.body.area if plan else None)
    measure = read_measure(text, asked, before, notes)
    return ({name: to_yaml(measure)}, {}) if measure else _NOTHING


_READERS = {"stratml": _stratml, "360giving": _giving, "csv": _table}
