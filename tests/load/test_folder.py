# ruff: noqa: E501 (one case, one line)
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from plainplan.check import check_folder
from plainplan.errors import PlanError, Problem
from plainplan.load import load_plan
from plainplan.load.folder import LISTS, RECORDS

Change = Callable[[str, str, str], int]

PLAN, ROADS, SPEEDING = "data/plan.yml", "data/priorities/safer-roads.yml", "data/measures/speeding.yml"
BUDGET, GRANTS, PEOPLE = "data/budget.yml", "data/grants.yml", "data/organisations.yml"
REPORT, CHAPTER = "data/progress/2026-10-23.yml", "content/roads.md"

# name: (file, old, new, lines below the change, words of the message, words of the mend)
WRONG = {
    "list for text": (PLAN, "title: Safer Testshire", "title: [a, b]", 0, "title: text is", "one line"),
    "group for text": (PLAN, "title: Safer Testshire", "title:\n  a: b", 0, "title: text is", "one line"),
    "text for a list": (ROADS, "requirements: [s7]", "requirements: s7", 0, "a list is expected", "`- `"),
    "text for a group": (PLAN, "contact:\n  email: plan@example.org", "contact: us", 0, "a group", "indented"),
    "text for a group in a list": (PEOPLE, "organisations:", "organisations:\n  - police", 1, "a group", ""),
    "list for a word": (PLAN, "end: 2030-03-31\nstatus: final", "end: 2030-03-31\nstatus: [final]", 1, "one word", ""),
    "list for a date": (REPORT, "date: 2026-10-23", "date: [2026]", 0, "one value", "one line"),
    "list for an address": (PLAN, "email: plan@example.org", "email: [a@b.org]", 0, "one value", "one line"),
    "list for a year": (BUDGET, "id: 2026-27", "id: [2026-27]", 0, "one value", "one line"),
    "said twice": ("data/pronunciation.yml", "- {write: mph, say: miles an hour}\n", "- {write: mph, say: miles an hour}\n      - {write: mph, say: m}\n", -2, '"mph" is there twice', "Keep one"),
    "an empty entry": (ROADS, "          - speeding", "          -", 0, "measures 1: ", ""),
    "an empty text in a list": (PLAN, "reporting_months: 3", "raise_to_error: ['']", 0, "nothing in it", "Write"),
    "an empty text": (PLAN, "title: Safer Testshire", 'title: ""', 0, "nothing in it", "Write something"),
    "a bell in a line": (PLAN, "title: Safer Testshire", 'title: "Safer\\a"', 0, "no page can show (U+0007)", "Delete"),
    "a bell in prose": (PLAN, "summary: What we", 'summary: "What\\x07"  # ', 0, "no page can show (U+0007)", "Delete"),
    "missing field": (SPEEDING, "frequency: Yearly\n", "", -13, '"frequency" is missing', "`frequency: …`"),
    "unknown field": (PLAN, "title: Safer", "tilte: Safer", 0, 'no field "tilte"', 'Did you mean "title"?'),
    "unknown field inside": (PLAN, "  area:", "  areas:", 0, 'no field "areas"', 'Did you mean "area"?'),
    "field by its inner name": (PLAN, "contact:", "responses_to: x\ncontact:", 0, "no field", "Use one of"),
    "31/06/2026": (REPORT, "date: 2026-10-23", "date: 31/06/2026", 0, "no such day", "year-month-day"),
    "2026-06-31": (REPORT, "date: 2026-10-23", "date: 2026-06-31", 0, "no such day", "Check the day"),
    "4/6/2026": (REPORT, "date: 2026-10-23", "date: 4/6/2026", 0, "year-month-day", "4 June 2026, write 2026-06-04."),
    "in words": (REPORT, "date: 2026-10-23", "date: June 2026", 0, "is not a date", "2026-06-30"),
    "year 0206": (REPORT, "date: 2026-10-23", "date: 0206-10-23", 0, "not likely", "year-month-day"),
    "Arabic digits": (REPORT, "date: 2026-10-23", "date: ٢٠٢٦-10-23", 0, "is not a date", "2026-06-30"),
    "comma in a number": (GRANTS, "amount: 10", "amount: 1,200", 0, "plain number", "Write 1200,"),
    "pounds": (GRANTS, "amount: 10", "amount: £1,200.50", 0, "plain number", "Write 1200.50,"),
    "percent": (SPEEDING, "  value: 10", "  value: 10%", 0, "plain number", "Write 10,"),
    "a word for a number": (GRANTS, "amount: 10", "amount: ten", 0, "is not a number", "digits only"),
    "three decimals": (GRANTS, "amount: 10", "amount: 10.555", 0, "more than 2 digits", "pence"),
    "endless number": (GRANTS, "amount: 10", "amount: " + "9" * 60, 0, "too long", "digits only"),
    "14 digits": (GRANTS, "amount: 10", "amount: " + "9" * 14, 0, "more digits than", "Round it"),
    "16 places": (SPEEDING, "  value: 10", "  value: 0." + "1" * 16, 0, "more digits than", "Round it"),
    "a site with a question": (PLAN, "contact:", "site_url: https://example.org/?a=b\ncontact:", 0, "of a site", "Leave out"),
    "a precept below 0": (BUDGET, "    funding_total", "    precept: {band_d: -5}\n    funding_total", 0, "below 0", "minus"),
    "months": (PLAN, "reporting_months: 3", "reporting_months: 999999", 0, "from 1 to 60", "every 3 months"),
    "half a month": (PLAN, "reporting_months: 3", "reporting_months: 1.5", 0, "whole number", "without a point"),
    "order": (ROADS, "summary:", "order: first\nsummary:", 0, "not a whole number", "digits only"),
    "percent of progress": (REPORT, "    words:", "    percent: 120\n    words:", 0, "between 0 and 100", "45"),
    "neither yes nor no": (BUDGET, "constable: true", "constable: maybe", 0, "neither yes nor no", "true or false"),
    "not a word to choose": (SPEEDING, "better: lower", "better: lowr", 0, "not one of the words", '"lower"'),
    "address on the web": (PLAN, "contact:", "licence_url: example.org\ncontact:", 0, "not a web address", "whole"),
    "broken address": (PLAN, "contact:", 'licence_url: "#://x [y] ~333"\ncontact:', 0, "not a web", "whole"),
    "email": (PLAN, "plan@example.org", "plan at example", 0, "not an email", "name@example.org"),
    "an id in words": (GRANTS, "id: village-watch", "id: Village Watch", 0, "web address", '"village-watch"'),
    "a year of money": (BUDGET, "id: 2026-27", "id: 2026-28", 0, "not a financial year", "2026-27"),
    "id is not the file": (ROADS, "id: safer-roads", "id: roads", 0, "not the name of the file", "roads.yml"),
    "date is not the file": (REPORT, "date: 2026-10-23", "date: 2026-10-24", 0, "not the name", "2026-10-23"),
    "empty file": (PEOPLE, "", "", 0, "the file is empty", "at least: organisations"),
    "only a comment": (SPEEDING, "", "# soon\n", 0, "the file is empty", "id, title, tells_you"),
    "a list for a file": (PEOPLE, "", "- id: police\n", 0, "does not begin with a field", "organisations"),
    "unknown file": ("data/budgets.yml", "", "years: []\n", -1, "nothing reads", '"budget.yml"'),
    "wrong ending": ("data/measures/x.yaml", "", "id: x\n", -1, "nothing reads", "something.yml"),
    "unknown folder": ("data/measure/x.yml", "", "id: x\n", -1, "nothing reads", '"measures/"'),
    "too deep a folder": ("data/measures/old/x.yml", "", "id: x\n", -1, "nothing reads", "data/measures/"),
    "front matter": (CHAPTER, "title: Our roads", "titel: Our roads", 0, '"titel"', "title"),
}  # fmt: skip


