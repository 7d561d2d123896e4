"""`plainplan translate`: what translators are given, how far they are, and what they send back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from plainplan.errors import Place, PlanError, Problem, errors_among
from plainplan.translation.changes import counted_changes
from plainplan.translation.checks import check_entries
from plainplan.translation.counting import counted
from plainplan.translation.entries import key_of
from plainplan.translation.merge import Edition, merged
from plainplan.translation.po import FOLDER, po_text
from plainplan.translation.report import as_json, as_text
from plainplan.translation.status import status_of
from plainplan.translation.tags import po_name
from plainplan.translation.work import CannotRunError, Work
from plainplan.translation.writing import write_all
from plainplan.translation.xliff import to_xliff
from plainplan.translation.xliff_import import Imported, imported
from plainplan.translation.xliff_read import read_xliff

_REPORTS = {"json": as_json, "text": as_text}


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its five parts."""
    parser = commands.add_parser("translate", help="make, count, check and exchange translations of the plan")
    parts = parser.add_subparsers(dest="part", required=True, metavar="update|status|export|import|check")
    update = parts.add_parser("update", help=f"bring the PO files in {FOLDER}/ up to date with the plan")
    status = parts.add_parser("status", help="say how much is translated, page by page, in words")
    status.add_argument("--format", choices=sorted(_REPORTS), default="text", help="how it is printed")
    check = parts.add_parser("check", help="look for mistakes in translations")
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    for part in (update, status, check):
        part.add_argument(
            "languages", nargs="*", metavar="LANG", help="a language, such as cy (default: all)"
        )
    export = parts.add_parser("export", help="write a file for an agency")
    kinds = export.add_mutually_exclusive_group(required=True)
    kinds.add_argument("--xliff", action="store_true", help="as XLIFF 1.2")
    export.add_argument("--todo", action="store_true", help="only what is not translated or has changed")
    export.add_argument("-o", "--output", required=True, metavar="FILE", help="the file to write")
    export.add_argument("languages", nargs=1, metavar="LANG", help="the language, such as cy")
    back = parts.add_parser("import", help="take in an XLIFF file that came back")
    back.add_argument("file", metavar="FILE", help="the file to read; it is not changed")
    back.add_argument(
        "languages", nargs="?", metavar="LANG", help="its language, if the file does not say it"
    )
    for part in (update, status, check, export, back):
        part.add_argument("--folder", default=".", help="where data/ and content/ are (default: here)")


def run(options: argparse.Namespace) -> int:
    """Run a part. Returns the exit status: 0 in order, 1 something is wrong, 2 cannot run."""
    folder = Path(options.folder)
    if not (folder / "data").is_dir():
        print(f"{folder}/data: there is no such folder. Run this where mkdocs.yml is.", file=sys.stderr)
        return 2
    named = options.languages or []
    work = Work(folder, [named] if isinstance(named, str) else named)
    try:
        return _PARTS[options.part](work, options)
    except PlanError as error:
        print(error)
        print("The plan has errors. Mend them first: what cannot be read would be lost for translators.")
        return 1
    except CannotRunError as error:
        print(error, file=sys.stderr)
        return 2


def _update(work: Work, options: argparse.Namespace) -> int:
    loaded, messages = work.plan(), work.messages()
    about = loaded.plan.about
    texts, lines = {}, []
    for tag in work.tags(with_source=True):
        before = work.read(tag, or_new=True)
        if before is None:
            continue
        after = merged(before, messages, Edition(tag, about.title, str(about.site_url or "")))
        texts[po_name(tag)] = po_text(after).encode()
        lines.append(f"{po_name(tag)}: {counted_changes(before, after)}")
    return _finish(work, texts, lines)


def _finish(work: Work, texts: dict[str, bytes], lines: Iterable[str]) -> int:
    """Write all files or, where there is an error, none."""
    if not errors_among(work.problems):
        work.problems += write_all(work.folder, texts)
    is_wrong = bool(errors_among(work.problems))
    _say(work.problems)
    print("Nothing was written." if is_wrong else "\n".join(lines))
    return int(is_wrong)


