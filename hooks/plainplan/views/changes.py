"""What changed and when, derived from the dated data: nobody types it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import groupby, islice

from plainplan import addresses
from plainplan.model import Exercise, Grant, Measure, Report
from plainplan.model.consultation import Response
from plainplan.model.dated import first_day, in_newest_months
from plainplan.model.plan import Version
from plainplan.model.progress import Status, Update
from plainplan.model.walk import ActionInPlan
from plainplan.views import progress, releases
from plainplan.views.index import Index
from plainplan.views.releases import NewFigures, RevisedFigures


class Kind(StrEnum):
    """What kind of change, in the order in which those of one day are told."""

    VERSION = "version"
    REPORT = "report"
    STATUS = "status"
    FIGURE = "figure"
    REVISION = "revision"
    DECISION = "decision"
    GRANTS = "grants"


@dataclass(frozen=True)
class NewVersion:
    """The plan was made or varied."""

    version: Version


@dataclass(frozen=True)
class NewReport:
    """Progress was reported, on some actions for the first time and on some with a new status."""

    report: Report
    first: int
    changed: int


@dataclass(frozen=True)
class NewStatus:
    """An action has another status than in the report before."""

    item: ActionInPlan
    before: Status
    update: Update


@dataclass(frozen=True)
class NewDecision:
    """Something was decided on what people had said."""

    exercise: Exercise
    response: Response


@dataclass(frozen=True)
class NewGrants:
    """What was awarded on one day under one priority (None: under no priority)."""

    grants: tuple[Grant, ...]
    priority: str | None


What = NewVersion | NewReport | NewStatus | NewFigures | RevisedFigures | NewDecision | NewGrants


@dataclass(frozen=True)
class Event:
    """One change. `key` names it in this plan for ever; `address` leads to what changed.

    `priorities` are the ids of those that it concerns; one of the whole plan concerns none more than others.
    """

    on: date
    kind: Kind
    key: str
    address: str
    priorities: tuple[str, ...]
    what: What


@dataclass(frozen=True)
class Day:
    """A day on which something changed: its events of each kind, in order."""

    on: date
    kinds: tuple[tuple[Kind, tuple[Event, ...]], ...]


@dataclass(frozen=True)
class Changes:
    """What changed in a plan from its first version to the day `on`."""

    index: Index
    on: date

    @cached_property
    def newest_first(self) -> tuple[Event, ...]:
        """Every event. Those of one day stand by kind, and then in the plan's own order."""
        first = first_day(self.index.plan)
        told = [event for event in _events(self.index) if first <= event.on <= self.on]
        order = list(Kind)
        return tuple(sorted(told, key=lambda event: (-event.on.toordinal(), order.index(event.kind))))

    def of_priority(self, priority_id: str) -> tuple[Event, ...]:
        """Those that concern one priority."""
        return tuple(event for event in self.newest_first if priority_id in event.priorities)

    def of_year(self, year: int) -> tuple[Event, ...]:
        """Those of one calendar year."""
        return tuple(event for event in self.newest_first if event.on.year == year)

    @cached_property
    def of_newest_months(self) -> tuple[Event, ...]:
        """Those of the newest months in which something changed."""
        days = set(in_newest_months(event.on for event in self.newest_first))
        return tuple(event for event in self.newest_first if event.on in days)


def newest_groups(changes: Changes, count: int) -> list[tuple[date, Kind, tuple[Event, ...]]]:
    """The newest changes, those of one kind and day together."""
    groups = groupby(changes.newest_first, key=lambda event: (event.on, event.kind))
    return [(on, kind, tuple(events)) for (on, kind), events in islice(groups, count)]


def by_month(events: Iterable[Event]) -> list[tuple[date, list[Day]]]:
    """Events under the first day of their month, and there under their day."""
    months = groupby(events, key=lambda event: event.on.replace(day=1))
    return [(month, list(_by_day(found))) for month, found in months]


