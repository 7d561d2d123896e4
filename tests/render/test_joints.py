"""Full stops, commas and brackets that the code puts between words: each language has its own."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from markupsafe import Markup
from plainplan.language import ENGLISH, Catalogue, Language, Mark, marked, speaking, with_commas
from plainplan.render.pages.about import criteria
from plainplan.render.templates import let_speak
from plainplan.render.text import FILTERS

_FRAGMENTS = Path(__file__).parents[2] / "overrides/fragments"
_URDU = Language(
    "ur",
    direction="rtl",
    locale="ur",
    interface=Catalogue(
        {
            ("between the items of a list", ", "): "، ",
            ("end of a sentence", "."): "۔",
            ("", "Post: %(address)s"): "ڈاک: %(address)s",
        }
    ),
)
_ADDRESS = {"address": "1 High Street\nTest & Town", "email": "", "phone": "", "hours": "", "url": ""}


def _said(macro: str, language: Language) -> str:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FRAGMENTS),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    let_speak(made)
    made.filters |= FILTERS
    made.globals["editions"] = SimpleNamespace(source_language=ENGLISH)
    asked = f'{{% import "macros.html" as ui with context %}}{{{{ ui.{macro} }}}}'
    with speaking(language):
        return made.from_string(asked).render(contact=_ADDRESS)


@pytest.mark.parametrize(
    ("macro", "english", "urdu"),
    [
        ("stop()", '<span class="pp-hidden">.</span>', '<span class="pp-hidden">۔</span>'),
        ("comma()", '<span class="pp-hidden">, </span>', '<span class="pp-hidden">، </span>'),
        ("full_stop()", ".", "۔"),
        ("between()", ", ", "، "),
        (
            "contact_details(contact)",
            '<ul class="pp-plain">\n<li>Post: 1 High Street, Test &amp; Town</li></ul>',
            '<ul class="pp-plain">\n<li>ڈاک: <bdi lang="en" dir="ltr">1 High Street</bdi>، '
            '<bdi lang="en" dir="ltr">Test &amp; Town</bdi></li></ul>',
        ),
    ],
)
def test_joints_are_those_of_the_language(macro: str, english: str, urdu: str) -> None:
    assert _said(macro, ENGLISH) == english
    assert _said(macro, _URDU) == urdu


@pytest.mark.parametrize(
    ("items", "english", "urdu"),
    [
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b", "c"), "a, b, c", "a، b، c"),
        ((Markup("<b>a</b>"), "b"), "<b>a</b>, b", "<b>a</b>، b"),
    ],
)
def test_lists_with_commas(items: tuple[str, ...], english: str, urdu: str) -> None:
    assert with_commas(items) == english
    with speaking(_URDU):
        assert with_commas(items) == urdu


_NAME = "پڑھنے کی ترتیب"


@pytest.mark.parametrize(
    ("words", "language", "said"),
    [
        ("1.3.2 Meaningful sequence", ENGLISH, "1.3.2 (Meaningful sequence)"),
        ("1.3.2", ENGLISH, "1.3.2"),
        ("1.3.2", _URDU, "\u20661.3.2\u2069"),
        (f"1.3.2 {_NAME}", _URDU, f"\u20661.3.2\u2069 ({_NAME})"),
        (f"{_NAME} 1.3.2", _URDU, f"\u20661.3.2\u2069 ({_NAME})"),
        (_NAME, _URDU, _NAME),
        (
            marked("1.3.2 Meaningful sequence", Mark.MISSING),
            _URDU,
            f"\u20661.3.2\u2069 ({marked('Meaningful sequence', Mark.MISSING)})",
        ),
    ],
)
def test_the_number_of_a_criterion_is_kept_in_order(words: str, language: Language, said: str) -> None:
    with speaking(language):
        assert criteria([words]) == said