def problems_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(PlanError) as caught:
        load_plan(folder)
    return caught.value.problems


@pytest.mark.parametrize(("file", "old", "new", "below", "message", "mend"), WRONG.values(), ids=WRONG)
def test_wrong_files(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path, change: Change, file: str, old: str, new: str, below: int, message: str, mend: str
) -> None:
    line = change(file, old, new) + below
    fitting = [problem for problem in problems_of(small_plan) if message in problem.message]
    assert [(problem.place.file, problem.place.line) for problem in fitting] == [(file, line)]
    assert mend in fitting[0].mend


def test_a_good_plan_is_loaded(small_plan: Path) -> None:
    loaded = load_plan(small_plan)
    assert loaded.plan.about.title == "Safer Testshire"
    assert [action.id for action in loaded.plan.priorities[0].objectives[0].actions] == ["speed-checks"]
    place = loaded.sources.place("priorities", 0, "objectives", 0, "actions", 0, "due")
    assert str(place) == "data/priorities/safer-roads.yml:16:9"


def test_a_place_that_is_not_written_is_that_of_what_holds_it(small_plan: Path) -> None:
    sources = load_plan(small_plan).sources
    assert str(sources.place("grants", 0, "url")) == "data/grants.yml:2:5"
    assert str(sources.place("nothing", 0)) == "data/plan.yml:1"


