"""The product's own words: found in its code and templates, and kept in its catalogues.

For those who work on the product: `make catalogues` brings language/catalogues/*.po up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path

from babel.messages.extract import extract_from_dir

from plainplan.errors import Place, PlanError, Problem
from plainplan.exports import fields as exports_fields
from plainplan.exports.words import words
from plainplan.language import bare
from plainplan.model import accessibility, law, measure, money, organisation, previous, progress
from plainplan.model import plan as plan_file
from plainplan.model.base import Unknown
from plainplan.model.facets import Late
from plainplan.translation.languages import INTERFACE
from plainplan.translation.merge import Edition, merged
from plainplan.translation.message import Key, Message
from plainplan.translation.po import new_file, po_text, read_po
from plainplan.views import changes, consultation, course, timeline

HOOKS = Path(__file__).parent.parent
TEMPLATES = HOOKS.parent / "overrides"
NAMED: tuple[type[Enum], ...] = (
    Unknown,
    Late,
    accessibility.Compliance,
    accessibility.Ground,
    changes.Kind,
    consultation.Outcome,
    course.Reason,
    course.Standing,
    exports_fields.Kind,
    law.MilestoneState,
    measure.Better,
    measure.MeasureKind,
    measure.ObservationStatus,
    money.Band,
    money.BudgetStatus,
    organisation.Responsibility,
    plan_file.PlanStatus,
    previous.Fate,
    progress.Status,
    timeline.Stage,
)
"""Enumerations whose members readers are told by name (`language.named`)."""
_KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_OF_TEMPLATES = {
    "jinja2": {
        "trimmed": "true",
        "newstyle_gettext": "true",
        "silent": "false",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
    }
}


def messages() -> list[Message]:
    """Every message of the product, in the order of its files. None twice."""
    return _each_once(
        (*_in_folder(TEMPLATES, "jinja2"), *_in_folder(HOOKS, "python"), *_of_names(), *_of_data())
    )


def _each_once(said: Iterable[Message]) -> list[Message]:
    """Each message once. A catalogue holds it with one plural or with none, so the code may not say both."""
    found: dict[Key, Message] = {}
    problems = []
    for message in said:
        kept = found.setdefault(message.key, message)
        if message.many != kept.many:
            problems.append(_two_plurals(kept, message))
    if problems:
        raise PlanError(tuple(problems))
    return list(found.values())


def _two_plurals(before: Message, message: Message) -> Problem:
    how = f'with the plural "{message.many}"' if message.many else "without a plural"
    other = f'with "{before.many}"' if before.many else "without one"
    return Problem(
        message.place,
        f'"{message.text}" stands here {how}, and {other} in {before.place}.',
        "Say it in the same way in both, or give one of them a context: a catalogue holds it once.",
        "two-plurals",
    )


def _in_folder(folder: Path, method: str) -> Iterator[Message]:
    patterns = (
        [("**.py", method)]
        if method == "python"
        else [(f"**.{end}", method) for end in ("html", "xhtml", "xml", "opf", "svg", "txt")]
    )
    options = {pattern: _OF_TEMPLATES.get(method, {}) for pattern, _ in patterns}
    for file, line, said, comments, context in extract_from_dir(
        folder, patterns, options, _KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        text, many = (said[0], said[1]) if isinstance(said, tuple) else (said, None)
        place = Place(f"{folder.name}/{file}", line)
        yield Message(context or "", text, place, "", " ".join(comments), many, is_block=True)


def _of_names() -> Iterator[Message]:
    """The names of members of enumerations; those of one word in code are of machines alone."""
    for kind in NAMED:
        comment = (kind.__doc__ or "").partition("\n")[0]
        for member in kind:
            yield Message(kind.__name__, str(member.value), Place(_file_of(kind)), "", comment, is_block=True)


def _file_of(kind: type[Enum]) -> str:
    return f"hooks/{kind.__module__.replace('.', '/')}.py"


def _of_data() -> Iterator[Message]:
    """The titles and meanings of the tables and columns that can be taken away."""
    for text, comment in words():
        yield Message("", bare(text), Place("hooks/plainplan/exports"), "", comment, is_block=True)


def main(tags: Sequence[str]) -> int:
    """Bring the catalogues up to date; those of `tags` are begun where they do not exist yet."""
    try:
        found = messages()
    except PlanError as error:
        print(error, file=sys.stderr)
        return 1
    names = sorted({*tags, *(path.stem for path in INTERFACE.glob("*.po"))})
    for tag in names:
        path = INTERFACE / f"{tag}.po"
        before, problems = read_po(path, path.name, tag) if path.exists() else (new_file(tag), [])
        if before is None:
            print(*problems, sep="\n", file=sys.stderr)
            return 1
        path.write_text(po_text(merged(before, found, Edition(tag, "Plainplan"))), encoding="utf-8")
    print(f"{len(found)} messages in {', '.join(names)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
