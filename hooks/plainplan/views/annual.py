"""A financial year of the plan: the functions exercised and the progress against each objective.

Police Reform and Social Responsibility Act 2011, section 12(1): the exercise of the body's functions in each
financial year, and the progress made in the year in meeting the objectives of the plan.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plainplan.model import BudgetYear, Exercise, Grant, Milestone, Priority, Report
from plainplan.model.consultation import Response
from plainplan.model.dated import annual_years
from plainplan.model.law import MilestoneState
from plainplan.model.plan import Version
from plainplan.model.progress import Status
from plainplan.model.walk import ActionInPlan
from plainplan.views.achievement import Achievement, achievement
from plainplan.views.course import Standing
from plainplan.views.index import Index
from plainplan.views.money import by_priority
from plainplan.views.progress import Reported, histories
from plainplan.views.year_span import Span, span_of

_WRONG = (Status.STOPPED, Status.DELAYED, Status.AT_RISK)


@dataclass(frozen=True)
class Activity:
    """What was reported last in the year on an action."""

    item: ActionInPlan
    told: Reported


@dataclass(frozen=True)
class Due:
    """An action that is due after the year, and what was reported on it last of all."""

    item: ActionInPlan
    told: Reported | None


@dataclass(frozen=True)
class PriorityYear:
    """The year of one priority. `unreported` counts the actions on which no report of the year speaks."""

    priority: Priority
    activities: tuple[Activity, ...]
    unreported: int
    achievements: tuple[Achievement, ...]
    budgeted: Decimal | None
    grants: tuple[Grant, ...]


@dataclass(frozen=True)
class AnnualReport:
    """All that the data says of one financial year, as known on the day `on`."""

    span: Span
    reports: tuple[Report, ...]
    versions: tuple[Version, ...]
    budget: BudgetYear | None
    grants: tuple[Grant, ...]
    asked: tuple[Exercise, ...]
    decisions: tuple[tuple[Exercise, Response], ...]
    reached: tuple[Milestone, ...]
    priorities: tuple[PriorityYear, ...]
    ahead: tuple[Milestone, ...]
    due: tuple[Due, ...]
    on: date

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What was reported last on every action, in the order of the plan."""
        return tuple(one for part in self.priorities for one in part.activities)

    @property
    def by_status(self) -> dict[Status, int]:
        """How many actions had which status at the last report of the year."""
        counts = Counter(one.told.update.status for one in self.activities)
        return {status: counts[status] for status in Status if counts[status]}

    @property
    def reported_on(self) -> date | None:
        """The day of which every status is; None where they are of several days, or there is none."""
        days = {one.told.on for one in self.activities}
        return days.pop() if len(days) == 1 else None

    @property
    def figures_as_known_on(self) -> date | None:
        """The newest day on which one of its figures came out or was put right."""
        every = (one for part in self.priorities for one in part.achievements)
        return max((day for one in every for day in one.days if day <= self.on), default=None)

    @property
    def changed(self) -> date | None:
        """The day of the newest thing that it tells."""
        days = [self.figures_as_known_on] if self.figures_as_known_on else []
        days += [report.date for report in self.reports]
        days += [version.date for version in self.versions]
        days += [grant.awarded for grant in self.grants]
        days += [response.decided for _, response in self.decisions if response.decided]
        days += [due.told.on for due in self.due if due.told]
        milestones = (one for one in (*self.reached, *self.ahead) if one.state is MilestoneState.DONE)
        days += [one.date for one in milestones if isinstance(one.date, date)]
        return max((day for day in days if day <= self.on), default=None)

    @property
    def difficulties(self) -> tuple[tuple[Status, tuple[Activity, ...]], ...]:
        """What had stopped, was delayed or at risk: the gravest first."""
        found = ((status, self._with(status)) for status in _WRONG)
        return tuple((status, activities) for status, activities in found if activities)

    def _with(self, status: Status) -> tuple[Activity, ...]:
        return tuple(one for one in self.activities if one.told.update.status is status)

    @property
    def standings(self) -> dict[Standing, int]:
        """How the measures with a figure of this year stand, each measure once."""
        found = {
            one.measure.id: one.course.standing
            for part in self.priorities
            for one in part.achievements
            if one.course
        }
        counts = Counter(found.values())
        return {standing: counts[standing] for standing in Standing if counts[standing]}


