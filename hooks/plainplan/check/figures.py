"""Figures of measures: none contradicts itself or another, periods are in order, none is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from plainplan.check.rules import Findings
from plainplan.model.measure import Breakdown, Measure, Observation, ObservationStatus, Revision
from plainplan.model.walk import Keys

_AGREE = "Make the two agree."
_UNEVEN = 3
"""Days by which rolling periods of as many months differ in length; as few in common are a slip."""


def check_figures(findings: Findings) -> None:
    """What can be wrong with figures on any day."""
    for index, measure in enumerate(findings.plan.measures):
        keys: Keys = ("measures", index)
        _check_baseline(findings, measure, keys)
        _check_target(findings, measure, keys)
        for way, series in _every_series(measure, keys):
            _check_periods(findings, series, way)
            for number, figure in enumerate(series):
                _check_figure(findings, measure, figure, (*way, number))
        for number, breakdown in enumerate(measure.breakdowns):
            _check_parts(findings, measure, breakdown, (*keys, "breakdowns", number))


def check_releases(findings: Findings, today: date) -> None:
    """What is wrong with figures as seen on the day `today`: one from the future, one that did not come."""
    for index, measure in enumerate(findings.plan.measures):
        keys: Keys = ("measures", index)
        if measure.next_release and measure.next_release < today:
            message = f"its next figure was due on {measure.next_release}."
            mend = "Add the figure to `series`, and write in `next_release` when the one after it comes."
            findings.add("late-figure", (*keys, "next_release"), message, mend)
        for way, series in _every_series(measure, keys):
            for number, figure in enumerate(series):
                _check_not_in_future(findings, figure, today, (*way, number))


def _every_series(measure: Measure, keys: Keys) -> Iterator[tuple[Keys, Sequence[Observation]]]:
    yield (*keys, "series"), measure.series
    for place, breakdown in enumerate(measure.breakdowns):
        for number, part in enumerate(breakdown.parts):
            yield (*keys, "breakdowns", place, "parts", number, "series"), part.series


def _check_baseline(findings: Findings, measure: Measure, keys: Keys) -> None:
    values = {figure.period: figure.value for figure in measure.series}
    baseline, target = measure.baseline, measure.target
    if target and not baseline:
        mend = "Add a baseline: the period and the value before the plan began."
        findings.add("target-without-baseline", (*keys, "target"), "it has a target and no baseline.", mend)
    there = values.get(baseline.period) if baseline else None
    if baseline and there is not None and there != baseline.value:
        message = f"the baseline is {baseline.value}, but the series has {there} for {baseline.period}."
        findings.add("figure", (*keys, "baseline"), message, _AGREE)


def _baseline_end(measure: Measure) -> date | None:
    baseline = measure.baseline
    if baseline is None:
        return None
    return next((one.end for one in measure.series if one.period == baseline.period), baseline.end)


def _check_target(findings: Findings, measure: Measure, keys: Keys) -> None:
    """A target with a date needs a day to start from, before that date."""
    baseline, target = measure.baseline, measure.target
    if not (baseline and target and target.date):
        return
    end = _baseline_end(measure)
    if end and target.date <= end:
        message = f"the target is for {target.date}, and the baseline runs until {end}."
        mend = "Check the year of the target, and the period of the baseline."
        findings.add("dates", (*keys, "target", "date"), message, mend)
    if end is None and measure.series and isinstance(baseline.value, Decimal):
        message = f'the series has no period "{baseline.period}", so nobody can say whether it is on course.'
        mend = "Name the period as the series does, or add `end:` with the last day of the baseline's period."
        findings.add("undated-baseline", (*keys, "baseline"), message, mend)


def _check_periods(findings: Findings, series: Sequence[Observation], keys: Keys) -> None:
    """No period twice, none inside another or half in it. Rolling years overlap, and may."""
    named: set[str] = set()
    for index, figure in enumerate(series):
        way = (*keys, index)
        before = series[index - 1] if index else None
        if figure.period in named:
            message = f'the period "{figure.period}" stands in the series twice.'
            findings.add("figure", (*way, "period"), message, "Delete one, or correct its name.")
        elif before and (before.start, before.end) == (figure.start, figure.end):
            message = f'the periods "{before.period}" and "{figure.period}" have the same first and last day.'
            findings.add("figure", way, message, "Correct the days of one of them.")
        elif before and before.start <= figure.start and figure.end <= before.end:
            message = f'the period "{figure.period}" lies inside the one above it, "{before.period}".'
            mend = "Correct its days. Keep figures for quarters and for years in measures of their own."
            findings.add("odd-figure", way, message, mend)
        elif before and _overlap(before, figure):
            days = _length(figure.start, before.end)
            message = f'the period "{figure.period}" has {days} days in common with "{before.period}".'
            if days == 1:
                message = f'the period "{figure.period}" begins on the last day of "{before.period}".'
            mend = "Correct the days. Only rolling periods may overlap, if all have the same length."
            findings.add("odd-figure", way, message, mend)
        named.add(figure.period)


def _overlap(before: Observation, figure: Observation) -> bool:
    """Whether days count twice, and not because a period of always the same length rolls on."""
    if figure.start > before.end or figure.start < before.start:
        return False
    uneven = abs(_length(before.start, before.end) - _length(figure.start, figure.end)) > _UNEVEN
    return uneven or _length(figure.start, before.end) <= _UNEVEN


def _length(first: date, last: date) -> int:
    """How many days there are from the first to the last, both counted."""
    return (last - first + timedelta(days=1)).days


def _check_figure(findings: Findings, measure: Measure, figure: Observation, keys: Keys) -> None:
    _check_value(findings, measure, figure, keys)
    _check_revisions(findings, figure, keys)
    if figure.published and figure.published < figure.end:
        message = f"it was published on {figure.published}, before the period ended on {figure.end}."
        findings.add("dates", (*keys, "published"), message, "Correct one of the two days.")
    if figure.break_before and len(figure.break_before.split()) < 2:
        message = f'"{figure.break_before}" does not say why earlier figures cannot be compared.'
        mend = "Say in a few words what changed, such as: Since April 2025 people are asked online."
        findings.add("figure", (*keys, "break_before"), message, mend)
    if figure.base is not None and figure.base < 0:
        message = f"no figure can rest on {figure.base} cases."
        findings.add("figure", (*keys, "base"), message, "Write how many cases or answers it rests on.")


def _check_value(findings: Findings, measure: Measure, figure: Observation, keys: Keys) -> None:
    value = figure.value
    if not isinstance(value, Decimal):
        if not figure.reason:
            mend = "Add `reason: …` in a few words."
            findings.add("figure", keys, "it does not say why the value is not available.", mend)
        if figure.low is not None or figure.high is not None:
            message = "the value is not available, but its confidence interval is."
            findings.add("figure", keys, message, "Add the value, or delete low and high.")
        return
    low = figure.low if figure.low is not None else value
    high = figure.high if figure.high is not None else value
    if not low <= value <= high:
        message = f"{value} is outside its own confidence interval ({low} to {high})."
        findings.add("figure", keys, message, "Check the three figures.")
    if measure.unit == "%" and not 0 <= value <= 100:
        message = f"{value}% is not a share of a whole."
        mend = (
            "Check it. If it can be under 0 or over 100, say so in the unit, such as: % of the level in 2020."
        )
        findings.add("odd-figure", (*keys, "value"), message, mend)


def _check_revisions(findings: Findings, figure: Observation, keys: Keys) -> None:
    """Each revision came after the one before it and after the figure, and changed it."""
    if figure.status is ObservationStatus.REVISED and not figure.revisions:
        mend = "Add `revisions:` with the date, what it `was` and why."
        findings.add(
            "unexplained-revision", keys, "it was revised, and nothing says what it was before.", mend
        )
    last: date | None = figure.published
    for number, revision in enumerate(figure.revisions):
        way = (*keys, "revisions", number)
        if last and revision.date < last:
            message = f"the revision of {revision.date} is before what it revises, of {last}."
            findings.add(
                "dates", (*way, "date"), message, "Correct one of the two days; the oldest stands first."
            )
        now = _after(figure, number)
        if now == revision.was:
            message = (
                f"the revision of {revision.date} changed nothing: it was {revision.was}, and became {now}."
            )
            findings.add(
                "figure", (*way, "was"), message, "Write under `was` what the figure was until then."
            )
        last = revision.date


def _after(figure: Observation, number: int) -> object:
    """What a figure became by one of its revisions."""
    later: tuple[Revision, ...] = figure.revisions[number + 1 :]
    return later[0].was if later else figure.value


def _check_not_in_future(findings: Findings, figure: Observation, today: date, keys: Keys) -> None:
    if isinstance(figure.value, Decimal) and figure.end > today:
        message = f"it has a value, and its period ends on {figure.end}: today is {today}."
        mend = "Correct the last day of the period, or add the figure once the period is over."
        findings.add("dates", (*keys, "end"), message, mend)
    if figure.published and figure.published > today:
        message = f"it is said to be published on {figure.published}, and today is {today}."
        findings.add(
            "dates", (*keys, "published"), message, "Correct the day, or add the figure on that day."
        )
    for number, revision in enumerate(figure.revisions):
        if revision.date > today:
            message = f"it is said to be revised on {revision.date}, and today is {today}."
            way = (*keys, "revisions", number, "date")
            findings.add("dates", way, message, "Correct the day, or add the revision on that day.")


def _check_parts(findings: Findings, measure: Measure, breakdown: Breakdown, keys: Keys) -> None:
    """A part has no period that the whole has not: most often one of the names is misspelt."""
    periods = {figure.period for figure in measure.series}
    if not breakdown.parts:
        mend = "Add its parts, or leave the breakdown out."
        findings.add("figure", (*keys, "parts"), f'"{breakdown.title}" has no parts.', mend)
    for number, part in enumerate(breakdown.parts):
        if not part.series:
            mend = "Add its figures, or leave the part out."
            findings.add("figure", (*keys, "parts", number), f'"{part.title}" has no figures.', mend)
        for place, figure in enumerate(part.series):
            if periods and figure.period not in periods:
                message = f'"{figure.period}" is no period of the whole measure.'
                way = (*keys, "parts", number, "series", place, "period")
                findings.add("odd-figure", way, message, "Name the period as `series` does.")
