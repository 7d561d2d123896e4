"""Words cut short, with and without the marks of a missing translation."""

from __future__ import annotations

import pytest
from plainplan.language import Mark, marked
from plainplan.render.short import name_from, title_from, unstopped

_MANY = "Cars go too fast through our village. " * 4


@pytest.mark.parametrize(
    ("said", "name", "is_whole"),
    [
        ("Cars are too fast.", "Cars are too fast", True),
        (
            _MANY,
            "Cars go too fast through our village. Cars go too fast through our village. Cars go…",
            False,
        ),
    ],
)
def test_a_name_is_whole_where_it_is_short(said: str, name: str, is_whole: bool) -> None:
    assert name_from(said).words == name
    assert name_from(said).is_whole is is_whole
    in_english = name_from(marked(said, Mark.MISSING))
    assert (in_english.words, in_english.is_whole) == (marked(name, Mark.MISSING), is_whole)


def test_a_title_ends_with_a_whole_word() -> None:
    title = "Cars go too fast through our village. Cars go too fast through our village. Cars go too …"
    assert title_from(_MANY) == title
    assert title_from(marked(_MANY, Mark.STALE)) == marked(title, Mark.STALE)


def test_a_full_stop_inside_of_marks_is_taken_off() -> None:
    assert unstopped("Late forms.") == "Late forms"
    assert unstopped(marked("Late forms.", Mark.MISSING)) == marked("Late forms", Mark.MISSING)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("گاڑیاں بہت تیز ہیں۔", "گاڑیاں بہت تیز ہیں"),
        ("ਗੱਡੀਆਂ ਬਹੁਤ ਤੇਜ਼ ਹਨ।", "ਗੱਡੀਆਂ ਬਹੁਤ ਤੇਜ਼ ਹਨ"),
        ("車が速すぎる。", "車が速すぎる"),
        ("Mae ceir yn rhy gyflym.", "Mae ceir yn rhy gyflym"),
        ("کیوں؟", "کیوں؟"),
    ],
)
def test_the_full_stop_of_every_script_is_taken_off(said: str, name: str) -> None:
    assert (unstopped(said), title_from(said), name_from(said).words) == (name, name, name)
