"""What a measure says of itself: the table of cases that go wrong elsewhere."""
# ruff: noqa: E501 (one case, one line)

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from plainplan.views.course import Reason, Standing, judge
from plainplan.views.measures import Caution, Movement, Reading, next_release, read, standings

from tests.views.measured import ON, measure

MET, KEPT, ON_COURSE, BEHIND = Standing.MET, Standing.KEPT, Standing.ON_COURSE, Standing.BEHIND
BELOW, ABOVE, MISSED = Standing.BELOW, Standing.ABOVE, Standing.MISSED
NEAR = date(2023, 12, 31)
"""A target's date that the last of 3 figures reaches."""

# figures, target, better, more; how it stands
JUDGED: dict[str, tuple[list[str], str, str, dict[str, Any], Standing]] = {
    "half of the way in half of the time": (["10", "1", "1", "1", "50"], "90", "higher", {}, ON_COURSE),
    "a hair less": (["10", "1", "1", "1", "49.9999999999"], "90", "higher", {}, BEHIND),
    "above the line": (["10", "20.1"], "90", "higher", {}, ON_COURSE),
    "under the line": (["10", "19.9"], "90", "higher", {}, BEHIND),
    "lower is better, on the line": (["90", "80"], "10", "lower", {}, ON_COURSE),
    "lower is better, over the line": (["90", "80.1"], "10", "lower", {}, BEHIND),
    "the wrong way": (["10", "-500"], "90", "higher", {}, BEHIND),
    "far beyond the target": (["10", "5000"], "90", "higher", {}, MET),
    "exactly the target": (["10", "90"], "90", "higher", {}, MET),
    "a target of nought, not there": (["8", "7"], "0", "lower", {}, ON_COURSE),
    "a target of nought, too slow": (["8", "7.5"], "0", "lower", {}, BEHIND),
    "a target of nought, there": (["8", "0"], "0", "lower", {}, MET),
    "a target below nought": (["8", "-9"], "-8", "lower", {}, MET),
    "all below nought": (["-80", "-60"], "-10", "higher", {}, ON_COURSE),
    "a target that is the baseline, kept": (["50", "50"], "50", "higher", {}, MET),
    "a target that is the baseline, lost": (["50", "49"], "50", "higher", {}, BEHIND),
    "a target that is the baseline, lower is better": (["50", "51"], "50", "lower", {}, BEHIND),
    "a target behind the baseline, still met": (["50", "45"], "40", "higher", {}, MET),
    "a target behind the baseline, lost": (["50", "39"], "40", "higher", {}, BEHIND),
    "a year without a figure": (["10", "not available", "30"], "90", "higher", {}, ON_COURSE),
    "the newest year without a figure": (["10", "20", "not available"], "90", "higher", {}, ON_COURSE),
    "the date came, not met": (["10", "20", "89.9"], "90", "higher", {"by": NEAR}, MISSED),
    "the date came, met": (["10", "20", "90"], "90", "higher", {"by": NEAR}, MET),
    "met, though nobody can say when": (["10", "90"], "90", "higher", {"by": None}, MET),
    "met without a baseline": (["10", "90"], "90", "higher", {"baseline": None}, MET),
    "a level that is kept": (["92", "91"], "90", "at or above", {}, KEPT),
    "a level kept to the digit": (["92", "90"], "90", "at or above", {}, KEPT),
    "a level that is lost": (["92", "89"], "90", "at or above", {}, BELOW),
    "a level that is lost upwards": (["5", "7"], "6", "at or below", {}, ABOVE),
    "a level to reach first, on course": (["50", "60"], "90", "at or above", {}, ON_COURSE),
    "a level to reach first, behind": (["50", "51"], "90", "at or above", {}, BEHIND),
    "a level to reach first, at or below": (["90", "70"], "10", "at or below", {}, ON_COURSE),
    "a level to be kept from now on": (["50", "60", "89"], "90", "at or above", {"by": NEAR}, BELOW),
    "a level to be kept always": (["50", "60"], "90", "at or above", {"by": None}, BELOW),
    "a level to be kept, without a baseline": (["60"], "90", "at or above", {"by": None, "baseline": None}, BELOW),
    "seasons, but the same one": (["10", "20"], "90", "higher", {"seasonal": "true"}, ON_COURSE),
}  # fmt: skip

