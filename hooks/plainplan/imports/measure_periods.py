"""What a measure's own series, and the title of a column, settle about the periods of a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plainplan.imports.choices import Notebook
from plainplan.imports.periods import Settled, Span, Years
from plainplan.imports.table import plain_title
from plainplan.model import Measure
from plainplan.model.measure import Observation


class OwnPeriods:
    """The periods that a measure has already, by their names."""

    def __init__(self, measure: Measure | None) -> None:
        self.spans: dict[str, set[tuple[date, date]]] = {}
        figures = list(_figures(measure)) if measure else []
        for figure in figures:
            self.spans.setdefault(_plain(figure.period), set()).add((figure.start, figure.end))
        financial = [figure for figure in figures if _is_financial(figure)]
        self.is_financial = bool(financial)
        self.pairs = [figure.period for figure in financial]
        """Names of financial years, as the measure writes them."""

    def span(self, words: str) -> Span | None:
        """The days of a period that the measure has, under that name."""
        found = self.spans.get(_plain(words), set())
        return Span(*next(iter(found))) if len(found) == 1 else None

    def settle(self, settled: Settled, title: str, line: int, notes: Notebook) -> Settled:
        """What is known of years, with what the title of their column says. A contradiction is refused."""
        named = plain_title(title)
        never = "financial" in named or self.is_financial
        if never and settled.years is Years.CALENDAR:
            told = (
                f'the column is called "{title}"'
                if "financial" in named
                else "the measure has financial years"
            )
            mend = "Say --years financial, or write what each year is, such as 2024/25."
            notes.refuse(line, f"years cannot be calendar years: {told}.", mend)
        if "calendaryear" in named and not never and settled.years is None:
            settled = replace(settled, years=Years.CALENDAR)
        pairs = settled.pairs_are_financial or any(" to " in name for name in self.pairs)
        return replace(settled, pairs_are_financial=pairs, never_calendar=never)


def _figures(measure: Measure) -> Iterator[Observation]:
    yield from measure.series
    for breakdown in measure.breakdowns:
        for part in breakdown.parts:
            yield from part.series


def _is_financial(figure: Observation) -> bool:
    first, last = figure.start, figure.end
    april, march = (first.month, first.day) == (4, 1), (last.month, last.day) == (3, 31)
    return april and march and last.year == first.year + 1


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("–", "-").replace("—", "-").split())
