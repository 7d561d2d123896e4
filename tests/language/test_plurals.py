"""Plurals: as many forms as each language has."""

from __future__ import annotations

import pytest
from plainplan.language import plurals

FORMS: dict[str, list[tuple[int, ...]]] = {
    "cy": [(0,), (1,), (2,), (3,), (6,), (4, 5, 7)],
    "gd": [(1, 11), (2, 12), (3, 4, 5), (0, 20, 21)],
    "ga": [(1,), (2,), (3, 4, 5), (7, 8, 9), (0, 11, 12)],
    "pl": [(1,), (2, 3, 4), (0, 5, 6)],
    "uk": [(1, 21, 31), (2, 3, 4), (0, 5, 6)],
    "ar": [(0,), (1,), (2,), (3, 4, 5), (100, 101, 102), (11, 12, 13)],
    "fr": [(0, 1), (2, 3, 4)],
    "ur": [(1,), (0, 2, 3)],
    "zh-Hant": [(0, 1, 2)],
    "pa-Guru": [(1,), (0, 2, 3)],
    "en-GB": [(1,), (0, 2, 3)],
}


@pytest.mark.parametrize("tag, expected", FORMS.items())
def test_the_numbers_of_each_form(tag: str, expected: list[tuple[int, ...]]) -> None:
    rules = plurals(tag)
    assert [rules.numbers_of(form)[:3] for form in range(rules.count)] == expected


@pytest.mark.parametrize("tag", ["xx", "", "no such language", "../cy"])
def test_what_is_no_language(tag: str) -> None:
    with pytest.raises((LookupError, ValueError)):
        plurals(tag)


def test_rules_that_are_written_otherwise_agree() -> None:
    welsh = plurals("cy")
    assert welsh.agrees_with(type(welsh)(6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5"))
    assert not welsh.agrees_with(type(welsh)(6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==6 ? 3 : n==3 ? 4 : 5"))
    assert not welsh.agrees_with(plurals("pl"))
