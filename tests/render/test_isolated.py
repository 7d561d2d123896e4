"""Numbers and addresses that text from right to left must not turn about; and terms in another language."""

from __future__ import annotations

import pytest
from plainplan import trees
from plainplan.language import Language, Mark, marked, speaking
from plainplan.model.glossary import Term
from plainplan.render import document
from plainplan.render.foreign import tell
from plainplan.render.isolated import isolate


def isolated(html: str, direction: str = "rtl") -> str:
    root = trees.parse(html)
    with speaking(Language(tag="ur", direction=direction)):
        isolate(root)
    return trees.serialise(root)


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("فون: 01632 960101۔", "01632 960101"),
        ("+44 1632 960101 پر", "+44 1632 960101"),
        ("<a href='mailto:a@b.org'>a@b.org</a>", "a@b.org"),
        ("دیکھیں www.example.org/a/?b=c", "www.example.org/a/?b=c"),
        ("<b>x</b> plan.example.gov.uk", "plan.example.gov.uk"),
    ],
)
def test_each_has_an_element_of_its_own(words: str, apart: str) -> None:
    assert f'<bdi dir="ltr">{apart}</bdi>' in isolated(f"<p>{words}</p>")
    assert "bdi" not in isolated(f"<p>{words}</p>", "ltr")


@pytest.mark.parametrize("words", ["2026-11-23", "101", "999 یا 101", "£1,000", "10 000", "2024–25"])
def test_figures_stay_as_they_are(words: str) -> None:
    assert isolated(f"<p>{words}</p>") == f"<p>{words}</p>"


@pytest.mark.parametrize("html", ["<code>a@b.org</code>", '<p dir="ltr">a@b.org</p>', "<bdi>a@b.org</bdi>"])
def test_what_is_set_apart_already_is_left(html: str) -> None:
    assert isolated(html) == html


def terms(html: str) -> str:
    foreign = marked("speed watch", Mark.MISSING)
    root = trees.parse(html)
    document.TermMarker((Term(id="watch", term=foreign, meaning="Volunteers."),)).mark(root, "")
    return trees.serialise(root)


def test_a_term_that_is_not_translated_says_so_among_words_that_are() -> None:
    assert marked("speed watch", Mark.MISSING) in terms("<p>ઝડપ (speed watch)</p>")
    inside = terms(f"<p>{marked('Our speed watch', Mark.MISSING)}</p>")
    assert inside.count(Mark.MISSING) == 1


def test_a_part_of_an_address_is_no_term() -> None:
    for words in ("https://plan.speed watch.org", "a@speed watch", "speed watch.org"):
        assert "pp-term" not in terms(f"<p>{words}</p>")
    assert "pp-term" in terms("<p>By speed watch.</p>")


class Plain:
    """Says languages in the shortest way."""

    def attributes(self, mark: Mark, has_direction: bool) -> str:
        return 'lang="en"'

    def span(self, mark: Mark, words: str) -> str:
        return f"<b>{words}</b>"


def test_what_holds_words_alone_gets_no_element() -> None:
    words = marked("Roads", Mark.MISSING)
    for name in ("title", "option", "tspan"):
        assert tell(f"<{name}>ਕਾ {words}</{name}>", Plain())[0] == f"<{name}>ਕਾ Roads</{name}>"
    assert tell(f"<p>ਕਾ {words}</p>", Plain())[0] == "<p>ਕਾ <b>Roads</b></p>"
