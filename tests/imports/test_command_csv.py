"""`plainplan import csv`: untidy tables of figures, what is said of them, and what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from plainplan.cli import main

from tests.imports.running import run


def test_untidy_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "csv", "in/figures-untidy.csv", "--measure", "knife-crime")
    assert code == 0, said
    measure = yaml.safe_load((folder / "data/measures/knife-crime.yml").read_text(encoding="utf-8"))
    found = {figure["period"]: (figure["value"], figure.get("status")) for figure in measure["series"]}
    assert found == {
        "2007/08 to 2008/09": (301, "provisional"),
        "2011/12": (268, None),
        "08/2013": ("not available", None),
        "2017-18": (352, "provisional"),
        "17 May to 11 June 2023": (12, None),
        "Q1 2024/25": ("not available", None),
        "Year to September 2025": (1327, "revised"),
    }
    assert list(found) == [figure["period"] for figure in measure["series"]]
    for words in (
        "line 1: the columns are parted by semicolons.",
        'line 3: took "1,327" as 1327.',
        "line 4: took 2011/12 as the financial year from April to March: 1 April 2011 to 31 March 2012.",
        'line 7: took n/a as "not available"',
        'line 11: left out a row that is no period: "Total',
        'line 12: left out a note: "Source: police records".',
        "put the figures in the order of time.",
    ):
        assert words in said


def test_figures_with_two_meanings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "csv", "in/figures-two-meanings.csv", "--measure", "x")
    assert code == 1
    for line, words in (
        (2, "may be a quarter of the calendar year or of the financial year"),
        (3, "may be a financial year or December 2011"),
        (4, "may be a financial year or calendar years"),
        (5, "may be 3 April 2025 or 4 March 2025"),
    ):
        assert any(
            text.startswith(f"in/figures-two-meanings.csv:{line}: error: ") and words in text
            for text in said.splitlines()
        )
    assert not list(folder.rglob("*"))


def test_new_figures_of_a_measure_that_is_there(
    small_plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_plan)
    figures = "Start,End,Drivers above the limit\n2025-04-01,2026-03-31,21%\n2023-04-01,2024-03-31,15%\n"
    Path("new.csv").write_text(figures, encoding="utf-8")
    arguments = ["import", "csv", "new.csv", "--measure", "speeding"]
    assert main(arguments) == 1
    assert "data/measures/speeding.yml is there already" in capsys.readouterr().out
    assert main([*arguments, "--replace"]) == 0
    said = capsys.readouterr().out
    assert "21 takes the place of not available, for 2025 to 2026." in said
    assert "kept what the measure has and the file does not: 2024 to 2025." in said
    measure = yaml.safe_load(Path("data/measures/speeding.yml").read_text(encoding="utf-8"))
    assert [figure["value"] for figure in measure["series"]] == [15, 20, 21]
    assert measure["series"][1]["low"] == 18
    assert measure["tells_you"] == "How many drive too fast."


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "the file is empty"),
        ("Period,Value\n2024-01-01,1\n2024-01-01,2\n", 3, "there are 2 figures for"),
        ("Period,First,Second\n2024-01-01,1,2\n", 1, '2 columns hold figures: "First", "Second"'),
        ("Period,Words\n2024-01-01,many\n", 1, "no column holds figures"),
        ("a,b,c\nd,e,f\n", 1, "the columns have no titles"),
        ("Period,Value\n2024-01-01,12 dogs\n", 2, '"12 dogs" is not a number'),
        ("Period,Value\n2024-01-01,-\n", 2, '"-" is not a number'),
        ("Start,End,Value\n2024-02-01,2024-01-01,1\n", 2, "before it begins"),
        ("Period,Area,Value\n2024-01-01,East,1\n2024-01-01,West,2\n", 2, "no row is of the whole"),
        ('Period,Value\n2024-01-01,1\n"2025-01-01,1\n', 3, "cannot be read as a table"),
    ],
)
def test_figures_that_cannot_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, line: int, words: str
) -> None:
    Path("in/x.csv").write_text(text, encoding="utf-8")
    code, said = run(capsys, "csv", "in/x.csv", "--measure", "x")
    assert code == 1
    assert any(words in problem and problem.startswith(f"in/x.csv:{line}") for problem in said.splitlines())
    assert not list(folder.rglob("*"))


def test_the_editor_names_the_column(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("in/x.csv").write_text("Period,First,Second\n2024-01-01,1,2\n", encoding="utf-8")
    code, said = run(capsys, "csv", "in/x.csv", "--measure", "x", "--value", "second")
    assert code == 0, said
    assert "value: 2" in (folder / "data/measures/x.yml").read_text(encoding="utf-8")
    code, said = run(capsys, "csv", "in/x.csv", "--measure", "x", "--value", "third")
    assert code == 1
    assert 'The columns are: "Period", "First", "Second".' in said


@pytest.mark.parametrize(
    "text",
    ["Period,Area,Value\n2024-01-01,East,1\n", "Period,Area,Value\n2024-01-01,,1\n2024-01-01,East,5\n"],
)
def test_rows_of_parts(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    Path("in/x.csv").write_text(text, encoding="utf-8")
    code, said = run(capsys, "csv", "in/x.csv", "--measure", "x")
    assert code == 0, said
    written = yaml.safe_load((folder / "data/measures/x.yml").read_text(encoding="utf-8"))
    assert [figure["value"] for figure in written["series"]] == [1]
