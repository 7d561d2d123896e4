"""A financial year of the plan: the functions exercised and the progress against each objective.

Police Reform and Social Responsibility Act 2011, section 12(1): the exercise of the body's functions in each
financial year, and the progress made in the year in meeting the objectives of the plan.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plainplan.model import BudgetYear, Exercise, Grant, Measure, Milestone, Priority, Report
from plainplan.model.consultation import Response
from plainplan.model.dated import annual_years
from plainplan.model.law import MilestoneState
from plainplan.model.measure import Observation
from plainplan.model.plan import Version
from plainplan.model.progress import Status
from plainplan.model.walk import ActionInPlan
from plainplan.views.course import Course, Standing, judge
from plainplan.views.index import Index
from plainplan.views.money import by_priority
from plainplan.views.progress import Reported, histories

_WRONG = (Status.STOPPED, Status.DELAYED, Status.AT_RISK)


@dataclass(frozen=True)
class Span:
    """A financial year. `until` is the last day that its report speaks of."""

    year: str
    until: date
    is_over: bool

    @property
    def start(self) -> date:
        """1 April of the first year."""
        return date(int(self.year[:4]), 4, 1)

    @property
    def end(self) -> date:
        """31 March of the second year."""
        return date(int(self.year[:4]) + 1, 3, 31)

    @property
    def next_end(self) -> date:
        """31 March a year later."""
        return self.end.replace(year=self.end.year + 1)

    @property
    def horizon(self) -> date:
        """Up to when it tells what is due: the end of the year, or once that is over, of the next one."""
        return self.next_end if self.is_over else self.end

    def has(self, day: object) -> bool:
        """Whether a day is in the year; what has no date is in none."""
        return isinstance(day, date) and self.start <= day <= self.until


@dataclass(frozen=True)
class Activity:
    """What was reported last in the year on an action."""

    item: ActionInPlan
    told: Reported


@dataclass(frozen=True)
class Achievement:
    """A measure at the start and at the end of the year; `course` judges the figure at the end.

    `at_start` is the last figure of a period that had ended, `at_end` the last of one that ended in the year.
    `broken` says why the two cannot be compared.
    """

    measure: Measure
    at_start: Observation | None
    at_end: Observation | None
    course: Course | None
    broken: str | None


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
    """All that the data says of one financial year."""

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
    due: tuple[ActionInPlan, ...]

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


def span_of(index: Index, year: str) -> Span:
    """The year is over where a later report says how things went on, or where none speaks of the year.

    Judged by the data and not by the day of the build: what is published does not change by itself.
    """
    whole = Span(year, date.max, True)
    reports = [report.date for report in index.plan.progress]
    inside = [day for day in reports if whole.start <= day <= whole.end]
    is_over = not inside or max(reports) >= whole.end
    return Span(year, whole.end if is_over else max(inside), is_over)


def annual_reports(index: Index) -> list[AnnualReport]:
    """The report of each year that has one, the newest first."""
    return [annual_report(index, year) for year in annual_years(index.plan)]


def annual_report(index: Index, year: str) -> AnnualReport:
    """Put the report of one financial year together."""
    plan, span = index.plan, span_of(index, year)
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
        priorities=_priorities(index, span),
        ahead=tuple(milestone for milestone in _by_date(plan.milestones) if _is_ahead(milestone.date, span)),
        due=_due(index, span),
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


def _due(index: Index, span: Span) -> tuple[ActionInPlan, ...]:
    """The actions that are due next, and were not complete or stopped when last reported on in the year."""
    finished = {
        name
        for name, told in _last_told(index, span).items()
        if told.update.status in (Status.COMPLETE, Status.STOPPED)
    }
    found = [
        (item.action.due, item)
        for item in index.actions.values()
        if isinstance(item.action.due, date) and span.until < item.action.due <= span.horizon
        if item.action.id not in finished
    ]
    return tuple(item for _, item in sorted(found, key=lambda pair: pair[0]))


def _last_told(index: Index, span: Span) -> dict[str, Reported]:
    """What was reported last in the year, by action."""
    found = {}
    for name, history in histories(index.plan).items():
        if inside := [told for told in history if span.has(told.on)]:
            found[name] = inside[0]
    return found


def _priorities(index: Index, span: Span) -> tuple[PriorityYear, ...]:
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
                achievements=tuple(_achievement(measure, span) for measure in index.measures_of(priority.id)),
                budgeted=shares.get(priority.id),
                grants=tuple(grant for grant in grants if grant.priority == priority.id),
            )
        )
    return tuple(found)


def _achievement(measure: Measure, span: Span) -> Achievement:
    known = [figure for figure in measure.series if isinstance(figure.value, Decimal)]
    at_start = next((figure for figure in reversed(known) if figure.end < span.start), None)
    at_end = next((figure for figure in reversed(known) if span.has(figure.end)), None)
    if at_end is None:
        return Achievement(measure, at_start, None, None, None)
    past = tuple(figure for figure in measure.series if figure.end <= at_end.end)
    course = judge(measure.model_copy(update={"series": past}), span.until)
    since = [figure for figure in past if at_start is None or figure.end > at_start.end]
    broken = next((figure.break_before for figure in since if figure.break_before), None)
    return Achievement(measure, at_start, at_end, course, broken)
