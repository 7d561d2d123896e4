"""Words of the product: said in the language that is spoken, marked where its catalogue lacks them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest
from plainplan.language import (
    ENGLISH,
    Catalogue,
    Language,
    Mark,
    bare,
    capital,
    gettext,
    gettext_noop,
    is_marked,
    listed,
    marked,
    named,
    ngettext,
    npgettext,
    pgettext,
    plurals,
    pseudo,
    read_catalogue,
    speak,
    speaking,
    spoken,
    whole_number,
)
from plainplan.language.marks import END


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"


WELSH = Language(
    "cy",
    locale="cy",
    interface=Catalogue(
        {
            ("", "Roads"): "Ffyrdd",
            ("verb", "Open"): "Agor",
            ("state", "Open"): "Ar agor",
            ("Fruit", "apple"): "afal",
        },
        {
            ("", "%(n)s cat"): ("dim cath", "un gath", "dwy gath", "tair cath", "chwe chath", "cathod"),
            ("of dogs", "one"): ("0", "1", "2", "3", "6", "n"),
        },
        plurals("cy").form,
    ),
)
POLISH = Language(
    "pl",
    locale="pl",
    interface=Catalogue({}, {("", "%(n)s cat"): ("kot", "koty", "kotów")}, plurals("pl").form),
)
URDU = Language("ur", direction="rtl", locale="ur")
PSEUDO = Language(pseudo.TAG, locale="en_GB", interface=pseudo.PseudoCatalogue())
LANGUAGES = {"en": ENGLISH, "cy": WELSH, "pl": POLISH, "ur": URDU, "en-XA": PSEUDO}


def _missing(words: str) -> str:
    return f"\ufdd0{words}\ufdd3"


SAID: dict[str, tuple[str, Callable[[], str], str]] = {
    "English": ("en", lambda: gettext("Roads"), "Roads"),
    "English in a context": ("en", lambda: pgettext("verb", "Open"), "Open"),
    "there": ("cy", lambda: gettext("Roads"), "Ffyrdd"),
    "in a context": ("cy", lambda: pgettext("verb", "Open"), "Agor"),
    "in another context": ("cy", lambda: pgettext("state", "Open"), "Ar agor"),
    "without its context": ("cy", lambda: gettext("Open"), _missing("Open")),
    "missing": ("cy", lambda: gettext("Lanes"), _missing("Lanes")),
    "no catalogue at all": ("ur", lambda: gettext("Roads"), _missing("Roads")),
    "a member": ("cy", lambda: named(Fruit.APPLE), "afal"),
    "a member that is missing": ("cy", lambda: named(Fruit.PEAR), _missing("pear")),
    "a member in English": ("en", lambda: named(Fruit.PEAR), "pear"),
    "later": ("cy", lambda: gettext_noop("Roads"), "Roads"),
    "pseudo": ("en-XA", lambda: gettext("Roads"), "⟦Röádš ~⟧"),
    "one of a plural that is missing": ("ur", lambda: ngettext("road", "roads", 1), _missing("road")),
    "many of a plural that is missing": ("ur", lambda: ngettext("road", "roads", 0), _missing("roads")),
    "a plural in a context": ("cy", lambda: npgettext("of dogs", "one", "many", 6), "6"),
    "a plural without its context": ("cy", lambda: ngettext("one", "many", 6), _missing("many")),
}


@pytest.mark.parametrize("tag, say, expected", SAID.values(), ids=SAID)
def test_what_is_said(tag: str, say: Callable[[], str], expected: str) -> None:
    with speaking(LANGUAGES[tag]):
        assert say() == expected


FORMS = {
    "en": {0: "cats", 1: "%(n)s cat", 2: "cats", 11: "cats"},
    "cy": {
        **{0: "dim cath", 1: "un gath", 2: "dwy gath", 3: "tair cath", 6: "chwe chath"},
        **{4: "cathod", 7: "cathod", 11: "cathod", 100: "cathod"},
    },
    "pl": {0: "kotów", 1: "kot", 2: "koty", 4: "koty", 5: "kotów", 12: "kotów", 22: "koty", 112: "kotów"},
}
_FORMS = [(tag, number) for tag, forms in FORMS.items() for number in forms]


@pytest.mark.parametrize("tag, number", _FORMS)
def test_the_form_for_a_number(tag: str, number: int) -> None:
    with speaking(LANGUAGES[tag]):
        assert ngettext("%(n)s cat", "cats", number) == FORMS[tag][number]


@pytest.mark.parametrize("tag, form", [("cy", 5), ("pl", 2), ("ur", 1), ("en-XA", 1)])
def test_plurals_of_the_plan_follow_the_language(tag: str, form: int) -> None:
    """Also where Babel does not know the tag, but the locale."""
    assert LANGUAGES[tag].plural_form(5) == form
    assert LANGUAGES[tag].plural_form(1) == (1 if tag == "cy" else 0)


def test_speaking_ends_with_its_block() -> None:
    assert spoken() is ENGLISH
    with speaking(WELSH), speaking(POLISH) as inner:
        assert spoken() is inner is POLISH
    with pytest.raises(KeyError), speaking(WELSH):
        raise KeyError
    assert spoken() is ENGLISH
    speak(WELSH)
    assert spoken() is WELSH
    speak(ENGLISH)


NEEDS = {
    "English": (ENGLISH, True, False),
    "British English": (Language("en-GB", "en"), False, False),
    "English with a catalogue": (Language("en", interface=Catalogue({("", "a"): "b"})), True, True),
    "the pseudo-locale": (PSEUDO, False, True),
    "a plan in Welsh": (Language("cy", "cy"), True, True),
    "Urdu": (URDU, False, True),
}


@pytest.mark.parametrize("language, is_source, needs", NEEDS.values(), ids=NEEDS)
def test_which_language_needs_words_of_the_product(language: Language, is_source: bool, needs: bool) -> None:
    assert (language.is_source, language.needs_interface) == (is_source, needs)


_PO = """\
msgid ""
msgstr ""
"Language: pl\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Roads"
msgstr "Drogi"

