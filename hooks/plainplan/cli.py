"""The command `plainplan`. Exit status: 0 in order, 1 problems found, 2 cannot run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from plainplan import building, pictures
from plainplan.check import check_folder, today
from plainplan.check.plain_words import ReadingEase, check_plain_words, reading_ease
from plainplan.errors import Problem, errors_among
from plainplan.imports import command as import_command
from plainplan.plain import RULES
from plainplan.translation import command as translate_command
from plainplan.translation.languages import read_languages


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns the exit status."""
    options = _parser().parse_args(arguments)
    return _COMMANDS[options.command](options)


def _check(options: argparse.Namespace) -> int:
    if options.rules:
        _print_rules()
        return 0
    folder = Path(options.folder)
    if not (folder / "data").is_dir():
        print(f"{folder}/data: there is no such folder. Run this where mkdocs.yml is.", file=sys.stderr)
        return 2
    loaded, problems = check_folder(folder, today())
    if loaded:
        found = {*problems, *read_languages(loaded, folder)[1], *check_plain_words(loaded)}
        problems = tuple(sorted(found))
    _PRINTERS[options.format](problems)
    if loaded and options.reading_ease:
        _print_reading_ease(reading_ease(loaded))
    if errors_among(problems) or (options.strict and problems):
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="plainplan", description="Work on a plan in data/ and content/.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say everything that is wrong with the plan, file by file")
    check.add_argument("folder", nargs="?", default=".", help="where data/ and content/ are (default: here)")
    check.add_argument("--format", choices=sorted(_PRINTERS), default="text", help="how problems are printed")
    check.add_argument("--reading-ease", action="store_true", help="say too how easy each chapter is to read")
    check.add_argument("--rules", action="store_true", help="explain the rules on words, with examples")
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    building.add_to(commands)
    import_command.add_to(commands)
    pictures.add_to(commands)
    translate_command.add_to(commands)
    return parser


def _print_text(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem)
    errors = len(errors_among(problems))
    warnings = len(problems) - errors
    print(
        "The plan is in order."
        if not problems
        else f"{_count(errors, 'error')}, {_count(warnings, 'warning')}."
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _print_reading_ease(pages: Sequence[ReadingEase]) -> None:
    """A table, the hardest chapter first."""
    print("\nReading ease (Flesch: 60 and more is plain English), and the age from which people can read it:")
    known = [(page.found.ease, page.found.age, page.file) for page in pages if page.found]
    for ease, age, file in sorted(known):
        print(f"{ease:4}  age {age:<3} {file}")


def _print_rules() -> None:
    """The rules on words, each with who says so and an example of each kind."""
    for rule in RULES:
        print(f"{rule.id} ({rule.severity}, {rule.languages})")
        print(f"  {rule.explanation}\n  Source: {rule.source}")
        for name, example in (("Not", rule.bad), ("But", rule.good)):
            print(f"  {name}: {example.replace(chr(10), ' / ')}")
        print()


def _print_json(problems: Sequence[Problem]) -> None:
    print(json.dumps([asdict(problem) for problem in problems], indent=2, ensure_ascii=False))


def _print_github(problems: Sequence[Problem]) -> None:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    for problem in problems:
        at = problem.place
        place = f"file={_property(at.file)},line={at.line or 1},col={at.column or 1}"
        about = f"{problem.record}: " if problem.record else ""
        words = f"{about}{problem.message} {problem.mend}".strip()
        print(f"::{problem.severity} {place},title={_property(problem.code)}::{_data(words)}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_PRINTERS = {"text": _print_text, "json": _print_json, "github": _print_github}
_COMMANDS = {
    "build": building.run,
    "check": _check,
    "import": import_command.run,
    "pictures": pictures.run,
    "translate": translate_command.run,
}

if __name__ == "__main__":
    sys.exit(main())
