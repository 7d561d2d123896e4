"""What a page says, piece by piece."""

from __future__ import annotations

import pytest
from plainplan.formats.spoken import Kind, Piece, Run, pieces_of, plain
from plainplan.language import speaking

from tests.formats.said import RICH, SAYS, language, page

TABLE = "<table><caption>Fares</caption>{}</table>"
HEAD = "<thead><tr><th>Day</th><th>Fare</th></tr></thead>"

READ: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "headings": ("<h1>One</h1><h2>Two</h2>", [("heading", "One"), ("note", ""), ("heading", "Two")]),
    "loose words": ("Before <b>bold</b><p>After</p>", [("paragraph", "Before bold"), ("paragraph", "After")]),
    "spaces": ("<p> a\n  b <i> c</i> </p>", [("paragraph", "a b c")]),
    "line break": ("<p>1 June<br>It opens</p>", [("paragraph", "1 June, It opens")]),
    "line break after a stop": ("<p>Done.<br>It opens</p>", [("paragraph", "Done. It opens")]),
    "hidden words": (
        '<p>Late<span class="pp-hidden">.</span> By June</p>',
        [("paragraph", "Late. By June")],
    ),
    "hidden words of a link": (
        '<p><a href="x/">2<span class="pp-hidden"> late: Roads</span></a> of 9</p>',
        [("paragraph", "2 of 9")],
    ),
    "not for ears": (
        '<p aria-hidden="true">x</p><p hidden>y</p><script>z</script><p>a</p>',
        [("paragraph", "a")],
    ),
    "item with a paragraph": (
        "<ul><li>People<p>More of them</p></li></ul>",
        [("item", "People"), ("paragraph", "More of them")],
    ),
    "item of paragraphs": (
        "<ul><li><p>People</p><p>More</p></li></ul>",
        [("item", "People"), ("paragraph", "More")],
    ),
    "terms": (
        "<dl><div><dt>Owner</dt><dd><ul><li>Police</li></ul></dd></div></dl>",
        [("term", "Owner:"), ("item", "Police")],
    ),
    "row": (
        TABLE.format(f"{HEAD}<tr><td>Monday</td><td>£2</td></tr>"),
        [("table", "Table: Fares."), ("row", "Day: Monday; Fare: £2.")],
    ),
    "row with sentences": (
        TABLE.format(f"{HEAD}<tr><td>Late. Very.</td><td>Free.</td></tr>"),
        [("table", "Table: Fares."), ("row", "Day: Late. Very; Fare: Free.")],
    ),
    "row with an empty cell": (
        TABLE.format(f"{HEAD}<tr><td>Monday</td><td> </td></tr>"),
        [("table", "Table: Fares."), ("row", "Day: Monday.")],
    ),
    "headings over several columns": (
        TABLE.format(
            "<thead><tr><th></th><th colspan=2>Fare</th></tr><tr><th>Day</th><th>Old</th><th>New</th></tr>"
            "</thead><tr><td>Monday</td><td>£2</td><td>£3</td></tr>"
        ),
        [("table", "Table: Fares."), ("row", "Day: Monday; Fare, Old: £2; Fare, New: £3.")],
    ),
    "table without headings": (
        "<table><tr><td>a</td><td>b</td></tr></table>",
        [("table", "Table."), ("row", "a; b.")],
    ),
    "chart": (
        '<svg role="img" aria-label="Chart: Deaths"><desc>It falls.</desc><text>7</text></svg>',
        [("chart", "Chart: Deaths. It falls.")],
    ),
    "picture in a link": ('<p><a href="x/"><img alt="A gate"></a></p>', [("picture", "Picture: A gate")]),
    "picture that decorates": ('<p><img alt=""></p><p>a</p>', [("paragraph", "a")]),
    "picture in a sentence": (
        '<p>See <img alt="A gate"> here</p>',
        [("paragraph", "See, Picture: A gate, here")],
    ),
    "admonition": (
        '<div class="admonition note"><p class="admonition-title">Note</p><p>Ring.</p></div>',
        [("note", "Note"), ("note", "Ring.")],
    ),
    "details": (
        "<details><summary>Why</summary><p>So.</p></details>",
        [("paragraph", "Why"), ("paragraph", "So.")],
    ),
}


@pytest.mark.parametrize("case", READ)
def test_a_page_is_read_in_pieces(case: str) -> None:
    body, expected = READ[case]
    found = [(piece.kind.value, plain(piece.words)) for piece in pieces_of(page(body))]
    kept = [(kind, words) for kind, words in found if words != "This is an example."]
    assert kept == [(kind, words) for kind, words in expected if words]


def test_lists_have_depths_and_numbers() -> None:
    body = "<ul><li>a<ol start=3><li>b<p>c</p></li></ol></li></ul><ol class='pp-history'><li>d</li></ol>"
    found = [(plain(piece.words), piece.depth, piece.number) for piece in pieces_of(page(body))[1:]]
    assert found == [("a", 1, None), ("b", 2, 3), ("c", 2, None), ("d", 1, None)]


def test_words_keep_their_language() -> None:
    body = '<p>Dyma <span lang="en">Ashmarch Police</span>.</p><p lang="en">All in English.</p>'
    pieces = pieces_of(page(body, "cy"))[1:]
    assert pieces[0].words == (Run("Dyma ", "cy"), Run("Ashmarch Police.", "en"))
    assert [piece.language for piece in pieces] == ["en", "en"]


def test_links_out_of_the_plan_say_their_hidden_words() -> None:
    hidden = '<span class="pp-hidden"> of 2026</span>'
    body = f'<p><a href="https://a.example/x">Figures{hidden}</a> <a href="y/">y</a></p>'
    (link,) = pieces_of(page(body))[1].links
    assert (link.words, link.address) == ("Figures of 2026", "https://a.example/x")


def test_the_notices_of_every_page_follow_its_title() -> None:
    first, second, *rest = pieces_of(page(RICH))
    assert (first.kind, plain(second.words)) == (Kind.HEADING, "This is an example.")
    assert rest


def test_nothing_is_lost() -> None:
    said = "\n".join(plain(piece.words) for piece in pieces_of(page(RICH)))
    assert [words for words in SAYS if words not in said] == []


def test_joints_are_those_of_the_language() -> None:
    body = TABLE.format(f"{HEAD}<tr><td>ਸੋਮਵਾਰ</td><td>£2</td></tr>")
    with speaking(language("pa")):
        rows = [piece for piece in pieces_of(page(body, "pa")) if piece.kind is Kind.ROW]
    assert [plain(row.words)[-1] for row in rows] == ["।"]


def test_a_piece_without_words_has_no_language() -> None:
    assert Piece(Kind.NOTE, ()).language == ""
