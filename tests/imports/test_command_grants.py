"""`plainplan import 360giving`: whose grants they are, who got them, and what becomes of the plan's own."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.imports.running import run

BODY = "Office for Testshire"
PLAN = f"""\
title: Plan
body: {{name: {BODY}, area: Testshire, identifier: GB-LAE-TST, giving_prefix: 360G-test}}
period: {{start: 2024-04-01, end: 2028-03-31}}
status: final
summary: A plan.
contact: {{address: 1 High Street}}
"""
GRANT = {
    "Identifier": "360G-test-1",
    "Title": "Boats",
    "Description": "Boats for all",
    "Currency": "GBP",
    "Amount Awarded": "100",
    "Award Date": "2025-04-03",
    "Recipient Org:Identifier": "GB-CHC-1",
    "Recipient Org:Name": "Harbour Club",
    "Funding Org:Identifier": "GB-LAE-TST",
    "Funding Org:Name": BODY,
}


def table(*changes: dict[str, str]) -> None:
    """Write a table of grants, each like GRANT but for its changes."""
    rows = [GRANT | change for change in changes]
    titles = list(dict.fromkeys(title for row in rows for title in row))
    lines = [",".join(titles), *(",".join(row.get(title, "") for title in titles) for row in rows)]
    Path("in/x.csv").write_text("\n".join(lines), encoding="utf-8")


def plan_in(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data/plan.yml").write_text(PLAN, encoding="utf-8")


def grants_in(folder: Path) -> list[dict[str, object]]:
    return list(yaml.safe_load((folder / "data/grants.yml").read_text(encoding="utf-8"))["grants"])


LOTTERY = {"Funding Org:Identifier": "GB-CHC-9", "Funding Org:Name": "Lottery"}
TAKEN: dict[str, tuple[dict[str, str], str, dict[str, object]]] = {
    "a funder known by its name": (
        {"Funding Org:Identifier": "GB-LAE-OLD"},
        'the funder has the name of this body and another identifier, "GB-LAE-OLD"',
        {},
    ),
    "no funder": ({"Funding Org:Identifier": "", "Funding Org:Name": ""}, "1 grant has no funder", {}),
    "no currency": ({"Currency": ""}, "no currency is given: took pounds.", {}),
    "a start and a duration": (
        {"Planned Dates:Start Date": "2025-04-01", "Planned Dates:Duration (months)": "12"},
        "12 months from 1 April 2025 end on 31 March 2026: took that as the end.",
        {"end": "2026-03-31"},
    ),
    "a short company number": (
        {"Recipient Org:Identifier": "GB-COH-1234567"},
        'took "1234567" as "01234567"',
        {"recipient": {"name": "Harbour Club", "company_number": "01234567"}},
    ),
    "a person": (
        {"Recipient Org:Identifier": "", "Recipient Org:Name": "", "Recipient Ind:Name": "Jane"},
        'the recipient is a person: the name "Jane" will be published.',
        {"recipient": {"name": "Jane", "person": True}},
    ),
    "a prefix that is not the body's": (
        {"Identifier": "360G-other-1"},
        'took every identifier without "360G-other-", with which all of them begin.',
        {"id": "1"},
    ),
    "a column without a place": ({"Postcode": "AB1"}, 'left out the column "Postcode"', {}),
}


@pytest.mark.parametrize("case", TAKEN)
def test_taken(folder: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    change, words, fields = TAKEN[case]
    plan_in(folder)
    table(change)
    code, said = run(capsys, "360giving", "in/x.csv")
    assert code == 0, said
    assert words in said
    (grant,) = grants_in(folder)
    assert {name: grant[name] if name != "end" else str(grant[name]) for name in fields} == fields


REFUSED: dict[str, tuple[dict[str, str], str]] = {
    "another funder": (LOTTERY, '1 grant has another funder, "Lottery" (GB-CHC-9); this plan is of Office'),
    "an organisation and a person": (
        {"Recipient Ind:Name": "Jane"},
        'the organisation "Harbour Club" and the person "Jane"',
    ),
    "a duration in words": (
        {"Planned Dates:Start Date": "2025-04-01", "Planned Dates:Duration (months)": "a year"},
        '"a year" is no number of months',
    ),
    "an end before the start": (
        {"Planned Dates:Start Date": "2025-04-01", "Planned Dates:End Date": "2024-04-01"},
        "data/grants.yml would have an error",
    ),
}


@pytest.mark.parametrize(("change", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], change: dict[str, str], words: str
) -> None:
    plan_in(folder)
    table(change)
    code, said = run(capsys, "360giving", "in/x.csv")
    assert code == 1
    assert words in said
    assert not (folder / "data/grants.yml").exists()


def test_two_funders(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table(LOTTERY | {"Identifier": "360G-a-1"}, {"Identifier": "360G-b-1"})
    code, said = run(capsys, "360giving", "in/x.csv")
    assert code == 1
    assert f'the grants are of 2 funders: "Lottery" (GB-CHC-9), "{BODY}" (GB-LAE-TST).' in said
    assert "2 grants have the identifier" not in said
    code, said = run(capsys, "360giving", "in/x.csv", "--funder", "lottery")
    assert code == 0, said
    assert f'left out the grants of "{BODY}" (GB-LAE-TST): 360G-b-1.' in said
    assert [grant["title"] for grant in grants_in(folder)] == ["Boats"]
    code, said = run(capsys, "360giving", "in/x.csv", "--funder", "nobody")
    assert code == 1
    assert 'no grant is of the funder "nobody".' in said


def test_two_recipients(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = """[{"id": "360G-x-1", "title": "A", "description": "d", "currency": "GBP", "amountAwarded": 12000,
      "awardDate": "2025-04-03", "recipientOrganization": [{"name": "V"}, {"name": "W"}],
      "fundingOrganization": [{"name": "Office"}, {"name": "Office 2"}], "strange": {"a": "words"}}]"""
    Path("in/x.json").write_text(text, encoding="utf-8")
    code, said = run(capsys, "360giving", "in/x.json")
    assert code == 1
    assert "the grant has 2 recipients, and a plan names one: V; W." in said
    assert "the grant has 2 funders: Office; Office 2." in said
    assert 'left out "strange.a", a plan has no place for it: "words".' in said


def test_grants_of_the_plan_stay(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan_in(folder)
    mine = """\
