"""The plurals that scripts are given."""

from __future__ import annotations

import pytest
from plainplan.language import Language, speaking
from plainplan.language.samples import samples

CASES = {
    "en_GB": {"one": 1, "other": 2},
    "cy": {"one": 1, "two": 2, "few": 3, "many": 6, "zero": 0, "other": 4},
    "pl": {"one": 1, "few": 2, "many": 5, "other": 5},  # whole numbers take no `other`
    "ur": {"one": 1, "other": 2},
    "fr": {"one": 1, "many": 1_000_000, "other": 2},
}


@pytest.mark.parametrize("locale", CASES)
def test_samples(locale: str) -> None:
    with speaking(Language(tag=locale, locale=locale)):
        found = samples()
    assert found == CASES[locale]
    assert list(found)[-1] == "other"
