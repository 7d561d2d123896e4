"""What `plainplan translate check` says of one entry."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.translation.checks import ERRORS, PLURALS, WARNINGS, check_entries
from plainplan.translation.merge import Edition, merged
from plainplan.translation.pair import Setting
from plainplan.translation.po import new_file

from tests.translation.made import again, data

NAMES = frozenset({"Testshire Police"})


def found(entry: polib.POEntry, tag: str = "cy") -> list[str]:
    """The codes of the problems with an entry."""
    problems = check_entries([entry], "cy.po", Setting(tag, "en", NAMES))
    return [problem.code.removeprefix("translation-") for problem in problems]


RIGHT = {
    "as it should be": ("cy", "See <1>the budget</1>.", "Gweler <1>y gyllideb</1>."),
    "tags in another order": ("cy", "<1>a</1> <2/> <3>b</3>", "<3>b</3> <2/> <1>c</1>"),
    "a placeholder at another place": ("cy", "%(number)s of {area}", "{area}: %(number)s"),
    "a placeholder first": ("cy", "Roads in {area}", "{area}: ffyrdd"),
    "a placeholder twice": ("cy", "{area} roads", "ffyrdd {area} yn {area}"),
    "a script without capitals": ("ur", "Roads are safe.", "سڑکیں محفوظ ہیں۔"),
    "a danda": ("pa", "Roads are safe.", "ਸੜਕਾਂ ਸੁਰੱਖਿਅਤ ਹਨ।"),
    "a question in Arabic": ("ar", "Who answers?", "من المسؤول؟"),
    "a question in Greek": ("el", "Who answers?", "Ποιος απαντά;"),
    "no full stops in Thai": ("th", "Roads are safe.", "ถนนปลอดภัย"),
    "a full stop of Chinese": ("zh", "Roads are safe.", "道路安全。"),
    "quotes at the end": ("cy", "“Roads are safe.”", "«Mae ffyrdd yn ddiogel».".replace("».", ".»")),
    "an address with a full stop behind": ("cy", "See https://a.org/b.", "Gweler https://a.org/b."),
    "an isolate that is closed": ("ur", "£400", "\u2066£400\u2069"),
    "a name": ("cy", "Testshire Police", "Testshire Police"),
    "figures only": ("cy", "2025-26", "2025-26"),
    "begins with the same word": ("cy", "iPads: Roads", "iPads: Ffyrdd"),
    "a figure first": ("cy", "3 roads", "3 ffordd"),
    "HTML of the source": ("cy", "Write <br>.", "Ysgrifennwch <br>."),
    "not translated": ("cy", "400 Roads", ""),
}


@pytest.mark.parametrize("tag, source, said", RIGHT.values(), ids=RIGHT)
def test_nothing_to_say(tag: str, source: str, said: str) -> None:
    assert found(polib.POEntry(msgid=source, msgstr=said), tag) == []


WRONG = {
    "a figure": ("cy", "400 roads", "40 ffordd", ["numbers"]),
    "a placeholder is broken": ("cy", "in {area}", "yn {ardal}", ["placeholders", "placeholders"]),
    "a placeholder lost its sign": ("cy", "%(number)s of", "%(number) o", ["placeholders"]),
    "a placeholder is gone": ("cy", "in {{ plan.area }}", "yn yr ardal", ["placeholders"]),
    "a tag is gone": ("cy", "<1>a</1> <2/>", "<1>b</1>", ["tags"]),
    "a tag is not closed": ("cy", "<1>a</1>", "<1>b", ["tags"]),
    "a tag twice": ("cy", "<1>a</1>", "<1>b</1><1>c</1>", ["tags", "tags"]),
    "another number": ("cy", "a <2/>", "b <3/>", ["tags", "tags"]),
    "tags across one another": ("cy", "<1>a <2>b</2></1>", "<1>a <2>c</1></2>", ["tags"]),
    "closed before it opens": ("cy", "<1>a</1>", "</1>b<1>", ["tags"]),
    "HTML": ("cy", "Roads", "<b>Ffyrdd</b>", ["markup", "markup"]),
    "an address is changed": ("cy", "See https://a.org/b", "Gweler https://a.org/c", ["links", "links"]),
    "an email address is gone": ("cy", "Write to a@b.org", "Ysgrifennwch", ["links"]),
    "where a Markdown link leads": ("cy", "[the](a.md) x", "[y](b.md) x", ["links", "links"]),
    "an isolate that stays open": ("ur", "£400 now", "\u2066£400 ابھی", ["direction"]),
    "an embedding closed by an isolate": ("ur", "£400 now", "\u202b£400\u2069 ابھی", ["direction"]),
    "closed alone": ("ur", "£400 now", "£400\u202c ابھی", ["direction"]),
    "a control character": ("cy", "Roads", "Ffy\x0brdd", ["characters"]),
    "a mark of the program": ("cy", "Roads", "Ffyrdd\ufdd0", ["characters"]),
    "a small letter": ("cy", "Roads", "ffyrdd", ["capital"]),
    "a small letter behind a tag": ("cy", "<1>Roads</1>", "<1>ffyrdd</1>", ["capital"]),
    "a small letter of Cyrillic": ("uk", "Roads", "дороги", ["capital"]),
    "no full stop": ("cy", "Roads are safe.", "Mae ffyrdd yn ddiogel", ["ending"]),
    "another end": ("cy", "Are roads safe?", "Ffyrdd diogel.", ["ending"]),
    "a heading that became a sentence": ("cy", "Roads", "Ffyrdd.", ["ending"]),
    "not translated": ("cy", "Roads are safe.", "Roads are safe.", ["same"]),
    "white space at the end": ("cy", "Roads", "Ffyrdd ", ["edges"]),
    "a line end at the beginning": ("cy", "Roads", "\nFfyrdd", ["edges"]),
}


@pytest.mark.parametrize("tag, source, said, expected", WRONG.values(), ids=WRONG)
def test_what_is_wrong(tag: str, source: str, said: str, expected: list[str]) -> None:
    assert found(polib.POEntry(msgid=source, msgstr=said), tag) == expected


def test_every_check_finds_something() -> None:
    assert {code for *_, codes in WRONG.values() for code in codes} == {*ERRORS, *WARNINGS}


@pytest.mark.parametrize("tag, source, said, expected", WRONG.values(), ids=WRONG)
def test_a_translator_excuses_a_check(tag: str, source: str, said: str, expected: list[str]) -> None:
    comment = f"A note.\nplainplan: allow {expected[0]}"
    assert found(polib.POEntry(msgid=source, msgstr=said, tcomment=comment), tag) == []
    assert found(polib.POEntry(msgid=source, msgstr=said, flags=["fuzzy"]), tag) == []


EXCUSES = {
    "two at once": "plainplan: allow numbers, ending",
    "as problems name them": "plainplan: allow translation-numbers ending",
    "one each": "plainplan: allow numbers\nPlainplan: Allow ending",
}


@pytest.mark.parametrize("comment", EXCUSES.values(), ids=EXCUSES)
def test_several_excuses(comment: str) -> None:
    entry = polib.POEntry(msgid="2 roads.", msgstr="dwy ffordd", tcomment=comment)
    assert found(entry) == []
    entry.tcomment = ""
    assert found(entry) == ["numbers", "ending"]


def test_the_same_word_in_both_languages() -> None:
    assert found(polib.POEntry(msgid="Taxi", msgstr="Taxi", tcomment="same in Welsh")) == []
    assert found(polib.POEntry(msgid="Taxi", msgstr="Taxi", tcomment="not the same")) == ["same"]


WELSH = ["dim ffyrdd", "un ffordd", "dwy ffordd", "tair ffordd", "chwe ffordd", "%(number)s ffordd"]
PLURAL_FORMS: dict[str, tuple[dict[int, str], list[str]]] = {
    "all six, five of them for one number": (dict(enumerate(WELSH)), []),
    "the sixth is for many numbers": (dict(enumerate([*WELSH[:5], "ffyrdd"])), ["placeholders"]),
    "an unknown placeholder": (dict(enumerate(["%(nifer)s", *WELSH[1:]])), ["placeholders"]),
    "only two forms": ({0: "ffordd", 1: "%(number)s ffordd"}, [PLURALS]),
    "one is empty": (dict(enumerate([*WELSH[:4], "", WELSH[5]])), [PLURALS]),
}


@pytest.mark.parametrize("forms, expected", PLURAL_FORMS.values(), ids=PLURAL_FORMS)
def test_plural_forms_of_welsh(forms: dict[int, str], expected: list[str]) -> None:
    entry = polib.POEntry(msgid="%(number)s road", msgid_plural="%(number)s roads", msgstr_plural=forms)
    assert found(entry) == expected


def test_the_form_for_21_things_needs_its_number_in_ukrainian() -> None:
    forms = {0: "одна дорога", 1: "%(number)s дороги", 2: "%(number)s доріг"}
    entry = polib.POEntry(msgid="%(number)s road", msgid_plural="%(number)s roads", msgstr_plural=forms)
    assert found(entry, "uk") == ["placeholders"]


SOURCES = st.lists(
    st.one_of(
        st.sampled_from(
            ["<1>", "</1>", "<2/>", "{area}", "%(n)s", " ", "a@b.org", "https://a.org/b. ", "£1,250.50 "]
        ),
        st.text(max_size=5),
    ),
    min_size=1,
).map("".join)


@given(SOURCES)
def test_a_source_agrees_with_itself(source: str) -> None:
    wrong = set(found(polib.POEntry(msgid=source, msgstr=source)))
    assert wrong <= {"same", "direction", "characters"}, "those that no source of a plan has"


def test_a_problem_names_file_line_and_text(tmp_path: Path) -> None:
    file = merged(new_file("cy"), [data("measure roads: title", "400 roads")], Edition("cy", "Plan"))
    file[0].msgstr = "40 ffordd"
    file = again(tmp_path, file)
    [problem] = check_entries(file, "data/translations/cy.po", Setting("cy"))
    assert str(problem) == (
        "data/translations/cy.po:14: error: measure roads: title: the figure 400 is missing. "
        "The translation has 40. Write figures in digits, or say `# plainplan: allow numbers` above the "
        "entry. [translation-numbers]"
    )
    lines = (tmp_path / "cy.po").read_text(encoding="utf-8").split("\n")
    assert lines[problem.place.line - 1] == 'msgstr "40 ffordd"'
