"""StratML: every element stands where the standard has it, and says what the plan says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest
from lxml import etree
from plainplan.exports.stratml import PATHS, document, files
from plainplan.exports.stratml_words import Part
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.views.index import Index

from tests.sites import ROOT

PLANS = ["", *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/plans").iterdir())]
SCHEMAS = {
    part: etree.XMLSchema(etree.parse(ROOT / f"tests/schemas/stratml-part{number}.xsd"))
    for number, part in ((1, Part.ONE), (2, Part.TWO))
}
ONCE_OR_NONE, ANY, ONE, MANY, UP_TO_2 = "?", "*", "1", "+", "2"
RULES = {
    "PerformancePlanOrReport": "Name1 Description? OtherInformation? StrategicPlanCore1"
    " AdministrativeInformation? Submitter?",
    "StrategicPlan": "Name1 Description? OtherInformation? StrategicPlanCore1 AdministrativeInformation?",
    "StrategicPlanCore": "Organization* Vision? Mission? Value* Goal+",
    "Organization": "Name? Acronym? Identifier? Description? Stakeholder*",
    "Vision": "Description? Identifier?",
    "Mission": "Description? Identifier?",
    "Value": "Name? Description?",
    "Goal": "Name1 Description1 Identifier? SequenceIndicator? Stakeholder* OtherInformation? Objective*",
    "Objective": "Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation?"
    " PerformanceIndicator*",
    "PerformanceIndicator": "SequenceIndicator? MeasurementDimension1 UnitOfMeasurement1 Identifier?"
    " Relationship* MeasurementInstance* OtherInformation?",
    "Relationship": "Identifier? ReferentIdentifier* Name? Description?",
    "MeasurementInstance": "TargetResult* ActualResult*",
    "TargetResult": "StartDate? EndDate? NumberOfUnits? Descriptor? Description?",
    "ActualResult": "StartDate? EndDate? NumberOfUnits? Descriptor? Description?",
    "Descriptor": "DescriptorName? DescriptorValue?",
    "Stakeholder": "Name1 Description? Role*",
    "Role": "Name1 Description? RoleType2",
    "Submitter": "Identifier? GivenName? Surname? PhoneNumber? EmailAddress?",
}
ADMINISTRATION = {
    Part.ONE: "StartDate? EndDate? PublicationDate? Source? Submitter?",
    Part.TWO: "Identifier? StartDate? EndDate? PublicationDate? Source?",
}
NOT_IN_PART_1 = {"Role", "RoleType", "PerformanceIndicator"}


@cache
def as_pattern(rule: str) -> re.Pattern[str]:
    counts = {ONCE_OR_NONE: "?", ANY: "*", ONE: "", MANY: "+", UP_TO_2: "{0,2}"}
    return re.compile("".join(f"(?:{name[:-1]} ){counts[name[-1]]}" for name in rule.split()))


@cache
def plan_of(folder: str) -> Plan:
    return load_plan(ROOT / folder).plan


@cache
def written(folder: str, part: Part) -> bytes:
    return document(Index(plan_of(folder)), part)


def made(folder: str, part: Part) -> etree._Element:
    return etree.fromstring(written(folder, part))


def local(node: etree._Element) -> str:
    return etree.QName(node).localname


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("folder", PLANS)
def test_every_element_is_in_order(folder: str, part: Part) -> None:
    rules = RULES | {"AdministrativeInformation": ADMINISTRATION[part]}
    for node in made(folder, part).iter():
        children = "".join(f"{local(child)} " for child in node)
        assert etree.QName(node).namespace == part.value
        pattern = as_pattern(rules.get(local(node), ""))
        assert pattern.fullmatch(children), f"{local(node)}: {children}"
        assert part is Part.TWO or local(node) not in NOT_IN_PART_1


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("folder", PLANS)
def test_the_schema(folder: str, part: Part) -> None:
    SCHEMAS[part].assertValid(made(folder, part))


@pytest.mark.parametrize("part", Part)
def test_the_schema_finds_a_wrong_order(part: Part) -> None:
    root = made("", part)
    root.append(root[0])
    assert not SCHEMAS[part].validate(root)


@pytest.mark.parametrize("folder", PLANS)
def test_identifiers(folder: str) -> None:
    found = {part: made(folder, part) for part in Part}
    own = {part: [node.text or "" for node in root.iter("{*}Identifier")] for part, root in found.items()}
    for identifiers in own.values():
        assert len(set(identifiers)) == len(identifiers) > 1
        for identifier in identifiers:
            assert identifier[0] == "_"
            assert UUID(identifier[1:]).version == 5
    assert set(own[Part.ONE]) < set(own[Part.TWO])
    named = {node.text for node in found[Part.TWO].iter("{*}ReferentIdentifier")}
    assert named <= set(own[Part.TWO])


def test_the_same_bytes() -> None:
    first, second = (document(Index(plan_of("")), Part.TWO) for _ in range(2))
    assert first == second


def test_what_the_example_says() -> None:
    plan, root = plan_of(""), made("", Part.TWO)
    assert root.get("Type") == "Strategic_Plan"
    assert [goal.findtext("{*}Name") for goal in root.iter("{*}Goal")] == [
        priority.title for priority in sorted(plan.priorities, key=lambda priority: priority.order)
    ]
    action = next(
        node
        for node in root.iter("{*}Objective")
        if "Reference: high-risk-routes" in "".join(map(str, node.itertext()))
    )
    assert action.findtext("{*}SequenceIndicator") == "5.1.1"
    answers, *helps = action.findall("{*}Stakeholder")
    assert answers.findtext("{*}Name") == "Ashmarch Police"
    assert answers.findtext("{*}Role/{*}Name") == "Answers for it"
    assert answers.findtext("{*}Role/{*}Description") == "Head of roads policing"
    assert answers.findtext("{*}Role/{*}RoleType") == "Performer"
    assert len(helps) == 4
    submitter = root.find("{*}Submitter")
    assert submitter is not None
    assert submitter.findtext("{*}EmailAddress") == plan.about.contact.email
    assert submitter.find("{*}GivenName") is None


def test_a_measure() -> None:
    root = made("", Part.TWO)
    indicator = next(
        node
        for node in root.iter("{*}PerformanceIndicator")
        if node.findtext("{*}MeasurementDimension") == "Serious offences with a knife"
        and node.find("{*}MeasurementInstance") is not None
        and node.find("{*}Relationship") is None
    )
    assert indicator.findtext("{*}UnitOfMeasurement") == "offences"
    assert indicator.get("PerformanceIndicatorType") == "Quantitative"
    target = indicator.find("{*}MeasurementInstance/{*}TargetResult")
    assert target is not None
    assert (target.findtext("{*}EndDate"), target.findtext("{*}NumberOfUnits")) == ("2029-09-30", "260")
    baseline, *actual = indicator.findall("{*}MeasurementInstance/{*}ActualResult")
    assert baseline.findtext("{*}Descriptor/{*}DescriptorName") == "Baseline"
    assert baseline.findtext("{*}NumberOfUnits") == "327"
    assert (baseline.findtext("{*}StartDate"), baseline.findtext("{*}EndDate")) == (
        "2024-10-01",
        "2025-09-30",
    )
    assert [result.findtext("{*}NumberOfUnits") for result in actual] == [
        "268", "301", "334", "352", "327", "309",
    ]  # fmt: skip


def test_progress_is_counted_in_percent_where_it_is_reported_so() -> None:
    told = [
        (
            node.get("PerformanceIndicatorType"),
            node.findtext("{*}UnitOfMeasurement"),
            [x.text for x in node.iter("{*}NumberOfUnits")],
        )
        for node in made("", Part.TWO).iter("{*}PerformanceIndicator")
        if node.findtext("{*}MeasurementDimension") == "Progress"
    ]
    assert len(told) > 1
    for kind, unit, percents in told:
        assert (kind, unit) == (("Quantitative", "Percent done") if percents else ("Qualitative", "Status"))
    assert any(percents for _, _, percents in told)


def test_part_1_calls_a_partner_a_partner() -> None:
    descriptions = {
        node.text for node in made("", Part.ONE).iterfind(".//{*}Objective/{*}Stakeholder/{*}Description")
    }
    assert "Partner" in descriptions
    assert not any((words or "").endswith(": yes") for words in descriptions)


def test_a_sign_that_xml_cannot_hold_does_not_stop_it() -> None:
    plan = plan_of("")
    about = plan.about.model_copy(update={"summary": "A bell \x07 rings\non two lines."})
    root = etree.fromstring(document(Index(plan.model_copy(update={"about": about})), Part.TWO))
    assert root.findtext("{*}Description") == "A bell \ufffd rings on two lines."


def test_what_is_not_published_stays_empty() -> None:
    part_2, part_1 = (made("tests/plans/devon-cornwall-2017", part) for part in (Part.TWO, Part.ONE))
    start = part_2.find("{*}AdministrativeInformation/{*}StartDate")
    assert start is not None
    assert not start.text
    assert part_1.find("{*}AdministrativeInformation/{*}StartDate") is None
    assert part_2.find("{*}Submitter") is None


def test_the_files() -> None:
    found = {download.path: download for download in files(Index(plan_of("")))}
    assert set(found) == set(PATHS.values()) == {"data/v1/plan.stratml.xml", "data/v1/plan.stratml-part1.xml"}
    assert all(download.content.startswith(b"<?xml") for download in found.values())


def test_a_plan_without_priorities_has_no_file(small_plan: Path) -> None:
    plan = load_plan(small_plan).plan
    assert list(files(Index(plan)))
    assert not list(files(Index(plan.model_copy(update={"priorities": ()}))))
