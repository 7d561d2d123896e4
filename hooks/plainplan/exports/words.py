"""The words of the tables, for the catalogue: no reader of the code finds them by `gettext`.

Tables and columns are made once for all languages, and told in the reader's where they are shown
(`Dataset.heading`, `Field.meaning` …). Every other text of this package stands inside `_()` or `N_()`.
"""

from __future__ import annotations

from collections.abc import Iterator

from plainplan.exports.tables import DATASETS


def words() -> Iterator[tuple[str, str]]:
    """Each text about tables and columns once, with a comment that says where translators' words will stand.

    The texts hold no placeholders: a % in them is a per cent.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for text, what, where in _places():
        found.setdefault(text, {}).setdefault(what, []).append(where)
    for text, uses in found.items():
        yield text, ". ".join(f"{what} {', '.join(places)}" for what, places in uses.items())


def _places() -> Iterator[tuple[str, str, str]]:
    """Each text, what it is, and of which table or column."""
    for dataset in DATASETS:
        yield (
            dataset.title,
            "Title of a table, and of a sheet of the workbook (30 letters at most):",
            dataset.id,
        )
        yield dataset.description, "What is in a table:", dataset.id
        for field in dataset.fields:
            place = f"{dataset.id}.{field.name}"
            yield field.title, "Title of a column:", place
            yield field.description, "What a column means:", place
