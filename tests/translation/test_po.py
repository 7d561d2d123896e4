"""PO files: what is written, and what is wrong with those that come from elsewhere."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.translation.merge import merged
from plainplan.translation.po import new_file, po_text, read_po
from translate.storage.pypo import pofile

from tests.translation.made import CY, again, catalogue, data, entry_of, read_text

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Safer Testshire\\n"
"Language: cy\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=6; plural=(((n == 3)) ? 3 : ((n == 6)) ? 4 : ((n == 1)) ? 1 : \
((n == 2)) ? 2 : ((n == 0)) ? 0 : 5);\\n"
"""
ENTRY = '\nmsgctxt "a"\nmsgid "Roads"\nmsgstr "Ffyrdd"\n'


def test_a_whole_file() -> None:
    page = "priorities/" + "-".join(["safer-roads-and-rural-communities"] * 2) + "/"
    title = data("priority roads: title", "Roads", comment="The title.\nShort.", page=page)
    count = data("label action: counted", "%(number)s action", many="%(number)s actions")
    file = catalogue(title, count, Roads="Ffyrdd")
    assert po_text(file) == (
        HEADER
        + f"""
#. The title.
#. Short.
#. Page:
#. https://plan.example.org/{page}
#: data/priorities/roads.yml:3
msgctxt "priority roads: title"
msgid "Roads"
msgstr "Ffyrdd"

#. Page: https://plan.example.org/priorities/roads/
#: data/priorities/roads.yml:3
#, python-format
msgctxt "label action: counted"
msgid "%(number)s action"
msgid_plural "%(number)s actions"
msgstr[0] ""
msgstr[1] ""
msgstr[2] ""
msgstr[3] ""
msgstr[4] ""
msgstr[5] ""
"""
    )


def test_without_an_address_of_the_site() -> None:
    file = merged(new_file("cy"), [data("a", "Roads", page="")], type(CY)("cy", "Plan"))
    assert file[0].comment == "Page: /"


def test_what_translators_wrote_in_the_header_stays(tmp_path: Path) -> None:
    header = HEADER.replace("MIME", 'Last-Translator: Eleri\\n"\n"X-Generator: Poedit 3.4\\n"\n"MIME')
    before, problems = read_text(tmp_path, "# Cyfieithwyd gan Eleri\n" + header + ENTRY)
    assert before is not None and problems == []
    after = po_text(merged(before, [data("a", "Roads")], CY))
    assert after.startswith("# Cyfieithwyd gan Eleri\n")
    assert '"Last-Translator: Eleri\\n"' in after
    assert "X-Generator" not in after


BROKEN = {
    "a quote is missing": (
        HEADER + '\nmsgid "Roads"\nmsgstr "Ffyrdd\n',
        ['cy.po:11: error: a quotation mark is missing: msgstr "Ffyrdd'],
    ),
    "a quote inside": (
        HEADER + '\nmsgid "Roads"\nmsgstr "Y "ffyrdd""\n',
        ["cy.po:11: error: a quotation mark inside the words"],
    ),
    "several at once": (
        HEADER + '\nmsgid "Roads\nmsgstr Ffyrdd\n',
        ["cy.po:10: error: a quotation mark is missing", "cy.po:11: error: this is no line of a PO file"],
    ),
    "a conflict of git": (
        HEADER + "<<<<<<< HEAD\n" + ENTRY + "=======\n",
        [
            "cy.po:9: error: two versions of the file were joined and not settled.",
            "cy.po:14: error: two versions of the file were joined and not settled.",
        ],
    ),
    "out of order": (
        HEADER + '\nmsgstr "Ffyrdd"\nmsgid "Roads"\n',
        ["cy.po:10: error: this line cannot stand here."],
    ),
    "twice": (
        HEADER + ENTRY + ENTRY.replace("Ffyrdd", "Heolydd"),
        ['cy.po:16: error: a: "Roads" is here a second time: first on line 12.'],
    ),
    "another encoding is declared": (
        HEADER.replace("UTF-8", "ISO-8859-14") + ENTRY,
        ["cy.po:6: error: the file says that it is in ISO-8859-14."],
    ),
    "no language": (HEADER.replace('"Language: cy\\n"\n', ""), ["cy.po:1: error: the header does not say"]),
    "no header": (ENTRY, ["cy.po:1: error: the header does not say the language."]),
    "another language": (
        HEADER.replace("Language: cy", "Language: pl"),
        ['cy.po:1: error: the header says Language: pl, and the file is called "cy.po".'],
    ),
    "the plurals of another language": (
        HEADER[: HEADER.index('"Plural')] + '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n',
        ["cy.po:1: error: Plural-Forms do not fit the language. They are: nplurals=6;"],
    ),
    "no plurals": (HEADER[: HEADER.index('"Plural')], ["cy.po:1: error: the header has no Plural-Forms."]),
    "plurals that are no rule": (
        HEADER[: HEADER.index('"Plural')] + '"Plural-Forms: nplurals=2; plural=import os;\\n"\n',
        ["cy.po:1: error: the header has no Plural-Forms."],
    ),
}


