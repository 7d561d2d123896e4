"""Cells in CSV: as RFC 4180 has them, harmless in a spreadsheet, and true."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plainplan.cells import guarded
from plainplan.exports.fields import Cell, Kind
from plainplan.exports.prose import unwrapped
from plainplan.exports.text import written
from plainplan.model.base import Unknown

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Change
    from tests.exports.conftest import Take, Taken

_RUN_BY_SPREADSHEETS = tuple("=+-@\t\r＝＋－＠")


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (None, Kind.WORDS, ""),
        ("Safer roads", Kind.WORDS, "Safer roads"),
        ("=cmd|' /C calc'!A0", Kind.WORDS, "'=cmd|' /C calc'!A0"),
        ("+44 1632 960101", Kind.WORDS, "'+44 1632 960101"),
        ("- slower cars\n- safer paths", Kind.PROSE, "'- slower cars\n- safer paths"),
        ("@police", Kind.WORDS, "'@police"),
        ("＝1+1", Kind.WORDS, "'＝1+1"),
        ("'tis safe", Kind.WORDS, "''tis safe"),
        ("Cyfarfod ym Mŵr-y-gŵyl", Kind.WORDS, "Cyfarfod ym Mŵr-y-gŵyl"),
        (Decimal("-5"), Kind.NUMBER, "-5"),
        (Decimal("-616599.20"), Kind.MONEY, "-616599.20"),
        (Decimal("1E+3"), Kind.NUMBER, "1000"),
        (Decimal("62116000.80"), Kind.MONEY, "62116000.80"),
        (7, Kind.WHOLE, "7"),
        (True, Kind.YES_NO, "true"),
        (False, Kind.YES_NO, "false"),
        (date(2026, 6, 30), Kind.DAY, "2026-06-30"),
        (Unknown.NOT_PUBLISHED, Kind.MONEY, "not published"),
        (Unknown.NOT_AVAILABLE, Kind.NUMBER, "not available"),
        (("a-b", "c"), Kind.IDS, "a-b c"),
        (("one line", "- another"), Kind.LINES, "one line\n- another"),
        ((), Kind.IDS, ""),
    ],
)
def test_cells(cell: Cell, kind: Kind, text: str) -> None:
    assert written(cell, kind) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("One line", "One line"),
        ("A sentence\nover two lines.", "A sentence over two lines."),
        ("A sentence  \nwith a break.", "A sentence  \nwith a break."),
        ("A sentence\\\nwith a break.", "A sentence\\\nwith a break."),
        ("One.\n\nTwo\nlines.\n\n\nThree.", "One.\n\nTwo lines.\n\n\nThree."),
        ("We will:\n- ask\n  again\n- wait", "We will:\n- ask again\n- wait"),
        ("We will:\n\n1. ask\n2. wait", "We will:\n\n1. ask\n2. wait"),
        ("# Head\nwords", "# Head\nwords"),
        ("> said\n> twice", "> said\n> twice"),
        ("| a |\n| --- |\n| b |", "| a |\n| --- |\n| b |"),
        ("words\n\n    code\n    more", "words\n\n    code\n    more"),
        ("```\ncode\nmore\n```", "```\ncode\nmore\n```"),
    ],
)
def test_breaks_of_the_file_are_folded(text: str, folded: str) -> None:
    assert unwrapped(text) == folded


@given(st.text(st.sampled_from("ab \n-1.#>|\\`")))
def test_folding_again_changes_nothing_and_no_word_is_lost(text: str) -> None:
    assert unwrapped(unwrapped(text)) == unwrapped(text)
    assert unwrapped(text).split() == text.split()


@given(st.text())
def test_words_are_never_run_and_never_lost(words: str) -> None:
    text = guarded(words)
    assert not text.startswith(_RUN_BY_SPREADSHEETS)
    assert (text[1:] if text.startswith("'") else text) == words


def test_files_are_as_rfc_4180_has_them(taken: Taken) -> None:
    for path in sorted(taken.folder.rglob("*.csv")):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf"), path
        assert content.endswith(b"\r\n"), path
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        assert len({len(row) for row in rows}) == 1, path
        assert len(rows) > 1, path
        assert all(name and name == name.strip() for name in rows[0]), path


def test_nasty_words_come_through(change: Change, small_plan: Path, take: Take) -> None:
    nasty = '=HYPERLINK("http://x.example","Gŵyl, \\"haf\\"")'
    change("data/priorities/safer-roads.yml", "title: Check speeds", f"title: '{nasty}'")
    change(
        "data/progress/2026-10-23.yml",
        "words: We checked 12 roads.",
        'words: "- one, \\"two\\"\\n\\n- three; Dŵr"',
    )
    taken = take(small_plan)
    actions = _rows(taken.content("actions.csv"))
    updates = _rows(taken.content("progress.csv"))
    assert actions[0]["title"] == f"'{nasty}"
    assert updates[0]["action_title"] == f"'{nasty}"
    assert updates[0]["words"] == '\'- one, "two"\n\n- three; Dŵr'


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
