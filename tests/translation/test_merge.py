"""Bringing a PO file up to date: only what changed becomes fuzzy."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.translation.changes import counted_changes
from plainplan.translation.entries import key_of
from plainplan.translation.merge import Edition, merged
from plainplan.translation.message import Message
from plainplan.translation.po import new_file, po_text

from tests.translation.made import CY, again, block, catalogue, data, entry_of, read_text

LONG = "We will put more officers on the roads round our villages."
LONGER = "We will put many more officers on the roads round our villages."


def told(file: polib.POFile) -> dict[str, tuple[str, str]]:
    """For each text: how it stands, and its translation; of one that is also gone, how it stands now."""
    return {
        entry.msgid: (
            "gone" if entry.obsolete else "fuzzy" if entry.fuzzy else "ready" if entry.msgstr else "missing",
            entry.msgstr,
        )
        for entry in sorted(file, key=lambda entry: not entry.obsolete)
    }


CASES: dict[str, tuple[list[Message], list[Message], dict[str, tuple[str, str]]]] = {
    "nothing changed": ([data("a", "Roads")], [data("a", "Roads")], {"Roads": ("ready", "t:Roads")}),
    "data changed, however much": (
        [data("a", "Roads"), data("b", "Towns")],
        [data("a", "Harbours and boats"), data("b", "Towns")],
        {"Harbours and boats": ("fuzzy", "t:Roads"), "Towns": ("ready", "t:Towns")},
    ),
    "a block changed a little": (
        [block(LONG), block("Another block.")],
        [block(LONGER), block("Another block.")],
        {LONGER: ("fuzzy", f"t:{LONG}"), "Another block.": ("ready", "t:Another block.")},
    ),
    "a block is another": (
        [block(LONG)],
        [block("Dogs.")],
        {"Dogs.": ("missing", ""), LONG: ("gone", f"t:{LONG}")},
    ),
    "a block of another chapter is not a change": (
        [block(LONG)],
        [block(LONGER, "towns.md")],
        {LONGER: ("missing", ""), LONG: ("gone", f"t:{LONG}")},
    ),
    "blocks changed places": (
        [block("One block."), block("Two blocks.")],
        [block("Two blocks."), block("One block.")],
        {"Two blocks.": ("ready", "t:Two blocks."), "One block.": ("ready", "t:One block.")},
    ),
    "the most alike goes first, each once": (
        [block(LONG)],
        [block(f"{LONGER} Now."), block(LONGER)],
        {f"{LONGER} Now.": ("missing", ""), LONGER: ("fuzzy", f"t:{LONG}")},
    ),
    "a chapter has a new name": (
        [block(LONG)],
        [block(LONG, "villages.md")],
        {LONG: ("ready", f"t:{LONG}")},
    ),
    "a block gives way to one that is translated elsewhere": (
        [block(LONGER), block(LONG, "towns.md")],
        [block(LONGER), block(LONGER, "towns.md")],
        {LONGER: ("ready", f"t:{LONGER}"), LONG: ("gone", f"t:{LONG}")},
    ),
    "data that changed is doubted, whatever is elsewhere": (
        [data("a", "Roads"), data("b", "Towns")],
        [data("b", "Roads")],
        {"Roads": ("fuzzy", "t:Towns")},
    ),
    "a text is gone": (
        [data("a", "Roads"), data("b", "Towns")],
        [data("a", "Roads")],
        {"Roads": ("ready", "t:Roads"), "Towns": ("gone", "t:Towns")},
    ),
}


@pytest.mark.parametrize("before, after, expected", CASES.values(), ids=CASES)
def test_an_update(before: list[Message], after: list[Message], expected: dict[str, tuple[str, str]]) -> None:
    file = catalogue(*before)
    for entry in file:
        entry.msgstr = f"t:{entry.msgid}"
    found = merged(file, after, CY)
    new = {key: value for key, value in told(found).items() if key in expected}
    assert new == expected
    live = [entry.msgid for entry in found if not entry.obsolete]
    assert live == [message.text for message in after]


def test_the_words_before_are_kept_beside_a_changed_text(tmp_path: Path) -> None:
    before = catalogue(data("a", "Roads"), Roads="Ffyrdd")
    once = again(tmp_path, merged(before, [data("a", "Safe roads")], CY))
    assert '#, fuzzy\n#| msgid "Roads"\nmsgctxt "a"\nmsgid "Safe roads"\nmsgstr "Ffyrdd"\n' in po_text(once)
    twice = merged(once, [data("a", "Safer roads")], CY)
    assert entry_of(twice, "Safer roads").previous_msgid == "Roads", "the words that were translated"


def test_a_text_comes_back() -> None:
    first = catalogue(data("a", "Roads"), data("b", "Towns"), Roads="Ffyrdd", Towns="Trefi")
    gone = merged(first, [data("a", "Roads")], CY)
    back = merged(gone, [data("a", "Roads"), data("b", "Towns")], CY)
    assert told(back) == {"Roads": ("ready", "Ffyrdd"), "Towns": ("ready", "Trefi")}


def test_deleting_an_entry_makes_the_text_missing_again() -> None:
    before = catalogue(data("a", "Roads"), data("b", "Towns"), Roads="Ffyrdd", Towns="Trefi")
    before.remove(entry_of(before, "Towns"))
    after = merged(before, [data("a", "Roads"), data("b", "Towns")], CY)
    assert told(after) == {"Roads": ("ready", "Ffyrdd"), "Towns": ("missing", "")}


ELSEWHERE = {
    "all agree": (["Ffyrdd", "Ffyrdd"], ("ready", "Ffyrdd")),
    "they differ": (["Ffyrdd", "Heolydd"], ("fuzzy", "Ffyrdd")),
    "one has none": (["", "Heolydd"], ("ready", "Heolydd")),
    "none has any": (["", ""], ("missing", "")),
}


@pytest.mark.parametrize("said, expected", ELSEWHERE.values(), ids=ELSEWHERE)
def test_the_same_words_elsewhere(said: list[str], expected: tuple[str, str]) -> None:
    messages = [data("a", "Roads"), data("b", "Roads")]
    before = catalogue(*messages)
    for entry, words in zip(before, said, strict=True):
        entry.msgstr = words
    after = merged(before, [*messages, data("c", "Roads")], CY)
    entry = entry_of(after, "Roads", "c")
    assert told(polib_of(entry)) == {"Roads": expected}
    assert [e.msgstr for e in after][:2] == said, "those that were there stay"


def polib_of(*entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile()
    file.extend(entries)
    return file


def test_what_translators_noted_stays() -> None:
    before = catalogue(data("a", "Roads"), Roads="Roads")
    before[0].tcomment, before[0].flags = "same", ["no-wrap"]
    entry = merged(before, [data("a", "Roads", comment="Now with a comment.")], CY)[0]
    assert (entry.tcomment, entry.flags) == ("same", ["no-wrap"])
    assert entry.comment.startswith("Now with a comment.")


def test_other_words_for_many_make_a_plural_fuzzy() -> None:
    before = catalogue(data("a", "road", many="roads"))
    before[0].msgstr_plural = dict.fromkeys(range(6), "ffordd")
    once = merged(before, [data("a", "road", many="routes")], CY)
    assert (once[0].fuzzy, once[0].previous_msgid_plural) == (True, "roads")
    assert po_text(merged(once, [data("a", "road", many="routes")], CY)) == po_text(once)


def test_plurals_made_by_other_rules_are_doubted(tmp_path: Path) -> None:
    english = 'msgid ""\nmsgstr "Language: cy\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    plural = '\nmsgctxt "a"\nmsgid "road"\nmsgid_plural "roads"\nmsgstr[0] "ffordd"\nmsgstr[1] "ffyrdd"\n'
    before, _ = read_text(tmp_path, english + plural)
    assert before is not None
    [entry] = merged(before, [data("a", "road", many="roads")], CY)
    assert entry.fuzzy
    assert entry.msgstr_plural == {0: "ffordd", 1: "ffyrdd", 2: "", 3: "", 4: "", 5: ""}


def test_plurals_made_by_as_many_other_rules_are_doubted() -> None:
    before = catalogue(data("a", "road", many="roads"), data("b", "Towns"), Towns="Trefi")
    before[0].msgstr_plural = dict.fromkeys(range(6), "ffordd")
    before.metadata["Plural-Forms"] = "nplurals=6; plural=n<5 ? n : 5;"
    plural, single = merged(before, [data("a", "road", many="roads"), data("b", "Towns")], CY)
    assert (plural.fuzzy, plural.msgstr_plural) == (True, dict.fromkeys(range(6), "ffordd"))
    assert not single.fuzzy


def test_of_texts_of_one_place_the_last_in_use_is_taken() -> None:
    first = catalogue(data("a", "Safer roads"), data("x", "Safer towns"), Safer_roads="Hen", Safer_towns="Y")
    second = merged(first, [data("x", "Safer towns")], CY)
    for entry in second:
        entry.msgctxt = "a"  # one gone, one in use, in the same place
    third = merged(second, [data("a", "Safest roads")], CY)
    assert entry_of(third, "Safest roads").msgstr == "Y", "not the gone one, though it is more alike"


def test_a_text_that_stands_twice_is_one_entry() -> None:
    twice = [data("a", "Roads"), data("a", "Roads", page="x/")]
    assert len(merged(new_file("cy"), twice, CY)) == 1


def test_what_an_update_changed_is_counted() -> None:
    before = catalogue(data("a", "Roads"), data("b", "Towns"), Roads="Ffyrdd", Towns="Trefi")
    after = merged(before, [data("a", "Safe roads"), data("c", "Boats")], CY)
    assert counted_changes(before, after) == (
        "2 texts. New: 1. Changed since they were translated: 1. Not used any more: 1."
    )


TEXTS = st.sampled_from(["Roads", "Safe roads", "Safer roads", "Towns", LONG, LONGER, "%(n)s roads"])
MESSAGES = st.lists(
    st.one_of(
        st.builds(data, st.sampled_from("abc"), TEXTS),
        st.builds(block, TEXTS, st.sampled_from(["roads.md", "towns.md"])),
        st.builds(data, st.sampled_from("de"), TEXTS, many=TEXTS),
    ),
    max_size=8,
    unique_by=lambda message: message.key,
)


@given(MESSAGES, MESSAGES, st.data())
def test_an_update_twice_is_an_update_once(
    before: list[Message], after: list[Message], draw: st.DataObject
) -> None:
    file = catalogue(*before)
    for entry in file:
        said = draw.draw(st.sampled_from(["", "Un", "Dau"]))
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(range(6), said)
        else:
            entry.msgstr = said
    once = merged(file, after, CY)
    with TemporaryDirectory() as folder:
        read = again(Path(folder), once)
    assert po_text(merged(read, after, CY)) == po_text(once)
    assert po_text(merged(once, after, CY)) == po_text(once)
    assert [key_of(entry) for entry in once if not entry.obsolete] == [message.key for message in after]
    kept = {key_of(entry): entry for entry in once}
    for entry in file:  # what is translated and still wanted is as it was
        if entry.translated() and key_of(entry) in {message.key for message in after}:
            found = kept[key_of(entry)]
            if bool(found.msgid_plural) == bool(entry.msgid_plural):
                assert (found.msgstr, found.msgstr_plural) == (entry.msgstr, entry.msgstr_plural)
            assert found.fuzzy is (found.msgid_plural != entry.msgid_plural)


def test_no_translation_is_lost_for_a_language_of_other_plurals() -> None:
    file = merged(new_file("pl"), [data("a", "road", many="roads")], Edition("pl", "Plan"))
    assert list(file[0].msgstr_plural) == [0, 1, 2]
