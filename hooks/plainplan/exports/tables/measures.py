"""The measures, every figure of each, and what a figure was before it was put right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan import addresses
from plainplan.exports.fields import Cell, Dataset, Field, Kind, Reference, Row, Seen, pick
from plainplan.exports.tables.common import COUNTED_ON, PAGE, identifier, owner_name, title, under
from plainplan.model.measure import Better, Measure, MeasureKind, Observation, ObservationStatus
from plainplan.views.course import Reason, Standing
from plainplan.views.index import Index
from plainplan.views.measures import read as reading_of

_SERIES = Field(
    "series",
    "Series",
    Kind.WORDS,
    "Which line of figures: the measure alone for the whole, or measure/breakdown/part.",
    required=True,
)
_NUMBER = Field("number", "Number", Kind.WHOLE, "The place in the series: 1 is the oldest figure.", True)
_MEASURE = Field("measure", "Measure", Kind.ID, "The measure that it belongs to.", required=True)
_PERIOD = Field("period", "Period", Kind.WORDS, "What the figure covers, as published.", required=True)
_MEASURE_TITLE = Field(
    "measure_title", "Title of measure", Kind.WORDS, "What the measure is called.", required=True
)
_UNIT = Field("unit", "Unit", Kind.WORDS, "What the figure counts.", required=True)
_PART = (
    Field("breakdown", "Breakdown", Kind.ID, "How the whole is split. Empty for the whole."),
    Field("breakdown_title", "Title of breakdown", Kind.WORDS, "What that is called."),
    Field("part", "Part", Kind.ID, "The part of the whole. Empty for the whole."),
    Field("part_title", "Title of part", Kind.WORDS, "What that part is called."),
)
_OF_MEASURE = Reference(("measure",), "measures", ("id",))


def _measures(index: Seen) -> Iterator[Row]:
    for item in index.plan.measures:
        baseline, target = item.baseline, item.target
        yield {
            **pick(item, "id", "title", "tells_you", "kind", "unit", "unit_one", "better"),
            **pick(item, "frequency", "owner", "next_release", "caveats", "small_below"),
            **pick(item, "licence", "licence_url"),
            "baseline": baseline.value if baseline else None,
            "baseline_period": baseline.period if baseline else None,
            "baseline_end": baseline.end if baseline else None,
            "target": target.value if target else None,
            "target_date": target.date if target else None,
            "target_note": target.note if target else None,
            "source": item.source.title,
            "source_url": item.source.url,
            "owner_name": owner_name(index, item.owner),
            **under(index, addresses.MEASURES, item.id),
            "seasonal": item.seasonal,
            **_reading(item, index.on),
        }


def _reading(measure: Measure, on: date) -> dict[str, Cell]:
    """What the page of a measure says first."""
    found = reading_of(measure, on)
    latest, change = found.latest, found.change
    return {
        "latest": latest.value if latest else None,
        "latest_period": latest.period if latest else None,
        "latest_end": latest.end if latest else None,
        "latest_published": latest.published if latest else None,
        "change": change.amount if change else None,
        "change_within_margin": change.within_margin if change else None,
        "to_target": found.to_target,
        "standing": found.course.standing,
        "standing_reason": found.course.reason,
        "counted_on": on,
    }


_Series = tuple[dict[str, Cell], tuple[Observation, ...]]


def _series(measure: Measure) -> Iterator[_Series]:
    """Each line of figures of a measure with the fields that say which it is, the whole first."""
    same: dict[str, Cell] = {"measure": measure.id, "measure_title": measure.title, "unit": measure.unit}
    whole = {"breakdown": None, "breakdown_title": None, "part": None, "part_title": None}
    yield {"series": measure.id, **same, **whole}, measure.series
    for split in measure.breakdowns:
        for part in split.parts:
            names: dict[str, Cell] = {"breakdown": split.id, "breakdown_title": split.title}
            names |= {"part": part.id, "part_title": part.title}
            yield {"series": f"{measure.id}/{split.id}/{part.id}", **same, **names}, part.series


def _figures(index: Index) -> Iterator[Row]:
    for measure in index.plan.measures:
        for names, series in _series(measure):
            for number, figure in enumerate(series, 1):
                yield {
                    **names,
                    "number": number,
                    **pick(figure, "period", "start", "end", "value", "reason", "low", "high", "status"),
                    **pick(figure, "published", "base", "break_before", "note"),
                }


def _revisions(index: Index) -> Iterator[Row]:
    for measure in index.plan.measures:
        for names, series in _series(measure):
            for number, figure in enumerate(series, 1):
                later = (*(revision.was for revision in figure.revisions[1:]), figure.value)
                for order, (revision, now) in enumerate(zip(figure.revisions, later, strict=False), 1):
                    yield {
                        **names,
                        "number": number,
                        "revision": order,
                        "period": figure.period,
                        **pick(revision, "date", "was", "why"),
                        "now": now,
                    }


MEASURES = Dataset(
    "measures",
    "Measures",
    "The numbers that are watched over time: what each tells you, where it began and where it is to be.",
    ("id",),
    (
        identifier("measure"),
        title("measure"),
        Field("tells_you", "What it tells you", Kind.PROSE, "What the figures mean.", required=True),
        Field("kind", "Kind", Kind.WORDS, "How the number is made.", True, tuple(MeasureKind)),
        Field("unit", "Unit", Kind.WORDS, "What the figures count, such as % or people.", required=True),
        Field("unit_one", "Unit of 1", Kind.WORDS, "The same for exactly 1, such as person."),
        Field("better", "Better is", Kind.WORDS, "Which way is better.", False, tuple(Better)),
        Field("baseline", "Baseline", Kind.NUMBER, "Where it stood when the plan began."),
        Field("baseline_period", "Period of baseline", Kind.WORDS, "What the baseline covers."),
        Field("baseline_end", "End of baseline", Kind.DAY, "The last day that the baseline covers."),
        Field("target", "Target", Kind.NUMBER, "Where it is to be."),
        Field("target_date", "Date of target", Kind.DAY, "The day by which it is to be there."),
        Field("target_note", "Note on target", Kind.WORDS, "What a reader needs to know about the target."),
        Field("frequency", "How often", Kind.WORDS, "How often there is a new figure.", required=True),
        Field("next_release", "Next figure", Kind.DAY, "The day of the next figure."),
        Field("owner", "Owner", Kind.ID, "The organisation that answers for it."),
        Field("owner_name", "Name of owner", Kind.WORDS, "What that organisation is called."),
        Field("source", "Source", Kind.WORDS, "Where the figures come from.", required=True),
        Field("source_url", "Source online", Kind.URL, "Where the source is."),
        Field("licence", "Licence", Kind.WORDS, "On what terms the figures may be used."),
        Field("licence_url", "Licence online", Kind.URL, "Where the licence can be read."),
        Field("caveats", "Caveats", Kind.PROSE, "Why to take care with the figures."),
        Field(
            "small_below",
            "Small below",
            Kind.WHOLE,
            "A figure that rests on fewer cases or answers than this is a small number.",
        ),
        PAGE,
        Field("seasonal", "Seasonal", Kind.YES_NO, "Whether it goes up and down with the season.", True),
        Field("latest", "Latest figure", Kind.NUMBER, "The newest figure that is published."),
        Field("latest_period", "Period of latest figure", Kind.WORDS, "What the latest figure covers."),
        Field("latest_end", "End of latest figure", Kind.DAY, "The last day that the latest figure covers."),
        Field("latest_published", "Latest figure published", Kind.DAY, "The day on which it first came out."),
        Field(
            "change",
            "Change since baseline",
            Kind.NUMBER,
            "The latest figure less the baseline, in the unit; percentage points where the unit is %. "
            "Empty where the two cannot be compared.",
        ),
        Field(
            "change_within_margin",
            "Change may be chance",
            Kind.YES_NO,
            "Whether the confidence intervals of the two meet, so that the change may be chance.",
        ),
        Field(
            "to_target",
            "Distance from target",
            Kind.NUMBER,
            "How far the latest figure is from the target, on either side of it, in the unit.",
        ),
        Field(
            "standing",
            "Standing",
            Kind.WORDS,
            "How the measure stands to its target, by the rule on the page of the measures.",
            True,
            tuple(Standing),
        ),
        Field(
            "standing_reason",
            "Why not judged",
            Kind.WORDS,
            "Why there is no judgement.",
            False,
            tuple(Reason),
        ),
        COUNTED_ON,
    ),
    _measures,
    (Reference(("owner",), "organisations", ("id",)),),
    dated="latest_published",
)

FIGURES = Dataset(
    "figures",
    "Figures of measures",
    "Every figure of every measure, one row each, with the figures for areas and other parts.",
    ("series", "number"),
    (
        _SERIES,
        _NUMBER,
        _MEASURE,
        _MEASURE_TITLE,
        _UNIT,
        *_PART,
        _PERIOD,
        Field("start", "First day", Kind.DAY, "The first day that the figure covers.", required=True),
        Field("end", "Last day", Kind.DAY, "The last day that the figure covers.", required=True),
        Field("value", "Figure", Kind.NUMBER, "The figure, with the digits that were published."),
        Field("reason", "Reason", Kind.WORDS, "Why there is no figure."),
        Field("low", "Low", Kind.NUMBER, "The lower end of the 95% confidence interval."),
        Field("high", "High", Kind.NUMBER, "The upper end of the 95% confidence interval."),
        Field("status", "Status", Kind.WORDS, "How firm the figure is.", True, tuple(ObservationStatus)),
        Field("published", "Published", Kind.DAY, "The day on which the figure first came out."),
        Field("base", "Rests on", Kind.WHOLE, "How many cases or answers the figure rests on."),
        Field(
            "break_before",
            "Break before",
            Kind.WORDS,
            "Why this figure and later ones cannot be compared with those before it.",
        ),
        Field("note", "Note", Kind.WORDS, "What a reader needs to know about the figure."),
    ),
    _figures,
    (_OF_MEASURE,),
    dated="published",
)

REVISIONS = Dataset(
    "revisions",
    "Revised figures",
    "What figures were before they were put right, when that was and why.",
    ("series", "number", "revision"),
    (
        _SERIES,
        _NUMBER,
        Field("revision", "Revision", Kind.WHOLE, "1 is the first time that it was put right.", True),
        _MEASURE,
        _PERIOD,
        Field("date", "Date", Kind.DAY, "The day on which the new figure took its place.", required=True),
        Field("was", "Was", Kind.NUMBER, "The figure until then.", required=True),
        Field("why", "Why", Kind.WORDS, "Why it was put right."),
        Field("now", "Became", Kind.NUMBER, "The figure that took its place on that day."),
        _MEASURE_TITLE,
        _UNIT,
        *_PART,
    ),
    _revisions,
    (Reference(("series", "number"), "figures", ("series", "number")), _OF_MEASURE),
    dated="date",
)
