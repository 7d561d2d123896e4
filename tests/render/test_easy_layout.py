"""Pages in easy read: each picture beside its words, each hard word linked once, and all pages on one."""

from __future__ import annotations

import re

import pytest
from plainplan import trees
from plainplan.language import Mark, marked
from plainplan.model import Term
from plainplan.model.chapter import Section
from plainplan.render.easy_layout import lay_out, link_hard_words
from plainplan.render.pages import Page
from plainplan.render.whole_easy import compose_easy

VOTE = '<img class="pp-picture" src="vote.svg" alt="A vote">'
COURT = '<img class="pp-picture" src="court.svg" alt="A court">'
PAGE = "easy-read/budget/"


def laid_out(html: str) -> str:
    """What stands on a page: blocks as [picture: words], all else as its element."""
    root = trees.parse(html)
    lay_out(root)
    found = []
    for child in root:
        if child.get("class") != "pp-easy":
            found.append(child.tag)
            continue
        picture, words = child
        assert (picture.get("class"), words.get("class")) == ("pp-easy__picture", "pp-easy__words")
        (image,) = picture
        said = " ".join(f"{one.tag} {one.text_content()}" for one in words)
        found.append(f"[{image.get('alt')}: {said}]")
    return " ".join(found)


BLOCKS = {
    "sentences": (f"{VOTE}<p>One.</p>\n<p>Two.</p>", "[A vote: p One. p Two.]"),
    "two pictures": (f"{VOTE}<p>One.</p>{COURT}<p>Two.</p>", "[A vote: p One.] [A court: p Two.]"),
    "a list": (f"{VOTE}<p>We:</p><ul><li>walk</li></ul>", "[A vote: p We: ul walk]"),
    "numbers": (f"{VOTE}<ol><li>walk</li></ol>", "[A vote: ol walk]"),
    "a list of pages": (
        f'{VOTE}<p>One.</p><ul class="pp-easy-list"></ul><p>Two.</p>',
        "[A vote: p One.] ul p",
    ),
    "a sentence with a class": (f'{VOTE}<p>One.</p><p class="x">Two.</p>', "[A vote: p One.] p"),
    "a heading ends it": (f"{VOTE}<p>One.</p><h2>A</h2><p>Two.</p>", "[A vote: p One.] h2 p"),
    "another block ends it": (f"{VOTE}<p>One.</p><table></table><p>Two.</p>", "[A vote: p One.] table p"),
    "before any picture": (f"<p>One.</p>{VOTE}<p>Two.</p>", "p [A vote: p Two.]"),
    "a picture without words": (f"{VOTE}{COURT}<p>One.</p>", "[A vote: ] [A court: p One.]"),
    "another kind of picture": (f'<img src="a.png" alt=""><p>One.</p>{VOTE}', "img p [A vote: ]"),
    "laid out already": (
        f'<div class="pp-easy"><div class="pp-easy__picture">{VOTE}</div>'
        '<div class="pp-easy__words"><p>One.</p></div></div><p>Two.</p>',
        "[A vote: p One.] p",
    ),
    "two classes": (VOTE.replace("pp-picture", "big pp-picture") + "<p>One.</p>", "[A vote: p One.]"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("html", "blocks"), BLOCKS.values(), ids=BLOCKS)
def test_each_picture_stands_beside_its_words(html: str, blocks: str) -> None:
    assert laid_out(html) == blocks


def test_no_words_are_lost_between_blocks() -> None:
    root = trees.parse(f"<p>One.</p>{VOTE}\n<p>Two <b>and</b> three.</p>\n<h2>Four</h2>\n<p>Five.</p>")
    lay_out(root)
    assert " ".join(root.itertext()).split() == ["One.", "Two", "and", "three.", "Four", "Five."]


TERMS = (
    Term(id="victim", term="Victim", also=("victims",), meaning="A.", easy="A.", picture="vote"),
    Term(id="anpr", term="Number plate camera", short="ANPR", meaning="B.", easy="B.", picture="vote"),
    Term(id="panel", term="Panel", meaning="Nothing in easy read."),
    Term(id="unseen", term="Warrant", meaning="No picture.", easy="C."),
)
WORDS = "easy-read/words/#term-"
VICTIM, ANPR = f"../../{WORDS}victim", f"../../{WORDS}anpr"
LINKS = {
    "a word": ("<p>A <strong>victim</strong>.</p>", [(VICTIM, "victim")]),
    "in another form": ("<p><strong>Victims</strong></p>", [(VICTIM, "Victims")]),
    "its short form": ("<p><strong>ANPR</strong></p>", [(ANPR, "ANPR")]),
    "over two lines": ("<p><strong>number  plate\n camera</strong></p>", [(ANPR, "number plate camera")]),
    "inside other marks": ("<p><strong><span>victim</span></strong></p>", [(VICTIM, "victim")]),
    "with another tongue marked": (
        f"<p><strong>{marked('victims', Mark.MISSING)}</strong></p>",
        [(VICTIM, marked("victims", Mark.MISSING))],
    ),
    "twice": ("<p><strong>victim</strong> <strong>victim</strong></p>", [(VICTIM, "victim")]),
    "twice in two forms": ("<p><strong>victim</strong> <strong>victims</strong></p>", [(VICTIM, "victim")]),
    "two words": (
        "<p><strong>ANPR</strong></p><ul><li><strong>victim</strong></li></ul>",
        [(ANPR, "ANPR"), (VICTIM, "victim")],
    ),
    "not bold": ("<p>victim</p>", []),
    "part of what is bold": ("<p><strong>victim support</strong></p>", []),
    "not a word of easy read": ("<p><strong>panel</strong></p>", []),
    "not in the list, since it has no picture": ("<p><strong>warrant</strong></p>", []),
    "a link already": ('<p><a href="x/"><strong>victim</strong></a></p>', []),
    "a link deeper": ('<p><a href="x/"><span><strong>victim</strong></span></a></p>', []),
    "a link inside": ('<p><strong><a href="x/">victim</a></strong></p>', []),
    "a link first, then the word": (
        '<p><a href="x/"><strong>victim</strong></a> <strong>victim</strong></p>',
        [(VICTIM, "victim")],
    ),
}


def links_of(html: str, page: str = PAGE) -> list[tuple[str, str]]:
    root = trees.parse(html)
    before = root.text_content()
    link_hard_words(root, TERMS, page)
    assert root.text_content() == before
    assert not root.xpath("//a//a")
    return [
        (one.get("href"), " ".join(one.text_content().split()))
        for one in root.iter("a")
        if one.get("class") == "pp-hard"
    ]


@pytest.mark.parametrize(("html", "links"), LINKS.values(), ids=LINKS)
def test_hard_words_lead_to_their_meaning_once(html: str, links: list[tuple[str, str]]) -> None:
    assert links_of(html) == links


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("easy-read/words/", []),
        ("easy-read/", [(f"../{WORDS}victim", "victim")]),
        ("easy-read/priorities/roads/", [(f"../../../{WORDS}victim", "victim")]),
    ],
)
def test_links_are_seen_from_their_page(address: str, links: list[tuple[str, str]]) -> None:
    assert links_of("<p><strong>victim</strong></p>", address) == links


