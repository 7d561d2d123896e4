"""`plainplan import stratml`: nothing of a document vanishes unsaid, and no plan comes out of it broken."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from plainplan.cli import main

from tests.imports.running import run

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
TIMES = "<StartDate>2024-04-01</StartDate><EndDate>2025-03-31</EndDate>"


def document(goals: str, administration: str = "", top: str = "") -> str:
    """A document on one line, as a program writes it."""
    return (
        f'<PerformancePlanOrReport xmlns="{NAMESPACE}" Type="Performance_Report"><Name>P</Name>'
        f"<StrategicPlanCore><Organization><Name>Office</Name></Organization>{top}{goals}</StrategicPlanCore>"
        f"<AdministrativeInformation>{administration}</AdministrativeInformation></PerformancePlanOrReport>"
    )


def goal(inside: str, name: str = "G") -> str:
    return f"<Goal><Name>{name}</Name><Description>d</Description>{inside}</Goal>"


def objective(inside: str, name: str = "A") -> str:
    return f"<Objective><Name>{name}</Name><Description>d</Description>{inside}</Objective>"


def indicator(results: str, title: str = "Confidence", unit: str = "Percent", identifier: str = "") -> str:
    own = f"<Identifier>{identifier}</Identifier>" if identifier else ""
    return (
        '<PerformanceIndicator PerformanceIndicatorType="Quantitative" ValueChainStage="Outcome">'
        f"<MeasurementDimension>{title}</MeasurementDimension><UnitOfMeasurement>{unit}</UnitOfMeasurement>{own}"
        f"<MeasurementInstance>{results}</MeasurementInstance></PerformanceIndicator>"
    )


def actual(figure: str, times: str = TIMES, more: str = "") -> str:
    return f"<ActualResult>{times}<NumberOfUnits>{figure}</NumberOfUnits>{more}</ActualResult>"


def measured(results: str) -> str:
    return document(goal(objective(indicator(results))))


def read(folder: Path, name: str) -> dict[str, object]:
    return dict(yaml.safe_load((folder / f"data/{name}.yml").read_text(encoding="utf-8")))


def test_two_measures_on_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = indicator(actual("58")), indicator(actual("1,200"), "Burglary", "Number")
    Path("in/x.xml").write_text(document(goal(objective(one) + objective(other, "B"))), encoding="utf-8")
    code, said = run(capsys, "stratml", "in/x.xml")
    assert code == 0, said
    assert read(folder, "measures/confidence")["unit"] == "%"
    assert read(folder, "measures/burglary")["unit"] == "in number"
    assert read(folder, "priorities/g")["measures"] == ["confidence", "burglary"]
    assert 'took the unit "Number" as "in number".' in said


def test_names_that_are_parts_of_pages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An organisation "Office" and an objective "Aim" get ids that no heading of their pages has."""
    Path("in/x.xml").write_text(document(goal(objective("", "Aim"))), encoding="utf-8")
    code, said = run(capsys, "stratml", "in/x.xml")
    assert code == 0, said
    organisations = (folder / "data/organisations.yml").read_text(encoding="utf-8")
    assert "id: office-1" in organisations
    assert "id: aim-1" in (folder / "data/priorities/g.yml").read_text(encoding="utf-8")


def test_a_measure_told_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = indicator(actual("58"))
    Path("in/x.xml").write_text(document(goal(objective(one) + objective(one, "B"))), encoding="utf-8")
    code, said = run(capsys, "stratml", "in/x.xml")
    assert code == 0, said
    assert read(folder, "priorities/g")["measures"] == ["confidence"]
    assert "is told twice in the same words" in said


REFUSED = {
    "two measures with one identifier": (
        document(
            goal(
                objective(indicator(actual("58"), identifier="_1"))
                + "\n"
                + objective(indicator(actual("1200"), "Burglary", "Number", "_1"), "B")
            )
        ),
        '2: error: <PerformanceIndicator> "Burglary" has the identifier "_1", '
        'and so has <PerformanceIndicator> "Confidence" in line 1.',
    ),
    "a goal and an objective with one identifier": (
        document(goal(f"<Identifier>x</Identifier>{objective('<Identifier>x</Identifier>')}")),
        '1: error: <Objective> "A" has the identifier "x", and so has <Goal> "G" in line 1.',
    ),
    "an end before the start": (
        document(goal(""), "<StartDate>2024-01-01</StartDate><EndDate>2020-01-01</EndDate>"),
        "1: error: data/plan.yml would have an error",
    ),
    "two figures for one period": (
        measured(actual("61") + actual("70")),
        "1: error: data/measures/confidence.yml would have an error",
    ),
    "a bare year": (measured(actual("61", "<EndDate>2025</EndDate>")), '1: error: EndDate: "2025" is a year'),
}


