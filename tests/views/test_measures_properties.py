"""What must hold for any figures whatever: hypothesis looks for the ones that break it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, localcontext
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plainplan.model import Measure
from plainplan.views.course import Reason, Standing, judge
from plainplan.views.figures import table
from plainplan.views.measures import read

from tests.views.measured import FIRST_YEAR, ON, measure

EXAMPLES = settings(max_examples=500, deadline=None, derandomize=True)
NUMBERS = st.decimals(-(10**9), 10**9, places=4, allow_nan=False) | st.integers(-3, 3).map(Decimal)
LONGEST = st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,11})?", fullmatch=True).map(Decimal)
VALUES = st.lists(NUMBERS | st.just("not available"), max_size=5)
SWAPPED = {"higher": "lower", "lower": "higher", "at or above": "at or below", "at or below": "at or above"}
BETTER = st.sampled_from(list(SWAPPED))
DAYS = st.none() | st.dates(date(FIRST_YEAR, 1, 1), date(2031, 1, 1))
LEVELS = {Standing.KEPT, Standing.BELOW, Standing.ABOVE}
NEGATED = {Standing.BELOW: Standing.ABOVE, Standing.ABOVE: Standing.BELOW}
WORST_FIRST = [
    {Standing.BELOW, Standing.ABOVE, Standing.MISSED, Standing.BEHIND, Standing.NOT_JUDGED},
    {Standing.ON_COURSE},
    {Standing.MET, Standing.KEPT},
]


@st.composite
def measures(draw: st.DrawFn, kinds: st.SearchStrategy[str | None] = BETTER) -> dict[str, Any]:
    """What a measure may hold, odd as it may be: gaps, noughts, equal figures, breaks, small numbers."""
    values = draw(VALUES)
    figures = draw(
        st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "break_before": st.just("Counted anew."),
                    "base": st.integers(0, 30),
                    "low": NUMBERS,
                    "high": NUMBERS,
                    "status": st.sampled_from(["final", "provisional", "revised"]),
                },
            ),
            max_size=5,
        )
    )
    return {
        "values": values,
        "figures": figures,
        "baseline": draw(NUMBERS | st.just("") | st.none() | st.just("not published")),
        "target": draw(NUMBERS | st.none() | st.just("not published")),
        "by": draw(DAYS),
        "better": draw(kinds),
        "unit": draw(st.sampled_from(["%", "£", "people"])),
        "small_below": draw(st.none() | st.just("20")),
        "seasonal": draw(st.booleans()),
    }


def made(given_: dict[str, Any], **changed: Any) -> Measure:
    return measure(**{**given_, **changed})


def moved(given_: dict[str, Any], scale: Decimal, shift: Decimal) -> dict[str, Any]:
    """The same measure in another unit: every number times `scale`, and `shift` more."""

    def move(value: Any) -> Any:
        return value * scale + shift if isinstance(value, Decimal) else value

    def figure(fields: dict[str, Any]) -> dict[str, Any]:
        ends = {"low", "high"}
        return {name: move(value) if name in ends else value for name, value in fields.items()}

    return {
        **given_,
        "values": [move(value) for value in given_["values"]],
        "figures": [figure(fields) for fields in given_["figures"]],
        "baseline": move(given_["baseline"]),
        "target": move(given_["target"]),
    }


@EXAMPLES
@given(measures(st.none() | BETTER), st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_any_series_can_be_read(given_: dict[str, Any], on: date) -> None:
    one = made(given_)
    said = read(one, on)
    assert (said.latest is None) == all(not isinstance(figure.value, Decimal) for figure in one.series)
    if said.course.standing is Standing.NOT_JUDGED:
        assert said.course.reason is not None
    elif said.course.standing not in LEVELS:
        assert said.course.reason is None
    assert not (said.course.reason and said.course.line)
    assert len(table(one).rows) == len(one.series)


@EXAMPLES
@given(LONGEST, LONGEST, BETTER)
def test_baseline_and_change_make_the_latest_figure(start: Decimal, value: Decimal, better: str) -> None:
    change = read(measure([start, value], better=better), ON).change
    assert change is not None
    with localcontext() as exact:
        exact.prec = 80
        assert start + change.amount == value


@EXAMPLES
@given(measures(), NUMBERS, NUMBERS | st.just(Decimal(0)), BETTER)
def test_met_exactly_where_the_figure_compares_so(
    given_: dict[str, Any], value: Decimal, apart: Decimal, better: str
) -> None:
    target = value + apart
    said = read(made(given_, values=[*given_["values"][:4], value], target=target, better=better), ON)
    compares = value >= target if better in ("higher", "at or above") else value <= target
    assert said.target_met is compares
    if said.course.reason is Reason.BREAK and better in ("higher", "lower"):
        assert said.course.standing is Standing.NOT_JUDGED  # the target was set for what was counted before
    else:
        assert (said.course.standing in (Standing.MET, Standing.KEPT)) is compares


@EXAMPLES
@given(measures())
def test_turned_round_it_stands_the_same(given_: dict[str, Any]) -> None:
    turned = moved(given_, Decimal(-1), Decimal(0))
    figures = [
        {**fields, **{new: fields[old] for new, old in (("low", "high"), ("high", "low")) if old in fields}}
        for fields in turned["figures"]
    ]
    for fields, before in zip(figures, given_["figures"], strict=True):
        for name, other in (("low", "high"), ("high", "low")):
            if name in before and other not in before:
                del fields[name]
    better = SWAPPED.get(str(given_["better"]))
    there, here = read(made({**turned, "figures": figures}, better=better), ON), read(made(given_), ON)
    assert there.course.standing is NEGATED.get(here.course.standing, here.course.standing)
    assert there.course.reason is here.course.reason
    assert there.to_target == here.to_target
    assert (there.change is None) == (here.change is None)
    if there.change and here.change:
        assert there.change.amount == -here.change.amount
        assert there.change.improved is here.change.improved
        assert there.change.within_margin is here.change.within_margin


@EXAMPLES
@given(measures(), st.decimals("0.001", 1000, places=3), NUMBERS)
def test_another_unit_changes_no_judgement(given_: dict[str, Any], scale: Decimal, shift: Decimal) -> None:
    there, here = read(made(moved(given_, scale, shift)), ON), read(made(given_), ON)
    assert there.course.standing is here.course.standing
    assert there.course.reason is here.course.reason
    assert there.target_met is here.target_met
    if there.change and here.change:
        assert there.change.movement is here.change.movement
        assert there.change.improved is here.change.improved


@EXAMPLES
@given(measures(), NUMBERS, st.decimals(0, 10**6, places=4))
def test_a_better_figure_never_stands_worse(given_: dict[str, Any], value: Decimal, more: Decimal) -> None:
    change = more if given_["better"] in ("higher", "at or above") else -more
    earlier = given_["values"][:4]
    with_it, with_better = (made(given_, values=[*earlier, last]) for last in (value, value + change))
    assert _rank(with_better) >= _rank(with_it)


def _rank(one: Measure) -> int:
    standing = judge(one, ON).standing
    return next(rank for rank, group in enumerate(WORST_FIRST) if standing in group)


@EXAMPLES
@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(["higher", "lower"]), st.integers(1, 3000))
def test_the_line_as_said_lies_on_the_true_side(
    start: Decimal, value: Decimal, target: Decimal, better: str, days: int
) -> None:
    by = date(FIRST_YEAR + 1, 12, 31) + timedelta(days=days)
    course = judge(measure([start, value], target=target, by=by, better=better), date(FIRST_YEAR, 1, 1))
    assume(course.line is not None)
    assert course.line is not None
    at = course.line.stands_at
    good = value >= at if better == "higher" else value <= at
    assert good is (course.standing is Standing.ON_COURSE)
    assert min(start, target) - 1 <= at <= max(start, target) + 1
