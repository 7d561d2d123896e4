"""Whatever a file holds, the answer is a plan or problems with file and line, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plainplan.imports.choices import Notebook
from plainplan.imports.decoding import decode
from plainplan.imports.giving import read_grants
from plainplan.imports.measure import Asked, read_measure
from plainplan.imports.records import build
from plainplan.imports.stratml import read_plan
from plainplan.imports.writing import to_yaml
from plainplan.load.validate import to_record
from plainplan.load.yaml_source import parse
from plainplan.model.glossary import GlossaryFile, Term

from tests.test_fuzz import FUZZ

FILES = {path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "files").iterdir())}
ODD = (
    b"",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"<",
    b"&x;",
    b'"',
    b"{",
    b"[",
    b",",
    b"9" * 5000,
    b"1e999",
    b"-",
    b"\n\n",
)
PLAN = (
    "<StrategicPlan><Name>{}</Name><StrategicPlanCore><Goal><Name>G</Name></Goal></StrategicPlanCore>"
    "</StrategicPlan>"
)


def read_all(raw: bytes) -> list[Notebook]:
    """Read bytes as each kind of file."""
    books = []
    for kind in ("stratml", "360giving", "csv"):
        notes = Notebook("file")
        text = decode(raw, notes)
        if text is not None and kind == "stratml":
            plan = read_plan(text, notes)
            assert (plan is None) == bool(notes.problems)
        elif text is not None and kind == "360giving":
            grants = read_grants(text, notes)
            assert (grants is None) == bool(notes.problems)
        elif text is not None:
            measure = read_measure(text, Asked("measure"), None, notes)
            assert (measure is None) == bool(notes.problems)
        for problem in notes.problems:
            assert problem.message
            assert "\n" not in str(problem)
        books.append(notes)
    return books


@settings(FUZZ, max_examples=200)
@given(raw=st.binary(max_size=400))
def test_any_bytes(raw: bytes) -> None:
    assert all(notes.problems for notes in read_all(raw)[:2])


@settings(FUZZ, max_examples=400)
@given(
    name=st.sampled_from(sorted(FILES)),
    cut=st.integers(0, 5000),
    odd=st.sampled_from(ODD),
    length=st.integers(0, 20),
    truncated=st.booleans(),
)
def test_a_spoilt_file(name: str, cut: int, odd: bytes, length: int, truncated: bool) -> None:
    raw = FILES[name]
    place = cut % (len(raw) + 1)
    read_all(raw[:place] + odd + (b"" if truncated else raw[place + length :]))


@settings(FUZZ, max_examples=300)
@given(text=st.text(max_size=300))
def test_any_words_are_written_so_that_they_can_be_read(text: str) -> None:
    notes = Notebook("file")
    data = {"terms": [{"id": "word", "term": text, "meaning": text}]}
    record = build(GlossaryFile, data, {}, notes)
    if record is None:
        assert notes.problems
        return
    again, problems = to_record(GlossaryFile, parse(to_yaml(record), "file"), "file")
    assert (again, problems) == (record, [])


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "~",
        "null",
        "12",
        "1.10",
        "2026-01-01",
        "- a",
        "a: b",
        "# a",
        "'",
        '"',
        "{{ x }}",
        "yes",
        "@a",
        "*",
    ],
)
def test_words_that_mean_something_else_in_yaml(words: str) -> None:
    record = GlossaryFile(terms=(Term(id="a", term=words, meaning=f"{words}\n\n  {words}"),))
    assert to_record(GlossaryFile, parse(to_yaml(record), "file"), "file") == (record, [])


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n' + PLAN.format("&b;"),
            1,
            "defines entities",
        ),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE x [\n<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
            + PLAN.format("&a;"),
            2,
            "defines entities",
        ),
        ('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">\n' + PLAN.format("&a;"), 2, "entit"),
        (PLAN.format("a & b"), 1, "&amp;"),
        ("<a><b></a>", 1, "closed by the name of another"),
        ("<StrategicPlan>\n<Name>", 2, "breaks off"),
        ("<html></html>", 1, "not a StratML document"),
        ("Dear all", 1, "not XML"),
        ("<StrategicPlan/>", 1, "no goal"),
        ("<StrategicPlan>" + "<Goal>" * 200 + "</Goal>" * 200 + "</StrategicPlan>", 1, "too deeply"),
        ("<a>" * 5000, 1, ""),
    ],
    ids=range(11),
)
def test_xml_that_is_refused(text: str, line: int, words: str) -> None:
    notes = Notebook("plan.xml")
    assert read_plan(text, notes) is None
    assert notes.problems[0].place.file == "plan.xml"
    assert notes.problems[0].place.line == line
    assert words in str(notes.problems[0])
    assert "root:" not in str(notes.problems)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{"grants": [\n{"id": 1,}\n]}', 2, "not JSON"),
        ('{"grants": {}}', 1, "no list called grants"),
        ("[" * 100000, 1, ""),
        ('[{"id": NaN}]', 1, "a number in the file"),
        ('[{"amountAwarded": 1e999999999}]', 1, "a number in the file"),
        ("[1,\n2]", 1, "not a grant"),
        ("[]", 1, "no grant in the file"),
        ("a,b\nc,d\n", 1, "not a 360Giving file"),
    ],
    ids=range(8),
)
def test_grants_that_are_refused(text: str, line: int, words: str) -> None:
    notes = Notebook("grants")
    assert read_grants(text, notes) is None
    assert notes.problems[0].place.line == line
    assert words in str(notes.problems[0])


@pytest.mark.parametrize(
    ("raw", "line", "words"),
    [
        (b"a\nb\0", 2, "not text"),
        (b"a\nb\xff\x81", 2, "neither UTF-8 nor Windows-1252"),
        (b"\xff\xfea", 1, "utf-16"),
        (b" \n ", 1, "empty"),
    ],
)
def test_bytes_that_are_no_text(raw: bytes, line: int, words: str) -> None:
    notes = Notebook("file")
    assert decode(raw, notes) is None
    assert notes.problems[0].place.line == line
    assert words in str(notes.problems[0])