grants:
  - {id: "1", title: Boats, description: Boats for all, amount: 90, awarded: 2025-04-03,
     conditions: Keep afloat, recipient: {name: Harbour Club, charity_number: "1", description: A club}}
  - {id: old, title: Oars, description: Oars, amount: 5, awarded: 2025-04-03, recipient: {name: Rowers}}
"""
    (folder / "data/grants.yml").write_text(mine, encoding="utf-8")
    table({}, {"Identifier": "360G-test-2", "Title": "Sails"})
    assert run(capsys, "360giving", "in/x.csv")[0] == 1
    code, said = run(capsys, "360giving", "in/x.csv", "--replace")
    assert code == 0, said
    for words in (
        'changed the grant "1": amount was "90" and is now "100".',
        'kept of the grant "1" what the file does not say: conditions.',
        "kept what the plan has and the file does not: old.",
        'added the grant "2".',
    ):
        assert words in said
    first, second, third = grants_in(folder)
    assert (first["amount"], first["conditions"]) == (100, "Keep afloat")
    assert first["recipient"] == {"name": "Harbour Club", "charity_number": "1", "description": "A club"}
    assert (second["id"], third["title"]) == ("old", "Sails")
    table({"Identifier": "360G-other-1", "Title": "Nets"})
    code, said = run(capsys, "360giving", "in/x.csv", "--replace")
    assert code == 0, said
    assert [grant["id"] for grant in grants_in(folder)] == ["1", "old", "2", "360g-other-1"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "id,title,recipient,recipient_is_person,amount,awarded,budget_year,budget_line\n"
            "1,A,B,false,5,2025-01-01,,\n",
            "the file lacks the columns Amount Awarded, Award Date, Recipient Org:Name. This is the grants",
        ),
        (
            "Identifier,Title,Amount Awarded,Award Date\n1,A,5,2025-01-01\n",
            "lacks the column Recipient Org:Name",
        ),
        (
            "Identifier,Title,Amount Awarded,Award Date,Recipient Org:Name\n1;A;5;2025-01-01;B\n",
            "this row is parted by semicolons",
        ),
    ],
    ids=["our own for spreadsheets", "a column is missing", "semicolons"],
)
def test_not_what_it_should_be(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    Path("in/x.csv").write_text(text, encoding="utf-8")
    code, said = run(capsys, "360giving", "in/x.csv")
    assert code == 1
    assert words in said
    assert said.count("error") == 1
