"""`plainplan import csv` where a table may be read two ways, or has another shape: one case for each."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from plainplan.cli import main

from tests.imports.running import run

WHOLE = ("2024-04-01 2025-03-31", "2025-04-01 2026-03-31")

TAKEN: dict[str, tuple[str, list[str], tuple[str, ...], str]] = {
    "years that the editor calls financial": (
        "Financial year,Value\n2024,24.5\n2025,22.8\n",
        ["--years", "financial"],
        WHOLE,
        "the financial year that begins then",
    ),
    "years that the editor calls calendar": (
        "Year,Value\n2024,24.5\n2025,22.8\n",
        ["--years", "calendar"],
        ("2024-01-01 2024-12-31", "2025-01-01 2025-12-31"),
        "the calendar year",
    ),
    "years that their column calls calendar": (
        "Calendar year,Value\n2024,24.5\n2025,22.8\n",
        [],
        ("2024-01-01 2024-12-31", "2025-01-01 2025-12-31"),
        "the calendar year",
    ),
    "pairs of years in a run": (
        "Period,Value\n2024 to 2025,24.5\n2025 to 2026,22.8\n",
        [],
        WHOLE,
        "calendar years would overlap",
    ),
    "long dashes": ("Period,Value\n2024–25,1\n2025—26,2\n", [], WHOLE, "took 2024–25 as the financial year"),
    "a year with 1 digit": ("Period,Value\n2024/5,1\n2025/6,2\n", [], WHOLE, "took 2024/5 as the financial"),
    "months with a hyphen": (
        "Period,Value\nJan-Mar 2024,12\nApr–Jun 2024,13\n",
        [],
        ("2024-01-01 2024-03-31", "2024-04-01 2024-06-30"),
        "Wrote data/measures/x.yml",
    ),
    "quarter and year apart": (
        "Quarter,Year,Value\nQ1,2024/25,12\n2,2024/25,13\n",
        [],
        ("2024-04-01 2024-06-30", "2024-07-01 2024-09-30"),
        'took "Quarter" and "Year" together as the period.',
    ),
    "decimal commas": (
        "Period;Wert\n08/2013;12,5\n09/2013;13,0\n",
        [],
        ("2013-08-01 2013-08-31", "2013-09-01 2013-09-30"),
        'took "12,5" as 12.5.',
    ),
    "per cent in words": (
        "Period,Value\n2024/25,12 per cent\n2025/26,13 percent\n",
        [],
        WHOLE,
        '"%" as its unit',
    ),
    "no unit": ("Period,Value\n2024/25,12\n2025/26,13\n", [], WHOLE, '"(unit not stated)" as its unit'),
}


@pytest.mark.parametrize("case", TAKEN)
def test_one_meaning(folder: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    text, more, spans, words = TAKEN[case]
    Path("in/x.csv").write_text(text, encoding="utf-8")
    code, said = run(capsys, "csv", "in/x.csv", "--measure", "x", *more)
    assert code == 0, said
    assert words in said
    series = yaml.safe_load((folder / "data/measures/x.yml").read_text(encoding="utf-8"))["series"]
    assert tuple(f"{figure['start']} {figure['end']}" for figure in series) == spans


REFUSED: dict[str, tuple[str, list[str], int, str]] = {
    "bare years": ("Period,Value\n2024,1\n", [], 2, '"2024" may be a calendar year or a financial year.'),
    "bare financial years": ("Financial year,Value\n2024,1\n", [], 2, "Write 2024/25 or 2023/24"),
    "financial years called calendar": (
        "Financial year,Value\n2024,1\n",
        ["--years", "calendar"],
        1,
        'the column is called "Financial year"',
    ),
    "one pair of years": ("Period,Value\n2024 to 2025,1\n", [], 2, "may be a financial year or calendar"),
    "one percentage among counts": (
        "Period,Value\n2022/23,1200\n2024/25,5%\n",
        [],
        3,
        '"5%" is a percentage, and not all of the figures are.',
    ),
    "a comma in a column of points": ('Period,Value\n2022/23,1.3\n2024/25,"1,2"\n', [], 3, '"1,2" may be'),
    "a comma among thousands": ('Period,Value\n2022/23,1200\n2024/25,"1,2"\n', [], 3, '"1,2" may be'),
    "periods side by side": (
        "Metric,2021/22,2022/23\nBurglary,12,13\n",
        [],
        1,
        'the periods stand side by side, and each needs a row of its own: "2021/22", "2022/23".',
    ),
    "areas side by side that nothing knows": (
        "Period,East,West\n2024/25,1,2\n",
        [],
        1,
        "Or give each part rows of its own, and a column Area that names it.",
    ),
    "a row parted by semicolons": ("Period,Value\n2024/25;1\n", [], 2, "this row is parted by semicolons"),
    "a figure of the future": ("Period,Value\n2030/31,1\n", [], 0, "data/measures/x.yml would have an error"),
    "two figures for a part": (
        "Area,Period,Value\nAll,2024/25,1\nEast,2024/25,1\nEast,2024/25,2\n",
        [],
        4,
        "there are 2 figures of East for 2024/25",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_two_meanings(folder: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    text, more, line, words = REFUSED[case]
    Path("in/x.csv").write_text(text, encoding="utf-8")
    code, said = run(capsys, "csv", "in/x.csv", "--measure", "x", *more)
    assert code == 1
    place = f"in/x.csv:{line}: error" if line else "in/x.csv: error"
    assert any(problem.startswith(place) and words in problem for problem in said.splitlines()), said
    assert not list(folder.rglob("*"))


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1"])
def test_a_workbook(folder: Path, capsys: pytest.CaptureFixture[str], start: bytes) -> None:
    Path("in/x.csv").write_bytes(start + bytes(range(256)))
    code, said = run(capsys, "csv", "in/x.csv", "--measure", "x")
    assert code == 1
    assert "the file is a workbook of a spreadsheet" in said
    assert "save that as CSV" in said


DISTRICTS = {
    "rows": "Area,Period,Value\nEast,2024/25,7\nWest,2024/25,8\nAll,2024/25,20\n",
    "columns": "Period,East,West,Testshire\n2024/25,7,8,20\n",
    "our own form": (
        "breakdown,breakdown_title,part,part_title,period,start,end,value\n"
        ",,,,2024 to 2025,2024-04-01,2025-03-31,20\n"
        "district,District,east,East,2024 to 2025,2024-04-01,2025-03-31,7\n"
        "district,District,west,West,2024 to 2025,2024-04-01,2025-03-31,8\n"
    ),
}


@pytest.mark.parametrize("text", DISTRICTS.values(), ids=DISTRICTS)
def test_figures_of_districts(
    small_plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    monkeypatch.chdir(small_plan)
    path = Path("data/measures/speeding.yml")
    parts = "".join(
        f"      - id: {name.lower()}\n        title: {name}\n        series:\n"
        "          - {period: 2024 to 2025, start: 2024-04-01, end: 2025-03-31, value: 5, base: 9}\n"
        "          - {period: 2023 to 2024, start: 2023-04-01, end: 2024-03-31, value: 4}\n"
        for name in ("East", "West")
    )
    before = path.read_text(encoding="utf-8").rstrip()
    split = f"breakdowns:\n  - id: district\n    title: District\n    parts:\n{parts}"
    path.write_text(f"{before}\n{split}", encoding="utf-8")
    plan = Path("data/plan.yml")
    area = yaml.safe_load(plan.read_text(encoding="utf-8"))["body"]["area"]
    Path("new.csv").write_text(text.replace("Testshire", area), encoding="utf-8")
    assert main(["import", "csv", "new.csv", "--measure", "speeding", "--replace"]) == 0
    said = capsys.readouterr().out
    measure = yaml.safe_load(path.read_text(encoding="utf-8"))
    (breakdown,) = measure["breakdowns"]
    found = {
        part["id"]: {figure["period"]: figure["value"] for figure in part["series"]}
        for part in breakdown["parts"]
    }
    assert breakdown["id"] == "district"
    assert found == {
        "east": {"2023 to 2024": 4, "2024 to 2025": 7},
        "west": {"2023 to 2024": 4, "2024 to 2025": 8},
    }
    assert [part["series"][1]["base"] for part in breakdown["parts"]] == [9, 9]
    assert measure["series"][0]["value"] == 20
    assert "7 takes the place of 5 of East, for 2024 to 2025." in said
    assert "kept what the measure has of West and the file does not: 2023 to 2024." in said


def test_parts_of_a_new_measure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("in/x.csv").write_text("District,Period,Value\nEast,2024/25,7\nTotal,2024/25,20\n", encoding="utf-8")
    code, said = run(capsys, "csv", "in/x.csv", "--measure", "x")
    assert code == 0, said
    measure = yaml.safe_load((folder / "data/measures/x.yml").read_text(encoding="utf-8"))
    assert measure["series"][0]["value"] == 20
    assert [(split["id"], split["title"]) for split in measure["breakdowns"]] == [("district", "District")]
    assert measure["breakdowns"][0]["parts"][0]["title"] == "East"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Period,Value\n2024 to 2025,20\n", None),
        ("Period,Value\n2024,20\n", "Write 2024/25 or 2023/24"),
        ("Period,Value\n2023 to 2024,20\n", None),
    ],
    ids=["its own name", "a bare year", "a pair like its own"],
)
def test_periods_that_the_measure_names(
    small_plan: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    words: str | None,
) -> None:
    monkeypatch.chdir(small_plan)
    Path("new.csv").write_text(text, encoding="utf-8")
    code = main(["import", "csv", "new.csv", "--measure", "speeding", "--replace"])
    said = capsys.readouterr().out
    assert (code == 1) == bool(words), said
    assert (words or "Wrote data/measures/speeding.yml.") in said
    arguments = ["import", "csv", "new.csv", "--measure", "speeding", "--replace", "--years", "calendar"]
    assert main(arguments) == 1
    assert "the measure has financial years" in capsys.readouterr().out
