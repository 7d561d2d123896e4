"""Recipients that are told apart, and groups of grants that hold each grant once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.load import load_plan
from plainplan.model import Grant, Organisation
from plainplan.model.recipients import organisation_of, receivers
from plainplan.translation.catalogue import PlanCatalogue
from plainplan.translation.data import Said, Text, mapped
from plainplan.translation.translated import translated
from plainplan.views.grants import by_priority, by_recipient, by_year, recipient_keys

from tests.conftest import Change as Edit

GRANTS = "data/grants.yml"
NAMES = st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip)


def _grant(number: int, name: str, awarded: str = "2026-05-01", **recipient: object) -> Grant:
    return Grant.model_validate(
        {
            "id": f"g{number}",
            "title": "A",
            "description": "A",
            "amount": "1",
            "awarded": awarded,
            "recipient": {"name": name, **recipient},
        }
    )


@pytest.mark.parametrize(
    ("awarded", "year"),
    [("2026-03-31", "2025-26"), ("2026-04-01", "2026-27"), ("2099-04-01", "2099-00")],
)
def test_a_grant_without_a_budget_line_is_of_the_year_of_its_award(awarded: str, year: str) -> None:
    assert _grant(1, "A", awarded).year == year


@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        (["St John's Trust", "ST JOHN'S  trust"], ["st-johns-trust"]),
        (["Café Ünited", "Zoë"], ["cafe-united", "zoe"]),
        (["Index"], ["index-f21b0ef8"]),
        (["مرکز"], ["recipient-f21b0ef8"]),
        (["A & B", "A B"], ["a-b", "a-b-711430f6"]),
    ],
)
def test_address_of_a_recipient(names: list[str], slugs: list[str]) -> None:
    found = receivers([_grant(number, name) for number, name in enumerate(names)])
    assert sorted(one.slug for one in found) == sorted(slugs)


@given(names=st.lists(NAMES, min_size=1, max_size=12))
def test_no_two_recipients_have_one_address(names: list[str]) -> None:
    grants = [_grant(number, name) for number, name in enumerate(names)]
    slugs = [one.slug for one in receivers(grants)]
    assert len(slugs) == len(set(slugs))
    assert sum(len(one.grants) for one in receivers(grants)) == len(grants)
    later = receivers([*grants, _grant(99, "Another", "2026-06-01")])
    assert set(slugs) <= {one.slug for one in later}


def test_one_name_with_two_numbers_is_two_recipients() -> None:
    grants = [
        _grant(1, "St Mary", charity_number="1"),
        _grant(2, "St Mary", charity_number="2"),
        _grant(3, "St Mary"),
        _grant(4, "St Mary", charity_number="1", company_number="9"),
    ]
    found = [[grant.id for grant in one.grants] for one in receivers(grants)]
    assert sorted(found) == [["g1", "g3", "g4"], ["g2"]]


def test_individuals_have_no_page(small_plan: Path, change: Edit) -> None:
    change(GRANTS, "name: Watch Trust\n", "name: Individual recipient\n      person: true\n")
    plan = load_plan(small_plan).plan
    assert recipient_keys(plan) == {}
    (group,) = by_recipient(plan)
    assert (group.key, group.page, group.total) == ("", "", Decimal(10))


def test_groups_hold_every_grant_once(small_plan: Path) -> None:
    plan = load_plan(small_plan).plan
    for groups in (by_priority(plan), by_year(plan), by_recipient(plan)):
        assert [grant.id for group in groups for grant in group.grants] == ["village-watch"]
        assert [group.unpublished for group in groups] == [0]
    assert [group.page for group in by_recipient(plan)] == ["grants/recipient/watch-trust/"]


def test_recipients_are_sorted_as_readers_look_for_them() -> None:
    names = ["Zoo Trust", "Édouard House", "apple Trust", "Eden", "12 Steps", "101 Club"]
    found = receivers([_grant(number, name) for number, name in enumerate(names)])
    expected = ["12 Steps", "101 Club", "apple Trust", "Eden", "Édouard House", "Zoo Trust"]
    assert [one.name for one in found] == expected


@pytest.mark.parametrize(
    ("recipient", "called"),
    [
        ({"name": "the watch"}, "Y Gwylwyr"),
        ({"name": "Watch Ltd", "identifier": "GB-CHC-1"}, "Y Gwylwyr"),
        ({"name": "Watch Ltd", "charity_number": "1"}, "Y Gwylwyr"),
        ({"name": "The Watch", "person": True}, "The Watch"),
        ({"name": "Another", "charity_number": "2"}, "Another"),
    ],
)
def test_in_a_translation_an_organisation_of_the_plan_has_one_name(
    small_plan: Path, recipient: dict[str, object], called: str
) -> None:
    plan = load_plan(small_plan).plan
    watch = {"id": "watch", "name": "The Watch", "identifier": "GB-CHC-1", "kind": "A"}
    organisation = Organisation.model_validate({**watch, "responsibility": "partner"})
    grant = _grant(1, **recipient)  # type: ignore[arg-type]
    plan = plan.model_copy(update={"organisations": (organisation,), "grants": (grant,)})
    keys: list[tuple[str, str]] = []

    def say(text: Text) -> Said:
        keys.append((text.context, text.words))
        return Said(text.words)

    mapped(plan, say)
    ready = {key: "Y Gwylwyr" for key in keys if key[1] == "The Watch"}
    said = translated(plan, PlanCatalogue(ready))
    told = said.grants[0].recipient
    assert (told.called, told.name) == (called, recipient["name"])
    assert [one.name for one in receivers(said.grants)] == ([] if told.person else [called])
    assert recipient_keys(said) == recipient_keys(plan)
    found = said.organisations[0] if called == "Y Gwylwyr" else None
    assert organisation_of(told, said.organisations) == found
