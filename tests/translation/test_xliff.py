"""XLIFF: what an agency gets, and what comes back."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from plainplan.translation.entries import same_file
from plainplan.translation.pair import Setting
from plainplan.translation.po import po_text
from plainplan.translation.xliff import to_xliff
from plainplan.translation.xliff_import import imported
from plainplan.translation.xliff_inline import NAMESPACE, fits_xml, read_inline, write_inline
from plainplan.translation.xliff_read import read_xliff
from translate.storage.xliff import Xliff1File

from tests.translation.made import block, catalogue, data, entry_of

NAME = "data/translations/cy.po"
SETTING = Setting("cy")
X = {"x": NAMESPACE}
ROADS = data("a", "Roads", comment="The title.")
SEE = block("See <1>the <2>budget</2></1> of %(year)s.<3/>")
COUNT = data("b", "%(n)s road", many="%(n)s roads")


def the(element: etree._Element, path: str) -> etree._Element:
    """The one element that a path leads to."""
    [found] = element.findall(path, X)
    return found


def written(file: polib.POFile, *, todo: bool = False) -> bytes:
    made, problems = to_xliff(file, NAME, SETTING, todo=todo)
    assert problems == []
    return made


def back(file: polib.POFile, xliff: bytes) -> tuple[polib.POFile, int, int, list[str]]:
    """The file after an import, how many texts were taken and left, and the problems."""
    returned, problems = read_xliff(xliff, "cy.xlf")
    assert problems == [] and returned is not None
    found = imported(file, returned.units, "cy")
    return found.file, len(found.taken), found.unfinished, [str(problem) for problem in found.problems]


def without_translations(file: polib.POFile) -> polib.POFile:
    empty = same_file(file, [polib.POEntry(**vars(entry)) for entry in file])
    for entry in empty:
        entry.msgstr, entry.msgstr_plural = "", dict.fromkeys(entry.msgstr_plural, "")
    return empty


def test_what_a_translator_sees() -> None:
    file = catalogue(ROADS, SEE, Roads="Ffyrdd")
    root = etree.fromstring(written(file))
    assert dict(the(root, "x:file").items()) == {
        "original": NAME,
        "datatype": "po",
        "source-language": "en",
        "target-language": "cy",
    }
    first, second = root.iterfind(".//x:trans-unit", X)
    assert (first.get("resname"), first.get("approved")) == ("a", "yes")
    assert [note.text for note in first.iterfind("x:note", X)] == [
        "The title.\nPage: https://plan.example.org/priorities/roads/"
    ]
    assert [place.text for place in first.iterfind(".//x:context", X)] == ["data/priorities/roads.yml", "3"]
    source = the(second, "x:source")
    assert [(etree.QName(part).localname, part.get("id")) for part in source.iter()][1:] == [
        ("g", "1"),
        ("g", "2"),
        ("ph", "p1"),
        ("x", "3"),
    ]
    assert "".join(str(part) for part in source.itertext()) == "See the budget of %(year)s."
    assert dict(the(second, "x:target").items()) == {"state": "needs-translation"}


def test_another_program_reads_it() -> None:
    file = catalogue(ROADS, COUNT, Roads="Ffyrdd")
    title, count = Xliff1File.parsestring(written(file)).units  # type: ignore[no-untyped-call]
    assert (title.source, title.target) == ("Roads", "Ffyrdd")
    forms = ["%(n)s road" if form == 1 else "%(n)s roads" for form in range(6)]
    assert [str(form) for form in count.source.strings] == forms, "six forms of one text"


def test_the_words_before_stand_beside_changed_ones() -> None:
    file = catalogue(ROADS, Roads="Heol")
    file[0].flags, file[0].previous_msgid = ["fuzzy"], "Road"
    root = etree.fromstring(written(file))
    assert the(root, ".//x:trans-unit/x:target").get("state") == "needs-review-translation"
    assert the(root, ".//x:alt-trans/x:source").text == "Road"


def test_each_plural_form_says_for_which_numbers_it_is() -> None:
    root = etree.fromstring(written(catalogue(COUNT)))
    notes = [unit.findall("x:note", X)[-1].text for unit in root.iterfind(".//x:group/x:trans-unit", X)]
    assert notes == [
        *[f"For the numbers {n}" for n in (0, 1, 2, 3, 6)],
        "For the numbers 4, 5, 7, 8, 9, 10 and others",
    ]


def test_only_what_is_to_do() -> None:
    file = catalogue(ROADS, SEE, data("c", "Towns"), Roads="Ffyrdd", Towns="Trefi")
    entry_of(file, "Towns").flags = ["fuzzy"]
    root = etree.fromstring(written(file, todo=True))
    assert [unit.get("resname") for unit in root.iterfind(".//x:trans-unit", X)] == [SEE.context, "c"]


def test_what_comes_back_unchanged_changes_nothing() -> None:
    file = catalogue(ROADS, SEE, COUNT, data("c", "Towns"), Roads="Ffyrdd", Towns="Trefi")
    entry_of(file, "Towns").flags = ["fuzzy"]
    after, taken, unfinished, problems = back(file, written(file))
    assert (taken, unfinished, problems) == (0, 8, [])
    assert po_text(after) == po_text(file)


def with_states(xliff: bytes, state: str | None, approved: str = "no", said: str | None = None) -> bytes:
    root = etree.fromstring(xliff)
    for unit in root.iterfind(".//x:trans-unit", X):
        target = the(unit, "x:target")
        unit.set("approved", approved)
        target.attrib.pop("state", "")
        if state is not None:
            target.set("state", state)
        if said is not None:
            target.text = said
    return etree.tostring(root)


STATES = {
    "translated": ("translated", "no", "Trefi", True),
    "final": ("final", "no", "Trefi", True),
    "approved whatever its state": ("needs-review-translation", "yes", "Trefi", True),
    "no state, other words": (None, "no", "Trefydd", True),
    "no state, as it went": (None, "no", "Trefi", False),
    "still to review": ("needs-review-translation", "no", "Trefydd", False),
    "still to translate": ("needs-translation", "no", "Trefydd", False),
    "new": ("new", "no", "Trefydd", False),
    "empty": ("translated", "no", "", False),
}


@pytest.mark.parametrize("state, approved, said, is_taken", STATES.values(), ids=STATES)
def test_states(state: str | None, approved: str, said: str, is_taken: bool) -> None:
    file = catalogue(data("c", "Towns"), Towns="Trefi")
    file[0].flags, file[0].previous_msgid = ["fuzzy"], "Town"
    after, taken, unfinished, _ = back(file, with_states(written(file), state, approved, said))
    assert (taken, unfinished) == (int(is_taken), int(not is_taken))
    assert (after[0].msgstr, after[0].fuzzy) == ((said, False) if is_taken else ("Trefi", True))
    assert after[0].previous_msgid == (None if is_taken else "Town")
    assert file[0].fuzzy, "the file before is as it was"


def test_a_fuzzy_plural_of_which_only_a_form_came_back_stays_fuzzy() -> None:
    file = catalogue(COUNT)
    file[0].msgstr_plural, file[0].flags = dict.fromkeys(range(6), "ffordd"), ["fuzzy"]
    whole = etree.fromstring(with_states(written(file), "final", said="heol"))
    group = the(whole, ".//x:group")
    group.remove(group[-1])
    after, taken, _, _ = back(file, etree.tostring(whole))
    assert (taken, after[0].fuzzy, after[0].msgstr_plural[0]) == (0, True, "ffordd")


def test_units_that_the_file_does_not_know_are_named() -> None:
    file = catalogue(ROADS)
    xliff = with_states(written(catalogue(data("gone", "Harbours"), ROADS)), "final", said="Ffyrdd")
    after, taken, _, problems = back(file, xliff)
    assert (taken, after[0].msgstr) == (1, "Ffyrdd")
    assert len(problems) == 1
    assert problems[0].startswith('cy.xlf:6: warning: gone: the PO file has no "Harbours": the plan changed')


def test_another_source_under_a_known_id_is_not_taken() -> None:
    file = catalogue(ROADS)
    xliff = with_states(written(file).replace(b">Roads<", b">Rails<"), "final", said="Cledrau")
    after, taken, _, problems = back(file, xliff)
    assert (taken, after[0].msgstr, len(problems)) == (0, "", 1)


def test_a_unit_that_stands_twice() -> None:
    file = catalogue(ROADS)
    root = etree.fromstring(with_states(written(file), "final", said="Ffyrdd"))
    body = the(root, ".//x:body")
    body.append(etree.fromstring(etree.tostring(body[0]).replace(b"Ffyrdd", b"Heolydd")))
    after, _, _, [problem] = back(file, etree.tostring(root))
    assert after[0].msgstr == "Ffyrdd"
    assert '"Roads" is here a second time' in problem


def test_what_xml_cannot_hold_is_named() -> None:
    made, [problem] = to_xliff(catalogue(data("a", "Ro\x0bads"), SEE), NAME, SETTING)
    assert len(etree.fromstring(made).findall(".//x:trans-unit", X)) == 1
    assert "has a character that XML cannot hold" in str(problem)


REFUSED = {
    "an entity that names a file": (
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file://FILE'>]><xliff xmlns='NS'><file><body><trans-unit id='a'>"
        "<source>&e;</source><target>&e;</target></trans-unit></body></file></xliff>",
        "cy.xlf:1: error: the file has a document type",
    ),
    "entities that grow": (
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><xliff xmlns='NS'>&b;</xliff>",
        "cy.xlf:1: error: the file has a document type",
    ),
    "a document type of another file": (
        "<!DOCTYPE xliff SYSTEM 'file://FILE'><xliff xmlns='NS'/>",
        "cy.xlf:1: error: the file has a document type",
    ),
    "a parameter entity": (
        "<!DOCTYPE x [<!ENTITY % e SYSTEM 'file://FILE'>%e;]><xliff xmlns='NS'/>",
        "cy.xlf:1: error: the file has a document type",
    ),
    "XLIFF 2": (
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0'/>",
        "cy.xlf:1: error: this is XLIFF 2.",
    ),
    "other XML": ("<tmx/>", "cy.xlf:1: error: this is not XLIFF."),
    "no XML": ("Dear translator", "cy.xlf:1: error: the file is no good XML."),
    "nothing": ("", "cy.xlf:1: error: the file is no good XML."),
    "broken off": ("<xliff xmlns='NS'>\n<file>", "cy.xlf:2: error: the file is no good XML."),
    "two languages": (
        "<xliff xmlns='NS'><file target-language='cy'/><file target-language='pl'/></xliff>",
        "cy.xlf:1: error: the file has several languages: cy, pl.",
    ),
}


@pytest.mark.parametrize("text, expected", REFUSED.values(), ids=REFUSED)
def test_files_that_are_refused(tmp_path: Path, text: str, expected: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    returned, [problem] = read_xliff(
        text.replace("NS", NAMESPACE).replace("FILE", str(secret)).encode(), "cy.xlf"
    )
    assert returned is None
    assert str(problem).startswith(expected)
    assert "secret" not in str(problem)


def test_markup_that_a_tool_put_in_is_read_as_its_words() -> None:
    target = etree.fromstring(
        f'<target xmlns="{NAMESPACE}"><mrk mtype="seg">Gweler <bpt id="1">&lt;1></bpt>y gyllideb'
        '<ept id="1">&lt;/1></ept></mrk><!-- note --> <ph id="p1">%(year)s</ph><x id="2"/></target>'
    )
    assert read_inline(target) == "Gweler <1>y gyllideb</1> %(year)s<2/>"


PIECES = st.lists(
    st.sampled_from(
        ["a", " ", "\n", "é ", "<", "&", "<1>", "</1>", "<2>", "</2>", "<3/>", "%(n)s", "{x}", "]]>"]
    )
).map("".join)


@given(st.one_of(PIECES, st.text().filter(fits_xml)))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    text = text.replace("\r", "")
    element = etree.Element(f"{{{NAMESPACE}}}source")
    write_inline(element, text)
    assert read_inline(etree.fromstring(etree.tostring(element))) == text


@given(st.lists(st.tuples(PIECES, PIECES, PIECES, st.booleans()), max_size=5))
def test_nothing_is_lost_on_the_way(texts: list[tuple[str, str, str, bool]]) -> None:
    messages = [
        data(f"context {number}", one or "x", many=many or "xs") if is_plural else block(f"{number}{one}")
        for number, (one, many, _, is_plural) in enumerate(texts)
    ]
    file = catalogue(*messages)
    for entry, (_, _, said, _) in zip(file, texts, strict=True):
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, said)
        entry.msgstr = "" if entry.msgid_plural else said
    after, _, _, problems = back(without_translations(file), written(file))
    assert problems == []
    assert po_text(after) == po_text(file)
