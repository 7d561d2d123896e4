"""The product's own words, kept as JSON: the same as the file says, and made again when anything is amiss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from plainplan.language import Catalogue, read_catalogue
from plainplan.language.kept_catalogue import kept_catalogue

PO = """msgid ""
msgstr ""
"Language: cy\\n"

msgid "Plan"
msgstr "{plan}"

msgctxt "verb"
msgid "Plan"
msgstr "Cynllunio"

msgid "%(num)s page"
msgid_plural "%(num)s pages"
msgstr[0] "0"
msgstr[1] "1"
msgstr[2] "2"
msgstr[3] "3"
msgstr[4] "4"
msgstr[5] "5"
"""
SPOILT: dict[str, Callable[[Path], object]] = {
    "nothing happened": Path.stat,
    "deleted": Path.unlink,
    "cut off": lambda kept: kept.write_text(kept.read_text(encoding="utf-8")[:-9], encoding="utf-8"),
    "a list": lambda kept: kept.write_text("[]", encoding="utf-8"),
    "not in UTF-8": lambda kept: kept.write_bytes(b"\xff\xfe"),
}


def _said(made: Catalogue) -> tuple[object, ...]:
    forms = [made.get_plural("", "%(num)s page", "", number) for number in (0, 1, 2, 3, 6, 7, 100)]
    return (dict(made.messages), dict(made.plurals), forms)


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_is_kept_says_what_the_file_says(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    path, folder = tmp_path / "cy.po", tmp_path / "cache"
    path.write_text(PO.format(plan="Cynllun"), encoding="utf-8")
    wanted = _said(read_catalogue(path))
    assert _said(kept_catalogue(path, folder)) == wanted
    spoil(folder / "cy.json")
    assert _said(kept_catalogue(path, folder)) == wanted
    assert _said(kept_catalogue(path, folder)) == wanted


def test_other_words_are_read_again(tmp_path: Path) -> None:
    path, folder = tmp_path / "cy.po", tmp_path / "cache"
    for word in ("Cynllun", "Arall"):
        path.write_text(PO.format(plan=word), encoding="utf-8")
        assert kept_catalogue(path, folder).get("", "Plan") == word


def test_what_is_kept_is_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, folder = tmp_path / "cy.po", tmp_path / "cache"
    path.write_text(PO.format(plan="Cynllun"), encoding="utf-8")
    kept_catalogue(path, folder)
    monkeypatch.setattr("plainplan.language.kept_catalogue.read_catalogue", None)
    assert kept_catalogue(path, folder).get("verb", "Plan") == "Cynllunio"
