"""A page as plain text."""

from __future__ import annotations

import unicodedata

import pytest
from plainplan.formats.spoken import Run, pieces_of
from plainplan.formats.text import render_text, transcript
from plainplan.formats.text.lines import WIDTH, directed, in_order, width, wrap
from plainplan.language import speaking

from tests.formats.said import RICH, SAYS, language, page

MADE = """\
Safer roads
===========

Safer Testshire
Published by Office of the Commissioner.
Published 23 November 2026.
https://plan.example.org/roads/

  This is an example.


Contents
--------

- What we do
- Money
  - Words

Why it matters, and the figures.

Links in this part:
- the figures of 2026
  https://www.example.org/figures


What we do
----------

- Check speeds
  - in villages
- Mend signs
  By June 2027.
1. First
2. Second


Money
-----

Table: Grants of the year.
Grant: Village watch, Second round; Amount: £1.2 million.
Grant: Harbour watch; Amount: £42,650. It is paid.
Grant: Total; Amount: £1,242,650.

Chart: Deaths on roads. A line that falls.

Picture: A farm gate


Words

PCC:
  The police and crime commissioner.

  Call 101.
"""


def test_the_file_is_what_a_reader_expects() -> None:
    assert render_text(page(RICH)) == MADE


def test_nothing_is_lost() -> None:
    text = " ".join(render_text(page(RICH)).split())
    assert [words for words in SAYS if words not in text] == []


@pytest.mark.parametrize("tag", ["en", "cy", "ur", "pl", "pa", "gu"])
def test_lines_are_short_and_the_file_is_the_same_each_time(tag: str) -> None:
    body = f"{RICH}<p>{'زیادہ محفوظ ' * 40}</p><p>{'longer words ' * 40}</p><ul><li>{'ਪੰਜਾਬੀ ' * 40}</li></ul>"
    with speaking(language(tag)):
        text = render_text(page(body, tag))
        assert text == render_text(page(body, tag))
    assert [line for line in text.splitlines() if width(line) > WIDTH] == []
    assert not text.startswith("\ufeff") and text.endswith("\n") and "\n\n\n\n" not in text


def test_only_what_has_no_space_is_longer_than_a_line() -> None:
    address = "https://www.example.org/" + "x" * 80
    lines = wrap(f"See {address} now")
    assert lines == ["See", address, "now"]


def test_a_figure_stays_with_its_unit_at_the_end_of_a_line() -> None:
    lines = wrap("It costs £1.2\u00a0million a year", columns=16)
    assert lines == ["It costs", "£1.2 million a", "year"]


@pytest.mark.parametrize(("text", "columns"), [("ŵ", 1), ("w\u0302", 1), ("\u2066£2\u2069", 2), ("字", 2)])
def test_width_is_what_a_terminal_gives(text: str, columns: int) -> None:
    assert width(text) == columns


def test_words_of_the_other_direction_are_set_apart_on_every_line() -> None:
    words = (Run("یہ ", "ur"), Run("Office of the Commissioner", "en"), Run(" ہے", "ur"))
    lines = wrap(in_order(words, "rtl"), columns=16)
    assert len(lines) == 2
    for line in lines:
        assert line.count("\u2066") == line.count("\u2069")
        latin = [place for place, sign in enumerate(line) if unicodedata.bidirectional(sign) == "L"]
        assert all("\u2066" in line[:place] for place in latin)


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("- بنیادی", "- "),
        ("- PCC ہے", "\u200f- "),
        ("  =====", "  \u200f"),
        ("\u2066PCC\u2069 ہے", "\u2066"),
    ],
)
def test_a_line_begins_on_its_side(line: str, begins: str) -> None:
    made = directed(line, "rtl")
    assert made.startswith(begins) and made.replace("\u200f", "") == line
    assert directed(line, "ltr") == line


def test_a_transcript_has_the_words_of_the_page_alone() -> None:
    said = transcript(pieces_of(page(RICH)))
    assert render_text(page(RICH)).endswith(f"{said}\n")
    assert "This is an example." not in said and "Why it matters" in said
