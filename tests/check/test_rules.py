# ruff: noqa: E501 (one case, one line)
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_folder, check_plan, today
from plainplan.check.rules import ERRORS, WARNINGS
from plainplan.errors import Problem, Severity
from plainplan.load import load_plan

Change = Callable[[str, str, str], int]

ON = date(2026, 11, 23)
PLAN, ROADS, SPEEDING = "data/plan.yml", "data/priorities/safer-roads.yml", "data/measures/speeding.yml"
BUDGET, GRANTS, DUTIES = "data/budget.yml", "data/grants.yml", "data/requirements.yml"
REPORT, CHAPTER, WORDS = "data/progress/2026-10-23.yml", "content/roads.md", "data/glossary.yml"
PEOPLE, ASKED, STEPS = "data/organisations.yml", "data/consultation.yml", "data/milestones.yml"
STATEMENT, NO_STATEMENT = "data/accessibility.yml", "no-statement"
BEFORE = "data/previous_plan.yml"
BLOCK = '{{ measure("speeding") }}'
LINK = "(measures/speeding.md)"
RAISE = "reporting_months: 3"

# code, file, old, new, lines from the change to the problem, words of the message, words of the mend
CASES = [
    # appearance
    ("contrast", PLAN, "contact:", 'appearance: {accent: "#6699cc"}\ncontact:', 0, "too pale", '"#4072a2"'),
    ("broken-link", PLAN, "contact:", "appearance: {logo: logo.svg}\ncontact:", 0, "no picture", "Put the file there"),
    # references
    ("unknown-reference", ROADS, "owner: police", "owner: polcie", 0, 'no organisation "polcie"', '"police"'),
    ("unknown-reference", ROADS, "          - speeding", "          - speed", 0, 'measure "speed"', '"speeding"'),
    ("unknown-reference", ROADS, "[s7]", "[s7, s8]", 0, 'no requirement "s8"', '"s7"'),
    ("unknown-reference", ROADS, "year: 2026-27", "year: 2027-28", 0, 'financial year "2027-28"', "2026-27"),
    ("unknown-reference", ROADS, "line: roads", "line: road", 0, 'no spending line "road"', '"roads"'),
    ("unknown-reference", ROADS, "outcomes: [calm-streets]", "outcomes: [calm]", 0, "no outcome", "calm-streets"),
    ("unknown-reference", ROADS, "          - speeding\n", "          - speeding\n        partners: [x]\n", 1, '"x"', ""),
    ("unknown-reference", ROADS, "objectives:", "measures: [x]\nobjectives:", 0, 'no measure "x"', "speeding"),
    ("unknown-reference", PLAN, "organisation: comm", "organisation: com", 0, "no organisation", "commissioner"),
    ("unknown-reference", SPEEDING, "owner: police", "owner: x", 0, 'no organisation "x"', '"police"'),
    ("unknown-reference", REPORT, "action: speed-checks", "action: speed-check", 0, "no action", "speed-checks"),
    ("unknown-reference", BUDGET, "priority: safer-roads", "priority: roads", 0, "no priority", "safer-roads"),
    ("unknown-reference", GRANTS, "priority: safer-roads", "priority: roads", 0, "no priority", "safer-roads"),
    ("unknown-reference", GRANTS, "line: roads", "line: road", 0, "no spending line", "roads"),
    ("unknown-reference", CHAPTER, "priority: safer-roads", "priority: roads", -2, "no priority", "safer-roads"),
    (
        "unknown-reference",
        ASKED,
        "",
        "exercises:\n- id: a\n  title: A\n  method: A\n  who: A\n"
        "  you_said_we_did:\n  - id: b\n    said: A\n    actions: [x]\n",
        8,
        'no action "x"',
        "speed-checks",
    ),
    (
        "unknown-reference",
        STEPS,
        "",
        "milestones:\n- id: a\n  title: A\n  date: not published\n  state: done\n  organisation: x\n",
        5,
        'no organisation "x"',
        "police",
    ),
    ("duplicate-id", PEOPLE, "- id: police", "- id: commissioner", 0, "yml line 2", "another id"),
    (
        "picture-twice",
        "data/pictures.yml",
        "",
        "pictures:\n- {id: a, file: roads.md, alt: A, source: b}\n- {id: b, file: roads.md, alt: B, source: b}\n",
        2,
        'already used for "a"',
        "a picture of its own",
    ),
    (
        "duplicate-id",
        ROADS,
        "    actions:\n",
        "    actions:\n      - {id: speed-checks, title: A, owner: police, due: not published, measures: [speeding]}\n",
        2,
        "another action",
        "another id",
    ),
    ("duplicate-id", ROADS, "objectives:\n", "focus_areas: [{id: money, title: A}]\nobjectives:\n", 0, "part of the page", ""),
    ("duplicate-id", ROADS, "objectives:\n", "focus_areas: [{id: slow-down, title: A}]\nobjectives:\n", 0, "id", ""),
    ("unknown-rule", PLAN, RAISE, "raise_to_error: [action-gaps]", 0, "no rule", '"action-gap"'),
    ("unknown-rule", PLAN, RAISE, "raise_to_error: [sum]", 0, '"sum" is an error already', "Use one of"),
    # dates
    ("dates", PLAN, "end: 2030-03-31", "end: 2025-03-31", 0, "before it starts on 2026-01-01", "Change one"),
    ("dates", PLAN, "date: 2025-12-20", "date: 2025-11-20", 0, "version 2 is dated before", "oldest version"),
    ("dates", PLAN, "date: 2025-12-20", "date: 2027-12-20", 0, "version 2 is dated 2027-12-20, which is still", "the year"),
    ("dates", GRANTS, "awarded: 2026-05-01", "awarded: 2027-05-01", 0, "the award is dated 2027-05-01", "the year"),
    ("dates", STEPS, "date: 2025-12-20", "date: 2027-12-20", 0, "that is done is dated 2027-12-20", "the year"),
    ("dates", "data/progress/2027-02-01.yml", "", "date: 2027-02-01\ntitle: A\nupdates: []\n", 0, "still to come", "year"),
    ("dates", "content/annual-report/2029-30.md", "", "---\ntitle: A\n---\n", 0, "begins on 1 April 2029", "2025-26.md"),
    ("duplicate-id", PLAN, 'number: "2"', 'number: "1"', 0, "another version 1 above", "its own number"),
    (
        "duplicate-id",
        SPEEDING,
        "series:",
        "breakdowns:\n- {id: a, title: A, parts: [{id: b-c, title: B, series: [{period: '1', start: 2024-04-01, end: 2025-03-31, value: 1}]}]}\n"
        "- {id: a-b, title: B, parts: [{id: c, title: C, series: [{period: '1', start: 2024-04-01, end: 2025-03-31, value: 1}]}]}\nseries:",
        0,
        '"#by-a-b-c"',
        "another id",
    ),
    ("dates", ROADS, "due: 2026-12-31", "due: 2031-12-31", 0, "outside the planning period", "Check the year"),
    ("dates", ROADS, "start: 2026-02-01", "start: 2027-02-01", 1, "ends on 2026-12-31, before", "Change one"),
    ("dates", GRANTS, "priority:", "start: 2026-05-01\n    end: 2026-04-30\n    priority:", 1, "before it", ""),
    ("dates", SPEEDING, "end: 2025-03-31", "end: 2023-03-31", 0, "before it starts", "Change one"),
    ("dates", SPEEDING, "start: 2025-04-01", "start: 2023-04-01", 0, "begins before the one above", "oldest"),
    (
        "dates",
        SPEEDING,
        "series:\n",
        "breakdowns: [{id: a, title: A, parts: [{id: b, title: B, series: [{period: c, start: 2026-01-01,\n"
        "  end: 2025-01-01, value: 1}]}]}]\nseries:\n",
        1,
        "before it starts",
        "Change one",
    ),
    (
        "dates",
        ASKED,
        "",
        "exercises:\n- id: a\n  title: A\n  method: A\n  who: A\n  start: 2026-01-02\n  end: 2026-01-01\n",
        6,
        "before it starts",
        "Change one",
    ),
    # sums
    ("sum", BUDGET, "funding_total: 90.50", "funding_total: 90.51", 0, "£90.50, but the total says £90.51", "Correct"),
    ("sum", BUDGET, "spending_total: 80.25", "spending_total: 80", 0, "£80: £0.25 apart", "Correct"),
    ("sum", BUDGET, "movement: 10.25\n      closing: 15.25", "movement: 10\n      closing: 15", -18, "spending £80.25 + reserves £10 = £90.25, but funding £90.50", ""),
    ("sum", BUDGET, "closing: 15.25", "closing: 1500015.25", 0, "£5 + £10.25 = £15.25, but closing says £1,500,015.25: £1,500,000 apart", "Correct"),
    ("sum", BUDGET, "      amount: 80.25\n    reserves", "      amount: 80\n    reserves", 0, "£80.25, but the amount stated is £80: £0.25 apart", ""),
    ("sum", BUDGET, "            amount: 80\n", "            amount: 81\n", -2, "given £81, more than", "Lower"),
    ("sum", BUDGET, "    reserves:", "    capital: [{id: a, title: A, amount: 1}]\n    capital_total: 2\n    reserves:", 1, "the capital: £1, but the total says £2", ""),
    ("costs", ROADS, "        budget_line:", "        cost: 80.01\n        cost_is: a year\n        budget_line:", 0, "cost £80.01 a year, more than the £80", "another line pays"),
    ("grant-details", GRANTS, "    conditions: Report once a year.\n", "", -11, "no conditions", "reasons"),
    ("sum", GRANTS, "amount: 10", "amount: 90", 5, "£90, more than the £80.25", "grants.yml"),
    # figures
    ("target-without-baseline", SPEEDING, "baseline:\n  period: 2024 to 2025\n  value: 20\n", "", 0, "target", "baseline"),
    ("figure", SPEEDING, "  value: 20\ntarget", "  value: 21\ntarget", -2, "the series has 20", "agree"),
    ("figure", SPEEDING, "low: 18", "low: 21", -4, "outside its own", "Check"),
    ("figure", SPEEDING, "    reason: The cameras were broken.\n", "", -4, "not available", "reason"),
    ("late-figure", SPEEDING, "frequency: Yearly\n", "next_release: 2026-11-22\nfrequency: Yearly\n", 0, "was due on 2026-11-22", "next_release"),
    ("odd-figure", SPEEDING, "value: 20\n    low: 18\n    high: 22", "value: 120", 0, "120% is not a share", "say so in the unit"),
    ("undated-baseline", SPEEDING, "  period: 2024 to 2025\n  value: 20\ntarget:\n", "  period: 2019\n  value: 20\ntarget:\n  date: 2029-03-31\n", -1, '"2019"', "`end:`"),
    ("unexplained-revision", SPEEDING, "low: 18", "status: revised\n    low: 18", -4, "what it was before", "`revisions:`"),
    # promises
    ("stopped-without-reason", REPORT, "status: on track", "status: stopped", -1, "no reason", "reason"),
    ("action-gap", ROADS, "        owner: police\n", "", -2, "it has no owner", "not published"),
    ("action-gap", ROADS, "        measures:\n          - speeding\n", "", -5, "no measures or", "Add it"),
    ("unused-measure", ROADS, "measures:\n          - speeding", "measured_by: words", -16, "no action or", ""),
    ("never-reported", REPORT, "", "date: 2026-10-23\ntitle: A\nupdates: []\n", 0, "no report says", "newest file"),
    ("unmet-duty", DUTIES, "    met_by:\n      - page: roads.md\n        heading: Slower traffic\n", "", -5, "this duty", "met_by"),
    # links and blocks
    ("broken-link", DUTIES, "page: roads.md", "page: road.md", 0, 'no page "road.md"', '"roads.md"'),
    ("broken-link", DUTIES, "heading: Slower traffic", "heading: Slow traffic", 0, "no written", "Slower"),
    ("broken-link", CHAPTER, LINK, "(measures/speed.md)", 0, "leads to no page", "measures/speeding.md"),
    ("broken-link", CHAPTER, LINK, "(indx.md)", 0, "leads to no page", '"index.md"'),
    ("broken-link", CHAPTER, LINK, "(#slow-traffic)", 0, '"#slow-traffic"', "slower-traffic"),
    ("broken-link", CHAPTER, LINK, "(law.md#s8)", 0, '"#s8"', '"s7"'),
    ("broken-link", CHAPTER, LINK, "(measures/speeding/)", 0, "leads to no page", "measures/speeding.md"),
    ("duplicate-id", PEOPLE, "- id: police", "- id: strategic", 0, "part of the page", ""),
    ("broken-heading", CHAPTER, BLOCK, "# Twice", 0, "main heading", "## Twice"),
    ("broken-heading", CHAPTER, BLOCK, "## In {{ plan.area }}", 0, "no address that lasts", "words themselves"),
    ("broken-link", CHAPTER, LINK, "(map.pdf)", 0, "leads to no page and no file", ""),
    ("broken-link", CHAPTER, LINK, "(index.md) ![A map](map.png)", 0, "map.png", ""),
    ("broken-link", CHAPTER, LINK, "(//[x)", 0, "not an address", "Check the link"),
    ("unknown-block", CHAPTER, BLOCK, '{{ mesure("speeding") }}', 0, 'no block "mesure"', '"measure"'),
    ("unknown-block", CHAPTER, BLOCK, '{{ measure("speed") }}', 0, 'no measure "speed"', '"speeding"'),
    ("unknown-block", CHAPTER, BLOCK, '\n\n{{ action(action="x") }}', 2, 'no action "x"', "speed-checks"),
    ("unknown-block", CHAPTER, BLOCK, '{{ chart("measures/speding") }}', 0, 'no chart "measures/speding"', '"measures/speeding"'),
    ("unknown-block", CHAPTER, BLOCK, '{{ chart("progress") }}', 0, 'no chart "progress"', "measures/speeding"),
    ("unknown-block", CHAPTER, BLOCK, "{{ measure() }}", 0, "does not say which measure", "{{ measure("),
    ("unknown-block", CHAPTER, BLOCK, "{{ measure(1) }}", 0, "not a name in quotes", "{{ measure("),
    ("unknown-block", CHAPTER, BLOCK, '{{ contact("x") }}', 0, "does not know", "{{ contact() }}"),
    ("unknown-block", CHAPTER, BLOCK, "{{ measure", 1, "cannot be read", "measure("),
    ("unknown-block", CHAPTER, BLOCK, "{{ plan.arae }}", 0, '"plan.arae"', '"area"'),
    ("unknown-block", CHAPTER, BLOCK, "{% set x = 1 %}", 0, "only blocks and values", ""),
    ("unknown-block", CHAPTER, BLOCK, "{{ measures }}", 0, "only blocks and values", '"measures"'),
    ("unknown-block", CHAPTER, BLOCK, "{{ " + "9" * 5000 + " }}", -5, "cannot be read", "measure("),
    ("unknown-block", CHAPTER, BLOCK, "{{ " + "(" * 5000 + " }}", -5, "cannot be read", "measure("),
    ("address", "content/roads/index.md", "", "---\ntitle: A\n---\n", 0, "same address", "another name"),
    ("address", "content/embed/progress.md", "", "---\ntitle: A\n---\n", 0, "files of its own", "another name"),
    ("address", "content/data/v1/plan.json", "", "{}", 0, "files of its own", "another name"),
    ("address", "content/changes/feed.xml", "", "A", 0, "files of its own", "another name"),
    ("address", "content/index.html", "", "A", 0, 'the page "/"', "another name"),
    ("address", "content/roads/index.html", "", "A", 0, 'the page "/roads/"', "another name"),
    ("address", "content/measures", "", "A", 0, 'the page "/measures/', "another name"),
    # the accessibility statement: see test_accessibility.py
    ("statement", STATEMENT, "    fails: [2.1.1 Keyboard]\n", "", -3, "which success criterion", "fails:"),
    ("stale-statement", STATEMENT, "reviewed: 2026-11-01", "reviewed: 2025-11-22", 0, "more than a year", "Read it"),
    # the plan before, and what people said: see test_previous.py and test_consultation.py
    ("fate", BEFORE, "", "title: A\nperiod: B\nactions:\n- {id: a, title: A, fate: finished, why: B, actions: [speed-checks]}\n", 3, "it was finished, and yet", "carried forward"),
    ("carried-nowhere", BEFORE, "", "title: A\nperiod: B\nactions:\n- {id: a, title: A, fate: carried forward, why: B}\n", 3, "no action carries it on", "`actions`"),
    ("no-decision", ASKED, "        actions: [speed-checks]\n", "", -2, "what was decided", "`did`"),
    ("early-decision", ASKED, "said: Cars are too fast.", "said: Cars are too fast.\n        decided: 2025-08-01", 1, "until 2025-09-08", "`did`"),
    # words
    ("unexplained-acronym", CHAPTER, "ANPR", "ANPS\nand PQR", 0, '"ANPS" is not explained', "glossary.yml"),
    ("unexplained-acronym", CHAPTER, "and ANPR.", "`a\nb` and PQR.", 1, '"PQR"', "glossary.yml"),
    ("html-in-text", ROADS, "title: Calm streets", "title: Calm<br>streets", 0, "<br>", "Markdown"),
    ("html-in-text", PLAN, "summary: What", "summary: </p> What", 0, "</p>", "Markdown"),
    ("html-in-text", WORDS, "meaning: Cam", "meaning: <!-- x --> Cam", 0, "<!--", "Markdown"),
    ("missing-alt", CHAPTER, "ANPR", "![](https://example.org/a.png)", 0, "says nothing to people", 'alt=""'),
    ("blocked", CHAPTER, "ANPR", '\n<iframe src="https://example.org"></iframe>', 1, "<iframe>", "[words](address)"),
    ("vague-link", CHAPTER, "[the measure]", "[here]", 0, '"here" does not say', "Name what it leads to"),
    ("bare-address", CHAPTER, "ANPR", "https://example.org", 0, "is no link", "[words](address)"),
    ("heading-jump", CHAPTER, "{{ plan.area }}", "\n#### A", 1, "of level 4", "### A"),
    ("table-headers", CHAPTER, "{{ plan.area }}", "\n| |\n|---|\n| A |", 1, "no header row", "first row"),
    ("bold-as-heading", CHAPTER, "See", "**Our aims**\n\nSee", 0, '"Our aims" looks like', "## Our aims"),
    ("capitals", CHAPTER, "See", "PLEASE DO SEE", 0, '"PLEASE DO SEE"', '"please do see"'),
    ("html-in-text", CHAPTER, "title: Our roads", 'title: "<b>Our</b> roads"', -1, "<b>", "Markdown"),
]  # fmt: skip
ELSEWHERE = {
    ("sum", GRANTS): (BUDGET, 12),
    ("costs", ROADS): (BUDGET, 16),
    ("unused-measure", ROADS): (SPEEDING, 1),
    ("never-reported", REPORT): (ROADS, 12),
    ("address", "content/roads/index.md"): (CHAPTER, 1),
}
"""Where the problem is shown when it is not in the file that was changed."""
LATE = (
    "stale-report",
    REPORT,
    date(2027, 1, 24),
    "a report was due by 2027-01-23; the newest is of 2026-10-23",
)