@pytest.mark.parametrize("word", ["NO", "no", "Yes", "on", "1.10", "2026-06-31", "0x1F", "1_000"])
def test_a_title_stays_as_it_is_written(small_plan: Path, change: Change, word: str) -> None:
    change(PLAN, "title: Safer Testshire", f"title: {word}")
    assert load_plan(small_plan).plan.about.title == word


@pytest.mark.parametrize(("word", "meant"), [("yes", True), ("no", False), ("true", True), ("False", False)])
def test_yes_and_no(small_plan: Path, change: Change, word: str, meant: bool) -> None:
    change(PLAN, "reporting_months: 3", f"example: {word}")
    assert load_plan(small_plan).plan.about.example is meant


def test_a_plan_without_plan_yml(small_plan: Path) -> None:
    (small_plan / PLAN).unlink()
    (problem,) = problems_of(small_plan)
    assert str(problem.place) == PLAN
    assert "missing" in problem.message
    assert "title" in problem.mend


def test_a_plan_of_one_file(tmp_path: Path, small_plan: Path) -> None:
    for path in (*small_plan.rglob("*.yml"), *small_plan.rglob("*.md")):
        if path.name != "plan.yml":
            path.unlink()
    assert load_plan(tmp_path).plan.priorities == ()


def test_hidden_files_are_not_read(small_plan: Path) -> None:
    for name in ("data/.DS_Store", "data/measures/._speeding.yml", "content/._roads.md", "data/.git/config"):
        (small_plan / name).parent.mkdir(exist_ok=True)
        (small_plan / name).write_bytes(b"\0\xff")
    load_plan(small_plan)


def test_the_newest_report_comes_first(small_plan: Path, change: Change) -> None:
    change("data/progress/2026-07-24.yml", "", "date: 2026-07-24\ntitle: Summer\nupdates: []\n")
    assert [report.title for report in load_plan(small_plan).plan.progress] == ["Autumn report", "Summer"]


def test_a_problem_names_the_record(small_plan: Path, change: Change) -> None:
    change(ROADS, "due: 2026-12-31", "due: soon")
    (problem,) = problems_of(small_plan)
    assert problem.record == 'action "speed-checks"'
    assert problem.message == 'due: "soon" is not a date.'


def test_all_problems_of_all_files_in_order(small_plan: Path, change: Change) -> None:
    change(PLAN, "title: Safer", "tilte: Safer")
    change(GRANTS, "amount: 10", "amount: £10")
    change(GRANTS, "awarded: 2026-05-01", "awarded: May")
    change(SPEEDING, "better: lower", "better: [")
    change(CHAPTER, "title: Our roads", "title: Our: roads")
    change("data/notes.txt", "", "later")
    assert [str(problem.place) for problem in problems_of(small_plan)] == [
        "content/roads.md:2:11",
        "data/grants.yml:7:5",
        "data/grants.yml:8:5",
        "data/measures/speeding.yml:6:9",
        "data/notes.txt",
        "data/plan.yml:1:1",
        "data/plan.yml:1:1",
    ]


@pytest.mark.parametrize("name", [*RECORDS, *LISTS])
def test_the_rest_is_checked_where_one_file_cannot_be_read(name: str, small_plan: Path) -> None:
    (small_plan / "data" / name).write_text("- nothing: of this\n  kind\n", encoding="utf-8")
    _, problems = check_folder(small_plan, date(2026, 11, 23))
    assert f"data/{name}" in {problem.place.file for problem in problems}