def annual_reports(index: Index, on: date) -> list[AnnualReport]:
    """The report of each year that has one and has begun, the newest first."""
    reports = [annual_report(index, year, on) for year in annual_years(index.plan)]
    return [report for report in reports if report.span.start <= on]


def annual_report(index: Index, year: str, on: date) -> AnnualReport:
    """Put the report of one financial year together from what is known on the day `on`."""
    plan, span = index.plan, span_of(index.plan, year, on)
    reports = (report for report in plan.progress if span.has(report.date))
    return AnnualReport(
        span=span,
        reports=tuple(sorted(reports, key=lambda report: report.date)),
        versions=tuple(version for version in plan.about.versions if span.has(version.date)),
        budget=next((budget for budget in plan.budget if budget.id == year), None),
        grants=_grants(index, span),
        asked=tuple(exercise for exercise in plan.consultation if _was_asked(exercise, span)),
        decisions=tuple(
            (exercise, response)
            for exercise in plan.consultation
            for response in exercise.responses_to
            if span.has(response.decided)
        ),
        reached=tuple(
            milestone
            for milestone in _by_date(plan.milestones)
            if span.has(milestone.date) and milestone.state is MilestoneState.DONE
        ),
        priorities=_priorities(index, span, on),
        ahead=tuple(milestone for milestone in _by_date(plan.milestones) if _is_ahead(milestone.date, span)),
        due=_due(index, span, on),
        on=on,
    )


def _by_date(milestones: tuple[Milestone, ...]) -> list[Milestone]:
    return sorted(milestones, key=lambda one: one.date if isinstance(one.date, date) else date.max)


def _is_ahead(day: object, span: Span) -> bool:
    """Whether a day is in what is left of the year or in the year after it."""
    return isinstance(day, date) and span.until < day <= span.next_end


def _was_asked(exercise: Exercise, span: Span) -> bool:
    start, end = (day if isinstance(day, date) else None for day in (exercise.start, exercise.end))
    first, last = start or end, end or start
    return bool(first and last and first <= span.until and last >= span.start)


def _grants(index: Index, span: Span) -> tuple[Grant, ...]:
    found = (grant for grant in index.plan.grants if span.has(grant.awarded))
    return tuple(sorted(found, key=lambda grant: (grant.awarded, grant.id)))


def _due(index: Index, span: Span, on: date) -> tuple[Due, ...]:
    """The actions that are due next, and were not complete or stopped when last reported on in the year.

    In a year that is not over, next begins with its newest report: what fell due since is not left out.
    """
    told = _last_told(index, span)
    finished = {name for name, one in told.items() if one.update.status in (Status.COMPLETE, Status.STOPPED)}
    after = span.until if span.is_over else max((one.on for one in told.values()), default=span.start)
    newest = {
        name: next((one for one in history if one.on <= on), None)
        for name, history in histories(index.plan).items()
    }
    found = [
        (item.action.due, Due(item, newest.get(name)))
        for name, item in index.actions.items()
        if isinstance(item.action.due, date) and after < item.action.due <= span.horizon
        if name not in finished
    ]
    return tuple(due for _, due in sorted(found, key=lambda pair: pair[0]))


def _last_told(index: Index, span: Span) -> dict[str, Reported]:
    """What was reported last in the year, by action."""
    found = {}
    for name, history in histories(index.plan).items():
        if inside := [told for told in history if span.has(told.on)]:
            found[name] = inside[0]
    return found


def _priorities(index: Index, span: Span, on: date) -> tuple[PriorityYear, ...]:
    told = _last_told(index, span)
    budget = next((year for year in index.plan.budget if year.id == span.year), None)
    shares = by_priority(budget) if budget else {}
    grants = _grants(index, span)
    found = []
    for priority in index.priorities.values():
        items = index.actions_under(priority.id)
        reported = [Activity(item, told[item.action.id]) for item in items if item.action.id in told]
        found.append(
            PriorityYear(
                priority=priority,
                activities=tuple(reported),
                unreported=len(items) - len(reported),
                achievements=tuple(
                    achievement(measure, span, on) for measure in index.measures_of(priority.id)
                ),
                budgeted=shares.get(priority.id),
                grants=tuple(grant for grant in grants if grant.priority == priority.id),
            )
        )
    return tuple(found)
