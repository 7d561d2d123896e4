"""Lists inside sentences."""

from __future__ import annotations

import pytest
from plainplan.language import Language, listed, speaking


@pytest.mark.parametrize(
    ("locale", "items", "expected"),
    [
        ("en_GB", ["a"], "a"),
        ("en_GB", ["a", "b"], "a and b"),
        ("en_GB", ["a", "b", "c"], "a, b and c"),
        ("cy_GB", ["cath", "ci"], "cath a ci"),
        ("cy_GB", ["7 ar y trywydd", "2 mewn perygl", "afal"], "7 ar y trywydd, 2 mewn perygl, ac afal"),
        ("cy_GB", ["un", "8 mesur"], "un ac 8 mesur"),
        ("cy_GB", ["un", "80 mesur"], "un ac 80 mesur"),
        ("cy_GB", ["un", "9 mesur"], "un a 9 mesur"),
        ("ur", ["ایک", "دو", "تین"], "ایک، دو، اور تین"),
        ("pl", ["jeden", "dwa", "trzy"], "jeden, dwa i trzy"),
    ],
)
def test_lists_are_joined_as_the_language_joins_them(locale: str, items: list[str], expected: str) -> None:
    with speaking(Language(tag=locale[:2], locale=locale)):
        assert listed(items) == expected