@pytest.mark.parametrize("text, expected", BROKEN.values(), ids=BROKEN)
def test_a_file_with_errors(tmp_path: Path, text: str, expected: list[str]) -> None:
    _, problems = read_text(tmp_path, text)
    assert len(problems) == len(expected)
    for problem, beginning in zip(problems, expected, strict=True):
        assert problem.startswith(beginning)
        assert len(problem) > len(beginning) + 10  # and says what to do


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "cy.po"
    path.write_bytes((HEADER + ENTRY).encode().replace(b"Ffyrdd", b"T\xfb"))
    file, [problem] = read_po(path, "cy.po", "cy")
    assert file is None
    assert str(problem).startswith("cy.po:12: error: a character is not in UTF-8.")


SAME_PLURALS = [
    "nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 :(n==6) ? 4 : 5;",
    "nplurals=6; plural=n==0 ? 0 : (n==1 ? 1 : (n==2 ? 2 : (n==3 ? 3 : (n==6 ? 4 : 5))));",
]


@pytest.mark.parametrize("rule", SAME_PLURALS, ids=["Poedit", "Weblate"])
def test_plurals_as_other_programs_write_them(tmp_path: Path, rule: str) -> None:
    text = HEADER[: HEADER.index('"Plural')] + f'"Plural-Forms: {rule}\\n"\n' + ENTRY
    assert read_text(tmp_path, text)[1] == []


def test_windows_lines_and_a_byte_order_mark(tmp_path: Path) -> None:
    file, problems = read_text(tmp_path, "\ufeff" + (HEADER + ENTRY).replace("\n", "\r\n"))
    assert problems == [] and file is not None
    assert (file[0].msgstr, file[0].linenum) == ("Ffyrdd", 12)


def test_lines_are_those_of_the_translations(tmp_path: Path) -> None:
    plural = '\n# A note\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "un"\nmsgstr[1] "un"\n'
    gone = '\n#~ msgid "Old"\n#~ msgstr "Hen"\n'
    file, _ = read_text(tmp_path, HEADER + ENTRY + plural + gone)
    assert file is not None
    assert [entry.linenum for entry in file] == [12, 17, 21]


def test_the_library_of_weblate_writes_the_same_bytes() -> None:
    title = data("a", "Roads", comment="The title of a priority, which stands on every page of it.")
    count = data("b", "%(number)s road", many="%(number)s roads")
    prose = data("c", 'A “long” text, with "quotes" and well-known places. ' * 3)
    before = catalogue(title, count, prose, data("d", "Towns"), Roads="Ffyrdd", Towns="Trefi")
    text = po_text(merged(before, [data("a", "Safe roads"), count, prose], CY))
    assert "#, fuzzy" in text
    assert "#~ msgid" in text
    assert bytes(pofile.parsestring(text.encode())).decode() == text  # type: ignore[no-untyped-call]


WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), min_size=1, max_size=200
)


@given(WORDS, WORDS, st.text(st.sampled_from('ab -"\\\n\té\u2028'), min_size=1, max_size=200))
def test_what_is_written_is_read_again(context: str, text: str, said: str) -> None:
    file = catalogue(data(context, text))
    file[0].msgstr = said
    with TemporaryDirectory() as folder:
        read = again(Path(folder), file)
        assert (read[0].msgctxt, read[0].msgid, read[0].msgstr) == (context, text, said)
        assert po_text(read) == po_text(file)


def test_a_text_that_is_gone_is_read_again(tmp_path: Path) -> None:
    before = catalogue(data("a", "Roads"), data("b", "Towns"), Towns="Trefi", Roads="Ffyrdd")
    after = again(tmp_path, merged(before, [data("a", "Roads")], CY))
    assert entry_of(after, "Towns").obsolete
    assert po_text(after).endswith('\n#~ msgctxt "b"\n#~ msgid "Towns"\n#~ msgstr "Trefi"\n')