BREAK = [{}, {"break_before": "Asked in another way."}]
DATED = {"baseline": {"period": "Long ago", "value": "5", "end": "2020-12-31"}}
UNDATED = {"baseline": {"period": "Long ago", "value": "5"}}
UNKNOWN = {"baseline": {"period": "Long ago", "value": "not published"}}
JUNE = [{"start": "2021-04-01", "end": "2021-06-30"}]
SEASONAL = {"seasonal": "true", "figures": JUNE}
# figures, target, better, more; how it stands, and why its course is not judged
HALF_JUDGED: dict[str, tuple[list[str], str, str, dict[str, Any], Standing, Reason | None]] = {
    "met in another season": (["80", "91"], "90", "at or above", SEASONAL, KEPT, Reason.SEASON),
    "not met in another season": (["80", "89"], "90", "at or above", SEASONAL, BELOW, Reason.SEASON),
    "met in another season, at or below": (["9", "4"], "5", "at or below", SEASONAL, KEPT, Reason.SEASON),
    "not met in another season, at or below": (["9", "6"], "5", "at or below", SEASONAL, ABOVE, Reason.SEASON),
    "to be kept in every season, met": (["95", "91"], "90", "at or above", SEASONAL, KEPT, None),
    "to be kept in every season, not met": (["95", "89"], "90", "at or above", SEASONAL, BELOW, None),
    "met without a baseline": (["91"], "90", "at or above", {"baseline": None}, KEPT, None),
    "not met without a baseline": (["89"], "90", "at or above", {"baseline": None}, BELOW, Reason.NO_BASELINE),
    "counted in another way, met": (["80", "91"], "90", "at or above", {"figures": BREAK}, KEPT, None),
    "counted in another way, not met": (["80", "89"], "90", "at or above", {"figures": BREAK}, BELOW, Reason.BREAK),
}  # fmt: skip
# figures, target, better, more; why it is not judged
NOT_JUDGED: dict[str, tuple[list[str], str, str | None, dict[str, Any], Reason]] = {
    "no target": (["10", "20"], "", "higher", {}, Reason.NO_TARGET),
    "a target nobody knows": (["10", "20"], "not published", "higher", {}, Reason.TARGET_UNKNOWN),
    "no figure": ([], "90", "higher", {}, Reason.NO_FIGURE),
    "only gaps": (["not available"], "90", "higher", {"baseline": "3"}, Reason.NO_FIGURE),
    "no direction": (["10", "90"], "90", None, {}, Reason.NO_DIRECTION),
    "no baseline": (["10", "20"], "90", "higher", {"baseline": None}, Reason.NO_BASELINE),
    "a baseline nobody knows": (["10", "20"], "90", "higher", UNKNOWN, Reason.BASELINE_UNKNOWN),
    "a baseline nobody dated": (["10", "20"], "90", "higher", UNDATED, Reason.BASELINE_UNDATED),
    "no date": (["10", "20"], "90", "higher", {"by": None}, Reason.NO_DATE),
    "beyond the target, and counted anew": (["10", "95"], "90", "higher", {"figures": BREAK}, Reason.BREAK),
    "a break since the baseline": (["10", "20"], "90", "higher", {"figures": BREAK}, Reason.BREAK),
    "a break after a baseline outside": (["10", "20"], "90", "higher", {**DATED, "figures": BREAK}, Reason.BREAK),
    "a break under a baseline nobody dated": (["10", "20"], "90", "higher", {**UNDATED, "figures": BREAK}, Reason.BREAK),
    "nothing newer": (["10"], "90", "higher", {}, Reason.TOO_SOON),
    "nothing newer but a gap": (["10", "not available"], "90", "higher", {}, Reason.TOO_SOON),
    "the date is past, and its figure not here": (["10", "20"], "90", "higher", {"by": date(2026, 11, 22)}, Reason.AWAITED),
    "another season": (["10", "20"], "90", "higher", SEASONAL, Reason.SEASON),
    "another season, and better than the target": (["10", "95"], "90", "higher", SEASONAL, Reason.SEASON),
    "a level to reach, nothing newer": (["80"], "90", "at or above", {}, Reason.TOO_SOON),
}  # fmt: skip


def test_every_way_to_stand_and_every_reason_has_a_case() -> None:
    assert {case[-1] for case in JUDGED.values()} == set(Standing) - {Standing.NOT_JUDGED}
    assert {case[-1] for case in NOT_JUDGED.values()} == set(Reason)


@pytest.mark.parametrize("name", JUDGED)
def test_on_course_or_not(name: str) -> None:
    values, target, better, more, standing = JUDGED[name]
    course = judge(measure(values, target=target, better=better, **more), ON)
    assert (course.standing, course.reason) == (standing, None)
    assert (course.line is not None) == (standing in (ON_COURSE, BEHIND))