def problems_of(folder: Path, on: date = ON) -> tuple[Problem, ...]:
    return check_plan(load_plan(folder), on)


def test_a_good_plan_has_no_problems(small_plan: Path) -> None:
    assert problems_of(small_plan) == ()


@pytest.mark.parametrize(
    ("code", "file", "old", "new", "below", "message", "mend"),
    CASES,
    ids=[f"{case[0]}-{number}" for number, case in enumerate(CASES)],
)
def test_each_rule(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path,
    change: Change,
    code: str,
    file: str,
    old: str,
    new: str,
    below: int,
    message: str,
    mend: str,
) -> None:
    line = change(file, old, new) + below
    found = [problem for problem in problems_of(small_plan) if problem.code == code]
    fitting = [problem for problem in found if message in problem.message]
    assert fitting, found
    problem = fitting[0]
    assert mend in problem.mend
    assert problem.severity is (Severity.WARNING if code in WARNINGS else Severity.ERROR)
    assert (problem.place.file, problem.place.line) == ELSEWHERE.get((code, file), (file, line))


def test_every_rule_has_a_case() -> None:
    elsewhere = {LATE[0], NO_STATEMENT, "easy-number"}  # the last in test_easy.py
    assert {case[0] for case in CASES} | elsewhere == set(ERRORS) | set(WARNINGS)