#, fuzzy
msgid "Lanes"
msgstr "Drogi"

msgid "Empty"
msgstr ""

msgctxt "verb"
msgid "Open"
msgstr "Otwórz"

msgid "road"
msgid_plural "roads"
msgstr[0] "droga"
msgstr[1] "drogi"
msgstr[2] "dróg"

msgid "lane"
msgid_plural "lanes"
msgstr[0] "a"
msgstr[1] ""
msgstr[2] "c"

#~ msgid "Gone"
#~ msgstr "Nie ma"
"""


def test_what_is_finished_in_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "pl.po").write_text(_PO, encoding="utf-8")
    found = read_catalogue(tmp_path / "pl.po")
    assert found.messages == {("", "Roads"): "Drogi", ("verb", "Open"): "Otwórz"}
    assert found.plurals == {("", "road"): ("droga", "drogi", "dróg")}
    assert [found.get_plural("", "road", "roads", number) for number in (1, 2, 5)] == [
        "droga",
        "drogi",
        "dróg",
    ]
    assert (found.get("", "Lanes"), found.get_plural("", "lane", "lanes", 1)) == (None, None)
    assert found and not Catalogue()


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "pl.po").write_text("nonsense\n", encoding="utf-8")
    for name in ("pl.po", "missing.po"):
        with pytest.raises((OSError, ValueError)):
            read_catalogue(tmp_path / name)


@pytest.mark.parametrize("mark", Mark)
def test_marks(mark: Mark) -> None:
    words = marked("Roads", mark)
    assert words == f"{mark}Roads{END}"
    assert (bare(words), is_marked(words)) == ("Roads", True)
    assert (bare("Roads"), is_marked("Roads")) == ("Roads", False)
    assert is_marked(END) and is_marked(mark.value)
    assert marked(f"to {words} and {words}", Mark.STALE) == f"{Mark.STALE}to Roads and Roads{END}"


LISTED = {
    "en": ["", "a", "a and b", "a, b and c"],
    "cy": ["", "a", "a a b", "a, b, a c"],
    "pl": ["", "a", "a i b", "a, b i c"],
    "ur": ["", "a", "a اور b", "a، b، اور c"],
}


@pytest.mark.parametrize("tag", LISTED)
def test_lists(tag: str) -> None:
    with speaking(LANGUAGES[tag]):
        assert [listed("abc"[:count]) for count in range(4)] == LISTED[tag]
        assert listed(iter("ab")) == LISTED[tag][2]


WELSH_AND = {
    ("Bangor", "Aberystwyth"): "Bangor ac Aberystwyth",
    ("Caerdydd", "Bangor", "Ŵyr"): "Caerdydd, Bangor, ac Ŵyr",
    ("A", "12"): "A ac 12",  # un deg dau
    ("A", "10"): "A a 10",
    ("A", _missing("England")): f"A ac {_missing('England')}",
    ("A (a(c) b)", "Conwy"): "A (a(c) b) a Conwy",
}


@pytest.mark.parametrize("items, expected", WELSH_AND.items())
def test_welsh_says_ac_before_a_vowel(items: tuple[str, ...], expected: str) -> None:
    with speaking(WELSH):
        assert listed(items) == expected


CAPITALS = {
    "roads": "Roads",
    "": "",
    "Roads": "Roads",
    "ébauche": "Ébauche",
    "ŵyr": "Ŵyr",
    "łódź": "Łódź",
    "سڑک": "سڑک",
    "12 roads": "12 roads",
    _missing("roads"): _missing("Roads"),
    f"{Mark.MISSING}a{END} b": f"{Mark.MISSING}A{END} b",
    f"{Mark.MISSING}{END}a": f"{Mark.MISSING}{END}A",
}


@pytest.mark.parametrize("words, expected", CAPITALS.items())
def test_a_capital_at_the_beginning(words: str, expected: str) -> None:
    assert capital(words) == expected


def test_whole_numbers() -> None:
    lakhs = Language("gu", locale="gu", number="#,##,##0")
    expected = {"en": "1,234,567", "cy": "1,234,567", "pl": "1\xa0234\xa0567", "ur": "1,234,567"}
    for tag, words in expected.items():
        with speaking(LANGUAGES[tag]):
            assert whole_number(1_234_567) == words
    with speaking(lakhs):
        assert whole_number(1_234_567) == "12,34,567"


CHANGED = {
    "Roads": "⟦Röádš ~⟧",
    "": "⟦⟧",
    "%(number)s roads": "⟦%(number)s röádš ~⟧",
    "{name} and {other}": "⟦{name} áñd {other} ~⟧",
    "See <1>it</1>": "⟦Šéé <1>ít</1> ~⟧",
    '<a href="x">Go</a> 100%%': '⟦<a href="x">Gö</a> 100%%⟧',
    "A &amp; B": "⟦Å &amp; B⟧",
    "Write to a@example.org": "⟦Wríté tö a@example.org ~⟧",
    "https://example.org/a": "⟦https://example.org/a⟧",
}


@pytest.mark.parametrize("words, expected", CHANGED.items())
def test_the_pseudo_locale(words: str, expected: str) -> None:
    assert pseudo.changed(words) == expected


def test_the_pseudo_locale_is_longer_by_two_fifths() -> None:
    words = "More officers are seen in villages at night"
    assert 1.3 < len(pseudo.changed(words)) / len(words) < 1.5
    with speaking(PSEUDO):
        assert ngettext("one road", "many roads", 1) == pseudo.changed("one road")
        assert ngettext("one road", "many roads", 0) == pseudo.changed("many roads")
    assert bool(pseudo.PseudoCatalogue())
