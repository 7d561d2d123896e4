"""Easy read in other languages is held to the rules that need no word lists."""

from __future__ import annotations

import polib
import pytest
from plainplan.translation.checks import check_entry
from plainplan.translation.pair import Setting

_LONG = f"Gair {' '.join(['gair'] * 20)}."


@pytest.mark.parametrize(
    ("context", "source", "said", "codes"),
    [
        ("action a: easy words", "We help.\nWe listen.", "Rydym yn helpu.\nRydym yn gwrando.", set()),
        (
            "action a: easy words",
            "We help.\nWe listen.",
            "Rydym yn helpu. Rydym yn gwrando.",
            {"easy-lines", "easy-one-sentence-a-line"},
        ),
        ("chapter: easy-read/index.md", "We help you.", _LONG, {"easy-too-long"}),
        ("chapter: easy-read/index.md", "We help you (all).", "Rydym yn helpu (pawb).", {"easy-brackets"}),
        ("word victim: easy", "A person.", "Person, 40% o bawb.", {"easy-percentage", "numbers"}),
        ("action a: description", "We help you.", _LONG, set()),
        ("chapter: index.md", "We help you.", _LONG, set()),
        ("chapter easy-read/index.md: description", "We help you.", _LONG, set()),
    ],
)
def test_what_translators_wrote(context: str, source: str, said: str, codes: set[str]) -> None:
    entry = polib.POEntry(msgctxt=context, msgid=source, msgstr=said, linenum=7)
    found = {
        problem.code.removeprefix("translation-")
        for problem in check_entry(entry, "cy.po", Setting("cy", "en"))
    }
    assert found == codes