def _say(problems: Iterable[Problem]) -> None:
    for problem in sorted(problems):
        print(problem)


def _status(work: Work, options: argparse.Namespace) -> int:
    messages = work.messages()
    found = []
    for tag in work.tags():
        entries = work.read(tag)
        if entries is not None:
            found.append(status_of(tag, messages, entries))
    for problem in sorted(work.problems):
        print(problem, file=sys.stderr)
    print(_REPORTS[options.format](found))
    return int(bool(errors_among(work.problems)))


def _check(work: Work, options: argparse.Namespace) -> int:
    for tag in work.tags():
        entries = work.read(tag)
        if entries is not None:
            work.problems += check_entries(entries, po_name(tag), work.setting(tag))
    _say(work.problems)
    errors = len(errors_among(work.problems))
    warnings = len(work.problems) - errors
    if not work.problems:
        print("The translations are in order.")
    else:
        print(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}.")
    return int(bool(errors or (options.strict and warnings)))


def _export(work: Work, options: argparse.Namespace) -> int:
    tags = work.tags()
    entries = work.read(tags[0]) if tags else None
    if entries is None or errors_among(work.problems):
        return _finish(work, {}, ())
    tag = tags[0]
    behind = status_of(tag, work.messages(), entries).unknown
    data, left_out = to_xliff(entries, po_name(tag), work.setting(tag), todo=options.todo)
    work.problems += left_out
    path = Path(options.output)
    wrong = write_all(path.parent, {path.name: data})
    _say([*work.problems, *wrong])
    if wrong:
        return 1
    if behind:
        print(
            f"Not yet in {po_name(tag)}: {counted(behind, 'text')}. Run `plainplan translate update` first."
        )
    print(f"Wrote {path}.")
    return int(bool(work.problems))


def _import(work: Work, options: argparse.Namespace) -> int:
    path = Path(options.file)
    if not path.is_file():
        raise CannotRunError(f"{path}: there is no such file.")
    returned, problems = read_xliff(path.read_bytes(), str(path))
    work.problems += problems
    if returned is None:
        return _finish(work, {}, ())
    work.named = work.named or ([returned.tag] if returned.tag else [])
    if not work.named:
        raise CannotRunError(
            f"{path} does not say its language. Name it: plainplan translate import {path} cy"
        )
    if returned.tag and returned.tag.replace("_", "-").lower() != work.named[0].lower():
        message = f'the file is in "{returned.tag}", not in "{work.named[0]}".'
        work.problems.append(Problem(Place(str(path), 1), message, "Name its own language.", "xliff"))
    tags = work.tags()
    before = work.read(tags[0]) if tags else None
    if before is None or errors_among(work.problems):
        return _finish(work, {}, ())
    return _take_in(work, tags[0], imported(before, returned.units, tags[0]))


def _take_in(work: Work, tag: str, found: Imported) -> int:
    """Write what came back, and say what is wrong with it: a build stops for that, an import does not."""
    name = po_name(tag)
    wrong = write_all(work.folder, {name: po_text(found.file).encode()})
    if wrong:
        work.problems += wrong
        return _finish(work, {}, ())
    written = work.read(tag) or ()
    taken = [entry for entry in written if key_of(entry) in found.taken]
    work.problems += [*found.problems, *check_entries(taken, name, work.setting(tag))]
    _say(work.problems)
    new, left = counted(len(found.taken), "text"), counted(found.unfinished, "part")
    print(f"{name}: {new} new or changed, {left} left as unfinished.")
    return int(bool(work.problems))


_PARTS: dict[str, Callable[[Work, argparse.Namespace], int]] = {
    "check": _check,
    "export": _export,
    "import": _import,
    "status": _status,
    "update": _update,
}
