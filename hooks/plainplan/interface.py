"""The product's own words: found in its code and templates, and kept in its catalogues.

For those who work on the product: `make catalogues` brings language/catalogues/*.po up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path

from babel.messages.extract import extract_from_dir

from plainplan.errors import Place
from plainplan.exports import fields as exports_fields
from plainplan.exports.words import words
from plainplan.language import bare
from plainplan.model import accessibility, law, measure, money, organisation, previous, progress
from plainplan.model import plan as plan_file
from plainplan.model.base import Unknown
from plainplan.model.facets import Late
from plainplan.translation.languages import INTERFACE
from plainplan.translation.merge import Edition, merged
from plainplan.translation.message import Message
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
    found: dict[tuple[str, str], Message] = {}
    for message in (
        *_in_folder(TEMPLATES, "jinja2"),
        *_in_folder(HOOKS, "python"),
        *_of_names(),
        *_of_data(),
    ):
        kept = found.setdefault(message.key, message)
        if message.many and not kept.many:
            found[message.key] = message
    return list(found.values())


def _in_folder(folder: Path, method: str) -> Iterator[Message]:
    patterns = (
        [("**.py", method)]
        if method == "python"
        else [(f"**.{end}", method) for end in ("html", "xml", "svg", "txt")]
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
    found = messages()
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
