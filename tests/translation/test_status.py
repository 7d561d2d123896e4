"""How far a translation has come, as an agency is told it."""

from __future__ import annotations

import json

import pytest
from plainplan.translation.pieces import count_words
from plainplan.translation.report import as_json, as_text
from plainplan.translation.status import Amount, Progress, status_of

from tests.translation.made import catalogue, data, entry_of

WORDS = {
    "Safer roads": 2,
    "See <1>the budget</1> of %(year)s.": 4,
    "Write to plan@example.org or https://example.org/a b": 4,
    "<1>Roads</1>, <2/>villages — and 400 boats": 5,
    "don't over-run": 2,
    "": 0,
    "…": 0,
}


@pytest.mark.parametrize("text, expected", WORDS.items())
def test_words_are_counted_as_a_reader_counts_them(text: str, expected: int) -> None:
    assert count_words(text) == expected


ONE, TWO, THREE = (
    data("a", "Safer roads", page=""),
    data("b", "More officers in villages", page="priorities/roads/"),
    data("c", "A road", many="Many long roads", page="priorities/roads/"),
)


def test_translated_changed_and_missing() -> None:
    file = catalogue(ONE, TWO, THREE, Safer_roads="Ffyrdd", More_officers_in_villages="Mwy")
    entry_of(file, "More officers in villages").flags = ["fuzzy"]
    found = status_of("cy", [ONE, TWO, THREE, ONE], file)
    assert [(page.page, page.progress) for page in found.pages] == [
        ("", Progress(translated=Amount(1, 2))),
        ("priorities/roads/", Progress(changed=Amount(1, 4), missing=Amount(1, 5))),
    ]
    assert (found.total.total, found.total.to_do) == (Amount(3, 11), Amount(2, 9))
    assert (found.total.percent, found.total.is_complete, found.unknown) == (18, False, 0)


def test_a_text_that_the_file_lacks_is_missing() -> None:
    found = status_of("cy", [ONE, TWO], catalogue(ONE, Safer_roads="Ffyrdd"))
    assert (found.total.missing, found.unknown) == (Amount(1, 4), 1)


def test_a_plural_of_which_a_form_is_empty_is_missing() -> None:
    file = catalogue(THREE)
    file[0].msgstr_plural = {**dict.fromkeys(range(6), "ffordd"), 3: ""}
    assert status_of("cy", [THREE], file).total.missing == Amount(1, 5)


PERCENT = {
    "all": (Progress(translated=Amount(5, 50)), 100),
    "nothing to translate": (Progress(), 100),
    "all but one word of a thousand": (Progress(Amount(5, 999), missing=Amount(1, 1)), 99),
    "all but a text without words": (Progress(Amount(5, 999), missing=Amount(1, 0)), 99),
    "never rounded up": (Progress(Amount(2, 2), Amount(1, 1)), 66),
    "none": (Progress(missing=Amount(1, 10)), 0),
    "only texts without words": (Progress(missing=Amount(1, 0)), 0),
}


@pytest.mark.parametrize("progress, expected", PERCENT.values(), ids=PERCENT)
def test_percent(progress: Progress, expected: int) -> None:
    assert progress.percent == expected


def test_the_report() -> None:
    found = status_of("cy", [ONE, TWO, THREE], catalogue(ONE, TWO, Safer_roads="Ffyrdd"))
    assert as_text([found]) == (
        "cy: 18% translated. To do: 9 words in 2 texts, of 11 words in 3 texts.\n"
        "Not yet in the PO file: 1 text. Run `plainplan translate update`.\n"
        "Words, and in brackets the texts that they are in:\n"
        "page               translated  changed since  missing\n"
        "the home page           2 (1)          0 (0)    0 (0)\n"
        "priorities/roads/       0 (0)          0 (0)    9 (2)\n"
        "in all                  2 (1)          0 (0)    9 (2)"
    )
    [record] = json.loads(as_json([found]))
    assert (record["language"], record["percent"], record["not_in_file"]) == ("cy", 18, 1)
    assert record["pages"][1] == {
        "page": "priorities/roads/",
        "translated": {"messages": 0, "words": 0},
        "changed": {"messages": 0, "words": 0},
        "missing": {"messages": 2, "words": 9},
    }