@pytest.mark.parametrize(("text", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(folder: Path, capsys: pytest.CaptureFixture[str], text: str, words: str) -> None:
    Path("in/x.xml").write_text(text, encoding="utf-8")
    code, said = run(capsys, "stratml", "in/x.xml")
    assert code == 1
    assert f"in/x.xml:{words}" in said
    assert not list(folder.rglob("*"))


PERSON = '<Stakeholder StakeholderTypeType="Person"><Name>Jo Smith</Name></Stakeholder>'
LISTED = {
    "a result without a date, in words": (
        measured("<ActualResult><Description>about 1300, we think</Description></ActualResult>"),
        'a result has no date: put its words among the caveats, "about 1300, we think".',
    ),
    "a result without a date": (measured(actual("5", "")), 'left out a result that has no date: "5".'),
    "the start of a target": (
        measured(f"<TargetResult>{TIMES}<NumberOfUnits>60</NumberOfUnits></TargetResult>"),
        'left out <StartDate> of <TargetResult>, a plan has no place for it: "2024-04-01".',
    ),
    "an earlier target": (
        measured(
            f"<TargetResult>{TIMES}<NumberOfUnits>60</NumberOfUnits></TargetResult>"
            "<TargetResult><EndDate>2026-03-31</EndDate><NumberOfUnits>65</NumberOfUnits></TargetResult>"
        ),
        'a measure has one target: left out that of 2025-03-31: "60".',
    ),
    "identifiers": (
        document(goal("<Identifier>1abc-22</Identifier>") + goal("<Identifier>2</Identifier>", "H")),
        'left out <Identifier> of <Goal>, 2 times, the first: "1abc-22".',
    ),
    "a source that is no address": (
        document(goal(""), "<Source>#://x [y] ~333</Source>"),
        'left out the source, which is no web address: "#://x [y] ~333".',
    ),
    "a day of publication": (
        document(goal(""), "<PublicationDate>2013</PublicationDate>"),
        'left out <PublicationDate> of <AdministrativeInformation>, a plan has no place for it: "2013".',
    ),
    "a strange element": (
        document(goal("<Colour>deep <b>blue</b></Colour>")),
        'left out <Colour>, which the standard does not have here: "deep blue".',
    ),
    "a person": (
        document(goal(objective(PERSON))),
        '"Jo Smith" is a person: took the name among the organisations, and it will be published.',
    ),
    "no area": (document(goal("")), 'StratML has no area: took the name of the body, "Office", until'),
}


@pytest.mark.parametrize(("text", "words"), LISTED.values(), ids=LISTED)
def test_listed(folder: Path, capsys: pytest.CaptureFixture[str], text: str, words: str) -> None:
    Path("in/x.xml").write_text(text, encoding="utf-8")
    code, said = run(capsys, "stratml", "in/x.xml")
    assert code == 0, said
    assert words in said
    assert (folder / "data/plan.yml").exists()


def test_words_without_a_date_are_caveats(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("in/x.xml").write_text(LISTED["a result without a date, in words"][0], encoding="utf-8")
    assert run(capsys, "stratml", "in/x.xml")[0] == 0
    assert read(folder, "measures/confidence")["caveats"] == "about 1300, we think"


@pytest.mark.parametrize(
    ("result", "period"),
    [
        (actual("58", "<StartDate>2011/12</StartDate><EndDate>2011/12</EndDate>"), "2011-04-01 2012-03-31"),
        (
            actual("58", "", "<Descriptor><DescriptorName>2012/13</DescriptorName></Descriptor>"),
            "2012-04-01 2013-03-31",
        ),
    ],
    ids=["edges", "descriptor"],
)
def test_financial_years(folder: Path, capsys: pytest.CaptureFixture[str], result: str, period: str) -> None:
    Path("in/x.xml").write_text(measured(result), encoding="utf-8")
    code, said = run(capsys, "stratml", "in/x.xml")
    assert code == 0, said
    measure = yaml.safe_load((folder / "data/measures/confidence.yml").read_text(encoding="utf-8"))
    assert [f"{figure['start']} {figure['end']}" for figure in measure["series"]] == [period]


def test_no_mixture_of_two_plans(
    small_plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_plan)
    before = {path: path.read_bytes() for path in small_plan.rglob("*.yml")}
    Path("x.xml").write_text(document(goal("")), encoding="utf-8")
    assert main(["import", "stratml", "x.xml", "--replace"]) == 1
    said = capsys.readouterr().out
    assert "the folder has a plan already, and files of it would remain: data/" in said
    assert "data/measures/speeding.yml" in said
    assert "Import into an empty folder" in said
    assert {path: path.read_bytes() for path in small_plan.rglob("*.yml")} == before