@pytest.mark.parametrize("name", NOT_JUDGED)
def test_not_judged_and_why(name: str) -> None:
    values, target, better, more, reason = NOT_JUDGED[name]
    course = judge(measure(values, target=target, better=better, **more), ON)
    assert (course.standing, course.reason, course.line) == (Standing.NOT_JUDGED, reason, None)


@pytest.mark.parametrize("name", HALF_JUDGED)
def test_a_level_is_met_or_not_where_no_course_can_be_judged(name: str) -> None:
    values, target, better, more, standing, reason = HALF_JUDGED[name]
    course = judge(measure(values, target=target, better=better, **more), ON)
    assert (course.standing, course.reason, course.line) == (standing, reason, None)


@pytest.mark.parametrize(
    ("values", "more", "there"),
    [
        (["80", "91", "85"], {}, True),
        (["80", "85"], {}, False),
        (["85"], {"baseline": {"period": "Long ago", "value": "90"}}, True),
        ([], {}, False),
        (["95"], {"better": None}, False),
        (["95"], {"target": "not published"}, False),
    ],
)
def test_a_level_that_was_never_reached_cannot_be_stayed_at(
    values: list[str], more: dict[str, Any], there: bool
) -> None:
    one = measure(values, **{"target": "90", "better": "at or above", **more})
    assert read(one, ON).was_there is there


def test_a_break_before_the_baseline_or_after_the_latest_figure_is_none() -> None:
    one = measure(
        ["1", "10", "20", "not available"],
        baseline={"period": "2022", "value": "10"},
        target="80",
        figures=[{}, *BREAK[1:], {}, *BREAK[1:]],
    )
    assert judge(one, ON).standing is ON_COURSE
    assert read(one, ON).broken is None


@pytest.mark.parametrize(
    ("values", "target", "better", "stands_at"),
    [
        (["10", "15"], "90", "higher", "20.0"),
        (["327", "309"], "260", "lower", "318.6"),  # 318.63
        (["3.98", "3.65"], "3.2", "lower", "3.883"),
        (["7", "6"], "0", "lower", "6.1"),  # 6.125
        (["1.00", "2"], "2.5", "higher", "1.187"),  # a place more than the most exact of the three
        (["-10", "-9"], "-2", "higher", "-9.001"),
    ],
)
def test_the_line_is_said_so_that_it_lies_on_its_true_side(
    values: list[str], target: str, better: str, stands_at: str
) -> None:
    line = judge(measure(values, target=target, better=better), ON).line
    assert line is not None
    assert str(line.stands_at) == stands_at
    assert (line.start_day, line.day, line.target_day) == (
        date(2021, 12, 31),
        date(2022, 12, 31),
        date(2029, 12, 31),
    )


