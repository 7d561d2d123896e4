"""`plainplan import`, as an editor meets it: untidy files, what is said of them, and what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from plainplan.check import check_folder, today
from plainplan.cli import main
from plainplan.errors import errors_among

from tests.imports.running import run

FILES = Path(__file__).parent / "files"


def test_untidy_grants(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "360giving", "in/grants-untidy.csv")
    assert code == 0, said
    assert (folder / "data/grants.yml").read_text(encoding="utf-8") == (
        "grants:\n"
        "  - id: a1\n"
        "    title: Café for carers\n"
        "    description: |-\n"
        "      A place to meet,\n"
        "      every week\n"
        "    recipient:\n"
        "      name: Café Club\n"
        "      charity_number: '0000001'\n"
        "    amount: 1200.00\n"
        "    awarded: 2025-03-14\n"
        "    start: 2013-08-01\n"
        "    end: 2014-08-31\n"
        "\n"
        "  - id: b-2\n"
        "    title: Boats\n"
        "    description: Boats\n"
        "    recipient:\n"
        "      name: Harbour Lantern\n"
        "    amount: 950.5\n"
        "    awarded: 2025-04-03\n"
        "    start: 2025-05-01\n"
    )
    for words in (
        "line 4: the file is not UTF-8: read it as Windows-1252",
        'line 1: left out what stands above the table: "Grants awarded by Testshire Trust',
        'line 3: left out the column "Region"',
        "line 4: took 14/03/2025 under awardDate as 14 March 2025.",
        'line 4: took "£1,200.00" under amountAwarded as 1200.00.',
        "line 4: took 08/2013 under plannedDates.startDate as 1 August 2013.",
        "line 6: left out a blank row.",
        "line 7: there is no description: took the title.",
        "line 7: took 03/04/2025 under awardDate as 3 April 2025.",
        "line 8: left out a total",
        "line 9: left out a note",
    ):
        assert f"in/grants-untidy.csv: {words}" in said


def test_grants_with_two_meanings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "360giving", "in/grants-two-meanings.csv")
    assert code == 1
    for words in (
        '2: error: amountAwarded: "1.234" may be 1.234 or 1,234.',
        '2: error: awardDate: "03/04/2025" may be 3 April 2025 or 4 March 2025',
        '3: error: the currency is "EUR"',
        '3: error: awardDate: "08/2013" is not a date.',
        '4: error: 2 grants have the identifier "360G-test-2": the other is in line 3.',
        '4: error: amountAwarded: "about 5" is not a number.',
        '4: error: awardDate: there is no such day as "31/02/2025".',
        "4: error: the grant has no recipient.",
    ):
        assert f"in/grants-two-meanings.csv:{words}" in said
    assert said.endswith("Nothing was written.\n")
    assert not list(folder.rglob("*"))


def test_the_editor_settles_dates(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (FILES / "grants-two-meanings.csv").read_text(encoding="utf-8").splitlines()[:2]
    Path("in/one.csv").write_text("\n".join(text).replace("1.234", "1"), encoding="utf-8")
    code, said = run(capsys, "360giving", "in/one.csv", "--dates", "month-first")
    assert code == 0, said
    assert "awarded: 2025-03-04" in (folder / "data/grants.yml").read_text(encoding="utf-8")


def test_grants_in_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "360giving", "in/grants.json")
    assert code == 1, "an amount has 3 decimals, and pounds have 2"
    assert 'in/grants.json:4: error: grant "1": amount: "1.234" has more than 2 digits' in said
    assert "in/grants.json:5: error" not in said
    tidy = Path("in/grants.json").read_text(encoding="utf-8-sig").replace("1.234", "1.23")
    Path("in/grants.json").write_text(tidy, encoding="utf-8")
    code, said = run(capsys, "360giving", "in/grants.json")
    assert code == 0, said
    written = yaml.safe_load((folder / "data/grants.yml").read_text(encoding="utf-8"))["grants"]
    assert [str(grant["amount"]) for grant in written] == ["1.23", "5000"]
    assert written[0]["recipient"] == {"name": "Watch Trust", "company_number": "01234567"}
    assert written[0]["open_call"] is True
    assert written[1]["recipient"] == {"name": "Individual", "person": True}
    assert 'line 4: took the first of 2 under "beneficiaryLocation", and left out: South.' in said
    assert 'line 4: left out "recipientOrganization.postalCode", here and below' not in said
    assert (
        'line 4: left out "recipientOrganization.postalCode", a plan has no place for it: "AB1 2CD"' in said
    )
    assert 'line 12: the recipient is a person: the name "Individual" will be published.' in said
    assert "line 12: there is no description: took the title." in said


def test_an_untidy_plan(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "stratml", "in/plan-untidy.xml")
    assert code == 0, said
    plan = yaml.safe_load((folder / "data/plan.yml").read_text(encoding="utf-8"))
    assert plan["title"] == "A plan for Testshire"
    assert plan["body"] == {"name": "Testshire Partnership", "area": "Testshire Partnership"}
    assert str(plan["period"]["start"]) == "2024-03-31"
    assert plan["period"]["end"] == "not published"
    assert plan["values"] == [{"name": "Fairness"}]
    roads = yaml.safe_load((folder / "data/priorities/safer-roads.yml").read_text(encoding="utf-8"))
    assert roads["summary"] == "Roads are safe & calm."
    assert roads["objectives"] == [
        {
            "id": "slow-drivers-down",
            "title": "Slow drivers down",
            "actions": [
                {
                    "id": "check-speeds-in-every-village",
                    "title": "Check speeds in every village",
                    "description": "Check speeds in every village. Publish what we find.",
                    "owner": "highways-team",
                    "partners": ["young-people"],
                }
            ],
        }
    ]
    organisations = (folder / "data/organisations.yml").read_text(encoding="utf-8")
    assert "kind: Group of people" in organisations
    for words in (
        "read the namespace http://www.stratml.net as that of the present standard",
        "<Name> stands after <StrategicPlanCore>",
        "<Name> stands after <Description>",
        "left out an empty objective",
        "left out an empty goal",
        "left out <Colour>",
        'took "Clean air" as its summary',
        "took 31/03/2024 as 31 March 2024",
        "as an action, since 1.1.1 stands under another",
        'line 23: "Highways team" stands under this objective',
    ):
        assert words in said
    assert_checked(folder)


def test_a_report_with_measures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "stratml", "in/report.xml")
    assert code == 0, said
    measure = yaml.safe_load((folder / "data/measures/burglaries.yml").read_text(encoding="utf-8"))
    assert measure["unit"] == "(unit not stated)"
    assert str(measure["target"]["date"]) == "2026-03-31"
    assert measure["baseline"] == {"period": "2023/24", "value": 1120}
    assert [figure["value"] for figure in measure["series"]] == [1120, "not available"]
    assert "put the measures of an objective under its priority" in said
    assert 'left out a result that has no date: "5".' in said
    assert "Report – 2025" in (folder / "data/plan.yml").read_text(encoding="utf-8")
    assert_checked(folder)


def assert_checked(folder: Path) -> None:
    """What was written loads, and only lacks what an editor must add."""
    loaded, problems = check_folder(folder, today())
    assert loaded is not None, problems
    assert not errors_among(problems), problems


def test_files_that_are_there_are_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data").mkdir()
    (folder / "data/plan.yml").write_text("mine", encoding="utf-8")
    code, said = run(capsys, "stratml", "in/report.xml")
    assert code == 1
    assert "data/plan.yml is there already, and nothing was written." in said
    assert [path.name for path in folder.rglob("*.yml")] == ["plan.yml"]
    assert (folder / "data/plan.yml").read_text(encoding="utf-8") == "mine"
    assert run(capsys, "stratml", "in/report.xml", "--replace")[0] == 0
    assert (folder / "data/plan.yml").read_text(encoding="utf-8").startswith("title: Report")


@pytest.mark.parametrize("arguments", [["stratml", "in/none.xml"], ["csv", "in", "--measure", "x"]])
def test_no_file(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    code, said = run(capsys, *arguments)
    assert code == 2
    assert "there is no such file" in said


def test_no_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.rmdir()
    assert run(capsys, "stratml", "in/report.xml")[0] == 2


@pytest.mark.parametrize("arguments", [[], ["xml", "f"], ["csv", "f"], ["stratml"]])
def test_wrong_arguments(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["import", *arguments])
    assert caught.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [([], "Every choice is listed"), (["csv"], "--quarters"), (["360giving"], "JSON or CSV")],
)
def test_help(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["import", *arguments, "--help"])
    assert caught.value.code == 0
    assert words in capsys.readouterr().out


def test_a_wrong_id(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "csv", "in/figures-untidy.csv", "--measure", "../../Knife crime")
    assert code == 1
    assert "Write --measure knife-crime." in said
    assert not list(folder.rglob("*"))
