"""The rows of parts, such as one district, as the breakdowns of a measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from plainplan.imports.choices import Notebook
from plainplan.imports.measure_join import Figures, joined
from plainplan.imports.measure_shape import Known
from plainplan.imports.table import Row, plain_title
from plainplan.load.yaml_source import Keys
from plainplan.model.measure import Breakdown
from plainplan.slugs import slug

Reader = Callable[[Row, str], str]
"""Says what stands in a row under a field, such as `part`."""


@dataclass(frozen=True, order=True)
class Part:
    """One part of a breakdown: the ids of both. Empty ids are those of the whole."""

    breakdown: str = ""
    part: str = ""


@dataclass
class Parts:
    """Tells the rows of parts from those of the whole, and names them."""

    read: Reader
    known: Known
    title: str
    notes: Notebook

    def __post_init__(self) -> None:
        self.titles: dict[Part, tuple[str, str]] = {}

    def sorted_by_part(self, rows: Sequence[Row]) -> dict[Part, list[Row]]:
        """The rows of the whole and of each part, in the order of the file."""
        named = list(dict.fromkeys(self.read(row, "part") for row in rows))
        if len(named) == 1 and named[0] and self._is_all_of_it(named[0], rows[0]):
            return {Part(): list(rows)}
        found: dict[Part, list[Row]] = {}
        for row in rows:
            found.setdefault(self._part(row), []).append(row)
        if Part() not in found and self.known.measure is None:
            message = f"no row is of the whole: the rows are of {', '.join(named)}."
            self.notes.refuse(rows[0].line, message, 'Keep the rows of one of them, or add those of "All".')
        return found

    def _is_all_of_it(self, name: str, row: Row) -> bool:
        """Whether the one name that a table has stands for the whole."""
        if self.known.is_whole(name):
            return True
        if self.known.measure is not None or self.read(row, "breakdown"):
            return False
        self.notes.took(row.line, f'every row is of "{name}": took that as the whole.')
        return True

    def _part(self, row: Row) -> Part:
        name, breakdown = self.read(row, "part"), self.read(row, "breakdown")
        if not name or (not breakdown and self.known.is_whole(name)):
            return Part()
        known = self.known.part_of(name)
        if known and breakdown in ("", known[0]):
            return Part(*known)
        title = self.read(row, "part_title") or name
        split = breakdown or slug(self.title)
        part = Part(split, slug(name))
        if not part.part:
            self.notes.refuse(row.line, f'"{name}" cannot be the name of a part.', "Write it in letters.")
        self.titles.setdefault(part, (self.read(row, "breakdown_title") or self.title, title))
        return part


def breakdowns_of(
    figures: dict[Part, Figures], parts: Parts, before: Sequence[Breakdown], notes: Notebook
) -> tuple[list[dict[str, Any]], dict[Keys, int]]:
    """The breakdowns of a measure with the figures of the file, and the lines of those figures."""
    rest = dict(figures)
    made: list[dict[str, Any]] = []
    for breakdown in before:
        held = []
        for part in breakdown.parts:
            read = rest.pop(Part(breakdown.id, part.id), None)
            own = [(0, item.model_dump(exclude_defaults=True)) for item in part.series]
            series = own if read is None else joined(read, part.series, part.title, notes)
            held.append({"id": part.id, "title": part.title, "series": series})
        made.append({"id": breakdown.id, "title": breakdown.title, "parts": held})
    for key, read in rest.items():
        split_title, title = parts.titles[key]
        notes.took(read[0][0] if read else 0, f'took "{title}" as a part, under "{split_title}".')
        split = next((found for found in made if found["id"] == key.breakdown), None)
        if split is None:
            split = {"id": key.breakdown, "title": split_title, "parts": []}
            made.append(split)
        split["parts"].append({"id": key.part, "title": title, "series": read})
    return _without_lines(made)


def _without_lines(made: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[Keys, int]]:
    lines: dict[Keys, int] = {}
    for first, split in enumerate(made):
        for second, part in enumerate(split["parts"]):
            for third, (line, _) in enumerate(part["series"]):
                lines["breakdowns", first, "parts", second, "series", third] = line
            part["series"] = [figure for _, figure in part["series"]]
    return made, lines


def is_of_parts(titles: Sequence[str]) -> str:
    """The title of the column that names the parts; `Part` where there is none."""
    names = {"part", "area", "district", "group", "breakdownpart"}
    return next((title for title in titles if plain_title(title) in names), "Part")