def test_no_rule_is_both_an_error_and_a_warning() -> None:
    assert not set(ERRORS) & set(WARNINGS)


@pytest.mark.parametrize(
    ("on", "late"),
    [
        (date(2027, 1, 23), False),
        (date(2027, 1, 24), True),
        (date(2030, 3, 31), True),
        (date(2030, 4, 1), False),
        (date(2025, 12, 31), False),
    ],
)
def test_a_report_is_late_only_inside_the_period(small_plan: Path, on: date, late: bool) -> None:
    codes = [problem.code for problem in problems_of(small_plan, on)]
    assert [code for code in codes if code == "stale-report"] == ["stale-report"] * late


def test_a_late_report_says_when_it_was_due(small_plan: Path) -> None:
    (problem,) = problems_of(small_plan, LATE[2])
    assert (problem.code, problem.place.file, problem.message) == (LATE[0], LATE[1], LATE[3] + ".")
    assert problem.mend == "Add data/progress/2027-01-24.yml."


def test_a_plan_that_never_reported_is_late_too(small_plan: Path) -> None:
    (small_plan / REPORT).unlink()
    (problem,) = problems_of(small_plan)
    assert (problem.code, str(problem.place)) == ("stale-report", "data/plan.yml:1")


def test_source_date_epoch_is_today(small_plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for epoch, codes in (("1795392000", []), ("1805392000", ["stale-report"])):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert [problem.code for problem in problems_of(small_plan, today())] == codes
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert today() == date(2026, 11, 23)


@pytest.mark.parametrize("code", sorted(WARNINGS))
def test_every_warning_can_be_raised(change: Change, small_plan: Path, code: str) -> None:
    change(PLAN, "contact:", f"raise_to_error: [{code}]\ncontact:")
    if code == LATE[0]:
        found = problems_of(small_plan, LATE[2])
    elif code == NO_STATEMENT:
        (small_plan / STATEMENT).unlink()
        found = problems_of(small_plan)
    else:
        case = next(case for case in CASES if case[0] == code)
        change(case[1], case[2], case[3])
        found = problems_of(small_plan)
    assert {problem.severity for problem in found if problem.code == code} == {Severity.ERROR}


def test_problems_come_in_the_order_of_files_and_lines_and_once(small_plan: Path, change: Change) -> None:
    change(ROADS, "owner: police", "owner: x")
    change(ROADS, "line: roads", "line: x")
    change(PLAN, "end: 2030-03-31", "end: 2025-03-31")
    change(CHAPTER, LINK, "(x.md)")
    places = [problem.place for problem in problems_of(small_plan)]
    assert places == sorted(places)
    assert {place.file for place in places} == {CHAPTER, PLAN, ROADS}
    assert len(set(problems_of(small_plan))) == len(places)


def test_a_file_that_cannot_be_read_hides_no_other_fault(small_plan: Path, change: Change) -> None:
    change(GRANTS, "amount: ", "amount: £")
    change(BUDGET, "funding_total: 90.50", "funding_total: 90.51")
    loaded, problems = check_folder(small_plan, ON)
    assert loaded is None
    assert [problem.code for problem in problems] == ["sum", "wrong-value"]