def _page(address: str, title: str, *, reading: bool = True) -> Page:
    return Page(address, title, Section.PLAN, in_reading_order=reading)


PAGES = (
    _page("", "The plan"),
    _page("easy-read/", "Welcome"),
    _page("easy-read/priorities/", "What we want"),
    _page("easy-read/priorities/roads/", "Roads"),
    _page("easy-read/words/", "Words"),
    _page("easy-read/whole-plan/", "All", reading=False),
    _page("easy-read/search/", "Find", reading=False),
)
BLOCK = '<h2 id="now">Now</h2><div class="pp-easy"><p>{}</p></div>'
CONTENTS = {
    "": "<p>Not in easy read.</p>",
    "easy-read/": '<h2 id="what-is-in-it">What is in it</h2><ul><li>List</li></ul>'
    '<h2 id="tested">Tested</h2><p>Nobody.</p>',
    "easy-read/priorities/": '<p><a href="roads/">Roads</a> <a href="../../law/">Law</a></p>',
    "easy-read/priorities/roads/": BLOCK.format(
        '<a class="pp-hard" href="../../words/#term-victim">victim</a>'
        ' <img src="../../pictures/a.svg" alt="">'
    ),
    "easy-read/words/": BLOCK.format("A.") + '<h2 id="term-victim">Victim</h2><p>Hurt.</p>',
    "easy-read/whole-plan/": "<p id='own'>You can print it.</p>",
    "easy-read/search/": "<p>Search.</p>",
}


def test_all_of_easy_read_in_the_order_of_reading() -> None:
    whole = compose_easy(PAGES, CONTENTS)
    assert whole.introduction == '<p id="own">You can print it.</p>'
    assert [(part.anchor, part.page.title) for part in whole.parts] == [
        ("easy-read", "Welcome"),
        ("easy-read-priorities", "What we want"),
        ("easy-read-priorities-roads", "Roads"),
        ("easy-read-words", "Words"),
    ]
    assert "What is in it" not in whole.parts[0].content
    assert "List" not in whole.parts[0].content
    assert '<h3 id="easy-read--tested">Tested</h3>' in whole.parts[0].content


def test_every_id_is_there_once_and_every_link_leads_on() -> None:
    whole = compose_easy(PAGES, CONTENTS)
    html = str(whole.introduction) + "".join(
        f'<h2 id="{part.anchor}">A</h2>{part.content}' for part in whole.parts
    )
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 9
    links = re.findall(r' href="([^"]+)"', html)
    assert links == ["#easy-read-priorities-roads", "../../law/", "#easy-read-words--term-victim"]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert re.findall(r' src="([^"]+)"', html) == ["../../easy-read/pictures/a.svg"]