def _by_day(events: Iterable[Event]) -> Iterator[Day]:
    for on, found in groupby(events, key=lambda event: event.on):
        kinds = groupby(found, key=lambda event: event.kind)
        yield Day(on, tuple((kind, tuple(group)) for kind, group in kinds))


def _events(index: Index) -> Iterator[Event]:
    yield from _versions(index)
    yield from _reports(index)
    for name in sorted(index.measures):
        yield from _figures(index, index.measures[name])
    yield from _decisions(index)
    yield from _grants(index)


def _versions(index: Index) -> Iterator[Event]:
    address = f"{addresses.ABOUT}#versions"
    # Of 2 versions of a day the later one stands first.
    for version in reversed(index.plan.about.versions):
        key = f"version/{version.number}"
        yield Event(version.date, Kind.VERSION, key, address, (), NewVersion(version))


def _reports(index: Index) -> Iterator[Event]:
    history = progress.histories(index.plan)
    places = {name: place for place, name in enumerate(index.actions)}
    for report in index.plan.progress:
        changes = sorted(progress.changes_in(report, history), key=lambda change: places[change.action_id])
        first = sum(history[update.action][-1].on == report.date for update in report.updates)
        concerned = {index.actions[update.action].priority.id for update in report.updates}
        address = addresses.under(addresses.PROGRESS, report.date)
        what = NewReport(report, first, len(changes))
        priorities = _in_order(index, concerned)
        yield Event(report.date, Kind.REPORT, f"report/{report.date}", address, priorities, what)
        for change in changes:
            yield _status(index, report.date, change)


def _status(index: Index, on: date, change: progress.Change) -> Event:
    item = index.actions[change.action_id]
    address = f"{addresses.under(addresses.ACTIONS, item.action.id)}#history"
    assert change.before is not None  # noqa: S101  # changes_in leaves first reports out
    what = NewStatus(item, change.before, change.now.update)
    key = f"status/{item.action.id}/{on}"
    return Event(on, Kind.STATUS, key, address, (item.priority.id,), what)


def _figures(index: Index, measure: Measure) -> Iterator[Event]:
    address = f"{addresses.under(addresses.MEASURES, measure.id)}#figures"
    concerned = tuple(name for name in index.priorities if measure in index.measures_of(name))
    for on, new in releases.published(measure).items():
        yield Event(on, Kind.FIGURE, f"figure/{measure.id}/{on}", address, concerned, new)
    for on, revised in releases.revised(measure).items():
        yield Event(on, Kind.REVISION, f"revision/{measure.id}/{on}", address, concerned, revised)


def _decisions(index: Index) -> Iterator[Event]:
    for exercise in index.plan.consultation:
        for response in exercise.responses_to:
            if response.decided:
                concerned = {index.actions[name].priority.id for name in response.actions}
                yield Event(
                    response.decided,
                    Kind.DECISION,
                    f"decision/{exercise.id}/{response.id}",
                    f"{addresses.CONSULTATION}#{addresses.response_anchor(exercise.id, response.id)}",
                    _in_order(index, concerned),
                    NewDecision(exercise, response),
                )


def _grants(index: Index) -> Iterator[Event]:
    found: dict[tuple[date, str | None], list[Grant]] = {}
    for grant in index.plan.grants:
        found.setdefault((grant.awarded, grant.priority), []).append(grant)
    order = [*index.priorities, None]
    for on, priority in sorted(found, key=lambda group: (group[0], order.index(group[1]))):
        grants = tuple(found[on, priority])
        address = addresses.under(addresses.GRANTS, f"priority/{priority}") if priority else addresses.GRANTS
        if len(grants) == 1:
            address = f"{addresses.GRANTS}#{grants[0].id}"
        key = f"grants/{on}/{priority or ''}"
        concerned = (priority,) if priority else ()
        yield Event(on, Kind.GRANTS, key, address, concerned, NewGrants(grants, priority))


def _in_order(index: Index, priorities: set[str]) -> tuple[str, ...]:
    return tuple(name for name in index.priorities if name in priorities)