# figures, more; amount, movement, percent, better or worse
CHANGES: dict[str, tuple[list[str], dict[str, Any], str, Movement, str | None, bool | None]] = {
    "more": (["100", "118"], {}, "18", Movement.UP, "18", True),
    "less": (["100", "81.5"], {}, "-18.5", Movement.DOWN, "19", False),
    "lower is better": (["100", "81"], {"better": "lower"}, "-19", Movement.DOWN, "19", True),
    "nobody says which way": (["100", "81"], {"better": None}, "-19", Movement.DOWN, "19", None),
    "the same": (["100", "100.0"], {}, "0.0", Movement.UNCHANGED, None, None),
    "hardly": (["1000", "1004"], {}, "4", Movement.UP, "0", True),
    "points, not percents of percents": (["50", "60.5"], {"unit": "%"}, "10.5", Movement.UP, None, True),
    "from nought": (["0", "5"], {}, "5", Movement.UP, None, True),
    "from below nought": (["-5", "5"], {}, "10", Movement.UP, None, True),
    "to below nought": (["5", "-5"], {}, "-10", Movement.DOWN, None, False),
    "to nought": (["5", "0"], {"better": "lower"}, "-5", Movement.DOWN, "100", True),
    "small numbers": (["5", "6"], {"small_below": "10", "figures": [{"base": "5"}, {"base": "6"}]}, "1", Movement.UP, None, True),
    "a level that is kept": (["95", "92"], {"better": "at or above", "target": "90"}, "-3", Movement.DOWN, "3", None),
    "a level that is lost": (["95", "89"], {"better": "at or above", "target": "90"}, "-6", Movement.DOWN, "6", False),
    "a baseline outside the series": (["8"], DATED, "3", Movement.UP, "60", True),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_change_since_the_baseline(name: str) -> None:
    values, more, amount, movement, percent, improved = CHANGES[name]
    change = read(measure(values, **more), ON).change
    assert change is not None
    assert (str(change.amount), change.movement, change.improved) == (amount, movement, improved)
    assert change.percent == (None if percent is None else Decimal(percent))


@pytest.mark.parametrize(
    ("values", "more"),
    [
        ([], {}),
        (["10"], {}),
        (["10", "20"], {"baseline": None}),
        (["10", "20"], UNKNOWN),
        (["10", "20"], {"figures": BREAK}),
        (["10", "20"], {"seasonal": "true", "figures": JUNE}),
    ],
)
def test_no_change_where_nothing_can_be_compared(values: list[str], more: dict[str, Any]) -> None:
    assert read(measure(values, **more), ON).change is None


def interval(low: str, high: str) -> dict[str, str]:
    return {"low": low, "high": high}


@pytest.mark.parametrize(
    ("figures", "within"),
    [
        ([interval("8", "12"), interval("12", "16")], True),
        ([interval("8", "12"), interval("12.1", "16")], False),
        ([{}, interval("9", "16")], True),
        ([{}, interval("11", "16")], False),
        ([interval("8", "14"), {}], True),
        ([{}, {}], False),
    ],
)
def test_a_change_within_the_margin_of_error_may_be_chance(
    figures: list[dict[str, str]], within: bool
) -> None:
    said = read(measure(["10", "14"], figures=figures), ON)
    assert said.change is not None
    assert said.change.within_margin is within
    assert (Caution.MARGIN in said.cautions) is within


def test_no_change_is_not_called_chance() -> None:
    said = read(measure(["10", "10"], figures=[interval("8", "12"), interval("8", "12")]), ON)
    assert said.cautions == ()


SMALL = {"small_below": "20"}


@pytest.mark.parametrize(
    ("values", "more", "cautions"),
    [
        (["10", "20"], {}, []),
        (["10", "20"], {"figures": [{"status": "provisional"}, {}]}, []),
        (["10", "20"], {"figures": [{}, {"status": "provisional"}]}, [Caution.PROVISIONAL]),
        (["10", "20"], {"figures": BREAK}, [Caution.BREAK]),
        (["10", "20"], {"seasonal": "true"}, [Caution.SEASON]),
        (["10", "20"], {**SMALL, "figures": [{"base": "19"}, {"base": "20"}]}, [Caution.SMALL]),
        (["10", "20"], {**SMALL, "figures": [{"base": "20"}, {"base": "19"}]}, [Caution.SMALL]),
        (["10", "20"], {**SMALL, "figures": [{"base": "20"}, {"base": "20"}]}, []),
        (["10", "20"], SMALL, []),
        (["10", "20"], {"figures": [{"base": "1"}, {"base": "1"}]}, []),
        (["10"], {**SMALL, "baseline": None, "figures": [{"base": "1"}]}, [Caution.SMALL]),
    ],
)
def test_cautions(values: list[str], more: dict[str, Any], cautions: list[Caution]) -> None:
    assert list(read(measure(values, **more), ON).cautions) == cautions


def test_distance_from_the_target_is_never_below_nought() -> None:
    found: list[Reading] = [read(measure(["10", value], target="90"), ON) for value in ("20", "95", "90")]
    assert [(said.target_met, str(said.to_target)) for said in found] == [
        (False, "70"),
        (True, "5"),
        (True, "0"),
    ]
    nobody = read(measure(["10", "95"], target="90", better=None), ON)
    assert (nobody.target_met, str(nobody.to_target)) == (None, "5")


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        (None, "2026-01-01", None),
        ("2026-11-24", "2026-01-01", (date(2026, 11, 24), False)),
        ("2026-11-23", "2026-01-01", (date(2026, 11, 23), False)),
        ("2026-11-22", "2026-01-01", (date(2026, 11, 22), True)),
        ("2026-11-22", None, (date(2026, 11, 22), True)),
        ("2026-11-22", "2026-11-22", None),
    ],
)
def test_next_figure_and_whether_it_is_late(
    day: str | None, published: str | None, expected: tuple[date, bool] | None
) -> None:
    found = next_release(measure(["1"], next_release=day, figures=[{"published": published}]), ON)
    assert ((found.day, found.late) if found else None) == expected


def test_standings_are_counted_the_best_first() -> None:
    several = [measure(["10", value], target="90") for value in ("1", "20", "95", "2")]
    assert list(standings(several, ON).items()) == [(MET, 1), (ON_COURSE, 1), (BEHIND, 2)]
    assert standings([], ON) == {}
