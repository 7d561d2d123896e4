from __future__ import annotations

import pytest
from plainplan.errors import Place, PlanError, Problem, Severity, errors_among, nearest

HERE = Place("data/plan.yml", 3, 5)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("a.yml"), "a.yml"),
        (Place("a.yml", 3), "a.yml:3"),
        (Place("a.yml", 3, 5), "a.yml:3:5"),
    ],
)
def test_a_place_is_written_as_editors_jump_to_it(place: Place, said: str) -> None:
    assert str(place) == said


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem(HERE, "it is wrong."), "data/plan.yml:3:5: error: it is wrong. [invalid]"),
        (
            Problem(HERE, "it is late.", "Hurry.", "dates", Severity.WARNING, 'action "x"'),
            'data/plan.yml:3:5: warning: action "x": it is late. Hurry. [dates]',
        ),
    ],
)
def test_a_problem_says_place_record_message_mend_and_code(problem: Problem, said: str) -> None:
    assert str(problem) == said


def test_a_problem_quotes_long_text_in_short_and_on_one_line() -> None:
    problem = Problem(HERE, f'"first\n{"x" * 100}" is "not right".', 'Write "a\tb".')
    assert problem.message == f'"first {"x" * 54}…" is "not right".'
    assert problem.mend == 'Write "a b".'


def test_words_between_two_quotes_are_not_cut() -> None:
    words = f'"one" costs {"very " * 20}much for "two".'
    assert Problem(Place("data/plan.yml"), words).message == words


def test_problems_sort_by_file_and_line_as_a_number() -> None:
    places = [Place("b", 1), Place("a", 10), Place("a", 9, 2), Place("a", 9, 1)]
    problems = sorted(Problem(place, "x") for place in places)
    assert [str(problem.place) for problem in problems] == ["a:9:1", "a:9:2", "a:10", "b:1"]


def test_an_error_says_all_its_problems() -> None:
    problems = (Problem(HERE, "one."), Problem(HERE, "two."))
    assert str(PlanError(problems)) == f"{problems[0]}\n{problems[1]}"


def test_only_errors_are_among_the_errors() -> None:
    error, warning = Problem(HERE, "x"), Problem(HERE, "y", severity=Severity.WARNING)
    assert errors_among([warning, error]) == (error,)


@pytest.mark.parametrize(
    ("word", "known", "mend"),
    [
        ("tilte", ["title", "body"], 'Did you mean "title"?'),
        ("zzz", ["body", "title"], 'Use one of: "body", "title".'),
        ("zzz", list("123456789"), 'Use one of: "1", "2", "3", "4", "5", "6", "7", "8" ….'),
        ("zzz", [], ""),
    ],
)
def test_nearest(word: str, known: list[str], mend: str) -> None:
    assert nearest(word, known) == mend
