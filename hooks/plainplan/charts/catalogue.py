"""Which charts a plan has. One is made where there are at least 2 values to compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plainplan import addresses
from plainplan.charts.chart import Bar, Bars, Chart, Kind, Level, Line, Part, Parts, Point, Words
from plainplan.charts.line import values_of
from plainplan.charts.scales import scale_of
from plainplan.charts.shapes import CIRCLE, SHAPES, role_of
from plainplan.model import BudgetYear, Measure
from plainplan.model.measure import Breakdown, Observation, ObservationStatus
from plainplan.model.money import CapitalLine, FundingLine, SpendingLine
from plainplan.model.progress import Status
from plainplan.views import money, progress
from plainplan.views.index import Index

_FEWEST = 2
_FIGURES = ("period", "start", "end", "value", "low", "high", "status", "break before", "note")


def charts_of(index: Index, words: Words) -> dict[str, Chart]:
    """Every chart by its name, in the order of the pages."""
    found = (*_measures(index), *_budget(index, words), *_precept(index, words), *_progress(index, words))
    return {chart.name: chart for chart in found}


def _measures(index: Index) -> Iterator[Chart]:
    for measure in index.plan.measures:
        if chart := _measure(measure):
            yield chart
        for breakdown in measure.breakdowns:
            if chart := _breakdown(measure, breakdown):
                yield chart


def _measure(measure: Measure) -> Chart | None:
    plot = Line(measure.unit, tuple(_points(measure.series)), tuple(_levels(measure)))
    values = values_of(plot.points, plot.levels)
    if len(values) < _FEWEST or not any(point.value is not None for point in plot.points):
        return None
    return Chart(
        name=f"measures/{measure.id}",
        kind=Kind.MEASURE,
        title=measure.title,
        page=addresses.under(addresses.MEASURES, measure.id),
        subject=measure.id,
        header=_FIGURES,
        rows=tuple(_row(figure) for figure in measure.series),
        plot=plot,
        begins=scale_of(values).begins,
    )


def _breakdown(measure: Measure, breakdown: Breakdown) -> Chart | None:
    parts = [Part(part.title, tuple(_points(part.series))) for part in breakdown.parts]
    shown = tuple(part for part in parts if any(point.value is not None for point in part.points))
    if len(shown) < _FEWEST:
        return None
    return Chart(
        name=f"measures/{measure.id}/{breakdown.id}",
        kind=Kind.BREAKDOWN,
        title=f"{measure.title} by {breakdown.title.lower()}",
        page=addresses.under(addresses.MEASURES, measure.id),
        subject=measure.id,
        header=("part", *_FIGURES),
        rows=tuple((part.title, *_row(figure)) for part in breakdown.parts for figure in part.series),
        plot=Parts(measure.unit, shown),
        begins=scale_of([value for part in shown for value in values_of(part.points)]).begins,
    )


def _points(series: Iterable[Observation]) -> Iterator[Point]:
    for figure in series:
        value = figure.value if isinstance(figure.value, Decimal) else None
        yield Point(
            period=figure.period,
            day=figure.end,
            value=value,
            low=figure.low if value is not None and figure.high is not None else None,
            high=figure.high if value is not None and figure.low is not None else None,
            provisional=figure.status is ObservationStatus.PROVISIONAL,
            breaks=figure.break_before is not None,
        )


def _levels(measure: Measure) -> Iterator[Level]:
    if measure.baseline and isinstance(measure.baseline.value, Decimal):
        yield Level("Baseline", "baseline", measure.baseline.value)
    if measure.target and isinstance(measure.target.value, Decimal):
        yield Level("Target", "target", measure.target.value)


def _row(figure: Observation) -> tuple[str, ...]:
    """A figure as published."""
    note = ". ".join(words for words in (figure.reason, figure.note) if words)
    cells = (figure.period, figure.start, figure.end, figure.value, figure.low, figure.high)
    return (*map(_cell, cells), figure.status.value, figure.break_before or "", note)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _budget(index: Index, words: Words) -> Iterator[Chart]:
    for year in money.years_newest_first(index.plan):
        said = words.financial_year(year.id)
        for kind, title, lines in (
            (Kind.FUNDING, f"Where the money comes from in {said}", year.funding),
            (Kind.SPENDING, f"What the money is spent on in {said}", year.spending),
            (Kind.CAPITAL, f"Buildings, vehicles and equipment in {said}", year.capital),
        ):
            yield from _money(year, kind, title, lines, words)
        shares = money.by_priority(year)
        named = [(item.title, shares[name]) for name, item in index.priorities.items() if name in shares]
        title = f"Spending by {index.plan.about.labels.priority.one.lower()} in {said}"
        yield from _amounts(year, Kind.PRIORITIES, title, named, words)


def _money(
    year: BudgetYear,
    kind: Kind,
    title: str,
    lines: Iterable[FundingLine | SpendingLine | CapitalLine],
    words: Words,
) -> Iterator[Chart]:
    yield from _amounts(year, kind, title, [(line.title, line.amount) for line in lines], words)


def _amounts(
    year: BudgetYear, kind: Kind, title: str, lines: Iterable[tuple[str, Decimal | object]], words: Words
) -> Iterator[Chart]:
    """A chart of amounts, the largest first; what is not published stands last."""
    found = list(lines)
    known = [(name, amount) for name, amount in found if isinstance(amount, Decimal)]
    if len(known) < _FEWEST:
        return
    bars = [
        Bar(name, amount, words.rounded_pounds(amount))
        for name, amount in sorted(known, key=lambda one: -one[1])
    ]
    bars += [Bar(name, None, str(amount)) for name, amount in found if not isinstance(amount, Decimal)]
    yield Chart(
        name=f"budget/{year.id}/{kind}",
        kind=kind,
        title=title,
        page=addresses.under(addresses.BUDGET, year.id),
        subject=year.id,
        header=("line", "amount in pounds"),
        rows=tuple((name, str(amount)) for name, amount in found),
        plot=Bars(tuple(bars)),
    )


def _precept(index: Index, words: Words) -> Iterator[Chart]:
    """Council tax of Band D by year, from the year before the first one where that is stated."""
    amounts: dict[str, Decimal] = {}
    for year in sorted(index.plan.budget, key=lambda year: year.id):
        if year.precept and year.precept.band_d_before is not None:
            first = year.start.year - 1
            amounts.setdefault(f"{first}-{(first + 1) % 100:02}", year.precept.band_d_before)
        if year.precept:
            amounts[year.id] = year.precept.band_d
    if len(amounts) < _FEWEST:
        return
    bars = (Bar(words.financial_year(name), amount, words.pounds(amount)) for name, amount in amounts.items())
    yield Chart(
        name="precept",
        kind=Kind.PRECEPT,
        title="Council tax towards policing for a Band D home",
        page=addresses.BUDGET,
        subject="",
        header=("financial year", "pounds for a Band D home"),
        rows=tuple((name, str(amount)) for name, amount in amounts.items()),
        plot=Bars(tuple(bars)),
    )


@dataclass(frozen=True)
class _Group:
    """Actions that are counted together; `priority` is empty for all of them."""

    name: str
    priority: str
    title: str
    page: str
    actions: tuple[str, ...]


def _groups(index: Index) -> Iterator[_Group]:
    title = f"{index.plan.about.labels.action.many} by status"
    yield _Group("progress", "", title, addresses.PROGRESS, tuple(index.actions))
    for priority in index.priorities.values():
        names = tuple(item.action.id for item in index.actions_under(priority.id))
        page = addresses.under(addresses.PRIORITIES, priority.id)
        yield _Group(f"progress/{priority.id}", priority.id, f"{title}: {priority.title}", page, names)


def _progress(index: Index, words: Words) -> Iterator[Chart]:
    history = progress.histories(index.plan)
    for group in _groups(index):
        stand = progress.standing(group.actions, history)
        if stand.total < _FEWEST or not stand.by_status:
            continue
        counts = [_Count.of(status, stand.by_status.get(status, 0)) for status in Status]
        if stand.unreported:
            counts.append(_Count("No report yet", stand.unreported, role_of(None), CIRCLE))
        yield Chart(
            name=group.name,
            kind=Kind.PROGRESS,
            title=group.title,
            page=group.page,
            subject=group.priority,
            header=("status", "actions"),
            rows=tuple((count.label, str(count.number)) for count in counts),
            plot=Bars(tuple(count.bar(words) for count in counts)),
        )


@dataclass(frozen=True)
class _Count:
    """How many actions have a status, with the class and the shape of it."""

    label: str
    number: int
    role: str
    shape: str

    @classmethod
    def of(cls, status: Status, number: int) -> _Count:
        return cls(status.value.capitalize(), number, role_of(status), SHAPES[status])

    def bar(self, words: Words) -> Bar:
        return Bar(self.label, Decimal(self.number), words.number(self.number), self.role, self.shape)
