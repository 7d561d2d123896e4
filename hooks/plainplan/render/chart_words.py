"""What charts show, in plain words: for those who do not see them, and under them for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from plainplan.charts.chart import Bar, Bars, Chart, Kind, Level, Line, Parts, Point
from plainplan.language import gettext as _
from plainplan.language import listed, ngettext, pgettext, with_commas
from plainplan.model import BudgetYear
from plainplan.model.money import BudgetStatus
from plainplan.render import text
from plainplan.views.budget_year import YearMoney
from plainplan.views.index import Index

_MOST_GAPS = 3
"""So many periods without a figure are named; more are counted."""
_WELL = ("complete", "on-track")
_BADLY = ("at-risk", "delayed")


@dataclass(frozen=True)
class ChartWords:
    """Says what the charts of a plan show."""

    index: Index

    def value(self, amount: Decimal | None, unit: str) -> str:
        """A value beside a chart, which says the unit in words already."""
        return value(amount, unit)

    def shows(self, chart: Chart) -> str:
        """What the picture shows."""
        if isinstance(chart.plot, Line):
            return _course(chart.plot)
        if isinstance(chart.plot, Parts):
            return _parts(chart.plot)
        if chart.kind is Kind.PRECEPT:
            return _precept(chart.plot)
        if chart.kind is Kind.PROGRESS:
            return self._statuses(chart.plot)
        shared = self._shared_by_all(chart) if chart.kind is Kind.PRIORITIES else []
        return _joined([*_largest(chart.plot), *shared])

    def caption(self, chart: Chart) -> str:
        """What stands under the picture on a page that says other things of it already."""
        is_progress = isinstance(chart.plot, Bars) and chart.kind is Kind.PROGRESS
        return in_short(chart.plot) if is_progress else self.shows(chart)  # type: ignore[arg-type]  # progress has bars

    def describes(self, chart: Chart) -> str:
        """What kind of picture it is. The words under it say what it shows."""
        plot = chart.plot
        if isinstance(plot, Line):
            known = len(_known(plot.points))
            # Translators: what a chart looks like, for those who do not see it.
            line = ngettext("One figure.", "A line through %(number)s figures.", known) % {"number": known}
            return _joined([line, *(_level(level, plot.unit) for level in plot.levels)])
        if isinstance(plot, Parts):
            many = len(plot.parts)
            return ngettext(
                "%(number)s small line chart, all on the same scale.",
                "%(number)s small line charts, all on the same scale.",
                many,
            ) % {"number": many}
        if chart.kind is Kind.PROGRESS:
            return _("One bar for each status.")
        many = len(plot.bars)
        if chart.kind is Kind.PRECEPT:
            said = ngettext("One bar for %(number)s year.", "One bar for each of %(number)s years.", many)
        else:
            said = ngettext(
                "One bar for %(number)s amount.",
                "One bar for each of %(number)s amounts, the largest first.",
                many,
            )
        return said % {"number": many}

    def notes(self, chart: Chart) -> str:
        """How to read the picture, where it is not plain."""
        plot = chart.plot
        if isinstance(plot, Bars):
            return ""
        points = _points(plot)
        found = []
        if chart.begins is not None:
            said = (
                _("The scale begins at %(value)s, not at 0.")
                if chart.begins > 0
                else _("The scale ends at %(value)s, not at 0.")
            )
            found.append(said % {"value": value(chart.begins, plot.unit)})
        if any(point.provisional for point in _known(points)):
            found.append(_("A hollow point is a provisional figure."))
        if any(point.low is not None for point in points):
            # Translators: %(level)s is 95%.
            found.append(_("The upright lines are %(level)s confidence intervals.") % {"level": "95%"})
        return _joined([*found, *gaps(points), *breaks(points)])

    def as_at(self, chart: Chart, changed: date | None) -> str:
        """As of when the figures are. Not the day of the build: the same figures make the same file."""
        if chart.newest and chart.kind is Kind.PROGRESS:
            return _("As reported on %(day)s.") % {"day": text.day(chart.newest)}
        if chart.newest:
            return _("The newest figure was published on %(day)s.") % {"day": text.day(chart.newest)}
        if not isinstance(chart.plot, Bars):
            last = max(point.day for point in _known(_points(chart.plot)))
            return _("Figures up to %(day)s.") % {"day": text.day(last)}
        year = self._year(chart)
        said = _published_as(year.status if year else None, in_plan=changed is not None)
        return said % {"day": text.day(changed)}

    def _year(self, chart: Chart) -> BudgetYear | None:
        return next((year for year in self.index.plan.budget if year.id == chart.subject), None)

    def _statuses(self, plot: Bars) -> str:
        """How many actions have which status."""
        number = sum(int(bar.value or 0) for bar in plot.bars)
        counts = listed(_stands(bar) for bar in plot.bars if bar.value)
        # Translators: "Of 9 actions, 3 are complete, 4 are on track and 2 have no report yet."
        return _("Of %(actions)s, %(counts)s.") % {
            "actions": self.index.plan.about.labels.action.counted(number),
            "counts": counts,
        }

    def _shared_by_all(self, chart: Chart) -> list[str]:
        """What no one priority is given stands in no bar, though the total of the year has it."""
        year = self._year(chart)
        if year is None:
            return []
        # Translators: %(priority)s is what the plan calls one of its priorities.
        said = (
            _("%(amount)s served every %(priority)s and is not in this chart.")
            if year.status is BudgetStatus.OUTTURN
            else _("%(amount)s serves every %(priority)s and is not in this chart.")
        )
        priority = self.index.plan.about.labels.priority.one.lower()
        return [
            said % {"amount": text.rounded_pounds(row.amount), "priority": priority}
            for row in YearMoney(self.index.plan, year).by_priority
            if row.priority is None and row.amount is not None and row.amount > 0
        ]


def value(amount: Decimal | None, unit: str) -> str:
    """A value beside a chart, which says the unit in words already."""
    return text.quantity(amount, unit) if unit in ("%", "£") else text.number(amount)


def in_short(plot: Bars) -> str:
    """What the counts come to. The pages that show them say each number beside the chart."""
    all_, well, badly = (_sum(plot, roles) for roles in (None, _WELL, _BADLY))
    if well == all_:
        return _("All are complete or on track.")
    if well * 2 > all_:
        good = _("More than half are complete or on track.")
    elif well * 2 == all_:
        good = _("Half are complete or on track.")
    else:
        good = _("Fewer than half are complete or on track.") if well else _("None is complete or on track.")
    many = ngettext("%(number)s is at risk or delayed.", "%(number)s are at risk or delayed.", badly) % {
        "number": text.number(badly)
    }
    return _joined([good, many if badly else _("None is at risk or delayed.")])


def _sum(plot: Bars, roles: tuple[str, ...] | None) -> int:
    return sum(int(bar.value or 0) for bar in plot.bars if roles is None or bar.role in roles)


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentences)


def _known(points: Iterable[Point]) -> list[Point]:
    return [point for point in points if point.value is not None]


def _points(plot: Line | Parts) -> tuple[Point, ...]:
    if isinstance(plot, Line):
        return plot.points
    return tuple(chain.from_iterable(part.points for part in plot.parts))


def _course(plot: Line) -> str:
    """What a line shows from its beginning to its end. The page of a measure says what that means."""
    since = max((number for number, point in enumerate(plot.points) if point.breaks), default=0)
    known = _known(plot.points[since:])
    if not known:
        return ""
    first, last = known[0], known[-1]
    if len(known) == 1:
        return _("%(figure)s (%(period)s).") % _told(first, plot.unit)
    ends = {"first": value(first.value, plot.unit), "last": value(last.value, plot.unit)}
    periods = {"since": text.within(first.period), "until": text.within(last.period)}
    # Translators: "From 70% (year to March 2025) to 74% (year to March 2026)."
    found = [_("From %(first)s (%(since)s) to %(last)s (%(until)s).") % {**ends, **periods}]
    highest, lowest = (pick(known, key=lambda one: one.value or Decimal(0)) for pick in (max, min))
    if highest.value not in (first.value, last.value):
        found.append(_("The highest figure was %(figure)s (%(period)s).") % _told(highest, plot.unit))
    if lowest.value not in (first.value, last.value):
        found.append(_("The lowest figure was %(figure)s (%(period)s).") % _told(lowest, plot.unit))
    return _joined(found)


def _told(point: Point, unit: str) -> dict[str, str]:
    return {"figure": value(point.value, unit), "period": text.within(point.period)}


def _parts(plot: Parts) -> str:
    newest = [(part.title, _known(part.points)[-1]) for part in plot.parts]
    periods = list(dict.fromkeys(point.period for _title, point in newest))
    if len(periods) == 1:
        # Translators: a part of a measure and its figure: "Wyndale 12". They stand in a list.
        figures = [
            pgettext("part of a measure", "%(part)s %(figure)s")
            % {"part": title, "figure": value(point.value, plot.unit)}
            for title, point in newest
        ]
        return _("%(period)s: %(figures)s.") % {"period": periods[0], "figures": with_commas(figures)}
    figures = [
        pgettext("part of a measure", "%(part)s %(figure)s (%(period)s)")
        % {"part": title, **_told(point, plot.unit)}
        for title, point in newest
    ]
    return _("The latest figures: %(figures)s.") % {"figures": with_commas(figures)}


def _largest(plot: Bars) -> list[str]:
    known = [bar.value for bar in plot.bars if bar.value is not None]
    first, many = next(bar for bar in plot.bars if bar.value is not None), len(plot.bars)
    # Translators: "The largest of 5 amounts is £9 million, the government grant."
    found = [
        ngettext(
            "The only amount is %(amount)s, %(name)s.",
            "The largest of %(number)s amounts is %(amount)s, %(name)s.",
            many,
        )
        % {"number": many, "amount": first.said, "name": first.label}
    ]
    if len(known) == many:
        whole = text.rounded_pounds(sum(known, Decimal(0)))
        found.append(_("Together they come to %(amount)s.") % {"amount": whole})
    return found


def _precept(plot: Bars) -> str:
    before, last = plot.bars[-2], plot.bars[-1]
    change = (last.value or Decimal(0)) - (before.value or Decimal(0))
    if change > 0:
        said = _("A Band D home pays %(amount)s in %(year)s, %(change)s more than in %(before)s.")
    elif change < 0:
        said = _("A Band D home pays %(amount)s in %(year)s, %(change)s less than in %(before)s.")
    else:
        said = _("A Band D home pays %(amount)s in %(year)s, as in %(before)s.")
    return said % {
        "amount": last.said,
        "year": last.label,
        "change": text.pounds(abs(change)),
        "before": before.label,
    }


def _stands(bar: Bar) -> str:
    """`3 are on track`, inside a sentence that names the actions before it."""
    many = int(bar.value or 0)
    said = {
        "complete": ngettext("%(number)s is complete", "%(number)s are complete", many),
        "on-track": ngettext("%(number)s is on track", "%(number)s are on track", many),
        "at-risk": ngettext("%(number)s is at risk", "%(number)s are at risk", many),
        "delayed": ngettext("%(number)s is delayed", "%(number)s are delayed", many),
        "not-started": ngettext("%(number)s has not started", "%(number)s have not started", many),
        "stopped": ngettext("%(number)s has stopped", "%(number)s have stopped", many),
        "unreported": ngettext("%(number)s has no report yet", "%(number)s have no report yet", many),
    }
    return said[bar.role] % {"number": bar.said}


def _level(level: Level, unit: str) -> str:
    said = (
        _("A dotted line marks the baseline of %(value)s.")
        if level.role == "baseline"
        else _("A dashed line marks the target of %(value)s.")
    )
    return said % {"value": value(level.value, unit)}


def gaps(points: Iterable[Point]) -> list[str]:
    """Which periods have no figure."""
    found = list(dict.fromkeys(point.period for point in points if point.value is None))
    if len(found) > _MOST_GAPS:
        said = ngettext(
            "There is no figure for %(number)s period.",
            "There is no figure for %(number)s periods.",
            len(found),
        )
        return [said % {"number": len(found)}]
    named = with_commas(map(text.within, found))
    return [_("There is no figure for %(periods)s.") % {"periods": named}] if found else []


def breaks(points: Iterable[Point]) -> list[str]:
    """From when on figures are made in another way."""
    periods = dict.fromkeys(point.period for point in points if point.breaks)
    return [
        _("Do not compare figures from %(period)s on with earlier ones.") % {"period": text.within(period)}
        for period in periods
    ]


def _published_as(status: BudgetStatus | None, *, in_plan: bool) -> str:
    """What the amounts of a year are, by its status, and as of when if the plan says so."""
    in_whole, alone = {
        BudgetStatus.PROPOSED: (_("Proposed budget, in the plan as of %(day)s."), _("Proposed budget.")),
        BudgetStatus.APPROVED: (_("Approved budget, in the plan as of %(day)s."), _("Approved budget.")),
        BudgetStatus.OUTTURN: (
            _("Money as received and spent, in the plan as of %(day)s."),
            _("Money as received and spent."),
        ),
        None: (_("As published, in the plan as of %(day)s."), _("As published.")),
    }[status]
    return in_whole if in_plan else alone
