"""The words that filter.js tells how many rows are shown with."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from plainplan.language import Catalogue, Language, speaking
from plainplan.language.catalogue import plural_form
from plainplan.render.templates import let_speak

_FRAGMENTS = Path(__file__).parents[2] / "overrides/fragments"
_ASKED = """{% import "filter.html" as some %}
{% call(n) some.many(total) %}{{ ngettext("{shown} is shown", "{shown} are shown", n) }}{% endcall %}"""
_FORMS = {
    "pl": ("{shown} wiersz", "{shown} wiersze", "{shown} wierszy"),
    "cy": ("dim", "un", "{shown} res", "{shown} rhes", "{shown} rhês", "{shown} o resi"),
}


def _many(total: int) -> str:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FRAGMENTS), autoescape=True, extensions=["jinja2.ext.i18n"]
    )
    let_speak(made)
    return " ".join(made.from_string(_ASKED).render(total=total).split())


@pytest.mark.parametrize("total", [1, 2, 9])
def test_english_needs_one_sentence_for_many(total: int) -> None:
    assert _many(total) == 'data-many="{shown} are shown"'


@pytest.mark.parametrize(
    ("tag", "many", "which"),
    [
        ("pl", "{shown} wiersze|{shown} wierszy", "0000011"),
        ("cy", "{shown} res|{shown} rhes|{shown} o resi|{shown} rhês", "0001223"),
    ],
)
def test_each_number_has_the_plural_of_the_language(tag: str, many: str, which: str) -> None:
    words = Catalogue({}, {("", "{shown} is shown"): _FORMS[tag]}, plural_form(tag))
    with speaking(Language(tag, locale=tag, interface=words)):
        assert _many(6) == f'data-many="{many}" data-which="{which}"'
