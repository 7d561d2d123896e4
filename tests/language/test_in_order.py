"""Figures of several parts between words from right to left."""

from __future__ import annotations

import pytest
from plainplan.language.catalogue import Catalogue
from plainplan.language.wording import in_order


@pytest.mark.parametrize(
    "words",
    [
        "فون [01632 960101] پر",
        "فون [(01632) 960101] یا [+44 1632 960101] پر",
        "مالی سال [2026-27] میں",
        "[2026-06-30] تک",
        "[9:30\u201317:00] اور [10-20%]",
        "دفعہ [7(1)(a)] اور [22A(2)]، 5(ب)",
        "[56.6%] اور [12 %] اور [5٪]",
        "[£1,250.50] سے [£2\u2013£3] تک",
        "[%(share)s%%] لوگ، ہر [£%(amount)s] میں سے، [95%%]",
        "%(first)s سے %(last)s، 10 لوگ، 2026",
        '<a href="%(url)s/2026-27/?a=50%" title="7(1)">[2026-27]</a>',
        "`2026-27` <https://example.org/2026-27/>",
        "https://example.org/2026-27 a-2026-27@example.org COVID-19",
        "",
    ],
)
def test_figures_of_several_parts_are_kept_in_order(words: str) -> None:
    """In brackets here: what is set apart."""
    plain = words.replace("[", "").replace("]", "")
    expected = words.replace("[", "\u2066").replace("]", "\u2069")
    assert in_order(plain) == expected
    assert in_order(expected) == expected  # what a translator has set apart stays


def test_where_a_link_in_markdown_leads_stays() -> None:
    words = "[5% متن](/2026-27/ '7(1)') اور"
    assert in_order(words) == "[\u20665%\u2069 متن](/2026-27/ '7(1)') اور"


def test_a_catalogue_has_all_its_words_in_order() -> None:
    made = Catalogue({("", "a"): "5%"}, {("", "b"): ("5%", "6%")}).changed(in_order)
    assert made.get("", "a") == "\u20665%\u2069"
    assert made.get_plural("", "b", "", 2) == "\u20666%\u2069"
