"""The charts of a plan: what each shows, and its rows as published. Which there are: see model/charted.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plainplan import addresses
from plainplan.charts.chart import Bar, Bars, Chart, Kind, Level, Line, Part, Parts, Point, Words
from plainplan.charts.line import values_of
from plainplan.charts.scales import scale_of
from plainplan.charts.shapes import CIRCLE, role_of, shape_of
from plainplan.language import capital, named
from plainplan.language import gettext as _
from plainplan.model import BudgetYear, Measure
from plainplan.model.base import Unknown
from plainplan.model.charted import band_d_by_year, breakdown_name, chart_names
from plainplan.model.measure import Breakdown, Observation, ObservationStatus
from plainplan.model.money import BudgetStatus, CapitalLine, FundingLine, SpendingLine
from plainplan.model.progress import Status
from plainplan.views import money, progress
from plainplan.views.index import Index

_FIGURES = ("period", "start", "end", "value", "low", "high", "status", "break before", "note")
_OF_MEASURE = ("measure", "unit")
_LEVELS = ("baseline", "target")


@dataclass(frozen=True)
class _Source:
    """What charts are made from. `names` are those that the plan has."""

    index: Index
    words: Words
    names: frozenset[str]


def charts_of(index: Index, words: Words) -> dict[str, Chart]:
    """Every chart by its name, in the order of the pages."""
    source = _Source(index, words, chart_names(index.plan))
    found = (*_measures(source), *_budget(source), *_precept(source), *_progress(source))
    return {chart.name: chart for chart in found}


def _measures(source: _Source) -> Iterator[Chart]:
    for measure in source.index.plan.measures:
        if (name := f"measures/{measure.id}") in source.names:
            yield _measure(name, measure)
        for breakdown in measure.breakdowns:
            if (name := breakdown_name(measure, breakdown)) in source.names:
                yield _breakdown(name, measure, breakdown)


def _measure(name: str, measure: Measure) -> Chart:
    plot = Line(measure.unit, tuple(_points(measure.series)), tuple(_levels(measure)))
    whole = (*_of_measure(measure), *_stated(measure))
    return Chart(
        name=name,
        kind=Kind.MEASURE,
        title=measure.title,
        page=addresses.of_chart(name),
        subject=measure.id,
        header=(*_FIGURES, *_OF_MEASURE, *_LEVELS),
        rows=tuple((*_row(figure), *whole) for figure in measure.series),
        plot=plot,
        begins=scale_of(values_of(plot.points, plot.levels)).begins,
        newest=_newest(measure.series),
    )


def _breakdown(name: str, measure: Measure, breakdown: Breakdown) -> Chart:
    parts = [Part(part.title, tuple(_points(part.series))) for part in breakdown.parts]
    shown = tuple(part for part in parts if any(point.value is not None for point in part.points))
    return Chart(
        name=name,
        kind=Kind.BREAKDOWN,
        # Translators: what is counted, and by what it is told apart: "Burglaries of homes by district".
        title=_("%(measure)s by %(part)s") % {"measure": measure.title, "part": breakdown.title.lower()},
        page=addresses.of_chart(name),
        subject=measure.id,
        header=("part", *_FIGURES, *_OF_MEASURE),
        rows=tuple(
            (part.title, *_row(figure), *_of_measure(measure))
            for part in breakdown.parts
            for figure in part.series
        ),
        plot=Parts(measure.unit, shown),
        begins=scale_of([value for part in shown for value in values_of(part.points)]).begins,
        newest=_newest([figure for part in breakdown.parts for figure in part.series]),
    )


def _of_measure(measure: Measure) -> tuple[str, str]:
    return measure.title, measure.unit


def _stated(measure: Measure) -> tuple[str, str]:
    """The baseline and the target as published, so that each row can be read on its own."""
    baseline, target = measure.baseline, measure.target
    return _cell(baseline.value if baseline else None), _cell(target.value if target else None)


def _newest(series: Iterable[Observation]) -> date | None:
    """The day on which the newest of the figures came out, if each that is known says so."""
    known = [figure for figure in series if isinstance(figure.value, Decimal)]
    days = [
        max([figure.published, *(one.date for one in figure.revisions)])
        for figure in known
        if figure.published
    ]
    return max(days) if days and len(days) == len(known) else None


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
        yield Level(_("Baseline"), "baseline", measure.baseline.value)
    if measure.target and isinstance(measure.target.value, Decimal):
        yield Level(_("Target"), "target", measure.target.value)


def _row(figure: Observation) -> tuple[str, ...]:
    """A figure as published."""
    note = ". ".join(words for words in (figure.reason, figure.note) if words)
    cells = (figure.period, figure.start, figure.end, figure.value, figure.low, figure.high)
    return (*map(_cell, cells), figure.status.value, figure.break_before or "", note)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _budget(source: _Source) -> Iterator[Chart]:
    """The charts of each year, the newest year first."""
    index, words = source.index, source.words
    for year in money.years_newest_first(index.plan):
        said = words.financial_year(year.id)
        was = year.status is BudgetStatus.OUTTURN
        shares = money.by_priority(year)
        by_name = [(item.title, shares[name]) for name, item in index.priorities.items() if name in shares]
        told = {"year": said, "priority": index.plan.about.labels.priority.one.lower()}
        funding = (
            _("Where the money came from in %(year)s") if was else _("Where the money comes from in %(year)s")
        )
        spending = (
            _("What the money was spent on in %(year)s")
            if was
            else _("What the money is spent on in %(year)s")
        )
        for kind, title, lines in (
            (Kind.FUNDING, funding, _lines(year.funding)),
            (Kind.SPENDING, spending, _lines(year.spending)),
            (Kind.CAPITAL, _("Buildings, vehicles and equipment in %(year)s"), _lines(year.capital)),
            (Kind.PRIORITIES, _("Spending by %(priority)s in %(year)s"), by_name),
        ):
            if f"budget/{year.id}/{kind}" in source.names:
                yield _amounts(year, kind, title % told, lines, words)


def _lines(lines: Iterable[FundingLine | SpendingLine | CapitalLine]) -> list[tuple[str, Decimal | Unknown]]:
    return [(line.title, line.amount) for line in lines]


def _amounts(
    year: BudgetYear, kind: Kind, title: str, lines: Sequence[tuple[str, Decimal | Unknown]], words: Words
) -> Chart:
    """A chart of amounts, the largest first; what is not published stands last."""
    known = [(name, amount) for name, amount in lines if isinstance(amount, Decimal)]
    bars = [
        Bar(name, amount, words.rounded_pounds(amount))
        for name, amount in sorted(known, key=lambda one: -one[1])
    ]
    bars += [Bar(name, None, named(amount)) for name, amount in lines if isinstance(amount, Unknown)]
    name = f"budget/{year.id}/{kind}"
    return Chart(
        name=name,
        kind=kind,
        title=title,
        page=addresses.of_chart(name),
        subject=year.id,
        header=("line", "amount in pounds"),
        rows=tuple((name, str(amount)) for name, amount in lines),
        plot=Bars(tuple(bars)),
    )


def _precept(source: _Source) -> Iterator[Chart]:
    """Council tax of Band D by year."""
    words, name = source.words, "precept"
    if name not in source.names:
        return
    amounts = band_d_by_year(source.index.plan)
    bars = (Bar(words.financial_year(year), amount, words.pounds(amount)) for year, amount in amounts.items())
    yield Chart(
        name=name,
        kind=Kind.PRECEPT,
        title=_("Council tax towards policing for a Band D home"),
        page=addresses.of_chart(name),
        subject="",
        header=("financial year", "pounds for a Band D home"),
        rows=tuple((year, str(amount)) for year, amount in amounts.items()),
        plot=Bars(tuple(bars)),
    )


@dataclass(frozen=True)
class _Group:
    """Actions that are counted together; `priority` is empty for all of them."""

    name: str
    priority: str
    title: str
    actions: tuple[str, ...]


def _groups(index: Index) -> Iterator[_Group]:
    actions = index.plan.about.labels.action.many
    # Translators: %(actions)s is what the plan calls its actions, with a capital.
    title = _("%(actions)s by status") % {"actions": actions}
    yield _Group("progress", "", title, tuple(index.actions))
    for priority in index.priorities.values():
        names = tuple(item.action.id for item in index.actions_under(priority.id))
        title = _("%(actions)s by status: %(priority)s") % {"actions": actions, "priority": priority.title}
        yield _Group(f"progress/{priority.id}", priority.id, title, names)


def _progress(source: _Source) -> Iterator[Chart]:
    history = progress.histories(source.index.plan)
    newest = max((report.date for report in source.index.plan.progress), default=None)
    for group in _groups(source.index):
        if group.name not in source.names:
            continue
        stand = progress.standing(group.actions, history)
        counts = [_Count.of(status, stand.by_status.get(status, 0)) for status in Status]
        if stand.unreported:
            counts.append(_Count(_("No report yet"), stand.unreported, role_of(None), CIRCLE))
        yield Chart(
            name=group.name,
            kind=Kind.PROGRESS,
            title=group.title,
            page=addresses.of_chart(group.name),
            subject=group.priority,
            header=("status", "actions"),
            rows=tuple((count.label, str(count.number)) for count in counts),
            plot=Bars(tuple(count.bar(source.words) for count in counts)),
            newest=newest,
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
        return cls(capital(named(status)), number, role_of(status), shape_of(status))

    def bar(self, words: Words) -> Bar:
        return Bar(self.label, Decimal(self.number), words.number(self.number), self.role, self.shape)
