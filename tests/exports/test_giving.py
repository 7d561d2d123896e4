"""360Giving: valid, exact, and nothing made up."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from plainplan.exports.giving import CSV_PATH, JSON_PATH, files, left_out
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.model.base import Unknown
from plainplan.model.money import Recipient
from plainplan.views.index import Index

from tests.sites import ROOT

SCHEMA = json.loads((ROOT / "tests/schemas/360giving.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


@pytest.fixture(scope="module")
def example_plan() -> Plan:
    return load_plan(ROOT).plan


def with_grant(plan: Plan, recipient: dict[str, Any] | None = None, **changes: Any) -> Plan:
    """The plan with one grant, changed."""
    grant = plan.grants[0]
    if recipient is not None:
        changes["recipient"] = Recipient.model_validate({"name": "Watch Trust", **recipient})
    return plan.model_copy(update={"grants": (grant.model_copy(update=changes),)})


def package_of(plan: Plan) -> dict[str, Any]:
    found = {download.path: download.content for download in files(Index(plan))}
    package: dict[str, Any] = json.loads(found[JSON_PATH], parse_float=Decimal)
    return package


def test_the_example_is_valid(example_plan: Plan) -> None:
    text = next(item.content for item in files(Index(example_plan)) if item.path == JSON_PATH)
    VALIDATOR.validate(json.loads(text))


def test_the_schema_finds_a_missing_field(example_plan: Plan) -> None:
    package = package_of(example_plan)
    del package["grants"][0]["awardDate"]
    assert not VALIDATOR.is_valid(package)


def test_the_package(example_plan: Plan) -> None:
    package = package_of(example_plan)
    assert package["version"] == "1.4"
    assert package["publisher"]["identifier"] == "360G-ashmarch-org:commissioner"
    assert "invented" in package["description"]
    assert package["license"] == example_plan.about.licence_url
    assert package["downloadURL"] == f"https://plan.commissioner.ashmarch.example.org/{JSON_PATH}"
    assert [grant["id"] for grant in package["grants"]] == [
        f"360G-ashmarch-{grant.id}" for grant in example_plan.grants
    ]
    total = sum(grant.amount for grant in example_plan.grants if isinstance(grant.amount, Decimal))
    assert sum(Decimal(grant["amountAwarded"]) for grant in package["grants"]) == total


@pytest.mark.parametrize(
    ("recipient", "expected"),
    [
        ({"charity_number": "0000001"}, "GB-CHC-0000001"),
        ({"company_number": "01234567"}, "GB-COH-01234567"),
        ({"charity_number": "0000001", "company_number": "01234567"}, "GB-CHC-0000001"),
        ({"identifier": "GB-NIC-100001", "charity_number": "0000001"}, "GB-NIC-100001"),
        ({}, "360G-ashmarch-org:watch-trust"),
    ],
)
def test_the_identifier_of_a_recipient(example_plan: Plan, recipient: dict[str, str], expected: str) -> None:
    package = package_of(with_grant(example_plan, recipient))
    VALIDATOR.validate(json.loads(json.dumps(package, default=float)))
    assert package["grants"][0]["recipientOrganization"][0]["id"] == expected


def test_a_grant_says_where_it_stands_and_since_when(example_plan: Plan) -> None:
    package = package_of(example_plan)
    grant = package["grants"][0]
    assert grant["url"] == "https://plan.commissioner.ashmarch.example.org/grants/#apcc-2025-001"
    assert grant["dateModified"] == "2025-04-08T00:00:00Z"
    newest = max(one.awarded for one in example_plan.grants)
    assert package["modified"] == f"{newest}T00:00:00Z"
    named = {
        one["recipientOrganization"][0]["name"]: one["recipientOrganization"][0]["id"]
        for one in package["grants"]
    }
    council = next(one for one in example_plan.organisations if one.name == "Wyndale Council")
    assert named["Wyndale Council"] == f"360G-ashmarch-org:{council.id}"


def test_prose_has_no_line_breaks_of_its_file(example_plan: Plan) -> None:
    plan = with_grant(example_plan, description="Pays for\nworkers.\n\nAnd more.")
    assert package_of(plan)["grants"][0]["description"] == "Pays for workers.\n\nAnd more."


def test_a_person_is_no_organisation(example_plan: Plan) -> None:
    package = package_of(with_grant(example_plan, {"person": True}))
    grant = package["grants"][0]
    assert grant["recipientIndividual"] == {
        "id": "360G-ashmarch-ind:apcc-2025-001",
        "name": "Watch Trust",
    }
    assert "recipientOrganization" not in grant


@pytest.mark.parametrize("amount", ["0", "0.01", "1200.00", "704300.55", "9999999999999.99", "-5.10"])
def test_amounts_are_exact(example_plan: Plan, amount: str) -> None:
    grant = package_of(with_grant(example_plan, amount=Decimal(amount)))["grants"][0]
    assert Decimal(grant["amountAwarded"]) == Decimal(amount)


def test_every_field(example_plan: Plan) -> None:
    plan = with_grant(
        example_plan,
        programme="Safer streets",
        location="Holmsea",
        url="https://www.example.org/grant",
        applied=Decimal("900000.50"),
        disbursed=Decimal(100),
        open_call=False,
    )
    package = package_of(plan)
    VALIDATOR.validate(json.loads(json.dumps(package, default=float)))
    grant = package["grants"][0]
    assert grant["grantProgramme"] == [{"title": "Safer streets"}]
    assert grant["beneficiaryLocation"] == [{"name": "Holmsea"}]
    assert grant["fromOpenCall"] == "No"
    assert grant["amountAppliedFor"] == Decimal("900000.5")
    assert grant["amountDisbursed"] == 100
    assert grant["conditions"] == plan.grants[0].conditions
    assert grant["classifications"][0]["code"] == "supporting-victims"


def test_the_table(example_plan: Plan) -> None:
    found = {download.path: download for download in files(Index(example_plan))}
    text = found[CSV_PATH].content.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(example_plan.grants)
    assert rows[0]["Identifier"] == "360G-ashmarch-apcc-2025-001"
    assert rows[0]["Recipient Org:Charity Number"] == "0000001"
    assert rows[0]["Planned Dates:End Date"] == "2026-03-31"
    assert not text.startswith("\ufeff")


@pytest.mark.parametrize(("location", "there"), [("Holmsea", True), (None, False)])
def test_a_column_that_no_grant_fills_is_left_out(
    example_plan: Plan, location: str | None, there: bool
) -> None:
    plan = with_grant(example_plan, location=location)
    text = next(item.content for item in files(Index(plan)) if item.path == CSV_PATH)
    assert (b"Beneficiary Location:Name" in text) is there


def test_a_grant_without_a_published_amount_is_left_out(example_plan: Plan) -> None:
    grants = (example_plan.grants[0].model_copy(update={"amount": Unknown.NOT_PUBLISHED}),)
    plan = example_plan.model_copy(update={"grants": (*grants, *example_plan.grants[1:])})
    assert [grant.id for grant, _ in left_out(plan)] == ["apcc-2025-001"]
    assert len(package_of(plan)["grants"]) == len(example_plan.grants) - 1
    assert not list(files(Index(plan.model_copy(update={"grants": grants}))))


def test_no_prefix_no_files(small_plan: Path) -> None:
    plan = load_plan(small_plan).plan
    assert plan.grants
    assert not list(files(Index(plan)))
