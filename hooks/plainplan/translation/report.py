"""How far translations have come, as lines to read and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from plainplan.translation.counting import counted
from plainplan.translation.status import Amount, LanguageStatus, Progress

_HOME = "the home page"


def as_text(languages: Sequence[LanguageStatus]) -> str:
    """A table for each language: words, and in brackets the texts that they are in."""
    return "\n\n".join(_table(language) for language in languages)


def _table(language: LanguageStatus) -> str:
    total = language.total
    about = (
        f"{language.tag}: {total.percent}% translated. To do: {_said(total.to_do)}, of {_said(total.total)}."
    )
    if language.unknown:
        unknown = counted(language.unknown, "text")
        about += f"\nNot yet in the PO file: {unknown}. Run `plainplan translate update`."
    rows = [("page", "translated", "changed since", "missing")]
    rows += [_row(page.page or _HOME, page.progress) for page in language.pages]
    rows.append(_row("in all", total))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    ]
    return "\n".join([about, "Words, and in brackets the texts that they are in:", *lines])


def _said(amount: Amount) -> str:
    return f"{counted(amount.words, 'word')} in {counted(amount.messages, 'text')}"


def _row(name: str, progress: Progress) -> tuple[str, str, str, str]:
    return name, _cell(progress.translated), _cell(progress.changed), _cell(progress.missing)


def _cell(amount: Amount) -> str:
    return f"{amount.words:,} ({amount.messages:,})"


def as_json(languages: Sequence[LanguageStatus]) -> str:
    """The same for programs."""
    return json.dumps([_record(language) for language in languages], indent=2, ensure_ascii=False)


def _record(language: LanguageStatus) -> dict[str, object]:
    total = language.total
    return {
        "language": language.tag,
        "percent": total.percent,
        "not_in_file": language.unknown,
        "total": asdict(total),
        "pages": [{"page": page.page, **asdict(page.progress)} for page in language.pages],
    }
